import type { AccountKind, Candidate } from '../model/candidate.ts'
import type { SeenAccount } from './rejudge.ts'

/** Kinds that a look adds; without one they fall back on what the places said. */
const byLook: ReadonlySet<AccountKind> = new Set(['duplicate', 'reserved', 'orphan', 'fan', 'parody', 'impostor', 'affiliate'])
const ours: ReadonlySet<AccountKind> = new Set(['central', 'unit', 'location', 'campaign'])

/** "Volg ons op Instagram", "wij zijn hier niet actief": what stands on an account that only holds its name. */
const leadsAway =
  /\b(?:volg ons (?:op|via)|follow us (?:on|at)|find us (?:on|at)|je vindt ons op|(?:hier )?niet (?:meer )?actief|not (?:active|in use) here|no longer (?:active|in use)|dit account is gereserveerd|this account is reserved|folgt uns auf)\b/i

const claimsToBeUs = /\b(?:officie?le?|official|offizielle?r?)\b/i

/** Of what kind an account is, from its signals, its look and the accounts beside it. A suspicion of imposture is no more than that. */
export function kindAfterLook({ candidate, snapshot, decision, managed = false }: SeenAccount, all: readonly SeenAccount[]): AccountKind {
  const has = (id: string): boolean => candidate.signals.some((signal) => signal.id === id)
  const isOurs = decision === 'ours' || (decision === null && (candidate.verdict === 'ours' || candidate.verdict === 'likely'))
  const plain = plainKind(candidate, isOurs, has)
  if (plain === 'person') return plain
  if (has('says-parody')) return 'parody'
  if (!isOurs && (has('says-fan') || has('says-unofficial'))) return 'fan'
  if (!isOurs && posesAsUs({ candidate, snapshot, decision }, all)) return 'impostor'
  if (!isOurs || !ours.has(plain)) return plain
  if (isReserved(snapshot)) return 'reserved'
  if (isForgotten(candidate, snapshot) && !managed) return 'orphan'
  if (plain === 'central' && isSecond(candidate, all)) return 'duplicate'
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
function posesAsUs({ candidate, snapshot }: SeenAccount, all: readonly SeenAccount[]): boolean {
  const ids = new Set(candidate.signals.map(({ id }) => id))
  const isNamedAsUs = ['name-alike', 'name-close', 'display-name-alike'].some((id) => ids.has(id)) && !ids.has('another-sort')
  if (snapshot?.state !== 'captured' || onSite(candidate) || ids.has('linked-by-ours') || !isNamedAsUs) return false
  if (!ids.has('names-another-site') && !ids.has('taken-over')) return false
  const picture = snapshot.picture.seen ? snapshot.picture.value : null
  const isOurPicture =
    picture !== null &&
    all.some(
      (other) =>
        other.candidate.key !== candidate.key &&
        other.candidate.verdict === 'ours' &&
        other.snapshot?.picture.seen === true &&
        other.snapshot.picture.value === picture,
    )
  const words = snapshot.description.seen ? snapshot.description.value.slice(0, 5_000) : ''
  return isOurPicture || ids.has('description-names-us') || claimsToBeUs.test(words)
}

function isReserved(snapshot: SeenAccount['snapshot']): boolean {
  if (snapshot?.state !== 'captured' || !snapshot.description.seen || !leadsAway.test(snapshot.description.value.slice(0, 5_000)))
    return false
  const isAbsent = (field: { readonly seen: boolean; readonly why?: string } | undefined): boolean => field?.why === 'absent'
  return snapshot.lastPost?.seen !== true && (isAbsent(snapshot.picture) || isAbsent(snapshot.lastPost))
}

/** Ours by name or link, unknown to the site, and long silent. */
const isForgotten = (candidate: Candidate, snapshot: SeenAccount['snapshot']): boolean =>
  !onSite(candidate) && (snapshot?.activity === 'dormant' || snapshot?.activity === 'abandoned')

/** Beside another main account of the platform that the site links to while it leaves this one out, or that is in use while this one is not. */
function isSecond(candidate: Candidate, all: readonly SeenAccount[]): boolean {
  const silent = (account: SeenAccount | undefined): boolean =>
    account?.snapshot?.activity === 'abandoned' || account?.snapshot?.activity === 'dormant'
  const mine = all.find((account) => account.candidate.key === candidate.key)
  return all.some(
    (other) =>
      other.candidate.platform === candidate.platform &&
      other.candidate.key !== candidate.key &&
      other.candidate.verdict === 'ours' &&
      other.candidate.kind === 'central' &&
      ((onSite(other.candidate) && !onSite(candidate)) ||
        (onSite(other.candidate) === onSite(candidate) && silent(mine) && !silent(other))),
  )
}
