import { count } from './count.ts'

/** The page that starts an audit, in Dutch at B1. English has the same keys. */
export const homeNl = {
  title: 'Begin een audit',
  question: 'Welke organisatie wil je bekijken?',
  lead: 'Eenlijn zoekt de accounts van je organisatie op social media en laat zien waar elk account gevonden is. Daarna geef jij ze een cijfer.',
  name: 'Naam van de organisatie',
  nameHelp: 'Zoals mensen de naam kennen. Een naam is genoeg.',
  start: 'Begin de audit',
  more: 'Vertel meer als je dat weet',
  website: 'Website',
  websiteHelp: 'Zoals in de adresbalk, bijvoorbeeld www.zorgwijde.example',
  aliases: 'Andere namen',
  aliasesHelp: 'Een naam op elke regel: afkortingen, oude namen, namen van locaties.',
  country: 'Land',
  countryAny: 'Maakt niet uit',
  platforms: 'Alleen deze platforms',
  platformsHelp: 'Kies je niets, dan kijken wij overal.',
  links: 'Links die je al hebt',
  linksHelp: 'Plak ze hier, een link op elke regel. Wij zoeken uit bij welk platform ze horen.',
  archive: 'Webarchief',
  archiveHelp: 'Een WARC-bestand van de website, tot 100 MB. Dan kijken wij alleen daarin en niet op internet.',
  demoTitle: 'Eerst zien hoe het werkt?',
  demoText: (n: number) =>
    `${n > 1 ? `Dit zijn ${n} audits` : 'Dit is een audit'} van een verzonnen organisatie. Je kunt er alles in proberen.`,
  demoOpen: 'Bekijk het voorbeeld',
  listTitle: 'Jouw audits',
  listEmpty: 'Hier komen de audits die je begint.',
  startedOn: (date: string) => `begonnen op ${date}`,
  ours: (n: number) => `${count(n, 'account', 'accounts')} van de organisatie`,
  undecided: (n: number) => `nog ${n} te beslissen`,
  audits: (n: number) => `${count(n, 'audit', 'audits')} tot nu toe`,
  nextTurn: (date: string) => `volgende keer op ${date}`,
  older: 'Oudere audits',
}

export type HomeMessages = typeof homeNl
