import { eq } from 'drizzle-orm'
import sharp from 'sharp'
import type { Deps } from '../../src/deps.ts'
import type { AuditRecord, RouteReport } from '../../src/model/audit.ts'
import type { AccountKind, Candidate, FoundVia, Verdict } from '../../src/model/candidate.ts'
import { type HouseStyle, noHouseStyle } from '../../src/model/house-style.ts'
import type { PicturesReading } from '../../src/model/pictures.ts'
import type { PlatformId } from '../../src/model/platform.ts'
import { seen, unseen } from '../../src/model/seen.ts'
import type { Snapshot } from '../../src/model/snapshot.ts'
import { accountFromHandle } from '../../src/platforms/classify.ts'
import { upsertCandidate } from '../../src/services/candidates.ts'
import { pictureSetFor } from '../../src/services/check-input.ts'
import { findAudit } from '../../src/services/find-audit.ts'
import { followUpPlan } from '../../src/services/follow-up-plan.ts'
import { keepLook } from '../../src/services/keep-look.ts'
import { inputDigest } from '../../src/services/picture-set.ts'
import { savePlanItem } from '../../src/services/plan.ts'
import { rescoreAudit } from '../../src/services/rescore-audit.ts'
import { startAudit } from '../../src/services/start-audit.ts'
import { writeRecord } from '../../src/services/write-record.ts'
import { newId } from '../../src/store/id.ts'
import {
  assessments,
  auditRoutes,
  audits,
  evidence,
  houseStyles,
  ingestedJobs,
  pictureReadings,
  records,
  requests,
} from '../../src/store/schema.ts'

/** An invented organisation that was audited twice, a quarter apart, and changed in between. */

const site = 'https://www.wijdezorg.example/'
export const quarters = { first: '2026-08-03T09:00:00.000Z', second: '2026-11-02T09:00:00.000Z' } as const
type Quarter = keyof typeof quarters

const hills = (sky: string, hill: string, sun: string, lift: number) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="400" viewBox="0 0 1200 400"><rect width="1200" height="400" fill="${sky}"/>
  <circle cx="${220 + lift * 6}" cy="${110 + lift}" r="60" fill="${sun}"/><path d="M0 ${290 - lift} Q 300 ${150 + lift} 620 270 T 1200 240 V400 H0Z" fill="${hill}"/></svg>`
const mark = (ground: string, ink: string, shape: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="320" height="320" viewBox="0 0 320 320"><rect width="320" height="320" fill="${ground}"/><path d="${shape}" fill="${ink}"/></svg>`

const drawings = {
  house: hills('#cfe6e4', '#0f5c63', '#f4c46a', 0),
  autumn: hills('#f6dfc6', '#a0522d', '#d9822b', 40),
  leaf: mark('#0f5c63', '#ffffff', 'M160 60 C260 100 260 230 160 270 C60 230 60 100 160 60Z'),
  old: mark('#f6dfc6', '#a0522d', 'M80 80 H240 V240 H80Z'),
}
type Drawing = keyof typeof drawings

interface Stand {
  readonly handle?: string
  readonly name?: string
  readonly description?: string | null
  readonly avatar?: Drawing
  readonly banner?: Drawing | null
  readonly website?: string
  readonly followers?: number
  readonly state?: Pick<Snapshot, 'state' | 'wall'>
  readonly activity?: Snapshot['activity']
  readonly via?: readonly FoundVia[]
  readonly verdict?: Verdict
}

interface Account {
  readonly platform: PlatformId
  readonly number: string
  readonly kind?: AccountKind
  /** `null`: that audit did not find it. */
  readonly first: Stand | null
  readonly second: Stand | null
}

const via = (over: Partial<FoundVia> = {}): FoundVia => ({
  ...{ route: 'website', page: site, pageTitle: 'Wijdezorg, zorg dichtbij', source: 'link', zone: 'footer' },
  ...{ label: '', quote: '', seenAt: quarters.first, record: null },
  ...over,
})
const known = via({ route: 'earlier-audit', page: null, pageTitle: '', zone: 'unknown', source: 'text' })

const fullText = 'Wijdezorg geeft zorg en begeleiding aan mensen met een beperking, dicht bij huis.'

