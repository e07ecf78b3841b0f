import { eq } from 'drizzle-orm'
import sharp from 'sharp'
import type { Deps } from '../../src/deps.ts'
import type { AccountKind, Candidate } from '../../src/model/candidate.ts'
import type { PicturesReading } from '../../src/model/pictures.ts'
import type { PlatformId } from '../../src/model/platform.ts'
import { seen, unseen } from '../../src/model/seen.ts'
import type { Snapshot } from '../../src/model/snapshot.ts'
import { upsertCandidate } from '../../src/services/candidates.ts'
import { pictureSetFor } from '../../src/services/check-input.ts'
import { decideCandidate } from '../../src/services/decide-candidate.ts'
import { inputDigest } from '../../src/services/picture-set.ts'
import { newId } from '../../src/store/id.ts'
import { audits, evidence, pictureReadings, snapshots } from '../../src/store/schema.ts'
import type { Sample } from './sample-audit.ts'
import { via } from './sample-candidates.ts'

type Colours = readonly [string, string, string]

/** A banner of our own: hills under a sky, the brand's word, and shapes that make one unlike another. */
const bannerSvg = ([sky, hill, sun]: Colours, seed: number, width = 1500, height = 500) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 1500 500" preserveAspectRatio="xMidYMid slice">
  <rect width="1500" height="500" fill="${sky}"/><circle cx="${250 + seed * 190}" cy="${120 + seed * 12}" r="70" fill="${sun}"/>
  <path d="M0 ${330 - seed * 8} Q ${300 + seed * 60} ${180 + seed * 25} 760 ${330 - seed * 20} T 1500 ${300 + seed * 10} V500 H0Z" fill="${hill}"/>
  <path d="M0 420 Q ${500 + seed * 40} 340 1500 ${440 - seed * 9} V500 H0Z" fill="${hill}" opacity="0.6"/></svg>`

const avatarSvg = (ground: string, mark: string, shape: 'leaf' | 'disc' | 'bars') => {
  const drawn = {
    leaf: `<path d="M200 80 C320 120 320 280 200 330 C80 280 80 120 200 80Z" fill="${mark}"/><path d="M200 110V310" stroke="${ground}" stroke-width="12"/>`,
    disc: `<circle cx="200" cy="200" r="110" fill="${mark}"/>`,
    bars: `<rect x="90" y="90" width="50" height="220" fill="${mark}"/><rect x="175" y="140" width="50" height="170" fill="${mark}"/><rect x="260" y="60" width="50" height="250" fill="${mark}"/>`,
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400" viewBox="0 0 400 400"><rect width="400" height="400" fill="${ground}"/>${drawn[shape]}</svg>`
}

const picturesOf = {
  house: () => bannerSvg(['#cfe6e4', '#0f5c63', '#f4c46a'], 0),
  houseNarrow: () => bannerSvg(['#cfe6e4', '#0f5c63', '#f4c46a'], 0, 1128, 191),
  autumn: () => bannerSvg(['#f6dfc6', '#a0522d', '#d9822b'], 4),
  party: () => bannerSvg(['#2b2350', '#e0457b', '#ffd23f'], 6),
  plain: () => `<svg xmlns="http://www.w3.org/2000/svg" width="1500" height="500"><rect width="1500" height="500" fill="#0f5c63"/></svg>`,
  leaf: () => avatarSvg('#0f5c63', '#ffffff', 'leaf'),
  leafLight: () => avatarSvg('#ffffff', '#0f5c63', 'leaf'),
  bars: () => avatarSvg('#2b2350', '#ffd23f', 'bars'),
  disc: () => avatarSvg('#f6dfc6', '#a0522d', 'disc'),
}
export type SheetPictureName = keyof typeof picturesOf

interface Row {
  readonly platform: PlatformId
  readonly handle: string
  readonly name: string
  readonly kind?: AccountKind
  readonly avatar: SheetPictureName | null
  /** `null`: the platform has none; `none`: seen to be empty. */
  readonly banner: SheetPictureName | 'none' | null
  readonly followers?: number
  readonly more?: Partial<Snapshot>
}

const rows: readonly Row[] = [
  { platform: 'x', handle: 'zorgwijde', name: 'Zorgwijde', avatar: 'leaf', banner: 'house', followers: 1843 },
  { platform: 'bluesky', handle: 'zorgwijde.example', name: 'Zorgwijde', avatar: 'leaf', banner: 'house', followers: 412 },
  { platform: 'mastodon', handle: 'zorgwijde@zorg.example', name: 'Zorgwijde', avatar: 'leafLight', banner: 'house' },
  {
    platform: 'linkedin',
    handle: 'company/zorgwijde-noord',
    name: 'Zorgwijde Noord',
    kind: 'location',
    avatar: 'leaf',
    banner: 'houseNarrow',
  },
  {
    platform: 'facebook',
    handle: 'zorgwijde.zuid',
    name: 'Zorgwijde locatie Zuid',
    kind: 'location',
    avatar: 'leaf',
    banner: 'house',
    followers: 268,
  },
  {
    platform: 'facebook',
    handle: 'atelierzorgwijde',
    name: 'Atelier Zorgwijde',
    kind: 'unit',
    avatar: 'disc',
    banner: 'autumn',
    followers: 1,
  },
  { platform: 'youtube', handle: '@werkenbijzorgwijde', name: 'Werken bij Zorgwijde', kind: 'campaign', avatar: 'bars', banner: 'party' },
  { platform: 'facebook', handle: 'zorgwijde.west', name: 'Zorgwijde West', kind: 'location', avatar: 'leaf', banner: 'plain' },
  { platform: 'instagram', handle: 'zorgwijde', name: 'Zorgwijde', avatar: 'leaf', banner: null, followers: 2310 },
  { platform: 'pinterest', handle: 'zorgwijde', name: 'Zorgwijde', avatar: 'leafLight', banner: 'none' },
]

