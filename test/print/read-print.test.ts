import { describe, expect, it } from 'vitest'
import { printLimits } from '../../src/print/limits.ts'
import { isPdf, readPrint } from '../../src/print/read-print.ts'
import type { CodeSeen, Line, PdfPage, PrintReaders } from '../../src/print/types.ts'

const box = { x: 5, y: 6, w: 70, h: 8 }
const picture = { width: 100, height: 50, grey: new Uint8Array(5000) }
const line = (text: string): Line => ({ text, box, confidence: 0.9, pass: 0 })
const bytes = (text: string) => new TextEncoder().encode(text)

function readers(given: { codes?: CodeSeen[]; hidden?: CodeSeen[]; lines?: Line[]; pages?: PdfPage[] }) {
  const efforts: string[] = []
  const made: PrintReaders = {
    decodeImage: async () => picture,
    codes: async (_, effort) => {
      efforts.push(effort)
      return effort === 'quick' ? (given.codes ?? []) : (given.hidden ?? [])
    },
    text: async () => given.lines ?? [],
    async *pdfPages() {
      yield* given.pages ?? []
    },
  }
  return { made, efforts }
}

describe('a picture', () => {
  it('gives accounts in three tiers with the place where each stands', async () => {
    const { made } = readers({
      codes: [{ text: 'https://www.facebook.com/acme', box }],
      lines: [line('Volg ons op Instagram: @acme_nl'), line('Deel je foto met @acmedag')],
    })
    const reading = await readPrint(bytes('x'), made)
    expect(reading.accounts.map(({ tier, platform, handle, from }) => [tier, platform, handle, from])).toEqual([
      ['certain', 'facebook', 'acme', 'code'],
      ['likely', 'instagram', 'acme_nl', 'text'],
      ['possible', null, '@acmedag', 'text'],
    ])
    expect(reading.accounts[0]?.crop).toEqual({ page: 1, ...box })
    expect(reading.accounts[1]?.quote).toBe('Volg ons op Instagram: @acme_nl')
    expect(reading.handles).toEqual(['@acme_nl', '@acmedag'])
    expect(reading.urls).toEqual(['https://www.facebook.com/acme'])
  })

  it('counts a bare name once its platform is known from elsewhere on the print', async () => {
    const { made } = readers({ lines: [line('instagram.com/acme'), line('Volg @acme')] })
    const { accounts, handles } = await readPrint(bytes('x'), made)
    expect([accounts.map(({ key }) => key), handles]).toEqual([['instagram:acme'], ['@acme']])
  })

  it('is searched thoroughly for a code when it has few words or says that there is one', async () => {
    const hidden = [{ text: 'https://x.com/acme', box }]
    const few = readers({ hidden, lines: [] })
    expect((await readPrint(bytes('x'), few.made)).codes).toHaveLength(1)
    const says = readers({ hidden, lines: [line('Scan de code en kom naar de open dag van het wijkhuis op zaterdag zeven november')] })
    expect((await readPrint(bytes('x'), says.made)).codes).toHaveLength(1)
    const wordy = readers({
      hidden,
      lines: [line('Kom naar de open dag van het wijkhuis op zaterdag zeven november vanaf tien uur in de ochtend')],
    })
    await readPrint(bytes('x'), wordy.made)
    expect(wordy.efforts).toEqual(['quick'])
  })
})

describe('a PDF', () => {
  const page = (number: number, lines: Line[], links: PdfPage['links'] = []): PdfPage => ({ number, lines, links, scale: 0.5, picture })

  it('is known by its mark, also behind other bytes', () => {
    expect([isPdf(bytes('%PDF-1.7')), isPdf(bytes('\n\nx%PDF-1.7')), isPdf(bytes('GIF89a'))]).toEqual([true, true, false])
  })

  it('gives its text layer, its links and its codes, each on its page, in points', async () => {
    const { made } = readers({
      codes: [{ text: 'https://www.tiktok.com/@acme', box: { x: 10, y: 20, w: 30, h: 40 } }],
      pages: [page(1, [line('facebook.com/acme')]), page(2, [], [{ url: 'https://www.instagram.com/acme/', box }])],
    })
    const { accounts, codes } = await readPrint(bytes('%PDF-1.4'), made)
    expect(accounts.map(({ key, from, crop }) => [key, from, crop.page])).toEqual([
      ['tiktok:acme', 'code', 1],
      ['facebook:acme', 'pdf-text', 1],
      ['instagram:acme', 'pdf-text', 2],
    ])
    expect(codes[0]?.crop).toEqual({ page: 1, x: 5, y: 10, w: 15, h: 20 })
  })
})

it('refuses a file that is too large or empty before any reader sees it', async () => {
  const untouched = { decodeImage: () => Promise.reject(new Error('seen')) } as unknown as PrintReaders
  await expect(readPrint(new Uint8Array(11), untouched, { ...printLimits, bytes: 10 })).rejects.toMatchObject({ code: 'too-large' })
  await expect(readPrint(new Uint8Array(0), untouched)).rejects.toMatchObject({ code: 'not-accepted' })
})
