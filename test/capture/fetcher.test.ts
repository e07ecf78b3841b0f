import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { crawlLimits, renderLimits } from '../../config/crawl.ts'
import { createAddressGuard } from '../../src/capture/address-guard.ts'
import { openArchive } from '../../src/capture/archive.ts'
import { findChromium } from '../../src/capture/chromium.ts'
import { type Capture, type CaptureOptions, createCapture } from '../../src/capture/fetcher.ts'
import { createMemoryPace } from '../../src/capture/pace.ts'
import { allowSites, type Site, startSite } from '../support/site.ts'
import { chromiumPath } from './chromium-path.ts'
import { memoryRecorder, userAgent } from './setting.ts'

let site: Site
let capture: Capture
let searches = 0
const opened: Capture[] = []

function captureWith(more: Partial<CaptureOptions> = {}): Capture {
  const made = createCapture({
    userAgent,
    limits: crawlLimits,
    render: { ...renderLimits, settleMs: 1000 },
    guard: createAddressGuard({ allow: allowSites(site) }),
    pace: createMemoryPace({ minIntervalMs: 1, now: Date.now }),
    findChromium: () => {
      searches++
      return chromiumPath()
    },
    now: Date.now,
    ...more,
  })
  opened.push(made)
  return made
}

beforeAll(async () => {
  site = await startSite({
    '/': '<h1>Stad Voorbeeld</h1><a href="/a">a</a><a href="/b">b</a><a href="/c">c</a><script></script>',
    '/schil': '<title>Schil</title><div id="root"></div><script src="/app.js"></script>',
    '/naar-schil': { status: 302, headers: { location: '/schil' } },
    '/app.js': 'root.innerHTML = "<a href=/team>Het team</a>"; history.replaceState({}, "", "/welkom#/begin")',
    '/boos': (request, response) => {
      const again = site.hits('/boos') > 1
      response.writeHead(again ? 403 : 200, { 'content-type': 'text/html' })
      response.end(`<div id="root"></div><script src="/app.js"></script><!-- ${request.url} -->`)
    },
  })
  capture = captureWith()
})
afterAll(async () => {
  await Promise.all(opened.map((one) => one.close()))
  await site.stop()
})

describe('a fetcher', () => {
  it('leaves the browser alone for a page that speaks for itself, or when nobody asks', async () => {
    const fetcher = capture.fetcherFor({ keep: null })
    expect(await fetcher.get(site.url('/'), { render: true })).toMatchObject({ kind: 'page', rendered: false })
    expect(await fetcher.get(site.url('/schil'))).toMatchObject({ kind: 'page', rendered: false })
    expect(searches).toBe(0)
  })

  it('shows a shell in the browser, and a replay shows the same without one', async () => {
    const { keep, archive, records } = memoryRecorder()
    const live = await capture.fetcherFor({ keep }).get(site.url('/naar-schil'), { render: true })
    expect(live).toMatchObject({
      kind: 'page',
      rendered: true,
      requested: site.url('/naar-schil'),
      redirects: [site.url('/naar-schil')],
      url: site.url('/welkom'),
      mediaType: 'text/html',
    })
    expect(live.kind === 'page' && live.text).toContain('<a href="/team">Het team</a>')
    expect(records.size).toBe(4)

    const offline = captureWith({ offline: true, findChromium: () => Promise.reject(new Error('no browser in a replay')) })
    const again = memoryRecorder()
    const replay = offline.fetcherFor({ keep: again.keep, archive: await openArchive(archive()) })
    expect(await replay.get(site.url('/naar-schil'), { render: true })).toEqual(live)
  })

  it('asks for nothing twice', async () => {
    const before = site.requests.length
    const fetcher = capture.fetcherFor({ keep: null })
    const results = await Promise.all([
      fetcher.get(site.url('/schil'), { render: true }),
      fetcher.get(site.url('/schil#team'), { render: true }),
      fetcher.get(site.url('/naar-schil'), { render: true }),
      fetcher.get(site.url('/schil')),
    ])
    expect(results.map((result) => result.kind === 'page' && result.rendered)).toEqual([true, true, true, false])
    const lines = site.requests.slice(before).map(({ line }) => line)
    expect(lines.sort()).toEqual(['GET /app.js', 'GET /naar-schil', 'GET /robots.txt', 'GET /schil', 'GET /schil'])
  })

  it('keeps the page as it came when the browser gets less', async () => {
    const page = await capture.fetcherFor({ keep: null }).get(site.url('/boos'), { render: true })
    expect(page).toMatchObject({ kind: 'page', rendered: false, status: 200 })
    expect(site.hits('/boos')).toBe(2)
  })

  it.each([
    ['there is no browser', null],
    ['the browser does not start', process.execPath],
  ])('keeps the page as it came when %s, and says so once', async (_, path) => {
    const told: string[] = []
    const without = captureWith({ findChromium: async () => path, onNoBrowser: (why) => told.push(why) })
    for (const address of ['/schil', '/schil?nog-een']) {
      const page = await without.fetcherFor({ keep: null }).get(site.url(address), { render: true })
      expect(page).toMatchObject({ kind: 'page', rendered: false })
    }
    expect(told).toHaveLength(1)
  })

  it('without a network says so, and asks nothing', async () => {
    const before = site.requests.length
    const fetcher = captureWith({ offline: true }).fetcherFor({ keep: null })
    expect(await fetcher.get(site.url('/'))).toMatchObject({ kind: 'failed', reason: 'offline', requested: site.url('/') })
    expect(site.requests).toHaveLength(before)
  })

  it('stops with its audit', async () => {
    const stop = new AbortController()
    const fetcher = capture.fetcherFor({ keep: null, signal: stop.signal })
    stop.abort()
    expect(await fetcher.get(site.url('/'))).toMatchObject({ kind: 'failed', reason: 'cancelled' })
  })

  it('lets a full store be heard', async () => {
    const fetcher = capture.fetcherFor({ keep: () => Promise.reject(new Error('schijf vol')) })
    await expect(fetcher.get(site.url('/'))).rejects.toThrow('schijf vol')
  })
})

describe('a Chromium', () => {
  it('is the one that was set, or none', async () => {
    const searchPath = process.env.PATH ?? ''
    expect(await findChromium({ chromiumPath: process.execPath, searchPath })).toBe(process.execPath)
    expect(await findChromium({ chromiumPath: '/bestaat/niet', searchPath })).toBeNull()
    expect(await findChromium({ searchPath: '/bestaat/niet', runtimeFolder: '/bestaat/ook/niet' })).toBeNull()
  })
})
