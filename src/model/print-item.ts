import { z } from 'zod'
import { platformIdSchema } from './platform.ts'
import { textSchema } from './text.ts'

/** How sure a find on paper is: a code or a written-out address; a name beside a platform's name; a bare `@name`. */
export const printTiers = ['certain', 'likely', 'possible'] as const

/** What was read on one poster, flyer or clipping. Crops are digests of pictures in the blob store. */
export const printItemReadingSchema = z.object({
  codes: z.array(z.object({ text: z.string(), crop: z.string().nullable() })),
  accounts: z.array(
    z.object({
      platform: platformIdSchema.nullable(),
      handle: z.string(),
      url: z.string().nullable(),
      key: z.string().nullable(),
      tier: z.enum(printTiers),
      quote: z.string(),
      crop: z.string().nullable(),
      /** Page of the file, from 1. */
      page: z.number().int(),
    }),
  ),
  urls: z.array(z.string()),
  handles: z.array(z.string()),
  /** Why it could not be read. */
  why: textSchema.nullable(),
})
export type PrintItemReading = z.infer<typeof printItemReadingSchema>
