import type { PageReading } from '../model/mention.ts'
import type { SiteFacts } from '../model/site-facts.ts'
import { domainOf } from './profile-links.ts'

/** Anybody has an address there (nl, en, de, fr). */
const mailProviders = new Set(
  'gmail.com googlemail.com hotmail.com hotmail.nl outlook.com live.nl live.com msn.com yahoo.com icloud.com me.com proton.me protonmail.com ziggo.nl kpnmail.nl planet.nl xs4all.nl hetnet.nl home.nl upcmail.nl telenet.be skynet.be gmx.de gmx.net web.de t-online.de orange.fr wanadoo.fr free.fr example.com sentry.io'.split(
    ' ',
  ),
)

const most = 10
const longestText = 20_000
const phoneDigits = 9

/** `+31 (0)30 123 45 67` and `030-1234567` as the same nine digits; `null` for what is too short or long for a number. */
export function phoneOf(text: string): string | null {
  const digits = text.replace(/\(0\)/g, '').replace(/\D/g, '')
  return digits.length >= phoneDigits && digits.length <= 15 ? digits.slice(-phoneDigits) : null
}

/** The telephone numbers in a text, and the domains of its e-mail addresses. */
export function contactsInText(text: string): Pick<SiteFacts, 'emailDomains' | 'phones'> {
  const short = text.slice(0, longestText)
  const phones = short.match(/(?<!\d)[+(]{0,2}\d[\d ().\-/]{7,20}\d(?!\d)/g) ?? []
  const emails = [...short.matchAll(/[\w.+-]{1,64}@((?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,24})/gi)].map(([, host]) => host ?? '')
  return { phones: known(phones.map(phoneOf)), emailDomains: emailDomains(emails) }
}

export function emailDomains(hosts: readonly string[]): string[] {
  return known(hosts.map((host) => domainOf(host)?.domain ?? null)).filter((domain) => !mailProviders.has(domain))
}

const known = (values: readonly (string | null)[]): string[] =>
  [...new Set(values.filter((value) => value !== null && value !== ''))] as string[]

/** From so many pages on, what only one page says may be about somebody else: a partner, a member of staff. */
const manyPages = 4

/** What the pages of a site together say of how it can be reached. */
export function siteFactsOf(pages: readonly PageReading[]): SiteFacts {
  const least = pages.length >= manyPages ? 2 : 1
  const on = (of: (facts: SiteFacts) => readonly string[]): string[] => {
    const counts = new Map<string, number>()
    for (const { contacts } of pages)
      for (const value of contacts === undefined ? [] : new Set(of(contacts))) counts.set(value, (counts.get(value) ?? 0) + 1)
    const common = [...counts].filter(([, count]) => count >= least).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    return common.slice(0, most).map(([value]) => value)
  }
  return { emailDomains: on((facts) => facts.emailDomains), phones: on((facts) => facts.phones), places: on((facts) => facts.places) }
}
