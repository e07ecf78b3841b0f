import { zodToOpenAPIRegistry } from '@asteasolutions/zod-to-openapi'
import { z } from '@hono/zod-openapi'
import {
  assessmentSchema,
  auditRecordSchema,
  auditRequestSchema,
  auditStates,
  organisationChoiceSchema,
  routeReportSchema,
} from '../../model/audit.ts'
import { accountKinds, candidateSchema, decisions, foundViaSchema, routeIdSchema, signalSchema, verdicts } from '../../model/candidate.ts'
import { findingSchema, outcomeSchema, scoreSchema } from '../../model/finding.ts'
import { platformIdSchema } from '../../model/platform.ts'
import { printedNoteSchema } from '../../model/print-item.ts'
import { snapshotSchema } from '../../model/snapshot.ts'
import { textSchema } from '../../model/text.ts'
import {
  type AuditEvent,
  type AuditSummary,
  type AuditView,
  type CandidateView,
  type DecisionView,
  type FollowedUpView,
  type GradeView,
  type GradingView,
  type PlanItemView,
  type SlotView,
  slotAnswers,
  type UnchangedView,
} from '../../services/views.ts'

/** Schemas of what goes out, each held to its view by its annotation; what comes in stands with its route. */

/** A named schema, or null. Not `.nullable()`: the API document would then let null into the named schema itself. */
export const orNull = <T extends z.ZodType>(schema: T) => z.union([schema, z.null()])

const time = z.string().describe('ISO 8601, UTC')
export const auditStateSchema = z.enum(auditStates)
export const decisionSchema = z.enum(decisions)
export const slotAnswerSchema = z.enum(slotAnswers)

export const decisionViewSchema: z.ZodType<DecisionView> = z.object({
  id: z.string(),
  decision: decisionSchema.nullable().describe('null when the last act was an undo'),
  kind: z.enum(accountKinds).nullable().optional().describe('The sort of account that the person said it is'),
  by: z.string().nullable(),
  at: time,
  auditId: z.string().describe('The audit in which it was decided'),
})

export const gradeViewSchema: z.ZodType<GradeView> = z.object({
  personId: z.string(),
  by: z.string().nullable(),
  halfPoints: z.number().int().nullable().describe('2 to 20; null is "niet te beoordelen"'),
  reason: z.string(),
  version: z.number().int(),
  at: time,
})

const gradingViewSchema: z.ZodType<GradingView> = z.object({
  mine: orNull(gradeViewSchema),
  others: z.array(gradeViewSchema).readonly().describe('Empty until the asking person has graded'),
  othersCount: z.number().int(),
  revealed: z.boolean(),
})

export const candidateViewSchema: z.ZodType<CandidateView> = candidateSchema.extend({
  accountId: z.string(),
  decision: orNull(decisionViewSchema),
  standing: z.enum(verdicts).describe("A person's decision where there is one, else the verdict"),
  snapshot: orNull(snapshotSchema),
  judgedKind: z.enum(accountKinds).optional().describe('The kind as judged; `kind` is what a person said, where one did'),
  formerNames: z
    .array(z.object({ handle: z.string(), url: z.string(), firstSeenAt: time, lastSeenAt: time, renamed: z.boolean() }))
    .readonly()
    .optional()
    .describe('Earlier names and second addresses, told by the platform’s own number for the account'),
  takenOverAt: time.nullable().optional().describe('When another account was seen under this name'),
  byHand: z
    .object({ by: z.string().nullable(), at: time, machine: orNull(snapshotSchema) })
    .nullable()
    .optional()
    .describe('Set when the snapshot is what a person saw; `machine` is what the program had seen'),
  grading: gradingViewSchema,
})

const slotViewSchema: z.ZodType<SlotView> = z.object({
  platform: z.string(),
  named: z.boolean(),
  accounts: z.array(candidateViewSchema).readonly(),
  answer: z.object({ answer: slotAnswerSchema, note: z.string(), by: z.string().nullable(), at: time }).nullable(),
})

export const planItemSchema: z.ZodType<PlanItemView> = z.object({
  id: z.string(),
  what: z.string(),
  how: z.string(),
  owner: z.string().nullable(),
  due: z.string().nullable().describe('YYYY-MM-DD'),
  done: z.boolean(),
  check: z.string().nullable().optional().describe('The checks that asked for it, with spaces in between'),
  subject: z.string().nullable().optional().describe('Key of the account'),
  seenDoneIn: z.string().nullable().optional().describe('The later audit that saw it in line'),
})

const followedUpSchema: z.ZodType<FollowedUpView> = z.object({
  ...{ id: z.string(), what: z.string(), how: z.string(), owner: z.string().nullable() },
  auditId: z.string().describe('The audit that asked for it'),
  askedAt: time,
  saw: z.array(textSchema).readonly(),
  record: z.string().nullable().describe('Digest of the evidence record of the account'),
})

const organisationViewSchema: z.ZodType<AuditView['organisation']> = z.object({
  id: z.string(),
  name: z.string(),
  aliases: z.array(z.string()).readonly(),
  website: z.string().nullable(),
  country: z.string().nullable(),
  wikidataId: z.string().nullable(),
  demo: z.boolean(),
})

