import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { bodyLimit } from 'hono/body-limit'
import type { Deps } from '../../deps.ts'
import { auditRequestSchema } from '../../model/audit.ts'
import { EenlijnError } from '../../model/errors.ts'
import { askedRoutes } from '../../model/jobs.ts'
import { resultPageLimits, takeResultPage } from '../../services/read-result-page.ts'
import { readRoutes } from '../../services/read-routes.ts'
import { rerunRoute } from '../../services/rerun-route.ts'
import { routesViewSchema, searchPriceSchema } from '../../services/route-views.ts'
import { priceSearch } from '../../services/search-price.ts'
import { auditParams, json, jsonBody, orProblem } from './answers.ts'

const tags = ['Routes']

/** A page of results may be larger than other bodies: 500,000 characters, and as much again for the signs that JSON adds. */
export const resultsPath = /^(?:\/v1)?\/audits\/[^/]+\/results\/?$/

const limitResults = bodyLimit({
  maxSize: 2 * 2 ** 20,
  onError: () => {
    throw new EenlijnError('too-large', {
      nl: 'Deze pagina is te groot: 500.000 tekens is het meeste.',
      en: 'This page is too large: 500,000 characters is the most.',
    })
  },
})

const read = createRoute({
  method: 'get',
  path: '/audits/{auditId}/routes',
  tags,
  summary: 'Read every way that accounts were looked for',
  description:
    'In a fixed order: what was done and found, what could not be looked at and why, and the addresses that a person can open. With the price of asking the search engine again.',
  request: { params: auditParams },
  responses: { 200: json(routesViewSchema, 'Every route'), ...orProblem },
})

const again = createRoute({
  method: 'post',
  path: '/audits/{auditId}/routes/{route}',
  tags,
  summary: 'Take one route again',
  description:
    'For an audit that is done. What it finds comes in as candidates of the same audit. A search engine that costs money is asked only as far as `maxDollars` pays for.',
  request: {
    params: auditParams.extend({ route: z.enum(askedRoutes) }),
    body: jsonBody(
      z.strictObject({ maxDollars: z.number().min(0).max(10).default(0).describe('The most that it may cost, in US dollars') }),
    ),
  },
  responses: { 202: { description: 'It is being taken; follow the events' }, ...orProblem },
})

const results = createRoute({
  method: 'post',
  path: '/audits/{auditId}/results',
  tags,
  middleware: limitResults,
  summary: 'Hand over a page of search results',
  description:
    'As text or markup, of a search engine or of a platform’s own search. The accounts in it become candidates, with their rank. The page is not kept.',
  request: {
    params: auditParams,
    body: jsonBody(
      z.strictObject({
        text: z.string().min(1).max(resultPageLimits.textLength),
        query: z.string().max(200).default('').describe('What was searched for, where the page does not say it'),
      }),
    ),
  },
  responses: {
    200: json(
      z.object({
        added: z.number().int(),
        known: z.number().int(),
        people: z.number().int().describe('Personal profiles: counted, not kept'),
        others: z.number().int().describe('Accounts on a platform’s own page that do not name the organisation: left out'),
        route: z.enum(['search-engine', 'platform-search']),
        query: z.string(),
      }),
      'What became of it',
    ),
    ...orProblem,
  },
})

const price = createRoute({
  method: 'post',
  path: '/search-price',
  tags,
  summary: 'See what a search engine will cost',
  description: 'Before an audit is started. Nothing is asked.',
  request: { body: jsonBody(auditRequestSchema.pick({ name: true, aliases: true, platforms: true })) },
  responses: { 200: json(searchPriceSchema, 'The price'), ...orProblem },
})

export function addRoutes(api: OpenAPIHono, deps: Deps): void {
  api.openapi(read, (c) => c.json(readRoutes(deps, c.req.valid('param').auditId), 200))
  api.openapi(again, async (c) => {
    await rerunRoute(deps, { ...c.req.valid('param'), ...c.req.valid('json') })
    return c.body(null, 202)
  })
  api.openapi(results, async (c) =>
    c.json(await takeResultPage(deps, { ...c.req.valid('param'), ...c.req.valid('json'), page: null }), 200),
  )
  api.openapi(price, (c) => c.json(priceSearch(deps, c.req.valid('json')), 200))
}
