import type { NamePattern } from '../model/house-style.ts'
import type { PlatformId } from '../model/platform.ts'
import type { Text } from '../model/text.ts'
import { deviationText } from './deviation-text.ts'
import type { NameInUse } from './follow.ts'
import { type InferredPattern, inferPattern, type NameException } from './infer-pattern.ts'
import type { Manner } from './manner.ts'
import type { Named } from './name-values.ts'
import { readPattern, saysWho, tokensIn } from './pattern.ts'
import type { Staff } from './staff.ts'
import { type NameSuggestion, suggestNames } from './suggest-names.ts'

type Kind = Named['kind']
const listOf = { organisation: 'organisation', unit: 'units', person: 'people' } as const satisfies Record<Kind, keyof Staff['patterns']>

/** A build as found, its exceptions with what differs in words. */
export type FoundBuild = InferredPattern & {
  readonly differs: readonly { readonly key: string; readonly platform: PlatformId; readonly text: Text }[]
}

/** What was found of handles and of names shown; `null` where the list has none. */
interface FoundBuilds {
  readonly handles: FoundBuild | null
  readonly displayNames: FoundBuild | null
}
export type StaffBuilds = Readonly<Record<'organisation' | 'units' | 'people', FoundBuilds>>

function usesOf(staff: Staff, kind: Kind, as: Manner['as']): NameInUse[] {
  return staff.subjects
    .filter((subject) => subject.kind === kind)
    .flatMap((subject) =>
      subject.accounts.flatMap(({ platform, handle, displayName }) => {
        const written = as === 'handle' ? handle : (displayName ?? '')
        return written === '' ? [] : [{ key: subject.key, platform, written, named: subject }]
      }),
    )
}

const inWords = (exceptions: readonly NameException[]) =>
  exceptions.flatMap(({ key, platform, deviations }) => {
    const text = deviationText(deviations)
    return text ? [{ key, platform, text }] : []
  })

function found(staff: Staff, kind: Kind, as: Manner['as']): FoundBuild | null {
  const uses = usesOf(staff, kind, as)
  if (uses.length === 0) return null
  const inferred = inferPattern(uses, staff.organisation, as)
  return { ...inferred, differs: inferred.kind === 'pattern' ? inWords(inferred.exceptions) : [] }
}

/** How the names of a staff are built: of the organisation, its units and its people, handles and names shown apart. */
export function inferNames(staff: Staff): StaffBuilds {
  const of = (kind: Kind): FoundBuilds => ({ handles: found(staff, kind, 'handle'), displayNames: found(staff, kind, 'display') })
  return { organisation: of('organisation'), units: of('unit'), people: of('person') }
}

/** What is proposed where nothing is agreed and most agree on nothing. */
const PROPOSED: Readonly<Record<Kind, Readonly<Record<Manner['as'], readonly NamePattern[]>>>> = {
  organisation: { handle: ['{organisation}'], display: ['{organisation}'] },
  unit: { handle: ['{organisation}_{unit}'], display: ['{organisation} {unit}'] },
  person: { handle: ['{given}_{organisation}'], display: ['{given} {infix} {family}'] },
}

export interface UsedPatterns {
  readonly patterns: readonly NamePattern[]
  /** `agreed` by the organisation, what the `majority` does, or a `proposal` of the product. */
  readonly from: 'agreed' | 'majority' | 'proposal'
}

function patternsFor(staff: Staff, kind: Kind, as: Manner['as']): UsedPatterns {
  const agreed = as === 'handle' ? staff.patterns[listOf[kind]] : staff.patterns.display
  const able = agreed.filter((pattern) => saysWho(tokensIn(readPattern(pattern)), kind) || as === 'handle')
  if (able.length > 0) return { patterns: able, from: 'agreed' }
  const uses = usesOf(staff, kind, as)
  const inferred = uses.length > 0 ? inferPattern(uses, staff.organisation, as) : null
  if (inferred?.kind === 'pattern') return { patterns: [inferred.pattern], from: 'majority' }
  return { patterns: PROPOSED[kind][as], from: 'proposal' }
}

export interface StaffSuggestions {
  readonly used: Readonly<
    Record<'organisation' | 'units' | 'people', { readonly handles: UsedPatterns; readonly displayNames: UsedPatterns }>
  >
  readonly suggestions: readonly NameSuggestion[]
}

/** For everybody on the list and each platform the handle and name to take, by what is agreed, else by what most do. */
export function suggestStaffNames(staff: Staff): StaffSuggestions {
  const of = (kind: Kind) => ({ handles: patternsFor(staff, kind, 'handle'), displayNames: patternsFor(staff, kind, 'display') })
  const [organisation, units, people] = [of('organisation'), of('unit'), of('person')]
  const side = ({ handles, displayNames }: ReturnType<typeof of>) => ({ handle: handles.patterns, display: displayNames.patterns })
  const patterns = { organisation: side(organisation), unit: side(units), person: side(people) }
  const { subjects, platforms, earlier } = staff
  const suggestions = suggestNames({ organisation: staff.organisation, subjects, patterns, platforms, earlier })
  return { used: { organisation, units, people }, suggestions }
}
