import { z } from 'zod'
import { scoreSchema } from './finding.ts'
import { platformIdSchema } from './platform.ts'
import { textSchema } from './text.ts'

/**
 * What can differ between two audits. `place` is the link on the organisation's own website, `sight` what could be seen of an
 * account, `route` a way of finding that one audit took and the other did not.
 */
export const changeItems = [
  'account',
  'place',
  'handle',
  'display-name',
  'description',
  'website',
  'picture',
  'banner',
  'verified',
  'activity',
  'followers',
  'verdict',
  'kind',
  'check',
  'grade',
  'coverage',
  'rubric',
  'agreement',
  'explanation',
  'sight',
  'route',
] as const
const changeItemSchema = z.enum(changeItems)
export type ChangeItem = z.infer<typeof changeItemSchema>

/** The organisation (or the world around it) did something, other things are asked, or more or less could be seen. */
const changeCauses = ['organisation', 'norm', 'visibility'] as const
const changeCauseSchema = z.enum(changeCauses)

const changeEffects = ['improvement', 'regression', 'neutral'] as const
const changeEffectSchema = z.enum(changeEffects)

/** What somebody wants to know at once. */
const alertKinds = ['vanished', 'changed-hands', 'lost-link', 'look-alike'] as const
const alertKindSchema = z.enum(alertKinds)
export type AlertKind = z.infer<typeof alertKindSchema>

/** How an item stood in one audit. */
const standSchema = z.object({
  /** As it was read, for whoever compares by program; `null` where there was no value to read. */
  value: z.union([z.string(), z.number(), z.boolean()]).nullable(),
  /** The same to be read by people. */
  text: textSchema,
  /** ISO 8601: when it was seen. */
  at: z.string(),
  /** Digest of the evidence record. */
  record: z.string().nullable(),
  /** Digest of the picture, where the item is one. */
  picture: z.string().nullable(),
  /** The page where it was seen. */
  page: z.string().nullable(),
})
export type Stand = z.infer<typeof standSchema>

const changeSchema = z.object({
  /** Equal for the same change whenever these two audits are compared. */
  id: z.string(),
  item: changeItemSchema,
  /** Which of the item: a check's id, a part of the agreements, a route, what was hidden. */
  detail: z.string().nullable(),
  /** Id of the account; `null` for the organisation as a whole. */
  subject: z.string().nullable(),
  kind: z.enum(['new', 'gone', 'changed']),
  /** On this very item. What is a fact and no judgement is neutral; the checks that follow from it judge. */
  effect: changeEffectSchema,
  cause: changeCauseSchema,
  /** What the cause was read from. */
  why: textSchema,
  /** `null` when there was nothing. */
  before: standSchema.nullable(),
  after: standSchema.nullable(),
  /** Id of the change that this one follows from. */
  follows: z.string().nullable(),
  alert: alertKindSchema.nullable(),
})
export type Change = z.infer<typeof changeSchema>
export type ChangeCause = Change['cause']
export type ChangeEffect = Change['effect']

/** One end of a comparison. */
const comparedAuditSchema = z.object({
  auditId: z.string(),
  /** ISO 8601: when it ended. */
  at: z.string(),
  rubric: z.string(),
})

/** An account that changes speak of, under the name that it bears now. */
const changedAccountSchema = z.object({
  id: z.string(),
  key: z.string(),
  platform: platformIdSchema,
  handle: z.string(),
  /** What it calls itself, only where the handle is a number or a code of the platform. */
  shownName: z.string().optional(),
  url: z.string(),
})
export type ChangedAccount = z.infer<typeof changedAccountSchema>

export const differenceSchema = z.object({
  organisation: z.string(),
  before: comparedAuditSchema,
  after: comparedAuditSchema,
  accounts: z.array(changedAccountSchema),
  changes: z.array(changeSchema),
  /** Each step from the first score to the last one has one cause. */
  score: z.object({
    before: scoreSchema,
    after: scoreSchema,
    steps: z.array(z.object({ cause: changeCauseSchema, from: scoreSchema, to: scoreSchema })),
  }),
  /** Of what the organisation did, judged on the same item; what the norm or sight did is counted nowhere. */
  counts: z.object({ up: z.number().int(), down: z.number().int(), equal: z.number().int() }),
})
export type Difference = z.infer<typeof differenceSchema>
