import type { Context } from 'hono'
import type { Deps } from '../deps.ts'
import type { Locale } from '../model/text.ts'
import { atomFeed, jsonFeed } from '../report/news-feed.ts'
import { readFeed } from '../services/read-feed.ts'

interface FeedAsked {
  readonly organisationId: string
  readonly locale: Locale
  readonly form: 'atom' | 'json'
  /** Where this feed stands. */
  readonly path: string
}

const types = { atom: 'application/atom+xml; charset=utf-8', json: 'application/feed+json; charset=utf-8' } as const
const maxAgeSeconds = 600
/** Feeds kept at hand; comparing ten audits takes a while, and readers ask often. */
const mostKept = 50

/** Answers with feeds, or 304 to a reader that has this one. The answer throws EenlijnError `not-found`. */
export function createFeeds(deps: Deps): (c: Context, asked: FeedAsked) => Promise<Response> {
  const kept = new Map<string, { readonly etag: string; readonly body: Promise<string> }>()
  const write = async (build: ReturnType<typeof readFeed>['build'], form: FeedAsked['form']) => {
    const feed = await build()
    return form === 'atom' ? atomFeed(feed) : JSON.stringify(jsonFeed(feed))
  }
  return async (c, { organisationId, locale, form, path }) => {
    const { etag, build } = readFeed(deps, { organisationId, locale, path })
    c.header('ETag', etag)
    c.header('Cache-Control', `public, max-age=${maxAgeSeconds}`)
    const known = (c.req.header('if-none-match') ?? '').slice(0, 2_000).split(',')
    if (known.some((one) => one.trim() === etag)) return c.body(null, 304)
    const before = kept.get(path)
    const body = before?.etag === etag ? before.body : write(build, form)
    kept.delete(path)
    kept.set(path, { etag, body })
    const [oldest] = kept.keys()
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
    body.catch(() => kept.delete(path))
    return c.body(await body, 200, { 'Content-Type': types[form] })
  }
}
