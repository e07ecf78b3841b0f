import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Score } from '../../src/model/finding.ts'
import { compareOrganisations } from '../../src/report/comparison/compare.ts'
import { comparisonCsv } from '../../src/report/comparison/csv.ts'
import { type ComparedAudit, type Measure, measures } from '../../src/report/comparison/model.ts'

const score = (grade: number | null, coverage: number): Score => ({
  ...{ rubric: '2026.2', points: 0, maximum: 0, coverage, grade },
  notGradedBecause: grade === null ? { nl: 'Te weinig om te vergelijken.', en: 'Too little to compare.' } : null,
})

type Over = Partial<Omit<ComparedAudit, 'scores'>> & { readonly grade?: number; readonly scores?: Partial<Record<Measure, Score>> }

const one = (organisation: string, { grade = 7, scores, ...over }: Over = {}): ComparedAudit => ({
  ...{ organisation, auditId: organisation, at: '2026-07-01T09:00:00.000Z', rubric: '2026.2', hidden: false },
  scores: {
    ...(Object.fromEntries(measures.map((measure) => [measure, score(grade, 0.9)])) as Record<Measure, Score>),
    portraits: score(null, 0),
    ...scores,
  },
  norms: [
    { check: 'names-across-platforms', part: 'names', norm: 'own' },
    { check: 'logo', part: 'pictures', norm: 'own' },
  ],
  routes: [
    { route: 'website', state: 'done' },
    { route: 'pasted', state: 'not-looked' },
  ],
  ...over,
})

const logo = (norm: ComparedAudit['norms'][number]['norm']): ComparedAudit['norms'] => [
  { check: 'names-across-platforms', part: 'names', norm: 'own' },
  { check: 'logo', part: 'pictures', norm },
]

const gradesOf = (all: readonly ComparedAudit[], measure: Measure) =>
  compareOrganisations(all).measures.find((row) => row.measure === measure)?.grades
const told = (...all: ComparedAudit[]) =>
  compareOrganisations(all).notCompared.map(({ auditId, code, measures: of }) => `${auditId} ${code}: ${of.join(' ')}`)

