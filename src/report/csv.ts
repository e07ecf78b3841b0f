import { stringify } from 'csv-stringify/sync'
import type { Locale, Text } from '../model/text.ts'
import { formatGrade } from '../scoring/grade.ts'
import { hundredths } from './confidence.ts'
import type { AccountSection, PlatformSection, ReportModel } from './model.ts'
import { lookWords, verdictWords } from './words.ts'

export interface CsvOptions {
  /** With `;` numbers get a decimal comma, as Dutch spreadsheets read them; with `,` a point. */
  readonly separator: ';' | ','
  readonly locale: Locale
}

type Cell = string | number | null
interface Row {
  readonly section: PlatformSection | null
  readonly account: AccountSection | null
}
interface Column {
  readonly head: Text
  readonly cell: (row: Row, locale: Locale) => Cell
}

const ofAccount =
  (cell: (account: AccountSection, locale: Locale) => Cell): Column['cell'] =>
  ({ account }, locale) =>
    account ? cell(account, locale) : null

const columns: readonly Column[] = [
  { head: { nl: 'platform', en: 'platform' }, cell: ({ section, account }) => account?.platformName ?? section?.name ?? null },
  { head: { nl: 'account', en: 'handle' }, cell: ofAccount((account) => account.handle) },
  { head: { nl: 'adres', en: 'address' }, cell: ofAccount((account) => account.url) },
  {
    head: { nl: 'van wie', en: 'whose' },
    cell: ({ section, account }, locale) => account?.standingText[locale] ?? section?.answer?.text[locale] ?? null,
  },
  { head: { nl: 'oordeel', en: 'verdict' }, cell: ofAccount((account, locale) => verdictWords[account.verdict][locale]) },
  { head: { nl: 'zekerheid', en: 'confidence' }, cell: ofAccount((account) => hundredths(account.confidence) / 100) },
  { head: { nl: 'soort', en: 'kind' }, cell: ofAccount((account, locale) => account.kindText[locale]) },
  {
    head: { nl: 'besloten door', en: 'decided by' },
    cell: ({ section, account }) => (account ? (account.decided?.by ?? null) : (section?.answer?.by ?? null)),
  },
  { head: { nl: 'vindplaats', en: 'found at' }, cell: ofAccount((account, locale) => account.foundVia[0]?.text[locale] ?? null) },
  { head: { nl: 'vindplaats adres', en: 'found at address' }, cell: ofAccount((account) => account.foundVia[0]?.page ?? null) },
  { head: { nl: 'vindplaatsen', en: 'places' }, cell: ofAccount((account) => account.foundVia.length + account.furtherPlaces) },
  { head: { nl: 'eerste blik', en: 'first look' }, cell: ofAccount(lookCell) },
  {
    head: { nl: 'gezien door een persoon', en: 'seen by a person' },
    cell: ofAccount(({ look }, locale) => (look?.byHand ? (look.byHand.by ?? somebody[locale]) : null)),
  },
  { head: { nl: 'weergavenaam', en: 'display name' }, cell: ofAccount((account, locale) => displayNameCell(account.look, locale)) },
  { head: { nl: 'gemiddeld cijfer', en: 'mean grade' }, cell: ofAccount((account) => account.grading.mean?.value ?? null) },
  { head: { nl: 'aantal cijfers', en: 'grades' }, cell: ofAccount((account) => account.grading.mean?.n ?? 0) },
  { head: { nl: 'omdat', en: 'because' }, cell: ofAccount(reasonsCell) },
  { head: { nl: 'opmerking', en: 'remark' }, cell: ({ section, account }) => (account ? null : (section?.answer?.note ?? null)) },
]

/**
 * One row for each account, and one for each platform without account that was named or answered. UTF-8 with a byte
 * order mark and CRLF, as spreadsheets expect; a text that starts like a formula gets an apostrophe in front.
 */
export function reportCsv(model: ReportModel, options: CsvOptions): string {
  const sections = model.platforms.flatMap((section): Row[] =>
    section.accounts.length > 0 ? section.accounts.map((account) => ({ section, account })) : [{ section, account: null }],
  )
  const rows = [...sections, ...[...model.open, ...model.notOurs].map((account) => ({ section: null, account }))]
  return writeCsv(
    columns.map(({ head }) => head[options.locale]),
    rows.map((row) => columns.map(({ cell }) => cell(row, options.locale))),
    options.separator,
  )
}

/** Cells as a spreadsheet's file. Numbers are never taken for formulas, not even negative ones. */
export function writeCsv(head: readonly string[], rows: readonly (readonly Cell[])[], separator: ';' | ','): string {
  return stringify([[...head], ...rows.map((row) => [...row])], {
    bom: true,
    delimiter: separator,
    record_delimiter: 'windows',
    escape_formulas: true,
    cast: { number: (value) => (separator === ';' ? String(value).replace('.', ',') : String(value)) },
  })
}

function lookCell({ look }: AccountSection, locale: Locale): string | null {
  if (!look) return null
  return look.wall ? `${lookWords[look.state][locale]}: ${look.wall.why[locale]}` : lookWords[look.state][locale]
}

const somebody: Text = { nl: 'een collega', en: 'a colleague' }
const notSeen: Text = { nl: 'niet te zien', en: 'not to be seen' }
const absent: Text = { nl: 'leeg', en: 'empty' }

function displayNameCell(look: AccountSection['look'], locale: Locale): string | null {
  if (!look || look.state === 'gone') return null
  const value = look.displayName
  if (value.seen) return value.value
  return value.why === 'absent' ? absent[locale] : notSeen[locale]
}

const notGradable: Text = { nl: 'niet te beoordelen', en: 'cannot be graded' }

/** `7,5: heldere foto’s (Jannie)`, a line for each person. */
function reasonsCell({ grading }: AccountSection, locale: Locale): string {
  return grading.lines
    .map(({ grade, reason, by }) => {
      const number = grade === null ? notGradable[locale] : formatGrade(grade * 2, locale)
      return `${number}: ${reason}${by ? ` (${by})` : ''}`
    })
    .join('\n')
}
