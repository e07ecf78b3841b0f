import { createReadStream, createWriteStream, statSync } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { type AuditRecord, type AuditRequest, type AuditState, auditRecordSchema, organisationChoiceSchema } from '../model/audit.ts'
import { EenlijnError, type ErrorCode } from '../model/errors.ts'
import { type Locale, textSchema } from '../model/text.ts'
import type { AuditEvent } from '../services/views.ts'
import { readServerEvents } from './sse.ts'

/** Sends one request to the API; `path` begins after `/v1`. A server far away and the API in this process look alike. */
export type Send = (path: string, init: RequestInit) => Promise<Response>

/** What the command needs of the API. Problems come out as `EenlijnError`, in the user's language. */
export interface Client {
  storeArchive(file: string): Promise<string>
  /** Writes an audit's own web archive to a file. */
  saveArchive(auditId: string, file: string): Promise<void>
  start(request: AuditRequest): Promise<string>
  importLocations(auditId: string, text: string): Promise<z.infer<typeof importedPart>>
  /** Every event, in order, until the audit has ended or waits for a choice; ends early when the signal aborts. */
  watch(auditId: string, signal: AbortSignal): AsyncGenerator<AuditEvent>
  audit(auditId: string): Promise<z.infer<typeof auditPart>>
  cancel(auditId: string): Promise<void>
  record(auditId: string): Promise<AuditRecord>
}

const auditPart = z.object({ choices: z.array(organisationChoiceSchema), failure: z.string().nullable() })
const importedPart = z.object({
  added: z.number(),
  known: z.number(),
  bad: z.array(z.object({ line: z.number(), why: textSchema })),
})
const problemPart = z.object({ code: z.string(), detail: z.string() })

const reconnectMs = 1_000
const reconnects = 30

const restStates: readonly AuditState[] = ['choosing', 'done', 'cancelled', 'failed']

export function createClient(transport: Send, locale: Locale): Client {
  const call = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers)
    headers.set('Accept-Language', locale)
    const response = await transport(path, { ...init, headers })
    if (!response.ok) throw await problemIn(response)
    return response
  }
  const send = (path: string, method: string, body: unknown) =>
    call(path, { method, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) })

  return {
    async storeArchive(file) {
      const body = Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array>
      const headers = { 'Content-Type': 'application/warc', 'Content-Length': String(statSync(file).size) }
      const init = { method: 'PUT', headers, body, duplex: 'half' } as RequestInit
      return (await read(z.object({ digest: z.string() }), call('/archives', init))).digest
    },
    async saveArchive(auditId, file) {
      const { body } = await call(`/audits/${auditId}/archive`)
      if (body) await pipeline(Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]), createWriteStream(file))
    },
    async start(request) {
      return (await read(z.object({ id: z.string() }), send('/audits', 'POST', request))).id
    },
    importLocations: (auditId, text) => read(importedPart, send(`/audits/${auditId}/locations`, 'POST', { text })),
    async *watch(auditId, signal) {
      let after = 0
      for (let attempt = 0; attempt < reconnects && !signal.aborted; attempt++) {
        if (attempt > 0) await wait(reconnectMs, undefined, { signal }).catch(() => {})
        for await (const event of eventsAfter(call, auditId, after, signal)) {
          after = event.id
          attempt = 0
          yield event
          if (event.kind === 'state' && restStates.includes(event.data.state)) return
        }
      }
      if (!signal.aborted) throw lostSight()
    },
    audit: (auditId) => read(auditPart, call(`/audits/${auditId}`)),
    async cancel(auditId) {
      await send(`/audits/${auditId}`, 'PATCH', { state: 'cancelled' })
    },
    record: (auditId) => read(auditRecordSchema, call(`/audits/${auditId}/record`)),
  }
}

/** The events of one connection; a connection that breaks just ends. */
async function* eventsAfter(
  call: (path: string, init: RequestInit) => Promise<Response>,
  auditId: string,
  after: number,
  signal: AbortSignal,
): AsyncGenerator<AuditEvent> {
  try {
    const headers = { Accept: 'text/event-stream', 'Last-Event-ID': String(after) }
    const { body } = await call(`/audits/${auditId}/events`, { headers, signal })
    // Without a socket in between nothing else would end the reading.
    const stoppable = body?.pipeThrough(new TransformStream<Uint8Array, Uint8Array>(), { signal })
    if (stoppable) for await (const { data } of readServerEvents(stoppable)) yield JSON.parse(data) as AuditEvent
  } catch (error) {
    if (error instanceof EenlijnError) throw error
  }
}

const lostSight = () =>
  new EenlijnError('internal', {
    nl: 'De server antwoordt niet meer. De audit loopt daar misschien door.',
    en: 'The server no longer answers. The audit may still be running there.',
  })

async function read<T extends z.ZodType>(schema: T, answer: Promise<Response>): Promise<z.infer<T>> {
  const response = await answer
  const body = schema.safeParse(await response.json().catch(() => null))
  if (!body.success) throw notOurServer(response.status)
  return body.data
}

const notOurServer = (status: number) =>
  new EenlijnError('internal', {
    nl: `Dit adres antwoordt niet als een server van Eenlijn (status ${status}).`,
    en: `This address does not answer as a server of Eenlijn (status ${status}).`,
  })

async function problemIn(response: Response): Promise<EenlijnError> {
  const problem = problemPart.safeParse(await response.json().catch(() => null))
  if (!problem.success) return notOurServer(response.status)
  const { code, detail } = problem.data
  return new EenlijnError(code as ErrorCode, { nl: detail, en: detail })
}
