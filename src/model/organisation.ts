import { z } from 'zod'

/** What judgement needs to know of an organisation. */
export const organisationSchema = z.object({
  name: z.string(),
  aliases: z.array(z.string()),
  /** Absolute http(s) address, or `null` when there is none or none is known. */
  website: z.string().nullable(),
  /** ISO 3166-1 alpha-2, lower case. */
  country: z.string().nullable(),
  wikidataId: z.string().nullable(),
})
export type Organisation = z.infer<typeof organisationSchema>
