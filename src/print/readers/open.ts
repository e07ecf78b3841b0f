import { openProcess } from '../../processes/open-process.ts'
import { type PrintLimits, printLimits, tookTooLong } from '../limits.ts'
import { isPdf, readPrint } from '../read-print.ts'
import type { CodeSeen, DrawnPage, PdfPage, PrintReaders, PrintReading } from '../types.ts'
import type { CodesQuestion } from './codes-process.ts'
import type { PdfQuestion } from './pdf-process.ts'
import { openText } from './text.ts'

/** Readers that work on this machine alone. */
export interface OpenReaders extends PrintReaders {
  /** A page as it looks, from 1. Measures are those of its crops. @throws EenlijnError `not-accepted`. */
  drawPage(file: Uint8Array, number: number): Promise<DrawnPage>
  /** Ends their processes, also in the middle of a page. Reading once more starts them anew. */
  close(): Promise<void>
}

/** Nothing heavy is loaded before the first file is read, and nothing heavy runs on the event loop. */
export function openPrintReaders(limits: PrintLimits = printLimits): OpenReaders {
  const codes = openProcess<CodesQuestion, readonly CodeSeen[]>(new URL('./codes-process.ts', import.meta.url))
  const pdf = openProcess<PdfQuestion, PdfPage | DrawnPage | null>(new URL('./pdf-process.ts', import.meta.url))
  const text = openText()
  // The process holds one PDF; the next waits for its turn.
  let turn: Promise<void> = Promise.resolve()
  return {
    decodeImage: async (file) => (await import('./decode-image.ts')).decodeImage(file, limits),
    drawPage: async (file, number) =>
      isPdf(file)
        ? ((await pdf.ask({ draw: file, page: number })) as DrawnPage)
        : (await import('./decode-image.ts')).drawImage(file, limits),
    codes: (picture, effort) => codes.ask({ picture, effort }),
    text: text.read,
    async *pdfPages(file) {
      const before = turn
      let done = () => {}
      turn = new Promise((resolve) => {
        done = resolve
      })
      await before
      try {
        await pdf.ask({ open: file, limits })
        const next = () => pdf.ask('next') as Promise<PdfPage | null>
        for (let page = await next(); page !== null; page = await next()) yield page
        await pdf.ask('close')
      } finally {
        done()
      }
    },
    close: async () => {
      await Promise.all([codes.close(), pdf.close(), text.close()])
    },
  }
}

/**
 * {@link readPrint} that ends after `limits.milliseconds`, its processes with it.
 * @throws EenlijnError `too-large` when time is up, and what `readPrint` throws.
 */
export async function readWithin(file: Uint8Array, readers: OpenReaders, limits: PrintLimits = printLimits): Promise<PrintReading> {
  let timer: NodeJS.Timeout | undefined
  const reading = readPrint(file, readers, limits)
  const deadline = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), limits.milliseconds)
  })
  try {
    const first = await Promise.race([reading, deadline])
    if (first !== 'late') return first
    // What was asked of the processes fails once they are gone; the sentence to tell is the one about time.
    reading.catch(() => undefined)
    await readers.close()
    throw tookTooLong(limits)
  } finally {
    clearTimeout(timer)
  }
}
