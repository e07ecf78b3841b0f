import type { AccountKind, Candidate } from '../model/candidate.ts'
import type { PlatformId } from '../model/platform.ts'
import type { SeenAccount } from './rejudge.ts'

/** Kinds that a look adds; without one they fall back on what the places said. */
const byLook: ReadonlySet<AccountKind> = new Set(['duplicate', 'reserved', 'orphan', 'fan', 'parody', 'impostor', 'affiliate'])
const ownKinds: ReadonlySet<AccountKind> = new Set(['central', 'unit', 'location', 'campaign'])

/** "Volg ons op Instagram", "wij zijn hier niet actief": what stands on an account that only holds its name. */
const leadsAway =
  /\b(?:volg ons (?:op|via)|follow us (?:on|at)|find us (?:on|at)|je vindt ons op|(?:hier )?niet (?:meer )?actief|not (?:active|in use) here|no longer (?:active|in use)|dit account is gereserveerd|this account is reserved|folgt uns auf)\b/i

const claimsToBeUs = /\b(?:officie?le?|official|offizielle?r?)\b/i

/** What there is of our own to hold an account against. */
interface Ours {
  /** Picture → keys of our accounts that show it. */
  readonly pictures: ReadonlyMap<string, ReadonlySet<string>>
  /** Our main accounts, as {@link standing} tells them: on which platform, on the site or not, silent or not. */
  readonly main: ReadonlySet<string>
}

const standing = (platform: PlatformId, isOnSite: boolean, isSilent: boolean): string => `${platform} ${isOnSite} ${isSilent}`

function oursAmong(accounts: readonly SeenAccount[]): Ours {
  const pictures = new Map<string, Set<string>>()
  const main = new Set<string>()
  for (const { candidate, snapshot } of accounts) {
    if (candidate.verdict !== 'ours') continue
    if (candidate.kind === 'central') main.add(standing(candidate.platform, onSite(candidate), isSilent(snapshot)))
    if (!snapshot?.picture.seen) continue
    const keys = pictures.get(snapshot.picture.value) ?? new Set()
    pictures.set(snapshot.picture.value, keys.add(candidate.key))
  }
  return { pictures, main }
}

/**
 * Of what kind each account is, from its signals, its look and the accounts beside it. A suspicion of imposture is no more
 * than that. In the order given.
 */
export function kindsAfterLook(accounts: readonly SeenAccount[]): AccountKind[] {
  const ours = oursAmong(accounts)
  return accounts.map((account) => kindAfterLook(account, ours))
}

function kindAfterLook({ candidate, snapshot, decision, managed = false }: SeenAccount, ours: Ours): AccountKind {
  const has = (id: string): boolean => candidate.signals.some((signal) => signal.id === id)
  const isOurs = decision === 'ours' || (decision === null && (candidate.verdict === 'ours' || candidate.verdict === 'likely'))
  const plain = plainKind(candidate, isOurs, has)
  if (plain === 'person') return plain
  if (has('says-parody')) return 'parody'
  if (!isOurs && (has('says-fan') || has('says-unofficial'))) return 'fan'
  if (!isOurs && posesAsUs({ candidate, snapshot }, ours)) return 'impostor'
  if (!isOurs || !ownKinds.has(plain)) return plain
  if (isReserved(snapshot)) return 'reserved'
  if (isForgotten(candidate, snapshot) && !managed) return 'orphan'
  if (plain === 'central' && isSecond({ candidate, snapshot }, ours)) return 'duplicate'
  const isOfOther = has('linked-though-other-site') && (has('another-sort') || has('display-name-unlike')) && !has('name-alike')
  return isOfOther && plain === 'central' ? 'affiliate' : plain
}

/** What the account is by its places alone. */
function plainKind({ kind }: Candidate, isOurs: boolean, has: (id: string) => boolean): AccountKind {
  const base: AccountKind = byLook.has(kind) ? (isOurs ? 'central' : 'unknown') : kind
  if (isOurs) return base === 'unknown' || base === 'quoted' ? 'central' : base
  if (base !== 'central') return base
  return has('in-embedded-post') || has('in-article') || has('in-comments') ? 'quoted' : 'unknown'
}

const onSite = ({ foundVia }: Candidate): boolean => foundVia.some(({ route }) => route === 'website')

/** Our name, another website, not linked by us, and our picture or words that claim to be us. */
function posesAsUs({ candidate, snapshot }: Pick<SeenAccount, 'candidate' | 'snapshot'>, ours: Ours): boolean {
  const ids = new Set(candidate.signals.map(({ id }) => id))
  const isNamedAsUs = ['name-alike', 'name-close', 'display-name-alike'].some((id) => ids.has(id)) && !ids.has('another-sort')
  if (snapshot?.state !== 'captured' || onSite(candidate) || ids.has('linked-by-ours') || !isNamedAsUs) return false
  if (!ids.has('names-another-site') && !ids.has('taken-over')) return false
  const showing = snapshot.picture.seen ? ours.pictures.get(snapshot.picture.value) : undefined
  const isOurPicture = showing !== undefined && (showing.size > 1 || !showing.has(candidate.key))
  const words = snapshot.description.seen ? snapshot.description.value.slice(0, 5_000) : ''
  return isOurPicture || ids.has('description-names-us') || claimsToBeUs.test(words)
}

function isReserved(snapshot: SeenAccount['snapshot']): boolean {
  if (snapshot?.state !== 'captured' || !snapshot.description.seen || !leadsAway.test(snapshot.description.value.slice(0, 5_000)))
    return false
  const isAbsent = (field: { readonly seen: boolean; readonly why?: string } | undefined): boolean => field?.why === 'absent'
  return snapshot.lastPost?.seen !== true && (isAbsent(snapshot.picture) || isAbsent(snapshot.lastPost))
}

const isSilent = (snapshot: SeenAccount['snapshot']): boolean => snapshot?.activity === 'dormant' || snapshot?.activity === 'abandoned'

/** Ours by name or link, unknown to the site, and long silent. */
const isForgotten = (candidate: Candidate, snapshot: SeenAccount['snapshot']): boolean => !onSite(candidate) && isSilent(snapshot)

/** Beside another main account of the platform that the site links to while it leaves this one out, or that is in use while this one is not. */
function isSecond({ candidate, snapshot }: Pick<SeenAccount, 'candidate' | 'snapshot'>, { main }: Ours): boolean {
  const { platform } = candidate
  if (!onSite(candidate) && (main.has(standing(platform, true, true)) || main.has(standing(platform, true, false)))) return true
  return isSilent(snapshot) && main.has(standing(platform, onSite(candidate), false))
}
