/** The five steps of an audit and what is to be done next, in Dutch at B1. English has the same keys. */
export const stepsNl = {
  label: 'De vijf stappen van deze audit',
  search: 'Zoeken',
  accounts: 'Van ons?',
  grades: 'Cijfer',
  uniformity: 'Uniformiteit',
  report: 'Verslag',
  done: 'klaar',
  next: 'Volgende stap',
}

export const nextNl = {
  choose: { text: 'Er zijn meer organisaties met deze naam. Zeg ons welke je bedoelt.', button: 'Kies de organisatie' },
  accounts: {
    text: (n: number) => (n === 1 ? 'Over 1 account moet je nog beslissen.' : `Over ${n} accounts moet je nog beslissen.`),
    button: 'Zeg welke van jullie zijn',
  },
  paste: { text: 'Heb je zelf links naar accounts? Voeg ze toe.', button: 'Voeg links toe' },
  grades: {
    text: (n: number) => (n === 1 ? '1 account heeft nog geen cijfer van jou.' : `${n} accounts hebben nog geen cijfer van jou.`),
    button: 'Geef je cijfers',
  },
  uniformity: { text: 'Je hebt de accounts bekeken. Hoe goed passen ze bij elkaar?', button: 'Beoordeel de uniformiteit' },
  report: { text: 'In het verslag staat alles bij elkaar.', button: 'Lees het verslag' },
}

export type StepsMessages = typeof stepsNl
export type NextMessages = typeof nextNl
