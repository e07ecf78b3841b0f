import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { localeSchema } from '../../model/text.ts'
import type { CsvOptions } from '../../report/csv.ts'
import { separatorIn } from '../csv.ts'
import { localeOf } from './language.ts'

/** How a table is asked for. */
export const csvQuery = z.object({
  sep: z.enum([';', ',']).optional().describe('`;` for Dutch, `,` for English unless given'),
  lang: localeSchema.optional().describe('Instead of Accept-Language'),
})

export const csvAnswer = { description: 'CSV with a byte order mark', content: { 'text/csv': { schema: z.string() } } }

/** How the table is to be written, by what was asked and the language of the request. */
export function csvOptions(c: Context, { sep, lang }: z.infer<typeof csvQuery>): CsvOptions {
  const locale = lang ?? localeOf(c)
  return { locale, separator: sep ?? separatorIn(locale) }
}
