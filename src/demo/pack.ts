import { readFile } from 'node:fs/promises'
import { createRecorder } from '../capture/record.ts'
import { type DemoMoment, demoMoments, pagesAt } from './moments.ts'
import type { DemoPage } from './pages.ts'

const web = new URL('web/', import.meta.url)

/**
 * Packs the demonstration's web, as it was at a moment, as a web archive: one gzip WARC record per answer, laid end to end.
 * The same bytes every time. Without a moment: the newest.
 */
export async function packDemoArchive(moment: DemoMoment = demoMoments.at(-1) as DemoMoment): Promise<Uint8Array> {
  const records: Uint8Array[] = []
  const { keep } = createRecorder({ put: async (bytes) => String(records.push(bytes)) })
  for (const answer of pagesAt(moment)) {
    const { url, status, headers } = answer
    await keep({ kind: 'response', url, at: moment.at, status, headers, body: await bodyOf(answer) })
  }
  return Buffer.concat(records)
}

/** What an answer says: its file, with what stood otherwise at its moment. */
export async function bodyOf({ file, edits }: DemoPage): Promise<Uint8Array> {
  if (file === null) return new Uint8Array()
  const bytes = await readFile(new URL(file, web))
  if (!edits) return bytes
  return new TextEncoder().encode(edits.reduce((text, [from, to]) => text.replaceAll(global(from), to), bytes.toString('utf8')))
}

const global = (from: string | RegExp) => (typeof from === 'string' || from.global ? from : new RegExp(from, 'g'))
