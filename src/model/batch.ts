import { z } from 'zod'
import { auditRequestSchema } from './audit.ts'

/** `registering`: being written down · `error`: not one of its audits succeeded. */
export const batchStates = ['registering', 'running', 'done', 'cancelled', 'error'] as const
export type BatchState = (typeof batchStates)[number]

export const batchItemStates = ['waiting', 'running', 'done', 'failed', 'cancelled'] as const
export type BatchItemState = (typeof batchItemStates)[number]

export const mostInBatch = 1_000

/** A list of organisations to be audited. */
export const batchRequestSchema = z.strictObject({
  /** The asker's own name for it, given back unchanged. */
  label: z.string().trim().max(200).default(''),
  organisations: z.array(auditRequestSchema).min(1).max(mostInBatch),
})
export type BatchRequest = z.input<typeof batchRequestSchema>
