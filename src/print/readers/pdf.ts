import type { PDFiumDocument } from '@hyzyla/pdfium'
import { notReadable, type PrintLimits, tooManyPages } from '../limits.ts'
import type { Box, DrawnPage, Line, PdfPage, Picture } from '../types.ts'

/** Points are 1/72 inch: 3 gives 216 dots per inch, enough for small print. */
const sharpness = 3
/** A page is not drawn with more pixels than this, however large its paper is. */
const mostPixels = 12_000_000

/** The pages of a PDF with their text layer, links and picture, one at a time. */
export async function* pdfPages(file: Uint8Array, limits: PrintLimits): AsyncGenerator<PdfPage> {
  const layers = await openLayers(file)
  try {
    if (layers.pages > limits.pages) throw tooManyPages(limits)
    const { PDFiumLibrary } = await import('@hyzyla/pdfium')
    const library = await PDFiumLibrary.init()
    let drawn: PDFiumDocument | null = null
    try {
      drawn = await library.loadDocument(file).catch((cause: unknown) => {
        throw notReadable(cause)
      })
      for (let number = 1; number <= layers.pages; number++)
        yield { number, ...(await layers.read(number)), ...(await draw(drawn, number)) }
    } finally {
      drawn?.destroy()
      library.destroy()
    }
  } finally {
    await layers.close()
  }
}

/** A page as it looks, for a person to see; the reader's own picture of it has no colours. */
export async function drawPdfPage(file: Uint8Array, number: number): Promise<DrawnPage> {
  const { PDFiumLibrary } = await import('@hyzyla/pdfium')
  const library = await PDFiumLibrary.init()
  try {
    const document = await library.loadDocument(file).catch((cause: unknown) => {
      throw notReadable(cause)
    })
    try {
      const { scale, bitmap } = await render(document, number)
      const { data, width, height } = bitmap
      const rgb = new Uint8Array(width * height * 3)
      for (let at = 0; at < width * height; at++)
        for (let channel = 0; channel < 3; channel++) rgb[at * 3 + channel] = data[at * 4 + 2 - channel] ?? 0
      return { width, height, rgb, scale }
    } finally {
      document.destroy()
    }
  } finally {
    library.destroy()
  }
}

/** Four bytes a pixel: blue, green, red, alpha. `scale` is in points per pixel. */
async function render(document: PDFiumDocument, number: number) {
  const page = document.getPage(number - 1)
  const { originalWidth, originalHeight } = page.getOriginalSize()
  const scale = Math.min(sharpness, Math.sqrt(mostPixels / Math.max(1, originalWidth * originalHeight)))
  const bitmap = await page.render({ scale, render: 'bitmap' })
  return { bitmap, scale: originalWidth / Math.max(1, bitmap.width) }
}

async function draw(document: PDFiumDocument, number: number): Promise<{ scale: number; picture: Picture }> {
  const { scale, bitmap } = await render(document, number)
  const { data, width, height } = bitmap
  const grey = new Uint8Array(width * height)
  for (let at = 0; at < grey.length; at++) {
    const from = at * 4
    grey[at] = ((data[from] ?? 0) * 114 + (data[from + 1] ?? 0) * 587 + (data[from + 2] ?? 0) * 299) / 1000
  }
  return { scale, picture: { width, height, grey } }
}

/** Text and links, through the text engine. */
async function openLayers(file: Uint8Array) {
  const { getDocumentProxy } = await import('unpdf')
  const document = await getDocumentProxy(new Uint8Array(file), { verbosity: 0 }).catch((cause: unknown) => {
    throw notReadable(cause)
  })
  return {
    pages: document.numPages,
    close: () => document.loadingTask.destroy(),
    async read(number: number): Promise<Pick<PdfPage, 'lines' | 'links'>> {
      const page = await document.getPage(number)
      const [left, bottom, , top] = page.view as [number, number, number, number]
      const { items } = await page.getTextContent()
      const parts = items.flatMap((item) => ('str' in item ? [partOf(item, left, top)] : []))
      const notes: readonly Note[] = await page.getAnnotations()
      const links = notes.flatMap(({ url, unsafeUrl, rect }) => {
        const address = url ?? unsafeUrl
        if (address === undefined || rect === undefined) return []
        const [x0, y0, x1, y1] = rect
        return [{ url: address, box: { x: x0 - left, y: top - Math.max(y0, y1), w: x1 - x0, h: Math.abs(y1 - y0) } }]
      })
      page.cleanup()
      return { lines: linesOf(parts, top - bottom), links }
    },
  }
}

interface Note {
  readonly url?: string
  readonly unsafeUrl?: string
  readonly rect?: readonly [number, number, number, number]
}

interface Part {
  readonly text: string
  readonly box: Box
  readonly ends: boolean
}

interface Item {
  readonly str: string
  readonly transform: readonly number[]
  readonly width: number
  readonly height: number
  readonly hasEOL: boolean
}

function partOf(item: Item, left: number, top: number): Part {
  const [, , , , x = 0, y = 0] = item.transform
  return { text: item.str, ends: item.hasEOL, box: { x: x - left, y: top - y - item.height, w: item.width, h: item.height } }
}

/** Parts on one base line are one line; a gap wider than half a letter's height is a blank. */
function linesOf(parts: readonly Part[], height: number): Line[] {
  const lines: { text: string; box: Box }[] = []
  let open = false
  for (const part of parts) {
    const last = lines.at(-1)
    if (part.text !== '') {
      const level = last !== undefined && Math.abs(last.box.y + last.box.h - part.box.y - part.box.h) < Math.max(2, part.box.h / 2)
      if (open && last !== undefined && level) {
        const gap = part.box.x - (last.box.x + last.box.w)
        last.text += (gap > part.box.h * 0.25 && !/\s$/.test(last.text) ? ' ' : '') + part.text
        last.box = { ...last.box, w: part.box.x + part.box.w - last.box.x, h: Math.max(last.box.h, part.box.h) }
      } else lines.push({ text: part.text, box: part.box })
      open = true
    }
    if (part.ends) open = false
  }
  return lines.map(({ text, box }) => ({ text, box: { ...box, y: Math.min(height, Math.max(0, box.y)) }, confidence: 1, pass: 0 }))
}
