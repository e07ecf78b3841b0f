import { createBullQueue } from '../../src/queue/bullmq.ts'
import type { Queue } from '../../src/queue/port.ts'
import { createSqliteQueue } from '../../src/queue/sqlite.ts'

/**
 * A queue in a process of its own. `hang` takes a job and never ends it, for the test to kill; `close` runs a job,
 * closes the queue and has nothing left to wait for. Then `sqlite <file>` or `bullmq <url> <prefix> <lockMs> <stalledCheckMs>`.
 */
const [act, kind, where = '', prefix = '', lockMs, stalledCheckMs] = process.argv.slice(2)

const queue: Queue =
  kind === 'sqlite'
    ? createSqliteQueue({ file: where })
    : createBullQueue({ url: where, prefix, lockMs: Number(lockMs), stalledCheckMs: Number(stalledCheckMs) })

if (act === 'hang') {
  queue.work({
    hang: (job) => {
      console.log(`running ${job.id}`)
      return new Promise(() => {})
    },
  })
} else {
  queue.work({ echo: async ({ payload }) => payload })
  queue.onProgress(() => {})
  queue.onEnded(async ({ id }) => {
    console.log(`took ${id}`)
    setImmediate(() => queue.close())
  })
  void queue.enqueue({ id: 'a', group: 'audit-1', kind: 'echo', payload: null })
}
