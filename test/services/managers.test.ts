import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Deps } from '../../src/deps.ts'
import { managersCsv } from '../../src/report/managers-csv.ts'
import { erasePerson } from '../../src/services/person.ts'
import { readManagers } from '../../src/services/read-managers.ts'
import { removeManager } from '../../src/services/remove-manager.ts'
import { saveManager } from '../../src/services/save-manager.ts'
import { saveRecoveryNote } from '../../src/services/save-recovery-note.ts'
import { startAudit } from '../../src/services/start-audit.ts'
import { managers } from '../../src/store/schema.ts'
import { testDeps } from '../support/deps.ts'
import { sampleAudit } from '../support/sample-audit.ts'
import { sampleManagers, someone } from '../support/sample-managers.ts'

async function setting() {
  const { deps, clock } = await testDeps()
  const sample = await sampleAudit(deps)
  return { deps, clock, sample, ids: sampleManagers(deps, sample) }
}

describe('the register', () => {
  test('knows who manages what, in the accounts that are ours', async () => {
    const { deps, sample, ids } = await setting()
    const register = readManagers(deps, sample.auditId)
    expect(register.accounts.map(({ key }) => key)).toEqual(expect.arrayContaining(['facebook:zorgwijde', 'youtube:@zorgwijdetv']))
    expect(register.accounts.map(({ key }) => key)).not.toContain('instagram:studio.kwast')
    expect(register.managers.map(({ name, deputyOf, accounts, present }) => ({ name, deputyOf, accounts, present }))).toEqual([
      { name: 'Bram Kuipers', deputyOf: ids.fatima, accounts: [ids.facebook], present: true },
      { name: 'Fatima el Amrani', deputyOf: null, accounts: [ids.facebook], present: true },
      { name: 'Noor van Vliet', deputyOf: null, accounts: [ids.youtube], present: true },
    ])
    expect(register.findings.filter(({ account }) => account === 'youtube:@zorgwijdetv').map(({ rule, sort }) => [rule, sort])).toEqual([
      ['own-employee', 'mend'],
      ['two-managers', 'mend'],
      ['recovery', 'mend'],
    ])
  })

  test('belongs to the organisation: the next audit has it, another organisation’s has not', async () => {
    const { deps, sample } = await setting()
    const next = await startAudit(deps, { name: 'Zorgwijde', website: 'https://www.zorgwijde.example/' })
    expect(readManagers(deps, next.auditId).managers).toEqual(readManagers(deps, sample.auditId).managers)
    const other = await startAudit(deps, { name: 'De Kruimel' })
    expect(readManagers(deps, other.auditId)).toMatchObject({ managers: [], accounts: [], findings: [], asOf: '2026-11-02' })
  })

  test('counts the days as they are in the Netherlands', async () => {
    const { deps, clock, sample } = await setting()
    const presentNoor = () => readManagers(deps, sample.auditId).managers.find(({ name }) => name === 'Noor van Vliet')?.present
    clock.now = new Date('2026-11-20T22:59:00.000Z')
    expect(presentNoor()).toBe(true)
    clock.now = new Date('2026-11-20T23:01:00.000Z')
    expect(presentNoor()).toBe(false)
  })

  test('changes in place, accounts included', async () => {
    const { deps, sample, ids } = await setting()
    saveManager(deps, { ...someone, auditId: sample.auditId, id: ids.noor, name: 'Noor de Vries', accounts: [ids.facebook, ids.facebook] })
    expect(readManagers(deps, sample.auditId).managers.find(({ id }) => id === ids.noor)).toMatchObject({
      name: 'Noor de Vries',
      role: 'employee',
      until: null,
      accounts: [ids.facebook],
    })
    expect(readManagers(deps, sample.auditId).managers).toHaveLength(3)
  })
})

describe('what is refused leaves everything as it was', () => {
  test.each([
    ['name', { name: '  ' }],
    ['name', { name: 'a'.repeat(101) }],
    ['workEmail', { workEmail: 'jannie' }],
    ['workEmail', { workEmail: 'jannie@zorg' }],
    ['workEmail', { workEmail: 'a@b.example,c@d.example' }],
    ['workEmail', { workEmail: 'a@b.example?bcc=c@d.example' }],
    ['workEmail', { workEmail: `${'a'.repeat(64)}@${'b.'.repeat(120)}example` }],
    ['role', { role: 'boss' }],
    ['jobTitle', { jobTitle: 'a'.repeat(101) }],
    ['since', { since: '2026-02-30' }],
    ['until', { since: '2026-03-01', until: '2026-02-01' }],
  ])('%s: %j', async (field, wrong) => {
    const { deps, sample, ids } = await setting()
    const before = readManagers(deps, sample.auditId)
    expect(() => saveManager(deps, { ...someone, auditId: sample.auditId, id: ids.bram, ...wrong })).toThrow(
      expect.objectContaining({ code: 'invalid-input', field }),
    )
    expect(readManagers(deps, sample.auditId)).toEqual(before)
  })

  test('somebody or something of another organisation, and oneself as deputy', async () => {
    const { deps, sample, ids } = await setting()
    const { auditId } = await startAudit(deps, { name: 'De Kruimel' })
    const save = (more: object) => () => saveManager(deps, { ...someone, auditId, ...more })
    expect(save({ id: ids.fatima })).toThrow(expect.objectContaining({ code: 'not-found' }))
    expect(save({ deputyOf: ids.fatima })).toThrow(expect.objectContaining({ code: 'not-found' }))
    expect(save({ accounts: [ids.facebook] })).toThrow(expect.objectContaining({ code: 'not-found' }))
    expect(() => removeManager(deps, { auditId, id: ids.fatima })).toThrow(expect.objectContaining({ code: 'not-found' }))
    expect(() => saveRecoveryNote(deps, { auditId, accountId: ids.facebook, note: 'a' })).toThrow(
      expect.objectContaining({ code: 'not-found' }),
    )
    expect(save({ auditId: sample.auditId, id: ids.fatima, deputyOf: ids.fatima })).toThrow(expect.objectContaining({ field: 'deputyOf' }))
    expect(readManagers(deps, auditId).managers).toEqual([])
  })

  test('more managers than the list holds', async () => {
    const { deps, sample } = await setting()
    const add = () => saveManager(deps, { ...someone, auditId: sample.auditId })
    for (let i = 3; i < 200; i++) add()
    expect(add).toThrow(expect.objectContaining({ code: 'too-large' }))
  })

  test('a note that is too long; an empty one takes it back', async () => {
    const { deps, sample, ids } = await setting()
    const note = (text: string) => saveRecoveryNote(deps, { auditId: sample.auditId, accountId: ids.facebook, note: text })
    const kept = () => readManagers(deps, sample.auditId).accounts.find(({ accountId }) => accountId === ids.facebook)?.recovery
    expect(() => note('a'.repeat(301))).toThrow(expect.objectContaining({ code: 'invalid-input', field: 'note' }))
    expect(kept()).toBe('Kluis van ICT, herstel via de postbus communicatie')
    note(' ')
    expect(kept()).toBeNull()
  })
})

