import { unescapeMarkup } from './markup.ts'

/** The path of an address, decoded, and its query as written. */
export interface PathParts {
  readonly segments: readonly string[]
  /** The same in lower case: routes are compared without case. */
  readonly lower: readonly string[]
  readonly query: string
}

/** Splits and decodes what stands behind the host. A fragment that is a route (`#!/acme`) replaces the path. */
export function readPath(rawTail: string): PathParts {
  return readParts(rawTail, true)
}

function readParts(rawTail: string, mayBeRoute: boolean): PathParts {
  const tail = rawTail.includes('\\') || rawTail.includes('&') ? unescapeMarkup(rawTail).replaceAll('\\', '/') : rawTail
  const hash = tail.indexOf('#')
  const fragment = hash < 0 ? '' : tail.slice(hash + 1)
  const before = hash < 0 ? tail : tail.slice(0, hash)
  if (mayBeRoute && fragment !== '' && isRouteFragment(fragment, before)) {
    return readParts(`/${fragment.replace(/^(?:!|%21)/, '').replace(/^\/+/, '')}`, false)
  }
  const mark = before.indexOf('?')
  const path = mark < 0 ? before : before.slice(0, mark)
  const query = mark < 0 ? '' : before.slice(mark + 1)
  const segments: string[] = []
  for (const piece of (path.includes('%') ? decode(path) : path).split('/')) {
    const clean = trimmed(piece)
    if (clean !== '') segments.push(clean)
    if (segments.length > mostSegments) break
  }
  return { segments, lower: segments.map((segment) => segment.toLowerCase()), query }
}

/** `#!/acme`, `#/acme` on a front page, `#@acme`. */
const isRouteFragment = (fragment: string, before: string): boolean =>
  /^(?:!|%21)\/+[^/?\s]|^@/.test(fragment) || (fragment.startsWith('/') && /^\/?$/.test(before))

const mostSegments = 20

/** Without white space and invisible characters at the ends. */
function trimmed(text: string): string {
  return /^[!-~]*$/.test(text)
    ? text
    : text
        .replace(/^[\s\u200b-\u200f\u2060\ufeff]+/, '')
        .trimEnd()
        .replace(/[\u200b-\u200f\u2060\ufeff]$/, '')
}

/** The decoded value of a query parameter, or `null` when it is not there. Keys are compared without case. */
export function queryValue(query: string, key: string): string | null {
  let start = 0
  while (start < query.length) {
    let end = query.indexOf('&', start)
    if (end < 0) end = query.length
    const equals = query.indexOf('=', start)
    const keyEnd = equals < 0 || equals > end ? end : equals
    if (keyEnd - start === key.length && query.slice(start, keyEnd).toLowerCase() === key) {
      return decode(query.slice(Math.min(keyEnd + 1, end), end).replaceAll('+', ' ')).trim()
    }
    start = end + 1
  }
  return null
}

/** Percent-decodes, twice where it was encoded twice; bytes that are no UTF-8 are read as Latin-1. Gives NFC. */
export function decode(text: string): string {
  let decoded = text
  for (let round = 0; round < 2 && decoded.includes('%'); round++) decoded = decodeOnce(decoded)
  return /^[\x20-\x7e]*$/.test(decoded) ? decoded : decoded.normalize('NFC')
}

function decodeOnce(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text.replace(/(?:%[0-9a-f]{2})+/gi, (bytes) => {
      try {
        return decodeURIComponent(bytes)
      } catch {
        return bytes.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
      }
    })
  }
}
