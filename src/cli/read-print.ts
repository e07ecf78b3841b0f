import { readFile, stat } from 'node:fs/promises'
import { EenlijnError } from '../model/errors.ts'
import type { Locale } from '../model/text.ts'
import { notReadable, type PrintLimits, printLimits, tooManyBytes } from '../print/limits.ts'
import { openPrintReaders, readWithin } from '../print/readers/open.ts'
import { exit, type Io, speaker } from './io.ts'
import { readOptions } from './options.ts'

/** `read-print FILE…`: a line of JSON for each file on standard output. Fails when none could be read. */
export async function readPrintCommand(args: readonly string[], io: Io): Promise<number> {
  const { positionals } = readOptions(args, {}, true)
  if (positionals.length === 0)
    throw new EenlijnError('invalid-input', {
      nl: 'Geef een of meer bestanden: eenlijn read-print poster.jpg',
      en: 'Give one or more files: eenlijn read-print poster.jpg',
    })
  const read = await readPrintFiles(positionals, (line) => void io.stdout.write(line), speaker(io).locale)
  return read > 0 ? exit.done : exit.failed
}

/**
 * Reads photos, scans and PDFs of printed matter, a line of JSON each:
 * `{file, codes, accounts: [{platform, handle, url, tier, crop}], urls, handles, seconds}`.
 * A file that cannot be read gives `{file, error, seconds}` and does not stop the others. Gives how many were read.
 */
export async function readPrintFiles(
  files: readonly string[],
  write: (line: string) => void,
  locale: Locale = 'nl',
  limits: PrintLimits = printLimits,
): Promise<number> {
  const readers = openPrintReaders(limits)
  let read = 0
  try {
    for (const file of files) {
      const started = performance.now()
      const outcome = await readOne(file).catch((error: unknown) => ({ error: sentence(error, locale) }))
      if (!('error' in outcome)) read++
      write(`${JSON.stringify({ file, ...outcome, seconds: Math.round(performance.now() - started) / 1000 })}\n`)
    }
  } finally {
    await readers.close()
  }
  return read

  async function readOne(file: string) {
    const found = await stat(file).catch(() => {
      throw noFile()
    })
    if (!found.isFile()) throw noFile()
    if (found.size > limits.bytes) throw tooManyBytes(limits)
    const { codes, accounts, urls, handles } = await readWithin(await readFile(file), readers, limits)
    return {
      codes: codes.map(({ text }) => text),
      accounts: accounts.map(({ platform, handle, url, tier, crop }) => ({ platform, handle, url, tier, crop })),
      urls,
      handles,
    }
  }
}

const noFile = () => new EenlijnError('not-found', { nl: 'Dit bestand is er niet.', en: 'This file is not there.' })

const sentence = (error: unknown, locale: Locale): string => (error instanceof EenlijnError ? error.text : notReadable().text)[locale]
