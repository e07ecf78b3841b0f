import type { Location } from '../model/location.ts'
import type { Text } from '../model/text.ts'
import { stemOf } from '../naming/tokens.ts'
import { type CsvRow, readCsvRows, separatorOf } from './csv-rows.ts'

export type NewLocation = Omit<Location, 'id'>

export interface BadRow {
  /** From 1. */
  readonly line: number
  readonly raw: string
  readonly why: Text
}

export interface LocationsReading {
  readonly locations: readonly NewLocation[]
  readonly bad: readonly BadRow[]
}

/** What is read at once. */
export const locationLimits = { rows: 1_000, bytes: 256 * 1024, cell: 200 } as const

type Column = 'name' | 'place' | 'address' | 'page'

/** Heads of columns as people write them, folded, in Dutch and English. */
const heads: Readonly<Record<Column, ReadonlySet<string>>> = {
  name: new Set('naam name locatie location locatienaam locationname vestiging branch standplaats school huis organisatie'.split(' ')),
  place: new Set('plaats place city woonplaats stad plaatsnaam town gemeente village dorp'.split(' ')),
  address: new Set('adres address straat street straatennummer streetaddress vestigingsadres bezoekadres'.split(' ')),
  page: new Set('website page pagina webpagina url site webadres link web'.split(' ')),
}
const columns = Object.keys(heads) as Column[]
const withoutHead: readonly Column[] = ['name', 'place', 'address', 'page']

/**
 * Reads a list of locations: CSV (comma, semicolon or tab; with or without a row of heads) or one name a line.
 * Without heads the columns are name, place, address, page. Rows beyond the thousandth are told as bad ones.
 */
export function readLocations(text: string): LocationsReading {
  const clean = text.replace(/^\uFEFF/, '')
  const rows = readCsvRows(clean, separatorOf(clean))
  const head = headOf(rows[0])
  const body = head ? rows.slice(1) : rows
  const order = head ?? withoutHead
  const locations: NewLocation[] = []
  const bad: BadRow[] = []
  const known = new Map<string, number>()
  for (const row of body) {
    const read = locations.length >= locationLimits.rows ? tooMany : readRow(row, order, known)
    if ('nl' in read) bad.push({ line: row.line, raw: row.cells.join(' · ').slice(0, locationLimits.cell), why: read })
    else locations.push(read)
  }
  return { locations, bad }
}

/** The column of each cell, when the first row names a name column and nothing that it does not know but one word. */
function headOf(row: CsvRow | undefined): (Column | null)[] | null {
  if (!row) return null
  const found = row.cells.map((cell) => columns.find((column) => heads[column].has(stemOf(cell))) ?? null)
  const isHead = found.includes('name') && (row.cells.length === 1 || found.filter((column) => column !== null).length > 1)
  return isHead ? found.map((column, at) => (found.indexOf(column) === at ? column : null)) : null
}

function readRow(row: CsvRow, order: readonly (Column | null)[], known: Map<string, number>): NewLocation | Text {
  const cell = (column: Column): string => row.cells[order.indexOf(column)] ?? ''
  if (row.cells.some((one) => one.length > locationLimits.cell)) return tooLong
  const name = cell('name').replace(/\s+/g, ' ')
  if (stemOf(name) === '') return noName
  const place = cell('place') || null
  const identity = `${stemOf(name)}|${stemOf(place ?? '')}`
  const before = known.get(identity)
  if (before !== undefined) return twice(before)
  const page = cell('page') === '' ? null : webAddress(cell('page'))
  if (page === undefined) return badPage(cell('page'))
  known.set(identity, row.line)
  return { name, place, address: cell('address') || null, page }
}

/** `undefined` for what is no web address. */
function webAddress(text: string): string | undefined {
  const url = URL.parse(/^https?:\/\//i.test(text) ? text : `https://${text}`)
  return url && /^https?:$/.test(url.protocol) && url.hostname.includes('.') ? url.href : undefined
}

const noName: Text = { nl: 'Er staat geen naam.', en: 'There is no name.' }
const tooLong: Text = { nl: 'Een cel is langer dan 200 tekens.', en: 'A cell is longer than 200 characters.' }
const tooMany: Text = {
  nl: 'Meer dan 1.000 locaties in een keer gaat niet. Geef deze in een tweede lijst.',
  en: 'More than 1,000 locations at once is too many. Give this one in a second list.',
}
const twice = (line: number): Text => ({
  nl: `Deze locatie staat al op regel ${line}.`,
  en: `This location already stands on line ${line}.`,
})
const badPage = (given: string): Text => ({
  nl: `‘${given}’ is geen webadres. Schrijf bijvoorbeeld www.zorgwijde.example/locaties/de-linde`,
  en: `‘${given}’ is not a web address. Write for example www.zorgwijde.example/locaties/de-linde`,
})
