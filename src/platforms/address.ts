import { appLink } from './app-links.ts'
import { unescapeMarkup } from './markup.ts'
import { decode } from './path.ts'

/** A web address cut at its host; nothing after the host is read yet. */
export interface Located {
  /** Lower case, ASCII, without port, user or trailing dot. */
  readonly host: string
  /** Path, query and fragment as written. */
  readonly tail: string
}

const longestHost = 253
const slash = 0x2f
const colon = 0x3a
const at = 0x40
const backslash = 0x5c

/**
 * Finds the host in what a page or a person wrote: with or without scheme, with entities, escapes,
 * white space or a slip in the scheme. Relative addresses give `null` unless there is a base.
 * Never throws; takes time linear in the length.
 */
export function locate(raw: string, base?: string): Located | null {
  return locateAt(raw, base, 0)
}

/** Each repair starts over with the repaired text; more than a few are no address any more. */
const mostRepairs = 4

function locateAt(raw: string, base: string | undefined, repairs: number): Located | null {
  if (repairs > mostRepairs) return null
  const start = schemeEnd(raw)
  return start > 0 ? cutHost(raw, start, repairs) : locateUnusual(raw, base, repairs)
}

/** The index after `http://`, `https://` or `//` at the very start, else 0. */
function schemeEnd(raw: string): number {
  let end = 0
  if (raw.charCodeAt(0) === slash) end = raw.charCodeAt(1) === slash ? 2 : 0
  else if (raw.startsWith('https://')) end = 8
  else if (raw.startsWith('http://')) end = 7
  if (end > 0) while (raw.charCodeAt(end) === slash) end++
  return end
}

function cutHost(raw: string, from: number, repairs: number): Located | null {
  let start = from
  let end = raw.length
  let port = -1
  let plain = true
  for (let i = from; i < raw.length; i++) {
    const code = raw.charCodeAt(i)
    if (code === slash || code === 0x3f || code === 0x23 || code === backslash) {
      end = i
      break
    }
    if (code === at) {
      start = i + 1
      port = -1
    } else if (code === colon) port = i
    else if (code > 0x7a || code === 0x25 || code === 0x26 || (code >= 0x41 && code <= 0x5a) || code <= 0x20) plain = false
  }
  let host = raw.slice(start, port < 0 ? end : port)
  if (!plain) return cutOddHost(raw, host, end, repairs)
  if (host.endsWith('.')) host = host.slice(0, -1)
  if (port >= 0 && raw.startsWith('//', port + 1)) return locateAt(raw.slice(port + 1), undefined, repairs + 1)
  if (/^https?$/.test(host)) return locateAt(raw.slice(start), undefined, repairs + 1)
  return host.length <= longestHost && host.includes('.') ? { host, tail: raw.slice(end) } : null
}

/** Capitals, other scripts, percent signs, stray white space. The URL class knows IDNA. */
function cutOddHost(raw: string, host: string, end: number, repairs: number): Located | null {
  if (host.length > 1000) return null
  if (/&(?:#|\w+;)/.test(host) || /%(?:2f|3a|3f)/i.test(host)) {
    const readable = unescapeMarkup(decode(host))
    return readable === host ? null : locateAt(`https://${readable}${raw.slice(end)}`, undefined, repairs + 1)
  }
  const compact = host.replace(/[\s\u200b\u200e\u200f\u2060\ufeff]+/g, '')
  try {
    const known = new URL(`http://${compact}`).hostname.replace(/\.$/, '')
    return known.includes('.') && known.length <= longestHost ? { host: known, tail: raw.slice(end) } : null
  } catch {
    return null
  }
}

const notAnAddress = /^(?:#|\?|\.|javascript:|mailto:|tel:|data:|sms:|blob:|about:|file:|cid:|callto:|skype:)/i
const slippedScheme = /^(?:view-source:)?[hH]{0,2}[tT]{1,3}[pP]{1,2}[sS]{0,2}\s?(?:[:;]\s?[/\\]{0,4}|[/\\]{2,4}:?[/\\]{0,2})(?=[^/\\\s])/
const archived = /^\/web\/\d{4,14}[a-z_]{0,4}\/(?=https?:)/

/** What does not start with a clean scheme. Relative addresses leave here quickly. */
function locateUnusual(raw: string, base: string | undefined, repairs: number): Located | null {
  if (notAnAddress.test(raw)) return relative(raw, base)
  const text = unescapeMarkup(/^\s|\s$/.test(raw) ? raw.trim() : raw)
  const again = (repaired: string): Located | null => locateAt(repaired, base, repairs + 1)
  if (text.charCodeAt(0) === slash) {
    if (text.charCodeAt(1) === slash) return again(text)
    const within = archived.exec(text)
    return within === null ? relative(text, base) : again(text.slice(within[0].length))
  }
  if (/^https?%3a/i.test(text)) return again(decode(text))
  const slip = slippedScheme.exec(text)
  if (slip !== null) return again(`https://${text.slice(slip[0].length)}`)
  const app = appLink(text)
  if (app !== null) return again(app)
  const host = /^[^\s/?#\\:@]{1,253}(?=$|[/?#\\]|:\d)/.exec(text)?.[0] ?? ''
  return /^[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}-]+)+\.?$/u.test(host) ? cutHost(text, 0, repairs) : relative(text, base)
}

function relative(raw: string, base: string | undefined): Located | null {
  if (base === undefined || /^[a-z][\w+.-]*:/i.test(raw)) return null
  try {
    const full = new URL(raw, base)
    return full.protocol === 'http:' || full.protocol === 'https:' ? locateAt(full.href, undefined, 1) : null
  } catch {
    return null
  }
}
