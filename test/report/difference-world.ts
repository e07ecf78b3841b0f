import { rubric } from '../../config/rubric.ts'
import type { CheckInput } from '../../src/checks/check.ts'
import type { RouteReport } from '../../src/model/audit.ts'
import type { FoundVia } from '../../src/model/candidate.ts'
import { noHouseStyle } from '../../src/model/house-style.ts'
import type { PlatformId } from '../../src/model/platform.ts'
import { seen, unseen } from '../../src/model/seen.ts'
import type { Snapshot } from '../../src/model/snapshot.ts'
import { type AccountThen, type AuditThen, pageKey } from '../../src/report/difference/side.ts'
import { checkedAccount } from '../../src/services/check-input.ts'
import { group, organisation, picture, reading } from '../checks/world.ts'

/** Audits of the fictional organisation De Linde as a difference reads them, written down whole. */

const first = '2026-04-01T09:00:00.000Z'
export const second = '2026-07-01T09:00:00.000Z'
export const home = 'https://www.delinde.example/'
export const contact = 'https://www.delinde.example/contact'

export const via = (over: Partial<FoundVia> = {}): FoundVia => ({
  route: 'website',
  page: home,
  pageTitle: 'De Linde',
  source: 'link',
  zone: 'footer',
  label: '',
  quote: '',
  seenAt: first,
  record: 'a'.repeat(64),
  ...over,
})

/** A look at an account that is all in line. */
const look = (platform: PlatformId, over: Partial<Snapshot> = {}): Snapshot => ({
  key: `${platform}:delinde`,
  url: `https://${platform}.example/delinde`,
  state: 'captured',
  wall: null,
  httpStatus: 200,
  displayName: seen('De Linde', 'og:title'),
  description: seen('Zorggroep De Linde, zorg dichtbij.', 'og:description'),
  picture: seen(picture('logo'), 'og:image'),
  banner: seen(picture('house'), 'img'),
  website: seen(home, 'website'),
  verified: seen(false, 'badge'),
  followers: seen(120, 'count'),
  permanentId: seen(`${platform}-1`, 'id'),
  activity: 'active',
  takenAt: first,
  record: 'b'.repeat(64),
  ...over,
})

const hidden = unseen('walled')

/** A look that saw nothing. */
export const noLook = (platform: PlatformId, over: Partial<Snapshot>): Snapshot =>
  look(platform, {
    ...{ displayName: hidden, description: hidden, picture: hidden, banner: hidden, website: hidden },
    ...{ verified: hidden, followers: hidden, permanentId: hidden, activity: 'unknown' },
    ...over,
  })

export type AccountOver = Partial<Omit<AccountThen, 'checked' | 'snapshot' | 'platform'>> & {
  readonly look?: Partial<Snapshot>
  /** Instead of `look`: what stood there, or that nobody looked. */
  readonly snapshot?: Snapshot | null
}

export function accountThen(platform: PlatformId, { look: seenThere = {}, snapshot, ...over }: AccountOver = {}): AccountThen {
  const seenAs = snapshot === undefined ? look(platform, { permanentId: seen(over.id ?? platform, 'id'), ...seenThere }) : snapshot
  const handle = over.handle ?? 'delinde'
  const account = {
    id: over.id ?? `${platform}-id`,
    key: `${platform}:${handle}`,
    platform,
    handle,
    url: `https://${platform}.example/${handle}`,
    closed: false,
    standing: 'ours' as const,
    kind: 'central' as const,
    decision: null,
    foundVia: [via()],
    signals: [],
    snapshot: seenAs,
    ...over,
  }
  return { ...account, checked: checkedAccount(account, null) }
}

const route = (over: Pick<RouteReport, 'route'> & Partial<RouteReport>): RouteReport => ({
  state: 'done',
  pagesRead: 2,
  pagesUnseen: 0,
  found: 0,
  why: null,
  byHand: null,
  ...over,
})

export const routes: readonly RouteReport[] = [route({ route: 'website' }), route({ route: 'wikidata' }), route({ route: 'search-engine' })]
export const withRoute = (all: readonly RouteReport[], over: Pick<RouteReport, 'route'> & Partial<RouteReport>): RouteReport[] => [
  ...all.filter((one) => one.route !== over.route),
  route(over),
]

const pictures: CheckInput['pictures'] = reading({
  banners: [group(null, 'house'), group(null, 'sea')],
  avatars: [group(null, 'logo'), group(null, 'cat')],
})

export const pages = (...urls: string[]): ReadonlySet<string> => new Set(urls.map(pageKey))

export const auditThen = (accounts: readonly AccountThen[], over: Partial<AuditThen> = {}): AuditThen => ({
  auditId: 'a1',
  at: first,
  judgedBy: '1.0.0 2026.1',
  organisation,
  accounts,
  routes,
  read: pages(home, contact),
  missing: new Set(),
  people: [],
  pictures,
  norm: { rubric, houseStyle: noHouseStyle, explanations: [] },
  score: { rubric: rubric.version, points: 0, maximum: 0, coverage: 0, grade: null, notGradedBecause: null },
  ...over,
})
