import type { Address } from '../../model/platform.ts'
import { accountFromHandle } from '../../platforms/classify.ts'
import { addressesInText } from '../../platforms/in-text.ts'
import { platformOfName } from '../../platforms/index.ts'
import { namesPlatform } from './loose-urls.ts'

/** An account that plain text names. */
export interface TextHandle {
  readonly address: Address
  readonly raw: string
  readonly label: string
  readonly quote: string
}

const named = 'x|twitter|instagram|insta|facebook|fb|tiktok|threads|youtube|telegram|snapchat|pinterest|bluesky|linkedin|mastodon|twitch|vk'
const handle = '@([A-Za-z0-9_](?:[A-Za-z0-9_.]{0,28}[A-Za-z0-9_])?)'
/** "Instagram: @acme", "volg ons op Twitter (@acme)". */
const nameFirst = new RegExp(
  `\\b(${named})\\b[\\s:;,(\\-–—|/"']{0,4}(?:account|handle|pagina|page|konto|compte)?[\\s:(\\-–—]{0,4}${handle}`,
  'gi',
)
/** "@acme on Instagram", "@acme op Twitter". */
const handleFirst = new RegExp(`(?:^|[\\s(:,;"'])${handle}[\\s,)]{0,3}(?:on|op|auf|sur|via|bij)\\s(${named})\\b`, 'gi')
const fediverse = /(?:^|[\s(:,;"'])(@[A-Za-z0-9_]{1,40}@[a-z0-9-]{1,60}(?:\.[a-z0-9-]{1,60}){1,3})/gi

const around = (text: string, at: number): string =>
  text
    .slice(Math.max(0, at - 80), at + 160)
    .replace(/\s+/g, ' ')
    .trim()

/** Accounts named in the text of one block: a handle next to a platform's name, or an address written out. */
export function handlesInText(block: string): TextHandle[] {
  const text = block.slice(0, 20_000)
  const found: TextHandle[] = []
  function add(address: Address, raw: string, at: number): void {
    if (address.kind !== 'account' && address.kind !== 'community') return
    found.push({ address, raw, label: raw, quote: around(text, at) })
  }
  function addNamed(platformName: string, name: string, raw: string, at: number): void {
    const platform = platformOfName(platformName)
    if (platform !== null) add(accountFromHandle(platform, name), raw.trim(), at)
  }
  if (text.includes('@')) {
    for (const match of text.matchAll(nameFirst)) addNamed(match[1] as string, match[2] as string, match[0], match.index)
    for (const match of text.matchAll(handleFirst)) addNamed(match[2] as string, match[1] as string, match[0], match.index)
    for (const match of text.matchAll(fediverse)) {
      if (!/@(?:gmail|hotmail|outlook|yahoo)\./i.test(match[1] as string))
        add(accountFromHandle('mastodon', match[1] as string), match[1] as string, match.index)
    }
  }
  if (namesPlatform(text)) for (const { address, raw, index } of addressesInText(text)) add(address, raw, index)
  return found
}
