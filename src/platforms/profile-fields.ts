/** One field of a profile in one source: a value, `null` when the source has the field empty, `undefined` when it has no such field. */
export type Field = string | null | undefined

/** What one source (a script, JSON-LD, meta tags) says of an account. */
export interface ProfileFields {
  /** Names the source, for people: "JSON-LD", "og:title". */
  readonly from: string
  readonly name?: Field
  readonly description?: Field
  readonly picture?: Field
  readonly website?: Field
}

/** Walks into parsed JSON of unknown shape. */
export function at(json: unknown, ...path: readonly (string | number)[]): unknown {
  let here = json
  for (const step of path) {
    if (typeof here !== 'object' || here === null) return undefined
    here = (here as Record<string | number, unknown>)[step]
  }
  return here
}

/** A field that the source has: its text, or `null` when it is empty. */
export const textAt = (json: unknown, ...path: readonly (string | number)[]): string | null => {
  const value = at(json, ...path)
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}

export const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]

/** Parses JSON, or `null` when it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
