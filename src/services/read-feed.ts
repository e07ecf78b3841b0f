import { createHash } from 'node:crypto'
import { and, desc, eq, max } from 'drizzle-orm'
import { feedEntries } from '../../config/news.ts'
import type { Deps } from '../deps.ts'
import { EenlijnError } from '../model/errors.ts'
import type { Locale } from '../model/text.ts'
import type { News } from '../report/news.ts'
import type { Feed } from '../report/news-feed.ts'
import { accounts, audits, decisions, organisations, publicChecks } from '../store/schema.ts'
import { readNews } from './read-news.ts'

export interface FeedAsked {
  readonly organisationId: string
  readonly locale: Locale
  /** Path of the feed itself. */
  readonly path: string
}

export interface FeedAnswer {
  /** Changes whenever the feed may have; finding it out compares nothing. */
  readonly etag: string
  build(): Promise<Feed>
}

/** The news of an organisation's own accounts, for feed readers. @throws EenlijnError `not-found`. */
export function readFeed(deps: Deps, { organisationId, locale, path }: FeedAsked): FeedAnswer {
  const { db } = deps.store
  const organisation = db.select().from(organisations).where(eq(organisations.id, organisationId)).get()
  if (!organisation)
    throw new EenlijnError('not-found', {
      nl: 'Deze organisatie is hier niet bekend. Kijk of het adres klopt.',
      en: 'This organisation is not known here. Check the address.',
    })
  // One more than is told of: the oldest needs one to be compared with.
  const done = db
    .select({ id: audits.id, finishedAt: audits.finishedAt })
    .from(audits)
    .where(and(eq(audits.organisationId, organisationId), eq(audits.state, 'done')))
    .orderBy(desc(audits.id))
    .limit(feedEntries + 1)
    .all()
  const decided = db
    .select({ last: max(decisions.id) })
    .from(decisions)
    .innerJoin(accounts, eq(accounts.id, decisions.accountId))
    .where(eq(accounts.organisationId, organisationId))
    .get()
  const slug = db.select().from(publicChecks).where(eq(publicChecks.organisationId, organisationId)).get()?.slug ?? null
  const { publicUrl } = deps.env
  const marks = [deps.version, publicUrl, organisation.name, path, slug, decided?.last, ...done.map(({ id }) => id)]
  return {
    etag: `W/"${createHash('sha256').update(JSON.stringify(marks)).digest('base64url').slice(0, 22)}"`,
    build: async () => {
      const news: News[] = []
      for (const { id } of done.slice(0, feedEntries)) {
        const one = await readNews(deps, id)
        if (one) news.push(one)
      }
      return {
        organisation: { id: organisationId, name: organisation.name },
        locale,
        self: `${publicUrl}${path}`,
        home: slug === null ? `${publicUrl}/${locale}/` : `${publicUrl}/${locale}/check/${slug}`,
        updatedAt: news[0]?.after.at ?? organisation.createdAt,
        news,
      }
    },
  }
}
