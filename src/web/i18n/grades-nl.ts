import { count } from './count.ts'

/** The page "Cijfer", in Dutch at B1. English has the same keys. */
export const gradesNl = {
  title: 'Cijfer',
  question: 'Welk cijfer geef je elk account, en waarom?',
  lead: 'Open elk account, kijk rustig rond en geef een cijfer van 1 tot en met 10. Halve cijfers mogen ook.',
  who: {
    title: 'Wie geeft de cijfers?',
    text: 'Zo weten anderen van wie een cijfer is. Je hebt geen wachtwoord nodig.',
    label: 'Je naam',
    button: 'Begin met cijfers geven',
    you: (name: string) => `Je geeft cijfers als ${name}.`,
    change: 'Verander je naam',
    save: 'Bewaar je naam',
  },
  none: {
    title: 'Er is nog geen account om een cijfer te geven',
    text: 'Zeg eerst welke accounts van jullie zijn.',
    button: 'Naar de accounts',
  },
  progress: (done: number, all: number) => `Jij gaf ${done} van ${count(all, 'account', 'accounts')} een cijfer.`,
  onlyLink: 'Dit is alleen een link. Open het account zelf voor je een cijfer geeft.',
  grade: 'Cijfer',
  gradeHelp: '1 tot en met 10, bijvoorbeeld 7,5',
  reason: 'Omdat',
  reasonHelp: 'Wat zag je? Wat vind je daar goed aan, en wat minder?',
  cannot: 'Niet te beoordelen',
  cannotHelp: 'Laat het cijfer dan leeg en zeg bij ‘Omdat’ waarom.',
  save: 'Bewaar cijfer',
  saveAgain: 'Bewaar nieuw cijfer',
  saved: 'Bewaard',
  edit: 'Verander je cijfer',
  yours: 'Jouw cijfer',
  version: (n: number, date: string) => `versie ${n}, ${date}`,
  hidden: (n: number) =>
    `${n === 0 ? 'Cijfers van anderen' : n === 1 ? 'Het cijfer van 1 ander' : `De cijfers van ${n} anderen`} en onze opmerkingen: verborgen tot jij een cijfer hebt gegeven.`,
  others: 'Cijfers van anderen',
  noOthers: 'Nog niemand anders gaf een cijfer.',
  remarks: 'Wat ons opviel',
  noRemarks: 'Wij hebben hier geen opmerkingen.',
  draft: 'Je vorige tekst is teruggezet. Hij is nog niet bewaard.',
  drop: 'Gooi deze tekst weg',
  notGraded: 'niet te beoordelen',
}

export type GradesMessages = typeof gradesNl
