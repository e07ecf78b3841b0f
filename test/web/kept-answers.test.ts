import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { decideCandidate } from '../../src/services/decide-candidate.ts'
import { savePublicCheck } from '../../src/services/public-check.ts'
import { readAudit } from '../../src/services/read-audit.ts'
import { startAudit } from '../../src/services/start-audit.ts'
import { createApp } from '../../src/web/app.tsx'
import { keepAnswers } from '../../src/web/kept-answers.ts'
import { testDeps } from '../support/deps.ts'
import { sampleAudit } from '../support/sample-audit.ts'
import { visitor } from './visitor.ts'

const minutes = 60_000
/** Asks for an answer that is made anew. */
const anew = { 'Cache-Control': 'no-cache' }

/** An application whose answers count how often one was made; `during` happens while one is being made. */
async function counting(during: (made: number) => Promise<void> = async () => undefined) {
  const { deps, clock } = await testDeps()
  const { auditId, jannie } = await sampleAudit(deps)
  let made = 0
  const app = new Hono().use(keepAnswers(deps)).get('*', async (c) => {
    made += 1
    const text = String(made)
    await during(made)
    return c.text(text)
  })
  const ask = async (path: string, headers: Record<string, string> = {}, host = 'localhost') =>
    (await app.request(`http://${host}${path}`, { headers })).text().then(Number)
  return { deps, clock, auditId, jannie, ask }
}

describe('an answer', () => {
  test('is made once, and again after something was written that it may tell of', async () => {
    const { deps, auditId, ask } = await counting()
    const later = await sampleAudit(deps, 'found')
    const page = `/nl/audits/${auditId}/report`
    expect([await ask(page), await ask(page)]).toEqual([1, 1])
    await visitor(deps).post(`/nl/audits/${later.auditId}/slots`, { platform: 'facebook', answer: 'not-found' })
    expect([await ask(page), await ask(page)]).toEqual([2, 2])
  })

  test('of one organisation stays when another is written about, and the list of all does not', async () => {
    const { deps, auditId, ask } = await counting()
    expect([await ask(`/nl/audits/${auditId}`), await ask('/v1/audits')]).toEqual([1, 2])
    const response = await createApp(deps).request('http://localhost/v1/audits', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ name: 'Woonwijde' }),
    })
    expect(response.status).toBe(202)
    expect([await ask(`/nl/audits/${auditId}`), await ask('/v1/audits')]).toEqual([1, 3])
  })

  test('differs by language, address, name of the host and who looks', async () => {
    const { auditId, jannie, ask } = await counting()
    const page = `/nl/audits/${auditId}`
    const made = [
      await ask(page),
      await ask(`/en/audits/${auditId}`),
      await ask(`${page}?show=all`),
      await ask(page, {}, '127.0.0.1'),
      await ask(page, { Cookie: `eenlijn-person=${jannie}` }),
      await ask(page, { Cookie: 'eenlijn-person=somebody' }),
    ]
    expect(made).toEqual([1, 2, 3, 4, 5, 6])
    expect(await ask(page)).toBe(1)
  })

  test('that was being made when something was written is given once and not kept', async () => {
    const { deps, auditId, ask } = await counting(async (made) => {
      if (made === 1) await visitor(deps).post(`/nl/audits/${auditId}/slots`, { platform: 'facebook', answer: 'not-found' })
    })
    const page = `/nl/audits/${auditId}`
    expect([await ask(page), await ask(page), await ask(page)]).toEqual([1, 2, 2])
  })

  test('is not older than ten minutes, and made anew for who asks so', async () => {
    const { clock, auditId, ask } = await counting()
    const page = `/nl/audits/${auditId}`
    expect(await ask(page)).toBe(1)
    clock.now = new Date(clock.now.getTime() + 9 * minutes)
    expect(await ask(page)).toBe(1)
    clock.now = new Date(clock.now.getTime() + minutes)
    expect(await ask(page)).toBe(2)
    expect([await ask(page, anew), await ask(page)]).toEqual([3, 3])
  })

  test('is made each time where it is none of the pages that are asked often', async () => {
    const { auditId, ask } = await counting()
    for (const path of [`/nl/audits/${auditId}/team`, `/v1/audits/${auditId}/events`, '/v1/health', '/nl/audits/unknown'])
      expect(new Set([await ask(path), await ask(path)]).size, path).toBe(2)
  })
})

describe('what anybody may ask', () => {
  test('is kept, told anew after a decision, and counted all the same', async () => {
    const { deps } = await testDeps()
    const { auditId } = await sampleAudit(deps)
    savePublicCheck(deps, { auditId, slug: 'delinde', personId: null })
    const { get } = visitor(deps)
    const app = createApp(deps)
    const verify = async () => (await app.request('http://localhost/v1/verify?slug=delinde&url=x.com/delinde')).status
    const before = await get('/nl/check/delinde')
    expect((await get('/nl/check/delinde', { 'If-None-Match': before.headers.get('etag') ?? '' })).status).toBe(304)
    const { candidates } = readAudit(deps, auditId, { personId: null })
    const undecided = candidates.find(({ decision, kind }) => decision === null && kind !== 'person')
    decideCandidate(deps, { auditId, accountId: undecided?.accountId ?? '', decision: 'ours', basedOn: null, personId: null })
    expect((await get('/nl/check/delinde')).text).toContain(undecided?.handle)
    let asked = 0
    while ((await verify()) === 200) asked++
    expect(asked).toBe(60)
  })
})

