import { z } from 'zod'

/** How a site says it can be reached, as far as that tells its organisation from others. No person's address is kept, only domains. */
export const siteFactsSchema = z.object({
  /** Registered domains of its e-mail addresses, lower case; those of mail providers left out. */
  emailDomains: z.array(z.string()),
  /** The last nine digits of its telephone numbers, so that `+31 30 …` and `030 …` are equal. */
  phones: z.array(z.string()),
  /** Places of its addresses, as written. */
  places: z.array(z.string()),
})
export type SiteFacts = z.infer<typeof siteFactsSchema>

export const noFacts: SiteFacts = { emailDomains: [], phones: [], places: [] }
