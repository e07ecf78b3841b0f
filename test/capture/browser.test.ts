import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { renderLimits } from '../../config/crawl.ts'
import { createAddressGuard } from '../../src/capture/address-guard.ts'
import { type Browser, createBrowser } from '../../src/capture/browser.ts'
import type { RenderLimits } from '../../src/capture/limits.ts'
import { type Site, startSite } from '../support/site.ts'
import { chromiumPath } from './chromium-path.ts'
import { userAgent } from './setting.ts'

let executable: string
let site: Site
/** Runs on this machine, like the site, but nothing may reach it. */
let victim: Site
let browser: Browser
const limits: RenderLimits = { ...renderLimits, totalMs: 8000, settleMs: 1500 }

const guard = createAddressGuard({
  allow: (host, port) => port === site.port && host === '127.0.0.1',
  resolve: async () => ['127.0.0.1'],
})

beforeAll(async () => {
  executable = await chromiumPath()
  site = await startSite()
  victim = await startSite({ '*': { headers: { 'access-control-allow-origin': '*' }, body: 'GEHEIM' } })
  browser = createBrowser({ executable, userAgent, guard, limits })
})
afterAll(async () => {
  await browser.close()
  await Promise.all([site.stop(), victim.stop()])
})

/** Shows a page whose script runs `code`; what it writes into the body is what it found out. */
async function run(code: string, more: Record<string, string> = {}) {
  site.set({ '/run': `<body><p>begin</p><script>${code}</script></body>`, ...more })
  return browser.show(new URL(site.url('/run')))
}

const write = 'const write = (text) => document.body.append(" [" + text + "]");'

describe('the browser', () => {
  it('shows what scripts make of a page, under our own name', async () => {
    site.set({
      '/': '<div id="root"></div><script src="/app.js"></script><img src="/foto.png">',
      '/app.js': {
        headers: { 'content-type': 'text/javascript' },
        body: 'fetch("/data.json").then((r) => r.json()).then((d) => { root.innerHTML = "<a href=/team>" + d.name + "</a>" })',
      },
      '/data.json': { headers: { 'content-type': 'application/json' }, body: '{"name":"Stad Voorbeeld"}' },
    })
    const shown = await browser.show(new URL(site.url('/')))
    expect(shown).toMatchObject({ kind: 'shown', status: 200, finalUrl: site.url('/') })
    expect(shown.kind === 'shown' && shown.html).toContain('<a href="/team">Stad Voorbeeld</a>')
    expect(new Set(site.requests.map(({ headers }) => headers['user-agent']))).toEqual(new Set([userAgent]))
    expect(site.hits('/foto.png')).toBe(0)
  })

  it('is not fooled by a page that dresses up its markup', async () => {
    const shown = await run(`
      Object.defineProperty(document.documentElement, 'outerHTML', { get: () => 'VERKLEED' })
      Object.defineProperty(Element.prototype, 'outerHTML', { get: () => 'VERKLEED' })`)
    expect(shown.kind === 'shown' && shown.html).toMatch(/^<!DOCTYPE html><html><head><\/head><body><p>begin/)
  })

  it('asks only what robots.txt allows', async () => {
    site.set({ '/robots-page': '<script src="/intern/x.js"></script>' })
    const asked: string[] = []
    const allows = async (url: URL) => {
      asked.push(url.pathname)
      return !url.pathname.startsWith('/intern')
    }
    expect(await browser.show(new URL(site.url('/robots-page')), { allows })).toMatchObject({ kind: 'shown' })
    expect(asked).toContain('/intern/x.js')
    expect(site.hits('/intern/x.js')).toBe(0)
  })

  it('stays when a page opens windows, dialogs and downloads', async () => {
    const shown = await run(`${write} alert('hoi'); window.open('/andere'); confirm('?'); const a = document.createElement('a');
      a.href = '/bestand'; a.download = 'x'; a.click(); write('klaar')`)
    expect(shown.kind === 'shown' && shown.html).toContain('[klaar]')
  })
})

