import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rubricOf } from '../../config/rubric.ts'
import type { PlatformId } from '../../src/model/platform.ts'
import { seen, unseen } from '../../src/model/seen.ts'
import type { Snapshot } from '../../src/model/snapshot.ts'
import { gradeByCause } from '../../src/report/difference/scores.ts'
import { type AuditThen, pageKey } from '../../src/report/difference/side.ts'
import { findDifference } from '../../src/report/difference.ts'
import { picture, style } from '../checks/world.ts'
import { type AccountOver, accountThen, auditThen, noLook, pages, routes, second, via, withRoute } from './difference-world.ts'

const platforms = ['x', 'linkedin', 'youtube', 'facebook', 'instagram', 'tiktok'] as const satisfies readonly PlatformId[]

/** An account as an organisation may have it: in line or not, filled in or not. */
const anyAccount: fc.Arbitrary<AccountOver> = fc.record({
  handle: fc.constantFrom('delinde', 'delindezorg', 'anders'),
  kind: fc.constantFrom('central', 'location', 'unit'),
  look: fc.record({
    banner: fc.constantFrom(seen(picture('house'), 'img'), seen(picture('sea'), 'img'), unseen('absent')),
    picture: fc.constantFrom(seen(picture('logo'), 'img'), seen(picture('cat'), 'img')),
    description: fc.constantFrom(seen('De Linde, zorg dichtbij.', 'd'), seen('Iets anders.', 'd'), unseen('absent')),
    website: fc.constantFrom(seen('https://www.delinde.example/', 'w'), seen('https://elders.example/', 'w'), unseen('absent')),
  }),
})

const fields = ['displayName', 'description', 'website', 'picture', 'banner', 'verified', 'followers'] as const

/** What one audit may have missed of an account without anything having changed. */
const anySight = fc.oneof(
  fc.constant('all' as const),
  fc.constantFrom('login', 'robots', 'network', 'not-in-archive').map((wall) => ({ wall }) as const),
  fc.constant('not-looked' as const),
  fc.constant('not-found-again' as const),
  fc.subarray([...fields], { minLength: 1 }).map((hidden) => ({ hidden })),
)
type Sight = typeof anySight extends fc.Arbitrary<infer T> ? T : never

function seenAs(platform: PlatformId, over: AccountOver, sight: Sight): AccountOver | null {
  if (sight === 'not-found-again') return null
  if (sight === 'all') return over
  if (sight === 'not-looked') return { ...over, snapshot: null }
  if ('wall' in sight)
    return { ...over, snapshot: noLook(platform, { state: sight.wall === 'login' ? 'walled' : 'unreachable', wall: sight.wall }) }
  const hidden: Partial<Snapshot> = Object.fromEntries(sight.hidden.map((field) => [field, unseen('not-offered')]))
  return { ...over, look: { ...over.look, ...hidden } }
}

const searched = [via({ route: 'search-engine', page: null })]
const audit = (accounts: readonly (AccountOver | null)[], over: Partial<AuditThen> = {}) =>
  auditThen(
    accounts.flatMap((one, at) => (one ? [accountThen(platforms[at] ?? 'x', { ...one, foundVia: searched })] : [])),
    over,
  )

const anyWorld = fc.array(anyAccount, { minLength: 1, maxLength: platforms.length })

