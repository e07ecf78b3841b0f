import { uniformity } from '../../config/uniformity.ts'
import type { Deps } from '../deps.ts'
import type { NamePattern } from '../model/house-style.ts'
import type { PlatformId } from '../model/platform.ts'
import type { Text } from '../model/text.ts'
import { deviationText } from '../naming/deviation-text.ts'
import { type JudgedName, judgeName } from '../naming/judge-name.ts'
import type { Named } from '../naming/name-values.ts'
import type { SuggestionSource } from '../naming/proposals.ts'
import type { Staff } from '../naming/staff.ts'
import { type StaffSuggestions, suggestStaffNames, type UsedPatterns } from '../naming/staff-names.ts'
import type { NameSubject, NameSuggestion } from '../naming/suggest-names.ts'
import { type NamedStaff, namedStaff } from './name-subjects.ts'

export const nameKinds = ['organisation', 'units', 'people'] as const
export type NameKind = (typeof nameKinds)[number]

/** How names of one kind are to be built, and how many are. */
export interface NameBuild extends UsedPatterns {
  /** `n` of the `of` names that somebody chose follow it; `null` for a proposal, and for people under the floor. */
  readonly support: { readonly n: number; readonly of: number } | null
  /** Names of the organisation and its units that differ. People are counted by what differs and never named. */
  readonly exceptions: readonly {
    readonly about: string
    readonly platform: PlatformId
    readonly written: string
    readonly differs: Text
  }[]
  readonly counts: readonly { readonly differs: Text; readonly n: number }[]
}

interface NamesOfKind {
  readonly kind: NameKind
  readonly handles: NameBuild
  readonly displayNames: NameBuild
}

/** The name to take in one place. */
export interface NameRow {
  /** Of whom or what; rows of one key belong together. */
  readonly key: string
  readonly kind: NameKind
  readonly about: string
  readonly platform: PlatformId
  readonly current: { readonly handle: string; readonly url: string; readonly displayName: string | null } | null
  /** `null` when no name that keeps the platform's rule is left. */
  readonly handle: string | null
  readonly displayName: string | null
  readonly by: SuggestionSource | null
  /** The present handle can stay. */
  readonly keep: boolean
  /** In what the present handle differs; `null` when it can stay, and for every person. */
  readonly differs: Text | null
}

export interface NamesView {
  readonly auditId: string
  readonly organisation: { readonly id: string; readonly name: string }
  readonly kinds: readonly NamesOfKind[]
  readonly rows: readonly NameRow[]
  readonly platforms: readonly PlatformId[]
  /** Accounts of a place or unit that nobody named yet. */
  readonly unnamed: NamedStaff['unnamed']
  /** Whether people may be looked at at all. */
  readonly peopleAllowed: boolean
  /** How many locations and people were too many for one request. */
  readonly left: number
}

const kindOf: Readonly<Record<Named['kind'], NameKind>> = { organisation: 'organisation', unit: 'units', person: 'people' }

/**
 * For the organisation, each location and unit, and each of the team the handle and display name to take, by what is agreed
 * and else by what most do. Nothing is asked of a platform: whether a name is free is not known.
 * @throws EenlijnError `not-found`.
 */
export function readNames(deps: Deps, auditId: string): NamesView {
  const { organisation, staff, unnamed, peopleAllowed, left, urls } = namedStaff(deps, auditId)
  const { used, suggestions } = suggestStaffNames(staff)
  const subjects = new Map(staff.subjects.map((subject) => [subject.key, subject]))
  const kinds = nameKinds.filter((kind) => staff.subjects.some((subject) => kindOf[subject.kind] === kind))
  return {
    auditId,
    organisation,
    kinds: kinds.map((kind) => ({
      kind,
      handles: buildOf(staff, kind, 'handle', used[kind].handles),
      displayNames: buildOf(staff, kind, 'display', used[kind].displayNames),
    })),
    rows: suggestions.flatMap((suggestion) => {
      const subject = subjects.get(suggestion.key)
      return subject ? [rowOf(staff, subject, suggestion, used, urls)] : []
    }),
    platforms: staff.platforms,
    unnamed,
    peopleAllowed,
    left,
  }
}

function rowOf(
  staff: Staff,
  subject: NameSubject,
  suggestion: NameSuggestion,
  used: StaffSuggestions['used'],
  urls: NamedStaff['urls'],
): NameRow {
  const { key, platform, current, handle, displayName, by } = suggestion
  const kind = kindOf[subject.kind]
  const keep = by === 'present'
  const use = current === null || keep || kind === 'people' ? null : { key, platform, written: current, named: subject }
  const held = subject.accounts.find((account) => account.platform === platform)
  return {
    key,
    kind,
    about: subject.name,
    platform,
    current:
      current === null ? null : { handle: current, url: urls.get(`${platform} ${current}`) ?? '', displayName: held?.displayName ?? null },
    handle,
    displayName,
    by,
    keep,
    differs: use && deviationText(judgeName(use, used[kind].handles.patterns, staff.organisation).deviations),
  }
}

/** What people differ in is told of a group of this size or larger. */
const floor = uniformity.peopleFloor

function buildOf(staff: Staff, kind: NameKind, as: 'handle' | 'display', { patterns, from }: UsedPatterns): NameBuild {
  const judged = staff.subjects
    .filter((subject) => kindOf[subject.kind] === kind)
    .flatMap((subject) => judgedOf(staff, subject, patterns, as))
  const counted = judged.filter(({ judgement }) => judgement.step !== null)
  const isGroup = kind !== 'people' || new Set(counted.map(({ judgement }) => judgement.key)).size >= floor
  if (from === 'proposal' || counted.length === 0 || !isGroup) return { patterns, from, support: null, exceptions: [], counts: [] }
  const exceptions = counted.flatMap(({ about, written, judgement }) => {
    const differs = judgement.step === 'same' ? null : deviationText(judgement.deviations)
    return differs ? [{ about, platform: judgement.platform, written, differs }] : []
  })
  const counts = [...Map.groupBy(exceptions, ({ differs }) => differs.nl).values()].flatMap((all) =>
    all[0] ? [{ differs: all[0].differs, n: all.length }] : [],
  )
  return {
    patterns,
    from,
    support: { n: counted.length - exceptions.length, of: counted.length },
    exceptions: kind === 'people' ? [] : exceptions,
    counts: counts.sort((a, b) => b.n - a.n || (a.differs.nl < b.differs.nl ? -1 : 1)),
  }
}

interface JudgedUse {
  readonly about: string
  readonly written: string
  readonly judgement: JudgedName
}

function judgedOf(staff: Staff, subject: NameSubject, patterns: readonly NamePattern[], as: 'handle' | 'display'): JudgedUse[] {
  return subject.accounts.flatMap(({ platform, handle, displayName }): JudgedUse[] => {
    const written = as === 'handle' ? handle : (displayName ?? '')
    if (written === '') return []
    const use = { key: subject.key, platform, written, named: subject }
    return [{ about: subject.name, written, judgement: judgeName(use, patterns, staff.organisation, as) }]
  })
}
