import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Deps } from '../../deps.ts'
import { listAudits } from '../../services/list-audits.ts'
import { json } from './answers.ts'

const partSchema = z.enum(['ok', 'away'])
const healthSchema = z.object({ status: partSchema, version: z.string(), storage: partSchema, queue: partSchema }).meta({ id: 'Health' })

const route = createRoute({
  method: 'get',
  path: '/health',
  tags: ['Operation'],
  summary: 'Is everything there?',
  responses: { 200: json(healthSchema, 'Ready'), 503: json(healthSchema, 'Something is away') },
})

const patienceMs = 2_000

export function addHealth(api: OpenAPIHono, deps: Deps): void {
  api.openapi(route, async (c) => {
    const [storage, queue] = await Promise.all([state(async () => listAudits(deps, { limit: 1 })), state(() => deps.queue.counts())])
    const status = storage === 'ok' && queue === 'ok' ? 'ok' : 'away'
    return c.json({ status, version: deps.version, storage, queue }, status === 'ok' ? 200 : 503)
  })
}

/** A part that does not answer in time is away. */
async function state(ask: () => Promise<unknown>): Promise<z.infer<typeof partSchema>> {
  const late = Promise.withResolvers<'away'>()
  const timer = setTimeout(() => late.resolve('away'), patienceMs)
  try {
    return await Promise.race([ask().then(() => 'ok' as const), late.promise])
  } catch {
    return 'away'
  } finally {
    clearTimeout(timer)
  }
}
