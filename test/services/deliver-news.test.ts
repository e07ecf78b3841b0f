import { createHmac } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { Deps } from '../../src/deps.ts'
import { deliverNews } from '../../src/services/deliver-news.ts'
import { createSenders } from '../../src/services/news-senders.ts'
import { erasePerson } from '../../src/services/person.ts'
import { readNews } from '../../src/services/read-news.ts'
import { runNews } from '../../src/services/run-news.ts'
import { readSubscriptions, removeSubscription, saveSubscription } from '../../src/services/subscriptions.ts'
import { unsubscribe } from '../../src/services/unsubscribe.ts'
import { deliveries, persons, subscriptions } from '../../src/store/schema.ts'
import { testDeps } from '../support/deps.ts'
import { sampleAudit } from '../support/sample-audit.ts'
import { secondAt, secondAudit } from '../support/second-audit.ts'
import { type Page, startSite } from '../support/site.ts'
import { headerOf, partOf, startSmtp } from '../support/smtp-server.ts'
import { until } from '../support/until.ts'

interface Message {
  readonly headers: Record<string, string | string[] | undefined>
  readonly body: string
}

/** Somebody's own system, which answers as it is told. */
async function receiver(answer: (n: number) => Exclude<Page, string>) {
  const got: Message[] = []
  const site = await startSite({
    '/hook': (request, response) => {
      const pieces: Buffer[] = []
      request.on('data', (piece: Buffer) => pieces.push(piece))
      request.on('end', () => {
        got.push({ headers: request.headers, body: Buffer.concat(pieces).toString('utf8') })
        const said = answer(got.length)
        if (typeof said === 'function') said(request, response)
        else response.writeHead(said.status ?? 200, said.headers as Record<string, string>).end(said.body)
      })
    },
  })
  onTestFinished(() => site.stop())
  return { site, got, url: site.url('/hook') }
}

/** An organisation with one audit behind it; `turn` looks for news once. */
async function setting(settings: Record<string, string> = {}) {
  const { deps, clock } = await testDeps({ EENLIJN_NETWORK: 'on', PUBLIC_URL: 'https://eenlijn.zorgwijde.example', ...settings })
  const sample = await sampleAudit(deps)
  const senders = createSenders(deps)
  onTestFinished(() => senders.close())
  const turn = () => deliverNews(deps, senders)
  const later = async (how?: 'changed' | 'same') => {
    const auditId = await secondAudit(deps, how)
    clock.now = new Date(secondAt)
    return auditId
  }
  return { deps, clock, sample, turn, later }
}

const passing = (minutes: number, clock: { now: Date }) => {
  clock.now = new Date(clock.now.getTime() + minutes * 60_000)
}
const newest = (deps: Deps, auditId: string) => readSubscriptions(deps, auditId).subscriptions[0]?.newest

