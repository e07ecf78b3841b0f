import { z } from 'zod'

/** The languages that every text a user reads exists in; the first is the default. */
export const locales = ['nl', 'en'] as const
export type Locale = (typeof locales)[number]
export const localeSchema = z.enum(locales)

/** A text in every language. Units (a check, a platform, a route) carry their own. */
export interface Text {
  readonly nl: string
  readonly en: string
}
export const textSchema = z.object({ nl: z.string(), en: z.string() })
