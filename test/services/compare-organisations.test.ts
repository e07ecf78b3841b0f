import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { Deps } from '../../src/deps.ts'
import type { noHouseStyle } from '../../src/model/house-style.ts'
import { chosenAudits, comparableAudits } from '../../src/services/compare-choices.ts'
import { mostCompared, type ReadComparison, readComparison } from '../../src/services/compare-organisations.ts'
import { findAudit } from '../../src/services/find-audit.ts'
import { gradeSubject } from '../../src/services/grade-subject.ts'
import { identifyPerson } from '../../src/services/person.ts'
import { assessments, auditRoutes, audits, houseStyles } from '../../src/store/schema.ts'
import { testDeps } from '../support/deps.ts'
import { endedAudit } from '../support/ended-audit.ts'
import { threeOrganisations } from '../support/three-organisations.ts'

const everybody = { personId: null, reveal: true }

async function setting() {
  const { deps, clock } = await testDeps()
  const [north, bridge, wide] = await threeOrganisations(deps, clock)
  const compare = (...ids: string[]) => readComparison(deps, ids, everybody)
  return { deps, compare, ids: [north.second, bridge.second, wide.second], earlier: [north.first, bridge.first] }
}

/** As if the organisation had agreed this before its newest audit was looked at. */
function agree(deps: Deps, auditId: string, body: Partial<typeof noHouseStyle>) {
  const { organisationId } = findAudit(deps.store.db, auditId)
  const row = deps.store.db.select().from(houseStyles).where(eq(houseStyles.organisationId, organisationId)).get()
  if (!row) throw new Error('nothing was agreed')
  deps.store.db
    .update(houseStyles)
    .set({ body: { ...row.body, ...body } })
    .where(eq(houseStyles.id, row.id))
    .run()
}

const gradesOf = ({ measures }: ReadComparison, measure: string) => measures.find((one) => one.measure === measure)?.grades
const codes = ({ notCompared }: ReadComparison) => notCompared.map(({ code, measures }) => `${code}: ${measures.join(' ')}`)

test('organisations that were measured alike stand beside each other, by name', async () => {
  const { compare, ids } = await setting()
  const compared = await compare(...ids)
  expect(compared.by).toEqual({ rubric: '2026.2', agreements: 'own' })
  expect(compared.organisations.map(({ organisation }) => organisation)).toEqual(['Stichting De Brug', 'Wijdezorg', 'Zorgkring Noord'])
  expect(compared.notCompared).toEqual([])
  const [first, ...more] = gradesOf(compared, 'uniformity') ?? []
  expect(first).toBeGreaterThan(5)
  expect(more).toEqual([first, first])
})

test('what one switched off keeps the whole apart, and one norm for all brings it together', async () => {
  const { deps, compare, ids } = await setting()
  agree(deps, ids[1] ?? '', { off: ['background'] })
  const compared = await compare(...ids)
  expect(codes(compared)).toEqual(['norm: uniformity background'])
  expect(gradesOf(compared, 'names')?.every((grade) => grade !== null)).toBe(true)
  expect(gradesOf(compared, 'uniformity')?.filter((grade) => grade === null)).toHaveLength(1)
  const bare = await readComparison(deps, ids, everybody, { agreements: 'without' })
  expect(bare.notCompared).toEqual([])
  expect(new Set(gradesOf(bare, 'background')).size).toBe(1)
  expect(gradesOf(bare, 'background')?.[0]).not.toBeNull()
})

test('as they were scored at the time another rubric keeps them apart; measured by one they stand beside each other', async () => {
  const { deps, compare, ids, earlier } = await setting()
  const mixed = [earlier[0] ?? '', ids[1] ?? '']
  const then = await readComparison(deps, mixed, everybody, { rubric: 'then' })
  const byRubric = then.notCompared.filter(({ code }) => code === 'rubric')
  expect(byRubric.flatMap(({ measures }) => measures)).toEqual(['uniformity', 'names', 'background', 'pictures', 'text'])
  expect(then.measures.flatMap(({ grades }) => grades).filter((grade) => grade !== null)).toEqual([])
  expect(then.organisations.map(({ rubric }) => rubric).sort()).toEqual(['2026.1', '2026.2'])
  expect(codes(await compare(...mixed)).filter((code) => code.startsWith('rubric'))).toEqual([])
  expect((await readComparison(deps, earlier, everybody, { rubric: '2026.1' })).organisations.map(({ rubric }) => rubric)).toEqual([
    '2026.1',
    '2026.1',
  ])
})

