import type { PlatformId } from '../model/platform.ts'
import type { SnapshotState, WallKind } from '../model/snapshot.ts'

/** What stood there instead of a profile. */
export interface Wall {
  readonly state: Exclude<SnapshotState, 'captured'>
  readonly wall: WallKind
}

/** What a page shows that names no account, lower case. */
export interface Shown {
  /** `<title>` and og:title. */
  readonly titles: readonly string[]
  /** What a reader sees: no scripts, no styles. */
  readonly text: string
  /** The page as sent, for the few markers that only a script or a payload carries; case kept. */
  readonly source: string
}

/** One explicit sign of a wall. Exactly one of the places says where to look. */
type Marker = Wall &
  (
    | { readonly url: RegExp }
    /** The whole title, or og:title. */
    | { readonly title: RegExp }
    | { readonly text: string }
    /** `always`: it holds on a page that does name an account, too. */
    | { readonly source: RegExp; readonly always?: true }
  )

const login: Wall = { state: 'walled', wall: 'login' }
const consent: Wall = { state: 'walled', wall: 'consent' }
const blocked: Wall = { state: 'walled', wall: 'blocked' }
const rateLimited: Wall = { state: 'walled', wall: 'rate-limited' }
const notFound: Wall = { state: 'gone', wall: 'not-found' }
const suspended: Wall = { state: 'gone', wall: 'suspended' }
/** Shown alike for what is gone and for what is hidden: no verdict. */
const undecided: Wall = { state: 'unreachable', wall: 'unreadable' }

