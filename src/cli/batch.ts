import { readFile, stat } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { organisationListLimits, readOrganisations, textOfList } from '../discovery/organisation-list.ts'
import { batchItemStates, batchStates } from '../model/batch.ts'
import { EenlijnError } from '../model/errors.ts'
import { scoreSchema } from '../model/finding.ts'
import type { Locale } from '../model/text.ts'
import { formatScore } from '../scoring/grade.ts'
import { readServer } from './audit-options.ts'
import { createCaller, read } from './client.ts'
import { connect } from './connect.ts'
import { clean, exit, type Io, type Said, speaker } from './io.ts'
import { readOptions } from './options.ts'
import { columns } from './table.ts'

const batchPart = z.looseObject({
  id: z.string(),
  state: z.enum(batchStates),
  counts: z.record(z.enum(batchItemStates), z.number()),
})
const resultPart = z.looseObject({
  name: z.string(),
  state: z.enum(batchItemStates),
  failure: z.string().nullable(),
  outcome: z.looseObject({ score: scoreSchema.nullable(), accountsOurs: z.number(), deviations: z.number().nullable() }).nullable(),
})
type Result = z.infer<typeof resultPart>
type Caller = ReturnType<typeof createCaller>

const lookEveryMs = 1_000

/** `batch FILE`: hands in a list of organisations, tells how far it is, and writes what each came to. */
export async function batch(args: readonly string[], io: Io): Promise<number> {
  const options = { label: { type: 'string' }, json: { type: 'boolean' }, server: { type: 'string' } } as const
  const { values, positionals } = readOptions(args, options, true)
  const [file, ...more] = positionals
  if (file === undefined || more.length > 0) throw oneFile()
  const said = speaker(io)
  const organisations = listIn(await fileText(file, io), file, said)
  const server = values.server === undefined ? null : readServer(values.server)
  const connection = await connect({ server, offline: false, archive: null }, io, said)
  try {
    const caller = createCaller(connection.send, said.locale)
    const { id } = await read(batchPart, caller.send('/batches', 'POST', { label: values.label ?? '', organisations }))
    const state = await follow(caller, id, io, said)
    const results = await resultsOf(caller, id)
    io.stdout.write(values.json ? `${JSON.stringify({ id, state, results }, null, 2)}\n` : table(results, said.locale))
    if (io.signal.aborted) return exit.interrupted
    return state === 'done' ? exit.done : exit.failed
  } finally {
    await connection.close()
  }
}

/** Until the list has ended; Ctrl-C stops the list. */
async function follow({ call, send }: Caller, id: string, io: Io, { tell }: Said): Promise<string> {
  let told = ''
  for (;;) {
    const { state, counts } = await read(batchPart, call(`/batches/${id}`))
    const ended = counts.done + counts.failed + counts.cancelled
    const all = ended + counts.running + counts.waiting
    const line = { nl: `${ended} van ${all} organisaties klaar`, en: `${ended} of ${all} organisations done` }
    if (told !== line.nl) tell(line)
    told = line.nl
    if (state !== 'running' && state !== 'registering') return state
    if (io.signal.aborted) {
      const stopped = await read(batchPart, send(`/batches/${id}`, 'PATCH', { state: 'cancelled' }))
      tell({ nl: 'Gestopt. Er loopt niets meer.', en: 'Stopped. Nothing is running any more.' })
      return stopped.state
    }
    await wait(lookEveryMs, undefined, { signal: io.signal }).catch(() => {})
  }
}

const pagePart = z.object({ results: z.array(resultPart), next: z.number().nullable() })

async function resultsOf({ call }: Caller, id: string): Promise<Result[]> {
  const all: Result[] = []
  for (let after: number | null = -1; after !== null; ) {
    const page: z.infer<typeof pagePart> = await read(pagePart, call(`/batches/${id}/results?limit=50&after=${after}`))
    all.push(...page.results)
    after = page.next
  }
  return all
}

