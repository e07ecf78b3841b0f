import { printJob } from '../src/model/jobs.ts'
import { emptyReading, type PrintItemReading } from '../src/model/print-item.ts'
import type { Text } from '../src/model/text.ts'
import { readItem } from '../src/print/readers/read-item.ts'
import { putJson } from '../src/store/json-blob.ts'
import { defineJob } from './job.ts'

/** Reads one poster, flyer or clipping: what it names, each with the place on it cut out. */
export const print = defineJob(printJob, async (deps, { file: digest, route, title, website, archive, earlier }, job) => {
  const { signal } = job
  const visiting = await deps.visit({ archive, earlier, signal })
  const file = await deps.blobs.get(digest)
  const tools = { fetcher: visiting.fetcher, signal, now: deps.now().toISOString(), desk: deps.print, put: deps.blobs.put }
  const reading: PrintItemReading = file
    ? await readItem({ file, route, title, website }, tools)
    : { ...emptyReading, title, why: fileGone }
  return { read: reading.why === null, reading: await putJson(deps.blobs, reading), log: await visiting.keepLog() }
})

const fileGone: Text = {
  nl: 'Het bestand is er niet meer. Lever het nog een keer in.',
  en: 'The file is no longer there. Hand it in once more.',
}
