import { eq, sql } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { EenlijnError } from '../model/errors.ts'
import { newId } from '../store/id.ts'
import type { Db } from '../store/open.ts'
import { prepareOnce } from '../store/prepare-once.ts'
import { managers, persons } from '../store/schema.ts'

/**
 * Says who is grading; there is no login on the embedded default. A known person who gives another name is renamed.
 * @throws EenlijnError `invalid-input` for an empty name or one over 100 characters.
 */
export function identifyPerson(deps: Deps, input: { name: string; personId: string | null }): { personId: string; name: string } {
  const name = input.name.replace(/\s+/g, ' ').trim()
  if (name === '' || name.length > 100)
    throw new EenlijnError(
      'invalid-input',
      {
        nl: 'Vul je naam in, met hoogstens 100 tekens. Dan weten anderen van wie het cijfer is.',
        en: 'Fill in your name, with at most 100 characters. Then others know whose grade it is.',
      },
      { field: 'name' },
    )
  return deps.store.transact((tx) => {
    const known = input.personId ? tx.select().from(persons).where(eq(persons.id, input.personId)).get() : undefined
    if (known && known.erasedAt === null) {
      tx.update(persons).set({ name }).where(eq(persons.id, known.id)).run()
      return { personId: known.id, name }
    }
    return { personId: createPerson(tx, name, deps.now().toISOString()), name }
  })
}

export function createPerson(tx: Db, name: string, now: string): string {
  const id = newId()
  tx.insert(persons).values({ id, name, createdAt: now }).run()
  return id
}

export function readPerson(deps: Deps, personId: string): { personId: string; name: string } | null {
  const row = deps.store.db.select().from(persons).where(eq(persons.id, personId)).get()
  return row?.name ? { personId: row.id, name: row.name } : null
}

/**
 * Takes name and work address out of everything that points to this person; what was graded stays, without a name.
 * As a manager of accounts they leave the register, where only the role and the dates stay.
 */
export function erasePerson(deps: Deps, personId: string): void {
  const now = deps.now().toISOString()
  deps.store.transact((tx) => {
    tx.update(persons).set({ name: null, workEmail: null, erasedAt: now }).where(eq(persons.id, personId)).run()
    tx.update(managers).set({ jobTitle: '', removedAt: now }).where(eq(managers.personId, personId)).run()
  })
  deps.store.checkpoint()
}

const nameOfId = prepareOnce((db) =>
  db
    .select({ name: persons.name })
    .from(persons)
    .where(eq(persons.id, sql.placeholder('personId')))
    .prepare(),
)

/** Names by id, for those rows that point to a person; erased ones give null. */
export function namesOf(db: Db): (personId: string | null) => string | null {
  const known = new Map<string, string | null>()
  return (personId) => {
    if (personId === null) return null
    if (!known.has(personId)) known.set(personId, nameOfId(db).get({ personId })?.name ?? null)
    return known.get(personId) ?? null
  }
}
