import { expect, test } from 'vitest'
import type { UniformityModel } from '../../../src/report/uniformity.ts'
import { createApi } from '../../../src/web/api/index.ts'
import { testDeps } from '../../support/deps.ts'
import { sampleAudit } from '../../support/sample-audit.ts'
import { sampleSheet } from '../../support/sample-sheet.ts'

async function asked(query = '') {
  const { deps } = await testDeps()
  const sample = await sampleAudit(deps)
  await sampleSheet(deps, sample)
  const response = await createApi(deps).request(`/audits/${sample.auditId}/uniformity${query}`)
  return { status: response.status, body: (await response.json()) as { uniformity: UniformityModel | null } }
}

test('the score comes with its sum, its parts and the cheapest way to a grade', async () => {
  const { status, body } = await asked('?target=9.5')
  const model = body.uniformity
  expect(status).toBe(200)
  expect(model?.formula?.en).toMatch(/^[\d.]+ of [\d.]+ points → 1 \+ 9 × [\d.]+ = [\d.]+$/)
  expect(model?.parts.map(({ part }) => part)).toContain('background')
  const path = model?.plan.paths.find(({ target }) => target === 9.5)
  expect(path?.grade).toBeGreaterThanOrEqual(9.5)
  const ids = new Set(model?.plan.mends.map(({ id }) => id))
  expect(path?.mends.every((id) => ids.has(id))).toBe(true)
})

test('a stored audit can be asked for under another rubric; one that never was is refused with those that are', async () => {
  expect((await asked('?rubric=2026.1')).body.uniformity?.score).toMatchObject({ rubric: '2026.1', maximum: 10 })
  const refused = await asked('?rubric=1999.1')
  expect(refused.status).toBe(400)
  expect(JSON.stringify(refused.body)).toContain('2026.2')
})

test('whoever still has to grade sees nothing that was computed', async () => {
  const { deps } = await testDeps()
  const { auditId, jannie } = await sampleAudit(deps)
  const response = await createApi(deps).request(`/audits/${auditId}/uniformity?person=${jannie}`)
  expect(await response.json()).toEqual({ uniformity: null })
})
