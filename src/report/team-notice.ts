import { teamTerms } from '../model/team.ts'
import type { Locale } from '../model/text.ts'

export interface NoticeFacts {
  readonly organisation: string
  readonly website: string | null
  readonly purpose: string
  readonly interest: string
  readonly contact: string
  readonly worksCouncil: string
}

/** One part of the notice: a heading and its paragraphs. */
export interface NoticePart {
  readonly heading: string
  readonly paragraphs: readonly string[]
}

/**
 * What the organisation tells its people, made from the basis that it recorded: who, why, what, from where, how long, and
 * their rights (Art. 14 GDPR).
 */
export function teamNotice(facts: NoticeFacts, locale: Locale): NoticePart[] {
  return (locale === 'nl' ? inDutch(facts) : inEnglish(facts)).map((part) => ({
    ...part,
    paragraphs: part.paragraphs.filter((one) => one !== ''),
  }))
}

/** The notice as plain text, to paste into a mail. */
export const noticeText = (parts: readonly NoticePart[]): string =>
  parts.map(({ heading, paragraphs }) => [heading, ...paragraphs].join('\n')).join('\n\n')

const inDutch = ({ organisation, website, purpose, interest, contact, worksCouncil }: NoticeFacts): NoticePart[] => [
  {
    heading: `${organisation} kijkt naar werkprofielen van het team`,
    paragraphs: [`Dit bericht gaat over jouw gegevens. Verantwoordelijk is ${organisation}. Heb je een vraag? ${contact}`],
  },
  { heading: 'Waarom', paragraphs: [purpose, `De grondslag is ons gerechtvaardigd belang (artikel 6, lid 1, onder f, AVG): ${interest}`] },
  {
    heading: 'Welke gegevens, en waar zij vandaan komen',
    paragraphs: [
      `Je naam, je functie en de adressen van je werkprofielen (LinkedIn, X, Bluesky, Mastodon, GitHub). Die komen van onze eigen website${website ? ` (${website})` : ''}, van een lijst van ${organisation}, of van jou.`,
      'Van een profiel noteren wij alleen: de naam die er staat, de profielfoto en de omslagfoto als kenmerk, de link naar een website, en of onze organisatie wordt genoemd. Geen berichten, geen volgers, geen tekst over jezelf. Een afgeschermd profiel openen wij niet. Wij vergelijken geen gezichten en rangschikken niemand.',
    ],
  },
  {
    heading: 'Hoe lang',
    paragraphs: [
      `Hoe een profiel eruitzag bewaren wij ${teamTerms.look} dagen. Las Eenlijn je naam op de site en bevestigt niemand die, dan gaat die na ${teamTerms.unconfirmed} dagen weg. Verder tot je van de lijst gaat, en nooit langer dan twaalf maanden nadat de site, de lijst of jij je voor het laatst noemde.`,
    ],
  },
  {
    heading: 'Wie het zien',
    paragraphs: [
      'Alleen wie bij ons de audit doet, en jijzelf. Over het team als geheel zeggen wij pas iets vanaf vijf mensen.',
      worksCouncil,
    ],
  },
  {
    heading: 'Jouw rechten',
    paragraphs: [
      'Je mag je gegevens inzien, laten verbeteren, laten wissen en bezwaar maken. Dat kan met één klik op je eigen pagina, of via het adres hierboven. Na een bezwaar kijkt Eenlijn niet meer naar je, ook later niet.',
      'Ben je het niet met ons eens? Dan kun je een klacht indienen bij de Autoriteit Persoonsgegevens (autoriteitpersoonsgegevens.nl).',
    ],
  },
]

const inEnglish = ({ organisation, website, purpose, interest, contact, worksCouncil }: NoticeFacts): NoticePart[] => [
  {
    heading: `${organisation} looks at work profiles of the team`,
    paragraphs: [`This message is about your data. ${organisation} is responsible. Do you have a question? ${contact}`],
  },
  { heading: 'Why', paragraphs: [purpose, `The legal basis is our legitimate interest (Article 6(1)(f) GDPR): ${interest}`] },
  {
    heading: 'Which data, and where they come from',
    paragraphs: [
      `Your name, your role and the addresses of your work profiles (LinkedIn, X, Bluesky, Mastodon, GitHub). They come from our own website${website ? ` (${website})` : ''}, from a list of ${organisation}, or from you.`,
      'Of a profile we note only: the name that stands there, the profile picture and the cover picture as a digest, the link to a website, and whether our organisation is named. No posts, no followers, no text about yourself. A profile that is shielded we do not open. We compare no faces and rank nobody.',
    ],
  },
  {
    heading: 'How long',
    paragraphs: [
      `How a profile looked we keep for ${teamTerms.look} days. If Eenlijn read your name on the site and nobody confirms it, it goes after ${teamTerms.unconfirmed} days. Otherwise until you leave the list, and never longer than twelve months after the site, the list or you named you last.`,
    ],
  },
  {
    heading: 'Who sees it',
    paragraphs: [
      'Only those who do the audit with us, and you. Of the team as a whole we say something only from five people up.',
      worksCouncil,
    ],
  },
  {
    heading: 'Your rights',
    paragraphs: [
      'You may see your data, have them corrected, have them erased, and object. You can do so with one click on your own page, or through the address above. After an objection Eenlijn no longer looks at you, later neither.',
      'Do you disagree with us? Then you can complain to the data protection authority (in the Netherlands: autoriteitpersoonsgegevens.nl).',
    ],
  },
]
