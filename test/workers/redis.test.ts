import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { Redis } from 'ioredis'
import { expect, onTestFinished, test } from 'vitest'
import type { AuditRecord } from '../../src/model/audit.ts'
import type { BatchView } from '../../src/services/batch.ts'
import type { ScheduleView } from '../../src/services/schedule.ts'
import { temporaryDir } from '../support/deps.ts'
import { addressOf, launch } from '../support/launch.ts'
import { type LocalOrganisation, startLocalWeb } from '../support/local-web.ts'
import { startRedis } from '../support/redis.ts'

/** Application, worker and Redis, each a process of its own, before a small web on this machine. */
async function setting(size: number) {
  const web = await startLocalWeb({ size })
  onTestFinished(() => web.stop())
  const redis = await startRedis()
  onTestFinished(() => redis.stop())
  // A Redis that others use too: in a database of its own.
  const url = redis.own ? redis.url : `${redis.url.replace(/\/\d*$/, '')}/7`
  const settings = {
    EENLIJN_DATA_DIR: temporaryDir(),
    EENLIJN_NETWORK: 'on',
    EENLIJN_ALLOW_PRIVATE: web.allowed,
    EENLIJN_PRIVATE_PACE_MS: '5',
    EENLIJN_EMBEDDED_WORKER: 'no',
    REDIS_URL: url,
  }
  const noNames = fileURLToPath(new URL('../support/no-names.ts', import.meta.url))
  const [server, worker] = [launch('serve', settings, [noNames]), launch('worker', settings, [noNames])]
  onTestFinished(async () => void (await Promise.all([server.kill(), worker.kill()])))
  const client = new Redis(url)
  onTestFinished(() => client.disconnect())
  const [address] = await Promise.all([addressOf(server), worker.line(/worker ready/)])
  const ask = async <T>(path: string, method = 'GET', body?: unknown): Promise<T> => {
    const init = body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
    const response = await fetch(`${address}/v1${path}`, { method, ...init })
    if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)
    return (await response.json()) as T
  }
  return { web, client, ask, server, worker }
}

async function until<T>(what: string, look: () => Promise<T | null>): Promise<T> {
  for (const end = Date.now() + 30_000; Date.now() < end; await wait(50)) {
    const found = await look()
    if (found !== null) return found
  }
  throw new Error(`${what}: not within half a minute`)
}

const asked = ({ name, website }: LocalOrganisation) => ({ name, website, routes: ['website'] })

test('over Redis a schedule’s turn and a list are done by a worker of its own, each once', async () => {
  const { web, client, ask } = await setting(3)
  const [first, ...others] = web.organisations as readonly [LocalOrganisation, ...LocalOrganisation[]]
  const done = (id: string) =>
    until('the audit', async () =>
      (await ask<{ state: string }>(`/audits/${id}`)).state === 'done' ? ask<AuditRecord>(`/audits/${id}/record`) : null,
    )
  const keysOf = async (id: string) => (await done(id)).accounts.map(({ key }) => key).sort()

  const { id } = await ask<{ id: string }>('/audits', 'POST', asked(first))
  expect(await keysOf(id)).toEqual(first.accounts)
  const { organisation, nextAt } = await ask<ScheduleView>(`/audits/${id}/schedule`, 'PUT', { rhythm: 'monthly' })
  expect(Date.parse(nextAt ?? '')).toBeGreaterThan(Date.now())

  // Its hour strikes. The list comes in at the same time.
  await client.zadd('eenlijn:recurring-due', 'XX', Date.now(), `schedule.${organisation.id}`)
  const list = await ask<BatchView>('/batches', 'POST', { label: 'De buurt', organisations: others.map(asked) })
  const turned = await until('the turn', async () => {
    const schedule = await ask<ScheduleView>(`/audits/${id}/schedule`)
    return schedule.lastAuditId === null ? null : schedule
  })
  expect(await keysOf(turned.lastAuditId ?? '')).toEqual(first.accounts)
  const ended = await until('the list', async () => {
    const view = await ask<BatchView>(`/batches/${list.id}`)
    return view.state === 'running' || view.state === 'registering' ? null : view
  })
  expect(ended).toMatchObject({ state: 'done', counts: { done: 2, failed: 0, cancelled: 0 } })
  const { results } = await ask<{ results: { name: string; auditId: string }[] }>(`/batches/${list.id}/results`)
  for (const [n, one] of others.entries()) expect(await keysOf(results[n]?.auditId ?? ''), one.name).toEqual(one.accounts)

  const { audits } = await ask<{ audits: { organisation: string }[] }>('/audits')
  expect(audits.map((audit) => audit.organisation).sort()).toEqual([first, first, ...others].map(({ name }) => name).sort())
  expect(await ask<ScheduleView>(`/audits/${id}/schedule`)).toMatchObject({ skipped: 0, nextAt: expect.stringMatching(/^20/) })
}, 60_000)
