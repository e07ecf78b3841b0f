import { z } from 'zod'
import { routeReportSchema } from '../model/audit.ts'
import { routeIdSchema } from '../model/candidate.ts'
import { platformIdSchema } from '../model/platform.ts'
import { textSchema } from '../model/text.ts'

/** What the page and the API show of an audit's routes. */

/** One question with the places where a person can put it. */
const handQuestionSchema = z.object({
  question: z.string(),
  links: z.array(z.object({ name: z.string(), url: z.string() })),
})

const handGroupSchema = z.object({
  /** Where the answers are; `null` for questions about locations. */
  platform: z.union([platformIdSchema, z.null()]),
  questions: z.array(handQuestionSchema),
  more: z.number().int().describe('Questions that were left out of this list'),
})
export type HandGroup = z.infer<typeof handGroupSchema>

const foundAccountSchema = z.object({ accountId: z.string(), platform: platformIdSchema, handle: z.string() })

const routeRowSchema = z.object({
  route: routeIdSchema,
  /** `null`: this audit did not take the route. */
  report: z.union([routeReportSchema, z.null()]),
  accounts: z.array(foundAccountSchema).describe('The candidates that this route found'),
  byHand: z.array(handGroupSchema).describe('What a person can open, by platform'),
  again: z.boolean().describe('Whether it can be taken again by itself'),
})
export type RouteRow = z.infer<typeof routeRowSchema>

export const searchPriceSchema = z.object({
  engine: z.string().nullable().describe('null: no search engine is set up that answers programs'),
  requests: z.number().int(),
  dollars: z.number().describe('US dollars, at most'),
  text: textSchema,
})
export type SearchPrice = z.infer<typeof searchPriceSchema>

export const routesViewSchema = z.object({
  rows: z.array(routeRowSchema),
  price: searchPriceSchema.describe('What asking the search engine again costs'),
  toLookAt: z.array(foundAccountSchema).describe('Accounts behind a wall that nobody has looked at yet'),
})
export type RoutesView = z.infer<typeof routesViewSchema>