describe('a page in the browser', () => {
  it('reaches nothing on this machine or its network', async () => {
    const { port } = victim
    const targets = [
      `http://127.0.0.1:${port}/`,
      `http://localhost:${port}/`,
      `http://2130706433:${port}/`,
      `http://[::ffff:127.0.0.1]:${port}/`,
      `http://0.0.0.0:${port}/`,
      `http://intern.example:${port}/`,
      'http://169.254.169.254/',
      '/naar-binnen',
    ]
    site.set({ '/naar-binnen': { status: 302, headers: { location: `http://127.0.0.1:${port}/` } } })
    const shown = await run(`${write}
      for (const target of ${JSON.stringify(targets)}) {
        fetch(target).then((r) => r.text()).then((text) => write('GELEZEN ' + target + text)).catch(() => write('dicht'))
        fetch(target, { mode: 'no-cors' }).catch(() => {})
        for (const [name, key] of [['iframe', 'src'], ['script', 'src'], ['img', 'src'], ['link', 'href']]) {
          const element = document.createElement(name); element[key] = target; if (name === 'link') element.rel = 'stylesheet'
          document.body.append(element)
        }
        navigator.sendBeacon(target, 'x')
      }`)
    expect(shown.kind === 'shown' && shown.html.match(/\[dicht\]/g)).toHaveLength(targets.length)
    expect(shown.kind === 'shown' && shown.html).not.toContain('GEHEIM')
    expect(victim.requests).toEqual([])
  })

  it('opens no WebSocket, not even to its own site', async () => {
    const shown = await run(`${write}
      for (const target of ['ws://127.0.0.1:${victim.port}/', 'ws://' + location.host + '/ws']) {
        const socket = new WebSocket(target); socket.onopen = () => write('OPEN'); socket.onmessage = () => write('GELEZEN')
        const code = "new WebSocket('" + target + "').onopen = () => postMessage('OPEN')"
        const worker = new Worker(URL.createObjectURL(new Blob([code]))); worker.onmessage = () => write('WERKER')
      }`)
    expect(shown.kind === 'shown' && shown.html).not.toMatch(/\[(GELEZEN|WERKER)/)
    expect(victim.requests).toEqual([])
    expect(site.hits('/ws')).toBe(0)
  })

  it('sends no packets around the proxy', async () => {
    const socket = createSocket('udp4')
    let packets = 0
    socket.on('message', () => packets++)
    socket.bind(0, '127.0.0.1')
    await once(socket, 'listening')
    await run(`const peer = new RTCPeerConnection({ iceServers: [{ urls: 'stun:127.0.0.1:${socket.address().port}' }] })
      peer.createDataChannel('x'); peer.createOffer().then((offer) => peer.setLocalDescription(offer))`)
    socket.close()
    expect(packets).toBe(0)
  })

  it('reads no files', async () => {
    const shown = await run(`${write}
      const frame = document.createElement('iframe'); frame.src = 'file:///etc/passwd'; document.body.append(frame)
      fetch('file:///etc/passwd').then((r) => r.text()).then((t) => write('GELEZEN ' + t)).catch(() => write('dicht'))
      location.href = 'file:///etc/passwd'`)
    expect(shown).toMatchObject({ kind: 'shown', finalUrl: site.url('/run') })
    expect(shown.kind === 'shown' && shown.html).toContain('[dicht]')
    expect(shown.kind === 'shown' && shown.html).not.toContain('root:')
  })

  it.each([
    ['a redirect', { status: 302, headers: { location: 'http://127.0.0.1:VICTIM/' } }],
    ['a script', { body: '<script>location.replace("http://127.0.0.1:VICTIM/")</script>' }],
    ['a refresh', { body: '<meta http-equiv="refresh" content="0;url=http://127.0.0.1:VICTIM/">' }],
  ])('is not led to a private address by %s', async (_, page) => {
    site.set({ '/weg': JSON.parse(JSON.stringify(page).replace('VICTIM', String(victim.port))) })
    const shown = await browser.show(new URL(site.url('/weg')))
    expect(JSON.stringify(shown)).not.toContain('GEHEIM')
    expect(victim.requests).toEqual([])
  })

  it.each(['http://127.0.0.1:1/', 'http://localhost/', 'http://[::1]/', 'file:///etc/passwd', 'chrome://version/'])(
    'is never %s itself',
    async (address) => {
      const shown = await browser.show(new URL(address))
      expect(shown.kind === 'failed' && shown.reason).toMatch(/^(private|bad)-address$/)
    },
  )
})

describe('limits in the browser', () => {
  const limited = async (more: Partial<RenderLimits>, work: (browser: Browser) => Promise<void>) => {
    const strict = createBrowser({ executable, userAgent, guard, limits: { ...limits, settleMs: 500, ...more } })
    await work(strict).finally(() => strict.close())
  }

  it('stop a page that never ends, and the next one is shown', () =>
    limited({ totalMs: 2000 }, async (strict) => {
      site.set({ '/lus': '<script>while (true) {}</script>', '/goed': '<p>goed</p>' })
      expect(await strict.show(new URL(site.url('/lus')))).toMatchObject({ kind: 'failed', reason: 'timeout' })
      expect(await strict.show(new URL(site.url('/goed')))).toMatchObject({ kind: 'shown' })
    }))

  it('stop a page that brings in too much, or is too much itself', () =>
    limited({ bytes: 200_000, pageBytes: 100_000 }, async (strict) => {
      site.set({ '/veel': `<script src="/veel.js"></script>`, '/veel.js': `//${'x'.repeat(400_000)}` })
      site.set({ '/lang': '<script>document.body.append("x".repeat(200_000))</script><body>' })
      expect(await strict.show(new URL(site.url('/veel')))).toMatchObject({ kind: 'failed', reason: 'too-large' })
      expect(await strict.show(new URL(site.url('/lang')))).toMatchObject({ kind: 'shown' })
      site.set({ '/lang': '<body><script>document.body.append("x".repeat(200_000))</script>' })
      expect(await strict.show(new URL(site.url('/lang')))).toMatchObject({ kind: 'failed', reason: 'too-large' })
    }))

  it('stop a page that asks too often', () =>
    limited({ requests: 5 }, async (strict) => {
      site.set({ '/vaak': '<script>for (let n = 0; n < 50; n++) fetch("/keer?" + n).catch(() => {})</script>' })
      const before = site.requests.length
      expect(await strict.show(new URL(site.url('/vaak')))).toMatchObject({ kind: 'shown' })
      expect(site.requests.length - before).toBeLessThanOrEqual(5)
    }))

  it('end with a cancellation', () =>
    limited({}, async (strict) => {
      site.set({ '/traag': () => {} })
      const stop = new AbortController()
      setTimeout(() => stop.abort(), 1000)
      expect(await strict.show(new URL(site.url('/traag')), { signal: stop.signal })).toMatchObject({ kind: 'failed', reason: 'cancelled' })
    }))

  it('close a browser that nobody uses', () =>
    limited({ idleMs: 300 }, async (strict) => {
      const others = children()
      await strict.show(new URL(site.url('/goed')))
      expect(children()).toBeGreaterThan(others)
      await expect.poll(children, { timeout: 5000 }).toBe(others)
      expect(await strict.show(new URL(site.url('/goed')))).toMatchObject({ kind: 'shown' })
    }))

  it('say so when there is no browser after all', async () => {
    const none = createBrowser({ executable: '/bestaat/niet', userAgent, guard, limits })
    expect(await none.show(new URL(site.url('/goed')))).toMatchObject({ kind: 'failed', reason: 'network' })
    await none.close()
  })
})

/** Processes that this one started and that still run. */
function children(): number {
  return readdirSync('/proc/self/task').reduce(
    (sum, task) => sum + readFileSync(`/proc/self/task/${task}/children`, 'utf8').split(' ').filter(Boolean).length,
    0,
  )
}
