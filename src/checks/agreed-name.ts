import type { PlatformId } from '../model/platform.ts'
import { type CommonBuild, follows, isLocal, type NamedAccount } from '../naming/build.ts'
import { judgeName } from '../naming/judge-name.ts'
import type { LikenessStep } from '../naming/likeness.ts'
import { type Named, valuesOf } from '../naming/name-values.ts'
import { readPattern } from '../naming/pattern.ts'
import { suggestNames } from '../naming/suggest-names.ts'
import { chosenName, stemOf } from '../naming/tokens.ts'
import { writings } from '../naming/write-name.ts'
import type { CheckInput } from './check.ts'

export interface AgreedName {
  /** How near the name in use is to the agreed one; `null` when nobody chose it. */
  readonly step: LikenessStep | null
  /** The exact handle to take; `null` when none keeps the platform's rule. */
  readonly handle: string | null
}

type Input = Pick<CheckInput, 'organisation' | 'houseStyle'>

const organisationNamed = ({ organisation }: Input): Named => ({ kind: 'organisation', name: organisation.name })

/** A name in use held against the agreed patterns for the organisation itself, of which any may be followed. */
export function agreedName({ key, platform, handle }: NamedAccount, input: Input): AgreedName {
  const { organisation: patterns } = input.houseStyle.names
  const named = organisationNamed(input)
  const { step } = judgeName({ key, platform, written: handle, named }, patterns, input.organisation)
  return { step, handle: suggestedHandle(key, platform, handle, named, input) }
}

/** The handle that the agreed patterns give on one platform. */
export function suggestedHandle(
  key: string,
  platform: PlatformId,
  handle: string,
  named: Named,
  { organisation, houseStyle }: Input,
): string | null {
  const none = { handle: [], display: [] }
  const { organisation: central, units } = houseStyle.names
  const [suggestion] = suggestNames({
    organisation,
    subjects: [{ key, ...named, accounts: [{ platform, handle }] }],
    patterns: { person: none, organisation: { handle: central, display: [] }, unit: { handle: units, display: [] } },
    platforms: [platform],
  })
  return suggestion?.handle ?? null
}

/**
 * The agreed name as a build: what accounts of a place or department carry with a word of their own. `null` when the
 * patterns ask for something that the organisation does not have.
 */
export function agreedBuild(accounts: readonly NamedAccount[], input: Input): CommonBuild | null {
  const values = valuesOf(organisationNamed(input), input.organisation)
  const plain = { as: 'handle', separators: '_.-', longest: 100, keepsCase: true, ignored: '' } as const
  const [spelled] = input.houseStyle.names.organisation.flatMap((pattern) => writings(readPattern(pattern), values, plain).slice(0, 1))
  if (!spelled) return null
  const stem = stemOf(spelled.text)
  const named = accounts.flatMap((account) => {
    const name = chosenName(account.platform, account.handle)
    return name === null ? [] : [{ account, name }]
  })
  const keeps = ({ account, name }: (typeof named)[number]) =>
    isLocal(account.kind) ? follows(stemOf(name), stem, true) : agreedName(account, input).step === 'same'
  const exceptions = named.filter((one) => !keeps(one)).map(({ account }) => account.key)
  return { stem, spelled: spelled.text, support: named.length - exceptions.length, of: named.length, exceptions }
}

/** Who an account speaks for: the organisation, or the place or unit that is known or shown. `null` when neither is. */
export function namedOf(account: NamedAccount & { readonly unit: string | null }, { organisation }: Input): Named | null {
  if (!isLocal(account.kind)) return { kind: 'organisation', name: organisation.name }
  const name = account.unit ?? account.displayName
  return name === null ? null : { kind: 'unit', name, place: name }
}
