import type { Verdict } from '../model/candidate.ts'
import type { CellState, Located, Location, LocationAnswer, MatrixCell } from '../model/location.ts'
import type { PlatformId } from '../model/platform.ts'
import type { Snapshot } from '../model/snapshot.ts'
import type { Text } from '../model/text.ts'

export interface MatrixAccount {
  readonly accountId: string
  readonly platform: PlatformId
  readonly standing: Verdict
  /** The platform no longer exists. */
  readonly closed: boolean
  readonly snapshot: Pick<Snapshot, 'state' | 'wall' | 'activity'> | null
}

export interface GivenAnswer {
  readonly locationId: string
  readonly platform: PlatformId
  readonly answer: LocationAnswer
  readonly note: string
  readonly by: string | null
}

export interface MatrixInput {
  readonly locations: readonly Location[]
  readonly accounts: readonly MatrixAccount[]
  readonly located: readonly Located[]
  /** The latest of each location and platform. */
  readonly answers: readonly GivenAnswer[]
  readonly platforms: readonly PlatformId[]
  /** Where a route really asked a platform for a location by its name, and was answered. */
  readonly searches: readonly { readonly locationId: string; readonly platform: PlatformId }[]
  /** Locations whose own page was read. */
  readonly pagesRead: ReadonlySet<string>
}

interface MatrixRow {
  readonly location: Location
  readonly cells: readonly MatrixCell[]
}

export interface Matrix {
  readonly platforms: readonly PlatformId[]
  readonly rows: readonly MatrixRow[]
  readonly counts: Readonly<Record<CellState, number>>
}

interface Held {
  readonly account: MatrixAccount
  readonly located: Located
}

const cellKey = (locationId: string, platform: PlatformId): string => `${locationId} ${platform}`

/**
 * Every location on every platform: what is there, or why nothing is. `missing` stands only where a person or a route
 * really looked; a page that links to nothing, and a wall, are no look.
 */
export function buildMatrix(input: MatrixInput): Matrix {
  const accounts = new Map(input.accounts.map((account) => [account.accountId, account]))
  const held = new Map<string, Held[]>()
  for (const located of input.located) {
    const account = accounts.get(located.accountId)
    if (!account || account.standing === 'not-ours') continue
    const key = cellKey(located.locationId, account.platform)
    held.set(key, [...(held.get(key) ?? []), { account, located }])
  }
  const answers = new Map(input.answers.map((answer) => [cellKey(answer.locationId, answer.platform), answer]))
  const searched = new Set(input.searches.map((search) => cellKey(search.locationId, search.platform)))
  const rows = input.locations.map((location) => ({
    location,
    cells: input.platforms.map((platform): MatrixCell => {
      const key = cellKey(location.id, platform)
      const here = (held.get(key) ?? []).sort((a, b) => b.located.confidence - a.located.confidence)
      const { state, why } =
        here.length > 0 ? withAccounts(here) : without(answers.get(key), searched.has(key), input.pagesRead.has(location.id))
      return { platform, state, why, accounts: here.map(({ located }) => located) }
    }),
  }))
  const counts = { present: 0, double: 0, abandoned: 0, missing: 0, 'deliberately-absent': 0, 'could-not-look': 0 }
  for (const { cells } of rows) for (const { state } of cells) counts[state]++
  return { platforms: input.platforms, rows, counts }
}

/** Gone and closed accounts do not make an account double; alone they leave the place abandoned. */
function withAccounts(here: readonly Held[]): Pick<MatrixCell, 'state' | 'why'> {
  const living = here.filter(({ account }) => !isLeft(account))
  if (living.length > 1) return { state: 'double', why: [double(living.length)] }
  if (living.length === 0) return { state: 'abandoned', why: here.map(({ account }) => leftBecause(account)) }
  const [one] = living
  const unseen = one?.account.snapshot === null || one?.account.snapshot?.state === 'walled'
  return { state: 'present', why: unseen ? [found, activityUnseen] : [found] }
}

const isGone = ({ snapshot, closed }: MatrixAccount): boolean => closed || snapshot?.state === 'gone'
const isLeft = (account: MatrixAccount): boolean => isGone(account) || account.snapshot?.activity === 'abandoned'
const leftBecause = (account: MatrixAccount): Text => (account.closed ? platformClosed : isGone(account) ? gone : noPosts)

function without(answer: GivenAnswer | undefined, searched: boolean, pageRead: boolean): Pick<MatrixCell, 'state' | 'why'> {
  const page = pageRead ? [pageIsSilent] : []
  if (answer) return { state: answer.answer === 'not-found' ? 'missing' : answer.answer, why: [said(answer), ...page] }
  return searched ? { state: 'missing', why: [searchedInVain, ...page] } : { state: 'could-not-look', why: [nobodyLooked, ...page] }
}

function said({ answer, by, note }: GivenAnswer): Text {
  const words = {
    'not-found': { nl: 'heeft gekeken en vond geen account', en: 'looked and found no account' },
    'deliberately-absent': { nl: 'zegt: bewust geen account', en: 'says: deliberately no account' },
    'could-not-look': { nl: 'kon niet kijken', en: 'could not look' },
  }[answer]
  const remark = note === '' ? '' : ` ‘${note}’`
  return { nl: `${by ?? 'Iemand'} ${words.nl}.${remark}`, en: `${by ?? 'Somebody'} ${words.en}.${remark}` }
}

const double = (n: number): Text => ({
  nl: `Er zijn ${n} accounts van deze locatie op hetzelfde platform.`,
  en: `There are ${n} accounts of this location on the same platform.`,
})
const found: Text = { nl: 'Er is een account gevonden.', en: 'An account was found.' }
const activityUnseen: Text = {
  nl: 'Of het nog gebruikt wordt, kon niet gezien worden.',
  en: 'Whether it is still used could not be seen.',
}
const platformClosed: Text = { nl: 'Het platform bestaat niet meer.', en: 'The platform no longer exists.' }
const gone: Text = { nl: 'Het account bestaat niet meer.', en: 'The account no longer exists.' }
const noPosts: Text = { nl: 'Het laatste bericht is meer dan een jaar oud.', en: 'The newest post is over a year old.' }
const pageIsSilent: Text = {
  nl: 'De eigen pagina van de locatie verwijst naar geen account hier.',
  en: 'The location’s own page links to no account here.',
}
const searchedInVain: Text = {
  nl: 'Het platform is op naam van deze locatie doorzocht en gaf geen account.',
  en: 'The platform was searched by this location’s name and gave no account.',
}
const nobodyLooked: Text = {
  nl: 'Op dit platform is nog niet naar deze locatie gezocht. Dat zegt niet dat er niets is.',
  en: 'Nobody has searched for this location on this platform yet. That does not say that there is nothing.',
}
