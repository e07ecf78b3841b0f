import { load } from 'cheerio'
import type { Browser } from 'playwright'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { removePublicCheck, savePublicCheck } from '../../src/services/public-check.ts'
import { createApp } from '../../src/web/app.tsx'
import { testDeps } from '../support/deps.ts'
import { sampleAudit } from '../support/sample-audit.ts'
import { startSite } from '../support/site.ts'
import { complaintsOf, openBrowser, serveApp } from './browser.ts'
import { readable, titleOf, visitor } from './visitor.ts'

async function setting(settings: Record<string, string> = {}) {
  const { deps } = await testDeps({ PUBLIC_URL: 'https://eenlijn.example', ...settings })
  const sample = await sampleAudit(deps)
  return { deps, sample, page: `/nl/audits/${sample.auditId}/public-check`, somebody: visitor(deps) }
}

async function open(settings: Record<string, string> = {}) {
  const set = await setting(settings)
  savePublicCheck(set.deps, { auditId: set.sample.auditId, slug: 'zorgwijde' })
  return set
}

const ours = 'https://www.facebook.com/zorgwijde'

describe('the organisation', () => {
  test('switches it on and off, and sees what anybody would see', async () => {
    const { sample, page, somebody } = await setting()
    const off = await somebody.get(page)
    expect(titleOf(off)).toBe('Is dit account van ons?')
    expect(readable(off)).toContain('Wij laten 3 accounts zien')
    expect(load(off.text)('#slug').val()).toBe('zorgwijde')
    expect((await somebody.get('/nl/check/zorgwijde')).status).toBe(404)
    expect((await somebody.post(page, { slug: 'zorgwijde' })).headers.get('location')).toBe(page)
    const on = await somebody.get(page)
    expect(readable(on)).toContain('https://eenlijn.example/check/zorgwijde')
    expect(readable(on)).toContain('<iframe src="https://eenlijn.example/nl/check/zorgwijde/list"')
    expect((await somebody.get('/nl/check/zorgwijde')).status).toBe(200)
    await somebody.post(`${page}/off`)
    for (const path of ['/nl/check/zorgwijde', '/nl/check/zorgwijde/list', '/v1/check/zorgwijde', `/v1/verify?slug=zorgwijde&url=${ours}`])
      expect((await somebody.get(path)).status, path).toBe(404)
    expect((await somebody.get(`/nl/audits/${sample.auditId}/report`)).text).toContain(`href="${page}"`)
  })

  test('that types no slug hears what is wrong and keeps what was typed', async () => {
    const { page, somebody } = await setting()
    const refused = await somebody.post(page, { slug: 'Zorg wijde!' })
    expect(refused.status).toBe(400)
    expect(load(refused.text)('#slug').val()).toBe('Zorg wijde!')
    expect(load(refused.text)('#slug-error').text()).toContain('kleine letters, cijfers en streepjes')
  })
})

