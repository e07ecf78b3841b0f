import { createInterface } from 'node:readline'
import { EenlijnError } from '../model/errors.ts'
import { exit, type Io } from './io.ts'
import { readOptions } from './options.ts'

/** `extract`: pages to standard output, the summary to standard error. */
export async function extract(args: readonly string[], io: Io): Promise<number> {
  const { values } = readOptions(args, { pages: { type: 'string' } })
  if (values.pages === undefined)
    throw new EenlijnError('invalid-input', {
      nl: 'Geef de lijst van pagina’s: --pages LIJST.json',
      en: 'Give the list of pages: --pages LIST.json',
    })
  const { extractPages } = await import('./extract.ts')
  extractPages(values.pages, { write: (line) => void io.stdout.write(line), writeSummary: (line) => void io.stderr.write(line) })
  return exit.done
}

/** `classify`: addresses from standard input. */
export async function classify(args: readonly string[], io: Io): Promise<number> {
  readOptions(args, {})
  const { classifyLines } = await import('./classify.ts')
  const lines = createInterface({ input: io.stdin, crlfDelay: Number.POSITIVE_INFINITY })
  await classifyLines(lines, (line) => void io.stdout.write(`${line}\n`))
  return exit.done
}
