import type { FoundVia } from '../model/candidate.ts'
import type { Claim } from '../model/jobs.ts'
import type { Mention, PageReading, Zone } from '../model/mention.ts'
import type { Address } from '../model/platform.ts'
import { addressesInText } from '../platforms/in-text.ts'
import { handlesInText } from './website/text-handles.ts'

/** What is known of a piece in the press. */
export interface PressPiece {
  /** Address of the article, or `null` for a clipping. */
  readonly page: string | null
  readonly title: string
  /** When it was read, ISO 8601. */
  readonly seenAt: string
  /** Digest of the kept page, or `null`. */
  readonly record: string | null
}

export interface PressReading {
  /** Each account once per place, with the passage that names it as the quote and the name itself as the label. */
  readonly claims: readonly Claim[]
  /** Profiles of people: counted, and not kept. */
  readonly people: number
}

/** Around what names an account, so that a reader sees in which words. */
const passage = (text: string, from: number, to: number): string =>
  text
    .slice(Math.max(0, from - 120), to + 160)
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 300)

/** Reads a piece of which somebody has the text: pasted, or typed over from a clipping. */
export function readPressText(text: string, piece: PressPiece): PressReading {
  const named = [
    ...addressesInText(text).map(({ address, raw, index }) => ({ address, raw, quote: passage(text, index, index + raw.length) })),
    ...text.split(/\n{2,}/).flatMap((block) => handlesInText(block)),
  ]
  return gather(
    named.map(({ address, raw, quote }) => ({ address, label: raw, quote, source: 'text', zone: 'article' })),
    piece,
  )
}

/** The paper's own accounts stand around the article, and its writer's beside the name; what the article names stands inside. */
const insideArticle: ReadonlySet<Zone> = new Set(['article', 'main', 'unknown'])
const notNamed: ReadonlySet<Mention['source']> = new Set([
  'meta-twitter-site',
  'meta-twitter-creator',
  'article-publisher',
  'article-author',
  'meta-other',
  'jsonld',
  'share-via',
  'inline-script',
])

const blockStart = /<(?:p|li|td|th|h[1-6]|div|article|section|blockquote|figcaption)\b/gi
const blockEnd = /<\/(?:p|li|td|th|h[1-6]|div|article|section|blockquote|figcaption)\b/i

/** The words of the paragraph that a link stands in; the quote as it was where the link cannot be found back. */
function wordsAround(html: string, raw: string, quote: string): string {
  const at = html.indexOf(raw)
  if (at < 0) return quote
  const before = html.slice(Math.max(0, at - 2_000), at)
  const start = [...before.matchAll(blockStart)].at(-1)?.index ?? before.indexOf('>') + 1
  const behind = html.slice(at, at + 2_000)
  const block = before.slice(start) + behind.slice(0, blockEnd.exec(behind)?.index ?? behind.length)
  const words = block
    .replace(/<[^>]*>?/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/\s+([.,;:!?])/g, '$1')
  return words.trim().slice(0, 300) || quote
}

/**
 * Reads an article from its page and markup. The accounts of the paper itself are left out as far as they stand
 * outside the text.
 */
export function readPressPage(reading: PageReading, html: string, piece: PressPiece): PressReading {
  const inside = reading.mentions.filter(({ zone, source }) => insideArticle.has(zone) && !notNamed.has(source))
  return gather(
    inside.map(({ address, label, raw, quote, source, zone }) => ({
      address,
      label: label || raw,
      quote: source === 'text' ? quote : wordsAround(html, raw, quote),
      source,
      zone,
    })),
    piece,
  )
}

const longestHead = 1_000_000
const dateInData = /"datePublished"\s{0,5}:\s{0,5}"(\d{4}-\d{2}-\d{2})/
const metaTag = /<meta\b[^<>]{0,1000}>/gi
const datesAPage = /\b(?:property|name|itemprop)\s{0,5}=\s{0,5}["']?(?:article:published_time|datePublished|dc\.date(?:\.issued)?|date)\b/i
const contentDate = /\bcontent\s{0,5}=\s{0,5}["']?(\d{4}-\d{2}-\d{2})/i

/** The day on which the page says that it was published, YYYY-MM-DD; `null` when it does not say. */
export function publishedOn(html: string): string | null {
  const head = html.slice(0, longestHead)
  const meta = [...head.matchAll(metaTag)].find(([tag]) => datesAPage.test(tag) && contentDate.test(tag))
  return contentDate.exec(meta?.[0] ?? '')?.[1] ?? dateInData.exec(head)?.[1] ?? null
}

/** Headline and day of an article, as one title. */
export function titleOfArticle(title: string, html: string): string {
  const day = publishedOn(html)
  return [title.slice(0, 180), day === null ? '' : `(${day})`].filter(Boolean).join(' ')
}

interface Named extends Pick<FoundVia, 'label' | 'quote' | 'source' | 'zone'> {
  readonly address: Address
}

function gather(named: readonly Named[], piece: PressPiece): PressReading {
  const byKey = new Map<string, Claim>()
  const people = new Set<string>()
  for (const { address, label, quote, source, zone } of named) {
    const { kind, owner, platform, handle, url, key, closed, doubt } = address
    if (kind !== 'account' || !platform || !handle || !url || !key) continue
    if (owner === 'person') {
      people.add(key)
      continue
    }
    if (byKey.has(key)) continue
    const via: FoundVia = {
      route: 'press',
      page: piece.page,
      pageTitle: piece.title,
      source,
      zone,
      label: label.slice(0, 200),
      quote,
      seenAt: piece.seenAt,
      record: piece.record,
    }
    byKey.set(key, { platform, handle, url, key, closed, doubt, via })
  }
  return { claims: [...byKey.values()], people: people.size }
}
