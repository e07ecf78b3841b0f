import { setTimeout as sleep } from 'node:timers/promises'
import type { BrowserContext, Page, Browser as PlaywrightBrowser, Route } from 'playwright'
import type { FailureReason } from '../model/fetch.ts'
import type { AddressGuard } from './address-guard.ts'
import { CaptureFailure, failureOf } from './failure.ts'
import type { RenderLimits } from './limits.ts'
import { startProxy } from './proxy.ts'
import { createTurnstile } from './turnstile.ts'

/** A page as a browser showed it, or why not. */
type Shown =
  | { readonly kind: 'shown'; readonly html: string; readonly finalUrl: string; readonly status: number }
  | { readonly kind: 'failed'; readonly reason: FailureReason; readonly message: string }

interface ShowOptions {
  /** Asked for every request that the page makes; `false` refuses it. */
  readonly allows?: (url: URL) => Promise<boolean>
  readonly signal?: AbortSignal
}

export interface Browser {
  /** Never throws for what the page does. */
  show(url: URL, options?: ShowOptions): Promise<Shown>
  close(): Promise<void>
}

export interface BrowserOptions {
  /** Path of a Chromium (`chromium.ts`). */
  readonly executable: string
  readonly userAgent: string
  readonly guard: AddressGuard
  readonly limits: RenderLimits
  /** Told when the browser does not start. */
  readonly onNoStart?: (why: string) => void
}

const flags = [
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--dns-prefetch-disable',
  '--disable-gpu',
  '--webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  // Every page gets a proxy of its own. What is not a page's gets nothing: no such proxy, no names.
  '--proxy-server=http://127.0.0.1:1',
  '--proxy-bypass-list=<-loopback>',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
]

/** A Chromium that starts at the first page and closes when nobody has asked for a while. One page at a time. */
export function createBrowser(options: BrowserOptions): Browser {
  const { limits } = options
  const turnstile = createTurnstile(1)
  let running: Promise<PlaywrightBrowser> | null = null
  let idle: NodeJS.Timeout | undefined

  const close = async () => {
    clearTimeout(idle)
    const browser = running
    running = null
    await browser?.then((one) => one.close()).catch(() => {})
  }
  const start = async () => {
    clearTimeout(idle)
    if (running !== null && !(await running.catch(() => null))?.isConnected()) running = null
    running ??= launch(options.executable)
    running.catch((error: Error) => options.onNoStart?.(error.message))
    return running
  }
  return {
    close,
    show: (url, asked = {}) =>
      turnstile(async () => {
        try {
          options.guard.check(url)
          return await showPage(await start(), url, asked, options, close)
        } catch (thrown) {
          const { reason, message } = failureOf(thrown)
          return { kind: 'failed', reason, message }
        } finally {
          clearTimeout(idle)
          idle = setTimeout(close, limits.idleMs).unref()
        }
      }),
  }
}

async function launch(executablePath: string): Promise<PlaywrightBrowser> {
  const { chromium } = await import('playwright')
  const root = process.getuid?.() === 0
  return chromium.launch({
    executablePath,
    args: flags,
    chromiumSandbox: !root,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  })
}

async function showPage(
  browser: PlaywrightBrowser,
  url: URL,
  asked: ShowOptions,
  options: BrowserOptions,
  kill: () => Promise<void>,
): Promise<Shown> {
  const { guard, limits, userAgent } = options
  const proxy = await startProxy({ guard, bytes: limits.bytes, connections: limits.requests * 2 })
  let context: BrowserContext | undefined
  try {
    context = await browser.newContext({
      userAgent,
      locale: 'nl-NL',
      proxy: { server: proxy.url, bypass: '<-loopback>' },
      serviceWorkers: 'block',
      acceptDownloads: false,
      permissions: [],
    })
    const signal = AbortSignal.any([AbortSignal.timeout(limits.totalMs), ...(asked.signal ? [asked.signal] : [])])
    const shown = await Promise.race([read(context, url, asked, limits), aborted(signal)])
    if (proxy.bytes() > limits.bytes) throw new CaptureFailure('too-large', `the page brought in more than ${limits.bytes} bytes`)
    return shown
  } catch (thrown) {
    if (asked.signal?.aborted) throw new CaptureFailure('cancelled', 'cancelled')
    throw proxy.bytes() > limits.bytes ? new CaptureFailure('too-large', `the page brought in more than ${limits.bytes} bytes`) : thrown
  } finally {
    await proxy.close()
    // A page that keeps its process busy may not let go; then the browser goes.
    const closed = await Promise.race([
      context?.close().then(
        () => true,
        () => false,
      ),
      sleep(3000, false, { ref: false }),
    ])
    if (closed === false) await kill()
  }
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const refuse = () => reject(signal.reason)
    if (signal.aborted) refuse()
    else signal.addEventListener('abort', refuse, { once: true })
  })
}

async function read(context: BrowserContext, url: URL, asked: ShowOptions, limits: RenderLimits): Promise<Shown> {
  await filterRequests(context, url, asked, limits)
  const page = await context.newPage()
  context.on('page', (other) => void other.close().catch(() => {}))
  const response = await page.goto(url.href, { waitUntil: 'domcontentloaded', timeout: limits.totalMs })
  await page.waitForLoadState('networkidle', { timeout: limits.settleMs }).catch(() => {})
  const finalUrl = page.url()
  if (asked.allows && !(await asked.allows(new URL(finalUrl)))) throw new CaptureFailure('bad-address', `${finalUrl} may not be read`)
  const html = await markupOf(page, limits.pageBytes)
  if (html.length > limits.pageBytes) throw new CaptureFailure('too-large', `more than ${limits.pageBytes} characters as shown`)
  return { kind: 'shown', html, finalUrl, status: response?.status() ?? 200 }
}

/** Only what a page needs to write its text: no pictures, no sound, no letters, no open lines, nothing sent to others. */
const needed = new Set(['document', 'script', 'stylesheet', 'xhr', 'fetch'])

async function filterRequests(context: BrowserContext, pageUrl: URL, { allows }: ShowOptions, limits: RenderLimits): Promise<void> {
  let count = 0
  const mayGo = async (route: Route): Promise<boolean> => {
    const request = route.request()
    const url = new URL(request.url())
    if (!needed.has(request.resourceType()) || ++count > limits.requests) return false
    if (request.method() !== 'GET' && request.method() !== 'HEAD' && url.host !== pageUrl.host) return false
    return (await allows?.(url)) ?? true
  }
  await context.routeWebSocket(/.*/, (socket) => socket.close())
  await context.route('**/*', async (route) => {
    const go = await mayGo(route).catch(() => false)
    // The page may be closed while robots.txt was being read.
    await (go ? route.continue() : route.abort('blockedbyclient')).catch(() => {})
  })
}

/** The page's markup, read in a world of its own so that the page's scripts cannot dress it up, and no more than the limit. */
async function markupOf(page: Page, limit: number): Promise<string> {
  const session = await page.context().newCDPSession(page)
  const { frameTree } = await session.send('Page.getFrameTree')
  const { executionContextId: contextId } = await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id })
  const expression = `document.documentElement.outerHTML.slice(0, ${limit + 1})`
  const { result } = await session.send('Runtime.evaluate', { expression, contextId, returnByValue: true })
  return `<!DOCTYPE html>${String(result.value ?? '')}`
}
