import { count } from './count.ts'

/** The words about lists of organisations, in Dutch at B1. English has the same keys. */
export const batchNl = {
  title: 'Lijst',
  link: 'Meer organisaties tegelijk? Lever een lijst in',
  lead: 'Bekijk veel organisaties in één keer. Wij doen er een paar tegelijk, zodat niemand lang hoeft te wachten.',
  form: {
    title: 'Een nieuwe lijst',
    label: 'Hoe noem je deze lijst?',
    text: 'Organisaties',
    textHelp: 'Eén per regel: de naam, een puntkomma en de website. De website mag je weglaten. Hooguit 1.000.',
    file: 'Of kies een bestand',
    fileHelp: 'CSV of tekst. In de eerste rij mogen kopjes staan: naam, website, land.',
    button: 'Begin met deze lijst',
  },
  bad: (n: number) =>
    `${count(n, 'regel klopt', 'regels kloppen')} nog niet. Verbeter of verwijder ze; de hele lijst staat nog in het veld.`,
  badLine: (line: number, raw: string, why: string) => `Regel ${line}, ‘${raw}’: ${why}`,
  badMore: (n: number) => `En nog ${count(n, 'regel', 'regels')}.`,
  list: {
    title: 'Jouw lijsten',
    empty: 'Hier komen de lijsten die je inlevert.',
    older: 'Oudere lijsten',
    unnamed: (date: string) => `Lijst van ${date}`,
    handedIn: (date: string) => `ingeleverd op ${date}`,
    size: (n: number) => count(n, 'organisatie', 'organisaties'),
  },
  states: {
    registering: 'wordt opgeschreven',
    running: 'loopt',
    done: 'klaar',
    cancelled: 'gestopt',
    error: 'niet gelukt',
  },
  itemStates: {
    waiting: 'wacht',
    running: 'loopt',
    choosing: 'wacht op jouw keuze',
    done: 'klaar',
    failed: 'niet gelukt',
    cancelled: 'gestopt',
  },
  page: {
    progress: 'Hoe ver wij zijn',
    ended: (ended: number, all: number) => `${ended} van ${count(all, 'organisatie', 'organisaties')} klaar`,
    rest: (running: number, waiting: number) => `Nu bezig: ${running}. In de wacht: ${waiting}.`,
    failed: (n: number) => `${count(n, 'organisatie', 'organisaties')} konden wij niet bekijken. Hieronder staat waarom.`,
    allFailed: 'Geen van de organisaties konden wij bekijken. Hieronder staat waarom.',
    stopped: 'Deze lijst is gestopt. Wat al gevonden was, staat er nog.',
    refresh: 'Ververs deze pagina om te zien hoe ver wij zijn.',
    stop: 'Stop deze lijst',
    stopHelp: 'Wat al gevonden is, blijft bewaard.',
    all: 'Alle lijsten',
  },
  table: {
    title: 'Per organisatie',
    lead: 'In de volgorde van jouw lijst. Een cijfer hangt af van wat wij konden zien, dus dit is geen ranglijst.',
    organisation: 'Organisatie',
    state: 'Stand',
    grade: 'Cijfer',
    coverage: 'Gezien',
    accounts: 'Accounts',
    deviations: 'Kan beter',
    undecided: (n: number) => `nog ${n} te beslissen`,
    noGrade: 'nog geen cijfer',
    hidden: 'na jouw cijfer',
    nothing: 'niet bekend',
    more: 'Volgende organisaties',
    first: 'Naar het begin van de lijst',
  },
}

export type BatchMessages = typeof batchNl
