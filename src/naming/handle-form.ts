import type { PlatformId } from '../model/platform.ts'
import { accountFromHandle } from '../platforms/classify.ts'
import { platform as platformById } from '../platforms/index.ts'
import { stemOf } from './tokens.ts'

/** Platforms whose handles are codes or domains that an account is not renamed to by choice. */
const NOT_CHOSEN: ReadonlySet<PlatformId> = new Set(['whatsapp', 'discord', 'spotify', 'slack', 'googleplus', 'hyves', 'weibo', 'meetup'])

/** New names under `.bsky.social` have 3 to 18 signs; the rule of the platform speaks of whole domains. */
const BLUESKY = { after: '.bsky.social', min: 3, max: 18 }

/** LinkedIn asks more letters of a person's address than of a page's. */
const LINKEDIN_PERSON_MIN = 3

/** The signs between words that the rule for new names allows: of `a-z 0-9 . _` the last two. */
const separatorsOf = (allowed: string): string =>
  allowed
    .split(/[\s,]+/)
    .filter((sign) => /^[._-]$/.test(sign))
    .join('')

/** Keeps what the platform accepts: letters without accents, digits, single separators inside. */
function accepted(name: string, separators: string): string {
  const kept = [...name.normalize('NFKD')].filter((sign) => /[a-z0-9]/i.test(sign) || separators.includes(sign))
  const inside = kept.filter((sign, at) => /[a-z0-9]/i.test(sign) || /[a-z0-9]/i.test(kept[at - 1] ?? ''))
  return inside.join('').replace(/^[._-]|[._-]$/g, '')
}

/** What is written around the chosen name, keeping what has to stay: a LinkedIn `showcase/`, a Mastodon server. */
function around(platform: PlatformId, current: string, person: boolean): readonly [before: string, after: string] {
  if (platform === 'youtube') return ['@', '']
  if (platform === 'linkedin' && person) return ['in/', '']
  if (platform === 'linkedin') return [/^(?:company|school|showcase)\//.exec(current)?.[0] ?? 'company/', '']
  if (platform === 'bluesky') return ['', BLUESKY.after]
  if (platform === 'mastodon') {
    const server = current.replace(/^@/, '').split('@')[1]
    return ['@', server ? `@${server}` : '']
  }
  return [/^(?:u|pages|@)\/?/.exec(current)?.[0] ?? '', '']
}

export interface HandleFormOptions {
  /** A person's own account: on LinkedIn that has another address than an organisation's. */
  readonly person?: boolean
  /** Capitals stay as they are written, for platforms that show them. */
  readonly cased?: boolean
}

/**
 * Writes a name as a handle that the platform accepts for a new account, keeping what has to stay of the current one.
 * `null` when names are not chosen there, or when this one is too short, too long, reserved or in another script.
 */
export function handleFrom(platform: PlatformId, name: string, current: string, options: HandleFormOptions = {}): string | null {
  if (NOT_CHOSEN.has(platform)) return null
  const { handleRule } = platformById(platform)
  const own = platform === 'bluesky'
  const { person = false, cased = false } = options
  const chosen = accepted(cased ? name : name.toLowerCase(), own ? '-' : separatorsOf(handleRule.allowed))
  const least = person && platform === 'linkedin' ? LINKEDIN_PERSON_MIN : handleRule.min
  const [min, max] = own ? [BLUESKY.min, BLUESKY.max] : [least, handleRule.max]
  if (chosen.length < min || chosen.length > max || (!own && !handleRule.pattern.test(chosen))) return null
  // What the platform cannot write would make it another name; digits alone read as an account number.
  if (stemOf(chosen) !== stemOf(name) || /^\d+$/.test(chosen)) return null
  const [before, after] = around(platform, current, person)
  const handle = `${before}${chosen}${after}`
  const address = accountFromHandle(platform, handle)
  return address.kind === 'account' && address.doubt === null ? handle : null
}
