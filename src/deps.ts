import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import pino, { type Logger } from 'pino'
import type { Env } from '../config/env.ts'
import type { Queue } from './queue/port.ts'
import { type Bell, createBell } from './services/events.ts'
import { hasEnded } from './services/find-audit.ts'
import { type Blobs, createFileBlobs } from './store/blobs.ts'
import { openStore, type Store } from './store/open.ts'
import { audits } from './store/schema.ts'

/** What the server's verbs are given. The composition root is the only place that makes these. */
export interface Deps {
  readonly env: Env
  readonly version: string
  readonly store: Store
  readonly blobs: Blobs
  readonly queue: Queue
  readonly bell: Bell
  readonly log: Logger
  now(): Date
  auditHasEnded(auditId: string): boolean
  close(): Promise<void>
}

/** The version in package.json; records and the user agent name it. */
export const productVersion: string = (JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string })
  .version

export function createLog(env: Env): Logger {
  // Standard output belongs to the commands; what operators read goes to standard error.
  return pino({ level: env.logLevel, base: null }, pino.destination({ dest: 2, sync: true }))
}

/** The queue that the settings ask for: Redis where there is one, else a file beside the database. */
export async function createQueue(env: Env, log: Logger): Promise<Queue> {
  const onError = (error: unknown) => log.warn({ error }, 'queue')
  if (env.redisUrl) {
    const { createBullQueue } = await import('./queue/bullmq.ts')
    return createBullQueue({ url: env.redisUrl, prefix: 'eenlijn', onError })
  }
  const { createSqliteQueue } = await import('./queue/sqlite.ts')
  return createSqliteQueue({ file: join(env.dataDir, 'queue.sqlite'), onError })
}

/** Opens database, blobs and queue of the server process. */
export async function createDeps(env: Env, options: { now?: () => Date; log?: Logger } = {}): Promise<Deps> {
  const log = options.log ?? createLog(env)
  const store = openStore(join(env.dataDir, 'eenlijn.sqlite'))
  const queue = await createQueue(env, log)
  return {
    env,
    version: productVersion,
    store,
    blobs: createFileBlobs(env.blobDir),
    queue,
    bell: createBell(),
    log,
    now: options.now ?? (() => new Date()),
    auditHasEnded: (auditId) => {
      const row = store.db.select({ state: audits.state }).from(audits).where(eq(audits.id, auditId)).get()
      return !row || hasEnded(row.state)
    },
    close: async () => {
      await queue.close()
      store.close()
    },
  }
}
