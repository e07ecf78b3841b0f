import { getDomainWithoutSuffix, getPublicSuffix } from 'tldts'
import type { PlatformId } from '../model/platform.ts'
import { platform as platformById } from '../platforms/index.ts'
import { choosesNames, chosenName } from './tokens.ts'

/** How names are written in one place: on a platform as a handle, or as a display name. */
export interface Manner {
  readonly as: 'handle' | 'display'
  /** Signs that may separate words; `null` where any may. */
  readonly separators: string | null
  /** Most characters a name may have. */
  readonly longest: number
  /** Whether capitals are shown as they were typed. */
  readonly keepsCase: boolean
  /** A separator that two names may differ in and be one: dots on Facebook. */
  readonly ignored: string
}

/** Platforms that show a handle with the capitals with which it was made. */
const KEEPS_CASE: ReadonlySet<PlatformId> = new Set(['x', 'facebook', 'youtube', 'github', 'telegram', 'mastodon', 'reddit', 'flickr'])

/** The longest display name that each platform takes; where no figure is published, the shortest of the others. */
const SHOWN: Partial<Readonly<Record<PlatformId, number>>> = {
  x: 50,
  instagram: 30,
  threads: 30,
  tiktok: 30,
  mastodon: 30,
  bluesky: 64,
  youtube: 100,
  linkedin: 100,
  facebook: 75,
  pinterest: 65,
}
const SHORTEST_SHOWN = 30

const MAY_SEPARATE = /^[._-]$/

function handleManner(on: PlatformId): Manner {
  const { handleRule } = platformById(on)
  const separators = on === 'bluesky' ? '-' : [...handleRule.allowed.split(/[\s,]+/)].filter((sign) => MAY_SEPARATE.test(sign)).join('')
  return {
    as: 'handle',
    separators,
    longest: on === 'bluesky' ? 18 : handleRule.max,
    keepsCase: KEEPS_CASE.has(on),
    ignored: on === 'facebook' ? '.' : '',
  }
}

const displayManner = (on: PlatformId): Manner => ({
  as: 'display',
  separators: null,
  longest: SHOWN[on] ?? SHORTEST_SHOWN,
  keepsCase: true,
  ignored: '',
})

export const mannerOf = (on: PlatformId, as: Manner['as'] = 'handle'): Manner => (as === 'display' ? displayManner(on) : handleManner(on))

/** A separator as the platform can write it: the same where it may, else the nearest that it allows, else none. */
export function separatorOn(text: string, { separators }: Manner): string {
  if (separators === null || text === '') return text
  if (text.length === 1 && separators.includes(text)) return text
  return ['_', '.', '-'].find((sign) => separators.includes(sign)) ?? ''
}

/** LinkedIn puts a code behind a name until its owner chooses an address: `jan-jansen-4b21a07`, `jan-jansen-12345`. */
const AUTOMATIC = /^(?=.*\d)(?:[0-9a-f]{5,10}|\d{2,10})$/

export interface WrittenName {
  /** What the owner chose, or LinkedIn made of the name. */
  readonly name: string
  /** LinkedIn's code was behind it: nobody chose that. */
  readonly automatic: boolean
}

/**
 * The part of a person's or unit's handle that is a name, or `null` for numbers and codes. On Bluesky a name under the
 * organisation's own domain is one too: `jan.delinde.nl` gives `jan.delinde`.
 */
export function writtenName(on: PlatformId, handle: string): WrittenName | null {
  if (!choosesNames(on)) return null
  if (on === 'bluesky') return blueskyName(handle)
  const name = chosenName(on, handle)
  if (name === null) return null
  if (on !== 'linkedin' || /^(?:company|school|showcase)\//.test(handle)) return { name, automatic: false }
  const cut = name.lastIndexOf('-')
  const isCode = cut > 0 && AUTOMATIC.test(name.slice(cut + 1))
  return isCode ? { name: name.slice(0, cut), automatic: true } : { name, automatic: false }
}

function blueskyName(handle: string): WrittenName | null {
  const bare = handle.replace(/^@/, '')
  const suffix = getPublicSuffix(bare) ?? ''
  const own = bare.endsWith('.bsky.social') || getDomainWithoutSuffix(bare) === null ? null : bare.slice(0, -suffix.length - 1)
  const name = own ?? chosenName('bluesky', bare)
  return name === null || name === '' ? null : { name, automatic: false }
}
