import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Queue } from '../../src/queue/port.ts'
import { createSqliteQueue, type SqliteQueueOptions } from '../../src/queue/sqlite.ts'
import { leaseMs } from '../../src/queue/sqlite-table.ts'
import { queueContract } from './contract.ts'
import { eventually, job } from './setting.ts'

queueContract('SQLite', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'queue-'))
  const file = join(directory, 'queue.sqlite')
  return {
    // Nothing in the contract may lean on the poll.
    open: (now) => createSqliteQueue({ file, now, pollMs: 60_000, onError: () => {} }),
    peer: (queue) => queue,
    processArguments: ['sqlite', file],
    release: () => rm(directory, { recursive: true, force: true }),
  }
})

describe('in its file', () => {
  let directory: string
  let file: string
  const opened: Queue[] = []

  function open(more: Partial<SqliteQueueOptions> = {}): Queue {
    const queue = createSqliteQueue({ file, onError: () => {}, ...more })
    opened.push(queue)
    return queue
  }

  /** Changes the file behind the adapter's back, as another process would. */
  function change(sql: string, ...values: (string | number)[]): void {
    const db = new Database(file)
    db.prepare(sql).run(...values)
    db.close()
  }

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'queue-'))
    file = join(directory, 'queue.sqlite')
  })
  afterEach(async () => {
    for (const queue of opened.splice(0)) await queue.close()
    await rm(directory, { recursive: true, force: true })
  })

  test('no byte of a job stands any more once it was taken, in the log beside it neither', async () => {
    const queue = open({ pollMs: 20 })
    const contents = () =>
      [file, `${file}-wal`]
        .filter(existsSync)
        .map((path) => readFileSync(path, 'latin1'))
        .join('')
    let runs = 0
    const gate = Promise.withResolvers<void>()
    queue.work({
      echo: async ({ payload }) => {
        runs++
        await gate.promise
        return payload
      },
    })
    await queue.enqueue(job('a', { payload: 'Jan Jansen '.repeat(2_000) }))
    await queue.enqueue(job('b', { payload: 'short: Jan Jansen' }))
    await eventually(() => runs === 1)
    expect(contents()).toContain('Jan Jansen')
    let taken = 0
    queue.onEnded(async () => void taken++)
    gate.resolve()
    await eventually(() => taken === 2)
    await eventually(() => !contents().includes('Jan Jansen'))
  })

  test('a job that a dead process held waits again as soon as the file is opened', async () => {
    await open().enqueue(job('a'))
    await opened.splice(0)[0]?.close()
    change("UPDATE job SET state = 'active', attempt = 1, owner = ?, lease_until = ?", `${process.pid}.earlier`, Date.now() + leaseMs)
    expect(await open().state('a')).toBe('waiting')
  })

  test('a job that a living process holds stays with it until its lease runs out', async () => {
    let ran = false
    await open().enqueue(job('a'))
    await opened.splice(0)[0]?.close()
    const heldUntil = Date.now() + leaseMs
    change("UPDATE job SET state = 'active', attempt = 1, owner = ?, lease_until = ?", `${process.ppid}.other`, heldUntil)
    let ahead = 0
    const queue = open({ pollMs: 10, now: () => Date.now() + ahead })
    queue.work({
      echo: async ({ attempt }) => {
        ran = attempt === 2
      },
    })
    await sleep(60)
    expect(await queue.state('a')).toBe('active')
    expect(ran).toBe(false)
    ahead = leaseMs + 1_000
    await eventually(() => ran)
  })

  test('what a run says no longer counts once another process took its job over', async () => {
    const queue = open()
    const gate = Promise.withResolvers<void>()
    let running = false
    queue.work({
      echo: () => {
        running = true
        return gate.promise
      },
    })
    await queue.enqueue(job('a'))
    await eventually(() => running)
    change('UPDATE job SET owner = ?, attempt = 2', `${process.ppid}.other`)
    gate.resolve()
    await sleep(30)
    expect(await queue.state('a')).toBe('active')
  })

  test('a second look at the same file leaves running jobs alone, and its own jobs are seen by the poll', async () => {
    const queue = open({ pollMs: 20 })
    const gate = Promise.withResolvers<void>()
    const ran: string[] = []
    const handler = ({ id }: { id: string }) => {
      ran.push(id)
      return id === 'a' ? gate.promise : Promise.resolve()
    }
    queue.work({ echo: handler }, { concurrency: 2 })
    await queue.enqueue(job('a'))
    await eventually(() => ran.length === 1)
    const second = open()
    expect(await second.state('a')).toBe('active')
    await second.enqueue(job('b'))
    await eventually(() => ran.length === 2)
    expect(ran).toEqual(['a', 'b'])
    gate.resolve()
  })

  test('a file of a newer version is refused, in a sentence, and left as it is', async () => {
    await open().close()
    change('PRAGMA user_version = 99')
    expect(() => open()).toThrow(/has version 99; this program knows version 2/)
    const db = new Database(file)
    expect(db.pragma('user_version', { simple: true })).toBe(99)
    db.close()
  })

  test('a memory queue works too', async () => {
    const queue = open({ file: ':memory:' })
    let taken = ''
    queue.onEnded(async ({ id }) => {
      taken = id
    })
    queue.work({ echo: async () => null })
    await queue.enqueue(job('a'))
    await eventually(() => taken === 'a')
  })

  test('a locked file is tried again: the outcome of a run is not lost', async () => {
    const told: unknown[] = []
    const queue = open({ onError: (error) => told.push(error) })
    const other = new Database(file)
    const gate = Promise.withResolvers<void>()
    let running = false
    let taken = ''
    queue.onEnded(async ({ id }) => {
      taken = id
    })
    queue.work({
      echo: () => {
        running = true
        return gate.promise
      },
    })
    await queue.enqueue(job('a'))
    await eventually(() => running)
    other.exec("CREATE TRIGGER full BEFORE UPDATE ON job BEGIN SELECT RAISE(ABORT, 'disk full'); END")
    gate.resolve()
    await eventually(() => told.length > 0)
    other.exec('DROP TRIGGER full')
    other.close()
    await eventually(() => taken === 'a')
    expect(String(told[0])).toContain('disk full')
  })
})
