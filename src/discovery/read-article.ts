import { type PressPiece, type PressReading, readPressPage, readPressText, titleOfArticle } from './press.ts'
import { readPage } from './website/read-page.ts'

/** What an article names, under its headline and day. */
export interface ArticleReading extends PressReading {
  /** '' when it has no headline. */
  readonly title: string
}

/** More than this many accounts make a list, not an article; the first ones are kept. */
const mostClaims = 60
const longestText = 500_000

const atMost = ({ claims, people }: PressReading): PressReading => ({ claims: claims.slice(0, mostClaims), people })

/** An article that was fetched. */
export function readArticle(
  html: string,
  page: { readonly url: string; readonly fetchedAt: string; readonly record: string | null },
): ArticleReading {
  const reading = readPage(html, page)
  const title = titleOfArticle(reading.title, html)
  const piece = { page: page.url, title, seenAt: page.fetchedAt, record: page.record }
  return { title, ...atMost(readPressPage(reading, html, piece)) }
}

/** An article that somebody saved, as a page or as text. `title` as that person typed it; '' takes the page's own. */
export function readSavedArticle(file: Uint8Array, { title, seenAt }: Pick<PressPiece, 'title' | 'seenAt'>): ArticleReading {
  const text = new TextDecoder().decode(file)
  const piece = { page: null, title, seenAt, record: null }
  if (!isMarkup(text)) return { title, ...atMost(readPressText(text.slice(0, longestText), piece)) }
  const page = readPage(text, { url: 'https://press.invalid/', fetchedAt: seenAt, record: null })
  return { title: title || titleOfArticle(page.title, text), ...atMost(readPressPage(page, text, piece)) }
}

const isMarkup = (text: string): boolean => /<(?:!doctype html|html|body|article|p|div)\b/i.test(text.slice(0, 5_000))
