import { troubleOf } from '../service-answer.ts'
import type { ExistenceCheck } from './client.ts'
import { addressesIn, isOurs, plainText } from './websites.ts'

const title = /class="tgme_page_title"[^<>]{0,100}>(.{1,2000}?)<\/div>/s
const description = /class="tgme_page_description[^"<>]{0,100}"[^<>]{0,100}>(.{1,5000}?)<\/div>/s
/** A channel or group says how many follow it; a person's page does not. */
const extra = /class="tgme_page_extra"[^<>]{0,100}>(.{1,500}?)<\/div>/s

/** The public page `t.me/name`. A name that nobody has gives a page that asks not to be indexed (Maigret, WhatsMyName, August 2026). */
export function telegramCheck({ origin = 'https://t.me' }: { readonly origin?: string } = {}): ExistenceCheck {
  return {
    platform: 'telegram',
    service: 'Telegram',
    takes: (handle) => /^[A-Za-z]\w{3,31}$/.test(handle),
    async check(handle, about, fetcher) {
      const fetched = await fetcher.get(`${origin}/${handle}`, { accept: 'html', maxBytes: 500_000 })
      if (fetched.kind !== 'page') return troubleOf('Telegram', fetched)
      const { at, record, text } = fetched
      const name = plainText(title.exec(text)?.[1])
      if (name === '')
        return text.includes('noindex') && text.includes('tgme_') ? { kind: 'absent', at, record } : troubleOf('Telegram', fetched)
      const [about1, count] = [description.exec(text)?.[1] ?? '', plainText(extra.exec(text)?.[1])]
      const proof = addressesIn(about1).some((one) => isOurs(one, about)) ? 'names-our-site' : null
      const isPerson = !/subscriber|member|abonnee|leden|monthly users/i.test(count) && proof === null
      return {
        kind: 'seen',
        at,
        record,
        value: { handle, displayName: name, quote: [name, count, plainText(about1)].filter(Boolean).join(' · '), proof, isPerson },
      }
    },
  }
}
