import type { Locale } from '../model/text.ts'

/** The separator that spreadsheets expect in a language: Dutch ones read a comma as a decimal. */
export const separatorIn = (locale: Locale): ';' | ',' => (locale === 'nl' ? ';' : ',')

/** For a table as a file of this name, without its ending. */
export const csvHeaders = (name: string) => ({
  'Content-Type': 'text/csv; charset=UTF-8',
  'Content-Disposition': `attachment; filename="${name}.csv"`,
})
