import { count } from './count.ts'

/** The page "Zoeken": how the search goes and what it found, in Dutch at B1. English has the same keys. */
export const auditNl = {
  heading: 'Zoeken',
  demo: 'Voorbeeld met een verzonnen organisatie.',
  own: 'Begin je eigen audit',
  finished: (date: string) => `Klaar op ${date}`,
  queued: { title: 'Je audit staat klaar', text: 'Wij beginnen zo. Je kunt deze pagina open laten staan of later terugkomen.' },
  running: {
    title: 'Wij zijn aan het zoeken',
    text: 'Je kunt deze pagina open laten staan of later terugkomen. Er gaat niets verloren.',
  },
  now: 'Nu',
  nowNothing: 'Wij zoeken uit waar wij het eerst kijken.',
  reading: 'wij lezen',
  looking: 'wij bekijken',
  progress: (done: number, all: number) => `${done} van ${count(all, 'zoekroute', 'zoekroutes')} klaar`,
  pages: (n: number) => `${count(n, 'pagina', 'pagina’s')} gelezen`,
  found: (n: number) => `${count(n, 'account', 'accounts')} gevonden`,
  foundTitle: 'Wat wij vonden',
  foundNothingYet: 'Nog niets.',
  refresh: 'Ververs deze pagina om te zien hoe ver wij zijn.',
  cancel: 'Stop de audit',
  cancelHelp: 'Wat al gevonden is, blijft bewaard.',
  again: 'Zoek opnieuw',
  againHelp: 'Er komt een nieuwe audit. Deze blijft staan zoals hij is.',
  done: {
    title: (accounts: number, platforms: number) =>
      `Wij vonden ${count(accounts, 'account', 'accounts')} op ${count(platforms, 'platform', 'platforms')}`,
    text: (sure: number) =>
      sure === 0
        ? 'Kijk welke van jullie zijn.'
        : sure === 1
          ? '1 daarvan is volgens ons van jullie. Jij beslist.'
          : `${sure} daarvan zijn volgens ons van jullie. Jij beslist.`,
    partial: 'Wij konden niet overal kijken. Hieronder staat waar niet, en hoe je daar zelf kijkt.',
  },
  empty: {
    title: 'Wij vonden geen accounts',
    text: 'Dat betekent niet dat ze er niet zijn. Ken je zelf een account? Voeg de link toe, dan gaan wij daarmee verder.',
  },
  blind: {
    title: 'Wij konden nergens kijken',
    text: 'Dat zegt niets over je organisatie. Je kunt de audit met de hand doen: plak de links die je kent.',
  },
  cancelled: { title: 'Deze audit is gestopt', text: 'Wat al gevonden was, staat er nog. Je kunt ermee verder of opnieuw zoeken.' },
  failed: {
    title: 'Het zoeken is niet gelukt',
    text: 'Er ging bij ons iets mis. Jij hebt niets fout gedaan. Zoek opnieuw, of ga verder met wat er al staat.',
    detail: 'Wat er misging',
  },
  choosing: {
    title: 'Welke organisatie bedoel je?',
    text: (name: string) => `Er zijn meer organisaties die ‘${name}’ heten. Kies de jouwe, dan zoeken wij verder.`,
    legend: 'Organisaties met deze naam',
    none: 'Geen van deze',
    noneHelp: 'Wij gaan verder zonder website. Je kunt zelf links toevoegen.',
    noWebsite: 'Geen website bekend',
    website: 'Of geef zelf de website',
    button: 'Zoek verder',
  },
  site: {
    no: (site: string, name: string) =>
      `De website ${site} lijkt niet van ${name} te zijn. Wat wij daar vonden, tellen wij daarom niet zomaar mee. Kijk of het adres klopt.`,
    doubtful: (site: string, name: string) => `Wij weten niet zeker of de website ${site} van ${name} is. Kijk of het adres klopt.`,
  },
  announce: (found: number, done: number, all: number) =>
    `${count(found, 'account', 'accounts')} gevonden, ${done} van ${all} zoekroutes klaar.`,
  ended: 'Het zoeken is klaar.',
  showNew: (n: string) => `Laat ${n} nieuwe zien`,
}

export type AuditMessages = typeof auditNl
