import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import Database from 'better-sqlite3'
import { openStore } from '../../src/store/open.ts'
import { answeringEach, candidatesEach, fill, idOf } from '../load/fill.ts'
import { type Asked, processorEach, steadily, withoutPause } from '../load/measure.ts'
import { addressOf, launch } from '../support/launch.ts'
import { random } from '../support/random.ts'

// Answers of a real server over a database with 100,000 audits and 1,000,000 accounts, 50 clients at once.
// npm run -s bench:api -- --audits 100000 --accounts 1000000 --clients 50 --seconds 10 --rate 50 [--keep DIR] [--only NAME]

const { values } = parseArgs({
  options: {
    audits: { type: 'string', default: '100000' },
    accounts: { type: 'string', default: '1000000' },
    clients: { type: 'string', default: '50' },
    /** How long each kind of request is measured. */
    seconds: { type: 'string', default: '10' },
    /** Requests a second of all clients together: 50 people who each open a page every second. */
    rate: { type: 'string', default: '50' },
    /** Keeps the database in this directory, or uses the one that is there. */
    keep: { type: 'string' },
    /** Only kinds whose name has this in it. */
    only: { type: 'string', default: '' },
  },
})
const [audits, clients, seconds, rate] = [values.audits, values.clients, values.seconds, values.rate].map(Number) as [
  number,
  number,
  number,
  number,
]
const next = random(7)
const below = (most: number) => Math.floor(next() * most)
const dataDir = values.keep ?? mkdtempSync(join(tmpdir(), 'eenlijn-bench-'))
const file = join(dataDir, 'eenlijn.sqlite')

interface Kind {
  readonly name: string
  readonly mostMs: number
  readonly request: () => Asked
  /** Audits that are looked at; all of them unless given. */
  readonly among?: readonly number[]
}

if (!existsSync(file)) {
  const began = performance.now()
  openStore(file).close()
  const db = new Database(file)
  fill(db, { audits, accounts: Number(values.accounts) })
  db.close()
  process.stderr.write(`filled in ${((performance.now() - began) / 1000).toFixed(0)} s, ${(statSync(file).size / 1e9).toFixed(2)} GB\n`)
}

// Audits spread over all of them, looked at in turn. A real audit was judged when it ended; these are at their first opening.
const looked: readonly number[] = Array.from({ length: Math.min(500, audits) }, () => below(audits))
let turn = 0
let among = looked
const anAudit = () => among[turn++ % among.length] as number
const auditId = () => idOf('u', anAudit())
/** An organisation that answers to anybody. */
const answering = () => below(audits / 2 / answeringEach) * answeringEach
/** An account on Facebook, of an organisation that answers or not. */
const anAccountNumber = () => below(Number(values.accounts) / 10) * 10 + 1
const accounts = readAccounts()
const settings = { EENLIJN_EMBEDDED_WORKER: 'no', EENLIJN_BEHIND_PROXY: 'yes', LOG_LEVEL: 'warn' }
const server = launch('serve', { EENLIJN_DATA_DIR: dataDir, ...settings })
try {
  const url = await addressOf(server)
  for (const number of looked) await (await fetch(`${url}/v1/audits/${idOf('u', number)}`)).text()
  const kinds = kindsOf(await grader(url)).filter(({ name }) => name.includes(values.only))
  console.log(`${audits} audits, ${values.accounts} accounts. Processor time of the server for a request, made anew and asked again;`)
  console.log(`${rate} requests a second at random moments; then ${clients} clients without pause, each audit asked for before.`)
  console.log(`${''.padEnd(24)}    new  again   p50 ms  p99 ms  target        a second   p50 ms   p99 ms  client bad`)
  const good = []
  for (const kind of kinds) good.push(await measure(url, server.child.pid ?? 0, kind))
  const isGood = good.every(Boolean)
  console.log('The last but one is the processor time that asking took for a request, on the same processors.')
  console.log(isGood ? `At ${rate} requests a second every kind is within its target.` : 'Not every kind is within its target.')
  process.exitCode = isGood ? 0 : 1
} finally {
  await server.kill()
  if (!values.keep) rmSync(dataDir, { recursive: true, force: true })
}

