import { randomBytes } from 'node:crypto'
import { and, desc, eq, isNull } from 'drizzle-orm'
import { mostSubscriptions } from '../../config/news.ts'
import { webGuard } from '../capture/post.ts'
import type { Deps } from '../deps.ts'
import { EenlijnError } from '../model/errors.ts'
import {
  type DeliveryProblem,
  type DeliveryState,
  type NewsChannel,
  type NewsWants,
  type SubscriptionInput,
  subscriptionInputSchema,
} from '../model/news.ts'
import type { Locale, Text } from '../model/text.ts'
import { newId } from '../store/id.ts'
import type { Db } from '../store/open.ts'
import { deliveries, persons, subscriptions } from '../store/schema.ts'
import { findAudit, organisationOf } from './find-audit.ts'
import { invalidInput } from './invalid-input.ts'
import { isEmail } from './save-manager.ts'

export type SubscriptionRow = typeof subscriptions.$inferSelect

/** How the newest message went. */
interface DeliveryView {
  readonly auditId: string
  readonly state: DeliveryState
  readonly attempts: number
  /** ISO 8601, UTC: the next attempt. */
  readonly nextAt: string | null
  readonly sentAt: string | null
  readonly problem: DeliveryProblem | null
}

export interface SubscriptionView {
  readonly id: string
  readonly channel: NewsChannel
  /** The mail address or the webhook's. */
  readonly to: string
  readonly wants: NewsWants
  readonly locale: Locale
  readonly createdAt: string
  readonly newest: DeliveryView | null
}

/** Who is told what changed at an organisation, as reached from one of its audits. */
export interface SubscriptionsView {
  readonly organisation: { readonly id: string; readonly name: string }
  /** Whether this server can send mail. */
  readonly mail: boolean
  /** Whether it may send anything at all. */
  readonly network: boolean
  readonly subscriptions: readonly SubscriptionView[]
}

/** @throws EenlijnError `not-found`. */
export function readSubscriptions(deps: Deps, auditId: string): SubscriptionsView {
  const { db } = deps.store
  const { id, name } = organisationOf(db, findAudit(db, auditId))
  const views = rowsOf(db, id).map(
    ({ row, workEmail }): SubscriptionView => ({
      id: row.id,
      channel: row.channel as NewsChannel,
      to: workEmail ?? row.url ?? '',
      wants: row.wants as NewsWants,
      locale: row.locale as Locale,
      createdAt: row.createdAt,
      newest: newestDelivery(db, row.id),
    }),
  )
  return { organisation: { id, name }, mail: deps.env.mail !== null, network: deps.env.network, subscriptions: views }
}

/** Those that stand; a reader who was erased has no address any more. */
const rowsOf = (db: Db, organisationId: string) =>
  db
    .select({ row: subscriptions, workEmail: persons.workEmail })
    .from(subscriptions)
    .leftJoin(persons, eq(persons.id, subscriptions.personId))
    .where(and(eq(subscriptions.organisationId, organisationId), isNull(subscriptions.removedAt)))
    .orderBy(subscriptions.id)
    .all()
    .filter(({ row, workEmail }) => row.channel !== 'mail' || workEmail !== null)

function newestDelivery(db: Db, subscriptionId: string): DeliveryView | null {
  const row = db.select().from(deliveries).where(eq(deliveries.subscriptionId, subscriptionId)).orderBy(desc(deliveries.id)).get()
  if (!row) return null
  const { auditId, state, attempts, nextAt, sentAt, problem } = row
  return { auditId, state: state as DeliveryState, attempts, nextAt, sentAt, problem: problem as DeliveryProblem | null }
}

/**
 * Tells somebody, from the next audit on, what changed. A webhook's `signingKey` is given this once.
 * @throws EenlijnError `invalid-input` with the field, `conflict`, `too-large`, `not-found`.
 */
export function saveSubscription(deps: Deps, auditId: string, input: SubscriptionInput): { id: string; signingKey: string | null } {
  const parsed = subscriptionInputSchema.safeParse(input)
  if (!parsed.success) throw parsed.error.issues[0]?.path[0] === 'to' ? refused(emptyText) : invalidInput(parsed.error)
  const { channel, wants, locale } = parsed.data
  const to = channel === 'mail' ? mailAddress(deps, parsed.data.to) : webhookAddress(deps, parsed.data.to)
  const now = deps.now().toISOString()
  return deps.store.transact((tx) => {
    const { organisationId } = findAudit(tx, auditId)
    const standing = rowsOf(tx, organisationId)
    if (standing.some(({ row, workEmail }) => (workEmail ?? row.url)?.toLowerCase() === to.toLowerCase()))
      throw new EenlijnError('conflict', knownText, { field: 'to' })
    if (standing.length >= mostSubscriptions) throw new EenlijnError('too-large', fullText)
    const id = newId(deps.now().getTime())
    // A webhook signs with it (`whsec_` and base64, as Standard Webhooks asks); in mail it is what the link to end it carries.
    const secret = channel === 'webhook' ? `whsec_${randomBytes(32).toString('base64')}` : randomBytes(24).toString('base64url')
    const personId = channel === 'mail' ? newId() : null
    if (personId) tx.insert(persons).values({ id: personId, workEmail: to, createdAt: now }).run()
    tx.insert(subscriptions)
      .values({ id, organisationId, channel, personId, url: channel === 'webhook' ? to : null, secret, wants, locale, createdAt: now })
      .run()
    return { id, signingKey: channel === 'webhook' ? secret : null }
  })
}

