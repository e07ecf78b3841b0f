import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { readPrintFiles } from '../../src/cli/read-print.ts'
import { smallPdf } from '../support/small-pdf.ts'

// Starting the reader of letters takes seconds on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'eenlijn-print-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

it('gives a line of JSON per file, also for one that cannot be read, and goes on', async () => {
  const [good, bad] = [join(folder, 'flyer.pdf'), join(folder, 'notes.txt')]
  writeFileSync(good, smallPdf([{ lines: ['Volg ons op Instagram: @acme_nl', 'www.acme.nl'] }]))
  writeFileSync(bad, 'words')
  const out: string[] = []
  const read = await readPrintFiles([bad, join(folder, 'nothing.png'), good], (line) => out.push(line), 'en')
  const lines = out.map((line) => JSON.parse(line))
  expect(read).toBe(1)
  expect(lines.map(({ file }) => file)).toEqual([bad, join(folder, 'nothing.png'), good])
  expect(lines[0].error).toMatch(/^This file cannot be read/)
  expect(lines[1].error).toBe('This file is not there.')
  expect(Object.keys(lines[2])).toEqual(['file', 'codes', 'accounts', 'urls', 'handles', 'seconds'])
  expect(Object.keys(lines[2].accounts[0])).toEqual(['platform', 'handle', 'url', 'tier', 'crop'])
  expect(lines[2]).toMatchObject({
    codes: [],
    accounts: [{ platform: 'instagram', handle: 'acme_nl', url: 'https://www.instagram.com/acme_nl', tier: 'likely', crop: { page: 1 } }],
    urls: ['https://www.acme.nl'],
    handles: ['@acme_nl'],
    seconds: expect.any(Number),
  })
})

it('gives an error instead of a line when a file is larger than allowed', async () => {
  const file = join(folder, 'large.jpg')
  writeFileSync(file, new Uint8Array(100))
  const out: string[] = []
  const limits = { bytes: 99, pages: 1, pixels: 1, milliseconds: 1000 }
  expect(await readPrintFiles([file], (line) => out.push(line), 'nl', limits)).toBe(0)
  expect(JSON.parse(out.join('')).error).toMatch(/te groot/)
})
