import { existsSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join, resolve, sep } from 'node:path'
import { z } from 'zod'
import type { Backdrop } from '../images/portraits/backdrop.ts'
import { groupBackdrops } from '../images/portraits/group.ts'
import { type OpenImageReaders, openImageReaders } from '../images/readers/open.ts'
import { EenlijnError } from '../model/errors.ts'
import { exit, type Io } from './io.ts'
import { readOptions } from './options.ts'

const pairsSchema = z.object({
  items: z.array(z.object({ file: z.string() })),
  /** Two places in `items`; what follows them is not read. */
  pairs: z.array(z.tuple([z.number().int(), z.number().int()]).rest(z.unknown())),
})
const logosSchema = z.object({ logos: z.array(z.object({ f: z.string() })), items: z.array(z.object({ f: z.string() })) })
const portraitsSchema = z.array(z.object({ file: z.string() }))

/** Pictures that are worked on at a time; each process holds one. */
const processes = 2

/**
 * `images compare --pairs LIST`, `images logos --set LIST`, `images portraits --set LIST`: lines of JSON on standard
 * output in the order of the list, and what it took as the last line on standard error.
 */
export async function images(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readOptions(args, { pairs: { type: 'string' }, set: { type: 'string' } }, true)
  const [verb, ...more] = positionals
  const run = verb === undefined || !Object.hasOwn(verbs, verb) ? undefined : verbs[verb as keyof typeof verbs]
  const list = verb === 'compare' ? values.pairs : values.set
  if (run === undefined || list === undefined || more.length > 0) throw usage()
  const started = performance.now()
  const folder = dirname(resolve(list))
  const seen = new Set<string>()
  const readers = openImageReaders({
    processes,
    get: (file) => {
      seen.add(file)
      return readFile(file).catch(() => null)
    },
  })
  try {
    await run({
      list: readList(list),
      folder,
      readers,
      signal: io.signal,
      say: (line) => void io.stdout.write(`${JSON.stringify(line)}\n`),
    })
  } finally {
    await readers.close()
    const seconds = Math.round(performance.now() - started) / 1000
    const peakBytes = process.resourceUsage().maxRSS * 1024 + readers.used().peakBytes
    io.stderr.write(`${JSON.stringify({ images: seen.size, seconds, peakMemoryMb: Math.round(peakBytes / 2 ** 20) })}\n`)
  }
  return exit.done
}

interface Asked {
  readonly list: unknown
  readonly folder: string
  readonly readers: OpenImageReaders
  readonly signal: AbortSignal
  say(line: object): void
}

const verbs = { compare, logos, portraits }

/** A line for each pair: `{a, b, verdict, score}`, the pictures by their names in the list. */
async function compare({ list, folder, readers, signal, say }: Asked): Promise<void> {
  const { items, pairs } = parsed(pairsSchema, list)
  const fileAt = (at: number) => {
    const file = items[at]?.file
    if (file === undefined) throw notOfThisForm(`pairs: ${at}`)
    return file
  }
  await inOrder(
    pairs,
    signal,
    async ([a, b]) => {
      const found = await readers.compare(placeOf(folder, [fileAt(a)]), placeOf(folder, [fileAt(b)]), 'banner')
      return { a: fileAt(a), b: fileAt(b), ...(found ?? { verdict: 'cannot-tell', score: null }) }
    },
    say,
  )
}

/** As many as a process keeps ready: more would be made ready anew for every picture, with fewer each picture is opened more often. */
const logosAtOnce = 16

/** A line for each picture and logo: `{item, logo, verdict, score}`; all pictures for the first few logos, then for the next. */
async function logos({ list, folder, readers, signal, say }: Asked): Promise<void> {
  const set = parsed(logosSchema, list)
  for (let first = 0; first < set.logos.length; first += logosAtOnce) {
    const some = set.logos.slice(first, first + logosAtOnce)
    const keys = new Map(some.map(({ f }) => [placeOf(folder, [f, join('logos/svg', f), join('svg', f)]), f]))
    await inOrder(
      set.items,
      signal,
      async ({ f }) => {
        const file = placeOf(folder, [f, join('logos/placed', f), join('placed', f)])
        return { item: f, found: (await readers.find(file, [...keys.keys()])) ?? [] }
      },
      ({ item, found }) => {
        for (const { logo, verdict, score } of found) say({ item, logo: keys.get(logo), verdict, score })
      },
    )
  }
}

