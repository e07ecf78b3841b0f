import { and, desc, eq } from 'drizzle-orm'
import { getDomain } from 'tldts'
import { EenlijnError } from '../model/errors.ts'
import type { Organisation } from '../model/organisation.ts'
import { newId } from '../store/id.ts'
import type { Db } from '../store/open.ts'
import { organisations } from '../store/schema.ts'

export const nameKeyOf = (name: string) => name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()

/**
 * The website as an absolute address: `zorg.example` becomes `https://zorg.example/`.
 * @throws EenlijnError `invalid-input` when it is no public web address.
 */
export function readWebsite(raw: string): string {
  const text = raw.trim()
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:/i.test(text) && !/^[^/]+:\d+/.test(text) ? text : `https://${text}`)
  const usable =
    url && (url.protocol === 'http:' || url.protocol === 'https:') && url.hostname.includes('.') && !url.username && !url.password
  if (!usable)
    throw new EenlijnError(
      'invalid-input',
      {
        nl: `‘${text.slice(0, 100)}’ is geen webadres. Schrijf het zoals in de adresbalk, bijvoorbeeld www.jullienaam.nl.`,
        en: `‘${text.slice(0, 100)}’ is not a web address. Write it as in the address bar, for example www.yourname.org.`,
      },
      { field: 'website' },
    )
  url.hash = ''
  return url.href
}

/** The registered domain of an absolute address, by which an organisation is known again. */
export const domainOf = (website: string): string => getDomain(website) ?? new URL(website).hostname

/**
 * The organisation that this request is about: the one known under this name and website, or a new one.
 * @throws EenlijnError `organisation-ambiguous` for a name alone that several have.
 */
export function findOrCreateOrganisation(tx: Db, asked: Organisation & { demo: boolean }, now: string): string {
  const nameKey = nameKeyOf(asked.name)
  const domain = asked.website ? domainOf(asked.website) : null
  const known = tx
    .select()
    .from(organisations)
    .where(and(eq(organisations.nameKey, nameKey), eq(organisations.demo, asked.demo)))
    .orderBy(desc(organisations.createdAt))
    .all()
  if (domain === null && known.length > 1 && known.every((row) => row.domain !== null)) throw severalOf(known)
  const same = known.find((row) => row.domain === domain) ?? (domain === null ? known[0] : known.find((row) => row.domain === null))
  if (same) {
    const aliases = [...new Set([...same.aliases, ...asked.aliases])]
    tx.update(organisations)
      .set({ aliases, website: asked.website ?? same.website, domain: domain ?? same.domain, country: asked.country ?? same.country })
      .where(eq(organisations.id, same.id))
      .run()
    return same.id
  }
  const id = newId()
  tx.insert(organisations)
    .values({
      id,
      name: asked.name,
      aliases: asked.aliases,
      website: asked.website,
      country: asked.country,
      wikidataId: asked.wikidataId,
      nameKey,
      domain,
      demo: asked.demo,
      createdAt: now,
    })
    .run()
  return id
}

function severalOf(known: readonly { name: string; website: string | null }[]): EenlijnError {
  const sites = known.slice(0, mostNamed).map(({ website }) => (website ?? '').replace(/^https?:\/\/|\/$/g, ''))
  const listed = known.length > mostNamed ? [...sites, '…'] : sites
  const [{ name } = { name: '' }] = known
  return new EenlijnError(
    'organisation-ambiguous',
    {
      nl: `Er zijn ${known.length} organisaties met de naam ‘${name}’: ${listed.join(', ')}. Zeg welke je bedoelt: vul de website erbij in.`,
      en: `There are ${known.length} organisations called ‘${name}’: ${listed.join(', ')}. Say which one you mean: fill in its website too.`,
    },
    { field: 'website' },
  )
}

const mostNamed = 5
