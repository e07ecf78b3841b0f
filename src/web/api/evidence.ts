import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Deps } from '../../deps.ts'
import { EenlijnError } from '../../model/errors.ts'
import { openEvidence } from '../../services/evidence.ts'
import { auditParams, orProblem } from './answers.ts'

const keptPageSchema = z
  .object({
    kind: z.literal('page'),
    url: z.string(),
    at: z.string().describe('ISO 8601, UTC: when it was asked'),
    status: z.number().int().nullable().describe('null for a request that got no answer'),
    mediaType: z.string(),
    text: z.string().describe('The page as it was sent, or why there is none'),
  })
  .meta({ id: 'KeptPage' })

const route = createRoute({
  method: 'get',
  path: '/audits/{auditId}/evidence/{digest}',
  tags: ['Accounts'],
  summary: 'Open what a verdict was made from',
  description:
    'By a `record` or `picture` digest of the audit. A page comes as JSON, a picture as itself. Evidence expires; then this is a 404.',
  request: { params: auditParams.extend({ digest: z.string().regex(/^[0-9a-f]{64}$/) }) },
  responses: {
    200: {
      description: 'As it was kept',
      content: { 'application/json': { schema: keptPageSchema }, 'image/*': { schema: z.string() } },
    },
    ...orProblem,
  },
})

export function addEvidence(api: OpenAPIHono, deps: Deps): void {
  api.openapi(route, async (c) => {
    const evidence = await openEvidence(deps, c.req.valid('param'))
    if (!evidence) throw gone()
    const { url, at, status, mediaType, text, body } = evidence.content
    if (evidence.kind === 'page') return c.json({ kind: 'page' as const, url, at, status, mediaType, text }, 200)
    // A stranger's bytes: without any rights, whatever a browser takes them for.
    c.header('Content-Security-Policy', "default-src 'none'; sandbox")
    c.header('X-Content-Type-Options', 'nosniff')
    return c.body(new Uint8Array(body), 200, { 'Content-Type': mediaType })
  })
}

const gone = () =>
  new EenlijnError('not-found', {
    nl: 'Dit bewijs is niet (meer) bewaard. Begin een nieuwe audit om opnieuw te kijken.',
    en: 'This evidence is not kept (any more). Start a new audit to look again.',
  })
