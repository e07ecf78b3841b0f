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
  /** As a person would write it: `company/acme`, `@acme`. */
  readonly handle?: Field
  readonly id?: Field
  readonly banner?: Field
  readonly category?: Field
  readonly language?: Field
  /** A date in any form that `Date` reads, or how long ago in words. */
  readonly lastPost?: Field
  readonly verified?: boolean | undefined
  readonly followers?: number | null | undefined
  /** Every address that the profile leads to, as the source writes it. */
  readonly links?: readonly string[] | undefined
}

/** Walks into parsed JSON of unknown shape. */
export function at(json: unknown, ...path: readonly (string | number)[]): unknown {
  let here = json
  for (const step of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, step)) return undefined
    here = (here as Record<string | number, unknown>)[step]
  }
  return here
}

/** A field that the source has: its text, or `null` when it is empty. */
export const textAt = (json: unknown, ...path: readonly (string | number)[]): string | null => {
  const value = at(json, ...path)
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}

/** An id, which JSON writes as a text or a number. */
export const idAt = (json: unknown, ...path: readonly (string | number)[]): string | undefined => {
  const value = at(json, ...path)
  return typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : (textAt(json, ...path) ?? undefined)
}

/** A whole number, which JSON may write as a text. */
export const countAt = (json: unknown, ...path: readonly (string | number)[]): number | undefined => {
  const value = at(json, ...path)
  const number = typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value
  return typeof number === 'number' && Number.isSafeInteger(number) && number >= 0 ? number : undefined
}

export const flagAt = (json: unknown, ...path: readonly (string | number)[]): boolean | undefined => {
  const value = at(json, ...path)
  return typeof value === 'boolean' ? value : undefined
}

export const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]

export const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''

/** Parses JSON, or `null` when it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** The newest of some dates, in milliseconds, seconds or ISO 8601; `undefined` without any. */
export function newest(dates: readonly unknown[]): string | undefined {
  const times = dates.flatMap((date) => {
    const time = typeof date === 'number' ? date * (date < 1e11 ? 1000 : 1) : typeof date === 'string' ? Date.parse(date) : Number.NaN
    return Number.isNaN(time) || Math.abs(time) > 8.64e15 ? [] : [time]
  })
  return times.length === 0 ? undefined : new Date(Math.max(...times)).toISOString()
}
