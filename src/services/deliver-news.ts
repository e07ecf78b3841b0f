import { and, asc, eq, isNull, lte } from 'drizzle-orm'
import { leaseMs, longestPatienceMs, retryDelaysMs, sendAtOnce, sendPerTurn } from '../../config/news.ts'
import type { Posted } from '../capture/post.ts'
import type { Deps } from '../deps.ts'
import type { DeliveryProblem } from '../model/news.ts'
import type { Locale } from '../model/text.ts'
import type { News } from '../report/news.ts'
import { newsMail } from '../report/news-mail.ts'
import { newsMessage } from '../report/news-message.ts'
import { deliveries, persons, subscriptions } from '../store/schema.ts'
import type { Senders } from './news-senders.ts'
import { planDeliveries } from './plan-deliveries.ts'
import { readNews } from './read-news.ts'
import { signedHeaders } from './sign-webhook.ts'
import { unsubscribeToken } from './unsubscribe.ts'

type DeliveryRow = typeof deliveries.$inferSelect

/**
 * Plans what is to be told and sends what is due. Each attempt is written down before it is made, so a crash repeats at most
 * that one, under the same id. With the network off nothing is sent and nothing is lost.
 */
export async function deliverNews(deps: Deps, senders: Senders, signal?: AbortSignal): Promise<void> {
  if (!deps.env.network) return
  planDeliveries(deps)
  const due = takeDue(deps)
  const next = due.values()
  const turn: Turn = { deps, senders, signal, newsOf: oncePerAudit(deps) }
  const sendRest = async () => {
    for (const delivery of next) if (!signal?.aborted) await send(turn, delivery)
  }
  await Promise.all(Array.from({ length: Math.min(sendAtOnce, due.length) }, sendRest))
}

interface Turn {
  readonly deps: Deps
  readonly senders: Senders
  readonly signal: AbortSignal | undefined
  readonly newsOf: (auditId: string) => Promise<News | null>
}

/** Comparing two audits takes a while; fifty readers of one are told the same. */
function oncePerAudit(deps: Deps): Turn['newsOf'] {
  const read = new Map<string, Promise<News | null>>()
  return (auditId) => {
    const news = read.get(auditId) ?? readNews(deps, auditId)
    read.set(auditId, news)
    return news
  }
}

/** Those whose turn has come, each leased for one attempt. */
function takeDue(deps: Deps): DeliveryRow[] {
  const now = deps.now()
  const isDue = and(eq(deliveries.state, 'waiting'), lte(deliveries.nextAt, now.toISOString()))
  // Most turns find nothing, and reading takes no lock.
  if (!deps.store.db.select({ id: deliveries.id }).from(deliveries).where(isDue).limit(1).get()) return []
  const leased = new Date(now.getTime() + leaseMs).toISOString()
  return deps.store.transact((tx) => {
    const due = tx.select().from(deliveries).where(isDue).orderBy(asc(deliveries.nextAt)).limit(sendPerTurn).all()
    return due.map((row) => {
      const attempts = row.attempts + 1
      tx.update(deliveries).set({ attempts, nextAt: leased }).where(eq(deliveries.id, row.id)).run()
      return { ...row, attempts }
    })
  })
}

/** How one attempt went. `final`: no other attempt will go better. */
type Outcome = 'sent' | 'nothing' | { readonly problem: DeliveryProblem; readonly final?: boolean; readonly afterSeconds?: number | null }

async function send(turn: Turn, delivery: DeliveryRow): Promise<void> {
  const { deps, signal } = turn
  let outcome: Outcome
  try {
    outcome = await attempt(turn, delivery)
  } catch (error) {
    // Ours to mend, not the receiver's: tried again like any other, and told in the log.
    deps.log.error({ err: error, delivery: delivery.id }, 'news could not be made')
    outcome = { problem: 'unreachable' }
  }
  // What stopping cut off says nothing of the receiver: its lease brings it back.
  if (signal?.aborted && outcome !== 'sent') return
  deps.store.db
    .update(deliveries)
    .set(standOf(deps, delivery, outcome))
    .where(eq(deliveries.id, delivery.id))
    .run()
}

function standOf(deps: Deps, { attempts }: DeliveryRow, outcome: Outcome): Partial<DeliveryRow> {
  const now = deps.now().getTime()
  if (outcome === 'sent') return { state: 'sent', sentAt: new Date(now).toISOString(), nextAt: null, problem: null }
  if (outcome === 'nothing') return { state: 'nothing', nextAt: null, problem: null }
  const { problem, final = false, afterSeconds = null } = outcome
  const wait = retryDelaysMs[attempts - 1]
  if (final || wait === undefined) return { state: 'given-up', nextAt: null, problem }
  const asked = Math.min((afterSeconds ?? 0) * 1_000, longestPatienceMs)
  return { nextAt: new Date(now + Math.max(wait, asked)).toISOString(), problem }
}

async function attempt({ deps, senders, newsOf }: Turn, delivery: DeliveryRow): Promise<Outcome> {
  const row = deps.store.db
    .select({ to: subscriptions, workEmail: persons.workEmail })
    .from(subscriptions)
    .leftJoin(persons, eq(persons.id, subscriptions.personId))
    .where(and(eq(subscriptions.id, delivery.subscriptionId), isNull(subscriptions.removedAt)))
    .get()
  const news = row ? await newsOf(delivery.auditId) : null
  if (!row || !news) return 'nothing'
  const { to } = row
  if (to.wants === 'alerts' && news.alerts.length === 0) return 'nothing'
  const locale = to.locale as Locale
  const link = `${deps.env.publicUrl}/${locale}${news.page}`
  if (to.channel === 'webhook') {
    const body = JSON.stringify(newsMessage(news, { at: deps.now().toISOString(), link }))
    const headers = signedHeaders({ id: delivery.id, at: deps.now(), body, secret: to.secret ?? '' })
    return outcomeOf(await (await senders.poster()).post(to.url ?? '', { headers, body }))
  }
  const mailer = await senders.mailer()
  if (mailer === null) return { problem: 'mail-away' }
  if (row.workEmail === null) return 'nothing'
  const unsubscribe = `${deps.env.publicUrl}/${locale}/unsubscribe/${unsubscribeToken(to)}`
  const messageId = `<${delivery.id}@${new URL(deps.env.publicUrl).hostname}>`
  const mailed = await mailer.send({ to: row.workEmail, messageId, unsubscribe, ...newsMail(news, { locale, link, unsubscribe }) })
  return mailed === 'sent' ? 'sent' : { problem: mailed === 'refused' ? 'mail-refused' : 'mail-away', final: mailed === 'refused' }
}

function outcomeOf(posted: Posted): Outcome {
  if (posted.kind === 'failed')
    switch (posted.reason) {
      case 'private-address':
      case 'bad-address':
        return { problem: 'private-address', final: true }
      case 'timeout':
        return { problem: 'timeout' }
      default:
        return { problem: 'unreachable' }
    }
  const { status, retryAfterSeconds } = posted
  if (status >= 200 && status < 300) return 'sent'
  if (status >= 300 && status < 400) return { problem: 'redirect' }
  // Standard Webhooks: 410 says that nobody listens here any more.
  if (status === 410) return { problem: 'gone', final: true }
  return { problem: `status-${status}`, afterSeconds: retryAfterSeconds }
}
