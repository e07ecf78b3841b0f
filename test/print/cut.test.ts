import sharp from 'sharp'
import { afterAll, expect, it } from 'vitest'
import { cutOut, mostCropBytes, thumbnail } from '../../src/print/readers/cut.ts'
import { openPrintReaders } from '../../src/print/readers/open.ts'
import type { DrawnPage } from '../../src/print/types.ts'
import { random } from '../support/random.ts'
import { smallPdf } from '../support/small-pdf.ts'

const readers = openPrintReaders()
afterAll(() => readers.close())

/** White, with a red box at its place. */
const sheet = (width: number, height: number, box: { left: number; top: number; width: number; height: number }) =>
  sharp({ create: { width, height, channels: 3, background: '#fff' } }).composite([
    { input: { create: { width: box.width, height: box.height, channels: 3, background: '#f00' } }, left: box.left, top: box.top },
  ])
const isRed = async (picture: Uint8Array) => {
  const { channels } = await sharp(picture).stats()
  return (channels[0]?.mean ?? 0) > 240 && (channels[1]?.mean ?? 255) < 180
}

it('cuts the place out with some of what is around it, in colour', async () => {
  const file = await sheet(800, 600, { left: 300, top: 200, width: 200, height: 60 }).png().toBuffer()
  const crop = await cutOut(await readers.drawPage(file, 1), { x: 300, y: 200, w: 200, h: 60 })
  expect(await sharp(crop).metadata()).toMatchObject({ format: 'webp', width: 260, height: 120 })
  expect(await isRed(crop)).toBe(true)
})

it('measures a photo that lies on its side by how it is seen', async () => {
  const file = await sheet(800, 600, { left: 0, top: 0, width: 200, height: 60 }).jpeg().withMetadata({ orientation: 6 }).toBuffer()
  const page = await readers.drawPage(file, 1)
  expect([page.width, page.height]).toEqual([600, 800])
  expect(await isRed(await cutOut(page, { x: 540, y: 0, w: 60, h: 200 }))).toBe(true)
})

it('measures a PDF in points', async () => {
  const page = await readers.drawPage(smallPdf([{ lines: ['een'] }, { lines: ['facebook.com/acme'] }]), 2)
  expect(page.width * page.scale).toBeCloseTo(420, 0)
  const crop = await cutOut(page, { x: 40, y: 46, w: 120, h: 14 })
  expect((await sharp(crop).stats()).channels[0]?.min).toBeLessThan(80)
  await expect(readers.drawPage(new TextEncoder().encode('%PDF-1.4 niets'), 1)).rejects.toMatchObject({ code: 'not-accepted' })
})

it('stays inside the page, and under 100 kB however much there is to see', async () => {
  const next = random(7)
  const [width, height] = [2000, 1500]
  const noise: DrawnPage = { width, height, scale: 1, rgb: Uint8Array.from({ length: width * height * 3 }, () => next() * 256) }
  for (const box of [
    { x: 0, y: 0, w: width, h: height },
    { x: -50, y: 1400, w: 500, h: 500 },
    { x: 1999, y: 1499, w: 1, h: 1 },
  ])
    expect((await cutOut(noise, box)).byteLength).toBeLessThanOrEqual(mostCropBytes)
  expect((await thumbnail(noise)).byteLength).toBeLessThanOrEqual(mostCropBytes)
}, 30_000)
