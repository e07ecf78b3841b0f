import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import autocannon from 'autocannon'
import Database from 'better-sqlite3'
import { openStore } from '../../src/store/open.ts'
import { candidatesEach, fill, idOf } from '../load/fill.ts'
import { addressOf, launch } from '../support/launch.ts'
import { random } from '../support/random.ts'

// Answers of a real server over a database with 100,000 audits and 1,000,000 accounts, 50 clients at once.
// npm run -s bench:api -- --audits 100000 --accounts 1000000 --clients 50 --seconds 10 --rate 50 [--keep DIR]

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
const audits = Number(values.audits)
const next = random(7)
const dataDir = values.keep ?? mkdtempSync(join(tmpdir(), 'eenlijn-bench-'))
const file = join(dataDir, 'eenlijn.sqlite')
const say = (line: string) => process.stderr.write(`${line}\n`)

interface Kind {
  readonly name: string
  readonly mostMs: number
  readonly request: () => autocannon.Request
}

if (!existsSync(file)) {
  const began = performance.now()
  openStore(file).close()
  const db = new Database(file)
  fill(db, { audits, accounts: Number(values.accounts) })
  db.close()
  say(`filled in ${((performance.now() - began) / 1000).toFixed(0)} s, ${(statSync(file).size / 1e9).toFixed(2)} GB`)
}

// Which audits are looked at: spread over all of them. A real audit was judged when it ended; these are at their first opening.
const looked = Array.from({ length: Math.min(1_000, audits) }, () => Math.floor(next() * audits))
const anAudit = () => looked[Math.floor(next() * looked.length)] as number
const auditId = () => idOf('u', anAudit())
const accounts = readAccounts()
const server = launch('serve', { EENLIJN_DATA_DIR: dataDir, EENLIJN_EMBEDDED_WORKER: 'no', LOG_LEVEL: 'warn' })
try {
  const address = await addressOf(server)
  for (const number of looked) await (await fetch(`${address}/v1/audits/${idOf('u', number)}`)).text()
  const personId = await grader(address)
  const kinds = kindsOf(personId).filter(({ name }) => name.includes(values.only))
  console.log(
    `${audits} audits, ${values.accounts} accounts; ${values.rate} requests a second at random moments, then ${values.clients} clients without pause`,
  )
  console.log(`${''.padEnd(24)}  p50 ms  p99 ms  target        a second   p50 ms   p99 ms bad`)
  let good = true
  for (const kind of kinds) good = (await measure(address, kind)) && good
  console.log(good ? `At ${values.rate} requests a second every kind is within its target.` : 'Not every kind is within its target.')
  process.exitCode = good ? 0 : 1
} finally {
  await server.kill()
  if (!values.keep) rmSync(dataDir, { recursive: true, force: true })
}

function kindsOf(personId: string): Kind[] {
  const get = (name: string, path: () => string): Kind => ({ name, mostMs: 50, request: () => ({ method: 'GET', path: path() }) })
  const send = (name: string, method: 'POST' | 'PUT', path: () => string, body: () => unknown): Kind => ({
    name,
    mostMs: 100,
    request: () => ({ method, path: path(), headers: { 'content-type': 'application/json' }, body: JSON.stringify(body()) }),
  })
  return [
    get('page: start', () => '/nl/'),
    get('page: audit', () => `/nl/audits/${auditId()}`),
    get('page: accounts', () => `/nl/audits/${auditId()}/accounts`),
    get('page: report', () => `/nl/audits/${auditId()}/report`),
    get('API: list of audits', () => '/v1/audits'),
    get('API: list, further on', () => `/v1/audits?before=${auditId()}`),
    get('API: audit', () => `/v1/audits/${auditId()}`),
    get('API: accounts found', () => `/v1/audits/${auditId()}/candidates`),
    get('API: report', () => `/v1/audits/${auditId()}/report`),
    send('API: decide', 'PUT', anAccountPath('candidates', '/decision'), () => ({ decision: next() < 0.5 ? 'ours' : 'not-ours' })),
    send('API: grade', 'PUT', anAccountPath('grades', ''), () => ({
      grade: 1 + Math.floor(next() * 19) / 2,
      reason: 'Scherpe foto.',
      personId,
    })),
    send(
      'API: start an audit',
      'POST',
      () => '/v1/audits',
      () => ({ name: `Nieuw ${Math.floor(next() * 1e9)}`, routes: ['website'] }),
    ),
  ]
}

/** An account of an audit that is looked at; deciding on it needs no knowledge of an earlier decision the first time. */
function anAccountPath(before: string, after: string): () => string {
  return () => {
    const number = anAudit()
    const id = accounts.get(number)?.[Math.floor(next() * candidatesEach)]
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

async function grader(address: string): Promise<string> {
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(`${address}/v1/people`, { method: 'POST', headers, body: JSON.stringify({ name: 'Meter' }) })
  return ((await answer.json()) as { personId: string }).personId
}

/** First as independent clients ask, which tells how long an answer takes; then without pause, which tells how many there are. */
async function measure(url: string, { name, mostMs, request }: Kind): Promise<boolean> {
  const steady = await steadily(url, request)
  const full = await autocannon({
    url,
    connections: Number(values.clients),
    duration: Number(values.seconds),
    requests: [{ setupRequest: (asked) => ({ ...asked, ...request() }) }],
  })
  const conflicts = full.statusCodeStats?.['409']?.count ?? 0
  const within = steady.answered > 0 && steady.bad === 0 && steady.p99 <= mostMs
  const columns = [steady.p50, steady.p99, mostMs].map((ms) => ms.toFixed(0).padStart(7)).join(' ')
  const pauseless = [full.requests.average, full.latency.p50, full.latency.p99].map((one) => one.toFixed(0).padStart(8)).join(' ')
  console.log(
    `${name.padEnd(24)} ${columns} ${within ? 'within' : 'OVER  '} ${pauseless} ${steady.bad + full.non2xx - conflicts + full.errors + full.timeouts}`,
  )
  return within
}

/** Requests come as those of many independent people do: at random moments (Poisson), none waiting for another's answer. */
async function steadily(url: string, request: Kind['request']): Promise<{ p50: number; p99: number; answered: number; bad: number }> {
  const took: number[] = []
  let bad = 0
  const ask = async (due: number) => {
    const { path, method, headers, body } = request()
    try {
      const response = await fetch(`${url}${path}`, {
        method: method ?? 'GET',
        ...(body ? { body: String(body), headers: headers as never } : {}),
      })
      await response.arrayBuffer()
      // Somebody else decided meanwhile: that is an answer too.
      if (!response.ok && response.status !== 409) bad++
    } catch {
      bad++
    }
    took.push(performance.now() - due)
  }
  const asked: Promise<void>[] = []
  const end = performance.now() + Number(values.seconds) * 1_000
  for (let due = performance.now(); due < end; due += (-Math.log(1 - next()) / Number(values.rate)) * 1_000) {
    await sleep(Math.max(0, due - performance.now()))
    asked.push(ask(due))
  }
  await Promise.all(asked)
  took.sort((a, b) => a - b)
  const at = (share: number) => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0
  return { p50: at(0.5), p99: at(0.99), answered: took.length - bad, bad }
}
