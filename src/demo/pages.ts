import { wikidataEntitiesUrl, wikidataSearchUrl } from '../discovery/wikidata.ts'
import { demoArticle, demoOrganisation } from './organisation.ts'
import { demoServices } from './services.ts'

/** One answer of the demonstration's web: what this address says, and the file under `web/` that it says. */
export interface DemoPage {
  readonly url: string
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** Path under `src/demo/web`, or `null` for an answer without a body. */
  readonly file: string | null
  /** What stood otherwise in the file at an earlier moment. */
  readonly edits?: readonly Edit[]
}

/** Text that is replaced wherever it stands, or as a pattern. */
export type Edit = readonly [from: string | RegExp, to: string]

export const site = new URL(demoOrganisation.website).origin
export const json = 'application/json; charset=utf-8'
export const bluesky = 'https://public.api.bsky.app/xrpc/app.bsky.actor.'
const html = { 'content-type': 'text/html; charset=utf-8' }

export const page = (url: string, file: string, status = 200): DemoPage => ({ url, status, headers: html, file })
const redirect = (url: string, to: string, status = 301): DemoPage => ({ url, status, headers: { location: to }, file: null })
export const file = (url: string, type: string, path: string): DemoPage => ({
  url,
  status: 200,
  headers: { 'content-type': type },
  file: path,
})

const sitePages = [
  '/',
  '/over-ons/',
  '/over-ons/organisatie/',
  '/over-ons/team/',
  '/contact/',
  '/locaties/',
  '/locaties/de-dijkhof/',
  '/locaties/het-baken/',
  '/locaties/atelier-de-kwast/',
  '/locaties/de-notenboom/',
  '/locaties/bakkerij-de-kruimel/',
  '/werken-bij/',
  '/werken-bij/begeleider-de-dijkhof/',
  '/werken-bij/medewerker-communicatie/',
  '/nieuws/',
  '/nieuws/tien-jaar-de-dijkhof/',
  '/nieuws/podcast-onder-de-wilgen/',
  '/nieuws/gewoon-meedoen/',
  '/nieuws/nee-je-kunt-hier-niet-kamperen/',
  '/nieuws/nieuwe-naam-op-x/',
  '/verhalen/',
  '/verhalen/jasper-bakt-voor-het-hele-dorp/',
  '/verhalen/een-dag-met-noor/',
  '/clientenraad/',
  '/klachten/',
  '/privacy/',
  '/partners/',
  '/links/',
  '/en/about/',
  '/archief/open-dag-2014/',
  '/intern/rooster/',
]

const drawings =
  'logo woordmerk logo-2009 knop-t knop-g knop-h dijk dijkhof baken kwast notenboom kruimel feest podcast meedoen naam kamperen brood dag open-dag'
const portraits =
  'marit-van-der-laak joost-elzenbroek fenna-rietkerk samira-el-ouarzazi ruben-kwakernaat tineke-hofdijk daan-vlietland kofi-boateng-visser'

/** The organisation's own site. */
const ownSite: readonly DemoPage[] = [
  redirect('https://wilgenwaard.example/', `${site}/`),
  redirect(`${site}/over/`, `${site}/over-ons/`),
  redirect(`${site}/vacatures/`, `${site}/werken-bij/`),
  ...sitePages.map((path) => page(`${site}${path}`, `site${path}index.html`)),
  page(`${site}/vrijwilligers/`, 'site/niet-gevonden.html', 404),
  page(`${site}/mijn-wilgenwaard/`, 'site/geen-toegang.html', 403),
  file(`${site}/robots.txt`, 'text/plain; charset=utf-8', 'site/robots.txt'),
  file(`${site}/sitemap.xml`, 'application/xml', 'site/sitemap.xml'),
  file(`${site}/stijl.css`, 'text/css; charset=utf-8', 'site/stijl.css'),
  file(`${site}/.well-known/atproto-did`, 'text/plain', 'site/.well-known/atproto-did'),
  page(`${site}/xpoc-manifest.json`, 'site/niet-gevonden.html', 404),
  page(`${site}/trust.txt`, 'site/niet-gevonden.html', 404),
  ...drawings.split(' ').map((name) => file(`${site}/beeld/${name}.svg`, 'image/svg+xml', `site/beeld/${name}.svg`)),
  ...portraits.split(' ').map((name) => file(`${site}/beeld/team/${name}.png`, 'image/png', `pictures/${name}.png`)),
  file(`${site}/beeld/deelplaatje.png`, 'image/png', 'pictures/deelplaatje.png'),
]

