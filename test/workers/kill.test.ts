import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { demoOrganisation } from '../../src/demo/organisation.ts'
import { packDemoArchive } from '../../src/demo/pack.ts'
import type { AuditRecord } from '../../src/model/audit.ts'
import { temporaryDir } from '../support/deps.ts'
import { addressOf } from '../support/launch.ts'
import { startRedis } from '../support/redis.ts'
import { startProcess } from '../support/server-process.ts'

async function json<T>(response: Response): Promise<T> {
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)
  return (await response.json()) as T
}

const post = { method: 'POST', headers: { 'content-type': 'application/json' } }

async function startDemoAudit(address: string): Promise<string> {
  const { digest } = await json<{ digest: string }>(
    await fetch(`${address}/v1/archives`, {
      method: 'PUT',
      headers: { 'content-type': 'application/warc' },
      body: await packDemoArchive(),
    }),
  )
  const body = JSON.stringify({ name: demoOrganisation.name, website: demoOrganisation.website, archive: digest })
  return (await json<{ id: string }>(await fetch(`${address}/v1/audits`, { ...post, body }))).id
}

async function until<T>(what: string, look: () => Promise<T | null>, ms = 60_000): Promise<T> {
  const end = Date.now() + ms
  while (Date.now() < end) {
    const found = await look().catch(() => null)
    if (found !== null) return found
    await wait(20)
  }
  throw new Error(`${what}: not within ${ms} ms`)
}

const stateOf = async (address: string, id: string) => (await json<{ state: string }>(await fetch(`${address}/v1/audits/${id}`))).state

async function recordOnceDone(address: string, id: string): Promise<AuditRecord> {
  await until('the audit is done', async () => ((await stateOf(address, id)) === 'done' ? true : null))
  return json(await fetch(`${address}/v1/audits/${id}/record`))
}

/** What an audit found, without ids, times and digests. */
const outcome = (record: AuditRecord) => ({
  accounts: record.accounts
    .map(({ key, verdict, foundVia }) => ({ key, verdict, places: foundVia.length }))
    .sort((a, b) => a.key.localeCompare(b.key)),
  looks: record.snapshots.map(({ key, state, wall }) => ({ key, state, wall })).sort((a, b) => a.key.localeCompare(b.key)),
  people: record.people,
})

let expected: ReturnType<typeof outcome>

/** The audit as it goes when nothing is killed. */
test('an audit that nothing interrupts is done', async () => {
  const address = await addressOf(startProcess('serve', { EENLIJN_DATA_DIR: temporaryDir() }))
  expected = outcome(await recordOnceDone(address, await startDemoAudit(address)))
  expect(expected.accounts.length).toBeGreaterThan(20)
}, 90_000)

test('a server killed at any moment of an audit completes it once after a restart, with nothing lost or doubled', async () => {
  const settings = { EENLIJN_DATA_DIR: temporaryDir() }
  let server = startProcess('serve', settings)
  let address = await addressOf(server)
  const id = await startDemoAudit(address)
  for (const moment of ['at once', 'while the site is read', 'while profiles are looked at']) {
    await until(moment, async () => {
      const text = await (await fetch(`${address}/v1/audits/${id}/events`, { headers: { accept: 'application/json' } })).text()
      const wanted = { 'at once': /./, 'while the site is read': /"page"/, 'while profiles are looked at': /"look"/ }[moment] as RegExp
      return wanted.test(text) ? true : null
    })
    await server.kill()
    server = startProcess('serve', settings)
    address = await addressOf(server)
  }
  expect(outcome(await recordOnceDone(address, id))).toEqual(expected)
}, 120_000)

test('a worker killed over Redis in mid-audit is replaced by another, and the audit completes once', async () => {
  const redis = await startRedis()
  try {
    const dataDir = temporaryDir()
    const settings = { EENLIJN_DATA_DIR: dataDir, REDIS_URL: redis.url, EENLIJN_EMBEDDED_WORKER: 'no' }
    const address = await addressOf(startProcess('serve', settings))
    const first = startProcess('worker', settings)
    await first.line(/worker ready/)
    const id = await startDemoAudit(address)
    await until('the site is read', async () => {
      const text = await (await fetch(`${address}/v1/audits/${id}/events`, { headers: { accept: 'application/json' } })).text()
      return text.includes('"page"') ? true : null
    })
    await first.kill()
    startProcess('worker', settings)
    expect(outcome(await recordOnceDone(address, id))).toEqual(expected)
  } finally {
    await redis.stop()
  }
}, 150_000)
