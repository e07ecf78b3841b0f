import { z } from 'zod'
import { EenlijnError } from '../model/errors.ts'
import { type DeliveryProblem, deliveryStates, newsChannels, newsWants } from '../model/news.ts'
import { type Locale, localeSchema, locales } from '../model/text.ts'
import { formats } from '../web/i18n/format.ts'
import { newsEn } from '../web/i18n/news-en.ts'
import { type NewsMessages, newsNl } from '../web/i18n/news-nl.ts'
import { heldNews, newestSentence } from '../web/i18n/news-standing.ts'
import { read } from './client.ts'
import { auditOf, oneName, whichOptions } from './find-organisation.ts'
import { clean, exit, type Io, type Said } from './io.ts'
import { readOptions } from './options.ts'
import { columns } from './table.ts'
import { withCaller } from './with-caller.ts'

const newsPart = z.looseObject({
  organisation: z.object({ id: z.string(), name: z.string() }),
  mail: z.boolean(),
  network: z.boolean(),
  subscriptions: z.array(
    z.object({
      id: z.string(),
      channel: z.enum(newsChannels),
      to: z.string(),
      wants: z.enum(newsWants),
      locale: localeSchema,
      createdAt: z.string(),
      newest: z
        .object({
          auditId: z.string(),
          state: z.enum(deliveryStates),
          attempts: z.number(),
          nextAt: z.string().nullable(),
          sentAt: z.string().nullable(),
          problem: z.custom<DeliveryProblem>((value) => typeof value === 'string').nullable(),
        })
        .nullable(),
    }),
  ),
})
type News = z.infer<typeof newsPart>

const addedPart = z.object({ id: z.string(), signingKey: z.string().nullable() })

const messages: Readonly<Record<Locale, NewsMessages>> = { nl: newsNl, en: newsEn }

/** `news NAME`: who is told what changes; puts somebody in the list or takes somebody out. */
export async function news(args: readonly string[], io: Io): Promise<number> {
  const { which, to, remove, json, server } = readNewsOptions(args)
  return withCaller(io, server, async (caller, said) => {
    const path = `/audits/${await auditOf(caller, which)}/subscriptions`
    const write = (value: unknown, text: string) => void io.stdout.write(json ? `${JSON.stringify(value, null, 2)}\n` : text)
    const added = to && (await read(addedPart, caller.send(path, 'POST', { ...to, locale: to.locale ?? said.locale })))
    if (remove !== undefined) {
      await caller.call(`${path}/${encodeURIComponent(remove)}`, { method: 'DELETE' })
      said.tell({ nl: 'Weggehaald. Het adres is gewist.', en: 'Removed. The address is erased.' })
    }
    const list = await read(newsPart, caller.call(path))
    tellHeld(said, list)
    if (added) {
      tellKey(said, added.signingKey)
      write(added, `${added.signingKey ?? added.id}\n`)
    } else write(list, table(list, said.locale))
    return exit.done
  })
}

function readNewsOptions(args: readonly string[]) {
  const { values, positionals } = readOptions(
    args,
    {
      mail: { type: 'string' },
      webhook: { type: 'string' },
      alerts: { type: 'boolean' },
      language: { type: 'string' },
      remove: { type: 'string' },
      ...whichOptions,
      json: { type: 'boolean' },
      server: { type: 'string' },
    },
    true,
  )
  const whose = oneName('news', positionals)
  const { mail, webhook, alerts = false, language, remove, id, website, json = false, server } = values
  if (whose === undefined && id === undefined) throw noName()
  if ([mail, webhook, remove].filter((one) => one !== undefined).length > 1) throw oneThing()
  const address = mail ?? webhook
  if (address === undefined && (alerts || language !== undefined)) throw noAddress()
  const channel = mail === undefined ? 'webhook' : 'mail'
  const wants = alerts ? 'alerts' : 'all'
  const locale = language === undefined ? null : languageIn(language)
  return { which: { whose, id, website }, to: address === undefined ? null : { channel, to: address, wants, locale }, remove, json, server }
}

/** What is not sent at this moment, as the page says it. */
function tellHeld({ tell }: Said, list: News): void {
  const [nl, en] = [heldNews(newsNl, list), heldNews(newsEn, list)]
  if (nl && en) tell({ nl: `${nl.title}. ${nl.text}`, en: `${en.title}. ${en.text}` })
}

function tellKey({ tell }: Said, key: string | null): void {
  if (key === null) return void tell({ nl: 'In de lijst gezet.', en: 'Put in the list.' })
  const say = ({ webhook: { made } }: NewsMessages) => `${made.title}. ${made.text} ${made.how}`
  tell({ nl: say(newsNl), en: say(newsEn) })
}

const heads: Readonly<Record<Locale, readonly string[]>> = {
  nl: ['id', 'wie', 'hoe', 'laatste bericht'],
  en: ['id', 'who', 'how', 'newest message'],
}

function table({ subscriptions, ...sending }: News, locale: Locale): string {
  const t = messages[locale]
  if (subscriptions.length === 0) return `${t.nobody.split('.')[0]}.\n`
  const { dateTime } = formats(locale)
  const rows = subscriptions.map(({ id, to, channel, wants, locale: own, newest }) => [
    id,
    clean(to),
    [t.channels[channel], t.wants[wants], ...(channel === 'mail' ? [t.languages[own]] : [])].join(', '),
    newestSentence(t, { channel, newest }, { ...sending, dateTime }),
  ])
  return `${columns([[...heads[locale]], ...rows])}\n`
}

function languageIn(word: string): Locale {
  const known = locales.find((locale) => locale === word)
  if (known) return known
  throw new EenlijnError('invalid-input', {
    nl: `‘${word}’ is geen taal van Eenlijn. Kies --language nl of --language en.`,
    en: `‘${word}’ is not a language of Eenlijn. Choose --language nl or --language en.`,
  })
}

const noName = () =>
  new EenlijnError('invalid-input', {
    nl: 'Zeg van welke organisatie: eenlijn news NAAM [--mail ADRES | --webhook ADRES | --remove ID]',
    en: 'Say of which organisation: eenlijn news NAME [--mail ADDRESS | --webhook URL | --remove ID]',
  })
const oneThing = () =>
  new EenlijnError('invalid-input', {
    nl: 'Doe één ding tegelijk: --mail, --webhook of --remove.',
    en: 'Do one thing at a time: --mail, --webhook or --remove.',
  })
const noAddress = () =>
  new EenlijnError('invalid-input', {
    nl: 'Zeg erbij wie het hoort: --mail ADRES of --webhook ADRES.',
    en: 'Say who is told: --mail ADDRESS or --webhook URL.',
  })