const refusedByLinkedIn = (url: string): DemoPage => page(url, 'profiles/linkedin/refused.html', 999)

const consent = 'https://consent.youtube.com/m'

/** Facebook and Instagram send who is not logged in to their login page. */
function loginWall(url: string, login: string, loginPage: string): DemoPage[] {
  const wall = `${login}?next=${encodeURIComponent(url)}`
  return [redirect(url, wall, 302), page(wall, loginPage)]
}
const facebook = (handle: string): DemoPage[] =>
  loginWall(`https://www.facebook.com/${handle}`, 'https://www.facebook.com/login/', 'profiles/facebook/login.html')
const instagram = (handle: string): DemoPage[] =>
  loginWall(`https://www.instagram.com/${handle}`, 'https://www.instagram.com/accounts/login/', 'profiles/instagram/login.html')

/** What the platforms show of the accounts to who is not logged in. */
const profiles: readonly DemoPage[] = [
  // Captured
  page('https://x.com/wilgenwaard', 'profiles/x/wilgenwaard.html'),
  page('https://x.com/dewilgenwaard', 'profiles/x/dewilgenwaard.html'),
  page('https://www.youtube.com/channel/UCWilgenwaardVoorbeeld01', 'profiles/youtube/channel.html'),
  page('https://www.youtube.com/@zorggroepwilgenwaard', 'profiles/youtube/channel.html'),
  page('https://www.tiktok.com/@wilgenwaardzorg', 'profiles/tiktok/wilgenwaardzorg.html'),
  page('https://bsky.app/profile/wilgenwaard.example', 'profiles/bluesky/wilgenwaard.example.html'),
  page('https://zorgplein.example/@wilgenwaard', 'profiles/mastodon/wilgenwaard.html'),
  file(`${bluesky}getProfile?actor=wilgenwaard.example`, json, 'profiles/bluesky/profile.json'),
  file(`${bluesky}getProfile?actor=vriendenvanwilgenwaard.bsky.social`, json, 'profiles/bluesky/vrienden.json'),
  file(`${bluesky}getProfile?actor=wilgenwaard-winactie.bsky.social`, json, 'profiles/bluesky/winactie.json'),
  file('https://zorgplein.example/api/v1/accounts/lookup?acct=wilgenwaard', json, 'profiles/mastodon/account.json'),
  page('https://vimeo.com/wilgenwaard', 'profiles/vimeo/wilgenwaard.html'),
  page('https://open.spotify.com/show/0nderDeWilgenVoorbeeld', 'profiles/spotify/onder-de-wilgen.html'),
  page('https://www.instagram.com/atelierdekwast.wilgenwaard', 'profiles/instagram/atelierdekwast.wilgenwaard.html'),
  // Gone
  page('https://x.com/zg_wilgenwaard', 'profiles/x/does-not-exist.html', 404),
  page('https://x.com/ZG_Wilgenwaard', 'profiles/x/does-not-exist.html', 404),
  page('https://x.com/dijkhof_elzer', 'profiles/x/suspended.html'),
  { ...file(`${bluesky}getProfile?actor=hetbaken.bsky.social`, json, 'profiles/bluesky/not-found.json'), status: 400 },
  { ...file('https://bsky.app/profile/hetbaken.bsky.social', json, 'profiles/bluesky/not-found.json'), status: 400 },
  // Moved
  file('https://zorgplein.example/api/v1/accounts/lookup?acct=dekruimel', json, 'profiles/mastodon/dekruimel.json'),
  // Shows nothing to who is not logged in
  ...['maritvdlaak_zgw', 'sanne_merelveen', 'gem_elzerdelta'].map((handle) =>
    page(`https://x.com/${handle}`, 'profiles/x/says-nothing.html'),
  ),
  // Walled
  ...[
    'company/zorggroep-wilgenwaard',
    'company/zorggroep-wilgenwaard/jobs/',
    'company/bureau-appelschuur',
    'company/zorgkantoor-laak-en-vliet',
    'school/roc-de-vlietstroom',
    'in/marit-van-der-laak-wilgenwaard',
    'in/joost-elzenbroek-4b7d10a2',
    'in/samira-el-ouarzazi-communicatie',
    'in/tineke-hofdijk-0c9e51b7',
  ].map((path) => refusedByLinkedIn(`https://www.linkedin.com/${path}`)),
  ...[
    'Wilgenwaard',
    'dedijkhof.elzerdijk',
    '100099900000123',
    '100099900000456',
    'campingdewilgenwaard',
    'gemeenteelzerdelta',
    'elzerdijkseboys',
    'OuderverenigingWilgenwaard',
    'groups/clientenraadwilgenwaard',
    'zorghofwilgenwaard',
  ].flatMap(facebook),
  ...[
    'zorggroepwilgenwaard',
    'dedijkhof.wilgenwaard',
    'bakkerijdekruimel.elzerdijk',
    'gewoonmeedoen.wilgenwaard',
    'henk.van.de.veerpont',
    'rocdevlietstroom',
    'elzerdijkseboys',
    'oudervereniging.wilgenwaard',
  ].flatMap(instagram),
  redirect('https://www.youtube.com/@atelierdekwast', `${consent}?continue=https%3A%2F%2Fwww.youtube.com%2F%40atelierdekwast`, 302),
  page(`${consent}?continue=https%3A%2F%2Fwww.youtube.com%2F%40atelierdekwast`, 'profiles/youtube/consent.html'),
  file('https://www.pinterest.com/robots.txt', 'text/plain; charset=utf-8', 'profiles/pinterest/robots.txt'),
  page('https://www.flickr.com/photos/zgwilgenwaard/', 'profiles/flickr/too-many.html', 429),
  // Leads elsewhere
  redirect('https://lnkd.in/eWilgenwaardVoorbeeld', 'https://www.linkedin.com/company/zorggroep-wilgenwaard/jobs/'),
  page('https://linktr.ee/gewoonmeedoen.wilgenwaard', 'profiles/linktree/gewoonmeedoen.wilgenwaard.html'),
  // Not in the archive, on purpose: https://www.threads.com/@zorggroepwilgenwaard could not be reached.
]

