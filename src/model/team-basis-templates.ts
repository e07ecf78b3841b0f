import type { BasisField } from './team.ts'
import type { Text } from './text.ts'

/** Starting texts for a basis. Each has a blank between square brackets: without somebody's own words it cannot be recorded. */
export const basisTemplates: Readonly<Record<BasisField, Text>> = {
  purpose: {
    nl: 'Wij willen dat de werkprofielen die wij zelf op onze website noemen, bij elkaar passen en kloppen. Daarom kijken wij [hoe vaak, bijvoorbeeld: twee keer per jaar …] naar de naam, de foto’s en de link op die profielen.',
    en: 'We want the work profiles that we ourselves name on our website to fit together and to be right. Therefore we look [how often, for instance: twice a year …] at the name, the pictures and the link on those profiles.',
  },
  interest: {
    nl: 'Wie ons zoekt, vindt ook onze mensen. Een herkenbaar beeld helpt [wie en waarmee, bijvoorbeeld: bewoners en familie om te zien wie bij ons werkt …].',
    en: 'Whoever looks for us also finds our people. A recognisable picture helps [whom and with what, for instance: residents and families to see who works with us …].',
  },
  necessity: {
    nl: 'Het gaat alleen om profielen die wij zelf publiceren of die iemand zelf aanmeldt, en alleen om naam, foto’s, link en of wij genoemd worden. Met minder kan het niet, want [waarom niet …].',
    en: 'It is only about profiles that we publish ourselves or that somebody gives us, and only about name, pictures, link and whether we are named. It cannot be done with less, because [why not …].',
  },
  balance: {
    nl: 'Een werkprofiel is ook van de medewerker zelf. Daarom vertellen wij het vooraf, lezen wij geen berichten, vergelijken wij geen gezichten, rangschikken wij niemand, en kan iedereen met één klik bezwaar maken. Wij letten extra op [wat bij jullie gevoelig is …].',
    en: 'A work profile also belongs to the employee. Therefore we tell beforehand, read no posts, compare no faces, rank nobody, and everybody can object with one click. We take extra care of [what is sensitive with you …].',
  },
  contact: {
    nl: '[functie en adres, bijvoorbeeld: de functionaris gegevensbescherming, privacy@… …]',
    en: '[role and address, for instance: the data protection officer, privacy@… …]',
  },
  worksCouncil: {
    nl: 'De ondernemingsraad heeft [wanneer en wat, bijvoorbeeld: op 1 maart ingestemd …].',
    en: 'The works council has [when and what, for instance: agreed on 1 March …].',
  },
}
