import type { NamePattern } from '../model/house-style.ts'
import type { PlatformId } from '../model/platform.ts'
import { accountFromHandle } from '../platforms/classify.ts'
import { readyName } from './follow.ts'
import { judgeReady } from './judge-name.ts'
import { type Named, type NamingOrganisation, valuesOf } from './name-values.ts'
import { type Piece, readPattern } from './pattern.ts'
import { type NamePlace, type Proposal, proposals, type SuggestionSource } from './proposals.ts'
import { shownName } from './shown-name.ts'
import { choosesNames } from './tokens.ts'

/** Somebody, a unit or the organisation, that is to have a name on each platform. */
export interface NameSubject extends Named {
  /** Stays the same when the list changes. */
  readonly key: string
  readonly accounts: readonly { readonly platform: PlatformId; readonly handle: string; readonly displayName?: string | null }[]
}

/** A handle that was suggested before, which its holder keeps. */
export interface EarlierSuggestion {
  readonly key: string
  readonly platform: PlatformId
  readonly handle: string
}

/** In order of preference; for each kind of subject, and of display names. */
export type NamePatterns = Readonly<
  Record<Named['kind'], { readonly handle: readonly NamePattern[]; readonly display: readonly NamePattern[] }>
>

export interface NameSuggestion {
  readonly key: string
  readonly platform: PlatformId
  readonly current: string | null
  /** Exactly what to take; `null` when nothing that keeps the platform's rule is left. */
  readonly handle: string | null
  readonly by: SuggestionSource | null
  readonly pattern: NamePattern | null
  /** The name to show on the profile; `null` when the name has no value for a part of the pattern. */
  readonly displayName: string | null
}

export interface SuggestOptions {
  readonly organisation: NamingOrganisation
  /** Who stands first keeps a name that two could have: add a newcomer at the end, or give `earlier`. */
  readonly subjects: readonly NameSubject[]
  readonly patterns: NamePatterns
  readonly platforms: readonly PlatformId[]
  readonly earlier?: readonly EarlierSuggestion[]
}

/** One name to find: a subject on a platform. */
interface Slot {
  readonly subject: NameSubject
  readonly platform: PlatformId
  readonly current: string | null
  readonly place: NamePlace
  readonly patterns: readonly (readonly Piece[])[]
}

const identity = (platform: PlatformId, handle: string): string | null => {
  const address = accountFromHandle(platform, handle)
  return address.kind === 'account' ? address.key : null
}

/**
 * For each subject and platform the handle and display name to take. A name that follows the pattern already stays; then
 * who had a suggestion before keeps it; then the list's order decides. All differ from each other and from every handle
 * that somebody on the list has, so that a newcomer changes nothing for the others.
 * @throws EenlijnError `invalid-input` for a pattern that cannot be read
 */
export function suggestNames(options: SuggestOptions): NameSuggestion[] {
  const slots = slotsOf(options)
  const taken = new Map<string, Slot>()
  const chosen = new Map<Slot, Proposal>()
  const take = (slot: Slot, proposal: Proposal): boolean => {
    const id = identity(slot.platform, proposal.handle)
    const holder = id === null ? undefined : taken.get(id)
    if (id === null || (holder !== undefined && holder !== slot)) return false
    taken.set(id, slot)
    chosen.set(slot, proposal)
    return true
  }
  const present = slots.filter((slot) => slot.current !== null)
  for (const slot of present) {
    const id = identity(slot.platform, slot.current ?? '')
    if (id !== null && !taken.has(id)) taken.set(id, slot)
  }
  for (const slot of present) {
    const kept = keptPresent(slot, options.organisation)
    if (kept) take(slot, kept)
  }
  const before = new Map((options.earlier ?? []).map((one) => [`${one.key}\n${one.platform}`, one.handle]))
  for (const slot of slots) {
    const handle = chosen.has(slot) ? undefined : before.get(`${slot.subject.key}\n${slot.platform}`)
    const again = handle === undefined ? undefined : amongProposals(slot, handle)
    if (again) take(slot, { ...again, by: 'earlier' })
  }
  for (const slot of slots) {
    if (chosen.has(slot)) continue
    for (const proposal of proposals(slot.patterns, slot.place)) if (take(slot, proposal)) break
  }
  return slots.map((slot) => asSuggestion(slot, chosen.get(slot), options))
}

function slotsOf({ organisation, subjects, patterns, platforms }: SuggestOptions): Slot[] {
  const read = (kind: Named['kind']) => patterns[kind].handle.map((pattern) => readPattern(pattern, `patterns.${kind}`))
  const pieces = { person: read('person'), unit: read('unit'), organisation: read('organisation') }
  const elsewhere = (platform: PlatformId) =>
    subjects.flatMap(({ accounts }) => accounts.filter((account) => account.platform === platform))[0]?.handle ?? ''
  const around = new Map(platforms.map((platform) => [platform, platform === 'mastodon' ? elsewhere(platform) : '']))
  return subjects.flatMap((subject) => {
    const values = valuesOf(subject, organisation)
    return platforms.map((platform): Slot => {
      const current = subject.accounts.find((account) => account.platform === platform)?.handle ?? null
      const place = { platform, values, person: subject.kind === 'person', around: current ?? around.get(platform) ?? '' }
      return { subject, platform, current, place, patterns: pieces[subject.kind] }
    })
  })
}

/** The handle in use, when it follows a pattern or is a name that the engine itself would come to. */
function keptPresent(slot: Slot, organisation: NamingOrganisation): Proposal | null {
  const { subject, platform, current } = slot
  if (current === null || !choosesNames(platform)) return null
  const ready = readyName({ key: subject.key, platform, written: current, named: subject }, organisation)
  if (ready === null || ready.automatic || slot.patterns.length === 0) return null
  const { step, deviations } = judgeReady(ready, slot.patterns)
  const follows = step === 'same' && !deviations.includes('length-cut')
  const again = follows ? null : amongProposals(slot, current)
  return follows || again ? { handle: current, by: 'present', pattern: again?.pattern ?? '' } : null
}

function amongProposals(slot: Slot, handle: string): Proposal | null {
  const id = identity(slot.platform, handle)
  if (id === null) return null
  for (const proposal of proposals(slot.patterns, slot.place, handle))
    if (identity(slot.platform, proposal.handle) === id) return { ...proposal, handle }
  return null
}

function asSuggestion(slot: Slot, proposal: Proposal | undefined, { patterns, organisation }: SuggestOptions): NameSuggestion {
  const { subject, platform, current } = slot
  const shown = subject.accounts.find((account) => account.platform === platform)?.displayName ?? null
  return {
    key: subject.key,
    platform,
    current,
    handle: proposal?.handle ?? null,
    by: proposal?.by ?? null,
    pattern: proposal?.pattern || null,
    displayName: shownName(subject, platform, patterns[subject.kind].display, organisation, shown),
  }
}
