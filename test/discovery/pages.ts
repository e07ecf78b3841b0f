import { readPage } from '../../src/discovery/website/read-page.ts'
import type { Mention, PageReading } from '../../src/model/mention.ts'

/** A page of a made-up care organisation, read. */
export function reading(html: string, url = 'https://www.wilgenhof.nl/'): PageReading {
  return readPage(html, { url, fetchedAt: '2026-01-05T10:00:00.000Z', record: null })
}

export const keys = (page: PageReading): (string | null)[] => page.mentions.map(({ address }) => address.key)

export function mentionOf(page: PageReading, key: string): Mention {
  const found = page.mentions.find(({ address }) => address.key === key)
  if (found === undefined) throw new Error(`${key} is not among ${keys(page).join(', ')}`)
  return found
}

const footer = `<footer><p>Volg ons</p><ul>
  <li><a href="https://www.facebook.com/zorggroepwilgenhof"><i class="fa fa-facebook"></i></a></li>
  <li><a href="https://www.linkedin.com/company/wilgenhof"><i class="fa fa-linkedin"></i></a></li>
</ul></footer>`

/** A whole page with the site's own footer around `body`. */
export function page(body: string, path = '/'): PageReading {
  return reading(
    `<!doctype html><html lang="nl"><head><title>Welkom | Zorggroep Wilgenhof</title><meta property="og:site_name" content="Zorggroep Wilgenhof"></head><body><header><nav><a href="/contact">Contact</a></nav></header><main>${body}</main>${footer}</body></html>`,
    `https://www.wilgenhof.nl${path}`,
  )
}
