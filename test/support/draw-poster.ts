import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import sharp from 'sharp'
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer'
import type { Poster } from './posters.ts'
import { random } from './random.ts'

const [width, height] = [1240, 1754]
const codeSide = 230

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** The sheet as the printer got it, as a PNG. */
export async function drawPoster(poster: Poster): Promise<Buffer> {
  const { font, ink, paper, size, title, lines } = poster
  const text = lines.map((line, at) => `<text x="110" y="${430 + at * size * 2.4}" font-size="${size}">${escaped(line)}</text>`).join('')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="${font}" fill="${ink}">
    <rect width="100%" height="100%" fill="${paper}"/>${poster.picture ? shapes(poster) : ''}
    <text x="110" y="270" font-size="68" font-weight="bold">${escaped(title)}</text>${text}</svg>`
  const codes = await Promise.all(
    poster.codes.map(async (code, at) => ({ input: await drawCode(code), left: width - 340 - at * 400, top: height - 360 })),
  )
  return sharp(Buffer.from(svg)).composite(codes).png({ compressionLevel: 1 }).toBuffer()
}

/** A QR code with its quiet zone. */
export async function drawCode(text: string): Promise<Buffer> {
  const wasm = await readFile(createRequire(import.meta.url).resolve('zxing-wasm/writer/zxing_writer.wasm'))
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer } })
  const { svg, error } = await writeBarcode(text, { format: 'QRCode', ecLevel: 'M' })
  if (error) throw new Error(error)
  return sharp(Buffer.from(svg), { density: 600 })
    .resize(codeSide, codeSide, { kernel: 'nearest' })
    .flatten({ background: '#fff' })
    .extend({ top: 20, bottom: 20, left: 20, right: 20, background: '#fff' })
    .png()
    .toBuffer()
}

/** Soft blobs a little lighter and darker than the paper. */
function shapes(poster: Poster): string {
  const next = random(poster.title.length)
  const blob = () =>
    `<ellipse cx="${next() * width}" cy="${next() * height}" rx="${60 + next() * 320}" ry="${60 + next() * 320}" fill="hsl(${next() * 360},45%,50%)" opacity="0.28"/>`
  return Array.from({ length: 24 }, blob).join('')
}
