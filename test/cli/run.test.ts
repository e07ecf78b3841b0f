import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { help } from '../../src/cli/help.ts'
import { command } from './command.ts'

const folder = mkdtempSync(join(tmpdir(), 'eenlijn-cli-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('eenlijn', () => {
  it('helps, in the language of the terminal, Dutch when it names none', async () => {
    for (const [env, text] of [
      [{ LANG: 'en_US.UTF-8' }, help.en],
      [{ LANG: 'en_US.UTF-8', LC_ALL: 'nl_NL.UTF-8' }, help.nl],
      [{ LANG: 'C' }, help.nl],
    ] as const)
      expect(await command(['help'], { env })).toEqual({ code: 0, stdout: text, stderr: '' })
  })

  it('helps about a command that is asked for help', async () => {
    expect((await command(['audit', '--help'])).stdout).toBe(help.nl)
  })

  it('ends with 2 without a command, or with one that it does not know', async () => {
    expect(await command([])).toEqual({ code: 2, stdout: '', stderr: help.nl })
    const unknown = await command(['toString'])
    expect(unknown).toMatchObject({ code: 2, stdout: '' })
    expect(unknown.stderr).toContain('toString')
  })

  it('classifies a line of JSON for each address, empty ones too', async () => {
    const { code, stdout } = await command(['classify'], { stdin: 'https://twitter.com/delinde\r\n\nhttps://delinde.example' })
    expect(code).toBe(0)
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual([
      { input: 'https://twitter.com/delinde', kind: 'account', platform: 'x', handle: 'delinde', url: 'https://x.com/delinde' },
      { input: '', kind: 'none', platform: null, handle: null, url: null },
      { input: 'https://delinde.example', kind: 'none', platform: null, handle: null, url: null },
    ])
  })

  it('extracts a line of JSON for each page, with the summary apart', async () => {
    writeFileSync(join(folder, 'a.html'), '<footer><a href="https://www.facebook.com/delinde">Volg ons op Facebook</a></footer>')
    const list = join(folder, 'list.json')
    writeFileSync(list, JSON.stringify([{ id: 'a', file: 'a.html', domain: 'delinde.example' }]))
    const { code, stdout, stderr } = await command(['extract', '--pages', list])
    expect(code, stderr).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ id: 'a', accounts: [expect.objectContaining({ platform: 'facebook', handle: 'delinde' })] })
    expect(JSON.parse(stderr)).toMatchObject({ pages: 1 })
  })

  it('ends with 2 when there are no pages to extract', async () => {
    for (const args of [['extract'], ['extract', '--pages', '/nergens.json']]) {
      const { code, stdout, stderr } = await command(args)
      expect(code, stderr).toBe(2)
      expect(stdout).toBe('')
    }
  })
})
