import type { FoundVia } from '../model/candidate.ts'
import type { MentionSource, Zone } from '../model/mention.ts'
import type { Text } from '../model/text.ts'
import type { Place } from './model.ts'
import { type SearchRank, searchRank } from './search-rank.ts'
import { routeWords, zoneWords } from './words.ts'

/** What an organisation says outright of itself comes before what merely stands on a page. */
const sourceRank: Readonly<Record<MentionSource, number>> = {
  'rel-me': 0,
  jsonld: 0,
  'declared-file': 0,
  microdata: 0,
  link: 1,
  'meta-twitter-site': 1,
  'article-publisher': 1,
  'plugin-frame': 2,
  'data-attribute': 3,
  'meta-other': 3,
  'inline-script': 4,
  'meta-twitter-creator': 4,
  'article-author': 4,
  'share-via': 5,
  text: 5,
}

const zoneRank: Readonly<Record<Zone, number>> = {
  'social-box': 0,
  header: 0,
  footer: 0,
  nav: 1,
  head: 1,
  main: 2,
  aside: 3,
  unknown: 3,
  article: 4,
  'person-card': 4,
  comments: 6,
}

const rank = (via: FoundVia) => zoneRank[via.zone] + sourceRank[via.source] + (via.route === 'website' ? 0 : 1)

/** The places in the order in which they convince, each as a sentence. */
export function placesOf(found: readonly FoundVia[]): Place[] {
  return found
    .toSorted((a, b) => rank(a) - rank(b) || order(a.page ?? '', b.page ?? '') || order(a.seenAt, b.seenAt))
    .map((via) => ({ route: via.route, text: sentence(via), page: via.page, quote: via.quote, seenAt: via.seenAt, record: via.record }))
}

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function sentence(via: FoundVia): Text {
  const title = via.pageTitle.trim()
  const found = searchRank(via)
  const say = (locale: keyof Text, page: string) =>
    [
      routeWords[via.route][locale],
      title === '' ? '' : via.page === null ? `‘${title}’` : page.replace('%', () => title),
      zoneWords[via.zone][locale],
      found === null ? '' : rankWords(found)[locale],
    ]
      .filter(Boolean)
      .join(', ')
  return { nl: say('nl', 'pagina ‘%’'), en: say('en', 'page ‘%’') }
}

const rankWords = ({ rank, query }: SearchRank): Text => ({
  nl: query === '' ? `${rank}e resultaat` : `${rank}e resultaat bij zoeken op ‘${query}’`,
  en: query === '' ? `result ${rank}` : `result ${rank} when searching for ‘${query}’`,
})
