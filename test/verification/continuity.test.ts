import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ManagerRole, managerRoles } from '../../src/model/manager.ts'
import { type ContinuityInput, continuityOf, isAtDomain, type ManagerFacts } from '../../src/verification/continuity.ts'

const manager = (id: string, more: Partial<ManagerFacts> = {}): ManagerFacts => ({
  id,
  name: id,
  role: 'employee',
  workEmail: null,
  since: null,
  until: null,
  savedOn: '2026-11-01',
  accounts: ['x:zorg'],
  ...more,
})
const judge = (managers: readonly ManagerFacts[], more: Partial<ContinuityInput> = {}) =>
  continuityOf({ today: '2026-11-22', domain: 'zorg.example', accounts: [{ key: 'x:zorg', recovery: null }], managers, ...more })
const sortOf = (managers: readonly ManagerFacts[], rule: string, more: Partial<ContinuityInput> = {}) =>
  judge(managers, more).find((finding) => finding.rule === rule)?.sort

describe('two managers', () => {
  test.each([
    ['nobody', [], 'mend'],
    ['one', [manager('Jannie')], 'mend'],
    ['two', [manager('Jannie'), manager('Marit')], 'good'],
    ['two, of whom one has left', [manager('Jannie'), manager('Marit', { until: '2026-11-21' })], 'mend'],
    ['two, of whom one is to begin', [manager('Jannie'), manager('Marit', { since: '2026-11-23' })], 'mend'],
    ['two, of whom one has the last day today', [manager('Jannie'), manager('Marit', { until: '2026-11-22' })], 'good'],
    ['two, of whom one manages something else', [manager('Jannie'), manager('Marit', { accounts: [] })], 'mend'],
  ])('%s', (_what, managers, sort) => {
    expect(sortOf(managers, 'two-managers')).toBe(sort)
  })

  test('says who there are', () => {
    const [finding] = judge([manager('Jannie'), manager('Marit', { role: 'trainee' })]).filter(({ rule }) => rule === 'two-managers')
    expect(finding?.saw).toEqual({ nl: 'Jannie (medewerker) en Marit (stagiair).', en: 'Jannie (employee) and Marit (trainee).' })
  })
})

describe('an employee of one’s own', () => {
  test.each<[ManagerRole, string]>([
    ['employee', 'good'],
    ['trainee', 'mend'],
    ['volunteer', 'mend'],
    ['external', 'mend'],
    ['agency', 'mend'],
  ])('a sole %s is %s', (role, sort) => {
    expect(sortOf([manager('Jannie', { role })], 'own-employee')).toBe(sort)
  })

  test('two trainees are no employee; with one employee beside them it is well', () => {
    const trainees = [manager('Noor', { role: 'trainee' }), manager('Bas', { role: 'trainee' })]
    expect(sortOf(trainees, 'own-employee')).toBe('mend')
    expect(sortOf([...trainees, manager('Jannie')], 'own-employee')).toBe('good')
  })

  test('an account without managers is told of once', () => {
    expect(judge([]).map(({ rule }) => rule)).toEqual(['two-managers', 'recovery'])
  })
})

describe('an end date', () => {
  test.each([
    ['2027-01-31', 'good', 'Noor stopt over 70 dagen.'],
    ['2026-12-23', 'good', 'Noor stopt over 31 dagen.'],
    ['2026-12-22', 'mend', 'Noor stopt over 30 dagen.'],
    ['2026-11-23', 'mend', 'Noor stopt over 1 dag.'],
    ['2026-11-22', 'mend', 'Noor stopt vandaag.'],
    ['2026-11-20', 'mend', 'Noor stopte 2 dagen geleden.'],
  ])('of %s is %s: %s', (until, sort, saw) => {
    const finding = judge([manager('Noor', { until })]).find(({ rule }) => rule === 'end-date')
    expect([finding?.sort, finding?.saw.nl]).toEqual([sort, saw])
  })

  test('counts whole days over the change of the clock', () => {
    const finding = judge([manager('Noor', { until: '2027-04-01' })], { today: '2027-03-01' }).find(({ rule }) => rule === 'end-date')
    expect(finding?.saw.en).toBe('Noor stops in 31 days.')
  })
})

describe('a work address', () => {
  test.each([
    ['jannie@zorg.example', true],
    ['jannie@post.ZORG.example', true],
    ['jannie@notzorg.example', false],
    ['jannie@zorg.example.net', false],
    ['zorg.example@gmail.example', false],
  ])('%s is the organisation’s: %s', (email, own) => {
    expect(isAtDomain(email, 'zorg.example')).toBe(own)
    expect(sortOf([manager('Jannie', { workEmail: email })], 'work-email')).toBe(own ? 'good' : 'mend')
  })

  test('cannot be compared without a website, which is no fault', () => {
    expect(sortOf([manager('Jannie', { workEmail: 'j@zorg.example' })], 'work-email', { domain: null })).toBe('unseen')
    expect(sortOf([manager('Jannie')], 'work-email')).toBeUndefined()
  })

  test('of somebody at an agency says nothing', () => {
    expect(sortOf([manager('Jannie', { role: 'agency', workEmail: 'j@bureau.example' })], 'work-email')).toBeUndefined()
  })
})

test.each([
  ['2026-11-22', 'good'],
  ['2025-11-22', 'good'],
  ['2025-11-21', 'mend'],
])('details saved on %s are %s', (savedOn, sort) => {
  expect(sortOf([manager('Jannie', { savedOn })], 'yearly-check')).toBe(sort)
  const finding = judge([manager('Jannie', { savedOn: '2026-05-01' })]).find(({ rule }) => rule === 'yearly-check')
  expect(finding?.saw).toEqual({ nl: 'Jannie: bewaard op 1 mei 2026.', en: 'Jannie: saved on 1 May 2026.' })
})

test('where the access is kept is asked of each account, and shown where it is known', () => {
  const findings = judge([], {
    accounts: [
      { key: 'x:zorg', recovery: null },
      { key: 'youtube:@zorg', recovery: 'Kluis van ICT' },
    ],
  }).filter(({ rule }) => rule === 'recovery')
  expect(findings.map(({ account, sort, saw }) => [account, sort, saw.nl])).toEqual([
    ['x:zorg', 'mend', 'Er is nog niets genoteerd.'],
    ['youtube:@zorg', 'good', 'Kluis van ICT'],
  ])
})

test('every finding says why it counts, what to mend has a way to, and what goes well has none', () => {
  const day = fc.constantFrom('2026-10-01', '2026-11-22', '2026-12-01', '2027-06-01')
  const facts = fc.record({
    id: fc.uuid(),
    name: fc.string({ minLength: 1 }),
    role: fc.constantFrom(...managerRoles),
    workEmail: fc.option(fc.constantFrom('a@zorg.example', 'a@elders.example')),
    since: fc.option(day),
    until: fc.option(day),
    savedOn: fc.constantFrom('2025-01-01', '2026-11-01'),
    accounts: fc.subarray(['x:zorg', 'x:anders']),
  })
  fc.assert(
    fc.property(fc.array(facts, { maxLength: 6 }), fc.option(fc.constant('zorg.example')), (managers, domain) => {
      const findings = judge(managers, { domain })
      for (const { sort, verdict, why, mend, account, manager: who } of findings) {
        expect([verdict.nl, verdict.en, why.nl, why.en].every((text) => text.length > 10)).toBe(true)
        expect(mend === null).toBe(sort === 'good')
        expect((account === null) !== (who === null)).toBe(true)
      }
      expect(findings.filter(({ account }) => account !== null).length).toBeLessThanOrEqual(3)
    }),
  )
})
