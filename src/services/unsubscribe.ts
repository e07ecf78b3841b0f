import { timingSafeEqual } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { EenlijnError } from '../model/errors.ts'
import type { Text } from '../model/text.ts'
import type { Db } from '../store/open.ts'
import { organisations, subscriptions } from '../store/schema.ts'
import { endSubscription, type SubscriptionRow } from './subscriptions.ts'

/** Whose mail a link ends, and whether it ended already. @throws EenlijnError `not-found` for a link that is none. */
export function findByUnsubscribeToken(deps: Deps, token: string): { organisation: string; ended: boolean } {
  const row = byToken(deps.store.db, token)
  const organisation = deps.store.db.select().from(organisations).where(eq(organisations.id, row.organisationId)).get()
  return { organisation: organisation?.name ?? '', ended: row.removedAt !== null }
}

/** Ends the mail of whoever holds this link. Doing it twice is fine. @throws EenlijnError `not-found`. */
export function unsubscribe(deps: Deps, token: string): void {
  const row = byToken(deps.store.db, token)
  if (row.removedAt === null) endSubscription(deps, row)
}

export const unsubscribeToken = ({ id, secret }: Pick<SubscriptionRow, 'id' | 'secret'>): string => `${id}.${secret}`

function byToken(db: Db, token: string): SubscriptionRow {
  const [id = '', secret = ''] = token.slice(0, 200).split('.')
  const row = db.select().from(subscriptions).where(eq(subscriptions.id, id)).get()
  const known = Buffer.from(row?.secret ?? '')
  const given = Buffer.from(secret)
  if (row?.channel === 'mail' && known.length === given.length && known.length > 0 && timingSafeEqual(known, given)) return row
  throw new EenlijnError('not-found', linkText)
}

const linkText: Text = {
  nl: 'Deze link werkt niet. Kopieer hem helemaal uit de mail, of vraag je collega om je adres weg te halen.',
  en: 'This link does not work. Copy the whole of it from the mail, or ask your colleague to remove your address.',
}
