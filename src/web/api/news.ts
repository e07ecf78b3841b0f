import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Deps } from '../../deps.ts'
import { type DeliveryProblem, deliveryStates, newsChannels, newsWants, subscriptionInputSchema } from '../../model/news.ts'
import { localeSchema } from '../../model/text.ts'
import { readSubscriptions, removeSubscription, type SubscriptionsView, saveSubscription } from '../../services/subscriptions.ts'
import { createFeeds } from '../feed.ts'
import { auditParams, json, jsonBody, orProblem } from './answers.ts'
import { localeOf } from './language.ts'

const tags = ['News']

const deliverySchema = z.object({
  auditId: z.string(),
  state: z.enum(deliveryStates).describe('`nothing`: there was no alert for a subscription to alerts alone'),
  attempts: z.number().int(),
  nextAt: z.string().nullable().describe('The next attempt'),
  sentAt: z.string().nullable(),
  problem: z
    .custom<DeliveryProblem>((value) => typeof value === 'string')
    .nullable()
    .openapi({ type: 'string', example: 'status-500' }),
})

const subscriptionsSchema: z.ZodType<SubscriptionsView> = z.object({
  organisation: z.object({ id: z.string(), name: z.string() }),
  mail: z.boolean().describe('Whether this server can send mail'),
  network: z.boolean().describe('Whether it may send anything at all; while it may not, messages wait'),
  subscriptions: z
    .array(
      z.object({
        id: z.string(),
        channel: z.enum(newsChannels),
        to: z.string().describe('The mail address or the webhook’s'),
        wants: z.enum(newsWants),
        locale: localeSchema,
        createdAt: z.string(),
        newest: deliverySchema.nullable().describe('How the newest message went'),
      }),
    )
    .readonly(),
})

const list = createRoute({
  method: 'get',
  path: '/audits/{auditId}/subscriptions',
  tags,
  summary: 'Read who is told what changes',
  description: 'Of the audited organisation. Signing keys of webhooks are not given again.',
  request: { params: auditParams },
  responses: { 200: json(subscriptionsSchema, 'The subscriptions'), ...orProblem },
})

const add = createRoute({
  method: 'post',
  path: '/audits/{auditId}/subscriptions',
  tags,
  summary: 'Tell somebody what changes',
  description: `After each audit that has an earlier one to be compared with. Mail goes out in the language of \`locale\`, with a link to end it.

A webhook gets a POST of \`{type: "audit.compared", timestamp, data: {organisation, audit, before, counts: {up, down, equal}, alerts, changes, byNorm, byVisibility, link}}\`, signed as Standard Webhooks describes: \`webhook-id\` (equal for every attempt), \`webhook-timestamp\` and \`webhook-signature\` (\`v1,\` and the HMAC-SHA256 of \`id.timestamp.body\` in base64). Answer 2xx within 15 seconds. Anything else is tried again after 1 minute, 5 minutes, 30 minutes, 2 hours and 12 hours, or later when \`Retry-After\` asks so; 410 ends it at once. Redirects are not followed. A change with the alert \`look-alike\` is a suspicion that nobody confirmed (\`confirmed: false\`).`,
  request: { params: auditParams, body: jsonBody(subscriptionInputSchema) },
  responses: {
    201: json(
      z.object({
        id: z.string(),
        signingKey: z.string().nullable().describe('Of a webhook: `whsec_` and the key in base64. Given this once.'),
      }),
      'Added',
    ),
    ...orProblem,
  },
})

const remove = createRoute({
  method: 'delete',
  path: '/audits/{auditId}/subscriptions/{subscriptionId}',
  tags,
  summary: 'End a subscription',
  description: 'Erases the address and drops what was still to be sent.',
  request: { params: auditParams.extend({ subscriptionId: z.string().max(64) }) },
  responses: { 204: { description: 'Ended' }, ...orProblem },
})

const feed = (form: 'atom' | 'json', type: string) =>
  createRoute({
    method: 'get',
    path: `/organisations/{organisationId}/news.${form}`,
    tags,
    summary: form === 'atom' ? 'Follow the news as an Atom feed' : 'Follow the news as a JSON Feed',
    description:
      'What changed about the organisation’s own accounts, an entry for each audit, newest first. No suspicions, no judgements, no people. Send the `ETag` back as `If-None-Match`.',
    request: {
      params: z.object({ organisationId: z.string().max(64) }),
      query: z.object({ lang: localeSchema.optional().describe('Instead of Accept-Language') }),
    },
    responses: {
      200: { description: 'The feed', content: { [type]: { schema: z.string() } } },
      304: { description: 'Nothing is new' },
      ...orProblem,
    },
  })

export function addNews(api: OpenAPIHono, deps: Deps): void {
  const answerFeed = createFeeds(deps)
  api.openapi(list, (c) => c.json(readSubscriptions(deps, c.req.valid('param').auditId), 200))
  api.openapi(add, (c) => c.json(saveSubscription(deps, c.req.valid('param').auditId, c.req.valid('json')), 201))
  api.openapi(remove, (c) => {
    const { auditId, subscriptionId } = c.req.valid('param')
    removeSubscription(deps, { auditId, id: subscriptionId })
    return c.body(null, 204)
  })
  for (const [form, type] of [
    ['atom', 'application/atom+xml'],
    ['json', 'application/feed+json'],
  ] as const)
    api.openapi(feed(form, type), (c) => {
      const { organisationId } = c.req.valid('param')
      const locale = c.req.valid('query').lang ?? localeOf(c)
      const path = `/v1/organisations/${organisationId}/news.${form}?lang=${locale}`
      return answerFeed(c, { organisationId, locale, form, path })
    })
}
