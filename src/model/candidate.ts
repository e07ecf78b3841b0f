import { z } from 'zod'
import { mentionSources, zones } from './mention.ts'
import { platformIdSchema } from './platform.ts'
import { textSchema } from './text.ts'

/** The ways an account is found; a file each in `src/discovery`. */
export const routeIds = [
  'website',
  'wikidata',
  'search-engine',
  'platform-search',
  'handle-guess',
  'linked-account',
  'earlier-audit',
  'print',
  'press',
  'pasted',
] as const
export type RouteId = (typeof routeIds)[number]
export const routeIdSchema = z.enum(routeIds)

/** One place where an account was found. */
export const foundViaSchema = z.object({
  route: routeIdSchema,
  /** The page, register entry or paste; `null` for what a person typed. */
  page: z.string().nullable(),
  pageTitle: z.string(),
  source: z.enum(mentionSources),
  zone: z.enum(zones),
  label: z.string(),
  quote: z.string(),
  seenAt: z.string(),
  record: z.string().nullable(),
  /** Digest of a picture of the place, as of a poster's corner. */
  crop: z.string().nullish(),
})
export type FoundVia = z.infer<typeof foundViaSchema>

export const verdicts = ['ours', 'likely', 'unknown', 'not-ours'] as const
export type Verdict = (typeof verdicts)[number]

/** Whose account it is, or what sort of it. */
export const accountKinds = [
  'central',
  'unit',
  'location',
  'campaign',
  'affiliate',
  /** Ours, and a second one beside the one that is used. */
  'duplicate',
  /** Ours, and held only so that nobody else takes the name. */
  'reserved',
  /** Ours, and no manager or page of ours knows it. */
  'orphan',
  'fan',
  'parody',
  /** Looks like ours and is not; "not confirmed" until a person says so. */
  'impostor',
  'person',
  'agency',
  'host',
  'partner',
  'quoted',
  'unknown',
] as const
export type AccountKind = (typeof accountKinds)[number]

/** One reason for (positive weight) or against (negative) the account being the organisation's. */
export const signalSchema = z.object({
  id: z.string(),
  /** Log-odds added to the judgement; 0 when the signal only informs. */
  weight: z.number(),
  text: textSchema,
  /** The look that showed it, where a profile did. */
  shown: z.object({ url: z.string(), at: z.string(), record: z.string().nullable(), by: z.enum(['machine', 'person']) }).optional(),
})
export type Signal = z.infer<typeof signalSchema>

/** An account, once, with every place it was found and the judgement with its reasons. */
export const candidateSchema = z.object({
  key: z.string(),
  platform: platformIdSchema,
  handle: z.string(),
  url: z.string(),
  closed: z.boolean(),
  doubt: z.enum(['soft-reserved', 'needs-resolving']).nullable(),
  verdict: z.enum(verdicts),
  /** 0 to 1: how likely it is the organisation's. 0.8 is meant to be right eight times in ten. */
  confidence: z.number(),
  kind: z.enum(accountKinds),
  signals: z.array(signalSchema),
  foundVia: z.array(foundViaSchema),
  /** Places beyond those kept in `foundVia` (a footer link stands on every page). */
  furtherPlaces: z.number().int(),
})
export type Candidate = z.infer<typeof candidateSchema>

/** What people say of a candidate; it holds in later audits. */
export const decisions = ['ours', 'not-ours', 'unsure'] as const
export type Decision = (typeof decisions)[number]
