import type { Locale } from '../../model/text.ts'
import { type CsvOptions, writeCsv } from '../csv.ts'
import type { OrganisationsCompared } from './model.ts'
import { measureWords } from './reasons.ts'

const heads: Readonly<Record<Locale, readonly string[]>> = {
  nl: ['organisatie', 'audit', 'datum', 'meetlat', 'gezien'],
  en: ['organisation', 'audit', 'date', 'rubric', 'seen'],
}
const lastHead: Readonly<Record<Locale, string>> = { nl: 'niet vergeleken omdat', en: 'not compared because' }

/** A row for each organisation, by name. An empty cell was not compared; the last column says why. */
export function comparisonCsv({ organisations, measures, notCompared }: OrganisationsCompared, { locale, separator }: CsvOptions): string {
  return writeCsv(
    [...heads[locale], ...measures.map(({ measure }) => measureWords[measure][locale].toLowerCase()), lastHead[locale]],
    organisations.map(({ organisation, auditId, at, rubric, coverage }, row) => [
      ...[organisation, auditId, at.slice(0, 10), rubric, coverage === null ? null : Math.round(coverage * 100) / 100],
      ...measures.map(({ grades }) => grades[row] ?? null),
      notCompared
        .filter((why) => why.auditId === auditId)
        .map(({ text }) => text[locale])
        .join(' ') || null,
    ]),
    separator,
  )
}
