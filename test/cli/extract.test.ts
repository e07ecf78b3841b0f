import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { extractPages } from '../../src/cli/extract.ts'
import { EenlijnError } from '../../src/model/errors.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'extract-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const html = `<main><div class="medewerker"><a href="https://www.linkedin.com/in/bartjansen">Bart</a></div><p><a href="https://www.youtube.com/watch?v=abcdefghijk">film</a></p>
  <div class="comments"><a href="https://x.com/buurvrouw_els">Els</a></div></main>
  <footer>Volg ons <a href="https://www.facebook.com/wilgenhof">Facebook</a> <a href="https://www.instagram.com/wilgenhof">Instagram</a></footer>`

function run(manifest: unknown): {
  lines: {
    id: string
    accounts: { url: string; confidence: number; via: string[] }[]
    people: { url: string }[]
    mentions: { url: string; why: string[] }[]
  }[]
  summary: string
} {
  writeFileSync(join(folder, 'pages.json'), JSON.stringify(manifest))
  const lines: string[] = []
  let summary = ''
  extractPages(join(folder, 'pages.json'), {
    write: (line) => lines.push(line),
    writeSummary: (line) => {
      summary = line
    },
  })
  return { lines: lines.map((line) => JSON.parse(line)), summary }
}

describe('extracting accounts from saved pages', () => {
  it('writes a line for each page, plain or packed, and a summary', () => {
    writeFileSync(join(folder, 'a.html'), html)
    writeFileSync(join(folder, 'b.html.gz'), gzipSync(html))
    const page = { url: 'https://www.wilgenhof.nl/', domain: 'wilgenhof.nl' }
    const { lines, summary } = run([
      { id: 'a', file: 'a.html', ...page },
      { id: 'b', file: 'b.html.gz', ...page },
    ])
    expect(lines.map(({ id }) => id)).toEqual(['a', 'b'])
    for (const line of lines) {
      expect(line.accounts.map(({ url }) => url).toSorted()).toEqual([
        'https://www.facebook.com/wilgenhof',
        'https://www.instagram.com/wilgenhof',
      ])
      expect(line.accounts[0]?.via).toEqual(['link'])
      expect(line.accounts[0]?.confidence).toBeGreaterThan(0.8)
      expect(line.people.map(({ url }) => url)).toEqual(['https://www.linkedin.com/in/bartjansen'])
      expect(line.mentions).toHaveLength(1)
      expect(line.mentions[0]?.why.join(' ')).toContain('comments')
    }
    expect(JSON.parse(summary)).toMatchObject({ pages: 2 })
  })

  it('does not look at what else a manifest says of a page', () => {
    writeFileSync(join(folder, 'a.html'), '<p>niets</p>')
    const { lines } = run([
      { id: 'a', file: 'a.html', url: null, domain: null, accounts: [{ platform: 'x', url: 'https://x.com/wilgenhof' }], org: 'Wilgenhof' },
    ])
    expect(lines[0]).toEqual({ id: 'a', accounts: [], people: [], mentions: [] })
  })

  it('says what is wrong with a manifest', () => {
    expect(() => run({ pages: [] })).toThrow(EenlijnError)
  })

  it('goes on past a page that cannot be read, and says so in its line', () => {
    writeFileSync(join(folder, 'a.html'), html)
    const page = { url: 'https://www.wilgenhof.nl/', domain: 'wilgenhof.nl' }
    const { lines } = run([
      { id: 'gone', file: 'none.html', ...page },
      { id: 'a', file: 'a.html', ...page },
    ])
    expect(lines[0]).toMatchObject({ id: 'gone', accounts: [], error: expect.stringContaining('cannot be read') })
    expect(lines[1]?.accounts).toHaveLength(2)
  })
})
