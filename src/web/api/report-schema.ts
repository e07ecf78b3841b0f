import { z } from '@hono/zod-openapi'
import { auditStates, routeStates } from '../../model/audit.ts'
import { accountKinds, routeIdSchema, verdicts } from '../../model/candidate.ts'
import { findingSchema, scoreSchema } from '../../model/finding.ts'
import { platformIdSchema } from '../../model/platform.ts'
import { printedNoteSchema } from '../../model/print-item.ts'
import { seenSchema } from '../../model/seen.ts'
import { snapshotStates, wallKinds } from '../../model/snapshot.ts'
import { textSchema } from '../../model/text.ts'
import type {
  AccountSection,
  Grading,
  PlatformSection,
  Provenance,
  ReportMend,
  ReportModel,
  UniformityLine,
  UnseenSection,
} from '../../report/model.ts'
import { groupKinds } from '../../report/sheet-groups.ts'
import { orNull, slotAnswerSchema, unchangedSchema } from './schemas.ts'

/** The report as the API document describes it; each part is held to the model by its annotation. */

const list = <T extends z.ZodType>(item: T) => z.array(item).readonly()
const signed = { by: z.string().nullable(), at: z.string() }

const gradingSchema: z.ZodType<Grading> = z.object({
  lines: list(z.object({ grade: z.number().nullable(), reason: z.string(), ...signed })),
  mean: z.object({ value: z.number(), n: z.number().int() }).nullable(),
  hidden: z.number().int().describe('Grades that the asking person may see only after grading'),
})

const uniformityLineSchema: z.ZodType<UniformityLine> = z.object({
  title: textSchema,
  score: scoreSchema,
  checks: list(
    z.object({
      id: z.string(),
      title: textSchema,
      weight: z.number(),
      score: scoreSchema,
      inLine: z.number().int(),
      toMend: z.number().int(),
      unseen: z.number().int(),
    }),
  ),
})

const mendSchema: z.ZodType<ReportMend> = z.object({
  about: z.string().nullable(),
  field: z.string(),
  minutes: z.number().int(),
  gain: z.number().describe('What it adds to the grade before rounding'),
  gradeAfter: z.number().nullable(),
  how: list(textSchema),
})

const accountSchema: z.ZodType<AccountSection> = z.object({
  accountId: z.string(),
  key: z.string(),
  platform: platformIdSchema,
  platformName: z.string(),
  handle: z.string(),
  url: z.string(),
  closed: z.boolean(),
  standing: z.enum(verdicts),
  standingText: textSchema,
  verdict: z.enum(verdicts),
  confidence: z.number(),
  kind: z.enum(accountKinds),
  kindText: textSchema,
  decided: z.object(signed).nullable(),
  grading: gradingSchema,
  foundVia: list(
    z.object({
      route: routeIdSchema,
      text: textSchema,
      page: z.string().nullable(),
      quote: z.string(),
      seenAt: z.string(),
      record: z.string().nullable(),
    }),
  ),
  furtherPlaces: z.number().int(),
  look: z
    .object({
      state: z.enum(snapshotStates),
      takenAt: z.string(),
      displayName: seenSchema(z.string()),
      description: seenSchema(z.string()),
      picture: seenSchema(z.string()),
      website: seenSchema(z.string()),
      wall: z.object({ kind: z.enum(wallKinds), why: textSchema, byHand: textSchema }).nullable(),
      record: z.string().nullable(),
      byHand: z.object(signed).nullable().describe('Set when this is what a person saw'),
    })
    .nullable(),
})

const platformSchema: z.ZodType<PlatformSection> = z.object({
  platform: z.string(),
  name: z.string(),
  named: z.boolean(),
  accounts: list(accountSchema),
  answer: z.object({ answer: slotAnswerSchema, text: textSchema, note: z.string(), ...signed }).nullable(),
})

const unseenSchema: z.ZodType<UnseenSection> = z.object({
  routes: list(z.object({ route: routeIdSchema, name: textSchema, why: textSchema.nullable(), byHand: textSchema.nullable() })),
  accounts: list(
    z.object({
      accountId: z.string(),
      platform: platformIdSchema,
      handle: z.string(),
      url: z.string(),
      why: textSchema,
      byHand: textSchema,
    }),
  ),
})

const provenanceSchema: z.ZodType<Provenance> = z.object({
  productVersion: z.string().nullable(),
  createdAt: z.string(),
  startedAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
  fromArchive: z.boolean(),
  label: z.string().nullable(),
  routes: list(
    z.object({
      route: routeIdSchema,
      name: textSchema,
      state: z.enum(routeStates),
      stateText: textSchema,
      pagesRead: z.number().int(),
      pagesUnseen: z.number().int(),
      found: z.number().int(),
      why: textSchema.nullable(),
    }),
  ),
  pagesRead: z.number().int(),
  pagesUnseen: z.number().int(),
  requestsMade: z.number().int(),
  unchanged: unchangedSchema.nullable().optional(),
  peopleCounted: z.number().int().nullable(),
  siteBelongs: z.enum(['yes', 'doubtful', 'no', 'not-judged']),
})

export const reportSchema: z.ZodType<ReportModel> = z
  .object({
    auditId: z.string(),
    state: z.enum(auditStates),
    organisation: z.object({
      name: z.string(),
      aliases: list(z.string()),
      website: z.string().nullable(),
      country: z.string().nullable(),
      wikidataId: z.string().nullable(),
      demo: z.boolean(),
    }),
    strengths: list(textSchema),
    platforms: list(platformSchema),
    open: list(accountSchema).describe('Accounts of which nobody can say yet whose they are'),
    notOurs: list(accountSchema),
    undecided: z.number().int(),
    unseen: unseenSchema,
    printed: list(printedNoteSchema),
    uniformity: z.object({
      hidden: z.boolean(),
      score: orNull(scoreSchema),
      rubric: z.string().nullable(),
      version: z.number().int().nullable(),
      findings: list(findingSchema.extend({ about: z.string().nullable() })),
      formula: textSchema.nullable(),
      parts: list(uniformityLineSchema),
      mends: list(mendSchema),
      sheet: z
        .object({
          norm: z.enum(['agreed', 'majority']).nullable(),
          groups: list(z.object({ kind: z.enum(groupKinds), accounts: list(z.string()) })),
        })
        .nullable()
        .describe('How the accounts lie together by banner'),
      grading: gradingSchema,
    }),
    plan: list(
      z.object({
        id: z.string(),
        what: z.string(),
        how: z.string(),
        owner: z.string().nullable(),
        due: z.string().nullable(),
        done: z.boolean(),
      }),
    ),
    provenance: provenanceSchema,
  })
  .meta({ id: 'Report' })
