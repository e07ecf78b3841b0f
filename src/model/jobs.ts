import { z } from 'zod'
import { handLinkSchema, organisationChoiceSchema, visitSchema } from './audit.ts'
import { foundViaSchema } from './candidate.ts'
import { organisationSchema } from './organisation.ts'
import { platformIdSchema } from './platform.ts'
import { printRoutes } from './print-item.ts'
import { siteFactsSchema } from './site-facts.ts'
import { linkingSnapshotSchema, snapshotSchema } from './snapshot.ts'
import { textSchema } from './text.ts'

/**
 * What travels through the queue. A job carries all that its worker needs; what is larger than a
 * few kB lies in the blob store and travels as its digest.
 */

const digest = z.string().regex(/^[0-9a-f]{64}$/)
const base = z.object({
  auditId: z.string(),
  archive: digest.nullable(),
  /** What an earlier audit kept, to ask again by: an `EarlierList` as a JSON blob; `null` for nothing. */
  earlier: digest.nullable().default(null),
})

/** Evidence of an earlier audit by address, and how young it must be to be used without asking, in milliseconds. */
export const earlierListSchema = z.object({
  freshMs: z.number().min(0),
  pages: z.array(z.object({ url: z.string(), record: digest })),
})
export type EarlierList = z.infer<typeof earlierListSchema>

/** Everything that a job asked for, and every piece of evidence it kept, in order. Lies in the blob store: a long list is no small result. */
export const visitLogSchema = z.object({
  visits: z.array(visitSchema),
  kept: z.array(digest),
  /** Of these, the pages that were read and tell of people. */
  ofPeople: z.array(digest).default([]),
})
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
  /** `team`: a basis holds, so that people may be read; without it only their number is told. */
  payload: base.extend({ organisation: organisationSchema, maxPages: z.number().int(), team: z.boolean().default(false) }),
  result: z.object({
    state: z.enum(['done', 'partial', 'not-looked']),
    /** The site's candidates without people, as a JSON blob. */
    candidates: digest.nullable(),
    siteBelongs: z.enum(['yes', 'doubtful', 'no', 'not-judged']),
    pagesRead: z.number().int(),
    pagesUnseen: z.number().int(),
    /** `null`: no page could be looked at. */
    peopleCounted: z.number().int().nullable(),
    facts: siteFactsSchema.nullish(),
    /** The people whom the site publishes, as a JSON blob that goes once it is taken in; `null` without a basis. */
    team: digest.nullable().default(null),
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

/** Locations that one run asks about; links for the others are on the audit's page. */
export const locationsAsked = 30

export const routeJob = {
  kind: 'route',
  payload: base.extend({
    route: z.enum(askedRoutes),
    organisation: organisationSchema,
    platforms: z.array(platformIdSchema),
    /** Accounts known to be the organisation's, for the pattern of its names. */
    confirmed: z.array(z.object({ platform: platformIdSchema, handle: z.string() })),
    /** Names of locations, the first ones. */
    locations: z.array(z.string().max(300)).max(locationsAsked),
    /** The most that this run may cost, in US dollars; 0 when nobody agreed to a price. */
    maxDollars: z.number().min(0),
  }),
  result: z.object({
    state: z.enum(['done', 'partial', 'not-looked']),
    /** Claims as a JSON blob. */
    claims: digest,
    found: z.number().int(),
    why: textSchema.nullable(),
    byHand: textSchema.nullable(),
    links: z.array(handLinkSchema),
    asked: z.number().int(),
    setAside: z.array(z.object({ platform: platformIdSchema, handle: z.string(), url: z.string() })),
    log: digest.nullable(),
  }),
} as const

/** One article, handed in by its address. */
export const pressJob = {
  kind: 'press',
  payload: base.extend({ url: z.string() }),
  result: z.object({ read: z.boolean(), claims: z.array(claimSchema), people: z.number().int(), log: digest.nullable() }),
} as const

/** One poster, flyer or clipping, handed in as a file. */
export const printJob = {
  kind: 'print',
  payload: base.extend({
    itemId: z.string(),
    file: digest,
    route: z.enum(printRoutes),
    title: z.string(),
    /** The organisation's website: addresses of it that are printed are asked whether they still answer. */
    website: z.string().nullable(),
  }),
  result: z.object({
    read: z.boolean(),
    /** What stood there, or why it could not be read: a `PrintItemReading` as a JSON blob. */
    reading: digest,
    log: digest.nullable(),
  }),
} as const

/** Fan-in of the first looks: follows what confirmed accounts lead to. */
export const linkJob = {
  kind: 'link',
  payload: base.extend({
    organisation: organisationSchema,
    /** Accounts that are the organisation's; what was seen of them before this stage, or `null` where a look of it tells. */
    accounts: z.array(z.object({ key: z.string(), url: z.string(), snapshot: linkingSnapshotSchema.nullable() })),
    /** Whether this audit takes the route at all. */
    follow: z.boolean(),
  }),
  result: z.object({
    state: z.enum(['done', 'partial', 'not-looked']),
    /** Claims as a JSON blob. */
    claims: digest.nullable(),
    found: z.number().int(),
    why: textSchema.nullable(),
    byHand: textSchema.nullable(),
    log: digest.nullable(),
  }),
} as const

/** One profile of a team member. Whose it is lies in a blob, so that the queue holds nothing of a person. */
export const teamLookJob = {
  kind: 'team-look',
  /** `subject`: a `TeamSubject` as a JSON blob. */
  payload: base.extend({ subject: digest }),
  /** `look`: a `TeamLook` as a JSON blob. */
  result: z.object({ look: digest, log: digest.nullable() }),
} as const

/** Compares the pictures of an organisation with each other. */
export const picturesJob = {
  kind: 'pictures',
  /** `pictures`: a `pictureListSchema` as a JSON blob; the pictures lie in the blob store too. */
  payload: base.extend({ pictures: digest, /** Names what is compared, for whoever keeps the outcome. */ input: z.string() }),
  /** `reading`: a `PicturesReading` as a JSON blob. */
  result: z.object({ reading: digest, looked: z.number().int(), unreadable: z.number().int() }),
} as const

/** A turn of a schedule. It asks nothing of a worker; that it ended is what the server waits for. */
export const turnJob = {
  kind: 'turn',
  payload: z.object({ scheduleId: z.string() }),
  result: z.object({}),
} as const

/** Fan-in of the looks: nothing is left to be done but to judge what was seen. */
export const assessJob = {
  kind: 'assess',
  payload: base,
  result: z.object({ looked: z.number().int() }),
} as const

export type PayloadOf<J extends { payload: z.ZodType }> = z.infer<J['payload']>
export type ResultOf<J extends { result: z.ZodType }> = z.infer<J['result']>
