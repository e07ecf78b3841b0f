import type { AuditState, RouteState } from '../model/audit.ts'
import type { AccountKind, RouteId, Verdict } from '../model/candidate.ts'
import type { Zone } from '../model/mention.ts'
import type { SnapshotState, WallKind } from '../model/snapshot.ts'
import type { Text } from '../model/text.ts'

/** The vocabulary as the report says it. Keys are the model's; the compiler finds a missing word. */

export const routeWords: Readonly<Record<RouteId, Text>> = {
  website: { nl: 'De website', en: 'The website' },
  wikidata: { nl: 'Wikidata', en: 'Wikidata' },
  'search-engine': { nl: 'Een zoekmachine', en: 'A search engine' },
  'platform-search': { nl: 'Zoeken op het platform', en: 'Searching on the platform' },
  'handle-guess': { nl: 'Voor de hand liggende namen', en: 'Likely names' },
  'linked-account': { nl: 'Een verwijzing op een ander account', en: 'A link on another account' },
  'earlier-audit': { nl: 'Een eerdere audit', en: 'An earlier audit' },
  print: { nl: 'Drukwerk', en: 'Printed matter' },
  press: { nl: 'De pers', en: 'The press' },
  pasted: { nl: 'Zelf ingevoerd', en: 'Entered by hand' },
}

export const routeStateWords: Readonly<Record<RouteState, Text>> = {
  waiting: { nl: 'wacht', en: 'waiting' },
  running: { nl: 'bezig', en: 'under way' },
  done: { nl: 'klaar', en: 'done' },
  partial: { nl: 'deels bekeken', en: 'partly looked at' },
  'not-looked': { nl: 'niet bekeken', en: 'not looked at' },
  cancelled: { nl: 'gestopt', en: 'stopped' },
}

export const auditStateWords: Readonly<Record<AuditState, Text>> = {
  queued: { nl: 'staat klaar', en: 'waiting to start' },
  running: { nl: 'bezig', en: 'under way' },
  choosing: { nl: 'wacht op jouw keuze', en: 'waiting for your choice' },
  done: { nl: 'klaar', en: 'done' },
  cancelled: { nl: 'gestopt', en: 'stopped' },
  failed: { nl: 'mislukt', en: 'failed' },
}

export const verdictWords: Readonly<Record<Verdict, Text>> = {
  ours: { nl: 'van ons', en: 'ours' },
  likely: { nl: 'waarschijnlijk van ons', en: 'probably ours' },
  unknown: { nl: 'nog niet te zeggen', en: 'cannot be said yet' },
  'not-ours': { nl: 'niet van ons', en: 'not ours' },
}

export const kindWords: Readonly<Record<AccountKind, Text>> = {
  central: { nl: 'hoofdaccount', en: 'main account' },
  unit: { nl: 'afdeling', en: 'department' },
  location: { nl: 'locatie', en: 'location' },
  campaign: { nl: 'campagne', en: 'campaign' },
  affiliate: { nl: 'verwante organisatie', en: 'affiliate' },
  duplicate: { nl: 'dubbel account', en: 'duplicate account' },
  reserved: { nl: 'vrijgehouden naam', en: 'reserved name' },
  orphan: { nl: 'account zonder beheerder', en: 'account without a manager' },
  fan: { nl: 'fans', en: 'fans' },
  parody: { nl: 'parodie', en: 'parody' },
  impostor: { nl: 'lijkt zich voor te doen als ons', en: 'seems to pose as us' },
  person: { nl: 'persoon', en: 'person' },
  agency: { nl: 'bureau dat de website maakte', en: 'agency that made the website' },
  host: { nl: 'aanbieder van de website', en: 'provider of the website' },
  partner: { nl: 'partner', en: 'partner' },
  quoted: { nl: 'alleen genoemd', en: 'merely mentioned' },
  unknown: { nl: 'onbekend', en: 'unknown' },
}

