/**
 * How much of printed matter is read right: photos of QR codes, made posters, and our own posters as a phone sees them.
 *   node --import tsx test/bench/print.ts [folder of the real pictures] [--only qr|posters|own]
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readPrint } from '../../src/print/read-print.ts'
import { openPrintReaders } from '../../src/print/readers/open.ts'
import type { PrintReading } from '../../src/print/types.ts'
import { drawPoster } from '../support/draw-poster.ts'
import { asPhoneSees } from '../support/phone-photo.ts'
import { posters } from '../support/posters.ts'

const { values, positionals } = parseArgs({ options: { only: { type: 'string' } }, allowPositionals: true })
const folder = positionals[0] ?? join(import.meta.dirname, '../../../shared/real/images')
const readers = openPrintReaders()
const wanted = (part: string) => values.only === undefined || values.only === part
const say = (line: string) => void process.stdout.write(`${line}\n`)
const oneBlank = (text: string) => text.replace(/\s+/g, ' ').trim()

/** Every text beside its picture, equal after white space. */
async function qrPhotos(): Promise<void> {
  const root = join(folder, 'qr')
  if (!existsSync(root)) return say('qr: skipped, the photos are not here')
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(?:png|jpe?g)$/i.test(name))
  const missed: string[] = []
  let milliseconds = 0
  for (const name of files.sort()) {
    const text = oneBlank(readFileSync(join(root, name.replace(/\.[a-z]+$/i, '.txt')), 'utf8'))
    const started = performance.now()
    const codes = await readers.codes(await readers.decodeImage(readFileSync(join(root, name))), 'thorough')
    milliseconds += performance.now() - started
    if (!codes.some((code) => oneBlank(code.text) === text))
      missed.push(`${name} read as ${JSON.stringify(codes.map((code) => code.text))}`)
  }
  const right = files.length - missed.length
  say(
    `qr: ${right} of ${files.length} right (${((100 * right) / files.length).toFixed(1)} %), ${Math.round(milliseconds / files.length)} ms each`,
  )
  for (const miss of missed) say(`  missed ${miss}`)
}

interface MadePoster {
  readonly t: readonly string[]
  readonly qr: string
}

/** What a made poster's lines print: addresses, names and e-mail addresses. */
const printed = (lines: readonly string[]): string[] =>
  lines.flatMap((line) => line.split(/\s+/)).filter((word) => /^@|\w\.(?:nl|eu|com)\b/.test(word) && !word.startsWith('#'))

const said = (reading: PrintReading): string =>
  [
    ...reading.urls,
    ...reading.handles,
    ...reading.accounts.flatMap(({ handle, url }) => [handle, url ?? '']),
    ...reading.codes.map(({ text }) => text),
  ]
    .map((text) => `${text} `)
    .join(' ')
    .toLowerCase()

async function timed(file: Uint8Array): Promise<{ reading: PrintReading; seconds: number }> {
  const started = performance.now()
  const reading = await readPrint(file, readers)
  return { reading, seconds: (performance.now() - started) / 1000 }
}

async function madePosters(): Promise<void> {
  const list = join(folder, 'posters.json')
  if (!existsSync(list)) return say('posters: skipped, the made posters are not here')
  const made: readonly MadePoster[] = JSON.parse(readFileSync(list, 'utf8'))
  const files = readdirSync(join(folder, 'posters'))
  let [right, total, slowest] = [0, 0, 0]
  const missed: string[] = []
  for (const name of files.sort()) {
    const poster = made[Number(/\d+/.exec(name)?.[0])]
    if (poster === undefined) continue
    const { reading, seconds } = await timed(readFileSync(join(folder, 'posters', name)))
    slowest = Math.max(slowest, seconds)
    const text = said(reading)
    for (const want of [...printed(poster.t), poster.qr]) {
      total++
      if (text.includes(`${want.toLowerCase()} `)) right++
      else missed.push(`${name}: ${want}`)
    }
  }
  say(`made posters: ${right} of ${total} found; slowest ${slowest.toFixed(1)} s`)
  for (const miss of missed) say(`  missed ${miss}`)
}

async function ownPosters(): Promise<void> {
  let [right, total] = [0, 0]
  const times: number[] = []
  const missed: string[] = []
  const extra: string[] = []
  for (const [at, poster] of posters.entries()) {
    const photo = await asPhoneSees(await drawPoster(poster), poster.phone, at + 1)
    const { reading, seconds } = await timed(photo)
    times.push(seconds)
    const keys = reading.accounts.map(({ key, handle }) => key ?? handle.toLowerCase())
    for (const want of poster.accounts) {
      total++
      if (keys.includes(want)) right++
      else missed.push(`${poster.id}: ${want} among ${keys.join(' ')}`)
    }
    for (const want of poster.urls) {
      total++
      if (reading.urls.some((url) => url.toLowerCase() === want)) right++
      else missed.push(`${poster.id}: ${want} among ${reading.urls.join(' ')}`)
    }
    extra.push(...keys.filter((key) => !poster.accounts.includes(key)).map((key) => `${poster.id}: ${key}`))
  }
  times.sort((a, b) => a - b)
  say(`own posters: ${right} of ${total} found (${((100 * right) / total).toFixed(1)} %), ${extra.length} beside; `)
  say(`  seconds: median ${times[Math.floor(times.length / 2)]?.toFixed(1)}, slowest ${times.at(-1)?.toFixed(1)}`)
  for (const miss of missed) say(`  missed ${miss}`)
  for (const more of extra) say(`  beside ${more}`)
}

try {
  await readPrint(await drawPoster({ ...posters[0], phone: {} } as (typeof posters)[number]), readers)
  if (wanted('qr')) await qrPhotos()
  if (wanted('posters')) await madePosters()
  if (wanted('own')) await ownPosters()
} finally {
  await readers.close()
}
