import sharp from 'sharp'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { printLimits } from '../../src/print/limits.ts'
import { readPrint } from '../../src/print/read-print.ts'
import { openPrintReaders, readWithin } from '../../src/print/readers/open.ts'
import type { PdfPage } from '../../src/print/types.ts'
import { drawCode, drawPoster } from '../support/draw-poster.ts'
import { asPhoneSees } from '../support/phone-photo.ts'
import { posters } from '../support/posters.ts'
import { smallPdf } from '../support/small-pdf.ts'

// A page takes a second of an idle core, and many on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

const readers = openPrintReaders()
afterAll(() => readers.close())

const sheet = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#dddddd' } })
const pagesOf = async (file: Uint8Array, from = readers) => {
  const pages: PdfPage[] = []
  for await (const page of from.pdfPages(file)) pages.push(page)
  return pages
}
const linesOf = async (file: Uint8Array) => (await pagesOf(file)).map(({ lines }) => lines.map(({ text }) => text))
const accountsOn = async (file: Uint8Array) => (await readPrint(file, readers)).accounts.map(({ key, handle }) => key ?? handle)

describe('codes', () => {
  it('are all read, with letters of every kind, and each has its place', async () => {
    const texts = ['https://www.instagram.com/acme/', 'Café “De Brug” – 日本 – ß', 'WIFI:S:gast;;']
    const tiles = await Promise.all(texts.map(async (text, at) => ({ input: await drawCode(text), left: 60 + at * 330, top: 80 })))
    const { codes } = await readPrint(await sheet(1100, 500).composite(tiles).png().toBuffer(), readers)
    expect(codes.map(({ text }) => text).sort()).toEqual([...texts].sort())
    const place = codes.find(({ text }) => text === texts[1])?.crop
    expect(place?.x).toBeGreaterThan(390)
    expect((place?.x ?? 0) + (place?.w ?? 0)).toBeLessThan(720)
  })

  it('are read upside down, inverted, and when blurred beyond a plain look', async () => {
    const code = await drawCode('https://x.com/acme')
    const photo = sheet(700, 600).composite([{ input: code, left: 200, top: 150 }])
    const flat = await photo.png().toBuffer()
    for (const changed of [
      sharp(flat).rotate(180),
      sharp(flat).negate({ alpha: false }),
      sharp(flat).resize(300).blur(1.2).jpeg({ quality: 40 }),
    ])
      expect(await accountsOn(await changed.toBuffer())).toEqual(['x:acme'])
  })
})

describe('a poster of our own as a phone sees it', () => {
  it.each(posters.filter(({ id }) => ['zorggroep', 'koor', 'library', 'theatre'].includes(id)))(
    '$id ($language) is read whole',
    async (poster) => {
      const photo = await asPhoneSees(await drawPoster(poster), poster.phone, posters.indexOf(poster) + 1)
      const { accounts, urls } = await readPrint(photo, readers)
      expect(accounts.map(({ key, handle }) => key ?? handle)).toEqual(expect.arrayContaining([...poster.accounts]))
      expect(urls.map((url) => url.toLowerCase())).toEqual(expect.arrayContaining([...poster.urls]))
    },
  )

  it('is read lying on its side, and the crop is where the line stands', async () => {
    const [poster] = posters
    if (poster === undefined) throw new Error('no posters')
    const upright = await drawPoster(poster)
    const { accounts } = await readPrint(await sharp(upright).rotate(90).toBuffer(), readers)
    expect(accounts.map(({ key }) => key)).toEqual(expect.arrayContaining([...poster.accounts]))
    // Third line of text: y about 600 of 1754 upright, so x about 1150 of 1754 after a quarter turn to the right.
    const crop = accounts.find(({ key }) => key === 'facebook:wijkhuisnoord')?.crop
    expect(crop?.x).toBeGreaterThan(1100)
    expect((crop?.x ?? 0) + (crop?.w ?? 0)).toBeLessThan(1200)
    expect(crop?.y).toBeGreaterThan(80)
    expect(crop?.y).toBeLessThan(130)
  })
})

