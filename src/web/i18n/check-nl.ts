import { count } from './count.ts'

/** The words of "Is dit account van ons?", for the organisation and for anybody who asks, in Dutch at B1. */
export const checkNl = {
  title: 'Is dit account van ons?',
  link: 'Laat iedereen navragen welke accounts van jullie zijn',
  lead: 'Mensen krijgen weleens een bericht van een account dat zich voordoet als een ander. Hier kunnen zij navragen welke accounts echt van jullie zijn.',
  shows: (n: number) =>
    n === 0
      ? 'Er is nog niets te laten zien.'
      : `Wij laten ${count(n, 'account', 'accounts')} zien: die waarvan jullie zelf zeiden dat ze van jullie zijn.`,
  none: {
    title: 'Er is nog niets te laten zien',
    text: 'Zeg eerst welke accounts van jullie zijn. Alleen die laten wij zien.',
    button: 'Naar de accounts',
  },
  promises: [
    'Alleen accounts van de organisatie. Nooit profielen van mensen.',
    'Van elk ander account zeggen wij alleen dat het niet in jullie lijst staat.',
    'Zet je het uit, dan antwoordt deze pagina meteen niemand meer.',
  ],
  off: {
    title: 'Dit staat uit',
    slug: 'Adres van de pagina',
    slugHelp: (start: string) => `Komt achter ${start}`,
    button: 'Zet het aan',
  },
  on: {
    title: 'Dit staat aan',
    since: (date: string) => `Sinds ${date}.`,
    page: 'De pagina voor iedereen',
    embed: 'Op jullie eigen website',
    embedHelp: 'Met deze regel staat de lijst op jullie website. Er zit geen script en geen cookie in.',
    api: 'Voor programma’s',
    change: 'Verander het adres',
    changeButton: 'Bewaar het adres',
    offButton: 'Zet het uit',
  },
  listTitle: { on: 'Dit ziet iedereen', off: 'Dit ziet iedereen straks' },
  status: { official: 'officieel', closed: 'niet meer in gebruik' },
  dates: (since: string, lastSeen: string | null) =>
    lastSeen ? `bekend sinds ${since}, voor het laatst gezien op ${lastSeen}` : `bekend sinds ${since}`,
  public: {
    title: (organisation: string) => `Is dit account van ${organisation}?`,
    lead: (organisation: string) => `Plak het adres van een account. Wij zeggen of het in de lijst staat van ${organisation}.`,
    url: 'Adres van het account',
    urlHelp: 'Bijvoorbeeld https://www.instagram.com/zorgwijde',
    button: 'Kijk na',
    answer: {
      official: (account: string, organisation: string) => `Ja. ${account} is van ${organisation}.`,
      closed: (account: string, organisation: string) => `${account} was van ${organisation} en is niet meer in gebruik.`,
      unknown: (organisation: string) => `Dit account staat niet in de lijst van ${organisation}.`,
    },
    unknownHelp: 'Dat zegt niet dat er iets mis mee is. Twijfel je, vraag het dan aan de organisatie zelf.',
    closedHelp: 'Krijg je er nog berichten van? Vraag dan aan de organisatie zelf of dat klopt.',
    noAccount: 'Wij herkennen hierin geen account. Plak het hele adres uit de adresbalk.',
    list: (organisation: string) => `Alle accounts van ${organisation}`,
    empty: 'Er staat nog geen account in de lijst.',
    website: 'Website van de organisatie',
    feed: 'Volg wat er verandert',
    footer: 'De organisatie zegt zelf welke accounts van haar zijn. Deze pagina bewaart niets van jou.',
  },
}

export type CheckMessages = typeof checkNl