test('where one was not looked at in the same places nothing is compared, and it is said which places', async () => {
  const { deps, compare, ids } = await setting()
  deps.store.db
    .delete(auditRoutes)
    .where(eq(auditRoutes.auditId, ids[0] ?? ''))
    .run()
  const { notCompared } = await compare(ids[0] ?? '', ids[1] ?? '')
  expect(notCompared).toHaveLength(1)
  expect(notCompared[0]?.code).toBe('routes')
  expect(notCompared[0]?.text.nl).toContain('Wikidata')
})

test('what was computed stays hidden from whoever has still to grade, and nothing is written by looking', async () => {
  const { deps, ids } = await setting()
  const { personId } = identifyPerson(deps, { name: 'Marit', personId: null })
  const count = () => deps.store.db.select().from(assessments).all().length
  const before = count()
  const hidden = await readComparison(deps, ids, { personId, reveal: true })
  expect(hidden.measures.every(({ grades }) => grades.every((grade) => grade === null))).toBe(true)
  expect(hidden.organisations.every(({ coverage }) => coverage === null)).toBe(true)
  for (const auditId of ids.slice(0, 2))
    gradeSubject(deps, { auditId, subject: 'uniformity', grade: '7', reason: 'Bijna gelijk.', personId })
  const graded = await readComparison(deps, ids, { personId, reveal: true })
  expect(gradesOf(graded, 'uniformity')?.filter((grade) => grade !== null)).toHaveLength(2)
  expect(codes(graded)).toEqual(['hidden: uniformity names background pictures text'])
  expect(count()).toBe(before)
})

test('two organisations of one name bear their website', async () => {
  const { deps, ids } = await setting()
  const own = endedAudit(deps, { name: 'Wijdezorg', website: 'https://elders.example/' })
  const { organisations } = await readComparison(deps, [ids[2] ?? '', own], everybody)
  expect(organisations.map(({ organisation }) => organisation)).toEqual(['Wijdezorg (elders.example)', 'Wijdezorg (www.wijdezorg.example)'])
})

test('too few, too many, one organisation twice, an audit that runs and a rubric that never was are refused with the reason', async () => {
  const { deps, compare, ids, earlier } = await setting()
  const [first = '', second = ''] = ids
  await expect(compare(first, first)).rejects.toThrow(expect.objectContaining({ code: 'invalid-input', field: 'audits' }))
  const many = Array.from({ length: mostCompared + 1 }, (_, at) => endedAudit(deps, { name: `De Linde ${at}` }))
  await expect(compare(...many)).rejects.toThrow(expect.objectContaining({ code: 'invalid-input' }))
  expect((await compare(...many.slice(1))).organisations).toHaveLength(mostCompared)
  await expect(compare(first, earlier[0] ?? '')).rejects.toThrow(expect.objectContaining({ code: 'invalid-input' }))
  await expect(compare(first, 'nowhere')).rejects.toThrow(expect.objectContaining({ code: 'not-found' }))
  await expect(readComparison(deps, ids, everybody, { rubric: '1900.1' })).rejects.toThrow(expect.objectContaining({ field: 'rubric' }))
  deps.store.db.update(audits).set({ state: 'running' }).where(eq(audits.id, second)).run()
  await expect(compare(first, second)).rejects.toThrow(expect.objectContaining({ code: 'conflict' }))
})

test('to choose from: each organisation once by its newest audit that is done, or by a part of its name', async () => {
  const { deps, ids } = await setting()
  expect(new Set(comparableAudits(deps).map(({ auditId }) => auditId))).toEqual(new Set(ids))
  expect(comparableAudits(deps, ' NOORD ').map(({ organisation }) => organisation)).toEqual(['Zorgkring Noord'])
  expect(comparableAudits(deps, '%')).toEqual([])
  expect(chosenAudits(deps, [ids[0] ?? '', 'nowhere']).map(({ auditId }) => auditId)).toEqual([ids[0]])
  expect(chosenAudits(deps, [])).toEqual([])
})