/** First a line `{groups}`, each group the names of its portraits; then a line for each pair, `{a, b, verdict, score}`. */
async function portraits({ list, folder, readers, signal, say }: Asked): Promise<void> {
  const files = parsed(portraitsSchema, list).map(({ file }) => file)
  const seen: { file: string; backdrop: Backdrop }[] = []
  await inOrder(
    files,
    signal,
    async (file) => ({ file, look: await readers.look(placeOf(folder, [file]), { kind: 'avatar', faces: true, logos: [] }) }),
    ({ file, look }) => {
      if (look?.portrait) seen.push({ file, backdrop: look.portrait.backdrop })
    },
  )
  const { groups, pairOf } = groupBackdrops(seen.map(({ backdrop }) => backdrop))
  say({ groups: groups.map((group) => group.map((at) => seen[at]?.file)) })
  for (let a = 0; a < seen.length; a++)
    for (let b = a + 1; b < seen.length; b++) {
      const { verdict, score } = pairOf(a, b)
      say({ a: seen[a]?.file, b: seen[b]?.file, verdict, score })
    }
}

/** Keeps every process at work and gives the results in the order of the list. */
async function inOrder<T, R>(
  list: readonly T[],
  signal: AbortSignal,
  work: (one: T) => Promise<R>,
  give: (result: R) => void,
): Promise<void> {
  const running: Promise<R>[] = []
  for (const one of list) {
    if (signal.aborted) throw stopped()
    const started = work(one)
    // Its failure is heard when its turn comes, or not at all once another one has stopped the list.
    started.catch(() => undefined)
    running.push(started)
    // A few wait their turn, so that no process is idle while the first in line takes long.
    if (running.length > 2 * processes) give(await (running.shift() as Promise<R>))
  }
  for (const last of running) give(await last)
}

/** The first of the places that exists, inside the folder of the list. */
function placeOf(folder: string, places: readonly string[]): string {
  const files = places.map((place) => resolve(folder, place)).filter((file) => file.startsWith(folder + sep))
  return files.find((file) => existsSync(file)) ?? files[0] ?? folder
}

function readList(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (cause) {
    throw new EenlijnError(
      'invalid-input',
      { nl: `‘${file}’ is geen lijst in JSON, of het bestand is er niet.`, en: `‘${file}’ is not a list in JSON, or it is not there.` },
      { cause },
    )
  }
}

function parsed<S extends z.ZodType>(schema: S, list: unknown): z.infer<S> {
  const found = schema.safeParse(list)
  if (!found.success) throw notOfThisForm(found.error.issues[0]?.path.join('.') ?? '')
  return found.data
}

const notOfThisForm = (where: string) =>
  new EenlijnError('invalid-input', {
    nl: `Deze lijst heeft niet de vorm die hier nodig is${where ? ` (bij ‘${where}’)` : ''}. Zie ‘Lijsten met afbeeldingen’ in de README.`,
    en: `This list does not have the form that is needed here${where ? ` (at ‘${where}’)` : ''}. See ‘Lists of pictures’ in the README.`,
  })

const usage = () =>
  new EenlijnError('invalid-input', {
    nl: 'Zo gebruik je dit: eenlijn images compare --pairs LIJST, images logos --set LIJST of images portraits --set LIJST.',
    en: 'Use it so: eenlijn images compare --pairs LIST, images logos --set LIST or images portraits --set LIST.',
  })

const stopped = () => new EenlijnError('cancelled', { nl: 'Gestopt.', en: 'Stopped.' })
