import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { type Locale, locales, type Text } from '../model/text.ts'
import { en } from './i18n/en.ts'
import { type Format, formats } from './i18n/format.ts'
import { type Messages, nl } from './i18n/nl.ts'

/** What every component needs to speak: the language, its words and the way it writes numbers and dates. */
export interface Ui extends Format {
  readonly locale: Locale
  readonly t: Messages
  /** Path within the language, `/audits/x`; the same words in every language. */
  readonly path: string
  readonly version: string
  /** A text of a unit (a check, a route) in this language. */
  text(text: Text): string
  /** Address of a page in this language. */
  to(path: string): string
}

export interface WebEnv {
  Variables: { ui: Ui }
}

const messages: Readonly<Record<Locale, Messages>> = { nl, en }

export const createUi = (locale: Locale, path: string, version: string): Ui => ({
  ...formats(locale),
  locale,
  t: messages[locale],
  path,
  version,
  text: (text) => text[locale],
  to: (to) => `/${locale}${to}`,
})

export const localeCookie = 'eenlijn-language'

export const isLocale = (value: string | undefined): value is Locale => locales.some((locale) => locale === value)

/** The language of choice: the cookie, else the browser's first that we speak, else Dutch. */
export function preferredLocale(c: Context): Locale {
  const chosen = getCookie(c, localeCookie)
  if (isLocale(chosen)) return chosen
  const asked = (c.req.header('accept-language') ?? '').slice(0, 500).split(',').map(readRange)
  asked.sort((a, b) => b.quality - a.quality)
  return asked.map(({ language }) => language).find(isLocale) ?? locales[0]
}

function readRange(range: string): { language: string; quality: number } {
  const [tag = '', ...parameters] = range.trim().toLowerCase().split(';')
  const quality = parameters.map((parameter) => parameter.trim()).find((parameter) => parameter.startsWith('q='))
  return { language: tag.split('-')[0] ?? '', quality: quality ? Number(quality.slice(2)) || 0 : 1 }
}
