import { type FoundDomain, findDomain } from './hosts.ts'
import type { PathParts } from './path.ts'
import { unwrap } from './wrappers.ts'

/** The address inside a redirect, a login wall, a plugin frame or a doubled address. */
export function innerAddress(found: FoundDomain, path: PathParts, tail: string): { text: string; own: boolean } | null {
  for (const wrapper of found.entry.wrappers) {
    if (found.under !== '' && found.under !== 'www' && !wrapper.anyLabel) continue
    const text = unwrap(wrapper, path, tail)
    if (text !== null) return { text, own: wrapper.own }
  }
  const doubled = doubledAddress(found, path)
  return doubled === null ? null : { text: doubled, own: true }
}

/** `facebook.com/https://www.facebook.com/acme` and `twitter.com/twitter.com/acme`: the inner one is meant. */
function doubledAddress(found: FoundDomain, path: PathParts): string | null {
  for (let at = 0; at < path.lower.length; at++) {
    const segment = (path.lower[at] as string).replace(/^@/, '')
    // Two addresses side by side are two: neither is meant.
    if (/\s/.test(segment)) return null
    const afterScheme = /^https?:$/.test(segment) || (at === 0 && /^https?$/.test(segment))
    const from = afterScheme ? at + 1 : at
    const host = afterScheme ? (path.lower[from] ?? '') : segment
    if (!host.includes('.')) continue
    // After a scheme at the very start any host is meant; a name with a dot (`instagram.com/about.me`) is no host.
    const meant =
      (afterScheme && at === 0) || (samePlatform(found, host) && path.lower.length > from + 1) || (at === 0 && host.startsWith('www.'))
    if (meant) return `https://${path.segments.slice(from).join('/').replace(/^@/, '')}${path.query === '' ? '' : `?${path.query}`}`
  }
  return null
}

function samePlatform(found: FoundDomain, host: string): boolean {
  const inner = findDomain(host)?.entry.sites[0]
  return inner !== undefined && inner.platform === found.entry.sites[0]?.platform
}
