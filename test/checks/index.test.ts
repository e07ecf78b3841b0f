import { expect, test } from 'vitest'
import { rubric, rubricOf, rubrics } from '../../config/rubric.ts'
import { parts } from '../../src/checks/check.ts'
import { checks } from '../../src/checks/index.ts'
import { runChecks } from '../../src/checks/run.ts'
import { account, input, person, picture, style } from './world.ts'

test('every check has a weight in the rubric, and every weight a check and a reason', () => {
  const ids = checks.map(({ id }) => id).sort()
  expect(Object.keys(rubric.weights).sort()).toEqual(ids)
  expect(Object.keys(rubric.reasons ?? {}).sort()).toEqual(ids)
})

test('what counts adds up to 100 points, and people bring none of them', () => {
  expect(Object.values(rubric.weights).reduce((sum, weight) => sum + weight, 0)).toBe(100)
  expect([rubric.weights.portraits, rubric.weights['people-names']]).toEqual([0, 0])
})

test('every version of the rubric can be found by its number, and the newest is the one that counts', () => {
  expect(rubrics.map(({ version }) => rubricOf(version)?.version)).toEqual(['2026.1', '2026.2'])
  expect(rubrics.at(-1)).toBe(rubric)
  expect(rubricOf('1999.1')).toBeNull()
})

test('every check says in both languages what it judges, and belongs to a part', () => {
  for (const { title, description, part } of checks) {
    for (const text of [title.nl, title.en, description.nl, description.en]) expect(text.length).toBeGreaterThan(10)
    expect(parts).toContain(part)
  }
  expect(new Set(checks.map(({ id }) => id)).size).toBe(checks.length)
})

test('no finding is held against a norm that its check does not name', () => {
  const accounts = [account('x'), account('facebook'), account('instagram', 'delinde_zorg', { kind: 'location', unit: 'Noord' })]
  const agreed = style({
    background: { references: [picture('house')], passage: null },
    description: { words: ['zorg'], link: 'https://delinde.example/', passage: null },
    colours: { hex: ['#0f5c63'], passage: null },
  })
  const worlds = [
    input(accounts),
    input(accounts, { houseStyle: agreed }),
    input(accounts, { people: [person('a', 'p'), person('b', 'q')] }),
  ]
  const said = new Set<string>()
  for (const { check, norm } of worlds.flatMap((world) => runChecks(world))) {
    if (norm) said.add(`${check} ${norm.kind}`)
    if (norm) expect(checks.find(({ id }) => id === check)?.norms, check).toContain(norm.kind)
  }
  expect([...said].length).toBeGreaterThan(12)
})
