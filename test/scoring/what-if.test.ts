import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rubric } from '../../config/rubric.ts'
import { checks } from '../../src/checks/index.ts'
import { runChecks } from '../../src/checks/run.ts'
import type { Finding } from '../../src/model/finding.ts'
import { seen } from '../../src/model/seen.ts'
import { cheapestPath } from '../../src/scoring/cheapest-path.ts'
import { contributions } from '../../src/scoring/contribution.ts'
import { type Rubric, scoreFindings } from '../../src/scoring/score.ts'
import { gradeWith, type Mend, whatIf } from '../../src/scoring/what-if.ts'
import { account, group, input, picture, reading } from '../checks/world.ts'

const fields: Readonly<Record<string, string>> = Object.fromEntries(checks.map(({ id, field }) => [id, field]))
/** The findings as they are once the mends are done. */
function applyMends(findings: readonly Finding[], mends: readonly Mend[]): Finding[] {
  const key = ({ check, subject }: Finding) => JSON.stringify([check, subject])
  const done = new Set(mends.flatMap((mend) => mend.findings.map(key)))
  return findings.map((finding) => (done.has(key(finding)) ? { ...finding, outcome: { kind: 'scored', value: 1 } } : finding))
}

const text = { nl: 'tekst', en: 'text' }

const small: Rubric = {
  version: 'test',
  weights: { names: 10, banner: 7, avatar: 5, logo: 3, new: 0 },
  floors: { coverage: 0.5, measured: 2 },
  coverageOf: 'applicable',
}
const smallFields = { names: 'handle', banner: 'banner', avatar: 'avatar', logo: 'avatar', new: 'profile' }

type Told = number | 'unknown' | 'notApplicable'

const finding = (check: string, subject: string, told: Told, minutes = 5): Finding => ({
  check,
  subject,
  outcome: typeof told === 'number' ? { kind: 'scored', value: told } : { kind: told, why: text },
  verdict: text,
  saw: text,
  why: text,
  mend: told === 1 ? null : text,
  minutes,
  evidence: [],
})

const told = fc.constantFrom<Told>(0, 0.4, 0.6, 0.8, 1, 1 / 3, 'unknown', 'notApplicable')

/** Findings on up to so many accounts, with any outcome and any number of minutes. */
const anyFindings = (accounts: number) =>
  fc
    .array(fc.record({ names: told, banner: told, avatar: told, logo: told, new: told, minutes: fc.integer({ min: 1, max: 30 }) }), {
      minLength: 2,
      maxLength: accounts,
    })
    .map((rows) =>
      rows.flatMap(({ minutes, ...outcomes }, at) =>
        Object.entries(outcomes).map(([check, outcome]) => finding(check, `x:${at}`, outcome, minutes + check.length)),
      ),
    )

const grade = (findings: readonly Finding[]) => scoreFindings(findings, small).total.grade

describe('what a mend brings', () => {
  test('whatever is done, in whatever combination, the grade that was predicted comes out', () => {
    fc.assert(
      fc.property(anyFindings(12), fc.infiniteStream(fc.boolean()), (findings, coin) => {
        const plan = whatIf(findings, small, smallFields)
        expect(plan.grade).toBe(grade(findings))
        const some = plan.mends.filter(() => coin.next().value)
        expect(gradeWith(plan, some)).toBe(grade(applyMends(findings, some)))
        expect(plan.best).toBe(grade(applyMends(findings, plan.mends)))
        for (const mend of plan.mends) expect(mend.gradeAfter).toBe(grade(applyMends(findings, [mend])))
      }),
      { numRuns: 200 },
    )
  })

  test('one picture that mends two checks is one thing to do, and takes the longest of their minutes', () => {
    const findings = [finding('avatar', 'x:a', 0, 5), finding('logo', 'x:a', 0, 8), finding('avatar', 'x:b', 1), finding('logo', 'x:b', 1)]
    const { mends } = whatIf(findings, small, smallFields)
    expect(mends).toMatchObject([{ id: 'x:a avatar', minutes: 8, points: 4 }])
  })

  test('what does not count is listed last and brings nothing', () => {
    const findings = [finding('names', 'x:a', 0), finding('names', 'x:b', 1), finding('new', 'x:a', 0), finding('new', 'x:b', 1)]
    const { mends } = whatIf(findings, small, smallFields)
    expect(mends.map(({ field, points }) => [field, points])).toEqual([
      ['handle', 5],
      ['profile', 0],
    ])
  })

  test('without a grade there is nothing to promise', () => {
    const plan = whatIf([finding('names', 'x:a', 0)], small, smallFields)
    expect([plan.grade, plan.best, cheapestPath(plan, 6)]).toEqual([null, null, null])
  })
})

