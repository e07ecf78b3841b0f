import type { Address } from '../model/platform.ts'
import { definePlatform } from './define.ts'
import type { Form } from './grammar.ts'
import { addressOf, readName } from './name.ts'
import type { PathParts } from './path.ts'

const user = '[A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,62}[A-Za-z0-9_])?'
const host = '(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.){1,8}[a-z][a-z0-9-]{1,61}'

const member: Form = {
  handle: '@{}',
  url: (name) => {
    const at = name.indexOf('@')
    return `https://${name.slice(at + 1)}/@${name.slice(0, at)}`
  },
  pattern: new RegExp(`^${user}@${host}$`, 'i'),
  clean: (name) => name.replace(/@.*$/, (server) => server.toLowerCase()),
}

export const mastodon = definePlatform({
  id: 'mastodon',
  name: 'Mastodon',
  words: 'fediverse activitypub pixelfed peertube friendica misskey toot',
  handleRule: { pattern: new RegExp(`^${user}$`), min: 1, max: 30, caseSensitive: false, allowed: 'A-Z a-z 0-9 _' },
  forms: { member },
  bare: 'member',
  // Any server may belong to the Fediverse: `readFediverse` reads the addresses of those that do.
  sites: [],
  // https://docs.joinmastodon.org/methods/accounts/#lookup; other kinds of server have pages of another form.
  publicApi: ({ url }) => {
    const page = URL.parse(url)
    const name = page === null ? null : /^\/@([\w.-]+)$/.exec(page.pathname)?.[1]
    return page && name ? `${page.origin}/api/v1/accounts/lookup?${new URLSearchParams({ acct: name })}` : null
  },
  avatar: { width: 400, height: 400, shape: 'rounded-square' },
  banner: { width: 1500, height: 500, avatarOver: 'bottom-left' },
  wikidata: { member: 'P4033' },
})

const memberTabs = /^(?:with_replies|media|followers|following|featured|tagged|remote_follow)$/
const userFile = /\.(?:rss|atom|json)$/i

/** An address on a server that is taken to belong to the Fediverse; `null` when it names no member. */
export function readFediverse(server: string, path: PathParts): Address | null {
  const skip = path.lower[0] === 'web' || path.lower[0] === 'deck' ? 1 : 0
  const [first = '', second = '', third = ''] = path.segments.slice(skip)
  if (first.startsWith('@')) return memberOf(server, first.slice(1), second)
  if (first.toLowerCase() === 'users' && second !== '') return memberOf(server, second.replace(userFile, ''), third)
  return null
}

function memberOf(server: string, name: string, next: string): Address | null {
  const full = readName(member, name.includes('@') ? name : `${name.replace(userFile, '')}@${server}`)
  if (full === null) return null
  const isPost = next !== '' && !memberTabs.test(next.toLowerCase())
  return addressOf(mastodon, member, full, isPost ? 'content' : 'account', null)
}
