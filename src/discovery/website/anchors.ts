import type { Hint } from '../../model/mention.ts'
import type { Element } from './open-elements.ts'
import { creditWords, followWords } from './words.ts'

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

/** A page link, for the choice of pages to read next. */
export interface PageLink {
  readonly href: string
  readonly text: string
  readonly element: Element
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

/** Hints that the words on and before a link give. `heading`: the heading that the link stands under. */
export function wordHints(anchor: OpenAnchor, label: string, heading: string, isPlatformName: (word: string) => boolean): Hint[] {
  const hints: Hint[] = []
  const before = anchor.before.slice(-80)
  if (followWords.test(label) || followWords.test(anchor.spoken) || followWords.test(heading) || followWords.test(before))
    hints.push('follow')
  if (squeezed(anchor.text, 20) === '') hints.push('icon')
  if (label !== '' && label.length < 40 && isPlatformName(label)) hints.push('platform-label')
  if (creditWords.test(anchor.before.slice(-60)) || /\b(?:powered by|theme by|website by|designed by)\b/i.test(label)) hints.push('credit')
  if (/\b(?:author|auteur|autor|writer|schrijver)(?:'s|s)?\b/i.test(label)) hints.push('byline')
  return hints
}
