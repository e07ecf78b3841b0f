import { mostInBatch } from '../model/batch.ts'
import type { Text } from '../model/text.ts'
import { stemOf } from '../naming/tokens.ts'
import { type CsvRow, readCsvRows, separatorOf } from './csv-rows.ts'

interface ListedOrganisation {
  readonly name: string
  readonly website?: string
  /** Two letters. */
  readonly country?: string
}

export interface BadLine {
  /** From 1. */
  readonly line: number
  readonly raw: string
  readonly why: Text
}

export interface OrganisationsReading {
  readonly organisations: readonly ListedOrganisation[]
  readonly bad: readonly BadLine[]
}

/** What is read at once. */
export const organisationListLimits = { rows: mostInBatch, bytes: 256 * 1024, cell: 200 } as const

type Column = 'name' | 'website' | 'country'

/** Heads of columns as people write them, folded, in Dutch and English. */
const heads: Readonly<Record<Column, ReadonlySet<string>>> = {
  name: new Set('naam name organisatie organisation organization organisatienaam organisationname stichting bedrijf'.split(' ')),
  website: new Set('website site url webadres link web domein domain'.split(' ')),
  country: new Set('land country'.split(' ')),
}
const columns = Object.keys(heads) as Column[]

/**
 * Reads a list of organisations: CSV (comma, semicolon or tab) with a row of heads, or lines of `name; website` or a name
 * alone. A name may have commas in it: without heads only what looks like a web address ends it.
 */
export function readOrganisations(text: string): OrganisationsReading {
  const clean = text.replace(/^\uFEFF/, '')
  const separator = separatorIn(clean)
  const rows = readCsvRows(clean, separator)
  const head = headOf(rows[0])
  const organisations: ListedOrganisation[] = []
  const bad: BadLine[] = []
  const known = new Map<string, number>()
  for (const row of head ? rows.slice(1) : rows) {
    const cells = head ? byHead(row, head) : byLooks(row, separator)
    const read = organisations.length >= mostInBatch ? tooMany : readRow(row, cells, known)
    if ('nl' in read) bad.push({ line: row.line, raw: row.cells.join(`${separator} `).slice(0, organisationListLimits.cell), why: read })
    else organisations.push(read)
  }
  return { organisations, bad }
}

/** The text of a file: UTF-8, or what spreadsheets on Windows still write. */
export function textOfList(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

type Cells = Readonly<Record<Column, string>>

/** Rows of one and of two cells stand together in lists that people type, so one semicolon or tab is enough. */
function separatorIn(text: string): string {
  return [';', '\t'].find((sign) => text.includes(sign)) ?? separatorOf(text)
}

function headOf(row: CsvRow | undefined): (Column | null)[] | null {
  const found = row?.cells.map((cell) => columns.find((column) => heads[column].has(stemOf(cell))) ?? null) ?? []
  if (!found.includes('name')) return null
  return found.length === 1 || found.filter((column) => column !== null).length > 1 ? found : null
}

function byHead({ cells }: CsvRow, head: readonly (Column | null)[]): Cells {
  const cell = (column: Column) => (head.includes(column) ? (cells[head.indexOf(column)] ?? '') : '')
  return { name: cell('name'), website: cell('website'), country: cell('country') }
}

function byLooks({ cells }: CsvRow, separator: string): Cells {
  const [first = '', ...rest] = cells
  const at = rest.findIndex((cell) => webAddress(cell) !== null)
  if (separator !== ',') return { name: first, website: rest[at] ?? rest.find((cell) => cell !== '') ?? '', country: '' }
  const words = rest.filter((cell, place) => place !== at && cell !== '')
  return { name: [first, ...words].join(', '), website: rest[at] ?? '', country: '' }
}

function readRow(row: CsvRow, cells: Cells, known: Map<string, number>): ListedOrganisation | Text {
  if (row.cells.some((cell) => cell.length > organisationListLimits.cell)) return tooLong
  const name = cells.name.replace(/\s+/g, ' ').trim()
  if (stemOf(name) === '') return noName
  if (name.length > organisationListLimits.cell) return tooLong
  const website = cells.website === '' ? undefined : webAddress(cells.website)
  if (website === null) return badWebsite(cells.website)
  const country = cells.country.trim().toLowerCase()
  if (country !== '' && !/^[a-z]{2}$/.test(country)) return badCountry(cells.country)
  const identity = `${name.toLowerCase()}|${website ?? ''}`
  const before = known.get(identity)
  if (before !== undefined) return twice(before)
  known.set(identity, row.line)
  return { name, ...(website ? { website } : {}), ...(country ? { country } : {}) }
}

/** `null` for what is no web address; a sentence with a full stop in it is none. */
function webAddress(text: string): string | null {
  if (/\s/.test(text) || !/[^.]\.[^.]/.test(text)) return null
  const url = URL.parse(/^https?:\/\//i.test(text) ? text : `https://${text}`)
  return url && /^https?:$/.test(url.protocol) && url.hostname.includes('.') && !url.username ? url.href : null
}

const noName: Text = { nl: 'Er staat geen naam.', en: 'There is no name.' }
const tooLong: Text = { nl: 'Een naam of adres is langer dan 200 tekens.', en: 'A name or address is longer than 200 characters.' }
const tooMany: Text = {
  nl: 'Meer dan 1.000 organisaties in een keer gaat niet. Geef deze in een tweede lijst.',
  en: 'More than 1,000 organisations at once is too many. Give this one in a second list.',
}
const twice = (line: number): Text => ({ nl: `Deze staat al op regel ${line}.`, en: `This one is on line ${line} already.` })
const badWebsite = (text: string): Text => ({
  nl: `‘${text.slice(0, 60)}’ is geen webadres. Schrijf bijvoorbeeld zorgwijde.nl, of laat het leeg.`,
  en: `‘${text.slice(0, 60)}’ is not a web address. Write for example zorgwijde.nl, or leave it empty.`,
})
const badCountry = (text: string): Text => ({
  nl: `‘${text.slice(0, 20)}’ is geen land in twee letters, zoals nl.`,
  en: `‘${text.slice(0, 20)}’ is not a country in two letters, such as nl.`,
})
