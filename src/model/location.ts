import { z } from 'zod'
import { platformIdSchema } from './platform.ts'
import { textSchema } from './text.ts'

/** A place of the organisation: a branch, a house, a school. */
export const locationSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** Town or village; `null` when nobody gave it. */
  place: z.string().nullable(),
  address: z.string().nullable(),
  /** The location's own page on the website. */
  page: z.string().nullable(),
})
export type Location = z.infer<typeof locationSchema>

/** What somebody says of a location on a platform without an account. */
export const locationAnswers = ['not-found', 'deliberately-absent', 'could-not-look'] as const
export type LocationAnswer = (typeof locationAnswers)[number]

/** What is the case of a location on a platform. `missing` only where somebody or something really looked. */
export const cellStates = ['present', 'double', 'abandoned', 'missing', 'deliberately-absent', 'could-not-look'] as const
export type CellState = (typeof cellStates)[number]

/** What is to be done with an account that looks related and stands apart. */
export const sprawlDecisions = ['keep', 'merge', 'rename', 'close', 'report'] as const
export type SprawlDecision = (typeof sprawlDecisions)[number]

/** An account that belongs to a location, and why. */
const locatedSchema = z.object({
  locationId: z.string(),
  accountId: z.string(),
  /** 0 to 1. */
  confidence: z.number(),
  by: z.enum(['person', 'machine']),
  reasons: z.array(textSchema),
})
export type Located = z.infer<typeof locatedSchema>

export const matrixCellSchema = z.object({
  platform: platformIdSchema,
  state: z.enum(cellStates),
  why: z.array(textSchema),
  accounts: z.array(locatedSchema),
})
export type MatrixCell = z.infer<typeof matrixCellSchema>

/** One reason why an account looks like sprawl. */
export const sprawlReasons = ['not-linked', 'not-owned', 'not-branded', 'abandoned', 'gone'] as const
export type SprawlReason = (typeof sprawlReasons)[number]
