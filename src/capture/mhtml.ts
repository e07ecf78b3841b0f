import { decodeText } from './charset.ts'

/** A page with what it showed, as browsers save it in one file (RFC 2557). */
export interface Mhtml {
  /** Where the page stood, or `null` when the file does not say. */
  readonly url: string | null
  readonly html: string
  /** Bytes by the address, or by `cid:`, that the page calls them by. */
  readonly parts: ReadonlyMap<string, Uint8Array>
}

interface Part {
  readonly headers: ReadonlyMap<string, string>
  readonly body: Buffer
}

/** Pages of a hundred pictures exist; more parts than this are something else. */
const mostParts = 3000
const longestHeader = 16 * 1024

/** Whether a file begins as MHTML does: mail headers, a `multipart/related` among them. */
export const isMhtml = (bytes: Uint8Array): boolean => {
  const head = Buffer.from(bytes.subarray(0, longestHeader)).toString('latin1')
  return /^[\w-]{1,60}:/.test(head) && /^content-type:\s{0,5}multipart\/related/im.test(head)
}

/** Takes an MHTML file apart; `null` when there is no page in it. Nothing is run and nothing is fetched. */
export function readMhtml(bytes: Uint8Array): Mhtml | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const whole = partOf(file)
  const boundary = /boundary="?([^";\s]{1,100})"?/i.exec(whole.headers.get('content-type') ?? '')?.[1]
  if (boundary === undefined) return null
  const parts = splitAt(whole.body, boundary).map(partOf)
  const pages = parts.filter(({ headers }) => /^text\/html\b|^application\/xhtml/i.test(headers.get('content-type') ?? ''))
  const saved = whole.headers.get('snapshot-content-location') ?? null
  const page = pages.find(({ headers }) => saved !== null && headers.get('content-location') === saved) ?? pages[0]
  if (!page) return null
  return {
    url: saved ?? page.headers.get('content-location') ?? null,
    html: decodeText(decoded(page), page.headers.get('content-type') ?? ''),
    parts: new Map(parts.filter((part) => part !== page).flatMap((part) => namesOf(part).map((name) => [name, decoded(part)] as const))),
  }
}

function namesOf({ headers }: Part): string[] {
  const id = headers.get('content-id')?.replace(/^<|>$/g, '')
  const location = headers.get('content-location')
  return [...(location ? [location] : []), ...(id ? [`cid:${id}`] : [])]
}

/** The stretches between the boundary lines. */
function splitAt(body: Buffer, boundary: string): Buffer[] {
  const line = Buffer.from(`--${boundary}`)
  const parts: Buffer[] = []
  let from = body.indexOf(line)
  while (from >= 0 && parts.length < mostParts) {
    const to = body.indexOf(line, from + line.length)
    if (to < 0) break
    parts.push(body.subarray(from + line.length, to))
    from = to
  }
  return parts
}

/** Headers up to the first empty line, folded ones joined; the body is what follows. */
function partOf(bytes: Buffer): Part {
  const start = bytes[0] === 13 ? 2 : bytes[0] === 10 ? 1 : 0
  const head = bytes.subarray(start, start + longestHeader).toString('latin1')
  const end = /\r?\n\r?\n/.exec(head)
  const lines = head
    .slice(0, end?.index ?? 0)
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)
  const headers = lines.map(
    (line) => [line.slice(0, line.indexOf(':')).trim().toLowerCase(), line.slice(line.indexOf(':') + 1).trim()] as const,
  )
  return { headers: new Map(headers), body: end ? bytes.subarray(start + end.index + end[0].length) : Buffer.alloc(0) }
}

function decoded({ headers, body }: Part): Uint8Array {
  const encoding = headers.get('content-transfer-encoding')?.toLowerCase()
  if (encoding === 'base64') return Buffer.from(body.toString('latin1'), 'base64')
  return encoding === 'quoted-printable' ? unquoted(body) : body
}

/** Quoted-printable (RFC 2045 §6.7): `=3D` is a byte, `=` at the end of a line joins it to the next. */
function unquoted(body: Buffer): Buffer {
  const out = Buffer.alloc(body.length)
  let length = 0
  for (let at = 0; at < body.length; at++) {
    const byte = body[at] ?? 0
    if (byte !== 0x3d) {
      out[length++] = byte
      continue
    }
    const next = body[at + 1]
    if (next === 10) at += 1
    else if (next === 13) at += 2
    else {
      const value = Number.parseInt(body.subarray(at + 1, at + 3).toString('latin1'), 16)
      if (Number.isNaN(value)) out[length++] = byte
      else {
        out[length++] = value
        at += 2
      }
    }
  }
  return out.subarray(0, length)
}
