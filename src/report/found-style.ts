import { colourDifference, type LabColour, labColourOfHex } from '../images/colour-difference.ts'
import type { PicturesReading } from '../model/pictures.ts'
import type { Snapshot } from '../model/snapshot.ts'
import type { NameInUse } from '../naming/follow.ts'
import { type InferredPattern, inferPattern } from '../naming/infer-pattern.ts'
import type { NamingOrganisation } from '../naming/name-values.ts'

/** What `n` of the `of` accounts that could be seen do now. */
interface Found<T> {
  readonly n: number
  readonly of: number
  readonly value: T
}

/** What most accounts do where nothing is agreed; `null` where nothing is shared, or too little was seen to say. */
export interface FoundStyle {
  /** Patterns, as the agreements are written. */
  readonly names: {
    readonly organisation: Found<string> | null
    readonly units: Found<string> | null
    readonly display: Found<string> | null
  }
  /** Digest of the banner that most show. */
  readonly background: Found<string> | null
  /** Digest of the avatar that most show. */
  readonly avatar: Found<string> | null
  /** Six digits each: `#0f5c63`. */
  readonly colours: Found<readonly string[]> | null
  /** The address that most profiles lead to. */
  readonly link: Found<string> | null
}

export interface FoundFrom {
  readonly organisation: NamingOrganisation
  /** Handles and shown names, for as far as it is known of what they are. */
  readonly names: { readonly handles: readonly NameInUse[]; readonly shown: readonly NameInUse[] }
  readonly looks: readonly Pick<Snapshot, 'picture' | 'banner' | 'website' | 'linksBack'>[]
  readonly reading: PicturesReading | null
  /** Registrable domain of the organisation. */
  readonly domain: string | null
}

/** What the accounts of an organisation have in common now: the most frequent, and how many share it. */
export function findStyle({ organisation, names, looks, reading, domain }: FoundFrom): FoundStyle {
  const banners = looks.flatMap(({ banner }) => (banner?.seen ? [banner.value] : []))
  const avatars = looks.flatMap(({ picture }) => (picture.seen ? [picture.value] : []))
  const of = (kind: NameInUse['named']['kind']) => names.handles.filter(({ named }) => named.kind === kind)
  return {
    names: {
      organisation: patternOf(inferPattern(of('organisation'), organisation)),
      units: patternOf(inferPattern(of('unit'), organisation)),
      display: patternOf(inferPattern(names.shown, organisation, 'display')),
    },
    background: mostAlike(banners, reading?.banners ?? null),
    avatar: mostAlike(avatars, reading?.avatars ?? null),
    colours: sharedColours([...new Set([...avatars, ...banners])], reading),
    link: sharedLink(looks, domain),
  }
}

const patternOf = (inferred: InferredPattern): Found<string> | null =>
  inferred.kind === 'pattern' ? { n: inferred.support, of: inferred.of, value: inferred.pattern } : null

/** One picture for the largest group: the one that most of it show. */
function mostAlike(shown: readonly string[], side: PicturesReading['banners'] | null): Found<string> | null {
  const placeOf = new Map(side?.groups.flatMap((group, place) => group.members.map((digest) => [digest, String(place)] as const)))
  const groups = [...Map.groupBy(shown, (digest) => placeOf.get(digest) ?? digest).values()]
  const largest = groups.sort((a, b) => b.length - a.length)[0]
  if (!largest || largest.length < 2) return null
  const value = mostFrequent(largest)
  return value === null ? null : { n: largest.length, of: shown.length, value }
}

/** In two pictures one colour is seldom the same to the digit: nearer than this (CIEDE2000) it is one colour. */
const sameColour = 5
/** Less of a picture than this is no colour of the brand but a detail. */
const leastShare = 0.08
const mostColours = 4

/** Colours that at least half of the pictures have. */
function sharedColours(digests: readonly string[], reading: PicturesReading | null): Found<readonly string[]> | null {
  const palettes = (reading?.palettes ?? []).filter(({ picture }) => digests.includes(picture))
  const kinds: { hex: string; colour: LabColour; pictures: Set<string>; share: number }[] = []
  for (const { picture, colours } of palettes)
    for (const { hex, share } of colours.filter((colour) => colour.share >= leastShare)) {
      const colour = labColourOfHex(hex)
      if (colour === null) continue
      const known = kinds.find((kind) => colourDifference(kind.colour, colour) < sameColour)
      if (known) {
        known.pictures.add(picture)
        known.share += share
      } else kinds.push({ hex: hex.toLowerCase(), colour, pictures: new Set([picture]), share })
    }
  const shared = kinds
    .filter(({ pictures }) => pictures.size >= 2 && pictures.size * 2 >= palettes.length)
    .sort((a, b) => b.pictures.size - a.pictures.size || b.share - a.share)
    .slice(0, mostColours)
  const least = shared.at(-1)
  return least ? { n: least.pictures.size, of: palettes.length, value: shared.map(({ hex }) => hex) } : null
}

/** The organisation's own site, where profiles lead to it. */
function sharedLink(looks: FoundFrom['looks'], domain: string | null): Found<string> | null {
  if (domain === null) return null
  const linked = looks.flatMap(({ website, linksBack }) => {
    const links = [...(website.seen ? [website.value] : []), ...(linksBack?.seen ? linksBack.value : [])]
    const told = website.seen || linksBack?.seen || website.why === 'absent'
    return told ? [links] : []
  })
  const own = linked.flatMap((links) => links.filter((link) => isUnder(link, domain)).slice(0, 1))
  const value = mostFrequent(own)
  return value !== null && own.length >= 2 ? { n: own.length, of: linked.length, value } : null
}

function isUnder(link: string, domain: string): boolean {
  const host = URL.parse(link)?.hostname ?? ''
  return host === domain || host.endsWith(`.${domain}`)
}

function mostFrequent(values: readonly string[]): string | null {
  const times = new Map<string, number>()
  for (const value of values) times.set(value, (times.get(value) ?? 0) + 1)
  return [...times].sort(([a, n], [b, m]) => m - n || a.localeCompare(b))[0]?.[0] ?? null
}
