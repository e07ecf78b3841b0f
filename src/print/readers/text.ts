import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Worker } from 'tesseract.js'
import type { Line, Picture } from '../types.ts'
import { asPgm, atReadingSize, evenLight, type Frame, framed, surroundingsOf, turnedBack } from './frames.ts'
import { isLight, joinWords } from './ink.ts'
import { slantsOf } from './skew.ts'

export interface TextReader {
  read(picture: Picture): Promise<readonly Line[]>
  close(): Promise<void>
}

const languages = ['nld', 'eng'] as const
/** The compact data: as good for names and addresses as the large one, and a third of its size. */
const edition = '4.0.0_best_int'

/** Reads text in one thread, started at the first picture. Language data comes from the installed packages alone. */
export function openText(): TextReader {
  let worker: Promise<Worker> | null = null
  let stop = new AbortController()
  let queue: Promise<unknown> = Promise.resolve()
  return {
    read: (picture) => {
      worker ??= startWorker()
      const [mine, { signal }] = [worker, stop]
      const result = queue.then(async () => unlessStopped(readAll(await mine, picture, signal), signal))
      queue = result.catch(() => undefined)
      return result
    },
    close: async () => {
      const running = worker
      worker = null
      stop.abort()
      stop = new AbortController()
      await (await running?.catch(() => null))?.terminate()
    },
  }
}

/** The engine never answers for a page that it was ended on. */
function unlessStopped<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const stopped = new Promise<never>((_, reject) => {
    const fail = () => reject(new Error('The reader was closed'))
    if (signal.aborted) fail()
    else signal.addEventListener('abort', fail, { once: true })
  })
  return Promise.race([work, stopped])
}

/** The engine wants its languages in one folder; the folder is gone again once they are loaded. */
async function startWorker(): Promise<Worker> {
  const { createWorker } = (await import('tesseract.js')).default
  const folder = await mkdtemp(join(tmpdir(), 'eenlijn-text-'))
  const { resolve } = createRequire(import.meta.url)
  try {
    for (const language of languages) {
      const data = `${language}.traineddata.gz`
      await copyFile(resolve(`@tesseract.js-data/${language}/${edition}/${data}`), join(folder, data))
    }
    const settings = { langPath: folder, gzip: true, cacheMethod: 'none', errorHandler: () => undefined }
    const worker = await createWorker([...languages], 1, settings)
    await worker.setParameters({ debug_file: '/dev/null' } as Record<string, string>)
    return worker
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Letters read with at least this sureness count towards "there is text here": upside down they reach 0.7. */
const sure = 0.8
const fewLetters = 12
const someLetters = 20
const manyLetters = 60

/**
 * Several readings of one picture, straightened: as it is; then with even light, for dark letters, light ones, or both,
 * as the first reading found them. A picture that yields next to nothing is tried on its head and on its sides.
 */
async function readAll(worker: Worker, picture: Picture, signal: AbortSignal): Promise<Line[]> {
  const { small, scale } = await atReadingSize(picture)
  const near = await surroundingsOf(small)
  const { upright, onSide } = slantsOf(small, near)
  const read = async (part: Picture, pass: number, turn: number) => {
    // An engine that was ended must not be asked.
    signal.throwIfAborted()
    return readFrame(worker, await framed(part, picture, scale, turn), pass, pass > 0)
  }
  const even = (isNegative: boolean, pass: number, turn: number) => read(evenLight(small, near, isNegative), pass, turn)
  const lines = [...(await read(small, 0, upright))]
  const isSeen = letters(lines) >= fewLetters
  for (const [at, isNegative] of shadesOf(lines, picture).entries())
    if (at === 0 || isSeen || letters(lines) < manyLetters) lines.push(...(await even(isNegative, 1 + at, upright)))
  if (letters(lines) >= fewLetters) return lines
  for (const turn of [upright + 180, onSide, onSide + 180]) {
    const other = await read(small, 0, turn)
    if (letters(other) > letters(lines) + someLetters) return [...other, ...(await even(false, 1, turn)), ...(await even(true, 2, turn))]
  }
  return lines
}

/** Whether to look for dark letters (`false`), light ones (`true`) or both, the likelier first. */
function shadesOf(lines: readonly Line[], picture: Picture): boolean[] {
  const all = letters(lines)
  if (all < fewLetters) return [false, true]
  const light = lines.reduce((sum, line) => sum + (isLight(picture, line.box) ? letters([line]) : 0), 0)
  // Letters of the other shade are worth a reading when there are more than a few words of them.
  return Math.min(light, all - light) > all / 5 ? [light > all / 2, light <= all / 2] : [light > all / 2]
}

const letters = (lines: readonly Line[]): number =>
  lines.reduce((sum, line) => sum + (line.confidence >= sure ? line.text.replace(/[^\p{L}]/gu, '').length : 0), 0)

async function readFrame(worker: Worker, frame: Frame, pass: number, isEven: boolean): Promise<Line[]> {
  const { data } = await worker.recognize(asPgm(frame.picture), {}, { text: false, blocks: true })
  const lines = (data.blocks ?? []).flatMap((block) => block.paragraphs.flatMap((paragraph) => paragraph.lines))
  return lines.map(({ words, bbox, confidence }) => ({
    text: isEven ? joinWords(words, frame.picture) : words.map(({ text }) => text).join(' '),
    box: turnedBack(bbox, frame),
    confidence: confidence / 100,
    pass,
  }))
}
