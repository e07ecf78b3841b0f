import { expect, test } from 'vitest'
import { gradeSubject } from '../../src/services/grade-subject.ts'
import { identifyPerson } from '../../src/services/person.ts'
import { testDeps } from '../support/deps.ts'
import { sampleAudit } from '../support/sample-audit.ts'
import { readable, visitor } from './visitor.ts'

const hidden = 'verborgen tot jij een cijfer hebt gegeven'

test('whoever only reads the report sees every grade and the computed one', async () => {
  const { deps } = await testDeps()
  const { auditId } = await sampleAudit(deps)
  const page = readable(await visitor(deps).get(`/nl/audits/${auditId}/report`))
  expect(page).not.toContain(hidden)
  expect(page).toContain('Jannie')
})

test('a grader who has not graded yet does not see the computed grade in the report either', async () => {
  const { deps } = await testDeps()
  const { auditId } = await sampleAudit(deps)
  const { personId } = identifyPerson(deps, { name: 'Nieuw', personId: null })
  const report = async () => readable(await visitor(deps).get(`/nl/audits/${auditId}/report`, { cookie: `eenlijn-person=${personId}` }))
  expect(await report()).toContain(hidden)
  gradeSubject(deps, { auditId, subject: 'uniformity', grade: '6', reason: 'Namen lijken op elkaar.', personId })
  expect(await report()).not.toContain(hidden)
})
