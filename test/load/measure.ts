import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import autocannon from 'autocannon'

export interface Asked {
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

/** Milliseconds. `bad` counts what was not answered as it should be. */
export interface Latency {
  readonly p50: number
  readonly p99: number
  readonly bad: number
}

async function send(url: string, { path, ...asked }: Asked): Promise<number> {
  const response = await fetch(`${url}${path}`, asked)
  await response.arrayBuffer()
  return response.status
}

/** Somebody else decided meanwhile: that is an answer too. */
const isGood = (status: number): boolean => status < 300 || status === 304 || status === 409

/** Processor time that a process has had so far, its threads included; `null` where the system does not tell. */
function processorMs(pid: number): number | null {
  try {
    const [, fields = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')
    const [user = 0, system = 0] = fields.split(' ').slice(11, 13).map(Number)
    // In hundredths of a second (USER_HZ), whatever the machine.
    return (user + system) * 10
  } catch {
    return null
  }
}

/** Processor time of the server for each request, asked one by one. */
export async function processorEach(url: string, pid: number, count: number, request: () => Asked): Promise<number | null> {
  const before = processorMs(pid)
  for (let n = 0; n < count; n++) await send(url, request())
  const after = processorMs(pid)
  return before === null || after === null ? null : (after - before) / count
}

/** Requests come as those of many independent people do: at random moments (Poisson), none waiting for another's answer. */
export async function steadily(
  url: string,
  request: () => Asked,
  { seconds, rate, next }: { seconds: number; rate: number; next: () => number },
): Promise<Latency> {
  const took: number[] = []
  let bad = 0
  const ask = async (due: number) => {
    if (!isGood(await send(url, request()).catch(() => 0))) bad++
    took.push(performance.now() - due)
  }
  const asked: Promise<void>[] = []
  const end = performance.now() + seconds * 1_000
  for (let due = performance.now(); due < end; due += (-Math.log(1 - next()) / rate) * 1_000) {
    await sleep(Math.max(0, due - performance.now()))
    asked.push(ask(due))
  }
  await Promise.all(asked)
  took.sort((a, b) => a - b)
  const at = (share: number) => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0
  return { p50: at(0.5), p99: at(0.99), bad: took.length === 0 ? 1 : bad }
}

/** So many clients who each ask again as soon as they are answered; `ownMs` is what asking costs this process for each request. */
export async function withoutPause(
  url: string,
  request: () => Asked,
  { seconds, clients }: { seconds: number; clients: number },
): Promise<Latency & { readonly aSecond: number; readonly ownMs: number }> {
  const before = process.cpuUsage()
  const result = await autocannon({
    url,
    connections: clients,
    duration: seconds,
    requests: [{ setupRequest: (asked) => ({ ...asked, ...request() }) as autocannon.Request }],
  })
  const { user, system } = process.cpuUsage(before)
  const { requests, latency, non2xx, errors, timeouts, statusCodeStats } = result
  const conflicts = statusCodeStats?.['409']?.count ?? 0
  return {
    aSecond: requests.average,
    p50: latency.p50,
    p99: latency.p99,
    bad: non2xx - conflicts + errors + timeouts,
    ownMs: (user + system) / 1_000 / Math.max(1, requests.total),
  }
}