/** Every set of mends, for a handful of them. */
function subsets(mends: readonly Mend[]): Mend[][] {
  return Array.from({ length: 2 ** mends.length }, (_, bits) => mends.filter((_, at) => (bits >> at) & 1))
}

describe('the cheapest path to a grade', () => {
  test('reaches the target, and no set of mends that does takes fewer minutes', () => {
    fc.assert(
      fc.property(anyFindings(3), fc.integer({ min: 11, max: 100 }), (findings, tenths) => {
        const plan = whatIf(findings, small, smallFields)
        const useful = plan.mends.filter(({ points }) => points > 0)
        fc.pre(plan.grade !== null && useful.length <= 9)
        const target = tenths / 10
        const path = cheapestPath(plan, target)
        const reaching = subsets(useful).filter((set) => (gradeWith(plan, set) ?? 0) >= target)
        if (path === null) return expect(reaching).toEqual([])
        const minutes = reaching.map((set) => set.reduce((sum, mend) => sum + mend.minutes, 0))
        expect(path.minutes).toBe(Math.min(...minutes))
        expect(path.grade).toBeGreaterThanOrEqual(target)
        expect(path.grade).toBe(grade(applyMends(findings, path.mends)))
      }),
      { numRuns: 150 },
    )
  })

  test('a grade that is reached already takes nothing; one out of reach has no path', () => {
    const findings = [finding('names', 'x:a', 0.8), finding('names', 'x:b', 1), { ...finding('names', 'x:c', 0), mend: null }]
    const plan = whatIf(findings, small, smallFields)
    expect(cheapestPath(plan, 5)).toMatchObject({ mends: [], minutes: 0, grade: 6.4 })
    expect(cheapestPath(plan, 10)).toBeNull()
  })

  test('two hundred accounts with every field to mend take less than a second', () => {
    const findings = Array.from({ length: 200 }, (_, at) =>
      ['names', 'banner', 'avatar', 'logo'].map((check, place) =>
        finding(check, `x:${at}`, [0, 0.4, 0.6, 0.8][(at * 7 + place) % 4] ?? 0, 3 + ((at * 13 + place * 5) % 15)),
      ),
    ).flat()
    const plan = whatIf(findings, small, smallFields)
    const begun = performance.now()
    const path = cheapestPath(plan, 8)
    expect(performance.now() - begun).toBeLessThan(1_000)
    expect(path?.grade).toBeGreaterThanOrEqual(8)
    expect(path?.grade).toBe(grade(applyMends(findings, path?.mends ?? [])))
    expect(path?.atLeast).toBeLessThanOrEqual(path?.minutes ?? 0)
    expect((path?.minutes ?? 0) - (path?.atLeast ?? 0)).toBeLessThanOrEqual(20)
  })
})

describe('one change in a world', () => {
  const pictures = reading({ banners: [group(null, 'house'), group(null, 'sea')] })
  const world = (facebook: string) =>
    input(
      [
        account('x'),
        account('linkedin'),
        account('youtube', '@delinde'),
        account('facebook', 'delinde', { banner: seen(picture(facebook), 'img') }),
      ],
      {
        pictures,
      },
    )

  test('one banner is changed, and the grade that comes out is exactly the predicted one', () => {
    const before = runChecks(world('sea'))
    const plan = whatIf(before, rubric, fields)
    const banner = plan.mends.find(({ id }) => id === 'facebook:delinde banner')
    // 25 of 90 points for the background over 4 accounts: 83.75 of 90 → 1 + 9 × 0.9306 = 9.4.
    expect(plan.grade).toBe(9.4)
    expect(banner).toMatchObject({ points: 6.25, minutes: 10, gradeAfter: 10 })
    expect(scoreFindings(runChecks(world('house')), rubric).total.grade).toBe(banner?.gradeAfter)
  })

  test('every account’s part adds up to the total, and taking one away changes it as the formula says', () => {
    const findings = runChecks(world('sea'))
    const partOf = contributions(findings, rubric)
    const { total } = scoreFindings(findings, rubric)
    expect(partOf(...findings)).toEqual({ points: total.points, maximum: total.maximum })
    expect(partOf(...findings.filter(({ subject }) => subject === 'facebook:delinde')).points).toBe(16.25)
    const without = scoreFindings(runChecks({ ...world('sea'), accounts: world('sea').accounts.slice(0, 3) }), rubric).total
    expect(without).toMatchObject({ points: 90, maximum: 90, grade: 10 })
  })
})
