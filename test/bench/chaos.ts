import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import Database from 'better-sqlite3'
import { createBullQueue } from '../../src/queue/bullmq.ts'
import { type Asked, askTwice, handInTwice } from '../chaos/ask.ts'
import { type Book, readBlobBook, readBooks } from '../chaos/books.ts'
import { type Part, startWorld, type World } from '../chaos/world.ts'
import { startLocalWeb } from '../support/local-web.ts'
import { random } from '../support/random.ts'

// Kills server, workers and Redis (append-only file on) at random moments while audits run, then proves the books.
// npm run -s chaos -- --audits 100 --kills 50 --seed 1 --workers 3 --every 4 --fsync everysec

const { values } = parseArgs({
  options: {
    audits: { type: 'string', default: '100' },
    kills: { type: 'string', default: '50' },
    seed: { type: 'string', default: `${Date.now() % 100_000}` },
    workers: { type: 'string', default: '3' },
    /** Seconds between two kills, on average. */
    every: { type: 'string', default: '4' },
    /** `everysec` is what docker-compose.yml runs, and the harder one: the last second of what Redis promised may be lost. */
    fsync: { type: 'string', default: 'everysec' },
    /** Gives up so many minutes after the last kill. */
    minutes: { type: 'string', default: '20' },
  },
})
const audits = Number(values.audits)
const kills = Number(values.kills)
const fsync = values.fsync === 'always' ? 'always' : 'everysec'
const next = random(Number(values.seed))
const began = performance.now()
const say = (line: string) => process.stderr.write(`${((performance.now() - began) / 1000).toFixed(1).padStart(7)} s  ${line}\n`)

const web = await startLocalWeb({ size: audits })
const settings = { EENLIJN_NETWORK: 'on', EENLIJN_ALLOW_PRIVATE: web.allowed }
const world = await startWorld({ workers: Number(values.workers), fsync, settings })
const giveUp = new AbortController()
const asking: Promise<Set<string>>[] = []
let asked = 0
let lists = 0
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void world.stop().then(() => process.exit(130)))

try {
  say(`${audits} audits, ${kills} kills, seed ${values.seed}, ${values.workers} workers, appendfsync ${fsync}`)
  const struck = await strike(world)
  say('the last kill was made; waiting for what still runs')
  const given = await Promise.race([Promise.all(asking), untilTooLate()])
  await untilDone(world)
  await readAll(world)
  const left = await jobsLeft(world.redisUrl)
  const parts = [world.server, world.redis, ...world.workers]
  const died = parts.reduce((sum, part) => sum + part.diedByItself(), 0)
  await Promise.all(parts.map((part) => part.kill()))
  const db = new Database(join(world.dataDir, 'eenlijn.sqlite'), { readonly: true })
  const books: Book[] = [
    { what: 'processes killed while audits ran', expected: kills, found: struck.size, wrong: [] },
    { what: 'processes that ended by themselves', expected: 0, found: died, wrong: [] },
    {
      what: 'requests to start, each sent twice, that made more than one',
      expected: 0,
      found: given.filter(({ size }) => size > 1).length,
      wrong: [],
    },
    ...readBooks(db, web.organisations),
    await readBlobBook(db, join(world.dataDir, 'blobs')),
    {
      what: 'lists done',
      expected: lists,
      found: (db.prepare("SELECT count(*) AS n FROM batches WHERE state = 'done'").get() as { n: number }).n,
      wrong: [],
    },
    { what: 'jobs left in the queue', expected: 0, found: left, wrong: [] },
  ]
  db.close()
  process.exitCode = tell(books, struck.byPart) ? 0 : 1
} finally {
  giveUp.abort()
  await world.stop()
  await web.stop()
}

/** Asks for audits and kills in turn, so that there is always work to interrupt. `size`: kills while an audit had not ended. */
async function strike({ server, redis, workers, dataDir }: World): Promise<{ size: number; byPart: Map<string, number> }> {
  const byPart = new Map<string, number>()
  let size = 0
  const returning: Promise<void>[] = []
  for (let kill = 0; kill < kills; kill++) {
    ask(Math.ceil((audits * (kill + 1)) / kills))
    await sleep(Number(values.every) * 1_000 * (0.5 + next()))
    const part = [server, redis, workers[Math.floor(next() * workers.length)]][Math.floor(next() * 3)] as Part
    if (ended(dataDir) < asked) size++
    await part.kill()
    byPart.set(part.name, (byPart.get(part.name) ?? 0) + 1)
    say(`killed ${part.name}`)
    returning.push(comeBack(part, next() * 1_500))
  }
  ask(audits)
  await Promise.all(returning)
  return { size, byPart }
}