/** Signs that mean the same everywhere. */
const everywhere: readonly Marker[] = [
  { ...consent, url: /^https:\/\/consent\.(?:youtube|google)\.[a-z.]+\// },
  { ...consent, title: /^(?:before you continue(?: to (?:google|youtube).*)?|voordat je verdergaat(?: naar (?:google|youtube).*)?)$/ },
  { ...blocked, url: /^https:\/\/www\.google\.[a-z.]+\/sorry\// },
  {
    ...blocked,
    title: /^(?:just a moment\.{3}|attention required! \| cloudflare|access denied|403 forbidden|forbidden|robot or human\?)$/,
  },
  { ...blocked, title: /^(?:making sure you(?:'|’)re not a bot!|verify you are human|are you a robot\?|security check|ddos-guard)$/ },
  { ...rateLimited, title: /^(?:429 )?too many requests$/ },
]

/**
 * Signs of one platform, by evidence of November 2026. Titles are compared whole, so that an account that is called
 * "Login" is not taken for a wall; scripts carry every sentence of a platform, so sentences are sought in what is seen.
 */
const markers: Partial<Record<PlatformId, readonly Marker[]>> = {
  x: [
    { ...login, url: /^https:\/\/(?:x|twitter)\.com\/(?:i\/flow\/)?(?:login|signup)\b/ },
    { ...login, title: /^log in to (?:x|twitter)(?: \/ (?:x|twitter))?$|^inloggen bij (?:x|twitter)(?: \/ (?:x|twitter))?$/ },
    { ...suspended, text: 'account suspended' },
    { ...suspended, text: 'account opgeschort' },
    { ...notFound, text: 'this account doesn’t exist' },
    { ...notFound, text: "this account doesn't exist" },
    { ...notFound, text: 'dit account bestaat niet' },
    // The same title for a missing account, a script that did not run and a closed door.
    { ...undecided, title: /^(?:profile|profiel|x|twitter)(?: \/ (?:x|twitter))?$|^x\. (?:it's what's happening|.*)$/ },
  ],
  linkedin: [
    { ...notFound, url: /\/(?:company|school|showcase|in)\/unavailable\b|\/404\/?$/ },
    { ...login, url: /^https:\/\/[a-z.]*linkedin\.com\/(?:authwall|uas\/login|login|checkpoint|signup)\b/ },
    { ...login, title: /^(?:sign up|sign in|log in|join|join linkedin|aanmelden|meld u aan|inloggen|lid worden)(?: \| linkedin)?$/ },
    {
      ...login,
      title: /^linkedin(?: nederland)?: (?:log in or sign up|aanmelden of lid worden|inloggen of registreren)$|^linkedin login.*$/,
    },
    { ...notFound, title: /^(?:page not found|profile not found|pagina niet gevonden|profiel niet gevonden)(?: \| linkedin)?$/ },
    { ...undecided, title: /^linkedin$/ },
  ],
  youtube: [
    { ...notFound, title: /^404 not found$/ },
    { ...suspended, text: 'this account has been terminated' },
    { ...suspended, text: 'this channel was removed because it violated' },
    { ...suspended, text: 'dit account is beëindigd' },
    { ...notFound, text: 'this channel does not exist' },
    { ...notFound, text: 'dit kanaal bestaat niet' },
    { ...notFound, text: "this page isn't available. sorry about that" },
    { ...undecided, title: /^(?:- )?youtube$/ },
  ],
  facebook: [
    { ...blocked, text: 'you’re temporarily blocked' },
    { ...blocked, text: "you're temporarily blocked" },
    { ...login, url: /^https:\/\/[a-z.-]*facebook\.com\/(?:login|checkpoint|recover)\b/ },
    { ...login, title: /^(?:log in to|log into|log in or sign up to view|aanmelden bij|inloggen bij|log in bij)(?: facebook)?.*$/ },
    { ...login, title: /^facebook ?[-–] ?(?:log in or sign up|aanmelden of registreren|meld je aan of registreer je)$/ },
    { ...notFound, title: /^(?:content|page) not found(?: \| facebook)?$/ },
    // Missing and restricted look alike: "isn't available right now" is no proof of either.
    { ...undecided, title: /^(?:facebook|error|fout)$/ },
    { ...undecided, source: /"__dr":\s*"CometErrorRoot\.react"/ },
  ],
  instagram: [
    { ...login, url: /^https:\/\/(?:www\.)?instagram\.com\/(?:accounts\/login|challenge)\b/ },
    { ...consent, url: /^https:\/\/(?:www\.)?instagram\.com\/consent\b/ },
    { ...login, title: /^(?:login|inloggen|log in|aanmelden) • instagram$/ },
    { ...notFound, title: /^(?:page not found|pagina niet gevonden) • instagram$/ },
    { ...notFound, text: "sorry, this page isn't available" },
    { ...notFound, text: 'sorry, this page isn’t available' },
    { ...notFound, text: 'deze pagina is helaas niet beschikbaar' },
    { ...notFound, source: /"routePath":\s*null/ },
    { ...rateLimited, text: 'please wait a few minutes before you try again' },
    { ...login, source: /"routePath":\s*"\/"/ },
    { ...undecided, title: /^instagram$/ },
  ],
  tiktok: [
    { ...login, url: /^https:\/\/www\.tiktok\.com\/(?:[a-z-]+\/)?login\b/ },
    { ...blocked, source: /tiktok-verify-page/ },
    { ...notFound, source: /"statusCode":\s*10221/ },
    { ...notFound, source: /"statusCode":\s*10202/ },
    { ...notFound, source: /"serverCode":\s*404/ },
    { ...notFound, text: "couldn't find this account" },
    { ...notFound, text: 'kan dit account niet vinden' },
    { ...undecided, title: /^tiktok(?: [-–] make your day)?$/ },
  ],
  threads: [
    // One title for the wall and for the missing account.
    { ...login, url: /^https:\/\/www\.threads\.(?:com|net)\/login\b/ },
    { ...login, title: /^threads • (?:log in|inloggen|aanmelden)$/ },
    { ...undecided, title: /^threads$/ },
  ],
  bluesky: [
    { ...suspended, source: /"AccountTakedown"/ },
    { ...suspended, source: /"AccountDeactivated"/ },
    { ...notFound, source: /"message":\s*"Profile not found"/ },
    // Its owner asked not to be shown to who is not logged in.
    { ...login, source: /!no-unauthenticated/, always: true },
    { ...undecided, title: /^bluesky$/ },
  ],
  mastodon: [
    { ...notFound, source: /"error":\s*"Record not found"/ },
    { ...suspended, source: /"suspended":\s*true/ },
    { ...notFound, text: "the page you are looking for isn't here" },
    { ...notFound, text: 'de pagina waarnaar jij op zoek bent bestaat niet' },
  ],
  pinterest: [
    { ...notFound, url: /[?&]show_error=true\b/ },
    { ...notFound, text: 'user not found.' },
    { ...undecided, title: /^pinterest(?: (?:login|nederland))?$/ },
  ],
  whatsapp: [{ ...undecided, title: /^whatsapp(?: channel invite| messenger)?$/ }],
  snapchat: [
    { ...notFound, source: /"NOT_FOUND"/ },
    { ...undecided, title: /^snapchat$/ },
  ],
  telegram: [
    // Telegram shows this page for every name, taken or not; only a taken one has a title of its own.
    { ...notFound, title: /^telegram: contact @\w+$/ },
    { ...undecided, title: /^telegram messenger$/ },
  ],
  vimeo: [
    { ...notFound, title: /^vimeuhoh$/ },
    { ...notFound, text: 'vimeuhoh' },
    { ...undecided, title: /^vimeo$/ },
  ],
  reddit: [
    { ...notFound, text: 'sorry, nobody on reddit goes by that name' },
    { ...suspended, source: /"is_suspended":\s*true/ },
    { ...blocked, text: 'blocked by network security' },
    { ...blocked, title: /^reddit - (?:please wait for verification|prove your humanity)$/ },
    { ...undecided, title: /^reddit(?: - .*)?$/ },
  ],
  discord: [{ ...notFound, source: /"Unknown Invite"/ }],
  twitch: [{ ...undecided, title: /^twitch$/ }],
  spotify: [
    { ...notFound, title: /^page not found(?: \| spotify)?$/ },
    { ...undecided, title: /^spotify(?: – (?:web player|webspeler).*)?$/ },
  ],
  medium: [{ ...notFound, text: 'out of nothing, something' }],
  xing: [
    { ...login, source: /\/assets\/login-frontend\/login-frontend/ },
    { ...notFound, title: /^404 not found \| xing$/ },
  ],
  substack: [{ ...notFound, source: /"error":\s*"profile not found"/ }],
}

/** Platforms on whose profile pages a 404 or 410 is evidence; elsewhere it is a shrug. */
const provesAbsence: ReadonlySet<PlatformId> = new Set([
  'x',
  'linkedin',
  'youtube',
  'instagram',
  'mastodon',
  'pinterest',
  'whatsapp',
  'snapchat',
  'vimeo',
  'flickr',
  'github',
  'reddit',
  'discord',
  'spotify',
  'medium',
  'tumblr',
  'substack',
])

/** What a status says by itself. 999 is LinkedIn's, 508 Facebook's way to refuse a machine: neither says a thing about existence. */
export function wallOfStatus(platform: PlatformId | null, status: number): Wall | null {
  if (status === 429) return rateLimited
  if (status === 401) return login
  if (status === 403 || status === 451 || status === 508 || status === 999) return blocked
  // 410 on the fediverse: the server took the account down or its owner left.
  if (status === 410 && platform === 'mastodon') return suspended
  if (status === 404 || status === 410) return platform !== null && provesAbsence.has(platform) ? notFound : undecided
  return null
}

const markersOf = (platform: PlatformId | null): readonly Marker[] => [...everywhere, ...((platform && markers[platform]) ?? [])]
const plain = ({ state, wall }: Wall): Wall => ({ state, wall })

/** The wall that holds whatever else the page shows: a redirect to a login or consent page, an owner's wish. */
export function wallBefore(platform: PlatformId | null, url: string, source: string): Wall | null {
  const met = markersOf(platform).find(
    (marker) => ('url' in marker && marker.url.test(url)) || ('source' in marker && marker.always && marker.source.test(source)),
  )
  return met ? plain(met) : null
}

/**
 * The wall on a page that names no account; `undecided` (unreachable, unreadable) when no explicit sign is there.
 * Only asked of such pages: a profile's own text may say anything.
 */
export function wallOfPage(platform: PlatformId | null, shown: Shown): Wall {
  const met = markersOf(platform).find((marker) => {
    if ('title' in marker) return shown.titles.some((title) => marker.title.test(title))
    if ('text' in marker) return shown.text.includes(marker.text)
    return 'source' in marker && marker.source.test(shown.source)
  })
  return plain(met ?? undecided)
}

/** Whether a title speaks of the platform or of a wall, and so names no account. */
export const namesNobody = (platform: PlatformId, title: string): boolean =>
  markersOf(platform).some((marker) => 'title' in marker && marker.title.test(title.toLowerCase()))