const world: readonly Account[] = [
  { platform: 'facebook', number: '101', first: { banner: 'autumn' }, second: { banner: 'house', followers: 913 } },
  { platform: 'x', number: '102', first: { handle: 'Wijde_Zorg' }, second: { handle: 'wijdezorg' } },
  {
    platform: 'linkedin',
    number: '103',
    first: { handle: 'company/wijdezorg' },
    second: { handle: 'company/wijdezorg', state: { state: 'walled', wall: 'login' } },
  },
  { platform: 'youtube', number: '104', first: { handle: '@wijdezorg', avatar: 'old' }, second: { handle: '@wijdezorg' } },
  { platform: 'instagram', number: '105', first: {}, second: { via: [known] } },
  {
    platform: 'bluesky',
    number: '106',
    first: { handle: 'wijdezorg.example' },
    second: { handle: 'wijdezorg.example', state: { state: 'gone', wall: 'not-found' } },
  },
  { platform: 'tiktok', number: '107', first: null, second: { handle: '@wijdezorg' } },
  {
    platform: 'facebook',
    number: '108',
    kind: 'location',
    first: { handle: 'wijdezorg.noord', name: 'Wijdezorg Noord' },
    second: { handle: 'wijdezorg.noord', name: 'Wijdezorg Noord', description: null },
  },
  { platform: 'mastodon', number: '109', first: { handle: 'wijdezorg@zorg.example' }, second: { handle: 'wijdezorg@zorg.example' } },
  { platform: 'pinterest', number: '110', first: { activity: 'active' }, second: { activity: 'dormant', followers: 88 } },
  {
    platform: 'facebook',
    number: '111',
    kind: 'impostor',
    first: null,
    second: {
      handle: 'wijdezorg.winactie',
      verdict: 'unknown',
      website: 'https://winactie.example/',
      via: [via({ route: 'search-engine', page: null })],
    },
  },
]

const route = (of: RouteReport['route'], state: RouteReport['state'], found: number): RouteReport => ({
  ...{ route: of, state, found, pagesRead: state === 'done' ? 12 : 0, pagesUnseen: 0, byHand: null },
  why: state === 'done' ? null : { nl: 'Er was geen sleutel.', en: 'There was no key.' },
})
const routesOf: Readonly<Record<Quarter, readonly RouteReport[]>> = {
  first: [route('website', 'done', 8), route('wikidata', 'done', 2), route('search-engine', 'not-looked', 0)],
  second: [route('website', 'done', 8), route('wikidata', 'done', 2), route('search-engine', 'done', 1)],
}

/** What the first audit asked for: one thing is done, one is not, one cannot be seen, one is written by hand, one was ticked off. */
export const plan = [
  { what: 'Zet de huisfoto op Facebook', mends: { checks: ['background'], subject: 'facebook:wijdezorg' } },
  { what: 'Gebruik op X dezelfde naam', mends: { checks: ['names-across-platforms'], subject: 'x:wijde_zorg' } },
  { what: 'Vul de omschrijving van Noord aan', mends: { checks: ['description', 'completeness'], subject: 'facebook:wijdezorg.noord' } },
  { what: 'Kijk naar de foto op LinkedIn', mends: { checks: ['avatar'], subject: 'linkedin:company/wijdezorg' } },
  { what: 'Praat met de locaties' },
  { what: 'Vraag het logo op', done: true },
] as const

const agreed: HouseStyle = { ...noHouseStyle, description: { words: ['Wijdezorg'], link: null, passage: null } }

export interface TwoAudits {
  readonly first: string
  readonly second: string
  readonly accounts: ReadonlyMap<string, string>
}

/** Both audits in the real store; `clock` stands at the second one afterwards. */
export async function twoAudits(deps: Deps, clock: { now: Date }): Promise<TwoAudits> {
  const digests = new Map<string, string>()
  for (const [name, svg] of Object.entries(drawings))
    digests.set(name, await deps.blobs.put(await sharp(Buffer.from(svg)).png().toBuffer()))
  const accounts = new Map<string, string>()
  const run = (quarter: Quarter) => writeAudit(deps, clock, { quarter, digests, accounts })
  const first = await run('first')
  scoredUnder(deps, first, '2026.1')
  for (const line of plan) savePlanItem(deps, { auditId: first, how: '', owner: '', due: '', done: false, ...line })
  const { organisationId } = findAudit(deps.store.db, first)
  deps.store.db
    .insert(houseStyles)
    .values({ id: newId(), organisationId, body: agreed, personId: null, at: '2026-09-01T09:00:00.000Z' })
    .run()
  return { first, second: await run('second'), accounts }
}

interface Writing {
  readonly quarter: Quarter
  readonly digests: ReadonlyMap<string, string>
  readonly accounts: Map<string, string>
}

