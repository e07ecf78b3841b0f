import type { Context } from 'hono'
import { accepts } from 'hono/accepts'
import { type Locale, locales } from '../../model/text.ts'

/** The language that the client likes best among ours (`en-GB` is `en`); Dutch when it does not say. */
export function localeOf(c: Context): Locale {
  const match = (wanted: readonly { type: string; q: number }[]) =>
    wanted
      .filter(({ q }) => q > 0)
      .toSorted((a, b) => b.q - a.q)
      .map(({ type }) => type.toLowerCase().split('-')[0])
      .find((language) => locales.some((locale) => locale === language)) ?? locales[0]
  const language = accepts(c, { header: 'Accept-Language', supports: [...locales], default: locales[0], match })
  return language === 'en' ? 'en' : 'nl'
}