/** Accounts to lay side by side, with pictures of our own and how they compare: a house banner, three others, one too plain to tell. */
export async function sampleSheet(
  deps: Deps,
  { auditId, accounts: accountsOf }: Pick<Sample, 'auditId' | 'accounts'>,
  more: readonly Row[] = [],
) {
  // A location whose banner nobody saw would stand among those that cannot be judged, or not, as its verdict is.
  const noord = accountsOf.get('facebook:zorgwijde.noord')
  if (noord) decideCandidate(deps, { auditId, accountId: noord, decision: 'not-ours', basedOn: null, personId: null })
  const digests = new Map<SheetPictureName, string>()
  for (const name of Object.keys(picturesOf) as SheetPictureName[])
    digests.set(name, await deps.blobs.put(await sharp(Buffer.from(picturesOf[name]())).png().toBuffer()))
  const digestOf = (name: SheetPictureName) => digests.get(name) ?? ''
  const accounts = new Map<string, string>()
  deps.store.transact((tx) => {
    const audit = tx.select().from(audits).where(eq(audits.id, auditId)).get()
    if (!audit) throw new Error('no audit')
    const expiresAt = '2026-12-12T13:30:00.000Z'
    for (const digest of digests.values())
      tx.insert(evidence).values({ digest, auditId, kind: 'picture', expiresAt }).onConflictDoNothing().run()
    for (const row of [...rows, ...more]) {
      const candidate = candidateOf(row)
      const { accountId } = upsertCandidate(tx, auditId, audit.organisationId, candidate, takenAt)
      accounts.set(candidate.key, accountId)
      const body = lookOf(row, candidate, digestOf)
      tx.insert(snapshots).values({ auditId, accountId, state: body.state, body }).onConflictDoNothing().run()
    }
    const body = readingOf(digestOf)
    const input = inputDigest(pictureSetFor(tx, audit), body.methods)
    tx.insert(pictureReadings).values({ id: newId(), auditId, input, body, at: takenAt }).run()
  })
  return { accounts, digestOf }
}

const takenAt = '2026-11-01T13:30:00.000Z'

const candidateOf = ({ platform, handle, kind = 'central' }: Row): Candidate => ({
  key: `${platform}:${handle.toLowerCase()}`,
  platform,
  handle,
  url: `https://${platform}.example/${handle}`,
  closed: false,
  doubt: null,
  verdict: 'ours',
  confidence: 0.96,
  kind,
  signals: [],
  foundVia: [via()],
  furtherPlaces: 0,
})

const lookOf = (row: Row, { key, url }: Candidate, digestOf: (name: SheetPictureName) => string): Snapshot => ({
  key,
  url,
  state: 'captured',
  wall: null,
  httpStatus: 200,
  displayName: seen(row.name, 'og:title'),
  description: unseen('absent'),
  picture: row.avatar ? seen(digestOf(row.avatar), 'og:image') : unseen('absent'),
  website: seen('https://www.zorgwijde.example/', 'link'),
  banner: row.banner === null ? unseen('not-offered') : row.banner === 'none' ? unseen('absent') : seen(digestOf(row.banner), 'page'),
  followers: row.followers === undefined ? unseen('not-offered') : seen(row.followers, 'page'),
  takenAt,
  record: null,
  ...row.more,
})

function readingOf(digestOf: (name: SheetPictureName) => string): PicturesReading {
  const group = (...names: SheetPictureName[]) => ({ members: names.map(digestOf), reference: null })
  return {
    methods: 'sample',
    banners: {
      groups: [group('house', 'houseNarrow'), group('autumn'), group('party'), group('plain')],
      unsure: [digestOf('plain')],
      pairs: [],
    },
    avatars: { groups: [group('leaf', 'leafLight'), group('bars'), group('disc')], unsure: [], pairs: [] },
    logos: [],
    portraits: { groups: [], pairs: [], faces: [] },
    palettes: (['house', 'leaf', 'leafLight'] as const).map((name) => ({
      picture: digestOf(name),
      colours: [
        { hex: '#0f5c63', share: 0.5 },
        { hex: name === 'house' ? '#cfe6e4' : '#ffffff', share: 0.4 },
      ],
    })),
    legibility: [],
    unreadable: [],
  }
}
