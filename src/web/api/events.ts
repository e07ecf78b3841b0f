import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { accepts } from 'hono/accepts'
import { type SSEStreamingApi, streamSSE } from 'hono/streaming'
import type { Deps } from '../../deps.ts'
import { watchAudit } from '../../services/events.ts'
import { readAudit } from '../../services/read-audit.ts'
import type { AuditEvent } from '../../services/views.ts'
import { auditParams, orProblem } from './answers.ts'
import { auditEventSchema } from './schemas.ts'

/** Often enough that a proxy does not take the line for dead. */
const heartbeatMs = 15_000

const route = createRoute({
  method: 'get',
  path: '/audits/{auditId}/events',
  tags: ['Audits'],
  summary: 'Follow an audit',
  description:
    'Server-sent events: `event` is the kind, `data` the event as JSON. Ends when the audit has; with `Last-Event-ID` nothing is told twice, and 204 says that nothing more will come. With `Accept: application/json`: the events so far.',
  request: {
    params: auditParams,
    query: z.object({ after: z.coerce.number().int().min(0).optional().describe('Id of the last event seen; as `Last-Event-ID`') }),
    headers: z.object({ 'last-event-id': z.coerce.number().int().min(0).optional() }),
  },
  responses: {
    200: {
      description: 'Events in order',
      content: {
        'text/event-stream': { schema: z.string() },
        'application/json': { schema: z.object({ events: z.array(auditEventSchema) }) },
      },
    },
    204: { description: 'The audit has ended and everything was told' },
    ...orProblem,
  },
})

export function addEvents(api: OpenAPIHono, deps: Deps): void {
  api.openapi(route, async (c) => {
    const { auditId } = c.req.valid('param')
    const seen = c.req.valid('header')['last-event-id'] ?? c.req.valid('query').after
    const after = seen ?? 0
    const { lastEvent } = readAudit(deps, auditId, { personId: null })
    const wanted = accepts(c, { header: 'Accept', supports: ['text/event-stream', 'application/json'], default: 'text/event-stream' })
    if (wanted === 'application/json') return c.json({ events: await eventsSoFar(deps, auditId, after, lastEvent) }, 200)
    if (seen !== undefined && after >= lastEvent && deps.auditHasEnded(auditId)) return c.body(null, 204)
    c.header('X-Accel-Buffering', 'no')
    return streamSSE(c, (stream) => tellAll(deps, stream, auditId, after))
  })
}

async function eventsSoFar(deps: Deps, auditId: string, after: number, last: number): Promise<AuditEvent[]> {
  const events: AuditEvent[] = []
  if (after >= last) return events
  for await (const event of watchAudit(deps, auditId, { after, signal: new AbortController().signal })) {
    events.push(event)
    if (event.id >= last) break
  }
  return events
}

async function tellAll(deps: Deps, stream: SSEStreamingApi, auditId: string, after: number): Promise<void> {
  const gone = new AbortController()
  stream.onAbort(() => gone.abort())
  const heartbeat = setInterval(() => void stream.write(': still here\n\n'), heartbeatMs)
  try {
    for await (const event of watchAudit(deps, auditId, { after, signal: gone.signal }))
      await stream.writeSSE({ id: String(event.id), event: event.kind, data: JSON.stringify(event) })
  } finally {
    clearInterval(heartbeat)
  }
}
