import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openStore } from '../../src/store/open.ts'
import { persons, teamProfiles } from '../../src/store/schema.ts'
import { temporaryDir } from '../support/deps.ts'
import { basis, teamCsv } from '../support/sample-team.ts'
import { lindePages, writeArchive } from './archive.ts'
import { commandHere } from './command.ts'

async function audit(more: (file: (name: string, text: string) => string) => string[]) {
  const dir = temporaryDir()
  const file = (name: string, text: string) => {
    writeFileSync(join(dir, name), text)
    return join(dir, name)
  }
  const archive = await writeArchive(join(dir, 'linde.warc.gz'), lindePages)
  const args = ['audit', 'De Linde', '--website', 'https://www.delinde.example', '--archive', archive, ...more(file)]
  const ended = await commandHere(args, { env: { EENLIJN_DATA_DIR: join(dir, 'data'), EENLIJN_DEMO: 'off' } })
  const store = openStore(join(dir, 'data', 'eenlijn.sqlite'))
  try {
    const names = store.db
      .select({ name: persons.name })
      .from(persons)
      .all()
      .map(({ name }) => name)
    return { ...ended, names, profiles: store.db.select().from(teamProfiles).all().length }
  } finally {
    store.close()
  }
}

test('--team without a basis puts nobody on a list, says why, and the audit goes on', async () => {
  const { code, stderr, names } = await audit((file) => ['--team', file('team.csv', teamCsv)])
  expect(code, stderr).toBe(0)
  expect(stderr).toContain('Leg eerst vast waarom')
  expect(names).toEqual([])
})

test('--team with --team-basis reads the list and tells what was left out', async () => {
  const { code, stderr, names, profiles } = await audit((file) => [
    '--team',
    file('team.csv', teamCsv),
    '--team-basis',
    file('basis.json', JSON.stringify(basis)),
  ])
  expect(code, stderr).toBe(0)
  expect(stderr).toContain('3 teamleden gelezen.')
  expect(stderr).toContain('Regel 3:')
  expect(names).toContain('Sanne van Vliet')
  expect(profiles).toBe(1)
})

test('a basis that is no JSON, or has an open blank, stops the audit that it was meant for', async () => {
  for (const text of ['zomaar', JSON.stringify({ ...basis, purpose: 'Wij kijken [hoe vaak …].' })]) {
    const { code, names } = await audit((file) => ['--team-basis', file('basis.json', text)])
    expect([code, names]).toEqual([2, []])
  }
})
