import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { EenlijnError } from '../model/errors.ts'
import { type Changes, watchChanges } from './changes.ts'
import * as schema from './schema.ts'

export type Db = BetterSQLite3Database<typeof schema>

export interface Store {
  readonly db: Db
  readonly changes: Changes
  /** Runs `work` in one transaction; storage trouble comes out as an error that can be shown. */
  transact<T>(work: (tx: Db) => T): T
  /** Makes erasure real: deleted pages are overwritten (`secure_delete`) and leave the write-ahead log. */
  checkpoint(): void
  close(): void
}

const migrations = fileURLToPath(new URL('../../drizzle/migrations', import.meta.url))

/** Opens the database, brought up to the newest migration. `:memory:` is allowed. */
export function openStore(file: string): Store {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true })
  const sqlite = new Database(file)
  sqlite.pragma('journal_mode = WAL')
  sqlite.pragma('synchronous = NORMAL')
  sqlite.pragma('busy_timeout = 5000')
  sqlite.pragma('foreign_keys = ON')
  sqlite.pragma('secure_delete = ON')
  const db = drizzle(sqlite, { schema, casing: 'snake_case' })
  migrate(db, { migrationsFolder: migrations })
  const changes = watchChanges(sqlite)
  rememberStatements(sqlite)
  return {
    db,
    changes,
    transact: (work) => {
      try {
        // A nested call joins the transaction that is open.
        return sqlite.inTransaction ? work(db) : db.transaction(() => work(db), { behavior: 'immediate' })
      } catch (error) {
        throw storageError(error)
      }
    },
    checkpoint: () => sqlite.pragma('wal_checkpoint(TRUNCATE)'),
    close: () => sqlite.close(),
  }
}

/** Enough for every statement that the product has; made-to-measure ones (a list of so many ids) drop out first. */
const mostStatements = 500

/** The same text is compiled once: compiling takes longer than most of our questions take to answer. */
function rememberStatements(sqlite: Database.Database): void {
  const compile = sqlite.prepare.bind(sqlite)
  const known = new Map<string, Database.Statement>()
  sqlite.prepare = ((text: string) => {
    const statement = known.get(text) ?? compile(text)
    // Whoever had it last may have asked for rows as arrays.
    if (statement.reader) statement.raw(false)
    known.delete(text)
    known.set(text, statement)
    for (const oldest of known.keys()) {
      if (known.size <= mostStatements) break
      known.delete(oldest)
    }
    return statement
  }) as typeof sqlite.prepare
}

function storageError(error: unknown): unknown {
  const code = sqliteCode(error)
  if (code.startsWith('SQLITE_FULL') || code === 'ENOSPC')
    return new EenlijnError(
      'storage-full',
      { nl: 'De schijf is vol. Maak ruimte vrij en probeer het opnieuw.', en: 'The disk is full. Free some space and try again.' },
      { cause: error },
    )
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
    return new EenlijnError(
      'storage-busy',
      {
        nl: 'De gegevens zijn even in gebruik door een ander programma. Probeer het zo opnieuw.',
        en: 'Another program is using the data. Try again in a moment.',
      },
      { cause: error },
    )
  return error
}

function sqliteCode(error: unknown): string {
  for (let at: unknown = error; at instanceof Error; at = at.cause) if ('code' in at && typeof at.code === 'string') return at.code
  return ''
}
