import { describe, expect, it } from 'vitest'
import { temporaryDir } from '../support/deps.ts'
import { commandHere } from './command.ts'

async function setting() {
  const env = { EENLIJN_DATA_DIR: temporaryDir(), EENLIJN_DEMO: 'off', LOG_LEVEL: 'silent' }
  const run = (...args: string[]) => commandHere(args, { env })
  expect((await run('audit', 'Zorg Wijde', '--offline', '--routes', 'website')).code).toBe(0)
  return run
}

describe('schedule', () => {
  it('sets a rhythm by the organisation’s name, lists it, and takes it away', async () => {
    const run = await setting()
    expect(await run('schedule')).toMatchObject({ code: 0, stdout: 'Er wordt niets vanzelf opnieuw bekeken.\n' })
    const set = await run('schedule', 'zorg wijde')
    expect(set.code, set.stderr).toBe(0)
    expect(set.stdout).toMatch(/Zorg Wijde +elk kwartaal +\w+dag \d+ \w+ \d{4} om \d\d:\d\d \(Europe\/Amsterdam\) +0/)
    expect((await run('schedule')).stdout).toBe(set.stdout)
    const removed = await run('schedule', 'Zorg Wijde', '--remove')
    expect([removed.code, removed.stdout]).toEqual([0, ''])
    expect((await run('schedule', '--json')).stdout).toBe('[]\n')
  })

  it('takes a rule and a time zone, by the id of an audit too, and writes JSON', async () => {
    const run = await setting()
    const { stdout } = await run('schedule', 'Zorg Wijde', '--every', '12 6 7 1 *', '--time-zone', 'Europe/Lisbon', '--json')
    const saved = JSON.parse(stdout) as { auditId: string }
    expect(saved).toMatchObject({ rhythm: 'own', rule: '12 6 7 1 *', timeZone: 'Europe/Lisbon', skipped: 0 })
    expect(JSON.parse((await run('schedule', saved.auditId, '--every', 'weekly', '--json')).stdout)).toMatchObject({ rhythm: 'weekly' })
  })

  it.each([
    [['Elders'], 'Van ‘Elders’ is er nog geen audit.'],
    [['Zorg Wijde', '--every', 'soms'], '‘soms’ is geen kalenderregel.'],
    [['Zorg', 'Wijde'], 'eenlijn schedule "Zorg Wijde"'],
    [['--every', 'weekly'], 'Zeg van welke organisatie'],
  ])('%j ends with 2 and a sentence', async (args, sentence) => {
    const { code, stdout, stderr } = await (await setting())('schedule', ...args)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(sentence)
  })
})
