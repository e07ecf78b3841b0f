import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import sharp, { type Sharp } from 'sharp'
import { prepareZXingModule, type ReaderOptions, type ReadResult, readBarcodes } from 'zxing-wasm/reader'
import { around } from '../group-lines.ts'
import type { Box, CodeSeen, Effort, Picture } from '../types.ts'
import { greyOf } from './decode-image.ts'

interface Try {
  /** Where the changed picture's pixels lie in the original: x and y factors; `null` when turned, so only the whole is known. */
  readonly scale: readonly [number, number] | null
  readonly change: (image: Sharp, width: number, height: number) => Sharp
  readonly binarizer?: 'GlobalHistogram'
}

const bigger = (factor: number) => (image: Sharp, width: number) => image.resize({ width: Math.round(width * factor), kernel: 'cubic' })
const sharper = (sigma: number) => (image: Sharp, width: number) => bigger(2)(image, width).sharpen({ sigma, m1: sigma, m2: 2 * sigma })
const softer = (image: Sharp, width: number) => bigger(2)(image, width).blur(2)
const stretched = (x: number, y: number) => (image: Sharp, width: number, height: number) =>
  image.resize(Math.round(width * x), Math.round(height * y), { fit: 'fill' })
const local = (image: Sharp, width: number, height: number) =>
  image.clahe({ width: Math.max(8, Math.round(width / 8)), height: Math.max(8, Math.round(height / 8)), maxSlope: 3 })
const turned = (degrees: number) => (image: Sharp) => image.rotate(degrees, { background: '#fff' })
const plain = (image: Sharp) => image
const histogram = { binarizer: 'GlobalHistogram' } as const

/** In the order in which they helped most often with blurred, small, noisy, dark and slanted codes. */
const tries: readonly Try[] = [
  { scale: [1, 1], change: plain },
  { scale: [2, 2], change: bigger(2) },
  { scale: [2, 2], change: sharper(3) },
  { scale: [2, 2], change: softer },
  { scale: [1, 1], change: plain, ...histogram },
  { scale: [3, 3], change: bigger(3) },
  { scale: [2, 2], change: sharper(5) },
  { scale: [2, 2], change: softer, ...histogram },
  { scale: [1, 1.6], change: stretched(1, 1.6) },
  { scale: [1.6, 1], change: stretched(1.6, 1) },
  { scale: [1, 1], change: local },
  { scale: [2, 2], change: sharper(3), ...histogram },
  { scale: [3, 3], change: bigger(3), ...histogram },
  { scale: [0.5, 0.5], change: bigger(0.5) },
  { scale: null, change: turned(45) },
  { scale: [0.5, 0.5], change: bigger(0.5), ...histogram },
  { scale: [1, 1], change: (image) => image.median(3), ...histogram },
  { scale: null, change: turned(22) },
  { scale: [1, 1], change: local, ...histogram },
]

const options: ReaderOptions = { formats: ['QRCode', 'MicroQRCode'], tryHarder: true, tryRotate: true, tryInvert: true, textMode: 'Plain' }
/** Tries that every picture gets, so that a second, fainter code is found beside a clear one. */
const always = 2
/** Pixels looked at while nothing was found: under a second of one core, or several. */
const budgets: Readonly<Record<Effort, number>> = { quick: 12_000_000, thorough: 60_000_000 }
/** A changed picture is not made larger than this. */
const mostPixels = 12_000_000

let ready: Promise<unknown> | undefined

async function prepare(): Promise<void> {
  ready ??= readFile(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')).then((wasm) =>
    prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer }, fireImmediately: true }),
  )
  await ready
}

/**
 * Reads every QR code in a picture, each once: first as it is, then larger, sharper, softer, stretched, turned and in
 * another black and white, until something is read.
 */
export async function readCodes(picture: Picture, effort: Effort): Promise<CodeSeen[]> {
  await prepare()
  const found = new Map<string, CodeSeen>()
  let spent = 0
  for (const [at, attempt] of tries.entries()) {
    if (at >= always && found.size > 0) break
    const [x, y] = attempt.scale ?? [1.4, 1.4]
    const pixels = picture.width * picture.height * x * y
    if (at > 0 && (pixels > mostPixels || spent + pixels > budgets[effort])) continue
    spent += pixels
    for (const result of await attemptCodes(picture, attempt)) {
      const box = attempt.scale === null ? { x: 0, y: 0, w: picture.width, h: picture.height } : scaled(boxOf(result), attempt.scale)
      const text = textOf(result)
      if (text !== '' && !found.has(text)) found.set(text, { text, box })
    }
  }
  return [...found.values()]
}

async function attemptCodes(picture: Picture, attempt: Try): Promise<readonly ReadResult[]> {
  const { width, height, grey } = picture
  const source = sharp(grey, { raw: { width, height, channels: 1 }, limitInputPixels: false })
  const changed = attempt.change === plain ? picture : await greyOf(attempt.change(source, width, height))
  const results = await readBarcodes(asImageData(changed), { ...options, binarizer: attempt.binarizer ?? 'LocalAverage' })
  return results.filter((result) => result.isValid)
}

type Canvas = Extract<Parameters<typeof readBarcodes>[0], { readonly colorSpace: unknown }>

/** The reader takes pixels as a canvas has them. */
function asImageData({ width, height, grey }: Picture): Canvas {
  const data = new Uint8ClampedArray(width * height * 4)
  const words = new Uint32Array(data.buffer)
  for (let at = 0; at < grey.length; at++) words[at] = 0xff000000 | ((grey[at] ?? 0) * 0x010101)
  return { data, width, height, colorSpace: 'srgb' } as Canvas
}

/** Without a declared character set the reader guesses; bytes that are valid UTF-8 are UTF-8, as nearly every maker writes it. */
function textOf(result: ReadResult): string {
  if (result.hasECI) return result.text
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(result.bytes)
    return [...text].length < [...result.text].length ? text : result.text
  } catch {
    return result.text
  }
}

function boxOf({ position }: ReadResult): Box {
  const corners = [position.topLeft, position.topRight, position.bottomRight, position.bottomLeft]
  return around(corners.map(({ x, y }) => ({ x, y, w: 0, h: 0 })))
}

const scaled = (box: Box, [x, y]: readonly [number, number]): Box => ({
  x: Math.round(box.x / x),
  y: Math.round(box.y / y),
  w: Math.round(box.w / x),
  h: Math.round(box.h / y),
})
