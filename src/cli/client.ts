import { createReadStream, createWriteStream, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import {
  type AuditRecord,
  type AuditRequest,
  type AuditState,
  assessmentSchema,
  auditRecordSchema,
  organisationChoiceSchema,
} from '../model/audit.ts'
import { type Difference, differenceSchema } from '../model/difference.ts'
import { EenlijnError, type ErrorCode } from '../model/errors.ts'
import type { HandedPrint, PrintRoute } from '../model/print-item.ts'
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
  /** Hands in a photo, scan, PDF or article before its audit; the answer goes into the request's `prints`. */
  storePrint(file: string, route: PrintRoute): Promise<HandedPrint>
  start(request: AuditRequest): Promise<string>
  /** What a search engine would cost; nothing is asked. */
  searchPrice(request: AuditRequest): Promise<z.infer<typeof pricePart>>
  importLocations(auditId: string, text: string): Promise<z.infer<typeof importedPart>>
  /** Whoever is on the list, for as long as a basis holds. */
  team(auditId: string): Promise<z.infer<typeof teamPart>>
  importTeam(auditId: string, text: string): Promise<z.infer<typeof importedTeamPart>>
  /** Every event, in order, until the audit has ended or waits for a choice; ends early when the signal aborts. */
  watch(auditId: string, signal: AbortSignal): AsyncGenerator<AuditEvent>
  audit(auditId: string): Promise<z.infer<typeof auditPart>>
  cancel(auditId: string): Promise<void>
  record(auditId: string): Promise<AuditRecord>
  /** What changed between two audits of one organisation. */
  difference(auditId: string, withId: string): Promise<Difference>
  rescore(auditId: string, rubric: string): Promise<z.infer<typeof rescoredPart>>
}

const auditPart = z.object({ choices: z.array(organisationChoiceSchema), failure: z.string().nullable() })
const importedPart = z.object({
  added: z.number(),
  known: z.number(),
  bad: z.array(z.object({ line: z.number(), why: textSchema })),
})
const handedPart = z.object({ files: z.array(z.object({ file: z.string() })).min(1) })
const pricePart = z.object({ engine: z.string().nullable(), dollars: z.number(), text: textSchema })
const teamPart = z.object({
  members: z.array(
    z.object({
      name: z.string(),
      role: z.string(),
      page: z.string().nullable(),
      profiles: z.array(z.object({ platform: z.string(), handle: z.string(), url: z.string(), source: z.string() })),
    }),
  ),
})
const importedTeamPart = importedPart.extend({ skipped: z.number() })
const rescoredPart = assessmentSchema.extend({ version: z.number() })
const problemPart = z.object({ code: z.string(), detail: z.string() })

const reconnectMs = 1_000
const reconnects = 30

const restStates: readonly AuditState[] = ['choosing', 'done', 'cancelled', 'failed']

/** One request in the user's language, and one with a JSON body. @throws EenlijnError for what is not a success. */
export function createCaller(transport: Send, locale: Locale) {
  const call = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers)
    headers.set('Accept-Language', locale)
    const response = await transport(path, { ...init, headers })
    if (!response.ok) throw await problemIn(response)
    return response
  }
  const send = (path: string, method: string, body: unknown) =>
    call(path, { method, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) })
  return { call, send }
}

export function createClient(transport: Send, locale: Locale): Client {
  const { call, send } = createCaller(transport, locale)
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
    async storePrint(file, route) {
      const form = new FormData()
      form.set('route', route)
      form.append('files', new File([await readFile(file)], basename(file)))
      const { files } = await read(handedPart, call('/prints', { method: 'POST', body: form }))
      return { file: files[0]?.file ?? '', name: basename(file).slice(-200), route }
    },
    async start(request) {
      return (await read(z.object({ id: z.string() }), send('/audits', 'POST', request))).id
    },
    searchPrice: ({ name, aliases, platforms }) => read(pricePart, send('/search-price', 'POST', { name, aliases, platforms })),
    importLocations: (auditId, text) => read(importedPart, send(`/audits/${auditId}/locations`, 'POST', { text })),
    team: (auditId) => read(teamPart, call(`/audits/${auditId}/team`)),
    importTeam: (auditId, text) => read(importedTeamPart, send(`/audits/${auditId}/team`, 'POST', { text })),
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
    async difference(auditId, withId) {
      const path = `/audits/${encodeURIComponent(auditId)}/difference?with=${encodeURIComponent(withId)}`
      return (await read(z.object({ difference: differenceSchema }), call(path))).difference
    },
    rescore: (auditId, rubric) => read(rescoredPart, send(`/audits/${encodeURIComponent(auditId)}/assessments`, 'POST', { rubric })),
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

/** The body of an answer. @throws EenlijnError when it is not what our API gives. */
export async function read<T extends z.ZodType>(schema: T, answer: Promise<Response>): Promise<z.infer<T>> {
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
