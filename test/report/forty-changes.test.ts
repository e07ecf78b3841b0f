import { describe, expect, test } from 'vitest'
import { rubricOf } from '../../config/rubric.ts'
import type { Change } from '../../src/model/difference.ts'
import type { PlatformId } from '../../src/model/platform.ts'
import { seen, unseen } from '../../src/model/seen.ts'
import type { AuditThen } from '../../src/report/difference/side.ts'
import { findDifference } from '../../src/report/difference.ts'
import { picture, style } from '../checks/world.ts'
import {
  type AccountOver,
  accountThen,
  auditThen,
  contact,
  home,
  noLook,
  pages,
  routes,
  second,
  via,
  withRoute,
} from './difference-world.ts'

/** One way in which an account differs at the second audit, and everything that has to be told of it. */
interface Way {
  readonly name: string
  readonly platform: PlatformId
  /** `null`: the audit does not have it. */
  readonly before?: AccountOver | null
  readonly after?: AccountOver | null
  readonly told: readonly string[]
}

const sea = { banner: seen(picture('sea'), 'img') }
const elsewhere = seen('https://elders.example/', 'website')
const explained = (check: string, platform: string) => ({
  ...{ check, subject: `${platform}:delinde`, reason: 'Hoort bij de actie.', approver: 'communicatie', at: second },
})
const searched = via({ route: 'search-engine', page: null, pageTitle: '' })

/** What cannot be judged of an account of which nothing can be seen. */
const unseenChecks = ['avatar', 'background', 'completeness', 'description', 'display-names', 'link'].map(
  (check) => `check:${check} changed neutral visibility < sight`,
)

const byTheOrganisation: readonly Way[] = [
  {
    name: 'an account is renamed',
    platform: 'x',
    after: { handle: 'lindezorg2', key: 'x:lindezorg2' },
    told: ['handle changed neutral organisation', 'check:names-across-platforms changed regression organisation < handle'],
  },
  {
    name: 'a display name is changed',
    platform: 'linkedin',
    after: { look: { displayName: seen('Heel iets anders', 'og:title') } },
    told: ['display-name changed neutral organisation', 'check:display-names changed regression organisation < display-name'],
  },
  {
    name: 'a description is emptied',
    platform: 'facebook',
    after: { look: { description: unseen('absent') } },
    told: [
      'description gone neutral organisation',
      'check:description changed regression organisation < description',
      'check:completeness changed regression organisation < description',
    ],
  },
  {
    name: 'the link in the profile leads elsewhere now',
    platform: 'instagram',
    after: { look: { website: elsewhere } },
    told: ['website changed neutral organisation', 'check:link changed regression organisation < website'],
  },
  {
    name: 'a link is put in a profile',
    platform: 'tiktok',
    before: { look: { website: unseen('absent') } },
    told: [
      'website new neutral organisation',
      'check:link changed improvement organisation < website',
      'check:completeness changed improvement organisation < website',
    ],
  },
  {
    name: 'another profile picture',
    platform: 'threads',
    after: { look: { picture: seen(picture('cat'), 'og:image') } },
    told: ['picture changed neutral organisation', 'check:avatar changed regression organisation < picture'],
  },
  {
    name: 'a banner is brought in line',
    platform: 'bluesky',
    before: { look: sea },
    told: ['banner changed neutral organisation', 'check:background changed improvement organisation < banner'],
  },
  {
    name: 'a banner is taken away',
    platform: 'mastodon',
    after: { look: { banner: unseen('absent') } },
    told: [
      'banner gone neutral organisation',
      'check:background changed regression organisation < banner',
      'check:completeness changed regression organisation < banner',
    ],
  },
  {
    name: 'the platform verifies an account',
    platform: 'pinterest',
    after: { look: { verified: seen(true, 'badge') } },
    told: ['verified changed improvement organisation'],
  },
  {
    name: 'an account falls asleep',
    platform: 'snapchat',
    after: { look: { activity: 'dormant' } },
    told: ['activity changed regression organisation'],
  },
  {
    name: 'followers are counted and not judged',
    platform: 'vimeo',
    after: { look: { followers: seen(160, 'count') } },
    told: ['followers changed neutral organisation'],
  },
  {
    name: 'an account vanishes',
    platform: 'flickr',
    after: { snapshot: noLook('flickr', { state: 'gone', wall: 'not-found', httpStatus: 404 }) },
    told: ['account gone regression organisation !vanished'],
  },
  {
    name: 'an account is suspended',
    platform: 'github',
    after: { snapshot: noLook('github', { state: 'gone', wall: 'suspended' }) },
    told: ['account gone regression organisation !vanished'],
  },
  {
    name: 'somebody else bears the name',
    platform: 'reddit',
    after: { look: { permanentId: seen('reddit-2', 'id') }, standing: 'not-ours' },
    told: ['account:hands changed regression organisation !changed-hands', 'verdict changed neutral organisation < account'],
  },
  {
    name: 'the website no longer leads to an account',
    platform: 'discord',
    after: { foundVia: [via({ route: 'earlier-audit', page: null })] },
    told: ['place gone regression organisation !lost-link'],
  },
  {
    name: 'the website leads to an account now',
    platform: 'twitch',
    before: { foundVia: [via({ route: 'wikidata', page: null })] },
    told: ['place new improvement organisation'],
  },
  {
    name: 'a new account stands on a page that was read before',
    platform: 'spotify',
    before: null,
    told: ['account new neutral organisation'],
  },
  {
    name: 'a new account stands at an address where there was none',
    platform: 'medium',
    before: null,
    after: { foundVia: [via({ route: 'handle-guess', page: null })] },
    told: ['account new neutral organisation'],
  },
  {
    name: 'a look-alike appears',
    platform: 'facebook',
    before: null,
    after: { id: 'alike', handle: 'delinde.echt', kind: 'impostor', standing: 'unknown', foundVia: [via()] },
    told: ['account new neutral organisation !look-alike'],
  },
  {
    name: 'an account is back',
    platform: 'tumblr',
    before: { snapshot: noLook('tumblr', { state: 'gone', wall: 'not-found' }) },
    told: ['account new neutral organisation'],
  },
  {
    name: 'a link makes clear whose an account is',
    platform: 'substack',
    before: { standing: 'likely', foundVia: [searched] },
    told: ['place new improvement organisation', 'verdict changed neutral organisation < place'],
  },
  {
    name: 'the link to a dead platform is taken away',
    platform: 'googleplus',
    before: { closed: true, snapshot: noLook('googleplus', { state: 'gone', wall: 'closed-platform' }) },
    after: null,
    told: ['place gone improvement organisation'],
  },
]

