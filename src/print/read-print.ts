import { accountsOf, type Find, findsInCode, findsInLines } from './collect.ts'
import { notReadable, type PrintLimits, printLimits, tooManyBytes } from './limits.ts'
import { settle } from './settle.ts'
import type { Box, CodeSeen, Crop, Line, PdfPage, Picture, PrintReaders, PrintReading } from './types.ts'

/**
 * Reads a photo, scan or PDF of printed matter: codes, accounts with the place where each stands, addresses and names.
 * @throws EenlijnError `not-accepted` for what cannot be read, `too-large` above a limit.
 */
export async function readPrint(file: Uint8Array, readers: PrintReaders, limits: PrintLimits = printLimits): Promise<PrintReading> {
  if (file.byteLength > limits.bytes) throw tooManyBytes(limits)
  if (file.byteLength === 0) throw notReadable()
  return isPdf(file) ? readPdf(file, readers) : readPicture(file, readers)
}

/** `%PDF-` may stand behind some other bytes (ISO 32000-1, annex H 3.4.1: within the first 1,024). */
export const isPdf = (file: Uint8Array): boolean => new TextDecoder('latin1').decode(file.subarray(0, 1024)).includes('%PDF-')

interface PageFinds {
  readonly codes: readonly { readonly text: string; readonly crop: Crop }[]
  readonly finds: readonly Find[]
}

async function readPicture(file: Uint8Array, readers: PrintReaders): Promise<PrintReading> {
  const picture = await readers.decodeImage(file)
  const { codes, lines } = await look(picture, readers)
  const finds = settle(findsInLines(lines, 1, 'text', whole))
  return reading([{ codes: placed(codes, 1), finds: [...codes.flatMap((code) => findsInCode(code, 1, 'code')), ...finds] }])
}

/** A print with this many letters and no word of a code has none. */
const wordy = 60
const sure = 0.6
const saysCode = /\bscan|\bqr\b|\bcode\b/i

/** Text and codes at once. Changing the picture to find a code costs seconds: only where there may well be one, and not on a page that was drawn rather than scanned. */
async function look(
  picture: Picture,
  readers: PrintReaders,
  isDrawn = false,
): Promise<{ codes: readonly CodeSeen[]; lines: readonly Line[] }> {
  const [quick, lines] = await Promise.all([readers.codes(picture, 'quick'), readers.text(picture)])
  const text = lines.flatMap((line) => (line.confidence >= sure ? [line.text] : [])).join(' ')
  const mayHide = !isDrawn && quick.length === 0 && (text.replace(/[^\p{L}]/gu, '').length < wordy || saysCode.test(text))
  return { codes: mayHide ? await readers.codes(picture, 'thorough') : quick, lines }
}

async function readPdf(file: Uint8Array, readers: PrintReaders): Promise<PrintReading> {
  const pages: PageFinds[] = []
  for await (const page of readers.pdfPages(file)) pages.push(await readPage(page, readers))
  return reading(pages)
}

/** Pages with more letters than this in their text layer are not read as pictures. */
const enoughLetters = 200

async function readPage(page: PdfPage, readers: PrintReaders): Promise<PageFinds> {
  const toPoints = (box: Box): Box => ({ x: box.x * page.scale, y: box.y * page.scale, w: box.w * page.scale, h: box.h * page.scale })
  const letters = page.lines.reduce((sum, line) => sum + line.text.length, 0)
  const { codes, lines } =
    letters > enoughLetters
      ? { codes: await readers.codes(page.picture, 'quick'), lines: [] }
      : await look(page.picture, readers, letters > 0)
  const inPoints = codes.map((code) => ({ ...code, box: toPoints(code.box) }))
  return {
    codes: placed(inPoints, page.number),
    finds: [
      ...inPoints.flatMap((code) => findsInCode(code, page.number, 'code')),
      ...page.links.flatMap(({ url, box }) => findsInCode({ text: url, box }, page.number, 'pdf-text')),
      ...findsInLines(page.lines, page.number, 'pdf-text', whole),
      ...settle(findsInLines(lines, page.number, 'text', toPoints)),
    ],
  }
}

const whole = (box: Box): Box => box

const placed = (codes: readonly CodeSeen[], page: number) => codes.map(({ text, box }) => ({ text, crop: { page, ...box } }))

function reading(pages: readonly PageFinds[]): PrintReading {
  const finds = pages.flatMap((page) => page.finds)
  const texts = (kind: Find['kind']): string[] => [
    ...new Map(finds.filter((find) => find.kind === kind).map((find) => [find.id, find.text])).values(),
  ]
  const placesOf = finds.filter((find) => find.kind === 'url').map(({ text, from, crop }) => ({ url: text, from, crop }))
  const urls = texts('url')
  return {
    codes: pages.flatMap((page) => page.codes),
    accounts: accountsOf(finds),
    urls,
    places: urls.flatMap((url) => placesOf.find((place) => place.url.toLowerCase() === url.toLowerCase()) ?? []),
    handles: texts('handle'),
  }
}