function kindsOf(personId: string): Kind[] {
  const get = (name: string, path: () => string): Kind => ({
    name,
    mostMs: 50,
    // Behind a proxy, each from an address of its own: what anybody may ask is counted by address.
    request: () => ({
      method: 'GET',
      path: path(),
      headers: { 'accept-encoding': 'gzip', 'x-forwarded-for': `10.0.${below(256)}.${below(256)}` },
    }),
  })
  const send = (name: string, method: 'POST' | 'PUT', path: () => string, body: () => unknown): Kind => ({
    name,
    mostMs: 100,
    request: () => ({ method, path: path(), headers: { 'content-type': 'application/json' }, body: JSON.stringify(body()) }),
  })
  const reads = [
    get('page: start', () => '/nl/'),
    get('page: audit', () => `/nl/audits/${auditId()}`),
    get('page: accounts', () => `/nl/audits/${auditId()}/accounts`),
    get('page: report', () => `/nl/audits/${auditId()}/report`),
    get('page: public check', () => `/nl/check/wielewaal-${answering()}`),
    get('API: list of audits', () => '/v1/audits'),
    get('API: list, further on', () => `/v1/audits?before=${auditId()}`),
    get('API: audit', () => `/v1/audits/${auditId()}`),
    get('API: accounts found', () => `/v1/audits/${auditId()}/candidates`),
    get('API: report', () => `/v1/audits/${auditId()}/report`),
    get('API: whose is it', () => `/v1/verify?url=https://www.facebook.com/wielewaal${anAccountNumber()}`),
  ]
  const writes = [
    send('API: decide', 'PUT', anAccountPath('candidates', '/decision'), () => ({ decision: next() < 0.5 ? 'ours' : 'not-ours' })),
    send('API: grade', 'PUT', anAccountPath('grades', ''), () => ({ grade: 1 + below(19) / 2, reason: 'Scherpe foto.', personId })),
    send(
      'API: start an audit',
      'POST',
      () => '/v1/audits',
      () => ({ name: `Nieuw ${below(1e9)}`, routes: ['website'] }),
    ),
  ]
  const any = (some: readonly Kind[]) => (some[below(some.length)] as Kind).request()
  // Everybody at work in an audit of their own.
  const atWork = { mostMs: 50, among: looked.slice(0, clients), request: () => any(next() < 0.95 ? reads : writes) }
  return [...reads, ...writes, { name: 'mixed: 95% reads', ...atWork }]
}

/** An account of an audit that is looked at; deciding on it needs no knowledge of an earlier decision the first time. */
function anAccountPath(before: string, after: string): () => string {
  return () => {
    const number = anAudit()
    const id = accounts.get(number)?.[below(candidatesEach)]
    return `/v1/audits/${idOf('u', number)}/${before}/${id}${after}`
  }
}

function readAccounts(): Map<number, string[]> {
  const db = new Database(file, { readonly: true })
  const of = db.prepare<[string], { id: string }>('SELECT account_id AS id FROM candidates WHERE audit_id = ?')
  const found = new Map(looked.map((number) => [number, of.all(idOf('u', number)).map(({ id }) => id)]))
  db.close()
  return found
}

async function grader(url: string): Promise<string> {
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(`${url}/v1/people`, { method: 'POST', headers, body: JSON.stringify({ name: 'Meter' }) })
  return ((await answer.json()) as { personId: string }).personId
}

/** What an answer costs; how long it takes as independent clients ask; and how many there are when they ask without pause. */
async function measure(url: string, pid: number, { name, mostMs, request, among: audits = looked }: Kind): Promise<boolean> {
  among = audits
  const isRead = request().method === 'GET' && !name.startsWith('mixed')
  const anew = (): Asked => {
    const { headers, ...asked } = request()
    return { ...asked, headers: { ...headers, 'cache-control': 'no-cache' } }
  }
  // A server that has run for a while has compiled what it does often.
  await processorEach(url, pid, 100, anew)
  const first = await processorEach(url, pid, 200, anew)
  const steady = await steadily(url, request, { seconds, rate, next })
  if (isRead) await processorEach(url, pid, looked.length, request)
  const again = isRead ? await processorEach(url, pid, looked.length, request) : null
  const full = await withoutPause(url, request, { seconds, clients })
  const isWithin = steady.bad === 0 && steady.p99 <= mostMs
  const costs = [first, again].map((ms) => (ms === null ? '-' : ms.toFixed(2)).padStart(6)).join(' ')
  const latencies = [steady.p50, steady.p99, mostMs].map((ms) => ms.toFixed(0).padStart(7)).join(' ')
  const pauseless = [full.aSecond, full.p50, full.p99].map((one) => one.toFixed(0).padStart(8)).join(' ')
  console.log(
    `${name.padEnd(24)} ${costs} ${latencies} ${isWithin ? 'within' : 'OVER  '} ${pauseless} ${full.ownMs.toFixed(2).padStart(7)} ${steady.bad + full.bad}`,
  )
  return isWithin
}
