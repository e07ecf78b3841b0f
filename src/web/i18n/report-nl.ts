import { count } from './count.ts'

/** The page "Verslag", in Dutch at B1. English has the same keys. */
export const reportNl = {
  title: 'Verslag',
  heading: (name: string) => `${name} op social media`,
  by: (version: string) => `Gemaakt met Eenlijn, versie ${version}`,
  date: 'Gemeten op',
  website: 'Website',
  firstLook: 'Eerste blik',
  seen: (seen: number, all: number) => `${seen} van ${count(all, 'account', 'accounts')} te zien`,
  permalink: 'Vast adres',
  print: 'Druk af of bewaar als pdf',
  exports: 'Neem de gegevens mee',
  csvSemicolon: 'CSV met puntkomma en decimale komma, voor Excel in het Nederlands',
  csvComma: 'CSV met komma en decimale punt',
  json: 'JSON, voor programma’s',
  webArchive: 'Webarchief (WARC): alle pagina’s die wij bewaarden',
  notFinished: 'De audit loopt nog. Dit verslag laat zien wat er tot nu toe is.',
  strengths: 'Dit gaat goed',
  platforms: 'Per platform',
  mean: (grade: string, n: number) => `Gemiddeld ${grade}, van ${count(n, 'mens', 'mensen')}`,
  noGrade: 'Nog geen cijfer',
  hidden: (n: number) =>
    n === 1
      ? 'Het cijfer van 1 ander zie je als je zelf een cijfer hebt gegeven.'
      : `De cijfers van ${n} anderen zie je als je zelf een cijfer hebt gegeven.`,
  because: 'Omdat:',
  found: 'Waar gevonden',
  noAccount: 'Geen account gevonden. Er is nog niet gezegd hoe dat komt.',
  undecided: (n: number) => `Over ${count(n, 'account', 'accounts')} is nog niet beslist.`,
  notOurs: 'Niet van de organisatie',
  notOursLead: 'Deze accounts kwamen wij tegen, maar ze horen bij iemand anders.',
  unseen: 'Niet te zien',
  unseenLead: 'Dit konden wij niet zien. Het telt nergens als fout mee.',
  unseenNone: 'Wij konden alles zien wat wij wilden zien.',
  uniformity: 'Uniformiteit',
  people: 'Cijfers van mensen',
  computed: 'Berekend cijfer',
  plan: 'Het plan',
  planEmpty: 'Er is nog geen plan gemaakt.',
  how: 'Hoe dit verslag is gemaakt',
  requests: (n: number) => `Wij vroegen ${count(n, 'openbaar adres', 'openbare adressen')} op, zonder in te loggen.`,
  archive: 'Deze audit is gemaakt uit een archief, zonder internet.',
  route: 'Route',
  outcome: 'Uitkomst',
  pagesRead: 'Gelezen',
  pagesUnseen: 'Niet te zien',
  accountsFound: 'Gevonden',
}

export type ReportMessages = typeof reportNl
