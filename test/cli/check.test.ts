import { describe, expect, it } from 'vitest'
import { createDeps } from '../../src/deps.ts'
import { savePublicCheck } from '../../src/services/public-check.ts'
import { temporaryDir, testEnv } from '../support/deps.ts'
import { sampleAudit } from '../support/sample-audit.ts'
import { commandHere } from './command.ts'

/** The sample's organisation said that its Facebook account is its own; `on` lets anybody ask. */
async function setting({ on = true } = {}) {
  const env = { EENLIJN_DATA_DIR: temporaryDir(), EENLIJN_DEMO: 'off', EENLIJN_NETWORK: 'off', LOG_LEVEL: 'silent' }
  const deps = await createDeps(testEnv(env))
  const { auditId } = await sampleAudit(deps)
  if (on) savePublicCheck(deps, { auditId, slug: 'zorgwijde' })
  await deps.close()
  return (...args: string[]) => commandHere(['check', ...args], { env })
}

describe('check', () => {
  it('says whose an account is, in the words of the page', async () => {
    const run = await setting()
    const ours = await run('facebook.com/Zorgwijde')
    expect([ours.code, ours.stderr]).toEqual([0, ''])
    expect(ours.stdout).toMatch(/^Ja\. Facebook \(zorgwijde\) is van Zorgwijde\.\nBekend sinds .+\.\n$/)
    const other = await run('https://www.instagram.com/zorgwijde.echt', '--organisation', 'Zorgwijde')
    expect(other.stdout).toBe(
      'Dit account staat niet in de lijst van Zorgwijde.\nDat zegt niet dat er iets mis mee is. Twijfel je, vraag het dan aan de organisatie zelf.\n',
    )
    expect((await run('https://www.instagram.com/zorgwijde.echt')).stdout).toContain('Dit account staat in geen van de lijsten hier.')
    expect((await run('hallo', '--organisation', 'Zorgwijde')).stdout).toContain('Wij herkennen hierin geen account.')
  })

  it('writes the answer as JSON', async () => {
    const { stdout } = await (await setting())('https://www.facebook.com/zorgwijde', '--json')
    expect(JSON.parse(stdout)).toMatchObject({
      status: 'official',
      account: { platform: 'facebook', handle: 'zorgwijde' },
      organisation: { name: 'Zorgwijde', slug: 'zorgwijde' },
    })
  })

  it('says of an organisation that does not let anybody ask where to switch it on', async () => {
    const { code, stdout, stderr } = await (await setting({ on: false }))('x.com/zorgwijde', '--organisation', 'Zorgwijde')
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toContain('Zorgwijde laat dit nog niet navragen. Zet het aan op de pagina ‘Is dit account van ons?’')
  })

  it.each([
    [[], 'Geef het adres van één account'],
    [['a', 'b'], 'Geef het adres van één account'],
    [[' '], 'Plak het adres van het account'],
    [['x.com/zorgwijde', '--organisation', 'Elders'], 'Van ‘Elders’ is er nog geen audit.'],
    [['x.com/zorgwijde', '--website', 'zorgwijde.example'], 'Zeg ook van welke organisatie'],
  ])('%j ends with 2 and a sentence', async (args, sentence) => {
    const { code, stdout, stderr } = await (await setting())(...args)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(sentence)
  })
})