/** What is killed again before it was ready needs no further care: that kill begins it anew. */
async function comeBack(part: Part, afterMs: number): Promise<void> {
  await sleep(afterMs)
  await part.start().catch((error: Error) => say(`${part.name}: ${error.message.split('\n')[0]}`))
}

/** Half of the audits by themselves, half in lists of five. */
function ask(upTo: number): void {
  const requests = web.organisations.slice(asked, upTo).map(({ name, website }, n): Asked => {
    const request = { name, website, routes: ['website', 'linked-account'] }
    return { request, key: `chaos-${asked + n}` }
  })
  asked = upTo
  if (requests.length === 0) return
  const listed = requests.length >= 2 ? requests.splice(Math.ceil(requests.length / 2)) : []
  for (const one of requests) asking.push(askTwice(world.address, one, giveUp.signal))
  if (listed.length > 0) asking.push(handInTwice(world.address, `list ${++lists}`, listed, giveUp.signal))
}

/** How many audits ended, by the tables themselves: the server may be dead. */
function ended(dataDir: string): number {
  const db = new Database(join(dataDir, 'eenlijn.sqlite'), { readonly: true })
  const row = db.prepare<[], { n: number }>("SELECT count(*) AS n FROM audits WHERE state NOT IN ('queued', 'running')").get()
  db.close()
  return row?.n ?? 0
}

async function untilTooLate(): Promise<never> {
  await sleep(Number(values.minutes) * 60_000, undefined, { ref: false })
  throw new Error(`not everything was taken in within ${values.minutes} minutes`)
}

async function untilDone({ dataDir }: World): Promise<void> {
  const end = Date.now() + Number(values.minutes) * 60_000
  const db = new Database(join(dataDir, 'eenlijn.sqlite'), { readonly: true })
  const open = db.prepare<[], { state: string; n: number }>('SELECT state, count(*) AS n FROM audits GROUP BY 1')
  const lists = db.prepare<[], { n: number }>("SELECT count(*) AS n FROM batches WHERE state = 'running'")
  for (let turn = 0; Date.now() < end; turn++) {
    const states = open.all()
    const running = states.filter(({ state }) => state === 'queued' || state === 'running').reduce((sum, { n }) => sum + n, 0)
    const total = states.reduce((sum, { n }) => sum + n, 0)
    if (running === 0 && total === audits && lists.get()?.n === 0) break
    if (turn % 20 === 0) say(`${total - running} of ${audits} audits ended`)
    await sleep(500)
  }
  db.close()
}

/** Opens every audit, twice at the same moment: a first look at it writes the judgement down. */
async function readAll({ dataDir, address }: World): Promise<void> {
  const db = new Database(join(dataDir, 'eenlijn.sqlite'), { readonly: true })
  const ids = db.prepare<[], { id: string }>('SELECT id FROM audits').all()
  db.close()
  for (const { id } of ids) await Promise.all([0, 1].map(async () => (await fetch(`${address}/v1/audits/${id}`)).text()))
}

/** Jobs of whatever state, once the taker had its time. */
async function jobsLeft(url: string): Promise<number> {
  const queue = createBullQueue({ url, prefix: 'eenlijn' })
  const sum = async () => Object.values(await queue.counts()).reduce((all, n) => all + n, 0)
  let left = await sum()
  for (let turn = 0; left > 0 && turn < 60; turn++) {
    await sleep(500)
    left = await sum()
  }
  await queue.close()
  return left
}

function tell(books: readonly Book[], byPart: ReadonlyMap<string, number>): boolean {
  const wide = Math.max(...books.map(({ what }) => what.length))
  const line = (what: string, ...columns: (string | number)[]) =>
    console.log(what.padEnd(wide), ...columns.map((one) => `${one}`.padStart(9)))
  console.log(`kills: ${[...byPart].map(([name, n]) => `${name} ${n}×`).join(', ')}; ${Math.round((performance.now() - began) / 1000)} s`)
  line('book', 'expected', 'found', '')
  for (const { what, expected, found, wrong } of books) {
    line(what, expected, found, expected === found && wrong.length === 0 ? 'right' : 'WRONG')
    for (const one of wrong.slice(0, 3)) console.log(`  ${one}`)
  }
  const balanced = books.every(({ expected, found, wrong }) => expected === found && wrong.length === 0)
  console.log(balanced ? 'The books balance: nothing lost, nothing doubled.' : 'The books do not balance.')
  return balanced
}