async function fileText(file: string, io: Io): Promise<string> {
  if (file === '-') return fromInput(io)
  const found = await stat(file).catch(() => null)
  if (!found?.isFile())
    throw new EenlijnError('invalid-input', { nl: `Het bestand ${file} is er niet.`, en: `The file ${file} is not there.` })
  if (found.size > mostBytes) throw tooLarge()
  return textOfList(await readFile(file))
}

async function fromInput(io: Io): Promise<string> {
  const parts: Buffer[] = []
  let bytes = 0
  for await (const part of io.stdin) {
    parts.push(Buffer.from(part))
    bytes += parts.at(-1)?.length ?? 0
    if (bytes > mostBytes) throw tooLarge()
  }
  return textOfList(Buffer.concat(parts))
}

/** JSON says more of an organisation than a line can; the API has a limit of its own for it. */
const mostBytes = 2 * 2 ** 20

/** What the file lists. JSON is an array of requests, or an object with `organisations`; anything else is lines. */
function listIn(text: string, file: string, { tell, locale }: Said): object[] {
  if (/^\s*[[{]/.test(text)) return listInJson(text, file)
  if (Buffer.byteLength(text) > organisationListLimits.bytes) throw tooLarge()
  const { organisations, bad } = readOrganisations(text)
  for (const { line, raw, why } of bad.slice(0, 20))
    tell({ nl: `Regel ${line}, ‘${raw}’: ${why.nl}`, en: `Line ${line}, ‘${raw}’: ${why.en}` })
  if (bad.length > 0)
    throw new EenlijnError('invalid-input', {
      nl: 'Verbeter of verwijder deze regels. Er is nog niets begonnen.',
      en: 'Mend or remove these lines. Nothing was begun so far.',
    })
  return organisations.map((one) => ({ ...one, locale }))
}

const jsonPart = z.union([z.array(z.looseObject({})), z.looseObject({ organisations: z.array(z.looseObject({})) })])

function listInJson(text: string, file: string): object[] {
  let body: unknown = null
  try {
    body = JSON.parse(text)
  } catch {
    // Said below, together with JSON that is something else.
  }
  const parsed = jsonPart.safeParse(body)
  if (parsed.success) return Array.isArray(parsed.data) ? parsed.data : parsed.data.organisations
  throw new EenlijnError('invalid-input', {
    nl: `${file} is geen lijst in JSON. Geef [{"name": …, "website": …}].`,
    en: `${file} is not a list in JSON. Give [{"name": …, "website": …}].`,
  })
}

const words = {
  nl: {
    head: ['organisatie', 'stand', 'cijfer', 'gezien', 'accounts', 'kan beter'],
    states: { waiting: 'wacht', running: 'loopt', done: 'klaar', failed: 'niet gelukt', cancelled: 'gestopt' },
  },
  en: {
    head: ['organisation', 'state', 'grade', 'seen', 'accounts', 'can be better'],
    states: { waiting: 'waits', running: 'running', done: 'done', failed: 'did not succeed', cancelled: 'stopped' },
  },
} as const

/** In the order of the list: a grade depends on what could be seen, so this is no ranking. */
function table(results: readonly Result[], locale: Locale): string {
  const { head, states } = words[locale]
  const rows = results.map(({ name, state, failure, outcome }) => [
    clean(name),
    clean(failure ? `${states[state]}: ${failure}` : states[state]),
    outcome?.score?.grade == null ? '–' : formatScore(outcome.score.grade, locale),
    outcome?.score ? `${Math.round(outcome.score.coverage * 100)}%` : '–',
    outcome ? String(outcome.accountsOurs) : '–',
    outcome?.deviations == null ? '–' : String(outcome.deviations),
  ])
  return `${columns([[...head], ...rows])}\n`
}

const oneFile = () =>
  new EenlijnError('invalid-input', {
    nl: 'Geef één bestand met organisaties: eenlijn batch BESTAND',
    en: 'Give one file of organisations: eenlijn batch FILE',
  })
const tooLarge = () =>
  new EenlijnError('too-large', {
    nl: 'Deze lijst is te groot: 256 kB is het meeste, als JSON 2 MB. Verdeel hem over meer lijsten.',
    en: 'This list is too large: 256 kB is the most, as JSON 2 MB. Divide it over more lists.',
  })
