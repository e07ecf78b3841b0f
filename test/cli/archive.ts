import { writeFileSync } from 'node:fs'
import { createRecorder } from '../../src/capture/record.ts'
import { wikidataEntitiesUrl, wikidataSearchUrl } from '../../src/discovery/wikidata.ts'

const at = '2027-03-01T09:00:00Z'

/** Writes a web archive of these answers, by address, and gives its path. What starts with `{` is JSON, the rest HTML. */
export async function writeArchive(file: string, answers: Readonly<Record<string, string>>): Promise<string> {
  const records: Uint8Array[] = []
  const { keep } = createRecorder({ put: async (bytes) => String(records.push(bytes)) })
  for (const [url, body] of Object.entries(answers)) {
    const type = body.startsWith('{') ? 'application/json' : 'text/html; charset=utf-8'
    await keep({ kind: 'response', url, at, status: 200, headers: { 'content-type': type }, body: Buffer.from(body) })
  }
  writeFileSync(file, Buffer.concat(records))
  return file
}

/** The website of a fictional organisation, with three accounts in its footer. */
export const lindePages: Readonly<Record<string, string>> = {
  'https://www.delinde.example/': `<!doctype html><html lang="nl"><head><title>De Linde</title><meta property="og:site_name" content="De Linde"></head>
    <body><header><a href="/"><img alt="De Linde" src="/logo.png"></a></header>
    <main><h1>De Linde</h1><p>Zorg in de buurt.</p><a href="/contact">Contact</a></main>
    <footer><h2>Volg ons</h2><ul class="social">
      <li><a href="https://www.facebook.com/delinde" aria-label="Facebook">Facebook</a></li>
      <li><a href="https://www.instagram.com/delinde/" aria-label="Instagram">Instagram</a></li>
      <li><a href="https://www.linkedin.com/company/delinde" aria-label="LinkedIn">LinkedIn</a></li>
    </ul></footer></body></html>`,
  'https://www.delinde.example/contact': `<!doctype html><html lang="nl"><head><title>Contact · De Linde</title></head>
    <body><main><h1>Contact</h1><p>Bel ons.</p></main>
    <footer><ul class="social"><li><a href="https://www.facebook.com/delinde">Facebook</a></li></ul></footer></body></html>`,
}

const item = (id: string, description: string, website: string) => ({
  id,
  type: 'item',
  labels: { nl: { language: 'nl', value: 'De Linde' } },
  descriptions: { nl: { language: 'nl', value: description } },
  aliases: {},
  claims: {
    P31: [{ rank: 'normal', mainsnak: { snaktype: 'value', datavalue: { value: { id: 'Q43229' } } } }],
    P856: [{ rank: 'normal', mainsnak: { snaktype: 'value', datavalue: { value: website } } }],
  },
})

/** A register in which two organisations are called De Linde. */
export function twoLindes(): Readonly<Record<string, string>> {
  const items = [
    item('Q901', 'zorgorganisatie in Voorbeeldstad', 'https://www.delinde.example/'),
    item('Q902', 'theater in Elders', 'https://theaterdelinde.example/'),
  ]
  const ids = items.map(({ id }) => id)
  return {
    [wikidataSearchUrl('De Linde', 'nl')]: JSON.stringify({ search: ids.map((id) => ({ id })) }),
    [wikidataEntitiesUrl(ids)]: JSON.stringify({ entities: Object.fromEntries(items.map((one) => [one.id, one])) }),
  }
}
