import { join } from 'node:path'
import type { Logger } from 'pino'
import { crawlLimits, paceMs, renderLimits } from '../config/crawl.ts'
import { type Env, projectRoot } from '../config/env.ts'
import { createAddressGuard, hostOf, portOf } from '../src/capture/address-guard.ts'
import { type Archive, openArchive } from '../src/capture/archive.ts'
import { findChromium } from '../src/capture/chromium.ts'
import { createEarlier, type Earlier } from '../src/capture/earlier.ts'
import { createCapture } from '../src/capture/fetcher.ts'
import { createMemoryPace, createRedisPace, type Pace } from '../src/capture/pace.ts'
import { createRecorder } from '../src/capture/record.ts'
import { userAgentOf } from '../src/capture/user-agent.ts'
import { productVersion } from '../src/deps.ts'
import type { OpenImageReaders } from '../src/images/readers/open.ts'
import { EenlijnError } from '../src/model/errors.ts'
import type { Fetcher } from '../src/model/fetch.ts'
import { earlierListSchema } from '../src/model/jobs.ts'
import type { OpenReaders } from '../src/print/readers/open.ts'
import { sparingly } from '../src/queue/sparingly.ts'
import { type Blobs, createFileBlobs } from '../src/store/blobs.ts'
import { putJson } from '../src/store/json-blob.ts'
import type { Desk } from './desk.ts'
import { openPicturesDesk, openPrintDesk } from './desks.ts'
import { listVisits, type PageRead } from './list-visits.ts'

/** What a job is given: no database, only the blob store and a way to get pages. */
export interface WorkerDeps {
  readonly blobs: Blobs
  readonly log: Logger
  /** The operator's own keys and instances; a route without its key says so. */
  readonly keys: Env['keys']
  readonly print: Desk<OpenReaders>
  readonly pictures: Desk<OpenImageReaders>
  now(): Date
  /**
   * A fetcher for one job. With an archive the network is off; with `earlier` a page is asked for again only if it changed.
   * `keepLog` puts the list of what it asked for in the blob store, with which pages of it tell of people;
   * with `keepsPages: false` that list is all that is kept.
   */
  visit(job: {
    archive: string | null
    earlier: string | null
    signal: AbortSignal
    /** Default true. */
    keepsPages?: boolean
  }): Promise<{ fetcher: Fetcher; keepLog(ofPeople?: readonly PageRead[]): Promise<string> }>
  close(): Promise<void>
}

export async function createWorkerDeps(env: Env, log: Logger): Promise<WorkerDeps> {
  const blobs = createFileBlobs(env.blobDir)
  const pace = await createPace(env, log)
  const capture = createCapture({
    userAgent: userAgentOf({ version: productVersion, contact: env.contact }),
    limits: crawlLimits,
    render: renderLimits,
    guard: createAddressGuard({
      allow: (host, port) => env.allowPrivate.includes(`${host}:${port}`) || isOwnInstance(env.keys.searxng, host, port),
    }),
    pace: pace.pace,
    findChromium: () =>
      findChromium({ chromiumPath: env.chromiumPath, searchPath: env.searchPath, runtimeFolder: join(projectRoot, '.runtime') }),
    now: Date.now,
    offline: !env.network,
    onNoBrowser: (why) => log.warn({ why }, 'no browser; pages that need one are read as they came'),
  })
  const { keep } = createRecorder(blobs)
  const open = archiveOpener(blobs)
  const print = openPrintDesk()
  const pictures = openPicturesDesk(blobs)
  return {
    blobs,
    log,
    keys: env.keys,
    print,
    pictures,
    now: () => new Date(),
    visit: async ({ archive, earlier: list, signal, keepsPages = true }) => {
      const replayed = archive === null ? null : await open(archive)
      const earlier = archive === null && list !== null ? await openEarlier(blobs, list) : null
      const visiting = listVisits(keepsPages ? keep : null, (keepAll, onUsedAgain) =>
        capture.fetcherFor({ keep: keepAll, archive: replayed, earlier, onUsedAgain, signal }),
      )
      return {
        fetcher: visiting.fetcher,
        keepLog: (ofPeople) => putJson(blobs, visiting.log(ofPeople)),
      }
    },
    close: async () => {
      await Promise.all([print.close(), pictures.close()])
      await capture.close()
      pace.close()
    },
  }
}

/** A list that is gone costs only that pages are asked for in full. */
async function openEarlier(blobs: Blobs, list: string): Promise<Earlier | null> {
  const bytes = await blobs.get(list)
  if (bytes === null) return null
  const { pages, freshMs } = earlierListSchema.parse(JSON.parse(new TextDecoder().decode(bytes)))
  const records = new Map(pages.map(({ url, record }) => [url, record]))
  return createEarlier({ records, get: (digest) => blobs.get(digest), freshMs, now: Date.now })
}

/** A search engine of one's own may stand on this very machine. */
function isOwnInstance(instance: string | null, host: string, port: number): boolean {
  if (instance === null) return false
  const url = new URL(instance)
  return hostOf(url) === host && portOf(url) === port
}

/** The jobs of one audit all replay the same archive; its index is made once. */
function archiveOpener(blobs: Blobs): (digest: string) => Promise<Archive> {
  let last: { readonly digest: string; readonly archive: Promise<Archive> } | null = null
  return (digest) => {
    if (last?.digest === digest) return last.archive
    const opened = { digest, archive: openKept(blobs, digest) }
    last = opened
    opened.archive.catch(() => {
      if (last === opened) last = null
    })
    return opened.archive
  }
}

async function openKept(blobs: Blobs, digest: string): Promise<Archive> {
  const file = await blobs.path(digest)
  if (file === null)
    throw new EenlijnError('not-found', { nl: 'Het webarchief is er niet meer.', en: 'The web archive is no longer there.' })
  return openArchive(file)
}

/** One pace per host over all workers: in Redis where there is one, else in this process, which is then the only one. */
async function createPace(env: Env, log: Logger): Promise<{ pace: Pace; close(): void }> {
  if (!env.redisUrl) {
    const memoryPace = (minIntervalMs: number) => createMemoryPace({ minIntervalMs, now: Date.now })
    return { pace: privatePaceApart(env, memoryPace), close: () => {} }
  }
  const { connectRedis, hangUp } = await import('../src/queue/bullmq-redis.ts')
  const redis = connectRedis(
    env.redisUrl,
    'patient',
    sparingly((error) => log.warn({ error }, 'pace')),
  )
  const redisPace = (minIntervalMs: number) => createRedisPace({ redis, prefix: 'eenlijn', minIntervalMs })
  return { pace: privatePaceApart(env, redisPace), close: () => hangUp(redis) }
}

/** Private addresses that an operator opened for development may have a pace of their own. */
function privatePaceApart(env: Env, paceOf: (minIntervalMs: number) => Pace): Pace {
  const usual = paceOf(paceMs)
  if (env.allowPrivate.length === 0 || env.privatePaceMs === paceMs) return usual
  const own = new Set(env.allowPrivate.map((address) => address.replace(/:\d+$/, '')))
  const ownPace = paceOf(env.privatePaceMs)
  return { ...usual, wait: (host, options) => (own.has(host) ? ownPace : usual).wait(host, options) }
}
