import { nameTokens } from './person-names.ts'

/** Whom to look for in texts: a name in either order, and addresses of profiles. */
export interface Sought {
  readonly name: string
  readonly profiles: readonly { readonly handle: string; readonly url: string }[]
}

/** Tells whether a text names somebody, and takes them out of it. */
export interface Traces {
  /** `telling`: the text is of a page about the organisation's people, where a given name alone is enough. */
  namedIn(text: string, telling: boolean): boolean
  redact(text: string): string
}

/** What stands where somebody stood. */
const erasedMark = '[gewist]'
/** A shorter handle is a word of other texts too; it is sought with its platform in front. */
const ownHandle = 5
const mostText = 20_000_000

/** Lower case, no accents, every run of other signs one space; one in front and one behind. */
const plain = (text: string): string =>
  ` ${text
    .slice(0, mostText)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')} `

function percentDecoded(run: string): string {
  try {
    return decodeURIComponent(run)
  } catch {
    return run
  }
}

/** As a reader sees it: without the escapes of HTML, JSON and addresses. */
const unescaped = (text: string): string =>
  text
    .replace(
      /&(?:#(\d{1,6})|#x([0-9a-f]{1,5})|(?:([a-z])(?:acute|grave|uml|circ|tilde|cedil|ring|slash|caron)));/gi,
      (_, ten?: string, hex?: string, letter?: string) =>
        letter ?? String.fromCodePoint(Number.parseInt(ten ?? hex ?? '20', ten ? 10 : 16) % 0x10ffff),
    )
    .replace(/\\u([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/(?:%[0-9a-f]{2})+/gi, percentDecoded)

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

export function tracesOf({ name, profiles }: Sought): Traces {
  const words = name.split(/\s+/).filter(Boolean)
  const tokens = nameTokens(name)
  const full = tokens.length > 1
  const needles = new Set<string>()
  if (full) {
    needles.add(plain(words.join(' ')).trim())
    needles.add(plain([...words.slice(1), words[0]].join(' ')).trim())
  }
  for (const { handle, url } of profiles) {
    const last = plain(handle.split('/').at(-1) ?? '').trim()
    if (last.replaceAll(' ', '').length >= ownHandle) needles.add(last)
    const address = URL.parse(url)
    if (address) needles.add(plain(`${address.hostname.replace(/^www\./, '')}${address.pathname}`).trim())
  }
  needles.delete('')
  const gap = `[\\s\\u00a0._+-]{1,3}|%20`
  const patterns = [
    ...(full ? [words, [...words.slice(1), words[0] ?? '']].map((order) => order.map(escaped).join(`(?:${gap})`)) : []),
    ...profiles.flatMap(({ handle, url }) => [
      escaped(url.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '')),
      ...handleForms(handle),
    ]),
  ].filter((pattern) => pattern !== '')
  const pattern = patterns.length === 0 ? null : new RegExp(`(?<![\\p{L}\\p{N}])(?:${patterns.join('|')})(?![\\p{L}\\p{N}])`, 'giu')
  return {
    namedIn(text, telling) {
      const whole = unescaped(text)
      const forms = [plain(whole), plain(whole.replace(/<[^>]{0,5000}>/g, ' '))]
      const sought = [...needles, ...(telling && !full ? tokens : [])]
      return sought.some((needle) => forms.some((form) => form.includes(` ${needle} `)))
    },
    redact: (text) => (pattern === null ? text : text.replace(pattern, erasedMark)),
  }
}

function handleForms(handle: string): string[] {
  const last = handle.split('/').at(-1)?.replace(/^@/, '') ?? ''
  return last.replace(/[^\p{L}\p{N}]/gu, '').length >= ownHandle ? [escaped(handle.replace(/^@/, '')), escaped(last)] : []
}
