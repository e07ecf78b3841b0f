import { type HouseStyle, noHouseStyle } from '../model/house-style.ts'
import type { BasisField } from '../model/team.ts'

/** Why the organisation looks at profiles of its team, in its own words. */
export const demoBasis: Readonly<Record<BasisField, string>> = {
  purpose:
    'Op onze teampagina staan links naar werkprofielen van collega’s. Wij willen dat die links kloppen en dat de profielen bij elkaar passen. Daarom kijken wij vier keer per jaar naar de naam, de foto’s en de link op die profielen.',
  interest: 'Bewoners en familie zoeken op wie er bij hen langskomt. Een herkenbaar profiel helpt hen om de goede persoon te vinden.',
  necessity:
    'Wij kijken alleen naar profielen die op onze eigen site staan of die iemand zelf aanmeldt. Zonder te kijken zien wij niet dat een link dood is of dat er een oud logo staat.',
  balance:
    'Een werkprofiel is ook van de collega zelf. Wij vertellen het vooraf, lezen geen berichten, vergelijken geen gezichten en rangschikken niemand. Iedereen kan met één klik bezwaar maken. Wij letten extra op collega’s die zelf bij ons wonen.',
  contact: 'De functionaris gegevensbescherming: privacy@wilgenwaard.example',
  worksCouncil: 'De ondernemingsraad heeft op 12 mei 2026 ingestemd.',
}

const policy = 'Zo zien wij eruit: afspraken voor sociale media, zomer 2026'
const says = (quote: string) => ({ quote, document: policy })

/** What the organisation agreed in the summer of 2026, as far as it got: nothing yet about names and portraits. */
export function demoHouseStyle(pictures: { banner: string; mark: string; wordmark: string; markOf2009: string }): HouseStyle {
  const logo = (file: string, name: string, kind: 'mark' | 'wordmark', old = false) => ({ file, name, kind, ground: 'any' as const, old })
  return {
    ...noHouseStyle,
    background: { references: [pictures.banner], passage: says('Achter elk account van ons staat de dijk met de wilgen.') },
    logo: {
      files: [
        logo(pictures.mark, 'logo.svg', 'mark'),
        logo(pictures.wordmark, 'woordmerk.svg', 'wordmark'),
        logo(pictures.markOf2009, 'logo-2009.svg', 'wordmark', true),
      ],
      inAvatar: 'must',
      passage: says('De profielfoto is het beeldmerk, zonder tekst. Het logo van 2009 gebruiken wij niet meer.'),
    },
    colours: { hex: ['#23523f'], passage: says('Wilgengroen (#23523f) is onze kleur.') },
    description: {
      ...noHouseStyle.description,
      link: 'https://www.wilgenwaard.example/',
      passage: says('Elk account leidt naar www.wilgenwaard.example.'),
    },
  }
}

/** Who manages which accounts. Names are made up; accounts by key. */
export const demoManagers = [
  {
    name: 'Samira el Ouarzazi',
    workEmail: 'samira.elouarzazi@wilgenwaard.example',
    role: 'employee',
    jobTitle: 'Adviseur communicatie',
    since: '2019-03-01',
    until: '',
    accounts: [
      'facebook:wilgenwaard',
      'instagram:zorggroepwilgenwaard',
      'linkedin:company/zorggroep-wilgenwaard',
      'x:wilgenwaard',
      'youtube:channel/UCWilgenwaardVoorbeeld01',
      'youtube:@zorggroepwilgenwaard',
      'bluesky:wilgenwaard.example',
      'mastodon:@wilgenwaard@zorgplein.example',
    ],
  },
  {
    name: 'Kofi Boateng-Visser',
    workEmail: 'kofi.boatengvisser@wilgenwaard.example',
    role: 'employee',
    jobTitle: 'Coördinator vrijwilligers',
    since: '2022-09-01',
    until: '',
    accounts: ['facebook:wilgenwaard', 'instagram:zorggroepwilgenwaard', 'linkedin:company/zorggroep-wilgenwaard'],
  },
  {
    name: 'Noa Terpstra',
    workEmail: 'noa.terpstra@wilgenwaard.example',
    role: 'trainee',
    jobTitle: 'Stagiair communicatie',
    since: '2026-08-31',
    until: '2027-01-29',
    accounts: ['tiktok:wilgenwaardzorg', 'instagram:zorggroepwilgenwaard'],
  },
  {
    name: 'Wim Dijkgraaf',
    workEmail: '',
    role: 'volunteer',
    jobTitle: 'Fotograaf van De Dijkhof',
    since: '2016-09-03',
    until: '',
    accounts: ['facebook:dedijkhofelzerdijk', 'instagram:dedijkhof.wilgenwaard'],
  },
] as const

/** Of whom the team page tells: who was told of it, and who objected. Dates: YYYY-MM-DD. */
export const demoTeam = {
  informed: ['Marit van der Laak', 'Joost Elzenbroek', 'Samira el Ouarzazi', 'Fenna Rietkerk', 'Ruben Kwakernaat'],
  informedOn: '2026-06-10',
  objects: 'Tineke Hofdijk',
}

/** "Pas toe of leg uit": the one account that may differ. */
export const demoExplanation = {
  account: 'tiktok:wilgenwaardzorg',
  check: 'logo',
  reason:
    'Op TikTok staat een foto van collega’s. Die pagina is voor wie bij ons wil werken, en die kijkt naar mensen. Afgesproken tot de zomer van 2027.',
  approver: 'Marit van der Laak, bestuurder',
}
