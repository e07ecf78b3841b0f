/** What stands around every page, in Dutch at B1. English has the same keys. */
export const siteNl = {
  name: 'Eenlijn',
  promise: 'Geblokkeerd is niet hetzelfde als afwezig.',
  skip: 'Naar de inhoud',
  menu: 'Hoofdmenu',
  audits: 'Audits',
  about: 'Zo werkt Eenlijn',
  shortcuts: 'Sneltoetsen',
  otherLanguage: 'English',
  newTab: '(opent een nieuw tabblad)',
  version: (version: string) => `versie ${version}`,
  close: 'Sluiten',
  problem: 'Kijk dit nog even na',
  optional: 'mag leeg blijven',
}

export const keysNl = {
  title: 'Sneltoetsen',
  intro: 'Deze toetsen werken op de pagina ‘Van ons?’.',
  on: 'Sneltoetsen aan',
  onHelp: 'Zet ze uit als je met je stem bestuurt.',
}

export const problemsNl = {
  home: 'Naar het begin',
  wrong: 'Deze pagina is er niet',
  wrongText: 'Misschien is het adres niet goed overgenomen, of is de audit gewist.',
}

export type SiteMessages = typeof siteNl
export type KeysMessages = typeof keysNl
export type ProblemsMessages = typeof problemsNl