describe('a difference', () => {
  test('of an audit with itself there is none', () => {
    fc.assert(
      fc.property(anyWorld, (world) => {
        const one = audit(world)
        const { changes, counts } = findDifference(one, { ...one, score: findDifference(one, one).score.after, auditId: 'a2', at: second })
        expect(changes.filter(({ item }) => item !== 'grade')).toEqual([])
        expect([counts.up, counts.down]).toEqual([0, 0])
      }),
      { numRuns: 30 },
    )
  })

  test('of sight alone nothing is better, worse, the organisation’s or the norm’s', () => {
    fc.assert(
      fc.property(anyWorld, fc.array(anySight, { minLength: 6, maxLength: 6 }), fc.boolean(), (world, sights, turned) => {
        const whole = audit(world)
        const part = audit(
          world.map((over, at) => seenAs(platforms[at] ?? 'x', over, sights[at] ?? 'all')),
          { routes: withRoute(routes, { route: 'search-engine', state: 'not-looked' }), read: new Set() },
        )
        const [before, after] = turned ? [part, whole] : [whole, part]
        const stood = findDifference(before, before).score.after
        const { changes, counts } = findDifference({ ...before, score: stood }, { ...after, auditId: 'a2', at: second })
        expect(changes.filter(({ cause, effect }) => cause !== 'visibility' || effect !== 'neutral')).toEqual([])
        expect([counts.up, counts.down]).toEqual([0, 0])
      }),
      { numRuns: 80 },
    )
  })

  test('of another rubric or other agreements alone nothing is the organisation’s doing', () => {
    fc.assert(
      fc.property(anyWorld, fc.boolean(), (world, agreed) => {
        const before = audit(world, { norm: { ...audit([]).norm, rubric: rubricOf('2026.1') ?? audit([]).norm.rubric } })
        const houseStyle = agreed
          ? style({
              background: { references: [picture('sea')], passage: null },
              description: { words: ['Gouda'], link: null, passage: null },
            })
          : style()
        const after = audit(world, { auditId: 'a2', at: second, norm: { ...audit([]).norm, houseStyle } })
        const { changes, counts } = findDifference({ ...before, score: findDifference(before, before).score.after }, after)
        expect(changes.filter(({ cause }) => cause !== 'norm')).toEqual([])
        expect(changes.map(({ item }) => item)).toContain('rubric')
        expect([counts.up, counts.down]).toEqual([0, 0])
      }),
      { numRuns: 30 },
    )
  })

  test('is the same whichever order the accounts come in', () => {
    const world = platforms.map((): AccountOver => ({}))
    const changed = world.map((one, at): AccountOver => (at === 2 ? { look: { banner: unseen('absent') } } : one))
    const [a, b] = [audit(world), audit(changed, { auditId: 'a2', at: second })]
    const turned = { ...b, accounts: b.accounts.toReversed() }
    expect(findDifference(a, turned)).toEqual(findDifference(a, b))
  })
})

describe('small differences that are none', () => {
  const told = (was: Partial<Snapshot>, is: Partial<Snapshot>, isSame?: (a: string, b: string) => boolean) =>
    findDifference(audit([{ look: was }]), audit([{ look: is }], { auditId: 'a2' }), isSame)
      .changes.filter(({ subject }) => subject !== null)
      .map(({ item }) => item)
  const long = 'Zorggroep De Linde helpt mensen in Gouda, Woerden en Utrecht met wonen, werken en leren.'

  test('a text that the platform cut short, or spaced otherwise, is the same text', () => {
    expect(told({ description: seen(long, 'a') }, { description: seen(`${long.slice(0, 60)}…`, 'b') })).toEqual([])
    expect(told({ description: seen(long, 'a') }, { description: seen(` ${long.replace(' ', '\n')}`, 'b') })).toEqual([])
    expect(told({ description: seen(long, 'a') }, { description: seen('Zorg…', 'b') })).toContain('description')
  })

  test('a link with or without www and a slash is the same link', () => {
    expect(told({ website: seen('https://www.delinde.example', 'a') }, { website: seen('http://delinde.example/', 'b') })).toEqual([])
    expect(pageKey('https://www.delinde.example/#top')).toBe('delinde.example')
  })

  test('a picture that was stored anew is the same picture', () => {
    const [was, is] = [{ picture: seen(picture('logo'), 'a') }, { picture: seen(picture('logo2'), 'a') }]
    expect(told(was, is)).toContain('picture')
    expect(told(was, is, () => true)).not.toContain('picture')
  })

  test('a number of the platform beside the name is no change of name', () => {
    const look = { permanentId: seen('UC123', 'id') }
    const { changes } = findDifference(
      audit([{ handle: 'channel/UC123', key: 'x:channel/uc123', look }]),
      audit([{ handle: '@delinde', key: 'x:@delinde', look }], { auditId: 'a2' }),
    )
    expect(changes.map(({ item }) => item)).not.toContain('handle')
  })

  test.each([
    ['1.0.0 2026.1', 'visibility'],
    ['1.0.0 2026.2', 'norm'],
  ])('the same account judged otherwise by %s is a matter of %s', (judgedBy, cause) => {
    const { changes } = findDifference(audit([{ standing: 'likely' }]), audit([{ standing: 'ours' }], { auditId: 'a2', judgedBy }))
    expect(changes.filter(({ item }) => item === 'verdict').map((change) => change.cause)).toEqual([cause])
  })

  test('profiles of people and accounts that are nobody’s business are not spoken of', () => {
    const person = { kind: 'person', standing: 'likely' } as const
    const stranger = { standing: 'not-ours', handle: 'anders' } as const
    const { changes } = findDifference(audit([person, stranger]), audit([{ ...person, look: { displayName: seen('Jan', 'a') } }, null]))
    expect(changes).toEqual([])
  })
})

