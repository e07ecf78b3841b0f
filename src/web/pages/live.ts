import { Hono } from 'hono'
import { type SSEStreamingApi, streamSSE } from 'hono/streaming'
import type { Deps } from '../../deps.ts'
import { watchAudit } from '../../services/events.ts'
import { readAudit } from '../../services/read-audit.ts'
import type { WebEnv } from '../ui.ts'

const heartbeatMs = 15_000

/** The audit as it happens, as server-sent events. Coming back with Last-Event-ID loses nothing. */
export const livePages = (deps: Deps) =>
  new Hono<WebEnv>().get('/audits/:id/live', (c) => {
    const auditId = c.req.param('id')
    // Throws for an audit that does not exist, while the answer can still be a 404.
    readAudit(deps, auditId, { personId: null })
    const after = eventNumber(c.req.header('last-event-id') ?? c.req.query('after'))
    c.header('X-Accel-Buffering', 'no')
    return streamSSE(c, (stream) => tellEvents(deps, stream, auditId, after))
  })

const eventNumber = (text: string | undefined): number => (text && /^\d{1,15}$/.test(text) ? Number(text) : 0)

async function tellEvents(deps: Deps, stream: SSEStreamingApi, auditId: string, after: number): Promise<void> {
  const gone = new AbortController()
  stream.onAbort(() => gone.abort())
  const heartbeat = setInterval(() => void stream.write(': still here\n\n'), heartbeatMs)
  try {
    for await (const event of watchAudit(deps, auditId, { after, signal: gone.signal })) {
      if (gone.signal.aborted) return
      await stream.writeSSE({ id: String(event.id), event: event.kind, data: JSON.stringify(event.data) })
    }
    // Tells the browser that nothing more comes; it would otherwise ask again for ever.
    if (!gone.signal.aborted) await stream.writeSSE({ event: 'end', data: '{}' })
  } finally {
    clearInterval(heartbeat)
  }
}