async function writeAudit(deps: Deps, clock: { now: Date }, { quarter, digests, accounts }: Writing): Promise<string> {
  const now = quarters[quarter]
  clock.now = new Date(now)
  const { auditId } = await startAudit(deps, { name: 'Wijdezorg', website: site, country: 'nl' })
  const { organisationId } = findAudit(deps.store.db, auditId)
  deps.store.transact((tx) => {
    // The queue's own job for it has nothing more to say.
    tx.insert(ingestedJobs)
      .values({ jobId: `${auditId}.resolve`, at: now })
      .run()
    for (const digest of digests.values())
      tx.insert(evidence).values({ digest, auditId, kind: 'picture', expiresAt: '2027-12-12T00:00:00.000Z' }).run()
    for (const { platform, number, kind = 'central', [quarter]: stand } of world) {
      if (stand === null) continue
      const candidate = candidateOf(platform, kind, stand, now)
      const { accountId } = upsertCandidate(tx, auditId, organisationId, candidate, now)
      const snapshot = snapshotOf(candidate, number, stand, now, (name) => digests.get(name) ?? '')
      accounts.set(number, keepLook(tx, { auditId, organisationId, accountId, snapshot, now })?.id ?? accountId)
    }
    for (const report of routesOf[quarter])
      tx.insert(auditRoutes)
        .values({ auditId, route: report.route, report })
        .onConflictDoUpdate({ target: [auditRoutes.auditId, auditRoutes.route], set: { report } })
        .run()
    tx.insert(requests).values({ id: newId(), auditId, url: site, outcome: 'page', status: 200, at: now, record: null }).run()
    tx.update(audits)
      .set({ state: 'done', startedAt: now, finishedAt: now, siteBelongs: 'yes', peopleCounted: 0 })
      .where(eq(audits.id, auditId))
      .run()
    const body = readingOf((name) => digests.get(name) ?? '')
    const input = inputDigest(pictureSetFor(tx, findAudit(tx, auditId)), body.methods)
    tx.insert(pictureReadings).values({ id: newId(), auditId, input, body, at: now }).run()
    const record = writeRecord(tx, deps, auditId)
    followUpPlan(tx, auditId)
    tx.insert(assessments).values({ id: newId(), auditId, version: 1, because: 'audit', body: record.assessment }).run()
  })
  return auditId
}

function candidateOf(
  platform: PlatformId,
  kind: AccountKind,
  { handle = 'wijdezorg', verdict = 'ours', via: places = [via()] }: Stand,
  now: string,
): Candidate {
  const { key, url } = accountFromHandle(platform, handle)
  return {
    ...{
      key: key ?? `${platform}:${handle}`,
      platform,
      handle,
      url: url ?? `https://${platform}.example/${handle}`,
      closed: false,
      doubt: null,
    },
    ...{
      verdict,
      confidence: verdict === 'ours' ? 0.96 : 0.4,
      kind,
      signals: [],
      foundVia: places.map((place) => ({ ...place, seenAt: now })),
      furtherPlaces: 0,
    },
  }
}

function snapshotOf(of: Candidate, number: string, stand: Stand, now: string, digest: (name: Drawing) => string): Snapshot {
  const { state, name = 'Wijdezorg', description = fullText, avatar = 'leaf', banner = 'house' } = stand
  const { website = site, followers = 100, activity = 'active' } = stand
  const base = { key: of.key, url: of.url, httpStatus: state ? 404 : 200, takenAt: now, record: null }
  const hidden = unseen('walled')
  if (state) return { ...base, ...state, displayName: hidden, description: hidden, picture: hidden, website: hidden }
  return {
    ...{ ...base, state: 'captured', wall: null, displayName: seen(name, 'og:title') },
    description: description === null ? unseen('absent') : seen(description, 'og:description'),
    picture: seen(digest(avatar), 'og:image'),
    banner: banner === null ? unseen('absent') : seen(digest(banner), 'page'),
    website: seen(website, 'page'),
    permanentId: seen(number, 'page'),
    handle: seen(of.handle, 'page'),
    followers: seen(followers, 'page'),
    verified: unseen('not-offered'),
    activity,
  }
}

function readingOf(digest: (name: Drawing) => string): PicturesReading {
  const alone = (name: Drawing) => ({ members: [digest(name)], reference: null })
  return {
    methods: 'sample',
    banners: { groups: [alone('house'), alone('autumn')], unsure: [], pairs: [] },
    avatars: { groups: [alone('leaf'), alone('old')], unsure: [], pairs: [] },
    ...{ logos: [], portraits: { groups: [], pairs: [], faces: [] }, palettes: [], legibility: [], unreadable: [] },
  }
}

/** As if the audit had been made when that rubric was the present one. */
export function scoredUnder(deps: Deps, auditId: string, version: string): void {
  const assessment = rescoreAudit(deps, { auditId, rubric: version })
  const row = deps.store.db.select().from(records).where(eq(records.auditId, auditId)).get()
  const body: AuditRecord = { ...(row as { body: AuditRecord }).body, assessment }
  deps.store.db.update(records).set({ body }).where(eq(records.auditId, auditId)).run()
  deps.store.db.update(assessments).set({ body: assessment }).where(eq(assessments.auditId, auditId)).run()
}
