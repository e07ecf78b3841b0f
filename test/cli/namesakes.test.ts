import { describe, expect, it } from 'vitest'
import { createDeps } from '../../src/deps.ts'
import { temporaryDir, testEnv } from '../support/deps.ts'
import { endedAudit } from '../support/ended-audit.ts'
import { commandHere } from './command.ts'

/** Two organisations of one name, of different websites. */
async function setting() {
  const env = { EENLIJN_DATA_DIR: temporaryDir(), EENLIJN_DEMO: 'off', EENLIJN_NETWORK: 'off', LOG_LEVEL: 'silent' }
  const deps = await createDeps(testEnv(env), { now: () => new Date('2026-08-03T09:00:00.000Z') })
  const audits = ['https://delinde.example/', 'https://www.linde-zorg.example/'].map((website) => endedAudit(deps, { website }))
  await deps.close()
  const run = (...args: string[]) => commandHere(args, { env, stdin: 'De Linde\nDe Linde; delinde.example' })
  const ids = async () => {
    const { stderr } = await run('schedule', 'de linde', '--every', 'weekly')
    return [...stderr.matchAll(/ · ([0-9a-z]{20}) · /g)].map(([, id]) => id ?? '')
  }
  return { run, audits, ids }
}

describe('a name that two organisations have', () => {
  it('is refused with the list, and nothing is changed', async () => {
    const { run, ids } = await setting()
    const { code, stdout, stderr } = await run('schedule', 'De Linde')
    expect([code, stdout]).toEqual([3, ''])
    expect(stderr).toContain('Er zijn 2 organisaties met deze naam. Zeg welke je bedoelt, met --id of --website:\n')
    expect(stderr).toMatch(
      / {2}De Linde · https:\/\/www\.linde-zorg\.example\/ · [0-9a-z]{20} · laatste audit [0-9a-z]{20} van 3 augustus 2026\n/,
    )
    expect(await ids()).toHaveLength(2)
    expect((await run('schedule', '--json')).stdout).toBe('[]\n')
    for (const args of [
      ['news', 'De Linde'],
      ['check', 'x.com/delinde', '--organisation', 'De Linde'],
    ])
      expect(await run(...args), args[0]).toMatchObject({ code: 3, stdout: '' })
  })

  it('is not compared either: there an audit says which is meant', async () => {
    const { run, audits } = await setting()
    const { code, stderr } = await run('compare', 'De Linde', audits[0] ?? '')
    expect(code).toBe(3)
    expect(stderr).toContain('Noem in plaats van de naam het nummer van een audit:\n  De Linde · ')
    expect(stderr).toContain(` · laatste audit ${audits[0]} van 3 augustus 2026`)
  })

  it('is chosen between by website, by the organisation’s id, or by an audit', async () => {
    const { run, audits, ids } = await setting()
    const [newest, oldest] = await ids()
    const saved = async (...args: string[]) => {
      const { stdout, stderr } = await run('schedule', ...args, '--every', 'weekly', '--json')
      expect(stderr).toBe('')
      return JSON.parse(stdout) as { auditId: string; organisation: { id: string } }
    }
    expect((await saved('De Linde', '--website', 'delinde.example')).auditId).toBe(audits[0])
    expect((await saved('De Linde', '--website', 'https://linde-zorg.example/contact')).organisation.id).toBe(newest)
    expect((await saved('De Linde', '--id', oldest ?? '')).auditId).toBe(audits[0])
    expect((await saved('--id', newest ?? '')).auditId).toBe(audits[1])
    expect((await saved(audits[0] ?? '')).organisation.id).toBe(oldest)
    const none = await run('schedule', 'De Linde', '--website', 'elders.example', '--every', 'weekly')
    expect(none.code).toBe(2)
    expect(none.stderr).toContain('Geen van deze organisaties heeft dat id of die website. Kies er een:\n  De Linde · ')
    expect((await run('schedule', 'De Linde', '--website', 'geen adres')).stderr).toContain('is geen webadres')
  })

  it('begins no audit and no audit of a list without a website either', async () => {
    const { run } = await setting()
    const { code, stderr } = await run('audit', 'De Linde', '--offline', '--routes', 'website')
    expect(code).toBe(3)
    expect(stderr).toContain('Er zijn 2 organisaties met de naam ‘De Linde’: ')
    expect(stderr).toContain('vul de website erbij in')
    const list = await run('batch', '-')
    expect(list.stdout).toMatch(/De Linde +niet gelukt: Er zijn 2 organisaties met de naam ‘De Linde’/)
    expect(list.stdout).toMatch(/De Linde +klaar/)
    const right = await run('audit', 'De Linde', '--website', 'delinde.example', '--offline', '--routes', 'website')
    expect(right.code, right.stderr).toBe(0)
  })
})
