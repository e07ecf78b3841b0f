import { expect, test } from 'vitest'
import type { Deps } from '../../src/deps.ts'
import { decideCandidate } from '../../src/services/decide-candidate.ts'
import { identifyPerson } from '../../src/services/person.ts'
import { readAudit } from '../../src/services/read-audit.ts'
import { startAudit } from '../../src/services/start-audit.ts'
import { testDeps } from '../support/deps.ts'

const nobody = { personId: null }

async function auditWithOneLink(deps: Deps) {
  const { auditId } = await startAudit(deps, { name: 'De Linde', links: 'https://www.instagram.com/delinde/' })
  const accountId = readAudit(deps, auditId, nobody).candidates[0]?.accountId ?? ''
  return { auditId, accountId, personId: null, basedOn: null }
}

test('a decision stands above the verdict and says who decided', async () => {
  const { deps } = await testDeps()
  const about = await auditWithOneLink(deps)
  const { personId } = identifyPerson(deps, { name: 'Marit', personId: null })
  decideCandidate(deps, { ...about, decision: 'ours', personId })
  expect(readAudit(deps, about.auditId, nobody).candidates[0]).toMatchObject({
    standing: 'ours',
    decision: { decision: 'ours', by: 'Marit' },
  })
})

test('undo takes the decision back and the verdict stands again', async () => {
  const { deps } = await testDeps()
  const about = await auditWithOneLink(deps)
  const made = decideCandidate(deps, { ...about, decision: 'not-ours' })
  decideCandidate(deps, { ...about, decision: null, basedOn: made.id })
  expect(readAudit(deps, about.auditId, nobody).candidates[0]).toMatchObject({ standing: 'likely', decision: { decision: null } })
})

test('two tabs that decide differently: the second is told, and the first stands', async () => {
  const { deps } = await testDeps()
  const about = await auditWithOneLink(deps)
  decideCandidate(deps, { ...about, decision: 'ours' })
  expect(() => decideCandidate(deps, { ...about, decision: 'not-ours' })).toThrow(/meanwhile/)
  expect(readAudit(deps, about.auditId, nobody).candidates[0]?.standing).toBe('ours')
})

test('two tabs that decide the same are both right', async () => {
  const { deps } = await testDeps()
  const about = await auditWithOneLink(deps)
  const first = decideCandidate(deps, { ...about, decision: 'ours' })
  expect(decideCandidate(deps, { ...about, decision: 'ours' })).toEqual(first)
})

test('a decision holds in a later audit of the organisation', async () => {
  const { deps } = await testDeps()
  const about = await auditWithOneLink(deps)
  decideCandidate(deps, { ...about, decision: 'not-ours' })
  const later = await startAudit(deps, { name: 'De Linde', links: 'instagram.com/delinde' })
  expect(readAudit(deps, later.auditId, nobody).candidates[0]).toMatchObject({ standing: 'not-ours', decision: { auditId: about.auditId } })
})

test('an account of another organisation can not be decided here', async () => {
  const { deps } = await testDeps()
  const ours = await auditWithOneLink(deps)
  const other = await startAudit(deps, { name: 'De Es' })
  expect(() => decideCandidate(deps, { ...ours, auditId: other.auditId, decision: 'ours' })).toThrow(/does not belong/)
})
