import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildReport } from '../../src/report/build.ts'
import { reportCsv, writeCsv } from '../../src/report/csv.ts'
import { account, at, grade, graded, look, view } from './view.ts'

/** Reads CSV as RFC 4180 says, independently of the library that wrote it. */
function readCsv(text: string, separator: string): string[][] {
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  for (let i = 0; i < text.length; i++) {
    const sign = text[i]
    if (quoted && sign === '"' && text[i + 1] === '"') {
      cell += '"'
      i++
    } else if (sign === '"') quoted = !quoted
    else if (!quoted && sign === separator) {
      rows.at(-1)?.push(cell)
      cell = ''
    } else if (!quoted && sign === '\r' && text[i + 1] === '\n') {
      rows.at(-1)?.push(cell)
      rows.push([])
      cell = ''
      i++
    } else cell += sign
  }
  return rows.slice(0, -1)
}

const withoutMark = (csv: string) => csv.slice(1)
const dutch = { separator: ';', locale: 'nl' } as const
const english = { separator: ',', locale: 'en' } as const

function tableOf(report: Parameters<typeof reportCsv>[0], options: Parameters<typeof reportCsv>[1]) {
  const [head = [], ...rows] = readCsv(withoutMark(reportCsv(report, options)), options.separator)
  return rows.map((cells) => Object.fromEntries(head.map((name, index) => [name, cells[index]])))
}

describe('writeCsv', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'é', ';', ',', '"', '\r', '\n', '=', '@', '-', '+', "'", ' ', '\t') })
  const dangerous = /^[=+\-@\t\r＝＋－＠]/

  it.each([';', ','] as const)('gives back the same cells when read, with %s between them', (separator) => {
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1 }), (rows) => {
        const read = readCsv(withoutMark(writeCsv(['a', 'b', 'c'], rows, separator)), separator)
        expect(read).toEqual([['a', 'b', 'c'], ...rows.map((row) => row.map((text) => (dangerous.test(text) ? `'${text}` : text)))])
      }),
    )
  })

  it('starts with a byte order mark and ends lines with CRLF', () => {
    expect(writeCsv(['a'], [['b']], ';')).toBe('\uFEFFa\r\nb\r\n')
  })

  it.each(['@acme', '=1+1', '+31', '-x', '\tx', '\rx', '＝x'])('puts an apostrophe before %j', (text) => {
    expect(readCsv(withoutMark(writeCsv(['a'], [[text]], ';')), ';')[1]).toEqual([`'${text}`])
  })

  it('leaves numbers alone, negative ones too', () => {
    expect(writeCsv(['a', 'b'], [[-0.5, 7]], ';')).toContain('\r\n-0,5;7\r\n')
    expect(writeCsv(['a', 'b'], [[-0.5, 7]], ',')).toContain('\r\n-0.5,7\r\n')
  })
})

describe('reportCsv', () => {
  const candidates = [
    account({ grading: graded(grade(15, 'de foto’s zijn scherp'), grade(16, 'actueel; "helder"', 'Marit')) }),
    account({ key: 'youtube:@delinde', platform: 'youtube', handle: '@delinde', snapshot: look({ state: 'walled', wall: 'consent' }) }),
    account({ key: 'instagram:delinde', platform: 'instagram', verdict: 'unknown', confidence: 0.5, snapshot: null }),
    account({ key: 'facebook:ander', platform: 'facebook', handle: 'ander', verdict: 'not-ours' }),
  ]
  const slots = view({ candidates }).slots.map((slot) =>
    slot.platform === 'linkedin' ? { ...slot, answer: { answer: 'does-not-exist' as const, note: 'nog niet', by: 'Marit', at } } : slot,
  )
  const report = buildReport(view({ candidates, slots }))

  it('has a row for each account and for each named platform without one', () => {
    expect(tableOf(report, dutch).map((row) => [row.platform, row.account, row['van wie']])).toEqual([
      ['X', 'delinde', 'van ons'],
      ['LinkedIn', '', 'Bestaat niet'],
      ['YouTube', "'@delinde", 'van ons'],
      ['Facebook', '', ''],
      ['Instagram', '', ''],
      ['Instagram', 'delinde', 'nog niet te zeggen'],
      ['Facebook', 'ander', 'niet van ons'],
    ])
  })

  it('writes numbers with a comma for Dutch spreadsheets', () => {
    expect(tableOf(report, dutch)[0]).toMatchObject({ 'gemiddeld cijfer': '7,8', 'aantal cijfers': '2', zekerheid: '0,97' })
  })

  it('writes numbers with a point where the comma separates, in English', () => {
    expect(tableOf(report, english)[0]).toMatchObject({
      'mean grade': '7.8',
      whose: 'ours',
      'found at address': 'https://delinde.example/contact',
    })
  })

  it('carries every reason with its grade and who gave it', () => {
    expect(tableOf(report, dutch)[0]?.omdat).toBe('7,5: de foto’s zijn scherp (Jannie)\n8: actueel; "helder" (Marit)')
  })

  it('never rounds a confidence up to certainty', () => {
    const sure = buildReport(view({ candidates: [account({ confidence: 0.999 }), account({ key: 'x:b', confidence: 0.29 })] }))
    expect(
      tableOf(sure, english)
        .slice(0, 2)
        .map((row) => row.confidence),
    ).toEqual(['0.99', '0.29'])
  })

  it('says that an account was not to be seen, and leaves what nobody looked at empty', () => {
    const rows = tableOf(report, dutch)
    expect(rows[2]?.['eerste blik']).toBe('niet te zien: Er stond een toestemmingsscherm voor.')
    expect(rows[5]?.['eerste blik']).toBe('')
  })
})
