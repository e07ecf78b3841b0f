import { count } from './count.ts'

/** The words about auditing again by itself, in Dutch at B1. English has the same keys. */
export const scheduleNl = {
  title: 'Opnieuw',
  link: 'Laat dit vanzelf opnieuw bekijken',
  lead: 'Een tweede audit laat zien wat er beter werd en wat er verdween. Kies hoe vaak wij opnieuw kijken.',
  next: {
    title: 'Zo staat het nu',
    on: (organisation: string, turn: string) => `Wij bekijken ${organisation} weer op ${turn}.`,
    never: 'Deze regel heeft geen volgende keer meer. Kies hieronder een andere.',
    rhythm: (rhythm: string, rule: string) => `Dat doen wij ${rhythm}${rule ? ` (${rule})` : ''}.`,
    zone: (zone: string) => `De tijd is die van ${zone}.`,
    last: (date: string) => `De vorige keer was op ${date}.`,
    openLast: 'Bekijk die audit',
    notYet: 'Er is nog geen keer geweest.',
    skipped: (n: number) => `${count(n, 'keer', 'keer')} overgeslagen.`,
    skippedWhy:
      'Toen liep er nog een audit van deze organisatie. Twee tegelijk zou de website dubbel belasten. De volgende keer gaat gewoon door.',
    none: 'Deze organisatie wordt nog niet vanzelf opnieuw bekeken.',
  },
  form: {
    title: 'Hoe vaak?',
    change: 'Verander hoe vaak',
    legend: 'Bekijk deze organisatie',
    advised: 'aangeraden',
    own: 'Zelf een regel schrijven',
    ownChoice: 'volgens deze regel',
    rule: 'Regel',
    ruleHelp: 'Vijf delen: minuut, uur, dag, maand en weekdag. Met 0 6 1 * * kijken wij elke eerste van de maand om zes uur.',
    timeZone: 'Tijdzone',
    timeZoneHelp: 'Bijvoorbeeld Europe/Amsterdam. Zomertijd en wintertijd gaan vanzelf goed.',
    save: 'Zet dit aan',
    saveAgain: 'Bewaar',
  },
  how: {
    title: 'Zo gaat dat',
    items: [
      'Wij vragen hetzelfde als bij deze audit. Wat je zelf inleverde, gaat niet opnieuw mee.',
      'De organisaties worden over een paar dagen verdeeld. Daarom is de volgende keer iets later dan de eerste van de maand.',
      'Stond de server uit, dan halen wij een gemiste keer één keer in.',
      'Een pagina die niet veranderde, vragen wij niet nog eens helemaal op. Je ziet dan wanneer wij hem het laatst zagen.',
    ],
  },
  remove: { button: 'Haal dit weg', help: 'De audits die er zijn, blijven staan.' },
  soon: {
    title: 'Dit komt eraan',
    turn: (turn: string) => `op ${turn}`,
    change: (organisation: string) => `Bekijk of verander wanneer ${organisation} aan de beurt is`,
  },
  unchanged: (n: number, from: string, to: string) =>
    `Daarvan ${n === 1 ? 'was er 1' : `waren er ${n}`} onveranderd, of nog geen dag oud. Daar gebruikten wij wat een eerdere audit bewaarde, gezien ${from === to ? `op ${from}` : `tussen ${from} en ${to}`}.`,
}

export type ScheduleMessages = typeof scheduleNl
