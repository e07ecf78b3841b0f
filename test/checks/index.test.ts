import { expect, test } from 'vitest'
import { rubric } from '../../config/rubric.ts'
import { checks } from '../../src/checks/index.ts'

test('every check has a weight in the rubric, and every weight a check', () => {
  expect(checks.map(({ id }) => id).sort()).toEqual(Object.keys(rubric.weights).sort())
})

test('every check says in both languages what it judges', () => {
  for (const { title, description } of checks)
    for (const text of [title.nl, title.en, description.nl, description.en]) expect(text.length).toBeGreaterThan(10)
})
