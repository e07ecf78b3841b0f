import { count } from './count.ts'

/** The words of the page about locations, in Dutch at B1. */
export const locationsNl = {
  title: 'Locaties',
  lead: 'Elke locatie op elk platform: wat is er, wat staat dubbel of stil, en waar heeft nog niemand gekeken.',
  link: 'Bekijk per locatie op welke platforms zij staat',
  import: {
    title: 'Locaties toevoegen',
    label: 'Plak de locaties',
    help: 'Een naam op elke regel, of een tabel met naam, plaats, adres en website. Uit een rekenblad plakken mag ook. Hoogstens 1.000 regels.',
    file: 'Of kies een CSV-bestand',
    button: 'Voeg toe',
    site: 'Of lees ze van de website',
    siteHelp: (n: number) =>
      n === 0
        ? 'Op de website zijn geen bladzijden over locaties gelezen.'
        : `${count(n, 'bladzijde', 'bladzijden')} over locaties gelezen op de website.`,
    siteButton: 'Lees ze van de website',
    added: (n: number) => `${count(n, 'locatie', 'locaties')} toegevoegd.`,
    known: (n: number) => `${count(n, 'locatie stond', 'locaties stonden')} er al.`,
    bad: 'Deze regels zijn overgeslagen:',
    line: (n: number) => `Regel ${n}`,
    none: 'Op de website staan geen locaties die wij herkennen. Plak de lijst hierboven.',
  },
  empty: 'Er zijn nog geen locaties.',
  matrix: 'Overzicht',
  counted: (n: number, m: number) => `${n} van ${count(m, 'locatie', 'locaties')}`,
  filter: {
    label: 'Filter de locaties',
    text: 'Naam of plaats',
    state: 'Stand',
    all: 'Alles',
    button: 'Filter',
    clear: 'Toon alle locaties',
  },
  location: 'Locatie',
  noPlace: 'Zonder plaats',
  of: (state: string, location: string, platform: string) => `${state}, ${location} op ${platform}`,
  csv: 'Download dit overzicht als CSV',
  cell: {
    close: 'Sluit dit vak',
    accounts: 'Accounts',
    certain: (percent: string) => `${percent} zeker`,
    byPerson: 'gezegd door een collega',
    detach: 'Hoort niet bij deze locatie',
    answer: 'Wat weet jij ervan?',
    note: 'Toelichting',
    save: 'Bewaar',
    undo: 'Neem dit antwoord terug',
    attach: 'Een account dat bij deze locatie hoort',
    choose: 'Kies een account',
    attachButton: 'Koppel',
    noAccounts: 'Er zijn hier geen andere accounts gevonden.',
    remove: 'Haal deze locatie van de lijst',
    activity: { active: 'actief', quiet: 'rustig', dormant: 'slapend', abandoned: 'verlaten', unknown: 'activiteit niet gezien' },
  },
  sprawl: {
    title: 'Wildgroei',
    lead: 'Deze accounts lijken bij de organisatie te horen, maar staan los van de rest. Zeg van elk wat ermee moet gebeuren. Bij het platform zelf verandert er niets.',
    none: 'Er zijn geen accounts die los van de rest staan.',
    decide: (handle: string) => `Wat moet er met ${handle} gebeuren?`,
    decidedBy: (by: string | null, date: string) => `Besloten door ${by ?? 'een collega'} op ${date}`,
    note: 'Toelichting',
    undo: 'Neem terug',
    left: (n: number) => (n === 0 ? 'Over alles is besloten.' : `Nog ${n} te beslissen.`),
  },
}

export type LocationMessages = typeof locationsNl
