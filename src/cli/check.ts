import { z } from 'zod'
import { EenlijnError } from '../model/errors.ts'
import { platformIdSchema } from '../model/platform.ts'
import type { Locale, Text } from '../model/text.ts'
import { platformName } from '../report/platform-name.ts'
import { checkEn } from '../web/i18n/check-en.ts'
import { type CheckMessages, checkNl } from '../web/i18n/check-nl.ts'
import { formats } from '../web/i18n/format.ts'
import { read } from './client.ts'
import { auditOf, whichOptions } from './find-organisation.ts'
import { clean, exit, type Io } from './io.ts'
import { readOptions } from './options.ts'
import { type Caller, withCaller } from './with-caller.ts'

const answerPart = z.looseObject({
  status: z.enum(['official', 'closed', 'unknown']),
  account: z.looseObject({ platform: platformIdSchema, handle: z.string(), url: z.string() }).nullable(),
  organisation: z.looseObject({ name: z.string() }).nullable(),
  since: z.string().nullable(),
  lastSeen: z.string().nullable(),
})
type Answer = z.infer<typeof answerPart>

const checkPart = z.looseObject({ organisation: z.object({ name: z.string() }), check: z.object({ slug: z.string() }).nullable() })

const messages: Readonly<Record<Locale, CheckMessages>> = { nl: checkNl, en: checkEn }

/** `check ADDRESS`: whether an account is an organisation's own, as anybody may ask. */
export async function check(args: readonly string[], io: Io): Promise<number> {
  const options = { organisation: { type: 'string' }, ...whichOptions, json: { type: 'boolean' }, server: { type: 'string' } } as const
  const { values, positionals } = readOptions(args, options, true)
  const [address, ...more] = positionals
  if (address === undefined || more.length > 0) throw oneAddress()
  const { organisation: whose, id, website, json = false } = values
  if (whose === undefined && id === undefined && website !== undefined) throw noName()
  return withCaller(io, values.server, async (caller, said) => {
    const slug = whose === undefined && id === undefined ? null : await slugOf(caller, await auditOf(caller, { whose, id, website }))
    const query = new URLSearchParams({ url: address, ...(slug === null ? {} : { slug }) })
    const answer = await read(answerPart, caller.call(`/verify?${query}`))
    io.stdout.write(json ? `${JSON.stringify(answer, null, 2)}\n` : `${sentences(answer, said.locale).map(clean).join('\n')}\n`)
    return exit.done
  })
}

/** Under which address an organisation answers. @throws EenlijnError `conflict` while it does not. */
async function slugOf({ call }: Caller, auditId: string): Promise<string> {
  const { organisation, check: on } = await read(checkPart, call(`/audits/${auditId}/public-check`))
  if (on) return on.slug
  throw new EenlijnError('conflict', {
    nl: `${organisation.name} laat dit nog niet navragen. Zet het aan op de pagina ‘${checkNl.title}’ van het verslag.`,
    en: `${organisation.name} does not let anybody ask this so far. Switch it on at the page ‘${checkEn.title}’ of the report.`,
  })
}

/** What the page says. */
function sentences({ status, account, organisation, since, lastSeen }: Answer, locale: Locale): string[] {
  const { dates, public: t } = messages[locale]
  const { date } = formats(locale)
  const said = account ? `${platformName(account.platform)} (${account.handle})` : ''
  const name = organisation?.name ?? null
  if (status === 'unknown' || name === null)
    return [name === null ? inNoList[locale] : t.answer.unknown(name), account ? t.unknownHelp : t.noAccount]
  const known = since === null ? [] : [capital(`${dates(date(since), lastSeen === null ? null : date(lastSeen))}.`)]
  return [t.answer[status](said, name), ...known, ...(status === 'closed' ? [t.closedHelp] : [])]
}

const inNoList: Text = { nl: 'Dit account staat in geen van de lijsten hier.', en: 'This account is in none of the lists here.' }

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`

const oneAddress = () =>
  new EenlijnError('invalid-input', {
    nl: 'Geef het adres van één account: eenlijn check https://www.instagram.com/zorgwijde',
    en: 'Give the address of one account: eenlijn check https://www.instagram.com/zorgwijde',
  })
const noName = () =>
  new EenlijnError('invalid-input', {
    nl: 'Zeg ook van welke organisatie: --organisation NAAM',
    en: 'Say of which organisation too: --organisation NAME',
  })
