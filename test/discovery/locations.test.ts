import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCsvRows } from '../../src/discovery/csv-rows.ts'
import { isLocationPage, locationsFromPages, readSitePage } from '../../src/discovery/location-pages.ts'
import { readLocations } from '../../src/discovery/locations.ts'

const named = (text: string) => readLocations(text).locations.map(({ name, place }) => [name, place])

describe('a list of locations', () => {
  test.each([
    [
      'one name a line',
      'De Linde\nHet Baken\n',
      [
        ['De Linde', null],
        ['Het Baken', null],
      ],
    ],
    [
      'semicolons, without heads',
      'De Linde;Gouda\nHet Baken;Woerden',
      [
        ['De Linde', 'Gouda'],
        ['Het Baken', 'Woerden'],
      ],
    ],
    ['commas, with Dutch heads in another order', 'Plaats,Naam\nGouda,De Linde', [['De Linde', 'Gouda']]],
    ['tabs, with English heads', 'Location\tCity\tWebsite\nDe Linde\tGouda\tzorgwijde.example', [['De Linde', 'Gouda']]],
    ['a byte order mark and Windows lines', '\uFEFFnaam;plaats\r\nDe Linde;Gouda\r\n', [['De Linde', 'Gouda']]],
    [
      'quotes around a separator, a quote and a line break',
      '"Linde; De";Gouda\n"De ""oude""\nLinde";Gouda',
      [
        ['Linde; De', 'Gouda'],
        ['De "oude" Linde', 'Gouda'],
      ],
    ],
    ['columns that mean nothing here', 'code;naam;plaats\n12;De Linde;Gouda', [['De Linde', 'Gouda']]],
  ])('%s', (_what, text, expected) => {
    expect(named(text)).toEqual(expected)
    expect(readLocations(text).bad).toEqual([])
  })

  test('each bad row is told with the line where it stands', () => {
    const { locations, bad } = readLocations('naam;plaats;website\nDe Linde;Gouda;\n;Woerden;\n\nDe linde;GOUDA;\nHet Baken;;geen adres\n')
    expect(locations).toHaveLength(1)
    expect(bad.map(({ line, why }) => [line, why.en])).toEqual([
      [3, 'There is no name.'],
      [5, 'This location already stands on line 2.'],
      [6, expect.stringContaining('is not a web address')],
    ])
  })

  test('no more than a thousand are taken, and the rest is told', () => {
    const { locations, bad } = readLocations(Array.from({ length: 1_002 }, (_, at) => `Huis ${at}`).join('\n'))
    expect([locations.length, bad.map(({ line }) => line)]).toEqual([1_000, [1_001, 1_002]])
  })

  test('whatever is written with quotes is read back', () => {
    const cell = fc.string({ unit: 'grapheme', maxLength: 20 }).map((text) => text.replace(/[\r\n]/g, ' ').trim())
    const row = fc.array(cell, { minLength: 1, maxLength: 4 }).filter((cells) => cells.some((one) => one !== ''))
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const text = rows.map((cells) => cells.map((one) => `"${one.replaceAll('"', '""')}"`).join(';')).join('\r\n')
        expect(readCsvRows(text, ';').map(({ cells }) => cells)).toEqual(rows)
      }),
    )
  })

  test('a quote that is never closed, and a megabyte of anything, end in time', () => {
    for (const text of ['"'.repeat(1e6), ';'.repeat(1e6), `"${'a\n'.repeat(5e5)}`]) {
      const start = performance.now()
      readLocations(text)
      expect(performance.now() - start).toBeLessThan(2_000)
    }
  })
})

describe('locations on the website', () => {
  const site = 'https://www.zorgwijde.example'

  test.each([
    ['/locaties/de-linde', true],
    ['/over-ons/vestigingen/gouda.html', true],
    ['/nl/locations/de-linde/', true],
    ['/locaties/', false],
    ['/locaties/2', false],
    ['/locaties/de-linde/team', false],
    ['/nieuws/de-linde', false],
  ])('%s is the page of one: %s', (path, is) => {
    expect(isLocationPage(`${site}${path}`)).toBe(is)
  })

  test('are named by the title of their page, else by the link that leads there', () => {
    const list = readSitePage(
      `<title>Locaties | Zorgwijde</title><a href="/locaties/de-linde"><h3>De Linde, wonen</h3><p>Lees meer</p></a>
       <a href="het-baken/">Het Baken</a> <a href="/locaties/het-baken/">Lees meer</a> <a href="/contact">Contact</a>
       <a href="https://elders.example/locaties/vreemd">Vreemd</a> <a href="/locaties/de-merel">Bekijk</a>`,
      `${site}/locaties/`,
    )
    const page = readSitePage('<svg><title>logo</title></svg><title>De Linde – Zorgwijde</title>', `${site}/locaties/de-linde/`)
    expect(locationsFromPages([list, page])).toEqual([
      { name: 'De Linde', place: null, address: null, page: `${site}/locaties/de-linde/` },
      { name: 'Het Baken', place: null, address: null, page: `${site}/locaties/het-baken/` },
    ])
  })
})
