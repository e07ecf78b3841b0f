import { z } from 'zod'
import { platformIdSchema } from './platform.ts'
import type { Text } from './text.ts'

/** Profiles that are a person's own professional ones; of other platforms only what the person adds. */
const professionalPlatforms = ['linkedin', 'x', 'bluesky', 'mastodon', 'github'] as const
export const isProfessional = (platform: string): boolean => professionalPlatforms.some((one) => one === platform)

/** A profile that a page publishes with a person, or that a list or the person gives. */
const teamProfileSchema = z.object({
  platform: platformIdSchema,
  handle: z.string(),
  key: z.string(),
  url: z.string(),
  /** What stood there. */
  quote: z.string(),
})
export type TeamProfile = z.infer<typeof teamProfileSchema>

/**
 * What a job is given or brings of people: it goes once it is taken in. A blob is kept once however often it is put, so it
 * names its job: what another one put is never deleted with it.
 */
export const ofOneJobSchema = z.object({ job: z.string(), brought: z.unknown() })
export const ofOneJob = (job: string, brought: unknown): z.infer<typeof ofOneJobSchema> => ({ job, brought })

/** A person as the organisation's own page names them. Possible, until somebody confirms it. */
export const teamPersonSchema = z.object({
  name: z.string(),
  /** '' where the page gives none. */
  role: z.string(),
  page: z.string(),
  quote: z.string(),
  profiles: z.array(teamProfileSchema),
})
export type TeamPerson = z.infer<typeof teamPersonSchema>

/**
 * How somebody came on the list. `team-page`: read from the organisation's own page, possible until somebody confirms;
 * `confirmed`: read there and confirmed; `list`: typed or imported; `invitation`: invited.
 */
export const joinedWays = ['team-page', 'confirmed', 'list', 'invitation'] as const
export type JoinedBy = (typeof joinedWays)[number]

/** What a basis holds, in the organisation's own words. */
export const basisFields = ['purpose', 'interest', 'necessity', 'balance', 'contact', 'worksCouncil'] as const
export type BasisField = (typeof basisFields)[number]

/** Days that count in the treatment of people. */
export const teamTerms = {
  /** To tell a person: Art. 14(3)(a) GDPR, "within a reasonable period … at the latest within one month". */
  inform: 30,
  /** How a profile looked. */
  look: 30,
  /** Somebody whom a page named and nobody confirmed. */
  unconfirmed: 14,
  /** Twelve months: people and profiles that no page, list or person has named since. */
  results: 365,
  /** Aggregates over fewer people would tell of one of them. */
  fewest: 5,
} as const

export const joinedWords: Readonly<Record<JoinedBy, Text>> = {
  'team-page': {
    nl: 'gelezen op de eigen site van de organisatie, nog niet bevestigd',
    en: 'read on the organisation’s own site, not confirmed yet',
  },
  confirmed: { nl: 'gelezen op de eigen site van de organisatie en bevestigd', en: 'read on the organisation’s own site and confirmed' },
  list: { nl: 'door de organisatie op de lijst gezet', en: 'put on the list by the organisation' },
  invitation: { nl: 'uitgenodigd', en: 'invited' },
}