describe('a browser', () => {
  test('that has the page is told so, until something changed', async () => {
    const { deps } = await testDeps()
    const { auditId } = await sampleAudit(deps)
    const { get, post } = visitor(deps)
    const page = `/nl/audits/${auditId}/accounts`
    const first = await get(page)
    const etag = first.headers.get('etag') ?? ''
    expect(first.headers.get('cache-control')).toBe('private, no-cache')
    const again = await get(page, { 'If-None-Match': `"other", ${etag}` })
    expect([again.status, again.text, again.headers.get('etag')]).toEqual([304, '', etag])
    expect(again.headers.get('content-security-policy')).toContain("default-src 'none'")
    await post(`/nl/audits/${auditId}/slots`, { platform: 'instagram', answer: 'not-found', note: 'Niet gevonden' })
    expect(await get(page, { 'If-None-Match': etag })).toMatchObject({ status: 200, text: expect.stringContaining('Niet gevonden') })
  })

  test('gets it compressed when it takes that, in the same words', async () => {
    const { deps } = await testDeps()
    const { auditId } = await sampleAudit(deps)
    const app = createApp(deps)
    for (const path of [`/nl/audits/${auditId}/report`, `/v1/audits/${auditId}`]) {
      const ask = (encoding: string) => app.request(`http://localhost${path}`, { headers: { 'Accept-Encoding': encoding } })
      const plain = await (await ask('identity')).text()
      for (const encoding of ['gzip, deflate, br', 'br, gzip;q=0.5', 'gzip']) {
        const packed = await ask(encoding)
        expect([packed.headers.get('content-encoding'), packed.headers.get('vary')]).toEqual(['gzip', 'Accept-Encoding'])
        expect(gunzipSync(new Uint8Array(await packed.arrayBuffer())).toString()).toBe(plain)
      }
      expect((await ask('gzip;q=0')).headers.get('content-encoding')).toBeNull()
    }
  })
})

test('after whatever people do, in whatever order, every page is as if nothing had ever been kept', async () => {
  const { deps } = await testDeps()
  const own = await sampleAudit(deps)
  const later = await sampleAudit(deps, 'found')
  const other = await startAudit(deps, { name: 'Woonwijde' })
  const visitors = [visitor(deps), visitor(deps)] as const
  for (const [n, { post }] of visitors.entries()) await post(`/nl/audits/${own.auditId}/person`, { name: `Bezoeker ${n}` })
  const parts = ['', '/accounts?show=all', '/grades', '/uniformity', '/report']
  const apiParts = ['', '/candidates', '/report', '/uniformity']
  const pages = [
    ...['/nl/', '/en/', '/v1/audits', `/nl/audits/${later.auditId}/report`, `/en/audits/${other.auditId}`],
    ...parts.map((part) => `/nl/audits/${own.auditId}${part}`),
    ...apiParts.map((part) => `/v1/audits/${own.auditId}${part}`),
  ]
  const lookEverywhere = async () => {
    for (const { get } of visitors)
      for (const page of pages) expect(withoutKey(await get(page)), page).toEqual(withoutKey(await get(page, anew)))
  }

  const ours = fc.constantFrom(
    ...['facebook:zorgwijde', 'youtube:@zorgwijdetv', 'instagram:studio.kwast'].map((key) => own.accounts.get(key)),
  )
  const audit = fc.constantFrom(own.auditId, own.auditId, later.auditId)
  const act = (path: fc.Arbitrary<string>, form: Record<string, fc.Arbitrary<string>>) =>
    fc.record({ who: fc.nat(1), path: fc.tuple(audit, path).map(([id, rest]) => `/nl/audits/${id}${rest}`), form: fc.record(form) })
  const acts = fc.oneof(
    act(fc.constant('/person'), { name: fc.constantFrom('Jannie', 'Marit') }),
    act(
      ours.map((id) => `/accounts/${id}/decision`),
      { decision: fc.constantFrom('ours', 'not-ours', '') },
    ),
    act(
      ours.map((id) => `/grades/${id}`),
      { grade: fc.constantFrom('6', '7,5'), reason: fc.constantFrom('Scherp', 'Oud logo') },
    ),
    act(fc.constant('/plan'), { what: fc.constantFrom('Logo vervangen', 'Naam gelijk maken'), owner: fc.constantFrom('Erik', '') }),
    act(fc.constant('/slots'), { platform: fc.constantFrom('facebook', 'x'), answer: fc.constantFrom('not-found', 'could-not-look') }),
    act(fc.constant('/links'), { links: fc.nat(3).map((n) => `https://www.facebook.com/zorgwijde.nieuw${n}`) }),
  )
  await lookEverywhere()
  await fc.assert(
    fc.asyncProperty(fc.array(acts, { minLength: 4, maxLength: 8 }), async (steps) => {
      for (const { who, path, form } of steps) {
        await visitors[who]?.post(path, form)
        await lookEverywhere()
      }
    }),
    { numRuns: 6, seed: 20261122 },
  )
}, 120_000)

/** The start form has a key of its own each time that it is made. */
const withoutKey = ({ status, text }: { status: number; text: string }) => [status, text.replace(/name="key" value="[^"]*"/, '')]
