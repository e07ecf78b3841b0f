import { z } from 'zod'
import { candidateSchema, routeIdSchema } from './candidate.ts'
import { findingSchema, scoreSchema } from './finding.ts'
import { organisationSchema } from './organisation.ts'
import { platformIdSchema } from './platform.ts'
import { snapshotSchema } from './snapshot.ts'
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
  /** The routes to take; absent means all that cost nothing. A search engine that asks money is used only when named here. */
  routes: z.array(routeIdSchema).max(12).optional(),
  /** Links that the asker already has, one a line. */
  links: z.string().max(65_536).optional(),
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
  links: z.array(z.object({ label: textSchema, url: z.string() })).optional(),
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
  createdAt: z.string(),
})
export type Assessment = z.infer<typeof assessmentSchema>

/** What an audit found, immutable once written. People's grades and decisions sit beside it. */
export const auditRecordSchema = z.object({
  id: z.string(),
  productVersion: z.string(),
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
