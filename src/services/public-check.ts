import { and, eq, ne } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { EenlijnError } from '../model/errors.ts'
import type { Text } from '../model/text.ts'
import type { Db } from '../store/open.ts'
import { publicChecks } from '../store/schema.ts'
import { findAudit, organisationOf } from './find-audit.ts'
import { type OwnAccount, ownAccounts } from './own-accounts.ts'

/** Whether an organisation answers "is this account yours?" to anybody, and what it would answer with. */
export interface PublicCheckView {
  readonly organisation: { readonly id: string; readonly name: string }
  /** `null` while it is off. */
  readonly check: { readonly slug: string; readonly since: string } | null
  /** A slug that is free. */
  readonly proposal: string
  /** What anybody would see: accounts that somebody of the organisation said are theirs. */
  readonly accounts: readonly OwnAccount[]
}

/** @throws EenlijnError `not-found`. */
export function readPublicCheck(deps: Deps, auditId: string): PublicCheckView {
  const { db } = deps.store
  const { id, name } = organisationOf(db, findAudit(db, auditId))
  const row = db.select().from(publicChecks).where(eq(publicChecks.organisationId, id)).get()
  return {
    organisation: { id, name },
    check: row ? { slug: row.slug, since: row.since } : null,
    proposal: row?.slug ?? freeSlug(db, name),
    accounts: ownAccounts(db, id),
  }
}

/**
 * From now on anybody can ask whether an account is this organisation's; saved again it moves to another slug.
 * @throws EenlijnError `invalid-input`, `conflict` when another organisation has the slug, `not-found`.
 */
export function savePublicCheck(deps: Deps, input: { auditId: string; slug: string; personId?: string | null }): { slug: string } {
  const slug = input.slug.trim().toLowerCase()
  if (!/^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])$/.test(slug)) throw new EenlijnError('invalid-input', slugText, { field: 'slug' })
  return deps.store.transact((tx) => {
    const { organisationId } = findAudit(tx, input.auditId)
    const other = tx
      .select()
      .from(publicChecks)
      .where(and(eq(publicChecks.slug, slug), ne(publicChecks.organisationId, organisationId)))
      .get()
    if (other) throw new EenlijnError('conflict', takenText, { field: 'slug' })
    tx.insert(publicChecks)
      .values({ organisationId, slug, personId: input.personId ?? null, since: deps.now().toISOString() })
      .onConflictDoUpdate({ target: publicChecks.organisationId, set: { slug } })
      .run()
    return { slug }
  })
}

/** From this moment nobody is answered any more. @throws EenlijnError `not-found` for the audit. */
export function removePublicCheck(deps: Deps, auditId: string): void {
  const { organisationId } = findAudit(deps.store.db, auditId)
  deps.store.db.delete(publicChecks).where(eq(publicChecks.organisationId, organisationId)).run()
}

function freeSlug(db: Db, name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 50)
    .replace(/^-|-$/g, '')
  const base = plain.length >= 2 ? plain : `organisatie-${plain}`.replace(/-$/, '')
  for (let n = 1; ; n++) {
    const slug = n === 1 ? base : `${base}-${n}`
    if (!db.select().from(publicChecks).where(eq(publicChecks.slug, slug)).get()) return slug
  }
}

const slugText: Text = {
  nl: 'Gebruik 2 tot 60 kleine letters, cijfers en streepjes, bijvoorbeeld zorgwijde. Een streepje staat niet voor- of achteraan.',
  en: 'Use 2 to 60 small letters, digits and hyphens, for example zorgwijde. A hyphen does not stand at the start or the end.',
}
const takenText: Text = {
  nl: 'Een andere organisatie gebruikt dit adres al. Kies een ander.',
  en: 'Another organisation uses this address already. Choose another one.',
}
