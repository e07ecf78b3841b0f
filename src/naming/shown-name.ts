import type { NamePattern } from '../model/house-style.ts'
import type { PlatformId } from '../model/platform.ts'
import { followingOf, readyName } from './follow.ts'
import { mannerOf } from './manner.ts'
import { type Named, type NamingOrganisation, valuesOf } from './name-values.ts'
import { readPattern } from './pattern.ts'
import { shorterForms } from './shorten.ts'
import { writings } from './write-name.ts'

/** Platforms that ask people to show their own name and nothing beside it. */
const OWN_NAME_ONLY: ReadonlySet<PlatformId> = new Set(['linkedin', 'facebook', 'xing'])

/**
 * The name to show on a profile: by the patterns in their order, shorter where the platform takes no more. The name that
 * is shown now stays when it follows one of them. `null` when the name has no value for a part of any pattern.
 */
export function shownName(
  named: Named,
  on: PlatformId,
  patterns: readonly NamePattern[],
  organisation: NamingOrganisation,
  current: string | null,
): string | null {
  const values = valuesOf(named, organisation)
  const manner = mannerOf(on, 'display')
  const ownName = named.kind === 'person' && OWN_NAME_ONLY.has(on)
  if (ownName) return values.shown === '' ? null : values.shown.slice(0, manner.longest).trim()
  const asked = patterns.map((pattern) => readPattern(pattern, 'patterns.display'))
  const ready = current ? readyName({ key: '', platform: on, written: current, named }, organisation, 'display') : null
  if (ready && asked.some((pieces) => followingOf(ready, pieces)?.how === 'usual')) return current
  const all = [...asked, ...asked.flatMap((pieces) => shorterForms(pieces, values).slice(1))]
  const texts = all.flatMap((pieces) => writings(pieces, values, manner).slice(0, 1)).map(({ text }) => text.trim())
  return texts.find((text) => text !== '' && text.length <= manner.longest) ?? null
}
