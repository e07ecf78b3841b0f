import { z } from 'zod'
import { organisationChoiceSchema, visitSchema } from './audit.ts'
import { foundViaSchema } from './candidate.ts'
import { organisationSchema } from './organisation.ts'
import { platformIdSchema } from './platform.ts'
import { snapshotSchema } from './snapshot.ts'
import { textSchema } from './text.ts'

/**
 * What travels through the queue. A job carries all that its worker needs; what is larger than a
 * few kB lies in the blob store and travels as its digest.
 */

const digest = z.string().regex(/^[0-9a-f]{64}$/)
const base = z.object({ auditId: z.string(), archive: digest.nullable() })

/** Everything that a job asked for, and every piece of evidence it kept, in order. Lies in the blob store: a long list is no small result. */
export const visitLogSchema = z.object({ visits: z.array(visitSchema), kept: z.array(digest) })
export type VisitLog = z.infer<typeof visitLogSchema>

/** An account that a register or a person names. */
export const claimSchema = z.object({
  platform: platformIdSchema,
  handle: z.string(),
  url: z.string(),
  key: z.string(),
  closed: z.boolean(),
  doubt: z.enum(['soft-reserved', 'needs-resolving']).nullable(),
  via: foundViaSchema,
  /** What the source showed that speaks for the account being the organisation's: see `discovery/outcome.ts`. */
  proof: z.enum(['domain-handle', 'verified-link', 'names-our-site']).nullish(),
})
export type Claim = z.infer<typeof claimSchema>

export const resolveJob = {
  kind: 'resolve',
  payload: base.extend({ organisation: organisationSchema }),
  result: z.object({
    state: z.enum(['one', 'several', 'none', 'not-looked']),
    choices: z.array(organisationChoiceSchema),
    chosen: organisationChoiceSchema.nullable(),
    claims: z.array(claimSchema),
    why: textSchema.nullable(),
    byHand: textSchema.nullable(),
    log: digest.nullable(),
  }),
} as const

export const websiteJob = {
  kind: 'website',
  payload: base.extend({ organisation: organisationSchema, maxPages: z.number().int() }),
  result: z.object({
    state: z.enum(['done', 'partial', 'not-looked']),
    /** The site's candidates without people, as a JSON blob. */
    candidates: digest.nullable(),
    siteBelongs: z.enum(['yes', 'doubtful', 'no', 'not-judged']),
    pagesRead: z.number().int(),
    pagesUnseen: z.number().int(),
    /** `null`: no page could be looked at. */
    peopleCounted: z.number().int().nullable(),
    why: textSchema.nullable(),
    log: digest.nullable(),
  }),
} as const

export const judgeJob = {
  kind: 'judge',
  payload: base.extend({ organisation: organisationSchema, claims: z.array(claimSchema), platforms: z.array(platformIdSchema) }),
  result: z.object({
    /** Candidates as a JSON blob. */
    candidates: digest,
    siteBelongs: z.enum(['yes', 'doubtful', 'no', 'not-judged']),
  }),
} as const

export const lookJob = {
  kind: 'look',
  payload: base.extend({ accountId: z.string(), key: z.string(), platform: platformIdSchema, url: z.string() }),
  result: z.object({ accountId: z.string(), snapshot: snapshotSchema, log: digest.nullable() }),
} as const

/** The routes that ask platforms and search engines; each is a job of its own. */
export const askedRoutes = ['platform-search', 'handle-guess', 'search-engine'] as const
export type AskedRoute = (typeof askedRoutes)[number]

export const routeJob = {
  kind: 'route',
  payload: base.extend({
    route: z.enum(askedRoutes),
    organisation: organisationSchema,
    platforms: z.array(platformIdSchema),
    /** Accounts known to be the organisation's, for the pattern of its names. */
    confirmed: z.array(z.object({ platform: platformIdSchema, handle: z.string() })),
    /** The asker named this route, so that a service may cost money. */
    named: z.boolean(),
  }),
  result: z.object({
    state: z.enum(['done', 'partial', 'not-looked']),
    /** Claims as a JSON blob. */
    claims: digest,
    found: z.number().int(),
    why: textSchema.nullable(),
    byHand: textSchema.nullable(),
    links: z.array(z.object({ label: textSchema, url: z.string() })),
    log: digest.nullable(),
  }),
} as const

/** One article, handed in by its address. */
export const pressJob = {
  kind: 'press',
  payload: base.extend({ url: z.string() }),
  result: z.object({ read: z.boolean(), claims: z.array(claimSchema), people: z.number().int(), log: digest.nullable() }),
} as const

/** Fan-in of the looks: nothing is left to be done but to judge what was seen. */
export const assessJob = {
  kind: 'assess',
  payload: base,
  result: z.object({ looked: z.number().int() }),
} as const

export type PayloadOf<J extends { payload: z.ZodType }> = z.infer<J['payload']>
export type ResultOf<J extends { result: z.ZodType }> = z.infer<J['result']>
