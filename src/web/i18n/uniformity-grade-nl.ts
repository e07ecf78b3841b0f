/** The question and the plan of the page "Uniformiteit"; how its number was made is in `uniformity-nl.ts`, in Dutch at B1. English has the same keys. */
export const uniformityGradeNl = {
  title: 'Uniformiteit',
  question: 'Welk cijfer geef jij de uniformiteit?',
  lead: 'Ziet een buitenstaander dat deze accounts bij dezelfde organisatie horen? Kijk naar de namen, de foto’s en de toon.',
  sheet: 'Jullie accounts naast elkaar',
  hidden: 'Ons cijfer en de cijfers van anderen: verborgen tot jij een cijfer hebt gegeven.',
  ours: 'Wat wij berekenden',
  noScore: 'Er is nog niets berekend. Zeg eerst welke accounts van jullie zijn.',
  notGraded: 'nog geen cijfer',
  coverage: (percent: string) => `Wij konden ${percent} beoordelen.`,
  formulaText: (points: string, maximum: string, grade: string) =>
    `cijfer = 1 + 9 × punten ÷ maximum = 1 + 9 × ${points} ÷ ${maximum} = ${grade}`,
  rubric: (version: string, assessment: number) => `Regels ${version}, berekening ${assessment}.`,
  gap: {
    same: 'Jouw cijfer en ons cijfer liggen dicht bij elkaar.',
    higher: 'Jij bent positiever dan onze berekening. Wij vergelijken namen, beelden en teksten; jij ziet meer.',
    lower: 'Jij bent strenger dan onze berekening. Wij vergelijken namen, beelden en teksten; jij ziet meer.',
  },
  names: 'De namen onder elkaar',
  namesHelp: 'Het deel dat de namen delen, is onderstreept.',
  goodFirst: 'Dit gaat goed',
  canImprove: 'Dit kan beter',
  unseen: 'Niet te zien',
  plan: {
    title: 'Kan er iets beter?',
    lead: 'Schrijf op wat beter kan en hoe je dat voor elkaar krijgt. Klein beginnen is goed.',
    what: 'Wat kan er beter?',
    how: 'Hoe ga je dat voor elkaar krijgen?',
    owner: 'Wie doet het?',
    due: 'Wanneer is het klaar?',
    done: 'Dit is klaar',
    isDone: 'Klaar',
    add: 'Voeg toe aan het plan',
    edit: 'Pas aan',
    save: 'Bewaar',
    remove: 'Haal weg uit het plan',
    empty: 'Er staat nog niets in het plan.',
    by: (date: string) => `klaar op ${date}`,
    suggestion: 'Neem over in het plan',
  },
}

export type UniformityGradeMessages = typeof uniformityGradeNl
