import { describe, expect, test } from 'vitest'
import { rubric, rubricOf } from '../../config/rubric.ts'
import type { CheckInput } from '../../src/checks/check.ts'
import { inCommon, type WhatWasSeen } from '../../src/checks/in-common.ts'
import { runChecks } from '../../src/checks/run.ts'
import { seen, unseen } from '../../src/model/seen.ts'
import { compareAssessments } from '../../src/scoring/compare.ts'
import type { Rubric } from '../../src/scoring/score.ts'
import { account, group, input, picture, reading, style, walled } from '../checks/world.ts'

type Asked = Pick<CheckInput, 'houseStyle' | 'explanations'>

const pictures = reading({ banners: [group(null, 'house'), group(null, 'sea')] })
const nothing: Asked = { houseStyle: style(), explanations: [] }

interface Then {
  readonly accounts: CheckInput['accounts']
  readonly asked?: Asked
  readonly rubric?: Rubric
}

function compared(before: Then, after: Then) {
  const side = ({ accounts, asked = nothing, rubric: by = rubric }: Then) => ({
    seen: input(accounts, { pictures }) as WhatWasSeen,
    norm: asked,
    rubric: by,
  })
  const judge = (of: WhatWasSeen, asked: Asked) => runChecks({ ...of, ...asked })
  return compareAssessments({
    before: side(before),
    after: side(after),
    judge,
    inCommon: (a: WhatWasSeen, b: WhatWasSeen) => inCommon(a, b),
  })
}

const brief = ({ changes }: ReturnType<typeof compared>) =>
  changes.map(({ check, subject, cause, direction }) => `${check} ${subject}: ${direction} by ${cause}`).sort()

const sea = { banner: seen(picture('sea'), 'img') }
const all = [account('x'), account('linkedin'), account('youtube', '@delinde'), account('facebook')]
const withSea = [account('x'), account('linkedin'), account('youtube', '@delinde'), account('facebook', 'delinde', sea)]

describe('the cause of a change', () => {
  test('nothing changed, nothing is told', () => {
    const { changes, steps } = compared({ accounts: all }, { accounts: all })
    expect(changes).toEqual([])
    expect(new Set(steps.flatMap(({ from, to }) => [from.grade, to.grade]))).toEqual(new Set([10]))
  })

  test('what the organisation did is an improvement or a regression on that item alone', () => {
    expect(brief(compared({ accounts: withSea }, { accounts: all }))).toEqual(['background facebook:delinde: improvement by organisation'])
    expect(brief(compared({ accounts: all }, { accounts: withSea }))).toEqual(['background facebook:delinde: regression by organisation'])
  })

  test('another rubric alone changes the score by the norm, and tells of no change of the organisation', () => {
    const { changes, steps } = compared({ accounts: withSea, rubric: rubricOf('2026.1') ?? rubric }, { accounts: withSea })
    expect(changes).toEqual([])
    expect(steps.map(({ cause, from, to }) => [cause, from.grade === to.grade])).toEqual([
      ['norm', false],
      ['visibility', true],
      ['organisation', true],
      ['visibility', true],
    ])
  })

  test('a new agreement is the norm’s doing, also where an account comes out worse by it', () => {
    const background = { references: [picture('sea')], passage: null }
    const told = brief(compared({ accounts: all }, { accounts: all, asked: { ...nothing, houseStyle: style({ background }) } }))
    expect(told).toContain('background x:delinde: regression by norm')
    expect(told.every((change) => change.endsWith('by norm'))).toBe(true)
  })

  test('what is seen no longer, or for the first time, is neither better nor worse', () => {
    const hidden = [...all.slice(0, 3), walled('facebook')]
    for (const told of [
      brief(compared({ accounts: withSea }, { accounts: hidden })),
      brief(compared({ accounts: hidden }, { accounts: withSea })),
    ]) {
      expect(told.length).toBeGreaterThan(0)
      expect(told.every((change) => change.endsWith('neutral by visibility'))).toBe(true)
    }
  })

  test('a majority that tips because more can be seen is visibility too, not the organisation', () => {
    const unit = { ...sea, kind: 'unit' } as const
    const first = [account('x'), account('linkedin', 'delinde', unit)]
    const before = [...first, walled('youtube', '@delinde'), walled('facebook')]
    const after = [...first, account('youtube', '@delinde', unit), account('facebook', 'delinde', unit)]
    const { changes } = compared({ accounts: before }, { accounts: after })
    expect(changes.filter(({ check, subject }) => check === 'background' && subject === 'x:delinde')).toMatchObject([
      { cause: 'visibility', direction: 'neutral' },
    ])
    expect(changes.filter(({ check, cause }) => check === 'background' && cause !== 'visibility')).toEqual([])
  })

  test('several things at once come apart, and the steps lead from the first score to the last', () => {
    const after = [
      account('x', 'delinde', { description: unseen('walled') }),
      account('linkedin'),
      account('youtube', '@delinde'),
      account('facebook'),
    ]
    const asked = { ...nothing, houseStyle: style({ description: { words: ['Gouda'], link: null, passage: null } }) }
    const { changes, steps } = compared({ accounts: withSea }, { accounts: after, asked })
    const of = (cause: string) => changes.filter((change) => change.cause === cause).map(({ check, subject }) => `${check} ${subject}`)
    expect(of('organisation')).toEqual(['background facebook:delinde'])
    expect(of('visibility')).toContain('description x:delinde')
    expect(of('norm').sort()).toEqual(all.map(({ key }) => `description ${key}`).sort())
    for (const [at, step] of steps.entries()) if (at > 0) expect(step.from).toEqual(steps[at - 1]?.to)
  })

  test('an account that came or went is told once per check, as the organisation’s doing', () => {
    const told = compared({ accounts: all }, { accounts: all.slice(0, 3) }).changes
    expect(told.length).toBeGreaterThan(0)
    expect(
      told.every(
        ({ subject, cause, direction, after }) =>
          subject === 'facebook:delinde' && cause === 'organisation' && direction === 'neutral' && after === null,
      ),
    ).toBe(true)
  })
})
