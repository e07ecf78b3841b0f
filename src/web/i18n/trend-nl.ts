import { count } from './count.ts'

/** The words of the trend page, in Dutch at B1. English has the same keys. */
export const trendNl = {
  title: 'Verloop',
  question: 'Hoe gaat het met de uniformiteit?',
  lead: (n: number) =>
    `Alle ${count(n, 'audit', 'audits')} op een rij. De doorgetrokken lijn meet elke audit met de norm van nu, dus eerlijk naast elkaar.`,
  one: 'Er is nu één audit. Na de volgende zie je hier een lijn.',
  hidden: 'Van audits waar je zelf nog een cijfer voor geeft, zie je hier nog niets.',
  chart: 'Cijfers voor uniformiteit',
  fair: (rubric: string) => `Gemeten met de norm van nu (${rubric})`,
  stored: 'Zoals het toen gemeten is',
  people: 'Cijfer van mensen, gemiddeld',
  coverage: 'Hoeveel er te zien was',
  parts: 'De onderdelen',
  partsLead: 'Elk onderdeel, gemeten met de norm van nu.',
  part: {
    names: 'Namen',
    background: 'Achtergrond',
    pictures: 'Profielfoto en logo',
    text: 'Omschrijving en link',
    portraits: 'Portretten',
  },
  norm: 'Andere norm',
  normHelp: 'Een stippellijn betekent: vanaf hier werd iets anders gevraagd.',
  describe: (from: string, to: string, first: string, last: string) =>
    `Van ${from} tot ${to}: het ging van ${first} naar ${last}. De tabel hieronder heeft alle getallen.`,
  noGrade: 'geen cijfer',
  table: 'Alle getallen',
  columns: {
    date: 'Datum',
    fair: 'Nu gemeten',
    stored: 'Toen gemeten',
    people: 'Van mensen',
    coverage: 'Gezien',
    norm: 'Norm veranderde',
  },
  byPeople: (grade: string, n: number) => `${grade}, door ${n}`,
  locations: 'Per locatie',
  locationsLead: 'Hoeveel van wat te meten was, in lijn is.',
  location: 'Locatie',
  of: (inLine: number, measured: number) => `${inLine} van ${measured}`,
  files: 'Meenemen',
  csv: 'Als CSV (met puntkomma’s)',
  svg: 'De grafiek als SVG',
  png: 'De grafiek als PNG',
  difference: 'Bekijk wat er veranderde sinds de vorige audit',
}

export type TrendMessages = typeof trendNl
