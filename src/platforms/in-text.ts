import type { Address } from '../model/platform.ts'
import { classifyUrl } from './classify.ts'
import { withoutTrailingPunctuation } from './markup.ts'

/** A platform's address in running text. */
export interface TextAddress {
  readonly address: Address
  /** As it stood there, without the punctuation behind it. */
  readonly raw: string
  /** Offset in the text, in UTF-16 units. */
  readonly index: number
}

const piece = /[^\s<>"'`“”„«»‘’{}|\\^[\]]+/g
const scheme = /https?:\/\//gi
const hostFirst = /^(?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,24}(?=[/?#:]|$)/i
const appAddress = /^(?:spotify|tg|whatsapp|at|acct):/i
const longestPiece = 4000

/**
 * Finds the addresses of platforms in running text, with or without scheme. Takes linear time.
 * What is glued to other letters (`xfacebook.com/acme`) is no address.
 */
export function addressesInText(text: string): TextAddress[] {
  const found: TextAddress[] = []
  for (const match of text.matchAll(piece)) {
    const word = match[0]
    if (word.length > longestPiece || !(word.includes('.') || appAddress.test(word))) continue
    for (const [start, end] of addressesIn(word)) {
      const raw = withoutTrailingPunctuation(word.slice(start, end))
      const address = classifyUrl(raw)
      if (address.kind !== 'none') found.push({ address, raw, index: match.index + start })
    }
  }
  return found
}

/** Where addresses start and end in a piece without spaces: at each scheme, else at a host at its start. */
function addressesIn(word: string): (readonly [number, number])[] {
  const starts = [...word.matchAll(scheme)].map((match) => match.index)
  const first = starts[0]
  // An address inside another one's path or query belongs to the outer one. "hhttps" is a slip of the key.
  if (first !== undefined) {
    const before = word.slice(0, first)
    return before.toLowerCase() !== 'h' && /[\p{L}\p{N}_]$/u.test(before) ? [] : [[first, word.length]]
  }
  if (appAddress.test(word)) return [[0, word.length]]
  const opening = /^[^\p{L}\p{N}_@]*/u.exec(word)?.[0].length ?? 0
  return hostFirst.test(word.slice(opening)) ? [[opening, word.length]] : []
}
