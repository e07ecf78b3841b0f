import type { Entity, Hint, Mention, MentionSource } from '../../model/mention.ts'
import type { Address } from '../../model/platform.ts'
import { accountFromHandle, classifyUrl, mightBePlatformUrl } from '../../platforms/classify.ts'
import { followHints, squeezed } from './anchors.ts'
import type { Placed } from './groups.ts'
import { holdsPlatformUrl, looseUrls, namesPlatform } from './loose-urls.ts'
import type { Element } from './open-elements.ts'
import { handlesInText } from './text-handles.ts'

/** More mentions than this on one page say nothing more. */
const mentionLimit = 3000
const urlsPerScript = 300
const blockLength = 20_000
/** So many characters beside the links make a block a text, not a list of links. */
const proseLength = 60

interface Extra {
  readonly label?: string
  readonly hints?: readonly Hint[]
  readonly entity?: Entity
  readonly quote?: string
}
interface Heading {
  readonly parent: Element | null
  text: string
}

/** Gathers the mentions of one page, with the heading and the block of text around each. */
export function createCollector(html: string, base: string) {
  const placed: Placed[] = []
  /** Where the tag at hand stands in the markup. */
  let tagStart = 0
  let tagEnd = 0
  let heading: Heading = { parent: null, text: '' }
  /** Text since the last block began, its length without white space at the edges, how much of that was in links, and the mentions in it. */
  let block = ''
  let spoken = 0
  let linked = 0
  let inBlock: Hint[][] = []

  /** A heading speaks for what follows it inside the element that holds it, or the one around that. */
  function headingOver(element: Element): string {
    const holder = heading.parent
    if (holder === null || heading.text === '') return ''
    let around: Element | null = element
    for (let level = 0; around !== null && level < 12; level++) {
      if (around === holder || (around === holder.parent && around.depth > 1)) return squeezed(heading.text, 120)
      around = around.parent
    }
    return ''
  }
  const markup = (): string => squeezed(html.slice(tagStart, Math.min(tagEnd, tagStart + 1200)), 300)

  function add(address: Address, raw: string, source: MentionSource, element: Element, extra: Extra = {}): void {
    if (address.kind === 'none' || address.kind === 'platform-page' || placed.length >= mentionLimit) return
    if (address.kind === 'share') {
      addSender(raw, element)
      return
    }
    const hints: Hint[] = [...element.hints, ...(extra.hints ?? [])]
    const mention: Mention = {
      address,
      source,
      zone: element.zone,
      label: extra.label ?? '',
      quote: extra.quote ?? markup(),
      raw: raw.slice(0, 2000),
      hints,
      entity: extra.entity ?? null,
      heading: headingOver(element),
      group: null,
    }
    placed.push({ mention, element })
    inBlock.push(hints)
  }
  /** `via=acme` in a share link: the sender is mostly the site itself. */
  function addSender(raw: string, element: Element): void {
    const sender = /[?&;](?:via|related)=@?([A-Za-z0-9_]{1,15})(?:[&#:,]|$)/.exec(raw)?.[1]
    if (sender !== undefined && /twitter|x\.com/i.test(raw)) add(accountFromHandle('x', sender), raw, 'share-via', element)
  }
  return {
    placed,
    add,
    headingOver,
    at(start: number, end: number): void {
      tagStart = start
      tagEnd = end
    },
    /** More would change nothing: callers spare themselves the work. */
    get full(): boolean {
      return placed.length >= mentionLimit
    },
    addUrl(raw: string, source: MentionSource, element: Element, extra: Extra = {}): void {
      if (placed.length < mentionLimit && mightBePlatformUrl(raw)) add(classifyUrl(raw, { base }), raw, source, element, extra)
    },
    /** Every account that a script or a piece of escaped markup names. */
    addLoose(text: string, source: MentionSource, element: Element): void {
      if (placed.length >= mentionLimit || !holdsPlatformUrl(text)) return
      const loose = looseUrls(text, urlsPerScript)
      for (const { url, at } of loose.urls) {
        const address = classifyUrl(url, { base })
        if (address.kind !== 'account' && address.kind !== 'community') continue
        add(address, url, source, element, { quote: squeezed(loose.text.slice(Math.max(0, at - 80), at + 160), 300) })
      }
    },
    beginHeading(element: Element): void {
      heading = { parent: element.parent, text: '' }
    },
    headingText(text: string): void {
      if (heading.text.length < 400) heading.text += text
    },
    get block(): string {
      return block
    },
    text(text: string, length: number, inLink: boolean): void {
      if (block.length < blockLength) block += text
      spoken += length
      if (inLink) linked += length
    },
    space(): void {
      if (block !== '') block += ' '
    },
    /** A block ended: what stood in a running text is marked so, handles in it are read, and the holder of its copyright is answered. */
    endBlock(element: Element): string | null {
      if (block === '') return null
      if (inBlock.length > 0 && spoken - linked > proseLength)
        for (const hints of inBlock) if (!hints.includes('prose')) hints.push('prose')
      if (placed.length < mentionLimit && (block.includes('@') || (block.includes('/') && namesPlatform(block)))) {
        const hints = followHints(block.slice(0, 300), headingOver(element))
        for (const { address, raw, quote, label } of handlesInText(block)) add(address, raw, 'text', element, { quote, label, hints })
      }
      const holder = block.includes('©') || block.includes('opyright') ? copyrightHolder(block) : null
      inBlock = []
      block = ''
      spoken = 0
      linked = 0
      return holder
    },
  }
}
/** "© 2024 Stichting Acme. Alle rechten" names the site's owner. */
function copyrightHolder(block: string): string | null {
  const holder =
    /(?:©|\bcopyright\b|\(c\))(?:\s*(?:©|\(c\)|copyright|by|:))*\s*(?:\d{4}\s*(?:[-–—/]\s*(?:\d{2,4}|present|heden))?)?[\s,.:|–-]*(?:by\s)?([\p{L}\d][^©|•·\n\r–—]{2,60})/iu.exec(
      block,
    )?.[1]
  const name = holder
    ?.split(/\.\s|\s{3}|,\s|\ball rights|\balle rech|\btous droits|\spowered\b|\s(?:web ?site|web ?design|realisatie|theme)\b|\d{4}/i)[0]
    ?.trim()
  return name === undefined || name.length < 3 || name.length > 50 ? null : name
}
export type Collector = ReturnType<typeof createCollector>
