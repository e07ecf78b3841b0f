import { words } from './grammar.ts'
import { type PathParts, queryValue } from './path.ts'

/** A page whose only work is to pass its visitor on to an address that it carries. */
interface WrapperSource {
  readonly hosts: string
  /** Labels that may stand in front of a host; `any` where every label may. */
  readonly under?: 'any'
  /** First segments of the path, or `*` for any path. */
  readonly paths: string
  /** Query parameters that hold the address, in order; `path`: the rest of the path; `query`: the whole query. */
  readonly carries: string
  /** The page is the platform's own where what it carries is no platform's address: a login page, a plugin. */
  readonly own?: true
}

const googleDomains =
  'google.com google.nl google.be google.de google.at google.ch google.fr google.es google.it google.pt google.pl google.se ' +
  'google.dk google.no google.fi google.ie google.ca google.lu google.cz google.gr google.hu google.ro google.co.uk google.co.in ' +
  'google.co.jp google.co.za google.co.nz google.com.au google.com.br google.com.mx google.com.tr google.com.ar'

/** Redirects, login walls and plugin frames. Sources: the ClearURLs rules, iframely, yt-dlp. */
const sources: readonly WrapperSource[] = [
  { hosts: 'l.facebook.com lm.facebook.com l.messenger.com l.instagram.com l.threads.net l.threads.com', paths: '*', carries: 'u' },
  { hosts: 'facebook.com', under: 'any', paths: 'l.php flx/warn', carries: 'u' },
  { hosts: 'facebook.com fb.com', under: 'any', paths: 'login login.php', carries: 'next', own: true },
  {
    hosts: 'facebook.com',
    under: 'any',
    paths:
      'plugins/page.php plugins/page plugins/like.php plugins/likebox.php plugins/like_box.php plugins/fan.php plugins/follow.php ' +
      'plugins/post.php plugins/video.php plugins/send.php plugins/subscribe.php plugins/group.php',
    carries: 'href',
    own: true,
  },
  { hosts: 'instagram.com', under: 'any', paths: 'accounts/login', carries: 'next', own: true },
  { hosts: 'youtube.com', under: 'any', paths: 'redirect', carries: 'q' },
  { hosts: 'youtube.com', under: 'any', paths: 'attribution_link signin', carries: 'u next', own: true },
  { hosts: 'consent.youtube.com', paths: '*', carries: 'continue', own: true },
  { hosts: 'linkedin.com', under: 'any', paths: 'redir/redirect redirect safety/go', carries: 'url' },
  { hosts: 'linkedin.com', under: 'any', paths: 'authwall uas/login checkpoint', carries: 'sessionRedirect session_redirect', own: true },
  { hosts: 'x.com twitter.com', under: 'any', paths: 'login', carries: 'redirect_after_login', own: true },
  { hosts: googleDomains, under: 'any', paths: 'url', carries: 'url q' },
  { hosts: 'out.reddit.com', paths: '*', carries: 'url' },
  { hosts: 'vk.com vk.ru', under: 'any', paths: 'away.php', carries: 'to' },
  { hosts: 't.umblr.com', paths: 'redirect', carries: 'z' },
  { hosts: 'exit.sc gate.sc', paths: '*', carries: 'url' },
  { hosts: 'duckduckgo.com', under: 'any', paths: 'l', carries: 'uddg' },
  { hosts: 'steamcommunity.com', paths: 'linkfilter', carries: 'url u' },
  { hosts: 'slack-redir.net', paths: 'link', carries: 'url' },
  { hosts: 'safelinks.protection.outlook.com', under: 'any', paths: '*', carries: 'url' },
  { hosts: 'urldefense.com urldefense.proofpoint.com', paths: 'v2 v3', carries: 'proofpoint' },
  { hosts: 'href.li', paths: '*', carries: 'query' },
  { hosts: 'web.archive.org', paths: 'web', carries: 'path' },
  { hosts: 'archive.ph archive.is archive.today', paths: '*', carries: 'path' },
]

/** A wrapper with its lists cut. */
export interface Wrapper {
  readonly hosts: ReadonlySet<string>
  readonly anyLabel: boolean
  /** `null` for any path. */
  readonly paths: readonly (readonly string[])[] | null
  readonly carries: readonly string[]
  readonly own: boolean
}

export const wrappers: readonly Wrapper[] = sources.map(({ hosts, under, paths, carries, own = false }) => ({
  hosts: words(hosts),
  anyLabel: under === 'any',
  paths: paths === '*' ? null : [...words(paths)].map((path) => path.split('/')),
  carries: [...words(carries.toLowerCase())],
  own,
}))

/** The address that a wrapper carries, or `null` when this path is not the wrapper or carries nothing. */
export function unwrap(wrapper: Wrapper, path: PathParts, rawTail: string): string | null {
  if (wrapper.paths !== null && !wrapper.paths.some((route) => route.every((segment, index) => path.lower[index] === segment))) return null
  switch (wrapper.carries[0]) {
    case 'path':
      return /https?(?::|%3a)\/{0,2}.*/i.exec(rawTail)?.[0] ?? null
    case 'query':
      return path.query === '' ? null : path.query
    case 'proofpoint':
      return proofpointTarget(path, rawTail)
  }
  for (const key of wrapper.carries) {
    const value = queryValue(path.query, key)
    if (value !== null && value !== '') return value
  }
  return null
}

/** Proofpoint writes `https-3A__acme.example` in version 2 and `__https://acme.example__` in version 3. */
function proofpointTarget(path: PathParts, rawTail: string): string | null {
  const second = queryValue(path.query, 'u')
  if (second !== null) return second.replace(/-([0-9A-F]{2})/g, '%$1').replaceAll('_', '/')
  const start = rawTail.indexOf('__')
  const end = rawTail.indexOf('__;', start + 2)
  return start < 0 || end < 0 ? null : rawTail.slice(start + 2, end)
}
