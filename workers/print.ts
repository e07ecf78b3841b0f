import { readPressPage, readPressText, titleOfArticle } from '../src/discovery/press.ts'
import { readPage } from '../src/discovery/website/read-page.ts'
import { EenlijnError } from '../src/model/errors.ts'
import type { Fetcher } from '../src/model/fetch.ts'
import { type Claim, type PayloadOf, printJob } from '../src/model/jobs.ts'
import { emptyReading, type PrintItemReading } from '../src/model/print-item.ts'
import { askAddresses } from '../src/print/ask-addresses.ts'
import { kindOfFile } from '../src/print/file-kind.ts'
import { readWithin } from '../src/print/readers/open.ts'
import { createCropper } from './crops.ts'
import type { WorkerDeps } from './deps.ts'
import { defineJob } from './job.ts'
import { itemReading } from './print-reading.ts'

type Payload = PayloadOf<typeof printJob>

/** Reads one poster, flyer or clipping: what it names, each with the place on it cut out. */
export const print = defineJob(printJob, async (deps, payload, job) => {
  const visiting = await deps.visit({ archive: payload.archive, earlier: payload.earlier, signal: job.signal })
  const reading = await readItem(deps, payload, visiting.fetcher, job.signal).catch((error: unknown) => {
    if (error instanceof EenlijnError && (error.code === 'not-accepted' || error.code === 'too-large')) return { why: error.text }
    throw error
  })
  const kept: PrintItemReading = { ...emptyReading, title: payload.title, ...reading }
  return {
    read: kept.why === null,
    reading: await deps.blobs.put(new TextEncoder().encode(JSON.stringify(kept))),
    log: await visiting.keepLog(),
  }
})

async function readItem(deps: WorkerDeps, payload: Payload, fetcher: Fetcher, signal: AbortSignal): Promise<Partial<PrintItemReading>> {
  const file = await deps.blobs.get(payload.file)
  if (!file) throw new EenlijnError('not-accepted', fileGone)
  if (kindOfFile(file, { text: payload.route === 'press' }) === 'text') return readArticle(file, payload, deps.now().toISOString())
  return deps.print.read(signal, async (readers) => {
    const reading = await readWithin(file, readers)
    signal.throwIfAborted()
    const asked = await askAddresses(reading.places, { fetcher, website: payload.website, signal })
    const cropper = createCropper({ drawPage: (page) => readers.drawPage(file, page), put: deps.blobs.put })
    return itemReading(reading, asked, cropper, payload.route)
  })
}

/** An article that somebody saved as a page or as text. */
function readArticle(file: Uint8Array, { route: _, title }: Payload, seenAt: string): Partial<PrintItemReading> {
  const text = new TextDecoder().decode(file)
  const isPage = /<(?:!doctype html|html|body|article|p|div)\b/i.test(text.slice(0, 5_000))
  const page = isPage ? readPage(text, { url: 'https://press.invalid/', fetchedAt: seenAt, record: null }) : null
  const piece = { page: null, title, seenAt, record: null }
  const { claims, people } = page ? readPressPage(page, text, piece) : readPressText(text.slice(0, longestText), piece)
  return { title: title || (page ? titleOfArticle(page.title, text) : ''), accounts: claims.slice(0, mostAccounts).map(accountOf), people }
}

const longestText = 500_000
const mostAccounts = 60

const accountOf = ({ platform, handle, url, key, via }: Claim) => ({
  ...{ platform, handle, url, key, tier: 'certain' as const, quote: via.quote, crop: null, page: 1 },
})

const fileGone = {
  nl: 'Het bestand is er niet meer. Lever het nog een keer in.',
  en: 'The file is no longer there. Hand it in once more.',
}
