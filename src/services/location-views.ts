import { z } from 'zod'
import { accountKinds, verdicts } from '../model/candidate.ts'
import { cellStates, locationAnswers, locationSchema, matrixCellSchema, sprawlDecisions, sprawlReasons } from '../model/location.ts'
import { platformIdSchema } from '../model/platform.ts'
import { activities } from '../model/snapshot.ts'

/** What pages, the API and the table show of an organisation's locations. */

const said = z.object({ note: z.string(), by: z.string().nullable(), at: z.string() })

const locationAccountSchema = z.object({
  accountId: z.string(),
  platform: platformIdSchema,
  handle: z.string(),
  url: z.string(),
  kind: z.enum(accountKinds),
  standing: z.enum(verdicts),
  activity: z.enum(activities),
  displayName: z.string().nullable(),
})
export type LocationAccount = z.infer<typeof locationAccountSchema>

const givenAnswerSchema = said.extend({ locationId: z.string(), platform: platformIdSchema, answer: z.enum(locationAnswers) })

const sprawlItemSchema = z.object({
  accountId: z.string(),
  locationId: z.string().nullable(),
  why: z.array(z.enum(sprawlReasons)),
  decision: said.extend({ decision: z.enum(sprawlDecisions) }).nullable(),
})
export type SprawlItem = z.infer<typeof sprawlItemSchema>

export const locationsViewSchema = z.object({
  auditId: z.string(),
  organisation: z.string(),
  platforms: z.array(platformIdSchema),
  rows: z.array(z.object({ location: locationSchema, cells: z.array(matrixCellSchema) })),
  counts: z.record(z.enum(cellStates), z.number().int()),
  answers: z.array(givenAnswerSchema).describe('What people said of a location without an account; the latest'),
  accounts: z.array(locationAccountSchema).describe('Every account of the audit that is not plainly somebody else’s'),
  sprawl: z.array(sprawlItemSchema).describe('Accounts that look related and stand apart'),
  sitePages: z.number().int().describe('Pages about locations that were read on the website'),
})
export type LocationsView = z.infer<typeof locationsViewSchema>
