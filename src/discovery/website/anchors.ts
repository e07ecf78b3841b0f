import type { Hint } from '../../model/mention.ts'
import type { Element } from './open-elements.ts'
import { campaignWords, creditWords, followUsWords, followWords, makerWords, partnerHeadings, wholeWords } from './words.ts'

/** A link while it is open: what the reader sees and hears of it gathers here. */
export interface OpenAnchor {
  readonly href: string
  readonly element: Element
  readonly start: number
  /** Words of the same block before the link. */
  readonly before: string
  readonly spoken: string
  text: string
  pictures: string
}

export const squeezed = (text: string, length: number): string =>
  text
    .slice(0, length * 4)
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, length)

/** Link text first; a picture's alt, an aria-label or a title when there is none. */
export function labelOf(anchor: OpenAnchor): string {
  return squeezed(anchor.text, 200) || squeezed(anchor.spoken, 200) || squeezed(anchor.pictures, 200)
}

const creditLength = 100
const makesSites = /^(?:web|site|theme|template|powered)/i

/**
 * A credit goes on to the end of its line: "Website door Bureau Pixel (LinkedIn)". A sign that parts, a new sentence or
 * words that ask to follow end it, and an icon belongs to it only inside its brackets.
 */
function isCredited({ before, element }: OpenAnchor, icon: boolean): boolean {
  if (creditWords.test(before.slice(-60))) return true
  const line = before.slice(-creditLength)
  let end = -1
  for (const match of line.matchAll(makerWords)) {
    // In the text of a page bread and films are made by somebody too.
    if (element.zone === 'footer' || makesSites.test(match[0])) end = match.index + match[0].length
  }
  if (end === -1) return false
  const maker = line.slice(end)
  if (/[|•·©]|[.!?]\s|\s[–—-]\s/.test(maker) || followWords.test(maker)) return false
  return /\([^)]*$/.test(maker) || (!icon && maker.trim() !== '')
}

/** Whether words ask to follow, and to follow us. */
export function followHints(...texts: readonly string[]): Hint[] {
  const hints: Hint[] = texts.some((text) => followWords.test(text)) ? ['follow'] : []
  return texts.some((text) => followUsWords.test(text)) ? [...hints, 'follow-us'] : hints
}

/** Hints that the words on and before a link give. `heading`: the heading that the link stands under. */
export function wordHints(anchor: OpenAnchor, label: string, heading: string, isPlatformName: (word: string) => boolean): Hint[] {
  const hints: Hint[] = []
  const before = anchor.before.slice(-80)
  hints.push(...followHints(label, anchor.spoken, heading, before))
  const icon = squeezed(anchor.text, 20) === ''
  if (icon) hints.push('icon')
  if (campaignWords.test(before)) hints.push('campaign')
  const named = /([\p{L}+]{1,12})\s?:\s?$/u.exec(before)?.[1]
  if ((label !== '' && label.length < 40 && isPlatformName(label)) || (named !== undefined && isPlatformName(named)))
    hints.push('platform-label')
  if (isCredited(anchor, icon) || /\b(?:powered by|theme by|website by|designed by)\b/i.test(label)) hints.push('credit')
  if (partnerHeadings.test(heading) || wholeWords.test(before)) hints.push('partner')
  if (/\b(?:author|auteur|autor|writer|schrijver)(?:'s|s)?\b/i.test(label)) hints.push('byline')
  return hints
}
