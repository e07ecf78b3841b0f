import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { MiddlewareHandler } from 'hono'
import type { Deps } from '../../deps.ts'
import { platformIdSchema } from '../../model/platform.ts'
import type { OwnAccount } from '../../services/own-accounts.ts'
import { type PublicCheckView, readPublicCheck, removePublicCheck, savePublicCheck } from '../../services/public-check.ts'
import { type AccountAnswer, type CheckingOrganisation, readOfficialAccounts, verifyAccount } from '../../services/verify-account.ts'
import { keepPublicAnswers } from '../public-answers.ts'
import { createPublicGate } from '../public-gate.ts'
import { auditParams, json, jsonBody, knownPerson, orProblem, personId } from './answers.ts'

const tags = ['Public check']

const ownAccountSchema: z.ZodType<OwnAccount> = z.object({
  key: z.string(),
  platform: platformIdSchema,
  handle: z.string(),
  url: z.string(),
  status: z.enum(['official', 'closed']).describe('`closed`: was the organisation’s and is no longer there'),
  since: z.string().describe('When it was first found'),
  lastSeen: z.string().nullable().describe('When the account or a link to it was last seen'),
})

const organisationSchema: z.ZodType<CheckingOrganisation> = z.object({
  name: z.string(),
  slug: z.string(),
  website: z.string().nullable(),
})

const answerSchema: z.ZodType<AccountAnswer> = z.object({
  status: z
    .enum(['official', 'closed', 'unknown'])
    .describe('`unknown` says nothing against an account: it is in no list that is published here'),
  asked: z.string(),
  account: z.object({ platform: platformIdSchema, handle: z.string(), url: z.string() }).nullable().describe('As it was understood'),
  organisation: organisationSchema.nullable(),
  since: z.string().nullable(),
  lastSeen: z.string().nullable(),
})

const checkSchema: z.ZodType<PublicCheckView> = z.object({
  organisation: z.object({ id: z.string(), name: z.string() }),
  check: z.object({ slug: z.string(), since: z.string() }).nullable().describe('`null` while it is off'),
  proposal: z.string().describe('A slug that is free'),
  accounts: z.array(ownAccountSchema).readonly().describe('What anybody would see'),
})

const read = createRoute({
  method: 'get',
  path: '/audits/{auditId}/public-check',
  tags,
  summary: 'Read whether anybody may ask which accounts are the organisation’s',
  request: { params: auditParams },
  responses: { 200: json(checkSchema, 'On or off, and what would be told'), ...orProblem },
})

const switchOn = createRoute({
  method: 'put',
  path: '/audits/{auditId}/public-check',
  tags,
  summary: 'Let anybody ask which accounts are the organisation’s',
  description: 'Only accounts that a person said are the organisation’s are told of.',
  request: {
    params: auditParams,
    body: jsonBody(z.strictObject({ slug: z.string().max(100), personId: personId.nullable().default(null) })),
  },
  responses: { 200: json(z.object({ slug: z.string() }), 'On'), ...orProblem },
})

const switchOff = createRoute({
  method: 'delete',
  path: '/audits/{auditId}/public-check',
  tags,
  summary: 'Answer nobody any more',
  request: { params: auditParams },
  responses: { 204: { description: 'Off, from this moment' }, ...orProblem },
})

const verify = createRoute({
  method: 'get',
  path: '/verify',
  tags,
  summary: 'Ask whether an account is an organisation’s',
  description:
    'For anybody, also from other websites; no more than 60 questions a minute, else 429 with `Retry-After`. Every spelling of an address is understood. Accounts of people are always `unknown`.',
  request: {
    query: z.object({
      url: z.string().max(2_000).describe('Address of the account'),
      slug: z.string().max(100).optional().describe('Ask this organisation alone'),
    }),
  },
  responses: { 200: json(answerSchema, 'The answer'), ...orProblem },
})

const accounts = createRoute({
  method: 'get',
  path: '/check/{slug}',
  tags,
  summary: 'List the accounts that an organisation says are its own',
  request: { params: z.object({ slug: z.string().max(100) }) },
  responses: {
    200: json(z.object({ organisation: organisationSchema, accounts: z.array(ownAccountSchema).readonly() }), 'The list'),
    ...orProblem,
  },
})

export function addCheck(api: OpenAPIHono, deps: Deps): void {
  const gate = createPublicGate(deps.env)
  // Refusals too: a page on another website must be able to read how long it waits.
  const fromAnywhere: MiddlewareHandler = async (c, next) => {
    await next()
    c.header('Access-Control-Allow-Origin', '*')
    c.header('Access-Control-Expose-Headers', 'Retry-After')
    c.header('Cross-Origin-Resource-Policy', 'cross-origin')
  }
  const counted: MiddlewareHandler = async (c, next) => {
    gate.pass(c)
    await next()
  }
  const kept = keepPublicAnswers(deps)
  for (const path of ['/verify', '/check/:slug']) api.use(path, fromAnywhere, counted, kept)
  api.openapi(read, (c) => c.json(readPublicCheck(deps, c.req.valid('param').auditId), 200))
  api.openapi(switchOn, (c) => {
    const { slug, personId: by } = c.req.valid('json')
    return c.json(savePublicCheck(deps, { ...c.req.valid('param'), slug, personId: knownPerson(deps, by) }), 200)
  })
  api.openapi(switchOff, (c) => {
    removePublicCheck(deps, c.req.valid('param').auditId)
    return c.body(null, 204)
  })
  api.openapi(verify, (c) => c.json(verifyAccount(deps, c.req.valid('query')), 200))
  api.openapi(accounts, (c) => {
    const { organisation, accounts: own } = readOfficialAccounts(deps, c.req.valid('param').slug)
    return c.json({ organisation, accounts: own }, 200)
  })
}
