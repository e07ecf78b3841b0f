import type { PlatformId } from '../model/platform.ts'
import { type Manner, mannerOf, writtenName } from './manner.ts'
import { type Named, type NameValues, type NamingOrganisation, valuesOf } from './name-values.ts'
import { type Piece, tokensIn } from './pattern.ts'
import { folded, withoutSigns } from './spelling.ts'
import { compared, type Writing, writings } from './write-name.ts'

/** A name that is in use: a handle, or the name shown on a profile. */
export interface NameInUse {
  readonly key: string
  readonly platform: PlatformId
  /** As the platform writes it: `in/jan-jansen`; for `display` the name shown. */
  readonly written: string
  readonly named: Named
}

/** A name in use, made ready to compare. */
export interface ReadyName {
  readonly use: NameInUse
  readonly values: NameValues
  readonly manner: Manner
  /** Without what stands around it, in plain letters with its capitals. */
  readonly name: string
  readonly automatic: boolean
}

/** `null` where there is no name to judge: a number, a code, nothing. */
export function readyName(use: NameInUse, organisation: NamingOrganisation, as: Manner['as'] = 'handle'): ReadyName | null {
  const found = as === 'display' ? { name: use.written.trim(), automatic: false } : writtenName(use.platform, use.written)
  if (found === null || found.name === '') return null
  const values = valuesOf(use.named, organisation)
  return { use, values, manner: mannerOf(use.platform, as), name: withoutSigns(found.name), automatic: found.automatic }
}

/** How a name follows a pattern: to the letter, in a way that is as good, or cut at the longest that the platform takes. */
export type Following = { readonly how: 'usual' | 'as-good' | 'cut'; readonly writing: Writing }

/** Signs that a person drops or adds where the platform cuts a name. */
const LOOSE_END = /[^\p{L}\p{N}]+$/u

function isCutOf(text: string, whole: string, longest: number): boolean {
  if (whole.length <= longest) return false
  const cut = whole.slice(0, longest).replace(LOOSE_END, '')
  return text === cut || text === whole.slice(0, longest)
}

const MIDDLE_INITIALS = /(?<=\S )(?:\p{L}\.(?:\p{L}\.){0,5}|\p{Lu}) (?=\S)/gu

/** A name shown with middle initials (`Roger F. Wicker`) is the same name, unless the pattern asks for initials. */
function withoutMiddleInitials({ name, manner, use }: ReadyName, pieces: readonly Piece[]): string {
  const asked = tokensIn(pieces)
  const shown = manner.as === 'display' && use.named.kind === 'person'
  if (!shown || !asked.includes('given') || asked.includes('initial') || asked.includes('initials')) return name
  return name.replace(MIDDLE_INITIALS, '')
}

/** How this name follows the pattern, or `null` when it does not. */
export function followingOf(ready: ReadyName, pieces: readonly Piece[]): Following | null {
  const { manner } = ready
  const name = withoutMiddleInitials(ready, pieces)
  const text = compared(name, manner)
  const all = writings(pieces, ready.values, manner)
  const exact = all.findIndex((writing) => folded(writing.text) === folded(name))
  const at = exact >= 0 ? exact : all.findIndex((writing) => compared(writing.text, manner) === text)
  const found = all[at]
  if (found) return { how: exact === 0 ? 'usual' : 'as-good', writing: found }
  const whole = all.find((writing) => isCutOf(text, compared(writing.text, manner), manner.longest))
  return whole ? { how: 'cut', writing: whole } : null
}
