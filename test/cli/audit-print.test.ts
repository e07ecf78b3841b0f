import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type AuditRecord, auditRecordSchema } from '../../src/model/audit.ts'
import { smallPdf } from '../support/small-pdf.ts'
import { lindePages, writeArchive } from './archive.ts'
import { commandHere } from './command.ts'

const folder = mkdtempSync(join(tmpdir(), 'eenlijn-cli-print-'))
const article = 'https://streekkrant.example/linde'
let archive: string
let runs = 0
beforeAll(async () => {
  const page = '<title>De Linde open</title><article><p>Volg ze op <a href="https://www.tiktok.com/@delinde">TikTok</a>.</p></article>'
  archive = await writeArchive(join(folder, 'linde.warc.gz'), { ...lindePages, [article]: page })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const filler = 'Kom langs in het wijkhuis, koffie en thee staan klaar. '.repeat(5)
function pdf(name: string, line: string): string {
  const file = join(folder, name)
  writeFileSync(file, smallPdf([{ lines: [line, filler] }]))
  return file
}
function text(name: string, words: string): string {
  const file = join(folder, name)
  writeFileSync(file, words)
  return file
}
const audit = (...args: string[]) =>
  commandHere(['audit', 'De Linde', '--website', 'https://www.delinde.example', '--archive', archive, ...args], {
    env: { EENLIJN_DATA_DIR: join(folder, `data-${++runs}`), EENLIJN_DEMO: 'off' },
  })
const placesOf = (record: AuditRecord, route: string) =>
  record.accounts.flatMap(({ key, foundVia }) => foundVia.flatMap((via) => (via.route === route ? [`${key} ${via.pageTitle}`] : []))).sort()

it('puts what posters, clippings and articles name into the record', async () => {
  const posters = [pdf('een.pdf', 'facebook.com/delinde'), pdf('twee.pdf', 'threads.net/@delinde')]
  const clipping = text('knipsel.txt', 'De Linde zit nu ook op youtube.com/@delinde, met filmpjes.')
  const { code, stdout, stderr } = await audit('--print', ...posters, '--press', clipping, article, '--json')
  expect(code, stderr).toBe(0)
  const record = auditRecordSchema.parse(JSON.parse(stdout))
  expect(placesOf(record, 'print')).toEqual(['facebook:delinde een.pdf', 'threads:delinde twee.pdf'])
  expect(placesOf(record, 'press')).toEqual(['tiktok:delinde De Linde open', 'youtube:@delinde knipsel.txt'])
  expect(record.routes.find(({ route }) => route === 'print')).toMatchObject({ state: 'done', found: 2, pagesRead: 2 })
  expect(record.routes.find(({ route }) => route === 'press')).toMatchObject({ state: 'done', found: 2, pagesRead: 2 })
  expect(stderr).toContain('Drukwerk: klaar, 2 pagina’s gelezen.')
}, 180_000)

it.each([
  ['a file that is not there', () => ['--print', join(folder, 'weg.pdf')], 'Dit bestand is niet te lezen'],
  ['a file that is no print', () => ['--print', text('brief.docx', 'PK\u0003\u0004')], 'brief.docx: Dit bestand is niet te lezen'],
  ['text as a poster', () => ['--print', text('poster.txt', 'hallo')], 'poster.txt: Dit bestand is niet te lezen'],
])('begins nothing with %s, and says which', async (_what, args, sentence) => {
  const { code, stdout, stderr } = await audit(...args(), '--json')
  expect(code).not.toBe(0)
  expect(stderr).toContain(sentence)
  expect(stdout).toBe('')
})
