import { count } from './count.ts'

/** The words of the page with differences, in Dutch at B1. English has the same keys. */
export const differenceNl = {
  title: 'Verschil',
  question: 'Wat is er veranderd?',
  link: 'Bekijk wat er veranderde sinds de vorige audit',
  lead: (before: string, after: string) => `De audit van ${after}, naast die van ${before}.`,
  first: {
    title: 'Dit is de eerste audit',
    text: 'Er is nog niets om naast te leggen. Na de volgende audit zie je hier wat er beter ging en wat er veranderde.',
  },
  running: 'De audit loopt nog. Zodra hij klaar is, zie je hier wat er veranderde.',
  none: 'Er is niets veranderd tussen deze twee audits.',
  compare: { label: 'Vergelijk met de audit van', button: 'Vergelijk' },
  counts: {
    title: 'In het kort',
    up: (n: number) => `${count(n, 'punt', 'punten')} vooruit`,
    down: (n: number) => `${count(n, 'punt', 'punten')} achteruit`,
    equal: (n: number) => `${count(n, 'punt', 'punten')} gelijk`,
    help: 'Wij tellen alleen wat de organisatie zelf deed, en alleen waar beide keren hetzelfde gemeten is.',
  },
  alerts: {
    title: 'Kijk hier eerst naar',
    vanished: 'Dit account bestaat niet meer',
    'changed-hands': 'Iemand anders gebruikt deze naam nu',
    'lost-link': 'Je website leidt niet meer naar dit account',
    'look-alike': 'Dit account lijkt op dat van jullie. Dat is niet bevestigd',
  },
  score: {
    title: 'Het cijfer voor uniformiteit',
    from: (before: string, after: string) => `Van ${before} naar ${after}`,
    same: (grade: string) => `Het bleef ${grade}`,
    none: 'nog geen cijfer',
    cause: {
      organisation: 'Wat jullie deden',
      norm: 'Een andere norm',
      visibility: 'Wat er te zien was',
    },
    gained: (grade: string) => `${grade} erbij`,
    lost: (grade: string) => `${grade} eraf`,
    step: (before: string, after: string) => `van ${before} naar ${after}`,
    fair: 'Alleen de eerste regel zegt iets over jullie werk.',
  },
  sections: {
    better: { title: 'Dit ging vooruit', lead: 'Dit staat er nu beter voor dan de vorige keer.' },
    worse: { title: 'Dit kan beter', lead: 'Dit stond er de vorige keer beter voor.' },
    other: { title: 'Dit veranderde', lead: 'Niet beter en niet slechter, wel anders.' },
    norm: { title: 'De norm veranderde', lead: 'Hier wordt nu iets anders gevraagd. Dat zegt niets over jullie werk.' },
    visibility: { title: 'Wat er te zien was', lead: 'Dit zagen wij maar één keer. Dat is geen vooruitgang en geen achteruitgang.' },
  },
  before: 'Toen',
  after: 'Nu',
  evidence: 'Bekijk het bewijs',
  page: 'Open de pagina',
  picture: (item: string, account: string, when: string) => `${item} van ${account}, ${when}`,
  noPicture: 'Geen foto',
  notThere: 'niet gevonden',
  consequences: 'Wat dit betekent',
  consequence: (before: string, after: string) => `eerst ‘${before}’, nu ‘${after}’`,
  affects: (n: number) => `Hierdoor ${n} keer een ander oordeel.`,
  more: (n: number) => `Nog ${n}`,
  plan: {
    done: 'Dit is gedaan',
    doneLead: 'Dit stond in het vorige plan. De audit zag dat het nu klopt en heeft het zelf afgevinkt.',
    asked: (date: string) => `Stond in het plan van ${date}.`,
    seen: 'Een latere audit zag dat dit klopt',
  },
  json: 'Alle verschillen als JSON',
  trend: 'Bekijk het verloop over alle audits',
}

export type DifferenceMessages = typeof differenceNl