/** Where on a page; '' where the page gives no name to the place. */
export const zoneWords: Readonly<Record<Zone, Text>> = {
  head: { nl: 'in de gegevens achter de pagina', en: 'in the data behind the page' },
  header: { nl: 'bovenaan', en: 'at the top' },
  nav: { nl: 'in het menu', en: 'in the menu' },
  main: { nl: 'in de tekst', en: 'in the text' },
  article: { nl: 'in een artikel', en: 'in an article' },
  aside: { nl: 'in de zijkolom', en: 'in the side column' },
  comments: { nl: 'in een reactie', en: 'in a comment' },
  footer: { nl: 'onderaan', en: 'at the bottom' },
  'social-box': { nl: 'bij de knoppen voor sociale media', en: 'among the social media buttons' },
  'person-card': { nl: 'bij een medewerker', en: 'with a member of staff' },
  unknown: { nl: '', en: '' },
}

export const lookWords: Readonly<Record<SnapshotState, Text>> = {
  captured: { nl: 'bekeken', en: 'looked at' },
  walled: { nl: 'niet te zien', en: 'not to be seen' },
  gone: { nl: 'bestaat niet meer', en: 'no longer there' },
  unreachable: { nl: 'niet te bereiken', en: 'not to be reached' },
}

export const wallWords: Readonly<Record<WallKind, Text>> = {
  login: { nl: 'Je ziet dit account alleen als je bent ingelogd.', en: 'This account can be seen only when signed in.' },
  consent: { nl: 'Er stond een toestemmingsscherm voor.', en: 'A consent screen stood in front of it.' },
  blocked: { nl: 'Het platform weigerde de vraag.', en: 'The platform refused the request.' },
  'rate-limited': { nl: 'Het platform vroeg ons te wachten.', en: 'The platform asked us to wait.' },
  robots: { nl: 'Het platform vraagt programma’s om hier niet te kijken.', en: 'The platform asks programs not to look here.' },
  'not-found': { nl: 'Op dit adres staat geen account meer.', en: 'There is no account at this address any more.' },
  suspended: { nl: 'Het platform heeft dit account stilgezet.', en: 'The platform has suspended this account.' },
  moved: { nl: 'Dit account is verhuisd naar een ander adres.', en: 'This account has moved to another address.' },
  'closed-platform': { nl: 'Dit platform bestaat niet meer.', en: 'This platform no longer exists.' },
  network: { nl: 'De verbinding met het platform lukte niet.', en: 'The connection to the platform failed.' },
  'not-in-archive': { nl: 'De pagina staat niet in het archief.', en: 'The page is not in the archive.' },
  unreadable: { nl: 'De pagina kwam aan, maar was niet te lezen.', en: 'The page arrived but could not be read.' },
  expired: {
    nl: 'Wat YouTube ons gaf, is ouder dan 30 dagen. Dan mogen wij het niet meer laten zien.',
    en: 'What YouTube gave us is older than 30 days. After that we may not show it any more.',
  },
}

const lookYourself: Text = {
  nl: 'Open het account in je eigen browser, bekijk het en geef zelf een cijfer.',
  en: 'Open the account in your own browser, look at it and grade it yourself.',
}
const lookLater: Text = {
  nl: 'Begin de audit later opnieuw, of open het account in je eigen browser.',
  en: 'Start the audit again later, or open the account in your own browser.',
}
const checkAddress: Text = {
  nl: 'Kijk of het account een nieuw adres heeft, en pas de verwijzing aan.',
  en: 'See whether the account has a new address, and mend the link.',
}

/** How a person goes on where the product could not. */
export const byHandWords: Readonly<Record<WallKind, Text>> = {
  login: lookYourself,
  consent: lookYourself,
  blocked: lookYourself,
  'rate-limited': lookLater,
  robots: lookYourself,
  'not-found': checkAddress,
  suspended: lookYourself,
  moved: checkAddress,
  'closed-platform': { nl: 'Haal de verwijzing weg.', en: 'Remove the link.' },
  network: lookLater,
  'not-in-archive': lookYourself,
  unreadable: lookYourself,
  expired: lookLater,
}

/** For an account that nobody looked at. */
export const notLooked: Text = { nl: 'Hier is nog niet gekeken.', en: 'Nobody has looked here yet.' }
export const lookByHand = lookYourself

/** What somebody said of a platform without account. */
export const answerWords = {
  'not-found': { nl: 'Niet gevonden', en: 'Not found' },
  'does-not-exist': { nl: 'Bestaat niet', en: 'Does not exist' },
  'deliberately-absent': { nl: 'Bewust niet aanwezig', en: 'Deliberately not present' },
  'could-not-look': { nl: 'Niet kunnen kijken', en: 'Could not look' },
} as const satisfies Readonly<Record<string, Text>>
