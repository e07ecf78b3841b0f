import type { AlertKind } from '../model/difference.ts'
import type { Locale, Text } from '../model/text.ts'
import { safe } from './markup-text.ts'
import type { News, NewsLine } from './news.ts'

/** `⬆ 3 ⬇ 1 ⏺ 5 Zorgwijde: …`: better, worse and equal at a glance, then what asks for attention most. */
function newsSubject({ counts: { up, down, equal }, organisation, alerts }: News, locale: Locale): string {
  const name = organisation.name.replace(/\s+/g, ' ').slice(0, 100)
  const urgent = [...new Set(alerts.flatMap(({ alert }) => alert ?? []))].map((alert) => alertWords[alert][locale])
  return `⬆ ${up} ⬇ ${down} ⏺ ${equal} ${name}: ${urgent.length > 0 ? urgent.join(', ') : words.changed[locale]}`
}

const alertWords: Readonly<Record<AlertKind, Text>> = {
  vanished: { nl: 'account verdwenen', en: 'account vanished' },
  'changed-hands': { nl: 'naam bij een ander account', en: 'name with another account' },
  'lost-link': { nl: 'link op de website weg', en: 'link on the website gone' },
  'look-alike': { nl: 'account dat op jullie lijkt (niet bevestigd)', en: 'account that looks like yours (not confirmed)' },
}

export interface NewsMailLinks {
  readonly locale: Locale
  readonly link: string
  readonly unsubscribe: string
}

/** Lines of each part that a mail shows; the page shows all. */
const mostLines = 15

interface Part {
  readonly title: string
  readonly lines: readonly string[]
  readonly more: number
}

/** The same words as plain text and as simple markup, strengths first. */
export function newsMail(news: News, { locale, link, unsubscribe }: NewsMailLinks): { subject: string; text: string; html: string } {
  const subject = newsSubject(news, locale)
  const intro = words.intro(news.organisation.name, day(news.before.at, locale), day(news.after.at, locale))[locale]
  const parts = partsOf(news, locale)
  const empty = parts.length === 0 ? words.nothing[locale] : null
  const foot = words.foot(news.organisation.name)[locale]
  const text = [
    intro,
    ...(empty ? [empty] : []),
    ...parts.map(({ title, lines, more }) =>
      [title, ...lines.map((line) => `- ${line}`), ...(more > 0 ? [`- ${words.further(more)[locale]}`] : [])].join('\n'),
    ),
    ...elsewise(news, locale),
    `${words.open[locale]}:\n${link}`,
    `--\n${foot}\n${words.stop[locale]}: ${unsubscribe}`,
  ].join('\n\n')
  const html = [
    `<p>${safe(intro)}</p>`,
    ...(empty ? [`<p>${safe(empty)}</p>`] : []),
    ...parts.map(
      ({ title, lines, more }) =>
        `<h2 style="font-size:1.1em;margin:1.4em 0 .3em">${safe(title)}</h2><ul>${[...lines, ...(more > 0 ? [words.further(more)[locale]] : [])].map((line) => `<li>${safe(line)}</li>`).join('')}</ul>`,
    ),
    ...elsewise(news, locale).map((line) => `<p>${safe(line)}</p>`),
    `<p><a href="${safe(link)}">${safe(words.open[locale])}</a></p>`,
    `<hr><p style="font-size:.9em">${safe(foot)} <a href="${safe(unsubscribe)}">${safe(words.stop[locale])}</a>.</p>`,
  ].join('\n')
  return { subject, text: `${text}\n`, html: page(subject, locale, html) }
}

const page = (title: string, locale: Locale, body: string): string =>
  `<!doctype html>\n<html lang="${locale}"><head><meta charset="utf-8"><title>${safe(title)}</title></head>\n<body style="font:16px/1.5 Georgia,serif;max-width:38em">\n${body}\n</body></html>\n`

function partsOf(news: News, locale: Locale): Part[] {
  const part = (title: Text, all: readonly NewsLine[]): Part => ({
    title: title[locale],
    lines: all.slice(0, mostLines).map(({ text }) => text[locale]),
    more: Math.max(0, all.length - mostLines),
  })
  return [part(words.better, news.better), part(words.attention, news.attention), part(words.other, news.other)].filter(
    ({ lines }) => lines.length > 0,
  )
}

const elsewise = ({ elsewise: { norm, visibility } }: News, locale: Locale): string[] => [
  ...(norm > 0 ? [words.norm(norm)[locale]] : []),
  ...(visibility > 0 ? [words.visibility(visibility)[locale]] : []),
]

const day = (iso: string, locale: Locale): string =>
  new Intl.DateTimeFormat(locale === 'nl' ? 'nl-NL' : 'en-GB', { dateStyle: 'long', timeZone: 'Europe/Amsterdam' }).format(new Date(iso))

const words = {
  changed: { nl: 'wat er veranderde', en: 'what changed' },
  intro: (name: string, before: string, after: string): Text => ({
    nl: `Dit veranderde er aan de accounts van ${name} tussen ${before} en ${after}.`,
    en: `This changed about the accounts of ${name} between ${before} and ${after}.`,
  }),
  nothing: { nl: 'Alles is gelijk gebleven.', en: 'Everything stayed the same.' },
  better: { nl: 'Dit werd beter', en: 'This got better' },
  attention: { nl: 'Kijk hier even naar', en: 'Have a look at this' },
  other: { nl: 'Dit veranderde ook', en: 'This changed as well' },
  further: (n: number): Text => ({ nl: `En nog ${n}. Die staan op de pagina.`, en: `And ${n} more. They are on the page.` }),
  norm: (n: number): Text => ({
    nl: n === 1 ? '1 verschil komt doordat de afspraken veranderden.' : `${n} verschillen komen doordat de afspraken veranderden.`,
    en: n === 1 ? '1 difference comes from a change of what is asked.' : `${n} differences come from a change of what is asked.`,
  }),
  visibility: (n: number): Text => ({
    nl:
      n === 1
        ? '1 verschil komt doordat wij meer of minder konden zien.'
        : `${n} verschillen komen doordat wij meer of minder konden zien.`,
    en: n === 1 ? '1 difference comes from seeing more or less.' : `${n} differences come from seeing more or less.`,
  }),
  open: { nl: 'Bekijk alles, met het bewijs erbij', en: 'See all of it, with the evidence' },
  foot: (name: string): Text => ({
    nl: `Je krijgt deze mail omdat je adres bij het nieuws van ${name} staat.`,
    en: `You get this mail because your address is in the list for news of ${name}.`,
  }),
  stop: { nl: 'Geen mail meer', en: 'No more mail' },
}
