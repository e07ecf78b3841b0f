import { readFile } from 'node:fs/promises'
import { createRecorder } from '../capture/record.ts'
import { demoPages } from './pages.ts'

/** When the demonstration's web was "archived": fixed, so that packing gives the same bytes on every machine. */
const archivedAt = '2026-09-14T07:30:00.000Z'

const web = new URL('web/', import.meta.url)

/** Packs the demonstration's web as a web archive: one gzip WARC record per answer, laid end to end. The same bytes every time. */
export async function packDemoArchive(): Promise<Uint8Array> {
  const records: Uint8Array[] = []
  const { keep } = createRecorder({ put: async (bytes) => String(records.push(bytes)) })
  for (const { url, status, headers, file } of demoPages) {
    const body = file === null ? new Uint8Array() : await readFile(new URL(file, web))
    await keep({ kind: 'response', url, at: archivedAt, status, headers, body })
  }
  return Buffer.concat(records)
}
