import { expect, test } from 'vitest'
import type { Deps } from '../../src/deps.ts'
import { gradeSubject } from '../../src/services/grade-subject.ts'
import { erasePerson, identifyPerson } from '../../src/services/person.ts'
import { readAudit } from '../../src/services/read-audit.ts'
import { startAudit } from '../../src/services/start-audit.ts'
import { testDeps } from '../support/deps.ts'

async function graded(deps: Deps) {
  const { auditId } = await startAudit(deps, { name: 'De Linde', links: 'https://x.com/delinde' })
  const accountId = readAudit(deps, auditId, { personId: null }).candidates[0]?.accountId ?? ''
  const person = (name: string) => identifyPerson(deps, { name, personId: null }).personId
  return { auditId, accountId, person }
}

test('a grade with comma or point is kept in half points, with its reason', async () => {
  const { deps } = await testDeps()
  const { auditId, accountId, person } = await graded(deps)
  const about = { auditId, subject: accountId, personId: person('Marit') }
  expect(gradeSubject(deps, { ...about, grade: '7,5', reason: 'Duidelijke naam.' })).toMatchObject({
    halfPoints: 15,
    version: 1,
    by: 'Marit',
  })
  expect(gradeSubject(deps, { ...about, grade: '8.0', reason: 'Nieuwe foto.' })).toMatchObject({ halfPoints: 16, version: 2 })
})

test.each(['5,4', '11', '0', '-3', 'zeven', ''])('the grade %j is refused with a sentence', async (grade) => {
  const { deps } = await testDeps()
  const { auditId, accountId, person } = await graded(deps)
  expect(() => gradeSubject(deps, { auditId, subject: accountId, personId: person('Marit'), grade, reason: 'Omdat.' })).toThrow(
    expect.objectContaining({ code: 'invalid-input', field: 'grade' }),
  )
})

test.each(['7', null])('without a reason %j is not accepted', async (grade) => {
  const { deps } = await testDeps()
  const { auditId, accountId, person } = await graded(deps)
  expect(() => gradeSubject(deps, { auditId, subject: accountId, personId: person('Marit'), grade, reason: '  ' })).toThrow(
    expect.objectContaining({ field: 'reason' }),
  )
})

test('others’ grades stay hidden until this person has graded', async () => {
  const { deps } = await testDeps()
  const { auditId, accountId, person } = await graded(deps)
  const [marit, erik] = [person('Marit'), person('Erik')]
  gradeSubject(deps, { auditId, subject: accountId, personId: marit, grade: '9', reason: 'Sterk.' })
  const seenBy = (personId: string) => readAudit(deps, auditId, { personId }).candidates[0]?.grading
  expect(seenBy(erik)).toEqual({ mine: null, others: [], othersCount: 1, revealed: false })
  gradeSubject(deps, { auditId, subject: accountId, personId: erik, grade: null, reason: 'Ik kan er niet in.' })
  expect(seenBy(erik)).toMatchObject({ mine: { halfPoints: null }, others: [{ by: 'Marit', halfPoints: 18 }], revealed: true })
})

test('a version that the person has not seen is not overwritten', async () => {
  const { deps } = await testDeps()
  const { auditId, accountId, person } = await graded(deps)
  const about = { auditId, subject: accountId, personId: person('Marit') }
  gradeSubject(deps, { ...about, grade: '6', reason: 'Eerste indruk.', basedOn: 0 })
  expect(() => gradeSubject(deps, { ...about, grade: '9', reason: 'Ander venster.', basedOn: 0 })).toThrow(
    expect.objectContaining({ code: 'conflict' }),
  )
})

test('erasing a person takes the name away and leaves the grade', async () => {
  const { deps } = await testDeps()
  const { auditId, accountId, person } = await graded(deps)
  const [marit, erik] = [person('Marit'), person('Erik')]
  gradeSubject(deps, { auditId, subject: accountId, personId: marit, grade: '9', reason: 'Sterk.' })
  gradeSubject(deps, { auditId, subject: accountId, personId: erik, grade: '8', reason: 'Goed.' })
  erasePerson(deps, marit)
  expect(readAudit(deps, auditId, { personId: erik }).candidates[0]?.grading.others).toMatchObject([{ by: null, halfPoints: 18 }])
})
