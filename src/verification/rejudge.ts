import { profileSignals } from '../../config/profile-signals.ts'
import type { Candidate, Decision, Signal } from '../model/candidate.ts'
import type { Snapshot } from '../model/snapshot.ts'
import { classifyUrl } from '../platforms/classify.ts'
import { type AnySignalId, confidenceOf, signalOf, verdictOf } from './confidence.ts'
import { kindsAfterLook } from './kinds.ts'
import { doubtOf, hits, leansOnSite, type SiteBelongs } from './merge-claims.ts'
import { linksOnProfile } from './profile-links.ts'
import { isDomainHandle, type ProfileContext, signalsOfProfile } from './profile-signals.ts'
import { signalsOfRoutes } from './route-signals.ts'

/** An account with what was seen of it and what a person said. */
export interface SeenAccount<C extends Candidate = Candidate> {
  readonly candidate: C
  readonly snapshot: Snapshot | null
  readonly decision: Decision | null
  /** Another account is seen under this name now. */
  readonly takenOver?: boolean
  /** Somebody is registered as its manager. */
  readonly managed?: boolean
}

export interface JudgingContext extends ProfileContext {
  readonly siteBelongs: SiteBelongs
}

/** How an account stands to those that are ours. */
export type Relation = 'linked-by-ours' | 'links-to-ours' | 'both-ways-with-ours'

const leansOnOurSite: ReadonlySet<string> = new Set([...leansOnSite, 'links-both-ways', 'rel-me-both-ways', 'profile-names-our-site'])
const ofHits: ReadonlySet<string> = new Set(['not-on-site', 'name-of-stranger', 'another-on-platform', 'handle-of-fans'])
const isOfProfile = (id: string): boolean => Object.hasOwn(profileSignals, id)

/**
 * The verdict over all that is known now: the places where the account was found, what its profile shows, and how it stands to
 * accounts of ours. Pure, and safe to repeat: what an earlier look added is taken off first.
 */
export function rejudge<C extends Candidate>(
  { candidate, snapshot, takenOver = false }: Omit<SeenAccount<C>, 'decision'>,
  context: JudgingContext,
  relations: readonly Relation[] = [],
): C {
  const routes = candidate.foundVia.map(({ route }) => route)
  // What a hit of a search is held to, what a register or person names is not.
  const isHit = routes.every((route) => hits.has(route))
  const kept = candidate.signals.filter(({ id }) => !isOfProfile(id) && (isHit || !ofHits.has(id)))
  const base = { ...candidate, signals: kept }
  const ofProfile: AnySignalId[] = snapshot === null ? [] : signalsOfProfile(base, snapshot, context)
  if (snapshot?.state === 'captured' && isDomainHandle(candidate, context)) ofProfile.push('domain-handle')
  if (takenOver) ofProfile.push('taken-over')
  const ids = new Set<AnySignalId>([...signalsOfRoutes(routes), ...relations, ...ofProfile])
  const doubt = doubtOf(context.siteBelongs)
  if (doubt !== null && [...ids, ...kept.map(({ id }) => id)].some((id) => leansOnOurSite.has(id))) ids.add(doubt)
  const shown = snapshot === null ? undefined : shownBy(snapshot)
  const known = new Set(kept.map(({ id }) => id))
  const added = [...ids].filter((id) => !known.has(id)).map((id) => signalOf(id, ofProfile.includes(id) ? shown : undefined))
  const signals = [...kept, ...added]
  // What nothing was added to or taken from stands as it was judged, with the weights of that day.
  if (sameIds(signals, candidate.signals)) return candidate
  const confidence = confidenceOf(signals, routes.includes('website'))
  return { ...candidate, signals, confidence, verdict: verdictOf(confidence) }
}

function sameIds(a: readonly Signal[], b: readonly Signal[]): boolean {
  const told = ({ id, shown }: Signal): string => `${id} ${shown?.at ?? ''} ${shown?.url ?? ''} ${shown?.record ?? ''}`
  const known = new Set(b.map(told))
  return a.length === b.length && a.every((signal) => known.has(told(signal)))
}

const shownBy = ({ url, takenAt, record, seenBy = 'machine' }: Snapshot): Signal['shown'] => ({ url, at: takenAt, record, by: seenBy })

/**
 * Judges all accounts of an organisation again. Which are ours is settled first without regard to each other, so that the
 * order does not matter; then what ours lead to and what leads to them counts, and then of what kind each is.
 */
export function rejudgeAll<C extends Candidate>(accounts: readonly SeenAccount<C>[], context: JudgingContext): C[] {
  const alone = accounts.map((account) => ({ ...account, candidate: rejudge(account, context) }))
  const ours = new Set(
    alone
      .filter(({ candidate, decision }) => decision === 'ours' || (decision === null && candidate.verdict === 'ours'))
      .map(({ candidate }) => candidate.key),
  )
  const leads = new Map(alone.map(({ candidate, snapshot }) => [candidate.key, keysOn(snapshot)]))
  const ledTo = new Set([...leads].flatMap(([key, to]) => (ours.has(key) ? [...to].filter((other) => other !== key) : [])))
  const judged = alone.map((account) => {
    const { key } = account.candidate
    const toOurs = [...(leads.get(key) ?? [])].filter((other) => other !== key && ours.has(other))
    const relations: Relation[] = []
    if (toOurs.some((other) => leads.get(other)?.has(key))) relations.push('both-ways-with-ours')
    else if (toOurs.length > 0) relations.push('links-to-ours')
    if (ledTo.has(key)) relations.push('linked-by-ours')
    return { ...account, candidate: rejudge(account, context, relations) }
  })
  const kinds = kindsAfterLook(judged)
  return judged.map(({ candidate }, at) => ({ ...candidate, kind: kinds[at] ?? candidate.kind }))
}

/** The accounts that a profile leads to. */
function keysOn(snapshot: Snapshot | null): ReadonlySet<string> {
  if (snapshot?.state !== 'captured') return new Set()
  return new Set(linksOnProfile(snapshot).flatMap(({ url }) => classifyUrl(url).key ?? []))
}