export const picture = (url: string, name: string): DemoPage => file(url, 'image/png', `pictures/${name}.png`)

/** The pictures that the captured profiles name. */
const pictures: readonly DemoPage[] = [
  picture('https://pbs.twimg.com/profile_images/990000000000000001/wilgenwaard_400x400.png', 'logo-x'),
  picture('https://pbs.twimg.com/profile_images/990000000000000002/camping_400x400.png', 'camping'),
  picture('https://yt3.googleusercontent.com/zgwilgenwaard2009=s900-c-k-c0x00ffffff-no-rj', 'logo-2009-youtube'),
  picture('https://p16-sign-va.tiktokcdn.com/wilgenwaard/avatar-larger.png', 'foto-tiktok'),
  picture('https://cdn.bsky.app/img/avatar/plain/did:plc:wilgenwaardvoorbeeld2345/wilgenwaard@png', 'logo-bluesky'),
  picture('https://pbs.twimg.com/profile_banners/990000000000000001/1767222000/1500x500', 'achtergrond-x'),
  picture(
    'https://yt3.googleusercontent.com/zgwilgenwaard2026banner=w1707-fcrop64=1,00005a57ffffa5a8-k-c0xffffffff-no-nd-rj',
    'achtergrond-youtube',
  ),
  picture('https://cdn.bsky.app/img/banner/plain/did:plc:wilgenwaardvoorbeeld2345/achtergrond@png', 'achtergrond-bluesky'),
  picture('https://zorgplein.example/system/accounts/headers/wilgenwaard.png', 'achtergrond-mastodon'),
  picture('https://zorgplein.example/system/accounts/avatars/wilgenwaard.png', 'logo-mastodon'),
  picture('https://zorgplein.example/system/accounts/avatars/dekruimel.png', 'foto-kruimel'),
  picture('https://cdn.bsky.app/img/avatar/plain/did:plc:nietvanwilgenwaard234567/winactie@png', 'logo-bluesky'),
  picture('https://i.scdn.co/image/onderdewilgenvoorbeeld', 'podcast-onder-de-wilgen'),
  picture('https://scontent.cdninstagram.com/v/t51.2885-19/atelierdekwast.png', 'kwast-instagram'),
]

/** Wikidata: the organisation and a camping with nearly the same name. */
const register: readonly DemoPage[] = [
  ...['nl', 'en'].map((language) => file(wikidataSearchUrl(demoOrganisation.name, language), json, `register/search-${language}.json`)),
  file(wikidataEntitiesUrl(['Q990000017', 'Q990000018']), json, 'register/entities.json'),
]

/** A newspaper of the region. */
const press: readonly DemoPage[] = [page(demoArticle, 'press/elzerbode.html')]

/** Everything that the demonstration's web answers at its newest moment. What is not in here cannot be reached. */
export const demoPages: readonly DemoPage[] = [...ownSite, ...profiles, ...pictures, ...register, ...demoServices, ...press]
