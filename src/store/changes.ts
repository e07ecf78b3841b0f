import type Database from 'better-sqlite3'

/** What was written when, so that what was made from the store can be used for as long as it would come out the same. */
export interface Changes {
  /** This moment, as a number that grows with what is written. */
  now(): number
  /** Whether anything was written after that moment: about this organisation, or at all for `null`. */
  since(moment: number, organisationId: string | null): boolean
}

/** Only bookkeeping: nobody is shown what stands here. */
const notShown: readonly string[] = ['__drizzle_migrations', 'ingested_jobs', 'idempotency_keys']
/** Organisations remembered one by one; when more have changed, all have. */
const mostOrganisations = 50_000

/**
 * Listens to every row that is written, by triggers of this connection alone, and to what other programs write.
 * A row is about the organisation that its references lead to; one that leads to none may concern them all. What is written
 * and rolled back counts as well.
 */
export function watchChanges(sqlite: Database.Database): Changes {
  let moment = 0
  let lastForAll = 0
  const lastOf = new Map<string, number>()
  sqlite.function('row_changed', { varargs: false }, (organisationId: unknown) => {
    moment += 1
    if (typeof organisationId === 'string' && lastOf.size < mostOrganisations) lastOf.set(organisationId, moment)
    else {
      lastOf.clear()
      lastForAll = moment
    }
    return null
  })
  for (const table of tablesOf(sqlite)) sqlite.exec(triggersOn(sqlite, table))

  const versionOfOthers = sqlite.prepare('PRAGMA data_version').pluck()
  let others = versionOfOthers.get()
  const heed = () => {
    const version = versionOfOthers.get()
    if (version === others) return
    others = version
    moment += 1
    lastForAll = moment
  }
  return {
    now: () => {
      heed()
      return moment
    },
    since: (then, organisationId) => {
      heed()
      const last = organisationId === null ? moment : Math.max(lastForAll, lastOf.get(organisationId) ?? 0)
      return last > then
    },
  }
}

function tablesOf(sqlite: Database.Database): string[] {
  const names = sqlite.prepare("SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").pluck()
  return (names.all() as string[]).filter((name) => !notShown.includes(name))
}

function triggersOn(sqlite: Database.Database, table: string): string {
  const about = (row: 'OLD' | 'NEW') => organisationOf(sqlite, table, row) ?? 'NULL'
  const trigger = (event: string, body: string) =>
    `CREATE TEMP TRIGGER changed_${table}_${event} AFTER ${event} ON main.${table} BEGIN ${body} END;`
  const changed = (row: 'OLD' | 'NEW') => `SELECT row_changed(${about(row)});`
  return [
    trigger('INSERT', changed('NEW')),
    // A row that goes over to another organisation concerns both.
    trigger('UPDATE', `${changed('NEW')} SELECT row_changed(${about('OLD')}) WHERE ${about('OLD')} IS NOT ${about('NEW')};`),
    trigger('DELETE', changed('OLD')),
  ].join('\n')
}

/** The organisation of a row as SQL, by the shortest way along its references; `null` when none leads there. */
function organisationOf(sqlite: Database.Database, table: string, row: string, passed: readonly string[] = [table]): string | null {
  if (table === 'organisations') return `${row}.id`
  const references = sqlite.pragma(`foreign_key_list(${table})`) as { table: string; from: string; to: string }[]
  const ways = references.flatMap(({ table: parent, from, to }) => {
    if (parent === 'organisations') return `${row}.${from}`
    if (passed.includes(parent)) return []
    const alias = `up${passed.length}`
    const further = organisationOf(sqlite, parent, alias, [...passed, parent])
    return further === null ? [] : `(SELECT ${further} FROM ${parent} ${alias} WHERE ${alias}.${to} = ${row}.${from})`
  })
  return ways.toSorted((a, b) => a.length - b.length)[0] ?? null
}
