import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { commandHere } from './command.ts'

const folder = mkdtempSync(join(tmpdir(), 'eenlijn-names-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const staff = JSON.stringify({
  organisation: 'De Linde',
  people: [
    { name: 'Jan Bos', accounts: [{ platform: 'instagram', handle: 'jan.delinde' }] },
    { name: 'Els Vos', accounts: [{ platform: 'instagram', handle: 'els.delinde' }] },
    { name: 'Noor Kok', accounts: [{ platform: 'instagram', handle: 'delinde_noor' }] },
  ],
})
const file = join(folder, 'staff.json')
writeFileSync(file, staff)

describe('eenlijn names', () => {
  it('infers how names are built, from a file or from standard input', async () => {
    const { code, stdout, stderr } = await commandHere(['names', 'infer', file])
    expect(code, stderr).toBe(0)
    expect(JSON.parse(stdout).people.handles).toMatchObject({ pattern: '{given}.{organisation}', support: 2, of: 3 })
    expect((await commandHere(['names', 'infer', '-'], { stdin: staff })).stdout).toBe(stdout)
  })

  it('suggests the exact names, and takes its own answer for what was given before', async () => {
    const { code, stdout } = await commandHere(['names', 'suggest', file])
    expect(code).toBe(0)
    const { suggestions } = JSON.parse(stdout)
    expect(suggestions.map(({ handle }: { handle: string }) => handle)).toEqual(['delinde', 'jan.delinde', 'els.delinde', 'noor.delinde'])
    const again = JSON.stringify({ ...JSON.parse(staff), earlier: suggestions })
    const second = JSON.parse((await commandHere(['names', 'suggest', '-'], { stdin: again })).stdout).suggestions
    expect(second.map(({ handle }: { handle: string }) => handle)).toEqual(suggestions.map(({ handle }: { handle: string }) => handle))
  })

  it.each([
    [['names'], 'names infer'],
    [['names', 'guess', file], 'names infer'],
    [['names', 'infer'], 'names infer'],
    [['names', 'infer', join(folder, 'nowhere.json')], 'nowhere.json'],
    [['names', 'infer', folder], folder],
  ])('ends with 2 and says what to do: %s', async (args, told) => {
    const { code, stdout, stderr } = await commandHere(args)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(told)
  })

  it.each([
    ['{', 'JSON'],
    ['{"organisation":"VG","people":[{"name":""}]}', 'people[0].name'],
    [`"${'x'.repeat(10_000_001)}"`, '10 MB'],
  ])('refuses what it cannot read, with the field', async (stdin, told) => {
    const { code, stdout, stderr } = await commandHere(['names', 'suggest', '-'], { stdin })
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(told)
  })
})