describe('anybody', () => {
  test('asks on a page without scripts, cookies or a way inside', async () => {
    const { somebody } = await open()
    const page = await somebody.get('/nl/check/zorgwijde')
    expect(titleOf(page)).toBe('Is dit account van Zorgwijde?')
    expect(page.text).not.toContain('<script')
    expect(page.text).not.toContain('/audits/')
    expect(page.headers.get('set-cookie')).toBeNull()
    expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(readable(page)).toContain('facebook.com/zorgwijde')
    const short = await somebody.get(`/check/zorgwijde?url=${encodeURIComponent(ours)}`, { 'Accept-Language': 'en' })
    expect([short.status, short.headers.get('location')]).toEqual([302, `/en/check/zorgwijde?url=${encodeURIComponent(ours)}`])
  })

  test.each([
    [ours, 'official', 'Ja. Facebook (zorgwijde) is van Zorgwijde.'],
    [
      'https://www.instagram.com/zorgwijde',
      'unknown',
      'Dit account staat niet in de lijst van Zorgwijde. Dat zegt niet dat er iets mis mee is.',
    ],
    ['wie is dit', 'unknown', 'Wij herkennen hierin geen account.'],
  ])('who asks for %s is told that it is %s', async (url, status, text) => {
    const { somebody } = await open()
    const page = await somebody.get(`/nl/check/zorgwijde?url=${encodeURIComponent(url)}`)
    const answer = load(page.text)(`.public-answer.${status}`)
    expect(answer).toHaveLength(1)
    expect(readable({ ...page, text: answer.html() ?? '' }).trim()).toContain(text)
    expect(load(page.text)('#url').val()).toBe(url)
  })

  test('who asks nothing is asked for an address', async () => {
    const { somebody } = await open()
    const page = await somebody.get('/nl/check/zorgwijde?url=')
    expect(page.status).toBe(400)
    expect(load(page.text)('#url-error').text()).toContain('Plak het adres van het account')
  })

  test('cannot put markup into the page', async () => {
    const { somebody } = await open()
    const page = await somebody.get(`/nl/check/zorgwijde?url=${encodeURIComponent('"><img src=x onerror=alert(1)>')}`)
    expect(page.text).not.toContain('<img')
  })

  test('who asks a program’s questions gets JSON, on any website', async () => {
    const { somebody } = await open()
    const answer = await somebody.get(`/v1/verify?url=${encodeURIComponent('facebook.com/Zorgwijde')}`)
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    expect(answer.headers.get('set-cookie')).toBeNull()
    expect(JSON.parse(answer.text)).toEqual({
      status: 'official',
      asked: 'facebook.com/Zorgwijde',
      account: { platform: 'facebook', handle: 'zorgwijde', url: ours },
      organisation: { name: 'Zorgwijde', slug: 'zorgwijde', website: 'https://www.zorgwijde.example/' },
      since: '2026-11-12T13:30:00.000Z',
      lastSeen: '2026-11-12T13:30:00.000Z',
    })
    const list = JSON.parse((await somebody.get('/v1/check/zorgwijde')).text)
    expect(list.accounts.map(({ key }: { key: string }) => key)).toContain('facebook:zorgwijde')
    expect((await somebody.get('/v1/verify')).status).toBe(400)
  })

  test('who asks too much waits, on the page and in the API, and is told how long', async () => {
    const { somebody } = await open()
    const many = async (path: string) => {
      for (let n = 0; n < 60; n++) expect((await somebody.get(path)).status).toBe(200)
      return somebody.get(path)
    }
    const page = await many('/nl/check/zorgwijde/list')
    expect(page.status).toBe(429)
    expect(Number(page.headers.get('retry-after'))).toBeGreaterThan(50)
    expect(readable(page)).toContain('Je vraagt veel in korte tijd.')
    const answer = await many(`/v1/verify?url=${ours}`)
    expect(answer.status).toBe(429)
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(50)
    expect(JSON.parse(answer.text)).toMatchObject({ code: 'too-many-requests', status: 429 })
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    expect((await somebody.get('/nl/')).status).toBe(200)
  })

  test('behind a proxy of ours is counted apart from others', async () => {
    const { deps } = await open({ EENLIJN_BEHIND_PROXY: 'yes' })
    const app = createApp(deps)
    const ask = async (client: string) =>
      (await app.request('http://localhost/v1/check/zorgwijde', { headers: { 'X-Forwarded-For': client } })).status
    for (let n = 0; n < 60; n++) await ask('203.0.113.7')
    expect([await ask('203.0.113.7'), await ask('203.0.113.8')]).toEqual([429, 200])
  })
})

describe('in a browser', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())

  test('the list stands in a frame on another website, the page with the question does not', async () => {
    const { deps, sample } = await open()
    const origin = await serveApp(deps)
    const frames = (path: string) => `<!doctype html><iframe title="lijst" src="${origin}/nl/check/zorgwijde${path}"></iframe>`
    const other = await startSite({ '/list': frames('/list'), '/page': frames('') })
    onTestFinished(() => other.stop())
    const context = await browser.newContext()
    onTestFinished(() => context.close())
    const tab = await context.newPage()
    const complaints = complaintsOf(tab)
    await tab.goto(other.url('/list'))
    await tab.frameLocator('iframe').getByText('Alle accounts van Zorgwijde').waitFor()
    expect(complaints).toEqual([])
    await tab.goto(other.url('/page'))
    expect(await tab.frameLocator('iframe').getByRole('heading').count()).toBe(0)
    expect(complaints.join()).toContain('frame-ancestors')
    expect(await context.cookies()).toEqual([])
    removePublicCheck(deps, sample.auditId)
    await tab.goto(other.url('/list'))
    expect(await tab.frameLocator('iframe').getByText('facebook.com').count()).toBe(0)
  })
})