const byTheNorm: readonly Way[] = [
  {
    name: 'an explanation is accepted',
    platform: 'soundcloud',
    before: { look: { website: elsewhere } },
    after: { look: { website: elsewhere } },
    told: ['explanation:link new neutral norm', 'check:link changed neutral norm < explanation'],
  },
  {
    name: 'an explanation is taken back',
    platform: 'slideshare',
    before: { look: { website: elsewhere } },
    after: { look: { website: elsewhere } },
    told: ['explanation:link gone neutral norm', 'check:link changed neutral norm < explanation'],
  },
  {
    name: 'a person says that an account is ours',
    platform: 'vk',
    before: { standing: 'likely' },
    after: { decision: 'd1' },
    told: ['verdict changed neutral norm'],
  },
  {
    name: 'a check of places is switched off',
    platform: 'linkedin',
    before: { id: 'gouda', handle: 'company/delinde-gouda', kind: 'location' },
    after: { id: 'gouda', handle: 'company/delinde-gouda', kind: 'location' },
    told: [],
  },
]

const byWhatCouldBeSeen: readonly Way[] = [
  {
    name: 'a wall went up',
    platform: 'weibo',
    after: { snapshot: noLook('weibo', { state: 'walled', wall: 'login' }) },
    told: [`sight:${allHidden()} changed neutral visibility`, ...unseenChecks],
  },
  {
    name: 'a wall came down',
    platform: 'meetup',
    before: { snapshot: noLook('meetup', { state: 'walled', wall: 'consent' }) },
    told: [`sight:${allHidden()} changed neutral visibility`, ...unseenChecks],
  },
  {
    name: 'the platform asks programs not to look',
    platform: 'slack',
    after: { snapshot: noLook('slack', { state: 'walled', wall: 'robots' }) },
    told: [`sight:${allHidden()} changed neutral visibility`, ...unseenChecks],
  },
  {
    name: 'the page is not in the archive',
    platform: 'xing',
    after: { snapshot: noLook('xing', { state: 'unreachable', wall: 'not-in-archive' }) },
    told: [`sight:${allHidden()} changed neutral visibility`, ...unseenChecks],
  },
  {
    name: 'the network was away',
    platform: 'youtube',
    before: { handle: '@delinde', key: 'youtube:@delinde' },
    after: { handle: '@delinde', key: 'youtube:@delinde', snapshot: noLook('youtube', { state: 'unreachable', wall: 'network' }) },
    told: [`sight:${allHidden()} changed neutral visibility`, ...unseenChecks],
  },
  {
    name: 'nobody looked',
    platform: 'hyves',
    after: { snapshot: null },
    told: [`sight:${allHidden()} changed neutral visibility`, ...unseenChecks],
  },
  {
    name: 'a person saw the banner, and the machine does not',
    platform: 'telegram',
    before: { look: { seenBy: 'person', via: 'saved-page' } },
    after: { look: { banner: unseen('not-offered') } },
    told: ['sight:banner changed neutral visibility', 'check:background changed neutral visibility < sight'],
  },
  {
    name: 'a person saw the description this time',
    platform: 'discord',
    before: { id: 'discord-2', handle: 'delindehulp', look: { description: unseen('unreadable') } },
    after: { id: 'discord-2', handle: 'delindehulp', look: { seenBy: 'person', via: 'typed' } },
    told: ['sight:description changed neutral visibility', 'check:description changed neutral visibility < sight'],
  },
  {
    name: 'a search engine no longer names an account',
    platform: 'facebook',
    before: { id: 'old', handle: 'delinde.oud', foundVia: [searched] },
    after: null,
    told: ['account gone neutral visibility'],
  },
  {
    name: 'the page that led to an account was not read',
    platform: 'instagram',
    before: { id: 'news', handle: 'delinde.nieuws', foundVia: [via({ page: 'https://www.delinde.example/nieuws' })] },
    after: { id: 'news', handle: 'delinde.nieuws', foundVia: [via({ route: 'earlier-audit', page: null })] },
    told: ['place gone neutral visibility'],
  },
  {
    name: 'somebody pasted an account',
    platform: 'tiktok',
    before: null,
    after: { id: 'pasted', handle: 'werkenbijdelinde', foundVia: [via({ route: 'pasted', page: null })] },
    told: ['account new neutral visibility'],
  },
]

