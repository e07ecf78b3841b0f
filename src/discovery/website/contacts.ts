import type { SiteFacts } from '../../model/site-facts.ts'
import { emailDomains, phoneOf } from '../../verification/contacts.ts'

const longestPage = 1_000_000
const most = 20

/** How a page says that its organisation can be reached: mail and telephone links, structured data, Dutch postal lines. Linear in the markup. */
export function contactsOfPage(markup: string): SiteFacts {
  const html = markup.slice(0, longestPage)
  const all = (pattern: RegExp): string[] => [...html.matchAll(pattern)].slice(0, most).map(([, value]) => value ?? '')
  const mail = [...all(/mailto:[^@"'<>\s?]{1,80}@([\w.-]{3,80})/gi), ...all(/"email"\s{0,5}:\s{0,5}"[^@"\s]{1,80}@([\w.-]{3,80})"/gi)]
  const phones = [...all(/href=["']?tel:([^"'>]{8,30})/gi), ...all(/"telephone"\s{0,5}:\s{0,5}"([^"]{8,30})"/gi)].map(phoneOf)
  const places = [
    ...all(/"addressLocality"\s{0,5}:\s{0,5}"([^"<>]{2,50})"/gi),
    ...all(/(?<![\w-])\d{4}\s?[A-Z]{2}(?:\s|&nbsp;|,){1,4}(\p{Lu}[\p{L}'’-]{1,30}(?: \p{Lu}[\p{L}'’-]{1,30}){0,2})/gu),
  ]
  const unique = (values: readonly (string | null)[]): string[] =>
    [...new Set(values)].filter((value) => value !== null && value !== '') as string[]
  return { emailDomains: emailDomains(mail), phones: unique(phones), places: unique(places) }
}
