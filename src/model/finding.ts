import { z } from 'zod'
import { passageSchema } from './house-style.ts'
import { textSchema } from './text.ts'

/** The outcome of one check on one subject. Only `scored` carries a number. */
export const outcomeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('scored'), /** 0 to 1 */ value: z.number().min(0).max(1) }),
  z.object({ kind: z.literal('notApplicable'), why: textSchema }),
  z.object({ kind: z.literal('unknown'), why: textSchema }),
  z.object({ kind: z.literal('error'), why: textSchema }),
])
export type Outcome = z.infer<typeof outcomeSchema>

/** Agreed by the organisation, what most of its accounts do, or the product's default. */
export const normKinds = ['agreed', 'majority', 'default'] as const
export type NormKind = (typeof normKinds)[number]

/** A judgement with what it saw, why it counts and how to mend it. */
export const findingSchema = z.object({
  check: z.string(),
  /** Account key, or `null` for the organisation as a whole. */
  subject: z.string().nullable(),
  outcome: outcomeSchema,
  verdict: textSchema,
  saw: textSchema,
  why: textSchema,
  mend: textSchema.nullable(),
  /** What the judgement was made from: label and value, as read. */
  evidence: z.array(z.object({ label: z.string(), value: z.string() })),
  /** Pictures that the judgement was made from, by digest; absent where it was made from words. */
  pictures: z.array(z.object({ digest: z.string(), label: textSchema })).optional(),
  /** Whose norm it is: agreed by the organisation (with the passage), what most of its accounts do, or the product's default. */
  norm: z.object({ kind: z.enum(normKinds), passage: passageSchema.nullable() }).optional(),
  /** What it takes to mend, in minutes; `null` when there is nothing to mend. */
  minutes: z.number().nullable().optional(),
  /** Why the organisation lets it differ ("leg uit"): it is then no fail. */
  explained: z.object({ reason: z.string(), approver: z.string(), at: z.string() }).optional(),
})
export type Finding = z.infer<typeof findingSchema>

/** A score travels with its coverage: the share of what could be measured that was measured. */
export const scoreSchema = z.object({
  rubric: z.string(),
  /** Points reached and reachable over what was measured. */
  points: z.number(),
  maximum: z.number(),
  /** 0 to 1. */
  coverage: z.number(),
  /** 1 to 10 in tenths, or `null` under the coverage floor. */
  grade: z.number().nullable(),
  notGradedBecause: textSchema.nullable(),
})
export type Score = z.infer<typeof scoreSchema>
