import type { Locale } from '../model/text.ts'
import { safe } from './markup-text.ts'
import type { News } from './news.ts'

export interface Feed {
  readonly organisation: { readonly id: string; readonly name: string }
  readonly locale: Locale
  /** Address of the feed itself, and of the page that it belongs to. */
  readonly self: string
  readonly home: string
  /** ISO 8601: of the newest entry, or of when the organisation was first known. */
  readonly updatedAt: string
  /** Newest first. */
  readonly news: readonly News[]
}

interface Entry {
  readonly id: string
  readonly title: string
  readonly at: string
  readonly lines: readonly string[]
}

/** Only what anybody may know: facts about accounts that are the organisation's own. No suspicion, no judgement, no person. */
function feedEntryOf(news: News, { locale, self }: Pick<Feed, 'locale' | 'self'>): Entry {
  const lines = [...news.better, ...news.attention, ...news.other].filter(({ isPublic }) => isPublic).map(({ text }) => text[locale])
  const { up, down, equal } = news.counts
  return {
    // A tag URI (RFC 4151) stays when the address of a page changes.
    id: `tag:${new URL(self).hostname},2026:news/${news.after.auditId}`,
    title: `⬆ ${up} ⬇ ${down} ⏺ ${equal} ${news.organisation.name}`,
    at: news.after.at,
    lines: lines.length > 0 ? lines : [words.nothing[locale]],
  }
}

const titleOf = ({ organisation, locale }: Feed): string => words.title(organisation.name)[locale]
const listOf = ({ lines }: Entry): string => `<ul>${lines.map((line) => `<li>${safe(line)}</li>`).join('')}</ul>`

/** RFC 4287. */
export function atomFeed(feed: Feed): string {
  const { self, home, updatedAt, organisation, locale } = feed
  const entries = feed.news.map((news) => {
    const entry = feedEntryOf(news, feed)
    return `  <entry>
    <id>${safe(entry.id)}</id>
    <title>${safe(entry.title)}</title>
    <updated>${entry.at}</updated>
    <link rel="alternate" href="${safe(home)}"/>
    <content type="html">${safe(listOf(entry))}</content>
  </entry>`
  })
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${locale}">
  <id>${safe(`tag:${new URL(self).hostname},2026:news/${organisation.id}`)}</id>
  <title>${safe(titleOf(feed))}</title>
  <updated>${updatedAt}</updated>
  <author><name>${safe(organisation.name)}</name></author>
  <link rel="self" type="application/atom+xml" href="${safe(self)}"/>
  <link rel="alternate" href="${safe(home)}"/>
  <generator>Eenlijn</generator>
${entries.join('\n')}
</feed>
`
}

/** JSON Feed 1.1. @see https://www.jsonfeed.org/version/1.1/ */
export function jsonFeed(feed: Feed): object {
  const { self, home, locale, organisation } = feed
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: titleOf(feed),
    home_page_url: home,
    feed_url: self,
    language: locale,
    authors: [{ name: organisation.name }],
    items: feed.news.map((news) => {
      const entry = feedEntryOf(news, feed)
      return {
        id: entry.id,
        url: home,
        title: entry.title,
        content_text: entry.lines.join('\n'),
        content_html: listOf(entry),
        date_published: entry.at,
      }
    }),
  }
}

const words = {
  title: (name: string) => ({ nl: `Wat er veranderde aan de accounts van ${name}`, en: `What changed about the accounts of ${name}` }),
  nothing: {
    nl: 'Aan de eigen accounts veranderde niets dat iedereen kan zien.',
    en: 'Nothing that everybody can see changed about the organisation’s own accounts.',
  },
}
