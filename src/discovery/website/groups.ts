import type { Mention } from '../../model/mention.ts'
import type { Element } from './open-elements.ts'

/** A mention with the element it stands in, while its page is being read. */
export interface Placed {
  readonly mention: Mention
  readonly element: Element
}

/** A box is small: this much text beside its links, and few links to anything else. */
const textPerLink = 60
const spareText = 160
const spareLinks = 8
const levels = 9

interface Box {
  readonly element: Element
  readonly mentions: Mention[]
}

/** Only what a reader sees on the page stands in a box; head data and scripts stand nowhere. */
const visible = ({ mention }: Placed): boolean =>
  (mention.address.kind === 'account' || mention.address.kind === 'community') &&
  (mention.source === 'link' || mention.source === 'rel-me' || mention.source === 'data-attribute' || mention.source === 'plugin-frame')

function boxesOf(placed: readonly Placed[]): Map<Element, Box> {
  const boxes = new Map<Element, Box>()
  for (const { mention, element } of placed) {
    let around: Element | null = element
    for (let level = 0; around !== null && around.depth > 0 && level < levels; level++) {
      const box = boxes.get(around)
      if (box === undefined) boxes.set(around, { element: around, mentions: [mention] })
      else box.mentions.push(mention)
      around = around.parent
    }
  }
  return boxes
}

function isGroup({ element, mentions }: Box): boolean {
  // A short page as a whole is no row of links: what stands in its text is not beside what stands in its footer.
  if ((element.name === 'body' || element.name === 'html') && new Set(mentions.map(({ zone }) => zone)).size > 1) return false
  const platforms = new Set(mentions.map((mention) => mention.address.platform))
  if (platforms.size < 2) return false
  const links = element.linksAfter - element.linksBefore
  const text = element.textAfter - element.textBefore
  return text <= mentions.length * textPerLink + spareText && links <= mentions.length * 2 + spareLinks
}

/**
 * Numbers the small boxes that name two or more platforms: the "follow us" row, whatever its class is called.
 * The nearest such box counts. Answers the group of each mention, in order.
 */
export function groupsOf(placed: readonly Placed[]): (number | null)[] {
  const boxes = boxesOf(placed.filter(visible))
  const numbers = new Map<Element, number>()
  const verdicts = new Map<Element, boolean>()
  return placed.map((one) => {
    let around: Element | null = visible(one) ? one.element : null
    for (let level = 0; around !== null && around.depth > 0 && level < levels; level++) {
      const box = boxes.get(around)
      if (box !== undefined) {
        let group = verdicts.get(around)
        if (group === undefined) {
          group = isGroup(box)
          verdicts.set(around, group)
        }
        if (group) {
          const number = numbers.get(around) ?? numbers.size + 1
          numbers.set(around, number)
          return number
        }
      }
      around = around.parent
    }
    return null
  })
}
