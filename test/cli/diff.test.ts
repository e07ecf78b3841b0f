import { expect, test } from 'vitest'
import { createDeps } from '../../src/deps.ts'
import { temporaryDir, testEnv } from '../support/deps.ts'
import { twoAudits } from '../support/two-audits.ts'
import { commandHere } from './command.ts'

async function stored() {
  const env = { EENLIJN_DATA_DIR: temporaryDir(), EENLIJN_DEMO: 'off', EENLIJN_NETWORK: 'off' }
  const clock = { now: new Date() }
  const deps = await createDeps(testEnv(env), { now: () => clock.now })
  const { first, second } = await twoAudits(deps, clock)
  await deps.close()
  return { env, first, second }
}

test('diff writes a table for people, and with --json the same text every time', { timeout: 60_000 }, async () => {
  const { env, first, second } = await stored()
  const table = await commandHere(['diff', first, second], { env })
  expect([table.code, table.stdout.split('\n')[0]]).toEqual([0, 'Wijdezorg · 2026-08-03 → 2026-11-02'])
  expect(table.stdout).toContain('↑ 2  ↓ 5')
  expect(table.stdout.indexOf('Dit ging vooruit')).toBeLessThan(table.stdout.indexOf('Dit kan beter'))
  const json = await commandHere(['diff', first, second, '--json'], { env })
  expect(json.stderr).toBe('')
  expect(JSON.parse(json.stdout)).toMatchObject({ before: { auditId: first }, after: { auditId: second }, counts: { up: 2, down: 5 } })
  expect((await commandHere(['diff', second, first, '--json'], { env })).stdout).toBe(json.stdout)

  const scored = await commandHere(['rescore', first, '--rubric', '2026.2'], { env })
  expect([scored.code, scored.stdout]).toEqual([0, '2026.2  v2  9,6\n'])
  expect((await commandHere(['rescore', first, '--rubric', '1900.1'], { env })).code).toBe(2)
})

test('what is missing or unknown is said, with what to write', async () => {
  for (const args of [
    ['diff', 'a'],
    ['rescore', 'a'],
    ['rescore', '--rubric', '2026.2'],
  ]) {
    const { code, stdout, stderr } = await commandHere(args)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain('Schrijf: eenlijn')
  }
})