describe('the table', () => {
  test('has a row for each manager of each account, and keeps formulas harmless', async () => {
    const { deps, sample } = await setting()
    saveManager(deps, {
      ...someone,
      auditId: sample.auditId,
      name: '=HYPERLINK("http://x.example")',
      workEmail: '+31@post.example',
      jobTitle: '@som',
    })
    const csv = managersCsv(readManagers(deps, sample.auditId), { separator: ';', locale: 'nl' })
    const lines = csv.split('\r\n')
    expect(lines[0]).toBe('\ufeffplatform;account;adres;beheerder;e-mailadres;rol;functie;vervangt;sinds;tot en met;waar de toegang ligt')
    expect(lines.filter((line) => line.startsWith('Facebook;zorgwijde;'))).toEqual([
      'Facebook;zorgwijde;https://www.facebook.com/zorgwijde;Bram Kuipers;bram.kuipers@post.example;medewerker;;Fatima el Amrani;2024-03-01;;Kluis van ICT, herstel via de postbus communicatie',
      'Facebook;zorgwijde;https://www.facebook.com/zorgwijde;Fatima el Amrani;f.elamrani@zorgwijde.example;medewerker;Communicatieadviseur;;2024-03-01;;Kluis van ICT, herstel via de postbus communicatie',
    ])
    expect(csv).toContain(`"'=HYPERLINK(""http://x.example"")";'+31@post.example;medewerker;'@som`)
  })
})

/** Every file under a folder that has one of these words in its bytes. */
function filesWith(folder: string, words: readonly string[]): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .filter((name) => words.some((word) => readFileSync(join(folder, name)).includes(word)))
}

describe('erasing', () => {
  const traces = ['Fatima', 'Amrani', 'f.elamrani', 'Communicatieadviseur']
  const everything = (deps: Deps, auditId: string) => {
    const register = readManagers(deps, auditId)
    return JSON.stringify(register) + managersCsv(register, { separator: ',', locale: 'en' })
  }

  test('takes name, address and job title out of the register, the exports and the bytes on disk', async () => {
    const { deps, sample, ids } = await setting()
    saveManager(deps, { ...someone, auditId: sample.auditId, id: ids.fatima, jobTitle: 'Communicatieadviseur', accounts: [ids.facebook] })
    deps.store.checkpoint()
    expect(filesWith(deps.env.dataDir, traces)).toContain('eenlijn.sqlite')
    expect(everything(deps, sample.auditId)).toContain('Fatima')
    const row = deps.store.db
      .select()
      .from(managers)
      .all()
      .find(({ id }) => id === ids.fatima)
    erasePerson(deps, row?.personId ?? '')
    expect(filesWith(deps.env.dataDir, traces)).toEqual([])
    for (const trace of traces) expect(everything(deps, sample.auditId)).not.toContain(trace)
    expect(readManagers(deps, sample.auditId).managers.find(({ id }) => id === ids.bram)?.deputyOf).toBeNull()
  })

  test('is what taking somebody off the list does; that a role was there stays, without who', async () => {
    const { deps, sample, ids } = await setting()
    removeManager(deps, { auditId: sample.auditId, id: ids.fatima })
    expect(filesWith(deps.env.dataDir, traces)).toEqual([])
    expect(
      deps.store.db
        .select()
        .from(managers)
        .all()
        .find(({ id }) => id === ids.fatima),
    ).toMatchObject({
      role: 'employee',
      jobTitle: '',
      since: '2024-03-01',
      removedAt: '2026-11-02T09:00:00.000Z',
    })
    expect(() => removeManager(deps, { auditId: sample.auditId, id: ids.fatima })).toThrow(expect.objectContaining({ code: 'not-found' }))
  })

  test('a name that was changed before leaves no trace either', async () => {
    const { deps, sample, ids } = await setting()
    saveManager(deps, {
      ...someone,
      auditId: sample.auditId,
      id: ids.noor,
      name: 'Noor Zwartewaterlander',
      workEmail: 'nzw@zorgwijde.example',
    })
    saveManager(deps, { ...someone, auditId: sample.auditId, id: ids.noor, name: 'N. Z.', workEmail: '' })
    removeManager(deps, { auditId: sample.auditId, id: ids.noor })
    expect(filesWith(deps.env.dataDir, ['Zwartewaterlander', 'nzw@', 'Noor van Vliet', 'N. Z.'])).toEqual([])
  })
})
