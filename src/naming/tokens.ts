import { getDomainWithoutSuffix } from 'tldts'
import type { PlatformId } from '../model/platform.ts'

const LETTERS_WITHOUT_DECOMPOSITION: Readonly<Record<string, string>> = { ß: 'ss', ø: 'o', æ: 'ae', œ: 'oe', ł: 'l', đ: 'd', ı: 'i' }

/** Lower case, no diacritics, separators kept. */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[ßøæœłđı]/g, (letter) => LETTERS_WITHOUT_DECOMPOSITION[letter] ?? letter)

/** What stays of a name when case, diacritics and separators (`._-`, spaces) no longer count: `De_Linde` is `delinde`. */
export const stemOf = (name: string): string => plain(name).replace(/[^\p{L}\p{N}]+/gu, '')

const CAMEL = /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})|(?<=\p{L})(?=\p{N})|(?<=\p{N})(?=\p{L})/u

/** Cuts known words out of a glued word: `delindegouda` with `linde` gives `de`, `linde`, `gouda`. */
function segment(glued: string, words: readonly string[]): string[] {
  for (const word of words) {
    const at = glued.indexOf(word)
    if (at < 0 || glued === word) continue
    const before = glued.slice(0, at)
    const after = glued.slice(at + word.length)
    return [...(before ? segment(before, words) : []), word, ...(after ? segment(after, words) : [])]
  }
  return [glued]
}

/**
 * The words of a name, folded, in order. Cut at separators, at capitals inside (`DeLinde`), at digits, and around the
 * words that are known already (of at least four letters; the organisation's own).
 */
export function tokensOf(name: string, words: readonly string[] = []): string[] {
  const known = words
    .map(stemOf)
    .filter((word) => word.length >= 4)
    .sort((a, b) => b.length - a.length)
  return name
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .flatMap((part) => part.split(CAMEL))
    .map(stemOf)
    .filter((token) => token !== '')
    .flatMap((token) => segment(token, known))
}

/** Platforms whose addresses are codes that nobody chooses. */
const CODED: ReadonlySet<PlatformId> = new Set(['whatsapp', 'discord', 'spotify', 'slack'])

/** Whether an organisation can choose its handle on a platform at all. */
export const choosesNames = (platform: PlatformId): boolean => !CODED.has(platform)

/** Numbers and codes that a platform gives to who has not claimed a name. */
const NUMBER = /^\+?\d{5,}$|^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const NUMBERED: Partial<Record<PlatformId, RegExp>> = {
  facebook: /^\d+$|-\d{8,}$|^pfbid\w{20,}$/,
  linkedin: /^\d+$/,
  youtube: /^UC[\w-]{22}$/,
  flickr: /^\d{4,12}@N\d{2}$/i,
  vimeo: /^user\d+$/i,
  vk: /^(?:id|club|public|event)\d+$/,
  bluesky: /^did:/,
}

/**
 * The part of a handle that its owner chose: `company/de-linde` gives `de-linde`, `@delinde@zorg.example` gives
 * `delinde`. `null` when the platform made it up (channel id, number, invite code): there is no name to judge.
 */
export function chosenName(platform: PlatformId, handle: string): string | null {
  if (CODED.has(platform)) return null
  const bare = handle.replace(/^@/, '')
  if (platform === 'bluesky') return nameOfDomain(bare)
  const last = bare.split('/').filter(Boolean).at(-1) ?? ''
  if (NUMBER.test(last) || NUMBERED[platform]?.test(last)) return null
  const name = platform === 'mastodon' ? (last.replace(/^@/, '').split('@')[0] ?? '') : last.replace(/^@/, '')
  return stemOf(name) === '' ? null : name
}

/** Bluesky handles are domains: `delinde.bsky.social` and `delinde.nl` both name `delinde`. */
function nameOfDomain(handle: string): string | null {
  if (NUMBERED.bluesky?.test(handle)) return null
  const hosted = /^(.+)\.bsky\.social$/i.exec(handle)?.[1]
  const name = hosted ?? getDomainWithoutSuffix(handle) ?? handle.split('.')[0] ?? ''
  return stemOf(name) === '' ? null : name
}