const ways = [...byTheOrganisation, ...byTheNorm, ...byWhatCouldBeSeen]

const ofTheWhole = [
  'rubric changed neutral norm',
  'agreement:background new neutral norm',
  'agreement:off new neutral norm',
  'route:search-engine gone neutral visibility',
]

function allHidden(): string {
  return 'display-name,description,website,picture,banner,verified,activity,followers'
}

function world(): readonly [AuditThen, AuditThen] {
  const of = (end: 'before' | 'after') =>
    ways.flatMap(({ platform, [end]: over = {} }) => (over === null ? [] : [accountThen(platform, over)]))
  const before = auditThen(of('before'), {
    read: pages(home, contact, 'https://www.delinde.example/nieuws'),
    missing: pages('https://medium.example/delinde'),
    norm: {
      rubric: rubricOf('2026.1') as AuditThen['norm']['rubric'],
      houseStyle: style(),
      explanations: [explained('link', 'slideshare')],
    },
  })
  const agreed = style({ background: { references: [picture('house')], passage: null }, off: ['unit-names'] })
  const after = auditThen(of('after'), {
    auditId: 'a2',
    at: second,
    routes: withRoute(routes, { route: 'search-engine', state: 'not-looked' }),
    norm: {
      ...before.norm,
      rubric: rubricOf('2026.2') as AuditThen['norm']['rubric'],
      houseStyle: agreed,
      explanations: [explained('link', 'soundcloud')],
    },
  })
  return [before, after]
}

const line = ({ item, detail, kind, effect, cause, follows, alert }: Change): string =>
  [
    `${item}${detail === null ? '' : `:${detail}`} ${kind} ${effect} ${cause}`,
    follows === null ? '' : ` < ${follows.split('/')[0]}`,
    alert === null ? '' : ` !${alert}`,
  ].join('')

const subjectOf = ({ platform, before, after }: Way): string => (after ?? before)?.id ?? `${platform}-id`

describe('a world that changed in forty known ways', () => {
  const difference = findDifference(...world())
  const toldOf = (subject: string | null) => difference.changes.filter((change) => change.subject === subject).map(line)

  test('there are forty', () => {
    expect(ways.length + ofTheWhole.length - 1).toBe(40)
    expect(new Set(ways.map(subjectOf)).size).toBe(ways.length)
  })

  test.each(ways.map((way) => [way.name, way] as const))('%s: found, with its cause', (_, way) => {
    expect(toldOf(subjectOf(way)).sort()).toEqual(way.told.toSorted())
  })

  test('what changed for all of them is found, and the score is taken apart by cause', () => {
    const scores = ['grade', 'coverage']
    expect(toldOf(null).filter((told) => !scores.some((item) => told.startsWith(item)))).toEqual(ofTheWhole)
    for (const [at, step] of difference.score.steps.entries()) if (at > 0) expect(step.from).toEqual(difference.score.steps[at - 1]?.to)
  })

  test('nothing else is reported', () => {
    const subjects = new Set([...ways.map(subjectOf), null])
    expect(difference.changes.filter(({ subject }) => !subjects.has(subject))).toEqual([])
    expect(new Set(difference.changes.map(({ id }) => id)).size).toBe(difference.changes.length)
  })

  test('up and down count what the organisation did, on the same item', () => {
    const all = ways.flatMap(({ told }) => told).filter((told) => told.includes(' organisation'))
    const count = (effect: string) => all.filter((told) => told.includes(` ${effect} `)).length
    expect(difference.counts).toMatchObject({ up: count('improvement'), down: count('regression') })
    expect(difference.counts.equal).toBeGreaterThan(100)
  })
})
