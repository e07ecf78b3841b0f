import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { bodyLimit } from 'hono/body-limit'
import type { Deps } from '../../deps.ts'
import { EenlijnError } from '../../model/errors.ts'
import { locationAnswers, sprawlDecisions } from '../../model/location.ts'
import { platformIdSchema } from '../../model/platform.ts'
import { textSchema } from '../../model/text.ts'
import { matrixCsv } from '../../report/matrix-csv.ts'
import { answerLocation, attachAccount } from '../../services/answer-location.ts'
import { decideSprawl } from '../../services/decide-sprawl.ts'
import { importLocations, importLocationsFromSite, removeLocation } from '../../services/import-locations.ts'
import { locationsViewSchema } from '../../services/location-views.ts'
import { readLocations } from '../../services/read-locations.ts'
import { csvHeaders } from '../csv.ts'
import { auditParams, json, jsonBody, knownPerson, orProblem, personId } from './answers.ts'
import { csvAnswer, csvOptions, csvQuery } from './csv.ts'

const tags = ['Locations']

/** A list may be larger than other bodies: 256 kB, and as much again for the signs that JSON writes in front of others. */
export const locationsPath = /^(?:\/v1)?\/audits\/[^/]+\/locations\/?$/

const maxListBytes = 512 * 1024
const limitList = bodyLimit({
  maxSize: maxListBytes,
  onError: () => {
    throw new EenlijnError('too-large', {
      nl: 'Deze lijst is te groot: 256 kB is het meeste.',
      en: 'This list is too large: 256 kB is the most.',
    })
  },
})

const locationParams = auditParams.extend({ locationId: z.string().max(64) })
const accountParams = auditParams.extend({ accountId: z.string().max(64) })
const note = z.string().max(1_000).default('')
const kept = { 204: { description: 'Kept' }, ...orProblem }

const importedSchema = z.object({
  added: z.number().int(),
  known: z.number().int().describe('Were there already'),
  bad: z.array(z.object({ line: z.number().int(), raw: z.string(), why: textSchema })).readonly(),
})

const read = createRoute({
  method: 'get',
  path: '/audits/{auditId}/locations',
  tags,
  summary: 'Read the locations on every platform',
  description: 'The matrix, each cell with its reasons, and the accounts that look related and stand apart.',
  request: { params: auditParams },
  responses: { 200: json(locationsViewSchema, 'By place, then by name'), ...orProblem },
})

const readCsv = createRoute({
  method: 'get',
  path: '/audits/{auditId}/locations.csv',
  tags,
  summary: 'Read the locations as a table',
  description: 'A row for each location, a column for each platform.',
  request: {
    params: auditParams,
    query: csvQuery,
  },
  responses: { 200: csvAnswer, ...orProblem },
})

const add = createRoute({
  method: 'post',
  path: '/audits/{auditId}/locations',
  tags,
  summary: 'Import locations',
  description: 'CSV (comma, semicolon or tab) or one name a line; at most 1,000 rows and 256 kB. They hold in later audits.',
  request: { params: auditParams, body: jsonBody(z.strictObject({ text: z.string().min(1).max(262_144) })) },
  responses: { 200: json(importedSchema, 'What became of each line'), ...orProblem },
})

const addFromSite = createRoute({
  method: 'post',
  path: '/audits/{auditId}/locations/from-website',
  tags,
  summary: 'Read the locations from the website',
  description: 'From the pages about locations that this audit read; nothing is requested.',
  request: { params: auditParams },
  responses: { 200: json(importedSchema.extend({ pages: z.number().int() }), 'What became of them'), ...orProblem },
})

const remove = createRoute({
  method: 'delete',
  path: '/audits/{auditId}/locations/{locationId}',
  tags,
  summary: 'Take a location off the list',
  request: { params: locationParams },
  responses: { 204: { description: 'Gone from the list' }, ...orProblem },
})

const answer = createRoute({
  method: 'put',
  path: '/audits/{auditId}/locations/{locationId}/platforms/{platform}',
  tags,
  summary: 'Say why a location has no account on a platform',
  description: '`null` takes the answer back. `not-found` says that somebody looked: only then is an account missing.',
  request: {
    params: locationParams.extend({ platform: platformIdSchema }),
    body: jsonBody(z.strictObject({ answer: z.enum(locationAnswers).nullable(), note, personId: personId.nullish() })),
  },
  responses: kept,
})

const attach = createRoute({
  method: 'put',
  path: '/audits/{auditId}/candidates/{accountId}/location',
  tags,
  summary: 'Say to which location an account belongs',
  description: '`null` says: to none. It stands above what the name suggests.',
  request: {
    params: accountParams,
    body: jsonBody(z.strictObject({ locationId: z.string().max(64).nullable(), personId: personId.nullish() })),
  },
  responses: kept,
})

const sprawl = createRoute({
  method: 'put',
  path: '/audits/{auditId}/candidates/{accountId}/sprawl',
  tags,
  summary: 'Say what is to be done with an account that stands apart',
  description: '`null` takes the decision back. Nothing is done at the platform.',
  request: {
    params: accountParams,
    body: jsonBody(z.strictObject({ decision: z.enum(sprawlDecisions).nullable(), note, personId: personId.nullish() })),
  },
  responses: kept,
})

export function addLocations(api: OpenAPIHono, deps: Deps): void {
  api.use('/audits/:auditId/locations', limitList)
  api.openapi(read, (c) => c.json(readLocations(deps, c.req.valid('param').auditId), 200))
  api.openapi(readCsv, (c) => {
    const csv = matrixCsv(readLocations(deps, c.req.valid('param').auditId), csvOptions(c, c.req.valid('query')))
    return c.body(csv, 200, csvHeaders('eenlijn-locations'))
  })
  api.openapi(add, (c) => c.json(importLocations(deps, { ...c.req.valid('param'), ...c.req.valid('json') }), 200))
  api.openapi(addFromSite, async (c) => c.json(await importLocationsFromSite(deps, c.req.valid('param')), 200))
  api.openapi(remove, (c) => {
    removeLocation(deps, c.req.valid('param'))
    return c.body(null, 204)
  })
  api.openapi(answer, (c) => {
    const { personId: person, ...body } = c.req.valid('json')
    answerLocation(deps, { ...c.req.valid('param'), ...body, personId: knownPerson(deps, person) })
    return c.body(null, 204)
  })
  api.openapi(attach, (c) => {
    const { personId: person, locationId } = c.req.valid('json')
    attachAccount(deps, { ...c.req.valid('param'), locationId, personId: knownPerson(deps, person) })
    return c.body(null, 204)
  })
  api.openapi(sprawl, (c) => {
    const { personId: person, ...body } = c.req.valid('json')
    decideSprawl(deps, { ...c.req.valid('param'), ...body, personId: knownPerson(deps, person) })
    return c.body(null, 204)
  })
}