describe('a PDF', () => {
  it('gives text and links of every page', async () => {
    const file = smallPdf([
      { lines: ['Volg ons op Instagram: @acme_nl'] },
      { lines: ['Lees meer'], link: 'https://www.linkedin.com/company/acme' },
    ])
    const { accounts } = await readPrint(file, readers)
    expect(accounts.map(({ key, from, crop }) => [key, from, crop.page])).toEqual([
      ['instagram:acme_nl', 'pdf-text', 1],
      ['linkedin:company/acme', 'pdf-text', 2],
    ])
    expect(accounts[0]?.crop.x).toBeCloseTo(40, 0)
    expect(accounts[0]?.crop.y).toBeGreaterThan(40)
    expect(accounts[0]?.crop.y).toBeLessThan(62)
  })

  it('does not mix with another that is read at the same time', async () => {
    const both = ['acme_een', 'acme_twee'].map((name) => linesOf(smallPdf([{ lines: [`x.com/${name}`] }, { lines: ['einde'] }])))
    expect(await Promise.all(both)).toEqual([
      [['x.com/acme_een'], ['einde']],
      [['x.com/acme_twee'], ['einde']],
    ])
  })

  it('of too many pages is refused, and the next file is read all the same', async () => {
    const strict = openPrintReaders({ ...printLimits, pages: 2 })
    try {
      const pages = (count: number) => smallPdf(Array.from({ length: count }, () => ({ lines: ['facebook.com/acme'] })))
      await expect(readPrint(pages(3), strict)).rejects.toMatchObject({ code: 'too-large' })
      expect(await pagesOf(pages(2), strict)).toHaveLength(2)
    } finally {
      await strict.close()
    }
  })

  it('with a page as large as a house is drawn small', async () => {
    const [page] = await pagesOf(smallPdf([{ lines: ['facebook.com/acme'] }], [14_400, 14_400]))
    expect(page?.lines.map(({ text }) => text)).toEqual(['facebook.com/acme'])
    const { width = 0, height = 0 } = page?.picture ?? {}
    expect(width).toBeGreaterThan(1_000)
    expect(width * height).toBeLessThanOrEqual(12_000_000)
  })
})

describe('what cannot be read', () => {
  it.each([
    ['words', new TextEncoder().encode('no picture at all')],
    ['a broken PDF', new TextEncoder().encode('%PDF-1.4\nbroken')],
    ['an SVG', new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')],
  ])('is refused with a sentence in both languages: %s', async (_, file) => {
    await expect(readPrint(file, readers)).rejects.toMatchObject({
      name: 'EenlijnError',
      code: 'not-accepted',
      text: { nl: expect.any(String), en: expect.any(String) },
    })
  })

  it('is a photo that stops halfway', async () => {
    const photo = await sheet(400, 400).jpeg().toBuffer()
    await expect(readPrint(photo.subarray(0, photo.length / 2), readers)).rejects.toMatchObject({ code: 'not-accepted' })
  })

  it('is a small file that unfolds into more pixels than allowed', async () => {
    const strict = openPrintReaders({ ...printLimits, pixels: 1_000_000 })
    const bomb = await sheet(2000, 2000).png({ compressionLevel: 9 }).toBuffer()
    expect(bomb.length).toBeLessThan(50_000)
    await expect(readPrint(bomb, strict)).rejects.toMatchObject({ code: 'too-large' })
    await strict.close()
  })
})

describe('the threads', () => {
  it('end when time is up, and start anew for the next file', async () => {
    const own = openPrintReaders()
    const poster = await drawPoster(posters[1] ?? (posters[0] as (typeof posters)[number]))
    try {
      await expect(readWithin(poster, own, { ...printLimits, milliseconds: 30 })).rejects.toMatchObject({ code: 'too-large' })
      const { accounts } = await readWithin(poster, own)
      expect(accounts.map(({ key }) => key)).toContain('facebook:buurttuindelinde')
    } finally {
      await own.close()
    }
  })

  it('leave the event loop free while they read', async () => {
    const poster = await drawPoster(posters[0] as (typeof posters)[number])
    let longest = 0
    let last = performance.now()
    const beat = setInterval(() => {
      longest = Math.max(longest, performance.now() - last)
      last = performance.now()
    }, 5)
    await readPrint(poster, readers)
    clearInterval(beat)
    expect(longest).toBeLessThan(400)
  })
})
