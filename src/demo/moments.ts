import { wikidataEntitiesUrl } from '../discovery/wikidata.ts'
import { demoOrganisation } from './organisation.ts'
import { bluesky, type DemoPage, demoPages, type Edit, file, json, page, picture, site } from './pages.ts'

/** How the web differed from that of the newest moment: one answer, one text. */
type Change =
  /** This address said something else. */
  | { readonly kind: 'answered'; readonly answer: DemoPage }
  /** This address said nothing, or could not be reached. */
  | { readonly kind: 'absent'; readonly url: string }
  /** Something else stood on this page, or on every page of the site. */
  | { readonly kind: 'said'; readonly url: string | 'everywhere'; readonly edit: Edit }

/** One time at which the demonstration's web was archived. */
export interface DemoMoment {
  readonly id: '2025-12' | '2026-03' | '2026-06' | '2026-09'
  /** ISO 8601. Fixed, so that packing gives the same bytes on every machine. */
  readonly at: string
  readonly changes: readonly Change[]
}

const answered = (answer: DemoPage): Change => ({ kind: 'answered', answer })
const absent = (url: string): Change => ({ kind: 'absent', url })
const said = (path: string, from: string | RegExp, to: string): Change => ({ kind: 'said', url: `${site}${path}`, edit: [from, to] })
const saidEverywhere = (from: string | RegExp, to: string): Change => ({ kind: 'said', url: 'everywhere', edit: [from, to] })
const saidBy = (url: string, from: string | RegExp, to: string): Change => ({ kind: 'said', url, edit: [from, to] })

/** An article that was still to be written: its page, the items that lead to it and its line in the sitemap. */
const unpublished = (path: string): Change[] => [
  absent(`${site}${path}`),
  saidEverywhere(new RegExp(`<li[^>]*>(?:(?!</?li)[^])*?href="${path}"(?:(?!</li>)[^])*</li>`, 'g'), ''),
  said('/sitemap.xml', new RegExp(`<url><loc>${site}${path}</loc>[^\\n]*\\n\\s*`), ''),
]

const searchNames = [demoOrganisation.name, ...demoOrganisation.aliases, 'ZG Wilgenwaard']
const searched = searchNames.map((name) => `${bluesky}searchActors?${new URLSearchParams({ limit: '10', q: name })}`)
const channels = ['channel/UCWilgenwaardVoorbeeld01', '@zorggroepwilgenwaard'].map((name) => `https://www.youtube.com/${name}`)
const picturesOf2009 = 'https://yt3.googleusercontent.com/zgwilgenwaard2009banner=w1707-fcrop64=1,00005a57ffffa5a8-k-c0xffffffff-no-nd-rj'
const meta = 'https://scontent.cdninstagram.com/v/t51.2885-19/'
const threads = 'https://www.threads.com/@zorggroepwilgenwaard'

