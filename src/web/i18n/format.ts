import type { Locale } from '../../model/text.ts'

/** The readers are Dutch; a server's own clock may stand elsewhere. */
const timeZone = 'Europe/Amsterdam'
const tags: Readonly<Record<Locale, string>> = { nl: 'nl-NL', en: 'en-GB' }

export interface Format {
  /** `12 november 2026`, of an ISO time or a calendar date. */
  date(iso: string): string
  /** `nov 2026`. */
  month(iso: string): string
  /** `12 november 2026, 14:32`. */
  dateTime(iso: string): string
  /** At most one decimal: `7,5`. */
  number(value: number): string
  /** 0 to 1 becomes `83%`. */
  percent(share: number): string
  /** `nl` becomes `Nederland`. */
  country(code: string): string
}

const made = new Map<Locale, Format>()

/** How a language writes numbers and dates. Made once: that takes as long as making a tenth of a page. */
export function formats(locale: Locale): Format {
  const known = made.get(locale) ?? formatsOf(locale)
  made.set(locale, known)
  return known
}

function formatsOf(locale: Locale): Format {
  const day = new Intl.DateTimeFormat(tags[locale], { dateStyle: 'long', timeZone })
  const month = new Intl.DateTimeFormat(tags[locale], { month: 'short', year: 'numeric', timeZone })
  const time = new Intl.DateTimeFormat(tags[locale], { timeStyle: 'short', timeZone })
  const number = new Intl.NumberFormat(tags[locale], { maximumFractionDigits: 1 })
  const percent = new Intl.NumberFormat(tags[locale], { style: 'percent', maximumFractionDigits: 0 })
  const region = new Intl.DisplayNames(tags[locale], { type: 'region' })
  return {
    date: (iso) => day.format(new Date(iso)),
    month: (iso) => month.format(new Date(iso)),
    dateTime: (iso) => `${day.format(new Date(iso))}, ${time.format(new Date(iso))}`,
    number: (value) => number.format(value),
    percent: (share) => percent.format(share),
    country: (code) => region.of(code.toUpperCase()) ?? code,
  }
}
