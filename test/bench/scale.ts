import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { websiteJob } from '../../src/model/jobs.ts'
import { createBullQueue } from '../../src/queue/bullmq.ts'
import type { Queue } from '../../src/queue/port.ts'
import { launch, type RunningProcess } from '../support/launch.ts'
import { type LocalOrganisation, startLocalWeb } from '../support/local-web.ts'
import { startRedis } from '../support/redis.ts'

// How much more 4 worker processes do than 1, over Redis, on a local web that answers after 50 ms: every job reads the site of
// another organisation, as an audit does. What waits is the network; a pace between requests is measured only where it is asked for.
// npm run -s bench:scale -- --sites 60 --workers 1,4 --latency 50 --pace 0

const { values } = parseArgs({
  options: {
    /** Sites that each worker process reads, on average, in the measurement. */
    sites: { type: 'string', default: '60' },
    workers: { type: 'string', default: '1,4' },
    latency: { type: 'string', default: '50' },
    /** Milliseconds between two requests to one site; towards the real web it is a second. */
    pace: { type: 'string', default: '0' },
  },
})
const counts = values.workers.split(',').map(Number)
const each = Number(values.sites)
const most = Math.max(...counts)
/** Before the clock runs: modules are loaded and compiled. */
const warmUp = 8
const ticksPerSecond = 100

interface Measured {
  readonly workers: number
  readonly jobsPerSecond: number
  readonly requestsPerSecond: number
  /** Of all cores together. */
  readonly cpu: number
}

const web = await startLocalWeb({ size: (each + warmUp) * most, latencyMs: Number(values.latency) })
const measured: Measured[] = []
try {
  for (const workers of counts) measured.push(await measure(workers))
} finally {
  await web.stop()
}
console.log(
  `pages after ${values.latency} ms, ${values.pace} ms between two requests to a site, ${each} sites a worker, ${availableParallelism()} cores`,
)
console.log('workers   sites/s  sites/min  requests/s  CPU of all cores')
for (const { workers, jobsPerSecond, requestsPerSecond, cpu } of measured)
  console.log(
    [
      `${workers}`.padStart(7),
      jobsPerSecond.toFixed(2).padStart(9),
      (jobsPerSecond * 60).toFixed(0).padStart(10),
      requestsPerSecond.toFixed(1).padStart(11),
      `${(cpu * 100).toFixed(0)} %`.padStart(17),
    ].join(' '),
  )
const [first, last] = [measured[0] as Measured, measured.at(-1) as Measured]
const ratio = last.jobsPerSecond / first.jobsPerSecond
const wanted = (3.5 / 4) * (last.workers / first.workers)
console.log(`${first.workers} → ${last.workers} workers: ${ratio.toFixed(2)} ×, at least ${wanted.toFixed(2)} wanted`)
process.exitCode = ratio >= wanted ? 0 : 1

async function measure(workers: number): Promise<Measured> {
  const redis = await startRedis()
  const blobs = await mkdtemp(join(tmpdir(), 'eenlijn-scale-'))
  const noNames = fileURLToPath(new URL('../support/no-names.ts', import.meta.url))
  const settings = {
    REDIS_URL: redis.url,
    EENLIJN_DATA_DIR: blobs,
    EENLIJN_NETWORK: 'on',
    EENLIJN_ALLOW_PRIVATE: web.allowed,
    EENLIJN_PRIVATE_PACE_MS: values.pace,
  }
  const processes = Array.from({ length: workers }, () => launch('worker', settings, [noNames]))
  const queue = createBullQueue({ url: redis.url, prefix: 'eenlijn' })
  try {
    await Promise.all(processes.map(({ line }) => line(/worker ready/)))
    const sites = web.organisations.slice(0, (each + warmUp) * workers)
    await readSites(queue, sites.slice(0, warmUp * workers))
    const before = { cpu: cpuSeconds(processes), answered: web.answered(), at: performance.now() }
    await readSites(queue, sites.slice(warmUp * workers))
    const seconds = (performance.now() - before.at) / 1000
    return {
      workers,
      jobsPerSecond: (each * workers) / seconds,
      requestsPerSecond: (web.answered() - before.answered) / seconds,
      cpu: (cpuSeconds(processes) - before.cpu) / seconds / availableParallelism(),
    }
  } finally {
    await Promise.all(processes.map((one) => one.kill()))
    await queue.close()
    await redis.stop()
    await rm(blobs, { recursive: true, force: true })
  }
}

/** Has every site read by whichever worker is free; resolves when the last one was taken in. @throws Error when one failed */
async function readSites(queue: Queue, sites: readonly LocalOrganisation[]): Promise<void> {
  const open = new Set(sites.map(({ name }) => name.replaceAll(' ', '-')))
  const done = Promise.withResolvers<void>()
  const taking = queue.onEnded(async (job) => {
    if (job.state === 'failed' || websiteJob.result.parse(job.result).state !== 'done')
      done.reject(new Error(`${job.id}: ${job.error ?? JSON.stringify(job.result)}`))
    open.delete(job.id)
    if (open.size === 0) done.resolve()
  })
  for (const { name, website } of sites) {
    const id = name.replaceAll(' ', '-')
    const organisation = { name, aliases: [], website, country: null, wikidataId: null }
    const payload = websiteJob.payload.parse({ auditId: id, archive: null, organisation, maxPages: 40 })
    await queue.enqueue({ id, group: id, kind: websiteJob.kind, payload })
  }
  await done.promise
  await taking.stop()
}

/** Seconds of processor that these processes used so far, from Linux' own account (`man proc`: utime and stime). */
function cpuSeconds(processes: readonly RunningProcess[]): number {
  return processes.reduce((sum, { child }) => {
    const stat = readFileSync(`/proc/${child.pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return sum + (Number(fields[11]) + Number(fields[12])) / ticksPerSecond
  }, 0)
}
