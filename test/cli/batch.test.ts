import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryDir } from '../support/deps.ts'
import { type CommandOptions, commandHere } from './command.ts'

function setting() {
  const env = { EENLIJN_DATA_DIR: temporaryDir(), EENLIJN_DEMO: 'off', LOG_LEVEL: 'silent', EENLIJN_NETWORK: 'off' }
  const file = (text: string) => {
    const path = join(temporaryDir(), 'lijst.csv')
    writeFileSync(path, text)
    return path
  }
  return { file, run: (args: string[], more: CommandOptions = {}) => commandHere(['batch', ...args], { ...more, env }) }
}

describe('batch', () => {
  it('audits a list and writes a row for each in the order of the file', async () => {
    const { file, run } = setting()
    const { code, stdout, stderr } = await run([file('naam;website\nZorg Wijde;zorgwijde.example\nDe Linde;\n'), '--label', 'Regio'])
    expect(code, stderr).toBe(0)
    const rows = stdout.split('\n').map((row) => row.split(/ {2,}/).slice(0, 2))
    expect(rows.slice(0, 3)).toEqual([
      ['organisatie', 'stand'],
      ['Zorg Wijde', 'klaar'],
      ['De Linde', 'klaar'],
    ])
    expect(stderr).toContain('0 van 2 organisaties klaar')
    expect(stderr).toContain('2 van 2 organisaties klaar')
  }, 60_000)

  it('takes JSON from standard input, with what more is known of an organisation', async () => {
    const { run } = setting()
    const list = [{ name: 'Zorg Wijde', website: 'https://zorgwijde.example', links: 'https://x.com/zorgwijde' }]
    const { code, stdout, stderr } = await run(['-', '--json'], { stdin: JSON.stringify({ organisations: list }) })
    expect(code, stderr).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({
      state: 'done',
      results: [{ name: 'Zorg Wijde', state: 'done', outcome: { undecided: 1 } }],
    })
  }, 60_000)

  it('of which a line is not right begins nothing, and says which', async () => {
    const { file, run } = setting()
    const { code, stdout, stderr } = await run([file('Zorg Wijde; binnenkort\nDe Linde\n')])
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain('Regel 1, ‘Zorg Wijde; binnenkort’: ‘binnenkort’ is geen webadres.')
    expect(stderr).toContain('Er is nog niets begonnen.')
  })

  it.each([
    [[], 'Geef één bestand'],
    [['/nergens/lijst.csv'], 'Het bestand /nergens/lijst.csv is er niet.'],
  ])('%j ends with 2 and a sentence', async (args, sentence) => {
    const { code, stderr } = await setting().run(args)
    expect(code).toBe(2)
    expect(stderr).toContain(sentence)
  })

  it('refuses more than anybody writes', async () => {
    const { run } = setting()
    for (const stdin of ['x'.repeat(3 * 2 ** 20), 'Zorg Wijde\n'.repeat(30_000)])
      expect(await run(['-'], { stdin })).toMatchObject({ code: 2, stderr: expect.stringContaining('256 kB is het meeste') })
  })

  it('refuses JSON that is no list', async () => {
    const { run } = setting()
    for (const stdin of ['{"name": "Zorg Wijde"}', '[1]', '[{'])
      expect(await run(['-'], { stdin })).toMatchObject({ code: 2, stderr: expect.stringContaining('is geen lijst in JSON') })
  })
})
