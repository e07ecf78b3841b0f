import type { Named } from './names-in-page.ts'
import { ancestorsOf, type PageNode, type PageTree } from './page-tree.ts'
import { nameTokens, sameName } from './person-names.ts'

/** What stands with one person: their card, or what follows their name up to the next. */
export interface Card {
  readonly named: Named
  readonly nodes: readonly PageNode[]
}

/** What belongs to one name in a page without cards. */
const mostSiblings = 12

/** Takes names that stand together as one person, and finds what stands with each. */
export function cardsOf(names: readonly Named[], tree: PageTree): Card[] {
  const inside = namesInside(names)
  const cards = new Map<PageNode, { card: PageNode; named: Named }>()
  for (const named of names) {
    const card = largestAlone(named, inside)
    const same = cards.get(card)
    if (!same) cards.set(card, { card, named })
    else if (better(named, same.named))
      same.named = { ...named, marked: named.marked || same.named.marked, role: named.role || same.named.role }
  }
  return [...cards.values()].map(({ card, named }) => ({ named, nodes: card === tree.root ? [card] : withSiblings(card, named, inside) }))
}

const better = (one: Named, before: Named): boolean => nameTokens(one.name).length > nameTokens(before.name).length

/** The names in each element; the first of them, and whether there are others than that one. */
function namesInside(names: readonly Named[]): Map<PageNode, { first: Named; alone: boolean }> {
  const inside = new Map<PageNode, { first: Named; alone: boolean }>()
  for (const named of names)
    for (const node of ancestorsOf(named.holder)) {
      const known = inside.get(node)
      if (known === undefined) inside.set(node, { first: named, alone: true })
      else if (!sameName(known.first.name, named.name)) known.alone = false
      else if (better(named, known.first)) known.first = named
    }
  return inside
}

function largestAlone(named: Named, inside: ReadonlyMap<PageNode, { alone: boolean }>): PageNode {
  let at = named.holder
  while (at.parent !== null && inside.get(at.parent)?.alone) at = at.parent
  return at
}

const level = ({ name }: PageNode): number => (/^h[1-6]$/.test(name) ? Number(name[1]) : 7)

/** In a page without cards: what follows the name, up to the next name or the next heading as high; and a portrait before it. */
function withSiblings(card: PageNode, { holder }: Named, inside: ReadonlyMap<PageNode, unknown>): PageNode[] {
  const { parent } = card
  if (parent === null || !standsLoose(card, holder)) return [card]
  const at = parent.children.indexOf(card)
  const nodes = [card]
  for (const next of parent.children.slice(at + 1, at + 1 + mostSiblings * 2)) {
    if (inside.has(next) || (level(next) <= level(card) && next.name !== '' && level(next) < 7)) break
    nodes.push(next)
  }
  let front = at - 1
  while (front > 0 && parent.children[front]?.name === '' && parent.children[front]?.text.trim() === '') front--
  const before = parent.children[front]
  return before !== undefined && !inside.has(before) && isPicture(before) ? [before, ...nodes] : nodes
}

/** A heading or a paragraph that is hardly more than the name. */
const standsLoose = (card: PageNode, holder: PageNode): boolean =>
  /^(?:h[1-6]|p|dt|strong|b|img|figure|a|span|td|summary|doc-anchor-target)$/.test(card.name) ||
  card === holder ||
  card.children.length === 1

const isPicture = ({ name, children }: PageNode): boolean =>
  name === 'img' ||
  name === 'figure' ||
  name === 'picture' ||
  (children.length > 0 &&
    children.length <= 2 &&
    children.every((child) => child.name === 'img' || child.name === 'picture' || (child.name === '' && child.text.trim() === '')))