test('an account that goes on under another name and another row is found by its number', () => {
  const look = { permanentId: seen('77', 'id') }
  const before = audit([{ id: 'old', handle: 'oud', look }], { read: pages('https://www.delinde.example/') })
  const after = audit([{ id: 'new', handle: 'nieuw', look }], { auditId: 'a2' })
  expect(
    findDifference(before, after)
      .changes.filter(({ subject }) => subject !== null)
      .map(({ item }) => item),
  ).toEqual(['handle'])
})

describe('what is said to people', () => {
  const score = (grade: number | null) => ({ rubric: '2026.2', points: 0, maximum: 0, coverage: 1, grade, notGradedBecause: null })
  const step = (cause: 'organisation' | 'norm' | 'visibility', from: number | null, to: number | null) => ({
    ...{ cause, from: score(from), to: score(to) },
  })

  test('each cause of another grade is told once, and together they are the whole', () => {
    const steps = [step('norm', 8, 7.5), step('visibility', 7.5, 8.1), step('organisation', 8.1, 8.9), step('visibility', 8.9, 7.5)]
    const made = gradeByCause({ before: score(8), after: score(7.5), steps })
    expect(made.map(({ cause, change }) => [cause, change])).toEqual([
      ['organisation', 0.8],
      ['norm', -0.5],
      ['visibility', -0.8],
    ])
    expect(gradeByCause({ before: score(8), after: score(8), steps: [step('visibility', 8, 7), step('visibility', 7, 8)] })).toEqual([])
    expect(gradeByCause({ before: score(null), after: score(7), steps: [step('visibility', null, 7)] })).toEqual([
      { cause: 'visibility', change: null, from: null, to: 7 },
    ])
  })

  test('an account whose handle is a code is called what it calls itself', () => {
    const podcast = accountThen('spotify', { handle: 'show/0nderDeLinden', look: { displayName: seen('Onder de linden', 'og:title') } })
    const { accounts, changes } = findDifference(auditThen([]), auditThen([podcast], { at: second }))
    expect(accounts).toMatchObject([{ handle: 'show/0nderDeLinden', shownName: 'Onder de linden' }])
    expect(changes.find(({ item }) => item === 'account')?.after?.text.nl).toBe('Onder de linden')
    const named = findDifference(auditThen([]), auditThen([accountThen('x')], { at: second }))
    expect(named.accounts[0]).not.toHaveProperty('shownName')
  })

  test('what a search did not name last time may have been there: it says so, and not that nobody looked', () => {
    const found = accountThen('bluesky', { foundVia: [via({ route: 'search-engine', page: null })] })
    const why = (before: AuditThen) =>
      findDifference(before, auditThen([found], { at: second })).changes.find((one) => one.item === 'account')?.why.en
    expect(why(auditThen([]))).toContain('we searched as well')
    expect(why(auditThen([], { routes: withRoute(routes, { route: 'search-engine', state: 'not-looked' }) }))).toContain('did not look')
  })
})
