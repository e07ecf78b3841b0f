import { readSavedArticle } from '../../discovery/read-article.ts'
import { EenlijnError } from '../../model/errors.ts'
import type { Fetcher } from '../../model/fetch.ts'
import type { Claim } from '../../model/jobs.ts'
import { emptyReading, type PrintItemReading, type PrintRoute } from '../../model/print-item.ts'
import { askAddresses } from '../ask-addresses.ts'
import { kindOfFile } from '../file-kind.ts'
import { itemReading } from '../item-reading.ts'
import { createCropper } from './crops.ts'
import { type OpenReaders, readWithin } from './open.ts'

/** One poster, flyer or clipping, as it was handed in. */
export interface HandedItem {
  readonly file: Uint8Array
  readonly route: PrintRoute
  /** As a person typed it, or ''. */
  readonly title: string
  /** The organisation's, or `null`: printed addresses of it are asked for. */
  readonly website: string | null
}

/** What reading one needs of the world around it. */
export interface ItemTools {
  readonly fetcher: Fetcher
  readonly signal: AbortSignal
  /** ISO 8601. */
  readonly now: string
  /** Lends the readers when it is this file's turn. */
  readonly desk: { read<T>(signal: AbortSignal, work: (readers: OpenReaders) => Promise<T>): Promise<T> }
  /** Keeps a cut; gives its digest. */
  put(bytes: Uint8Array): Promise<string>
}

/** Reads what a handed-in file names, each with the place on it cut out. A file that cannot be read gives the reason why. */
export async function readItem(item: HandedItem, tools: ItemTools): Promise<PrintItemReading> {
  const read = await readFile(item, tools).catch((error: unknown) => {
    if (error instanceof EenlijnError && (error.code === 'not-accepted' || error.code === 'too-large')) return { why: error.text }
    throw error
  })
  return { ...emptyReading, title: item.title, ...read }
}

async function readFile({ file, route, title, website }: HandedItem, tools: ItemTools): Promise<Partial<PrintItemReading>> {
  if (kindOfFile(file, { text: route === 'press' }) === 'text') {
    const article = readSavedArticle(file, { title, seenAt: tools.now })
    return { title: article.title, accounts: article.claims.map(accountOf), people: article.people }
  }
  const { fetcher, signal } = tools
  return tools.desk.read(signal, async (readers) => {
    const reading = await readWithin(file, readers)
    signal.throwIfAborted()
    const asked = await askAddresses(reading.places, { fetcher, website, signal })
    const cropper = createCropper({ drawPage: (page) => readers.drawPage(file, page), put: tools.put })
    return itemReading(reading, asked, cropper, route)
  })
}

const accountOf = ({ platform, handle, url, key, via }: Claim) => ({
  ...{ platform, handle, url, key, tier: 'certain' as const, quote: via.quote, crop: null, page: 1 },
})
