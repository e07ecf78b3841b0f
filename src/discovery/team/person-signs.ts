import { folded } from '../../verification/likeness.ts'
import { type PageNode, within } from './page-tree.ts'

const telling = (tokens: readonly string[]): string[] => tokens.filter((token) => token.length >= 3)

/** A picture with the person: `named` when its file or its text has their name. */
export function portraitIn(nodes: readonly PageNode[], tokens: readonly string[]): 'named' | 'some' | null {
  let some = false
  for (const { name, attributes } of within(nodes)) {
    if (name !== 'img') continue
    some = true
    const file = (attributes.src ?? attributes['data-src'] ?? '').split(/[?#]/)[0]?.split('/').at(-1) ?? ''
    const told = folded(`${attributes.alt ?? ''} ${file}`)
    if (telling(tokens).some((token) => told.includes(token))) return 'named'
  }
  return some ? 'some' : null
}

/** A mail address that has a word of the name before its @. */
export function mailsTo(nodes: readonly PageNode[], tokens: readonly string[]): boolean {
  for (const { name, attributes } of within(nodes)) {
    const href = name === 'a' ? (attributes.href ?? '') : ''
    if (!/^mailto:/i.test(href)) continue
    const box = folded(href.slice(7).split('@')[0] ?? '')
    if (telling(tokens).some((token) => box.includes(token))) return true
  }
  return false
}

/** A link to a page of the same site whose address has the person's name. */
export function leadsToOwnPage(nodes: readonly PageNode[], base: string, tokens: readonly string[]): boolean {
  const host = URL.parse(base)?.hostname
  for (const { name, attributes } of within(nodes)) {
    if (name !== 'a' || attributes.href === undefined) continue
    const url = URL.parse(attributes.href, base)
    if (url?.hostname !== host || !/^https?:$/.test(url?.protocol ?? '')) continue
    const last = folded(url?.pathname.split('/').filter(Boolean).at(-1) ?? '')
    if (telling(tokens).length > 1 && telling(tokens).every((token) => last.includes(token))) return true
  }
  return false
}