export const unchangedSchema: z.ZodType<UnchangedView> = z.object({ pages: z.number().int(), from: time, to: time })

export const auditViewSchema: z.ZodType<AuditView> = z.object({
  id: z.string(),
  organisation: organisationViewSchema,
  state: auditStateSchema,
  request: auditRequestSchema,
  createdAt: time,
  startedAt: time.nullable(),
  finishedAt: time.nullable(),
  failure: z.string().nullable(),
  choices: z.array(organisationChoiceSchema).readonly(),
  siteBelongs: z.enum(['yes', 'doubtful', 'no', 'not-judged']),
  peopleCounted: z.number().int().nullable(),
  routes: z.array(routeReportSchema).readonly(),
  candidates: z.array(candidateViewSchema).readonly(),
  slots: z.array(slotViewSchema).readonly(),
  assessment: assessmentSchema.extend({ version: z.number().int() }).nullable(),
  uniformityGrading: gradingViewSchema,
  printed: z.array(printedNoteSchema).readonly().optional().describe('What its own print says that no longer holds'),
  plan: z.array(planItemSchema).readonly(),
  followedUp: z.array(followedUpSchema).readonly().optional().describe('What the plan before asked for and is in line now'),
  requestsMade: z.number().int(),
  unchanged: unchangedSchema.nullable().optional().describe('Answers older than the audit: kept by an earlier one, and they still held'),
  lastEvent: z.number().int(),
})

export const auditSummarySchema: z.ZodType<AuditSummary> = z.object({
  id: z.string(),
  organisation: z.string(),
  demo: z.boolean(),
  state: auditStateSchema,
  createdAt: time,
  finishedAt: time.nullable(),
  accountsOurs: z.number().int(),
  undecided: z.number().int(),
})

const event = <K extends string, D extends z.ZodType>(kind: K, data: D) =>
  z.object({ id: z.number().int(), at: time, kind: z.literal(kind), data })

export const auditEventSchema: z.ZodType<AuditEvent> = z.discriminatedUnion('kind', [
  event('state', z.object({ state: auditStateSchema })),
  event('route', routeReportSchema),
  event('page', z.object({ url: z.string(), outcome: z.string(), read: z.number(), planned: z.number(), found: z.number() })),
  event('found', z.object({ accounts: z.number().int() })),
  event('look', z.object({ accountId: z.string(), platform: z.string(), handle: z.string(), state: z.string() })),
  event('assessed', z.object({ version: z.number().int() })),
])

const auditLinksSchema = z.object({
  self: z.string(),
  events: z.string(),
  candidates: z.string(),
  record: z.string(),
  report: z.string(),
})
export const startedSchema = z.object({ id: z.string(), state: auditStateSchema, links: auditLinksSchema })
export const personSchema = z.object({ personId: z.string(), name: z.string() })
export const storedArchiveSchema = z.object({ digest: z.string(), bytes: z.number().int() })
export const pasteOutcomeSchema = z.object({
  added: z.number().int(),
  known: z.number().int().describe('Already among the candidates'),
  people: z.number().int().describe('Personal profiles: counted, not kept'),
  notUnderstood: z.array(z.object({ line: z.number().int(), raw: z.string(), why: textSchema })).readonly(),
})
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  code: z.string(),
  field: z.string().optional(),
  errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
})

/** Names under which schemas stand in the API document, so that it says each thing once. */
const names: readonly (readonly [z.ZodType, string])[] = [
  [platformIdSchema, 'PlatformId'],
  [routeIdSchema, 'RouteId'],
  [signalSchema, 'Signal'],
  [foundViaSchema, 'FoundVia'],
  [candidateSchema, 'Candidate'],
  [snapshotSchema, 'Snapshot'],
  [outcomeSchema, 'Outcome'],
  [findingSchema, 'Finding'],
  [scoreSchema, 'Score'],
  [assessmentSchema, 'Assessment'],
  [routeReportSchema, 'RouteReport'],
  [organisationChoiceSchema, 'OrganisationChoice'],
  [auditRequestSchema, 'AuditRequest'],
  [auditRecordSchema, 'AuditRecord'],
  [auditStateSchema, 'AuditState'],
  [decisionViewSchema, 'DecisionView'],
  [gradeViewSchema, 'GradeView'],
  [gradingViewSchema, 'GradingView'],
  [candidateViewSchema, 'CandidateView'],
  [slotViewSchema, 'SlotView'],
  [planItemSchema, 'PlanItem'],
  [auditViewSchema, 'Audit'],
  [auditSummarySchema, 'AuditSummary'],
  [auditEventSchema, 'AuditEvent'],
  [startedSchema, 'AuditStarted'],
  [personSchema, 'Person'],
  [storedArchiveSchema, 'StoredArchive'],
  [pasteOutcomeSchema, 'PasteOutcome'],
  [problemSchema, 'Problem'],
]

/**
 * Gives the schemas their names in the API document; doing it twice changes nothing. Straight into the registry: the
 * model's schemas are older than the `.openapi()` method, which exists once the API is loaded.
 */
export function nameSchemas(): void {
  for (const [schema, refId] of names) zodToOpenAPIRegistry.add(schema, { _internal: { refId } })
}
