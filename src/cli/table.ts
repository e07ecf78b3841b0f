import type { AuditRecord } from '../model/audit.ts'
import { type Candidate, verdicts } from '../model/candidate.ts'
import type { Locale, Text } from '../model/text.ts'
import { hundredths } from '../report/confidence.ts'
import { placesOf } from '../report/places.ts'
import { routeWords, verdictWords } from '../report/words.ts'
import { formatScore } from '../scoring/grade.ts'
import { clean } from './io.ts'

const words = {
  head: {
    nl: ['platform', 'account', 'van wie', 'zekerheid', 'gevonden', 'adres'],
    en: ['platform', 'handle', 'whose', 'confidence', 'found', 'address'],
  },
  none: { nl: 'Geen accounts gevonden.', en: 'No accounts found.' },
  unseen: { nl: 'Niet bekeken:', en: 'Not looked at:' },
  names: { nl: 'Uniformiteit van de namen', en: 'Uniformity of the names' },
  people: { nl: 'Profielen van mensen (alleen geteld)', en: 'Profiles of people (only counted)' },
} as const

/** The record as a table for people, likeliest accounts first; then what was not seen, and how to go on by hand. */
export function recordTable(record: AuditRecord, locale: Locale): string {
  const accounts = record.accounts.toSorted(
    (a, b) => verdicts.indexOf(a.verdict) - verdicts.indexOf(b.verdict) || b.confidence - a.confidence,
  )
  const { organisation, assessment, people } = record
  const parts = [
    `${organisation.name}${organisation.website ? ` · ${organisation.website}` : ''}`,
    accounts.length === 0 ? words.none[locale] : columns([[...words.head[locale]], ...accounts.map((account) => row(account, locale))]),
    unseen(record, locale),
    `${words.names[locale]}: ${grade(assessment.score, locale)}`,
    people.counted ? `${words.people[locale]}: ${people.counted}` : '',
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

function row(account: Candidate, locale: Locale): string[] {
  const place = placesOf(account.foundVia)[0]
  const percent = `${hundredths(account.confidence)}%`
  return [account.platform, account.handle, verdictWords[account.verdict][locale], percent, place?.text[locale] ?? '', account.url].map(
    (cell) => clean(cell).replace(/\s+/g, ' '),
  )
}

const grade = ({ grade: value, notGradedBecause }: AuditRecord['assessment']['score'], locale: Locale): string =>
  value === null ? ((notGradedBecause satisfies Text | null)?.[locale] ?? '–') : formatScore(value, locale)

function unseen({ routes }: AuditRecord, locale: Locale): string {
  const lines = routes
    .filter(({ state }) => state === 'not-looked' || state === 'partial')
    .map(({ route, why, byHand }) => [`  ${routeWords[route][locale]}.`, why?.[locale], byHand?.[locale]].filter(Boolean).join(' '))
  return lines.length === 0 ? '' : [words.unseen[locale], ...lines].join('\n')
}

/** Cells in columns, two spaces apart; the last column is left as it is. */
export function columns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((cells) => [...(cells[column] ?? '')].length)))
  const pad = (cell: string, column: number) => cell + ' '.repeat((widths[column] ?? 0) - [...cell].length)
  return rows.map((cells) => cells.map((cell, column) => (column === cells.length - 1 ? cell : pad(cell, column))).join('  ')).join('\n')
}
