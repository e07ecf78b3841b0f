import { createHmac, randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { nameKey } from '../discovery/team/person-names.ts'
import { newId } from '../store/id.ts'
import type { Db } from '../store/open.ts'
import { objections, settings } from '../store/schema.ts'

interface Known {
  readonly name: string
  readonly profiles: readonly { readonly key: string }[]
}

const secretName = 'objection-secret'

/** Made at the first use. Whoever has only the table of hashes cannot try names on it. */
function secretOf(tx: Db): string {
  const known = tx.select().from(settings).where(eq(settings.name, secretName)).get()
  if (known) return known.value
  const value = randomBytes(32).toString('hex')
  tx.insert(settings).values({ name: secretName, value }).run()
  return value
}

const hashOf = (secret: string, text: string): string => createHmac('sha256', secret).update(text).digest('hex')

const marksOf = ({ name, profiles }: Known): string[] => [
  `name:${nameKey(name)}`,
  ...profiles.map(({ key }) => `profile:${key.toLowerCase()}`),
]

/** Keeps that somebody objected, as keyed hashes (HMAC-SHA256) of name and profiles, and nothing else of them. */
export function keepObjection(tx: Db, organisationId: string, person: Known, now: string): void {
  const secret = secretOf(tx)
  for (const mark of marksOf(person))
    tx.insert(objections)
      .values({ id: newId(), organisationId, hash: hashOf(secret, mark), at: now })
      .onConflictDoNothing()
      .run()
}

/** Whether somebody objected, known by their name or by any of their profiles. */
export function objectedIn(tx: Db, organisationId: string): (person: Known) => boolean {
  const hashes = new Set(
    tx
      .select({ hash: objections.hash })
      .from(objections)
      .where(eq(objections.organisationId, organisationId))
      .all()
      .map(({ hash }) => hash),
  )
  if (hashes.size === 0) return () => false
  const secret = secretOf(tx)
  return (person) => marksOf(person).some((mark) => hashes.has(hashOf(secret, mark)))
}
