import type { Explanation } from '../../checks/check.ts'
import type { ChangeItem } from '../../model/difference.ts'
import type { Finding, Outcome } from '../../model/finding.ts'
import type { HouseStyle } from '../../model/house-style.ts'
import type { Activity } from '../../model/snapshot.ts'
import type { Text } from '../../model/text.ts'
import { notLooked, wallWords } from '../words.ts'
import type { AccountThen } from './side.ts'

/** What a change is about, in one or two words. Keys are the model's; the compiler finds a missing word. */
export const itemWords: Readonly<Record<ChangeItem, Text>> = {
  account: { nl: 'Account', en: 'Account' },
  place: { nl: 'Link op de website', en: 'Link on the website' },
  handle: { nl: 'Accountnaam', en: 'Handle' },
  'display-name': { nl: 'Weergavenaam', en: 'Display name' },
  description: { nl: 'Beschrijving', en: 'Description' },
  website: { nl: 'Link in het profiel', en: 'Link in the profile' },
  picture: { nl: 'Profielfoto', en: 'Profile picture' },
  banner: { nl: 'Achtergrondfoto', en: 'Background picture' },
  verified: { nl: 'Verificatie', en: 'Verification' },
  activity: { nl: 'Activiteit', en: 'Activity' },
  followers: { nl: 'Volgers', en: 'Followers' },
  verdict: { nl: 'Van wie het is', en: 'Whose it is' },
  kind: { nl: 'Soort account', en: 'Sort of account' },
  check: { nl: 'Onderdeel', en: 'Part' },
  grade: { nl: 'Cijfer voor uniformiteit', en: 'Uniformity grade' },
  coverage: { nl: 'Hoeveel er te zien was', en: 'How much could be seen' },
  rubric: { nl: 'Meetlat', en: 'Rubric' },
  agreement: { nl: 'Afspraken', en: 'Agreements' },
  explanation: { nl: 'Uitleg', en: 'Explanation' },
  sight: { nl: 'Wat er te zien was', en: 'What could be seen' },
  route: { nl: 'Waar wij keken', en: 'Where we looked' },
}

export const activityWords: Readonly<Record<Activity, Text>> = {
  active: { nl: 'actief', en: 'active' },
  quiet: { nl: 'rustig', en: 'quiet' },
  dormant: { nl: 'slapend', en: 'dormant' },
  abandoned: { nl: 'verlaten', en: 'abandoned' },
  unknown: { nl: 'niet te zien', en: 'not to be seen' },
}

export const agreementWords: Readonly<Record<keyof HouseStyle, Text>> = {
  names: { nl: 'namen', en: 'names' },
  background: { nl: 'achtergrondfoto', en: 'background picture' },
  portraits: { nl: 'portretten', en: 'portraits' },
  logo: { nl: 'logo', en: 'logo' },
  colours: { nl: 'kleuren', en: 'colours' },
  description: { nl: 'beschrijving', en: 'description' },
  off: { nl: 'wat er meetelt', en: 'what counts' },
}

const outcomeWords: Readonly<Record<Exclude<Outcome['kind'], 'scored'>, Text>> = {
  notApplicable: { nl: 'hier niet van toepassing', en: 'does not apply here' },
  unknown: { nl: 'niet te zien', en: 'not to be seen' },
  error: { nl: 'niet beoordeeld', en: 'not judged' },
}

/** A finding in one line: its verdict, or why there is none. */
export const findingText = ({ outcome, verdict }: Finding): Text => (outcome.kind === 'scored' ? verdict : outcomeWords[outcome.kind])

export const plain = (text: string): Text => ({ nl: text, en: text })
export const nothing: Text = { nl: 'niets', en: 'nothing' }
export const yesNo = (value: boolean): Text =>
  value ? { nl: 'geverifieerd', en: 'verified' } : { nl: 'niet geverifieerd', en: 'not verified' }

/** How a look went. */
export function lookText({ snapshot }: AccountThen): Text {
  if (snapshot === null) return notLooked
  if (snapshot.state !== 'captured') return wallWords[snapshot.wall ?? (snapshot.state === 'walled' ? 'blocked' : 'network')]
  return snapshot.seenBy === 'person' ? { nl: 'Bekeken door een mens.', en: 'Looked at by a person.' } : looked
}
const looked: Text = { nl: 'Bekeken.', en: 'Looked at.' }

export const explanationText = ({ reason, approver }: Explanation): Text => ({
  nl: `${reason} (goedgevonden door ${approver})`,
  en: `${reason} (approved by ${approver})`,
})

/** Why a change has the cause that it has. */
export const because = {
  bothSeen: { nl: 'Beide keren gezien, en anders.', en: 'Seen both times, and different.' },
  wasGone: {
    nl: 'Het platform zegt zelf dat het account er niet meer is.',
    en: 'The platform itself says that the account is no longer there.',
  },
  isBack: { nl: 'Het platform zei eerst dat het account er niet was.', en: 'The platform first said that the account was not there.' },
  hands: {
    nl: 'Dezelfde naam, en een ander nummer van het platform: iemand anders gebruikt deze naam nu.',
    en: 'The same name, and another number of the platform: somebody else uses this name now.',
  },
  unlinked: {
    nl: 'Deze pagina lazen wij beide keren. De link staat er niet meer.',
    en: 'We read this page both times. The link is no longer there.',
  },
  linked: {
    nl: 'Deze pagina lazen wij beide keren. De link stond er eerst niet.',
    en: 'We read this page both times. The link was not there before.',
  },
  newlyMade: {
    nl: 'De vorige keer keken wij op dezelfde plek en stond het er niet.',
    en: 'Last time we looked in the same place and it was not there.',
  },
  lookedFurther: {
    nl: 'De vorige keer keken wij niet op deze plek. Misschien was het er toen al.',
    en: 'Last time we did not look in this place. It may have been there already.',
  },
  notNamedThen: {
    nl: 'De vorige keer zochten wij ook, en kwam het niet naar boven. Misschien was het er toen al.',
    en: 'Last time we searched as well, and it did not come up. It may have been there already.',
  },
  lookedLess: {
    nl: 'Wij vonden het deze keer niet terug. Dat zegt niet dat het weg is.',
    en: 'We did not find it again this time. That does not say that it is gone.',
  },
  seenElsewise: { nl: 'Er was meer of minder te zien.', en: 'More or less could be seen.' },
  routeElsewise: { nl: 'De ene keer keken wij hier wel, de andere keer niet.', en: 'One time we looked here, the other time we did not.' },
  person: { nl: 'Een mens heeft gezegd van wie dit account is.', en: 'A person said whose account this is.' },
  otherVersion: { nl: 'Wij oordelen nu anders over dezelfde gegevens.', en: 'We now judge the same data otherwise.' },
  byChange: { nl: 'Dit volgt uit wat er aan het account veranderde.', en: 'This follows from what changed about the account.' },
  norm: { nl: 'Er wordt iets anders gevraagd dan toen.', en: 'Something else is asked than then.' },
  sameNorm: {
    nl: 'Gemeten met dezelfde meetlat, en alleen aan wat beide keren te zien was.',
    en: 'Measured with the same rubric, and only on what could be seen both times.',
  },
} as const satisfies Readonly<Record<string, Text>>
