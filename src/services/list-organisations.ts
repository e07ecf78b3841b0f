import { and, count, desc, eq, type SQL } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { audits, organisations } from '../store/schema.ts'
import { domainOf, nameKeyOf, readWebsite } from './organisation.ts'

interface NamedAudit {
  readonly id: string
  readonly createdAt: string
}

/** An organisation among others of its name. */
export interface OrganisationSummary {
  readonly id: string
  readonly name: string
  readonly website: string | null
  readonly audits: number
  readonly lastAudit: NamedAudit | null
  /** The newest that is done. */
  readonly lastDone: NamedAudit | null
}

export interface WhichOrganisations {
  readonly id?: string | undefined
  /** Whatever its capitals. */
  readonly name?: string | undefined
  /** Of the same registered domain; narrows a name. */
  readonly website?: string | undefined
  readonly limit?: number
}

const mostNamesakes = 200

/** The organisations that are meant, the newest first. @throws EenlijnError `invalid-input` for a website that is none. */
export function listOrganisations({ store: { db } }: Deps, { id, name, website, limit = 20 }: WhichOrganisations): OrganisationSummary[] {
  const conditions = [
    ...(id === undefined ? [] : [eq(organisations.id, id)]),
    ...(name === undefined ? [] : [eq(organisations.nameKey, nameKeyOf(name))]),
  ]
  const domain = website === undefined ? null : domainOf(readWebsite(website))
  const rows = db
    .select()
    .from(organisations)
    .where(and(...conditions))
    .orderBy(desc(organisations.id))
    .limit(domain === null ? limit : mostNamesakes)
    .all()
  // A website that a register gave is not what the organisation is known by.
  const meant = rows.filter((row) => domain === null || (row.website !== null && domainOf(row.website) === domain)).slice(0, limit)
  return meant.map((row) => {
    const own = eq(audits.organisationId, row.id)
    const counted = db.select({ n: count() }).from(audits).where(own).get()
    const newest = (which: SQL | undefined) =>
      db.select({ id: audits.id, createdAt: audits.createdAt }).from(audits).where(which).orderBy(desc(audits.createdAt), desc(audits.id))
    const last = (which: SQL | undefined): NamedAudit | null => newest(which).limit(1).get() ?? null
    return {
      id: row.id,
      name: row.name,
      website: row.website,
      audits: counted?.n ?? 0,
      lastAudit: last(own),
      lastDone: last(and(own, eq(audits.state, 'done'))),
    }
  })
}
