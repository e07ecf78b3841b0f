import type { TeamProfile } from '../../model/team.ts'
import type { Text } from '../../model/text.ts'
import { stemOf } from '../../naming/tokens.ts'
import { type CsvRow, readCsvRows, separatorOf } from '../csv-rows.ts'
import type { BadRow } from '../locations.ts'
import { nameKey } from './person-names.ts'
import { profileOf } from './person-profiles.ts'

/** Somebody as a list gives them. */
interface ListedPerson {
  readonly line: number
  readonly name: string
  readonly role: string
  readonly unit: string
  /** The list says that the person agreed that their profiles are looked at. */
  readonly agreed: boolean
  /** Empty unless they agreed. */
  readonly profiles: readonly TeamProfile[]
}

export interface TeamListReading {
  readonly people: readonly ListedPerson[]
  /** Lines that were not taken, and profiles that were left out. */
  readonly bad: readonly BadRow[]
}

export const teamListLimits = { rows: 500, bytes: 256 * 1024, cell: 300 } as const

type Column = 'name' | 'role' | 'unit' | 'profile' | 'agreed'

/** Heads of columns as people write them, folded, in Dutch and English. */
const heads: Readonly<Record<Column, ReadonlySet<string>>> = {
  name: new Set('naam name medewerker collega persoon person employee volledigenaam fullname'.split(' ')),
  role: new Set('functie rol role function jobtitle title position functienaam'.split(' ')),
  unit: new Set('afdeling team unit department locatie location vestiging onderdeel'.split(' ')),
  profile: new Set('profiel profielen profile profiles link links linkedin x twitter bluesky mastodon github url profiellink'.split(' ')),
  agreed: new Set('akkoord agreed toestemming consent agrees ja'.split(' ')),
}
const columns = Object.keys(heads) as Column[]
const withoutHead: readonly Column[] = ['name', 'role', 'unit']
const yes = /^(?:ja|j|yes|y|true|1|x|akkoord|agreed|ok)$/i

/**
 * Reads a list of team members: CSV (comma, semicolon or tab; with or without heads), or one name a line. Profiles count
 * only on a line that says that the person agreed.
 */
export function readTeamList(text: string): TeamListReading {
  const clean = text.replace(/^\uFEFF/, '')
  const rows = readCsvRows(clean, separatorOf(clean))
  const head = headOf(rows[0])
  const order = head ?? withoutHead
  const people: ListedPerson[] = []
  const bad: BadRow[] = []
  const known = new Map<string, number>()
  for (const row of head ? rows.slice(1) : rows) {
    const tell = (why: Text) => bad.push({ line: row.line, raw: row.cells.join(' · ').slice(0, 200), why })
    const read = people.length >= teamListLimits.rows ? tooMany : readRow(row, order, known, tell)
    if ('nl' in read) tell(read)
    else people.push(read)
  }
  return { people, bad }
}

function headOf(row: CsvRow | undefined): (Column | null)[] | null {
  const found = row?.cells.map((cell) => columns.find((column) => heads[column].has(stemOf(cell))) ?? null)
  return found?.includes('name') ? found : null
}

function readRow(
  row: CsvRow,
  order: readonly (Column | null)[],
  known: Map<string, number>,
  tell: (why: Text) => void,
): ListedPerson | Text {
  const cell = (column: Column): string => row.cells[order.indexOf(column)]?.replace(/\s+/g, ' ') ?? ''
  if (row.cells.some((one) => one.length > teamListLimits.cell)) return tooLong
  const name = cell('name')
  if (nameKey(name) === '' || !/\p{L}/u.test(name)) return noName
  const before = known.get(nameKey(name))
  if (before !== undefined) return twice(before)
  const agreed = yes.test(cell('agreed'))
  const given = row.cells.filter((_, at) => order[at] === 'profile').flatMap((one) => one.split(/[\s,;]+/).filter(Boolean))
  const profiles = given
    .map((one) => profileOf(/^https?:/i.test(one) ? one : `https://${one}`, 'https://list.invalid/'))
    .filter((one) => one !== null)
  if (given.length > 0 && !agreed) tell(notAgreed)
  else if (profiles.length < given.length) tell(notProfessional)
  known.set(nameKey(name), row.line)
  return {
    line: row.line,
    name: name.slice(0, 100),
    role: cell('role').slice(0, 120),
    unit: cell('unit').slice(0, 120),
    agreed,
    profiles: agreed ? profiles : [],
  }
}

const noName: Text = { nl: 'Er staat geen naam.', en: 'There is no name.' }
const tooLong: Text = { nl: 'Een cel is langer dan 300 tekens.', en: 'A cell is longer than 300 characters.' }
const tooMany: Text = {
  nl: 'Meer dan 500 mensen in een keer gaat niet. Zet deze in een tweede lijst.',
  en: 'More than 500 people at once is too many. Put this one in a second list.',
}
const twice = (line: number): Text => ({ nl: `Deze naam staat al op regel ${line}.`, en: `This name already stands on line ${line}.` })
const notAgreed: Text = {
  nl: 'De profielen zijn niet overgenomen: er staat niet bij dat deze persoon akkoord is. De naam wel.',
  en: 'The profiles were not taken: the line does not say that this person agreed. The name was.',
}
const notProfessional: Text = {
  nl: 'Niet elk profiel is overgenomen: een lijst mag LinkedIn, X, Bluesky, Mastodon en GitHub noemen. Andere voegt de persoon zelf toe.',
  en: 'Not every profile was taken: a list may name LinkedIn, X, Bluesky, Mastodon and GitHub. Others the person adds.',
}
