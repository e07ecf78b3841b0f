/** The page "Kijk zelf", in Dutch at B1. English has the same keys. */
export const captureNl = {
  title: (platform: string) => `Kijk zelf op ${platform}`,
  back: 'Terug zonder iets te bewaren',
  lead: (platform: string) =>
    `${platform} laat ons als programma niet altijd binnen, en jou wel. Kijk zelf en geef ons wat je ziet. Dat kost je een minuut.`,
  step: { open: '1. Open het account en kijk', give: '2. Geef ons wat je zag' },
  oneIsEnough: 'Een van de drie is genoeg: een schermafbeelding, een opgeslagen pagina of een paar ingevulde velden.',
  screenshot: 'Schermafbeelding van het profiel',
  screenshotHelp: 'Met naam, foto en beschrijving erop. Windows: Windows-toets, Shift en S. Mac: Command, Shift en 4. Hoogstens 10 MB.',
  page: 'Opgeslagen pagina',
  pageHelp: 'Druk op Ctrl-S (Mac: Command-S). Kies ‘Webpagina, één bestand’ als dat kan: dan komt de profielfoto mee. Hoogstens 20 MB.',
  drop: 'Je kunt bestanden ook hierheen slepen. Een schermafbeelding kun je plakken met Ctrl-V.',
  taken: (name: string) => `Klaar om te bewaren: ${name}`,
  typed: 'Of vul in wat je zag',
  field: {
    name: 'Naam van het account',
    description: 'Beschrijving',
    website: 'Website in het profiel',
    lastPost: 'Datum van het nieuwste bericht',
  },
  lastPostHelp: 'Ongeveer is goed genoeg. Let op: een vastgezet bericht kan ouder zijn.',
  picture: { legend: 'Heeft het account een eigen profielfoto?', notLooked: 'Niet op gelet', yes: 'Ja', no: 'Nee' },
  found: {
    legend: 'Wat zag je?',
    profile: 'Het account',
    gone: (platform: string) => `${platform} zegt dat dit account er niet (meer) is`,
  },
  person: 'Je naam',
  personHelp: 'Zo weten anderen wie er keek. Je hebt geen wachtwoord nodig.',
  you: (name: string) => `Wij zetten erbij dat ${name} keek.`,
  button: 'Bewaar wat ik zag',
  privacy:
    'Van een opgeslagen pagina bewaren wij alleen het profiel zelf, niet de pagina. Scripts in de pagina doen niets. Een schermafbeelding bewaren wij als bewijs, even lang als ander bewijs.',
  facts: {
    lastPost: (date: string, activity: string) => `laatste bericht ${date} (${activity})`,
    followers: (n: number, number: string) => `${number} ${n === 1 ? 'volger' : 'volgers'}`,
    activity: { active: 'actief', quiet: 'rustig', dormant: 'slapend', abandoned: 'verlaten', unknown: 'onbekend' },
  },
  offer: 'Kijk zelf',
  again: 'Kijk opnieuw',
  seenBy: (by: string | null, date: string) => `Gezien door ${by ?? 'een collega'} op ${date}`,
  screenshotOf: (handle: string) => `Bekijk de schermafbeelding van ${handle}`,
  machineSaw: (date: string) => `Wat ons programma zag op ${date}`,
}

export type CaptureMessages = typeof captureNl
