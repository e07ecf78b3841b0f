import { and, eq, gt, isNotNull, isNull, notExists, sql } from 'drizzle-orm'
import { newsFreshMs } from '../../config/news.ts'
import type { Deps } from '../deps.ts'
import { newId } from '../store/id.ts'
import { audits, deliveries, subscriptions } from '../store/schema.ts'
import { previousAudit } from './read-difference.ts'

/**
 * Writes down what is to be sent: one message to each subscriber for each audit that ended after they subscribed and has an
 * earlier one to be compared with. Done twice, or after a standstill, it adds what is missing and nothing else.
 */
export function planDeliveries(deps: Deps): void {
  const { db } = deps.store
  const now = deps.now()
  const fresh = new Date(now.getTime() - newsFreshMs).toISOString()
  const known = db
    .select({ one: sql`1` })
    .from(deliveries)
    .where(and(eq(deliveries.subscriptionId, subscriptions.id), eq(deliveries.auditId, audits.id)))
  const due = db
    .select({ subscriptionId: subscriptions.id, channel: subscriptions.channel, audit: audits })
    .from(subscriptions)
    .innerJoin(audits, eq(audits.organisationId, subscriptions.organisationId))
    .where(
      and(
        isNull(subscriptions.removedAt),
        eq(audits.state, 'done'),
        isNotNull(audits.finishedAt),
        gt(audits.finishedAt, subscriptions.createdAt),
        gt(audits.finishedAt, fresh),
        notExists(known),
      ),
    )
    .orderBy(audits.id)
    .all()
    .filter(({ channel }) => channel !== 'mail' || deps.env.mail !== null)
    .filter(({ audit }) => previousAudit(db, audit) !== null)
  if (due.length === 0) return
  const nextAt = now.toISOString()
  deps.store.transact((tx) => {
    for (const { subscriptionId, audit } of due)
      tx.insert(deliveries)
        .values({ id: newId(now.getTime()), subscriptionId, auditId: audit.id, state: 'waiting', nextAt })
        .onConflictDoNothing()
        .run()
  })
}