describe('a mail', () => {
  const mailing = async () => {
    const smtp = await startSmtp()
    const set = await setting({ SMTP_URL: smtp.url, MAIL_FROM: 'Eenlijn <eenlijn@zorgwijde.example>' })
    const subscribe = (wants: 'all' | 'alerts' = 'all', locale: 'nl' | 'en' = 'nl') =>
      saveSubscription(set.deps, set.sample.auditId, { channel: 'mail', to: 'jannie@zorgwijde.example', wants, locale })
    return { ...set, smtp, subscribe }
  }

  test('says at a glance what went up, down and stayed, and in full what changed', async () => {
    const { deps, sample, smtp, subscribe, turn, later } = await mailing()
    subscribe()
    const auditId = await later()
    await turn()
    const [mail] = smtp.mails
    if (!mail) throw new Error('no mail came')
    const { up, down, equal } = (await readNews(deps, auditId))?.counts ?? { up: -1, down: -1, equal: -1 }
    expect(headerOf(mail, 'Subject')).toBe(
      `⬆ ${up} ⬇ ${down} ⏺ ${equal} Zorgwijde: account verdwenen, account dat op jullie lijkt (niet bevestigd)`,
    )
    expect(mail).toMatchObject({ from: 'eenlijn@zorgwijde.example', to: ['jannie@zorgwijde.example'] })
    const [text, html] = [partOf(mail, 'text/plain'), partOf(mail, 'text/html')]
    for (const part of [text, html]) {
      expect(part).toContain('YouTube (@ZorgwijdeTV) bestaat niet meer op het platform.')
      expect(part).toContain('Facebook (zorgwijde): weergavenaam was ‘Zorgwijde’ en is nu ‘Zorgwijde Zuid’.')
      expect(part).toContain('is niet bevestigd: kijk er zelf naar.')
      expect(part).toContain(`https://eenlijn.zorgwijde.example/nl/audits/${auditId}/verschil`)
    }
    expect(newest(deps, sample.auditId)).toMatchObject({ auditId, state: 'sent', attempts: 1, problem: null })
  })

  test('names no person, neither of a profile nor in a text of one', async () => {
    const { smtp, subscribe, turn, later } = await mailing()
    subscribe()
    await later()
    await turn()
    const [mail] = smtp.mails
    if (!mail) throw new Error('no mail came')
    const all = `${partOf(mail, 'text/plain')}${partOf(mail, 'text/html')}`
    expect(all).toContain('Facebook (zorgwijde): beschrijving is veranderd.')
    for (const name of ['Jannie de', 'jannie-de-wit', 'Marit', 'Erik']) expect(all).not.toContain(name)
  })

  test('is sent once, also when looked for again or after a restart', async () => {
    const { deps, smtp, subscribe, turn, later } = await mailing()
    subscribe()
    await turn()
    await later()
    await turn()
    await turn()
    const other = createSenders(deps)
    await deliverNews(deps, other)
    await other.close()
    expect(smtp.mails).toHaveLength(1)
  })

  test('carries a link that ends it, and ends it with one press in the reader’s program', async () => {
    const { deps, sample, smtp, subscribe, turn, later } = await mailing()
    subscribe()
    await later()
    await turn()
    const [mail] = smtp.mails
    if (!mail) throw new Error('no mail came')
    const link = /^<(.*)>$/.exec(headerOf(mail, 'List-Unsubscribe'))?.[1] ?? ''
    expect(link).toMatch(/^https:\/\/eenlijn\.zorgwijde\.example\/nl\/unsubscribe\//)
    expect(headerOf(mail, 'List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click')
    expect(partOf(mail, 'text/plain')).toContain(link)
    const token = link.split('/').at(-1) ?? ''
    expect(() => unsubscribe(deps, `${token.slice(0, -1)}!`)).toThrow(/does not work/)
    unsubscribe(deps, token)
    unsubscribe(deps, token)
    expect(readSubscriptions(deps, sample.auditId).subscriptions).toEqual([])
    const rows = deps.store.db.select().from(persons).all()
    expect(rows.filter(({ workEmail }) => workEmail !== null)).toEqual([])
  })

  test('for who wants alerts alone comes only with an alert', async () => {
    const { deps, sample, smtp, subscribe, turn, later } = await mailing()
    subscribe('alerts', 'en')
    await later('same')
    await turn()
    expect(smtp.mails).toEqual([])
    expect(newest(deps, sample.auditId)).toMatchObject({ state: 'nothing' })
    await later()
    await turn()
    expect(smtp.mails).toHaveLength(1)
    expect(partOf(smtp.mails[0] ?? { from: '', to: [], raw: '' }, 'text/plain')).toContain('no longer exists on the platform')
  })

  test('that the server refuses for good is given up; one that it puts off is tried again', async () => {
    const { deps, clock, sample, smtp, subscribe, turn, later } = await mailing()
    subscribe()
    await later()
    smtp.answerRecipients('450 later')
    await turn()
    expect(newest(deps, sample.auditId)).toMatchObject({ state: 'waiting', problem: 'mail-away', attempts: 1 })
    smtp.answerRecipients('550 nobody here')
    passing(2, clock)
    await turn()
    expect(newest(deps, sample.auditId)).toMatchObject({ state: 'given-up', problem: 'mail-refused', attempts: 2 })
  })

  test('to somebody who was erased is not sent', async () => {
    const { deps, sample, smtp, subscribe, turn, later } = await mailing()
    const { id } = subscribe()
    const row = deps.store.db.select().from(subscriptions).where(eq(subscriptions.id, id)).get()
    await later()
    erasePerson(deps, row?.personId ?? '')
    await turn()
    expect(smtp.mails).toEqual([])
    expect(readSubscriptions(deps, sample.auditId).subscriptions).toEqual([])
  })
})

describe('a webhook', () => {
  const hooked = async (answer: (n: number) => Exclude<Page, string>) => {
    const hook = await receiver(answer)
    const set = await setting({ EENLIJN_ALLOW_PRIVATE: `127.0.0.1:${hook.site.port}` })
    const { signingKey } = saveSubscription(set.deps, set.sample.auditId, { channel: 'webhook', to: hook.url })
    return { ...set, ...hook, key: Buffer.from(signingKey?.replace('whsec_', '') ?? '', 'base64') }
  }

  test('is signed, so that the receiver can tell that it is ours', async () => {
    const { deps, got, key, turn, later } = await hooked(() => ({ status: 204 }))
    const auditId = await later()
    await turn()
    const [message] = got
    const id = String(message?.headers['webhook-id'])
    const timestamp = String(message?.headers['webhook-timestamp'])
    expect(Number(timestamp)).toBe(Date.parse(secondAt) / 1_000)
    expect(key).toHaveLength(32)
    const expected = createHmac('sha256', key).update(`${id}.${timestamp}.${message?.body}`).digest('base64')
    expect(message?.headers['webhook-signature']).toBe(`v1,${expected}`)
    const { type, data } = JSON.parse(message?.body ?? '')
    expect(type).toBe('audit.compared')
    expect(data).toMatchObject({
      organisation: { name: 'Zorgwijde' },
      audit: { id: auditId },
      counts: (await readNews(deps, auditId))?.counts,
    })
    expect(data.alerts.map(({ alert, confirmed }: { alert: string; confirmed?: boolean }) => [alert, confirmed])).toEqual([
      ['vanished', undefined],
      ['look-alike', false],
    ])
    expect(message?.body).not.toMatch(/jannie/i)
  })

  test('that fails is sent again under the same id, later each time, and given up after the sixth', async () => {
    const { deps, clock, sample, got, turn, later } = await hooked(() => ({ status: 500 }))
    await later()
    for (const minutes of [1, 5, 30, 120, 720]) {
      await turn()
      const waiting = newest(deps, sample.auditId)
      expect(waiting).toMatchObject({ state: 'waiting', problem: 'status-500' })
      expect(Date.parse(waiting?.nextAt ?? '') - clock.now.getTime()).toBe(minutes * 60_000)
      passing(minutes - 0.1, clock)
      await turn()
      passing(0.1, clock)
    }
    await turn()
    expect(newest(deps, sample.auditId)).toMatchObject({ state: 'given-up', attempts: 6, nextAt: null })
    passing(5_000, clock)
    await turn()
    expect(got).toHaveLength(6)
    expect(new Set(got.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
  })

  test('waits as long as the receiver asks', async () => {
    const { deps, clock, sample, got, turn, later } = await hooked((n) =>
      n === 1 ? { status: 429, headers: { 'retry-after': '3600' } } : { status: 200 },
    )
    await later()
    await turn()
    expect(Date.parse(newest(deps, sample.auditId)?.nextAt ?? '') - clock.now.getTime()).toBe(3_600_000)
    passing(60, clock)
    await turn()
    expect(newest(deps, sample.auditId)).toMatchObject({ state: 'sent', attempts: 2 })
    expect(got).toHaveLength(2)
  })

  test('follows no redirect, least of all to an address inside', async () => {
    const inside = await receiver(() => ({ status: 200 }))
    const { deps, sample, turn, later } = await hooked(() => ({ status: 307, headers: { location: inside.url } }))
    await later()
    await turn()
    expect(newest(deps, sample.auditId)).toMatchObject({ state: 'waiting', problem: 'redirect' })
    expect(inside.got).toEqual([])
  })

  test('that nobody listens to any more is given up at once', async () => {
    const { deps, sample, turn, later } = await hooked(() => ({ status: 410 }))
    await later()
    await turn()
    expect(newest(deps, sample.auditId)).toMatchObject({ state: 'given-up', problem: 'gone' })
  })

  test('to a name that leads inside is not sent', async () => {
    const { deps, sample, turn, later } = await setting()
    saveSubscription(deps, sample.auditId, { channel: 'webhook', to: 'https://hook.localhost.example/' })
    deps.store.db.update(subscriptions).set({ url: 'http://localhost/hook' }).run()
    await later()
    await turn()
    expect(newest(deps, sample.auditId)).toMatchObject({ state: 'given-up', problem: 'private-address' })
  })

  test('that a crash cut off is sent again under the same id when its lease is over', async () => {
    const { deps, clock, got, turn, later } = await hooked(() => ({ status: 200 }))
    await later()
    await turn()
    const [row] = deps.store.db.select().from(deliveries).all()
    // As the row stands between writing the attempt down and hearing the answer.
    const leased = new Date(clock.now.getTime() + 120_000).toISOString()
    deps.store.db.update(deliveries).set({ state: 'waiting', sentAt: null, nextAt: leased }).run()
    await turn()
    expect(got).toHaveLength(1)
    passing(2, clock)
    await turn()
    expect(got.map(({ headers }) => headers['webhook-id'])).toEqual([row?.id, row?.id])
  })

  test('that was taken away gets nothing, not even what was waiting', async () => {
    const { deps, clock, sample, got, turn, later } = await hooked(() => ({ status: 500 }))
    await later()
    await turn()
    const [one] = readSubscriptions(deps, sample.auditId).subscriptions
    removeSubscription(deps, { auditId: sample.auditId, id: one?.id ?? '' })
    passing(60, clock)
    await turn()
    expect(got).toHaveLength(1)
    expect(deps.store.db.select().from(subscriptions).get()).toMatchObject({ url: null, secret: null })
  })
})

test('the server looks for news by itself, and stops in time while a receiver keeps it waiting', async () => {
  const hook = await receiver(() => () => {})
  const { deps, sample, later } = await setting({ EENLIJN_ALLOW_PRIVATE: `127.0.0.1:${hook.site.port}` })
  saveSubscription(deps, sample.auditId, { channel: 'webhook', to: hook.url })
  await later()
  const news = runNews(deps, 20)
  await until(() => hook.got[0])
  const began = performance.now()
  await news.stop()
  expect(performance.now() - began).toBeLessThan(5_000)
  // Written down as begun and not as failed: its lease brings it back.
  expect(newest(deps, sample.auditId)).toMatchObject({ state: 'waiting', attempts: 1, problem: null })
})

test('with the network off nothing is sent and nothing is lost', async () => {
  const hook = await receiver(() => ({ status: 200 }))
  const { deps, sample, turn, later } = await setting({ EENLIJN_NETWORK: 'off', EENLIJN_ALLOW_PRIVATE: `127.0.0.1:${hook.site.port}` })
  saveSubscription(deps, sample.auditId, { channel: 'webhook', to: hook.url })
  await later()
  await turn()
  expect(hook.got).toEqual([])
  expect(deps.store.db.select().from(deliveries).all()).toEqual([])
})

test('of an audit from long ago there is no news, as when mail is switched on', async () => {
  const { deps, clock, sample, turn, later } = await setting()
  saveSubscription(deps, sample.auditId, { channel: 'webhook', to: 'https://hooks.zorgwijde.example/' })
  await later()
  passing(4 * 24 * 60, clock)
  await turn()
  expect(deps.store.db.select().from(deliveries).all()).toEqual([])
})

describe('a subscription', () => {
  test.each([
    [{ channel: 'webhook', to: 'http://127.0.0.1/hook' }, 'invalid-input'],
    [{ channel: 'webhook', to: 'https://10.0.0.8/' }, 'invalid-input'],
    [{ channel: 'webhook', to: 'http://[::1]/' }, 'invalid-input'],
    [{ channel: 'webhook', to: 'https://a:b@hooks.zorgwijde.example/' }, 'invalid-input'],
    [{ channel: 'webhook', to: 'https://hooks.zorgwijde.example:8443/' }, 'invalid-input'],
    [{ channel: 'webhook', to: 'file:///etc/passwd' }, 'invalid-input'],
    [{ channel: 'webhook', to: ' ' }, 'invalid-input'],
    [{ channel: 'mail', to: 'jannie@zorgwijde.example' }, 'conflict'],
  ] as const)('%j is refused, and says so at its field', async (input, code) => {
    const { deps, sample } = await setting()
    expect(() => saveSubscription(deps, sample.auditId, input)).toThrow(expect.objectContaining({ code, field: 'to' }))
  })

  test('of an address that is in the list already is refused', async () => {
    const { deps, sample } = await setting()
    saveSubscription(deps, sample.auditId, { channel: 'webhook', to: 'https://Hooks.zorgwijde.example' })
    expect(() => saveSubscription(deps, sample.auditId, { channel: 'webhook', to: 'https://hooks.zorgwijde.example/#x' })).toThrow(
      expect.objectContaining({ code: 'conflict' }),
    )
  })

  test('beyond the fiftieth is refused', async () => {
    const { deps, sample } = await setting()
    const add = (n: number) => saveSubscription(deps, sample.auditId, { channel: 'webhook', to: `https://hooks${n}.zorgwijde.example/` })
    for (let n = 0; n < 50; n++) add(n)
    expect(() => add(50)).toThrow(expect.objectContaining({ code: 'too-large' }))
  })
})
