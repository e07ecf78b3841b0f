import type { Cursor } from './cursor.ts'

const longestLine = 64 * 1024
const mostLines = 1000

/** Headers by lower-case name; a repeated one is joined by a comma (RFC 9110, section 5.3). */
export type Headers = Readonly<Record<string, string>>

/** Reads header lines up to the empty line. @throws when they are too long, too many or the stream breaks */
export async function readHeaders(cursor: Cursor): Promise<Headers> {
  const headers: Record<string, string> = Object.create(null)
  let name = ''
  for (let count = 0; ; count++) {
    if (count > mostLines) throw new Error('too many header lines')
    const line = await cursor.line(longestLine)
    if (line === null || line === '') return headers
    const colon = line.indexOf(':')
    if (name !== '' && /^[ \t]/.test(line)) headers[name] = `${headers[name]} ${line.trim()}`
    else if (colon > 0) {
      name = line.slice(0, colon).trim().toLowerCase()
      addHeader(headers, name, line.slice(colon + 1).trim())
    }
  }
}

/** Cookies are never kept: they are not evidence, and they may name a person. */
export const cookieHeaders: ReadonlySet<string> = new Set(['set-cookie', 'set-cookie2', 'cookie'])

export function addHeader(headers: Record<string, string>, name: string, latin1: string): void {
  const value = readable(latin1)
  headers[name] = headers[name] === undefined ? value : `${headers[name]}, ${value}`
}

/** Headers are Latin-1 by the letter and UTF-8 in the field. */
function readable(latin1: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range is all of Latin-1
  if (!/^[\x00-\xff]*$/.test(latin1)) return latin1
  const bytes = Buffer.from(latin1, 'latin1')
  const text = bytes.toString('utf8')
  return text.includes('\uFFFD') ? latin1 : text
}

/**
 * Headers of a body whose encodings were undone: the originals move to `x-orig-`, as web archives do,
 * so that nobody undoes them twice. Cookies go.
 */
export function headersOfDecoded(headers: Headers): Record<string, string> {
  const kept: Record<string, string> = {}
  for (const [name, value] of Object.entries(headers)) {
    if (cookieHeaders.has(name) || name === 'transfer-encoding') continue
    kept[name === 'content-encoding' || name === 'content-length' ? `x-orig-${name}` : name] = value
  }
  return kept
}
