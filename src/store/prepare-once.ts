import type { Db } from './open.ts'

/**
 * A query that is written out once for each connection, for what every page asks: writing it out takes longer than
 * answering it. What differs between two askings stands in it as `sql.placeholder`.
 */
export function prepareOnce<Q extends object>(prepare: (db: Db) => Q): (db: Db) => Q {
  const prepared = new WeakMap<Db, Q>()
  return (db) => {
    const known = prepared.get(db)
    if (known) return known
    const made = prepare(db)
    prepared.set(db, made)
    return made
  }
}
