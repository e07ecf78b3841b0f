import { isUtf8 } from 'node:buffer'
import { analyse } from 'chardet'
import iconv from 'iconv-lite'

/** Labels that pages carry by mistake but mean Windows-1252 (WHATWG Encoding Standard, "names and labels"). */
const windows1252 = new Set(['iso-8859-1', 'iso8859-1', 'latin1', 'latin-1', 'l1', 'ascii', 'us-ascii', 'cp1252', 'windows-1252'])

/** iconv-lite also reads transfer encodings and its own aliases; no page may ask for those. */
const refused = new Set(['base64', 'hex', 'binary', 'utf7', 'utf-7', 'utf7imap', 'utf-7-imap', 'internal'])

/**
 * Text of a page: byte order mark first, then what the header says, then what the markup says, then what the bytes look like.
 * A declared UTF-8 that the bytes break, and a declared Latin-1 over bytes that are valid UTF-8, are taken for mistakes.
 */
export function decodeText(body: Uint8Array, contentType: string): string {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength)
  return iconv.decode(bytes, charsetOf(bytes, contentType))
}

function charsetOf(bytes: Buffer, contentType: string): string {
  const mark = byteOrderMark(bytes)
  if (mark !== null) return mark
  const declared = known(labelIn(contentType)) ?? declaredInMarkup(bytes)
  if (isUtf8(bytes)) return declared === null || declared === 'win1252' ? 'utf8' : declared
  if (declared !== null && declared !== 'utf8') return declared
  if (declared === 'utf8' && mostlyUtf8(bytes)) return 'utf8'
  return declaredOtherwise(bytes) ?? likely(bytes.subarray(0, 64 * 1024)) ?? 'win1252'
}

/** What the bytes look like. With few letters beyond ASCII to go by it guesses wildly, so then it is not asked. */
function likely(bytes: Buffer): string | null {
  if (bytes.reduce((count, byte) => (byte > 0x7f ? count + 1 : count), 0) < 20) return null
  const best = analyse(bytes)[0]
  return best !== undefined && best.confidence >= 35 ? known(best.name) : null
}

function byteOrderMark(bytes: Buffer): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

/** The charset named in the first 4 KB of the markup, `meta charset`, `http-equiv` or the XML declaration. */
function declaredInMarkup(bytes: Buffer): string | null {
  const head = bytes.subarray(0, 4096).toString('latin1')
  const label = known(labelIn(head) ?? (head.startsWith('<?xml') ? labelIn(head.slice(0, 200), 'encoding') : null))
  // Markup that can be read byte by byte is not UTF-16, whatever it says (HTML standard, "prescan").
  return label?.startsWith('utf-16') ? 'utf8' : label
}

function declaredOtherwise(bytes: Buffer): string | null {
  const label = declaredInMarkup(bytes)
  return label === 'utf8' ? null : label
}

function labelIn(text: string, name = 'charset'): string | null {
  return new RegExp(`${name}\\s{0,5}=\\s{0,5}["']?([\\w.:-]{2,40})`, 'i').exec(text)?.[1] ?? null
}

function known(label: string | null): string | null {
  const name = label?.toLowerCase() ?? ''
  if (name === 'utf-8' || name === 'utf8') return 'utf8'
  if (windows1252.has(name)) return 'win1252'
  return name !== '' && !refused.has(name) && iconv.encodingExists(name) ? name : null
}

/** A page cut within a letter, or with one foreign byte, is still UTF-8: most of its letters beyond ASCII read well. */
function mostlyUtf8(bytes: Buffer): boolean {
  const text = bytes.subarray(0, 256 * 1024).toString('utf8')
  let broken = 0
  let good = 0
  for (const letter of text) {
    if (letter === '\uFFFD') broken++
    else if (letter.charCodeAt(0) > 0x7f) good++
  }
  return good > broken * 3
}