function mailAddress(deps: Deps, to: string): string {
  if (deps.env.mail === null) throw new EenlijnError('conflict', mailOffText, { field: 'to' })
  if (!isEmail(to)) throw refused(emailText)
  return to
}

/** Whether the name leads to a public address is asked again at every sending; here only what the address itself says. */
function webhookAddress(deps: Deps, to: string): string {
  const url = URL.canParse(to) ? new URL(to) : null
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) throw refused(urlText)
  try {
    webGuard(deps.env.allowPrivate).check(url)
  } catch {
    throw refused(privateText)
  }
  url.hash = ''
  return url.href
}

/** @throws EenlijnError `not-found`. */
export function removeSubscription(deps: Deps, input: { auditId: string; id: string }): void {
  const { organisationId } = findAudit(deps.store.db, input.auditId)
  const row = deps.store.db.select().from(subscriptions).where(eq(subscriptions.id, input.id)).get()
  if (!row || row.organisationId !== organisationId || row.removedAt !== null) throw new EenlijnError('not-found', goneText)
  endSubscription(deps, row)
}

/** The address goes at once, and what was still to be sent with it. */
export function endSubscription(deps: Deps, row: SubscriptionRow): void {
  const now = deps.now().toISOString()
  deps.store.transact((tx) => {
    const kept = row.channel === 'mail' ? row.secret : null
    tx.update(subscriptions).set({ removedAt: now, url: null, secret: kept }).where(eq(subscriptions.id, row.id)).run()
    tx.delete(deliveries)
      .where(and(eq(deliveries.subscriptionId, row.id), eq(deliveries.state, 'waiting')))
      .run()
    if (row.personId) tx.update(persons).set({ name: null, workEmail: null, erasedAt: now }).where(eq(persons.id, row.personId)).run()
  })
  deps.store.checkpoint()
}

const refused = (text: Text) => new EenlijnError('invalid-input', text, { field: 'to' })

const emptyText: Text = { nl: 'Vul in waar het nieuws heen gaat.', en: 'Fill in where the news goes.' }
const emailText: Text = {
  nl: 'Dit is geen e-mailadres. Schrijf bijvoorbeeld jannie@zorgwijde.example.',
  en: 'This is not an e-mail address. Write for example jannie@zorgwijde.example.',
}
const urlText: Text = {
  nl: 'Dit is geen adres van een webhook. Schrijf het voluit, bijvoorbeeld https://hooks.zorgwijde.example/eenlijn, zonder wachtwoord erin.',
  en: 'This is not the address of a webhook. Write it in full, for example https://hooks.zorgwijde.example/eenlijn, without a password in it.',
}
const privateText: Text = {
  nl: 'Naar dit adres sturen wij niets: het ligt niet op het openbare web (poort 80 of 443). De beheerder kan het toestaan met EENLIJN_ALLOW_PRIVATE.',
  en: 'We send nothing to this address: it is not on the public web (port 80 or 443). The administrator can allow it with EENLIJN_ALLOW_PRIVATE.',
}
const knownText: Text = {
  nl: 'Dit adres staat al in de lijst. Haal het eerst weg als je iets wilt veranderen.',
  en: 'This address is in the list already. Remove it first if you want to change something.',
}
const fullText: Text = {
  nl: `Er passen ${mostSubscriptions} adressen in de lijst. Haal eerst iets weg.`,
  en: `The list holds ${mostSubscriptions} addresses. Remove one first.`,
}
const goneText: Text = { nl: 'Dit adres staat niet (meer) in de lijst.', en: 'This address is not in the list (any more).' }
const mailOffText: Text = {
  nl: 'Deze server kan geen mail sturen. De beheerder zet dat aan met SMTP_URL en MAIL_FROM.',
  en: 'This server cannot send mail. The administrator switches it on with SMTP_URL and MAIL_FROM.',
}
