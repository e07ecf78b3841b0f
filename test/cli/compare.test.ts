import { expect, test } from 'vitest'
import { createDeps } from '../../src/deps.ts'
import { temporaryDir, testEnv } from '../support/deps.ts'
import { threeOrganisations } from '../support/three-organisations.ts'
import { commandHere } from './command.ts'

test('compare lays organisations beside each other by name or audit, and says what is not compared', { timeout: 60_000 }, async () => {
  const env = { EENLIJN_DATA_DIR: temporaryDir(), EENLIJN_DEMO: 'off', EENLIJN_NETWORK: 'off' }
  const clock = { now: new Date() }
  const deps = await createDeps(testEnv(env), { now: () => clock.now })
  const [north, bridge] = await threeOrganisations(deps, clock)
  await deps.close()

  const table = await commandHere(['compare', 'zorgkring noord', bridge.second], { env })
  expect(table.code).toBe(0)
  expect(table.stdout.split('\n').map((line) => line.split(/\s{2,}/))).toEqual([
    ['organisatie', 'gezien', 'uniformiteit', 'namen', 'achtergrond', 'profielfoto en logo', 'omschrijving en link'],
    ['Stichting De Brug', expect.stringMatching(/^\d+%$/), ...Array.from({ length: 5 }, () => expect.stringMatching(/^\d+(,\d)?$/))],
    ['Zorgkring Noord', expect.stringMatching(/^\d+%$/), ...Array.from({ length: 5 }, () => expect.stringMatching(/^\d+(,\d)?$/))],
    [''],
  ])
  const json = await commandHere(['compare', 'Zorgkring Noord', 'Stichting De Brug', '--without-agreements', '--json'], { env })
  expect(JSON.parse(json.stdout)).toMatchObject({ by: { agreements: 'without' }, notCompared: [] })
  const then = await commandHere(['compare', north.first, bridge.second, '--rubric', 'then'], { env })
  expect(then.stdout).toContain('Niet vergeleken:')
  expect(then.stdout).toContain('meetlat 2026.1')
  expect(then.stdout).toContain('Laat --rubric weg')

  const unknown = await commandHere(['compare', 'Zorgkring Noord', 'Zebra'], { env })
  expect([unknown.code, unknown.stdout]).toEqual([2, ''])
  expect(unknown.stderr).toContain('Van ‘Zebra’ is nog geen audit klaar')
  const alone = await commandHere(['compare', 'Zorgkring Noord'], { env })
  expect([alone.code, alone.stdout]).toEqual([2, ''])
  expect(alone.stderr).toContain('Schrijf: eenlijn compare')
})
