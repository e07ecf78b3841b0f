import { gunzipSync } from 'node:zlib'
import { z } from 'zod'
import { isMhtml } from '../capture/mhtml.ts'
import { nestsTooDeep } from '../capture/nesting.ts'
import { readSavedPage } from '../capture/saved-page.ts'
import type { Fetched } from '../model/fetch.ts'

/** One exchange of a HAR file (HTTP Archive 1.2), as browsers export it. */
const harSchema = z.object({
  log: z.object({
    entries: z
      .array(
        z.object({
          request: z.object({ url: z.string() }),
          response: z.object({ status: z.number(), content: z.object({ mimeType: z.string(), text: z.string() }).partial().optional() }),
        }),
      )
      .min(1),
  }),
})

/** The answer that a file holds: HTML, MHTML, JSON or a HAR, plain or gzip. `url` is what was asked, when that is known. */
export function answerIn(bytes: Uint8Array, url: string | null): Fetched {
  const plain = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : Buffer.from(bytes)
  const address = url ?? 'https://unknown.invalid/'
  if (isMhtml(plain)) {
    const saved = readSavedPage(plain)
    return answer(address, saved.url ?? address, 200, 'text/html', saved.html)
  }
  const text = plain.toString('utf8').replace(/^\uFEFF/, '')
  const json = /^\s{0,1000}[[{]/.test(text) ? parsed(text) : undefined
  const har = harSchema.safeParse(json)
  const entry = har.success ? har.data.log.entries[0] : undefined
  if (entry) {
    const { status, content } = entry.response
    return answer(entry.request.url, entry.request.url, status, content?.mimeType ?? 'text/html', content?.text ?? '')
  }
  return answer(address, address, 200, json === undefined ? 'text/html' : 'application/json', text)
}

function answer(requested: string, url: string, status: number, mediaType: string, text: string): Fetched {
  const asked = { requested, url, redirects: [], at: new Date().toISOString(), record: null }
  if (nestsTooDeep(text)) return { ...asked, kind: 'failed', reason: 'too-large', message: '' }
  return { ...asked, kind: 'page', status, headers: {}, mediaType, body: new Uint8Array(), text, rendered: false }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