/** Until the third audit: no look-alike, the channel's picture of 2009, and Threads could be reached. */
const beforeSeptember: readonly Change[] = [
  ...unpublished('/nieuws/tien-jaar-de-dijkhof/'),
  ...unpublished('/nieuws/podcast-onder-de-wilgen/'),
  said('/links/', /<li><a href="https:\/\/open\.spotify[^\n]*\n\s*/, ''),
  ...channels.map((url) => saidBy(url, 'zgwilgenwaard2026banner', 'zgwilgenwaard2009banner')),
  answered(picture(picturesOf2009, 'achtergrond-2009-youtube')),
  ...searched.map((url) => answered(file(url, json, 'profiles/bluesky/search-june.json'))),
  absent(`${bluesky}getProfile?actor=wilgenwaard-winactie.bsky.social`),
  answered(page(threads, 'profiles/threads/zorggroepwilgenwaard.html')),
  answered(picture(`${meta}zorggroepwilgenwaard-threads.png`, 'logo-mastodon')),
]

/** Until the second: accounts of two locations that were still there, and the short name on Bluesky. */
const beforeJune: readonly Change[] = [
  ...unpublished('/nieuws/gewoon-meedoen/'),
  ...unpublished('/nieuws/nee-je-kunt-hier-niet-kamperen/'),
  answered(page('https://x.com/dijkhof_elzer', 'profiles/x/dijkhof_elzer.html')),
  answered(picture('https://pbs.twimg.com/profile_images/990000000000000003/dijkhof_400x400.png', 'foto-dijkhof')),
  answered(file(`${bluesky}getProfile?actor=hetbaken.bsky.social`, json, 'profiles/bluesky/hetbaken.json')),
  answered(picture('https://cdn.bsky.app/img/avatar/plain/did:plc:hetbakenvoorbeeld2345678/baken@png', 'foto-baken')),
  ...[`${bluesky}getProfile?actor=wilgenwaard.example`, ...searched].map((url) =>
    saidBy(url, '"displayName": "Zorggroep Wilgenwaard"', '"displayName": "Wilgenwaard"'),
  ),
]

/** In spring Instagram showed what it hides otherwise. */
const inMarch: readonly Change[] = [
  answered(page('https://www.instagram.com/zorggroepwilgenwaard', 'profiles/instagram/zorggroepwilgenwaard.html')),
  answered(picture(`${meta}zorggroepwilgenwaard.png`, 'logo-x')),
]

const xUnderItsOldName = ['ZG_Wilgenwaard', 'zg_wilgenwaard'].map(
  (name): DemoPage => ({
    ...page(`https://x.com/${name}`, 'profiles/x/wilgenwaard.html'),
    edits: [
      ['@wilgenwaard', '@ZG_Wilgenwaard'],
      ['"additionalName": "wilgenwaard"', '"additionalName": "ZG_Wilgenwaard"'],
      ['https://x.com/wilgenwaard"', 'https://x.com/ZG_Wilgenwaard"'],
      ['"name": "Wilgenwaard"', '"name": "ZG Wilgenwaard"'],
      ['<h1>Wilgenwaard', '<h1>ZG Wilgenwaard'],
      ['Wilgenwaard (@', 'ZG Wilgenwaard (@'],
    ],
  }),
)
const register = wikidataEntitiesUrl(['Q990000017', 'Q990000018'])

/** Until the first: the old name on X, no TikTok and no Threads yet, and Bluesky not named on the site. */
const beforeMarch: readonly Change[] = [
  ...unpublished('/nieuws/nieuwe-naam-op-x/'),
  saidEverywhere('© 2026', '© 2025'),
  saidEverywhere('href="https://x.com/wilgenwaard"', 'href="https://x.com/ZG_Wilgenwaard"'),
  ...xUnderItsOldName.map(answered),
  answered(page('https://x.com/wilgenwaard', 'profiles/x/does-not-exist.html', 404)),
  saidBy(register, '"ZG_Wilgenwaard"', '"wilgenwaard_nieuws"'),
  saidBy(register, '+2026-02-11', '+2012-02-11'),
  saidBy(register, /("property": "P2002",\s*"datavalue": \{\s*"value": )"wilgenwaard"/, '$1"ZG_Wilgenwaard"'),
  said('/werken-bij/', /<h2>Kijk mee op de werkvloer<\/h2>\n[^\n]*\n\s*/, ''),
  said('/links/', /<li><a href="https:\/\/(?:www\.(?:tiktok|threads)|bsky)\.[^\n]*\n\s*/g, ''),
  absent('https://www.tiktok.com/@wilgenwaardzorg'),
  absent(threads),
  said('/contact/', /<a href="https:\/\/bsky\.app[^>]*>Bluesky<\/a> en op /, ''),
]

/** A year of audits, the oldest first. */
export const demoMoments: readonly DemoMoment[] = [
  { id: '2025-12', at: '2025-12-08T08:30:00.000Z', changes: [...beforeSeptember, ...beforeJune, ...beforeMarch] },
  { id: '2026-03', at: '2026-03-09T08:30:00.000Z', changes: [...beforeSeptember, ...beforeJune, ...inMarch] },
  { id: '2026-06', at: '2026-06-08T07:30:00.000Z', changes: beforeSeptember },
  { id: '2026-09', at: '2026-09-14T07:30:00.000Z', changes: [] },
]

/** By which the audit of a moment is known again. */
export const auditKey = ({ id }: DemoMoment): string => `demo:${id}`

/** Everything that the demonstration's web answered at a moment. */
export function pagesAt({ changes }: DemoMoment): DemoPage[] {
  const pages = new Map(demoPages.map((one) => [one.url, one]))
  for (const change of changes) if (change.kind === 'answered') pages.set(change.answer.url, change.answer)
  for (const change of changes) if (change.kind === 'absent') pages.delete(change.url)
  return [...pages.values()].map((one) => {
    const edits = changes.flatMap((change) => (change.kind === 'said' && isAbout(change.url, one) ? [change.edit] : []))
    return edits.length === 0 ? one : { ...one, edits: [...(one.edits ?? []), ...edits] }
  })
}

const isAbout = (url: string, answer: DemoPage): boolean =>
  url === 'everywhere' ? answer.url.startsWith(`${site}/`) && answer.file?.endsWith('.html') === true : url === answer.url
