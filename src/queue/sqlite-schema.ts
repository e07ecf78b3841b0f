import Database from 'better-sqlite3'

const version = 2

const schema = `
CREATE TABLE job (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  job_group TEXT NOT NULL,
  payload TEXT NOT NULL,
  priority INTEGER NOT NULL,
  attempts INTEGER NOT NULL,
  backoff_ms INTEGER NOT NULL,
  delay_ms INTEGER NOT NULL,
  parent TEXT,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'blocked', 'active', 'completed', 'failed')),
  due_at INTEGER NOT NULL,
  attempt INTEGER NOT NULL DEFAULT 0,
  owner TEXT,
  lease_until INTEGER,
  result TEXT,
  error TEXT,
  ended INTEGER
) STRICT;
CREATE INDEX job_next ON job (priority, seq, due_at) WHERE state = 'waiting';
CREATE INDEX job_due ON job (due_at) WHERE state = 'waiting';
CREATE INDEX job_active ON job (owner) WHERE state = 'active';
CREATE INDEX job_ended ON job (ended) WHERE ended IS NOT NULL;
CREATE INDEX job_of_group ON job (job_group);
CREATE TABLE outcome (
  parent TEXT NOT NULL,
  n INTEGER NOT NULL,
  id TEXT NOT NULL,
  kind TEXT NOT NULL,
  state TEXT CHECK (state IN ('completed', 'failed')),
  result TEXT,
  error TEXT,
  PRIMARY KEY (parent, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX outcome_pending ON outcome (parent, id) WHERE state IS NULL;
CREATE TABLE cancelled (job_group TEXT PRIMARY KEY, at INTEGER NOT NULL) STRICT;
`

/** Since version 2. */
const recurringSchema = `
CREATE TABLE recurring (id TEXT PRIMARY KEY, kept TEXT NOT NULL, due_at INTEGER, last_turn TEXT) STRICT;
CREATE INDEX recurring_due ON recurring (due_at);
`

/** A row of `job`, as far as the adapter looks at it. Times in ms; `payload` and `result` are JSON text. */
export interface JobRow {
  readonly seq: number
  readonly id: string
  readonly kind: string
  readonly job_group: string
  readonly payload: string
  readonly attempts: number
  readonly backoff_ms: number
  readonly parent: string | null
  readonly state: 'waiting' | 'blocked' | 'active' | 'completed' | 'failed'
  readonly due_at: number
  readonly attempt: number
  readonly owner: string | null
  readonly lease_until: number | null
  readonly result: string | null
  readonly error: string | null
}

/** Opens the queue's file, made when it is not there. Erased rows are overwritten: payloads can hold personal fields. */
export function openQueueFile(file: string): Database.Database {
  const db = new Database(file)
  try {
    db.pragma('busy_timeout = 5000')
    db.pragma('journal_mode = WAL')
    db.pragma('synchronous = NORMAL')
    db.pragma('secure_delete = ON')
    db.transaction(() => createTables(db, file)).immediate()
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

function createTables(db: Database.Database, file: string): void {
  const found = db.pragma('user_version', { simple: true })
  if (found === version) return
  if (found !== 0 && found !== 1) throw new Error(`The queue file ${file} has version ${found}; this program knows version ${version}.`)
  if (found === 0) db.exec(schema)
  db.exec(recurringSchema)
  db.pragma(`user_version = ${version}`)
}