describe('organisations beside each other', () => {
  test('by name, with a grade for every measure, where norm and sight are equal', () => {
    const compared = compareOrganisations([one('B', { grade: 6 }), one('A', { grade: 8 })])
    expect(compared.organisations.map(({ organisation }) => organisation)).toEqual(['A', 'B'])
    expect(compared.measures.map(({ measure, grades }) => [measure, ...grades])).toEqual(
      ['uniformity', 'names', 'background', 'pictures', 'text'].map((measure) => [measure, 8, 6]),
    )
    expect(compared.notCompared).toEqual([])
  })

  test('another rubric, other places, or what is handed in by people', () => {
    const all = 'uniformity names background pictures text'
    expect(told(one('A'), one('B', { rubric: '2026.1' }))).toEqual([`B rubric: ${all}`])
    expect(told(one('A'), one('B', { routes: [{ route: 'website', state: 'not-looked' }] }))).toEqual([`B routes: ${all}`])
    expect(told(one('A'), one('B', { routes: [...one('A').routes, { route: 'pasted', state: 'done' }] }))).toEqual([])
    expect(gradesOf([one('A'), one('B', { rubric: '2026.1' })], 'names')).toEqual([null, null])
  })

  test('an agreement, a part switched off, another rule or an accepted deviation concern that part and the whole alone', () => {
    for (const norm of ['agreed', 'off', 'must', 'explained'] as const)
      expect(told(one('A'), one('B', { norms: logo(norm) }))).toEqual(['B norm: uniformity pictures'])
    expect(told(one('A', { norms: logo('must') }), one('B', { norms: logo('must') }))).toEqual([])
    expect(gradesOf([one('A'), one('B', { norms: logo('agreed') })], 'names')).toEqual([7, 7])
    expect(gradesOf([one('A'), one('B', { norms: logo('agreed') })], 'pictures')).toEqual([null, null])
  })

  test('a part of which not as much could be seen is left out, and the others stay', () => {
    const blind = one('B', { scores: { background: score(9, 0.6) } })
    expect(told(one('A'), blind)).toEqual(['B coverage: background'])
    expect(gradesOf([one('A'), blind], 'uniformity')).toEqual([7, 7])
    expect(told(one('A'), one('B', { scores: { background: score(9, 0.85) } }))).toEqual([])
  })

  test('without a grade, or with one that whoever looks may not see yet, nothing is shown', () => {
    expect(told(one('A'), one('B', { scores: { names: score(null, 0.2) } }))).toEqual(['B not-graded: names'])
    const hidden = compareOrganisations([one('A'), one('B', { hidden: true })])
    expect(hidden.notCompared.map(({ auditId, code }) => `${auditId} ${code}`)).toEqual(['B hidden'])
    expect(hidden.organisations[1]?.coverage).toBeNull()
    expect(hidden.measures.every(({ grades, coverages }) => grades[1] === null && coverages[1] === null)).toBe(true)
    expect(told(one('A', { hidden: true }), one('B', { hidden: true }))).toEqual(['A hidden: uniformity', 'B hidden: uniformity'])
  })

  test('of several the largest set that is alike is compared; of equally large ones that of the first', () => {
    const other = { rubric: '2026.1' }
    expect(gradesOf([one('A', other), one('B'), one('C')], 'names')).toEqual([null, 7, 7])
    expect(gradesOf([one('C', other), one('A'), one('D', other), one('B')], 'names')).toEqual([null, null, 7, 7])
    expect(told(one('A', other), one('B'), one('C'))[0]).toContain('A rubric')
  })

  test('a distribution only from twenty', () => {
    const many = (n: number) =>
      compareOrganisations(Array.from({ length: n }, (_, at) => one(`Z${String(n - at).padStart(2, '0')}`, { grade: 5 + at / 10 })))
    expect(many(19).measures[0]?.distribution).toBeNull()
    expect(many(20).measures[0]?.distribution).toMatchObject({ count: 20, low: 5.5, middle: 6, high: 6.4 })
  })

  test('as CSV has a row for each, empty cells for what is not compared, and the reason', () => {
    const compared = compareOrganisations([one('A'), one('B', { norms: logo('agreed') })])
    const lines = comparisonCsv(compared, { locale: 'nl', separator: ';' }).trim().split('\r\n')
    expect(lines[0]).toContain('organisatie;audit;datum;meetlat;gezien;uniformiteit;namen')
    expect(lines[1]).toBe('A;A;2026-07-01;2026.2;0,9;;7;7;;7;')
    expect(lines[2]).toContain('‘Het logo in de profielfoto’: bij B een eigen afspraak, bij A wat de meeste accounts doen.')
  })
})

describe('whatever is chosen', () => {
  const audits = fc.array(
    fc.record({
      rubric: fc.constantFrom('2026.1', '2026.2'),
      norm: fc.constantFrom('own' as const, 'agreed' as const),
      coverage: fc.double({ min: 0.5, max: 1, noNaN: true }),
      website: fc.boolean(),
      hidden: fc.boolean(),
    }),
    { minLength: 2, maxLength: 8 },
  )

  test('what stands beside each other is alike, and of everything else it is said why', () => {
    fc.assert(
      fc.property(audits, (all) => {
        const chosen = all.map(({ rubric, norm, coverage, website, hidden }, at) =>
          one(`Z${at}`, {
            ...{ rubric, hidden, norms: logo(norm), routes: website ? [{ route: 'website', state: 'done' }] : [] },
            scores: { pictures: score(7, coverage) },
          }),
        )
        const { organisations, measures: rows, notCompared } = compareOrganisations(chosen)
        for (const { measure, grades } of rows) {
          const set = chosen.filter((_, at) => grades[at] !== null)
          expect(set).not.toHaveLength(1)
          expect(new Set(set.map((own) => JSON.stringify([own.rubric, own.routes, own.hidden]))).size).toBeLessThan(2)
          if (measure === 'pictures') expect(new Set(set.map(({ norms }) => JSON.stringify(norms))).size).toBeLessThan(2)
          const seen = set.map(({ scores }) => scores[measure].coverage)
          if (seen.length > 0) expect(Math.max(...seen) - Math.min(...seen)).toBeLessThan(0.0501)
          const silent = organisations.filter(
            ({ auditId }, at) =>
              grades[at] === null && !notCompared.some((why) => why.auditId === auditId && why.measures.includes(measure)),
          )
          // Of those that nothing is like, one is what the others were held against.
          expect(silent.length).toBeLessThan(set.length === 0 ? 2 : 1)
        }
      }),
      { numRuns: 200 },
    )
  })
})
