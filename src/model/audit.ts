import { z } from 'zod'
import { candidateSchema, routeIdSchema } from './candidate.ts'
import { findingSchema, scoreSchema } from './finding.ts'
import { organisationSchema } from './organisation.ts'
import { platformIdSchema } from './platform.ts'
import { handedPrintSchema, mostPrints } from './print-item.ts'
import { siteFactsSchema } from './site-facts.ts'
import { snapshotSchema } from './snapshot.ts'
import { type BasisField, basisFields } from './team.ts'
import { localeSchema, textSchema } from './text.ts'

/** What somebody asks for. Only a name is needed. */
export const auditRequestSchema = z.strictObject({
  name: z.string().trim().min(1).max(200),
  website: z.string().trim().max(2_000).optional(),
  aliases: z.array(z.string().trim().min(1).max(200)).max(20).optional(),
  country: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z]{2}$/)
    .optional(),
  /** Look only at these; empty or absent means all. */
  platforms: z.array(platformIdSchema).max(40).optional(),
  /** The routes to take; absent means all. */
  routes: z.array(routeIdSchema).max(12).optional(),
  /** The most that a search engine may cost, in US dollars, by somebody who saw the price. Absent: nothing that costs money is asked. */
  maxDollars: z.number().min(0).max(10).optional(),
  /** Links that the asker already has, one a line. */
  links: z.string().max(65_536).optional(),
  /** Posters, flyers and clippings that were handed in before the audit. */
  prints: z.array(handedPrintSchema).max(mostPrints).optional(),
  /** Why profiles of the team may be looked at; recorded with the organisation before anything is read. */
  teamBasis: z
    .strictObject({ ...Object.fromEntries(basisFields.map((field) => [field, z.string().max(10_000).default('')])) } as Record<
      BasisField,
      z.ZodDefault<z.ZodString>
    >)
    .optional(),
  /** Addresses of articles in the press. */
  press: z.array(z.string().trim().min(1).max(2_000)).max(20).optional(),
  /** Digest of a web archive in the blob store; the audit then replays it with the network off. */
  archive: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  locale: localeSchema.optional(),
  /** The asker's own label, given back unchanged. */
  label: z.string().max(200).optional(),
})
export type AuditRequest = z.infer<typeof auditRequestSchema>

/**
 * `choosing` waits for a person to pick one of several organisations of that name.
 * `done` says that every route ended, whether or not it could look.
 */
export const auditStates = ['queued', 'running', 'choosing', 'done', 'cancelled', 'failed'] as const
export type AuditState = (typeof auditStates)[number]

export const routeStates = ['waiting', 'running', 'done', 'partial', 'not-looked', 'cancelled'] as const
export type RouteState = (typeof routeStates)[number]

/** `platform` is where it leads; left out for a page that searches several. */
export const handLinkSchema = z.object({ label: textSchema, url: z.string(), platform: platformIdSchema.optional() })

/** How one route of an audit went: what it did, or why it could not look and how to go on by hand. */
export const routeReportSchema = z.object({
  route: routeIdSchema,
  state: z.enum(routeStates),
  pagesRead: z.number().int(),
  pagesUnseen: z.number().int(),
  found: z.number().int(),
  why: textSchema.nullable(),
  byHand: textSchema.nullable(),
  /** Addresses that a person can open to look for themselves, at most 60. */
  links: z.array(handLinkSchema).optional(),
  /** Questions that were asked of services, those about made-up names among them. */
  asked: z.number().int().optional(),
  /** Hits of a service that also "finds" made-up names: shown, never counted. At most 20. */
  setAside: z.array(z.object({ platform: platformIdSchema, handle: z.string(), url: z.string() })).optional(),
  /** Pages of results that people handed over. */
  handed: z.number().int().optional(),
  /** The queue's job that takes this route again, while it runs. */
  job: z.string().optional(),
  /** What the website says of how it can be reached; profiles are compared with it. */
  facts: siteFactsSchema.optional(),
})
export type RouteReport = z.infer<typeof routeReportSchema>

/** One request of an audit, as it went. */
export const visitSchema = z.object({
  url: z.string(),
  outcome: z.string(),
  status: z.number().int().nullable(),
  at: z.string(),
  record: z.string().nullable(),
})
export type Visit = z.infer<typeof visitSchema>

export const organisationChoiceSchema = z.object({
  wikidataId: z.string(),
  name: z.string(),
  description: z.string(),
  website: z.string().nullable(),
  country: z.string().nullable(),
  aliases: z.array(z.string()),
})
export type OrganisationChoice = z.infer<typeof organisationChoiceSchema>

/** The findings over a set of accounts, made under one rubric. A new decision makes a new assessment; none is changed. */
export const assessmentSchema = z.object({
  rubric: z.string(),
  accounts: z.array(z.string()),
  findings: z.array(findingSchema),
  score: scoreSchema,
  /**
   * Id of the agreements and digest of the comparison of pictures that it was made by, and digest of all that was judged;
   * absent in those of before these were.
   */
  basis: z.object({ houseStyle: z.string().nullable(), pictures: z.string().nullable(), input: z.string() }).optional(),
  createdAt: z.string(),
})
export type Assessment = z.infer<typeof assessmentSchema>

/** What an audit found, immutable once written. People's grades and decisions sit beside it. */
export const auditRecordSchema = z.object({
  id: z.string(),
  productVersion: z.string(),
  /** Version of the weights by which it was judged whose the accounts are; older records do not name it. */
  signalsVersion: z.string().optional(),
  organisation: organisationSchema,
  state: z.enum(['done', 'cancelled', 'failed']),
  startedAt: z.string(),
  finishedAt: z.string(),
  routes: z.array(routeReportSchema),
  accounts: z.array(candidateSchema),
  snapshots: z.array(snapshotSchema),
  /** Only how many people with profiles were seen; without a recorded basis nothing more is kept. */
  people: z.object({ counted: z.number().int().nullable() }),
  /** Whether the site is the named organisation's; said when in doubt. */
  siteBelongs: z.enum(['yes', 'doubtful', 'no', 'not-judged']),
  assessment: assessmentSchema,
})
export type AuditRecord = z.infer<typeof auditRecordSchema>
