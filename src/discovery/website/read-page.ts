import type { PageReading } from '../../model/mention.ts'
import { contactsOfPage } from './contacts.ts'
import { groupsOf } from './groups.ts'
import { createPageReader } from './page-reader.ts'
import { tokenise } from './tokens.ts'

/** Where and when a page was got. */
export interface PageSource {
  /** The address that answered; relative links are read against it. */
  readonly url: string
  /** ISO 8601. */
  readonly fetchedAt: string
  /** Digest of the evidence record, when it was kept. */
  readonly record: string | null
}

/** A link to another page. */
export interface FoundLink {
  /** As written. */
  readonly href: string
  readonly text: string
  readonly zone: string
}

/** A page with its links, for whoever wants to read on. */
export interface PageWithLinks {
  readonly reading: PageReading
  readonly links: readonly FoundLink[]
}

function read(html: string, page: PageSource, withLinks: boolean): PageWithLinks {
  const reader = createPageReader(html, page.url, withLinks)
  tokenise(html, reader.handler)
  const found = reader.finish()
  const groups = groupsOf(found.placed)
  const reading: PageReading = {
    url: page.url,
    title: found.title,
    siteNames: found.siteNames,
    lang: found.lang,
    authors: found.authors,
    mentions: found.placed.map(({ mention }, index) => {
      const group = groups[index] ?? null
      const zone =
        group !== null && (mention.zone === 'main' || mention.zone === 'unknown' || mention.zone === 'aside') ? 'social-box' : mention.zone
      return { ...mention, zone, group }
    }),
    ...(withLinks ? { contacts: contactsOfPage(html) } : {}),
    fetchedAt: page.fetchedAt,
    record: page.record,
  }
  return { reading, links: found.links }
}

/** Reads every place of a page that names a platform. Never throws; linear in the length of the markup. */
export const readPage = (html: string, page: PageSource): PageReading => read(html, page, false).reading

/** As `readPage`, and what only a whole site is asked for: the links to other pages and how it can be reached. */
export const readPageWithLinks = (html: string, page: PageSource): PageWithLinks => read(html, page, true)
