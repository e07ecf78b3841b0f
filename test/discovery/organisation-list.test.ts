import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readOrganisations, textOfList } from '../../src/discovery/organisation-list.ts'

const lines = (...rows: string[]) => readOrganisations(rows.join('\n'))

describe('a list of organisations', () => {
  it('is read as lines of name and website', () => {
    expect(lines('Zorgwijde; zorgwijde.nl', 'De Linde;https://delinde.example/start', 'Het Anker')).toEqual({
      organisations: [
        { name: 'Zorgwijde', website: 'https://zorgwijde.nl/' },
        { name: 'De Linde', website: 'https://delinde.example/start' },
        { name: 'Het Anker' },
      ],
      bad: [],
    })
  })

  it('is read as CSV with heads, in any order and language', () => {
    expect(lines('Website,Country,Name', 'zorgwijde.nl,NL,"Zorg, Wonen en Welzijn"').organisations).toEqual([
      { name: 'Zorg, Wonen en Welzijn', website: 'https://zorgwijde.nl/', country: 'nl' },
    ])
    expect(lines('naam;website', 'Zorgwijde;').organisations).toEqual([{ name: 'Zorgwijde' }])
    expect(lines('organisatie\tsite', 'Zorgwijde\tzorgwijde.nl').organisations).toEqual([
      { name: 'Zorgwijde', website: 'https://zorgwijde.nl/' },
    ])
  })

  it('leaves the commas of a name alone where no heads say what is what', () => {
    expect(lines('Zorg, Wonen en Welzijn', 'De Linde, delinde.example').organisations).toEqual([
      { name: 'Zorg, Wonen en Welzijn' },
      { name: 'De Linde', website: 'https://delinde.example/' },
    ])
  })

  it.each([
    ['een regel zonder naam', '; zorgwijde.nl', 'Er staat geen naam.'],
    [
      'een website die er geen is',
      'Zorgwijde; binnenkort',
      '‘binnenkort’ is geen webadres. Schrijf bijvoorbeeld zorgwijde.nl, of laat het leeg.',
    ],
    ['een naam van 201 tekens', 'x'.repeat(201), 'Een naam of adres is langer dan 200 tekens.'],
    ['dezelfde nog eens', 'De Linde', 'Deze staat al op regel 1.'],
  ])('tells %s, with its line', (_, row, why) => {
    const { organisations, bad } = lines('De Linde', row)
    expect(organisations).toEqual([{ name: 'De Linde' }])
    expect(bad).toEqual([{ line: 2, raw: expect.any(String), why: expect.objectContaining({ nl: why }) }])
  })

  it('is read as a spreadsheet wrote it, in either alphabet', () => {
    expect(textOfList(Buffer.from('\uFEFFCafé De Brug', 'utf8'))).toBe('Café De Brug')
    expect(textOfList(Buffer.from('Café De Brug', 'latin1'))).toBe('Café De Brug')
  })

  it('stops at the thousandth and says so', () => {
    const { organisations, bad } = lines(...Array.from({ length: 1_002 }, (_, n) => `Zorg ${n}`))
    expect(organisations).toHaveLength(1_000)
    expect(bad.map(({ line }) => line)).toEqual([1_001, 1_002])
  })

  it('gives every line back, as an organisation or as a bad one, whatever it is given', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.string({ maxLength: 40 }).map((row) => row.replace(/["\r\n]/g, ' ')),
          { maxLength: 20 },
        ),
        (rows) => {
          const { organisations, bad } = lines(...rows)
          expect(organisations.length + bad.length).toBeLessThanOrEqual(rows.length)
          for (const { name } of organisations) expect(name.trim()).not.toBe('')
        },
      ),
    )
  })
})
