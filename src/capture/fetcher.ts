import type { Fetched, Fetcher, FetchOptions } from '../model/fetch.ts'
import { type AddressGuard, hostOf } from './address-guard.ts'
import { type Answer, fetchedFrom } from './answer.ts'
import { type Archive, createArchiveFetcher } from './archive.ts'
import { type Browser, createBrowser } from './browser.ts'
import type { Earlier } from './earlier.ts'
import { parseAddress } from './follow.ts'
import { createHttpFetcher, type HttpFetcher } from './http.ts'
import type { FetchLimits, RenderLimits } from './limits.ts'
import { createMemo, type Memo } from './memo.ts'
import type { Pace } from './pace.ts'
import type { Keep } from './record.ts'
import { saysNothingWithoutScripts } from './shell.ts'

export interface CaptureOptions {
  readonly userAgent: string
  readonly limits: FetchLimits
  readonly render: RenderLimits
  readonly guard: AddressGuard
  readonly pace: Pace
  /** Path of a Chromium, `null` for none; asked once, when the first page needs it. */
  readonly findChromium: () => Promise<string | null>
  /** Epoch milliseconds. */
  readonly now: () => number
  /** Told once when pages cannot be shown in a browser, and why. */
  readonly onNoBrowser?: (why: string) => void
  /** No network at all: every request fails as `offline`. Archives still work. */
  readonly offline?: boolean
}

interface Visitor {
  /** Keeps evidence; `null` keeps nothing. */
  readonly keep: Keep | null
  /** Replays this archive instead of asking the web. */
  readonly archive?: Archive | null
  /** What an earlier audit kept, to ask again by. */
  readonly earlier?: Earlier | null
  /** Told of earlier evidence that is used again. */
  readonly onUsedAgain?: (record: string) => void
  readonly signal?: AbortSignal
}

/** The way to the web for one process: one browser, one pace, and a fetcher for each audit. */
export interface Capture {
  fetcherFor(visitor: Visitor): Fetcher
  close(): Promise<void>
}

export function createCapture(options: CaptureOptions): Capture {
  let browser: Promise<Browser | null> | null = null
  let told = false
  const tellOnce = (why: string) => {
    if (!told) options.onNoBrowser?.(why)
    told = true
  }
  const browserOnce = () => {
    browser ??= options.findChromium().then((executable) => {
      const { userAgent, guard, render: limits } = options
      if (executable === null) tellOnce('no Chromium on this machine')
      return executable === null ? null : createBrowser({ executable, userAgent, guard, limits, onNoStart: tellOnce })
    })
    return browser
  }
  return {
    fetcherFor({ keep, archive = null, signal, earlier, onUsedAgain }) {
      if (archive !== null) return createArchiveFetcher(archive, { keep })
      if (options.offline) return offlineFetcher(options.now)
      const http = createHttpFetcher({ ...options, keep, signal, earlier, onUsedAgain })
      const shown = createMemo<Answer | null>({
        maxBytes: options.limits.memoBytes,
        sizeOf: (answer) => answer?.body.length ?? 0,
        passing: (answer) => answer === null,
      })
      return { get: (url, asked) => getPage(url, asked, { ...options, http, keep, signal, browserOnce, shown }) }
    },
    async close() {
      await (await browser)?.close()
    },
  }
}

interface Composition extends CaptureOptions {
  readonly http: HttpFetcher
  readonly keep: Keep | null
  readonly signal: AbortSignal | undefined
  readonly browserOnce: () => Promise<Browser | null>
  readonly shown: Memo<Answer | null>
}

/** HTTP first; the browser only for a page that says nothing without scripts. Without a browser the page stays as it came. */
async function getPage(url: string, options: FetchOptions = {}, setting: Composition): Promise<Fetched> {
  const page = await setting.http.get(url, options)
  if (!options.render || page.kind !== 'page' || !page.mediaType.includes('html') || !saysNothingWithoutScripts(page.text)) return page
  const browser = await setting.browserOnce()
  if (browser === null) return page
  const answer = await setting.shown(page.url, () => show(new URL(page.url), browser, options.signal, setting))
  return answer === null ? page : fetchedFrom(answer, page, options, setting.now())
}

/** The page as the browser shows it, or `null` when it shows nothing better. */
async function show(url: URL, browser: Browser, asked: AbortSignal | undefined, setting: Composition): Promise<Answer | null> {
  const { http, pace, keep, now, limits } = setting
  const signal = AbortSignal.any([asked, setting.signal].filter((one) => one !== undefined))
  const turn = await pace.wait(hostOf(url), { patienceMs: limits.patienceMs, signal }).catch(() => null)
  if (turn?.kind !== 'turn') return null
  const allows = async (target: URL) => (await http.robots.rulingFor(target)).stop === null
  const shown = await browser.show(url, { allows, signal })
  if (shown.kind === 'failed' || shown.status >= 400) return null
  const at = new Date(now()).toISOString()
  const finalUrl = parseAddress(shown.finalUrl)?.href ?? url.href
  const record = keep === null ? null : await keep({ kind: 'rendered', url: url.href, at, html: shown.html, finalUrl })
  const headers = { 'content-type': 'text/html; charset=utf-8' }
  return { kind: 'answer', url: finalUrl, status: 200, headers, body: Buffer.from(shown.html), at, rendered: true, record }
}

function offlineFetcher(now: () => number): Fetcher {
  return {
    async get(url) {
      const asked = { requested: url, url, redirects: [], at: new Date(now()).toISOString(), record: null }
      return { ...asked, kind: 'failed', reason: 'offline', message: 'the network is switched off' }
    },
  }
}
