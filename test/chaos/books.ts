import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type Database from 'better-sqlite3'

/** A number that must be what it must be. */
export interface Book {
  readonly what: string
  readonly expected: number
  readonly found: number
  /** The first of what is wrong. */
  readonly wrong: readonly string[]
}

/** What is true of an audit that was asked for, by its name. */
export interface Truth {
  readonly name: string
  /** Keys of its accounts, sorted. */
  readonly accounts: readonly string[]
  /** Pages of its site, each of which is asked for once. */
  readonly pages: readonly string[]
}

/** Jobs of every audit beside its looks: resolve, website, judge, link, assess, compare. */
const jobsOfAudit = 6

/** Holds the database against what is true. Nothing in here asks the product: the tables are read as they lie on disk. */
export function readBooks(db: Database.Database, truths: readonly Truth[]): Book[] {
  const count = (what: string, expected: number, sql: string): Book => ({
    what,
    expected,
    found: (db.prepare(sql).get() as { n: number }).n,
    wrong: [],
  })
  const none = (what: string, sql: string): Book => {
    const rows = db.prepare(sql).all()
    return { what, expected: 0, found: rows.length, wrong: rows.slice(0, 3).map((row) => JSON.stringify(row)) }
  }
  const accounts = truths.reduce((sum, truth) => sum + truth.accounts.length, 0)
  const pages = truths.reduce((sum, truth) => sum + truth.pages.length, 0)
  const all = truths.length
  return [
    count('audits', all, 'SELECT count(*) AS n FROM audits'),
    count('audits done', all, "SELECT count(*) AS n FROM audits WHERE state = 'done'"),
    none('audits not done', "SELECT id, state, stage, failure FROM audits WHERE state <> 'done'"),
    otherAccounts(db, truths),
    count('accounts', accounts, 'SELECT count(*) AS n FROM accounts'),
    count('candidates', accounts, 'SELECT count(*) AS n FROM candidates'),
    count('first looks', accounts, 'SELECT count(*) AS n FROM snapshots'),
    none('accounts twice', 'SELECT organisation_id, key FROM accounts GROUP BY 1, 2 HAVING count(*) > 1'),
    none('looks twice', 'SELECT audit_id, account_id FROM snapshots GROUP BY 1, 2 HAVING count(*) > 1'),
    none('places of an account twice', 'SELECT candidate_id, page, quote, source FROM found_via GROUP BY 1, 2, 3, 4 HAVING count(*) > 1'),
    count('assessments', all, 'SELECT count(*) AS n FROM assessments'),
    none('assessments of one version twice', 'SELECT audit_id, version FROM assessments GROUP BY 1, 2 HAVING count(*) > 1'),
    count('records', all, 'SELECT count(*) AS n FROM records'),
    count('told "done"', all, "SELECT count(*) AS n FROM events WHERE kind = 'state' AND json_extract(data, '$.state') = 'done'"),
    none('told "done" twice', "SELECT audit_id FROM events WHERE kind = 'state' AND data LIKE '%done%' GROUP BY 1 HAVING count(*) > 1"),
    count('told "found"', all, "SELECT count(*) AS n FROM events WHERE kind = 'found'"),
    count('told of looks', accounts, "SELECT count(*) AS n FROM events WHERE kind = 'look'"),
    count('jobs taken in', all * jobsOfAudit + accounts, 'SELECT count(*) AS n FROM ingested_jobs'),
    none('requests written down twice', 'SELECT audit_id, url, at FROM requests GROUP BY 1, 2, 3 HAVING count(*) > 1'),
    pagesAsked(db, truths, pages),
  ]
}

function otherAccounts(db: Database.Database, truths: readonly Truth[]): Book {
  const found = db.prepare<[string], { key: string }>(
    `SELECT accounts.key FROM candidates JOIN accounts ON accounts.id = account_id JOIN audits ON audits.id = audit_id
     JOIN organisations ON organisations.id = audits.organisation_id WHERE organisations.name = ? ORDER BY 1`,
  )
  const wrong = truths.flatMap(({ name, accounts }) => {
    const keys = found.all(name).map(({ key }) => key)
    return keys.join() === accounts.join() ? [] : [`${name}: ${keys.join(' ')} instead of ${accounts.join(' ')}`]
  })
  return { what: 'audits with other accounts than their site names', expected: 0, found: wrong.length, wrong: wrong.slice(0, 3) }
}

/** A page stands in the books once, however often a worker died while it read the site. */
function pagesAsked(db: Database.Database, truths: readonly Truth[], expected: number): Book {
  const rows = db.prepare<[string], { n: number }>('SELECT count(*) AS n FROM requests WHERE url = ?')
  const counted = truths.flatMap(({ pages }) => pages.map((url) => ({ url, n: rows.get(url)?.n ?? 0 })))
  return {
    what: 'pages of the sites',
    expected,
    found: counted.reduce((sum, { n }) => sum + n, 0),
    wrong: counted.filter(({ n }) => n !== 1).map(({ url, n }) => `${url}: ${n} times`),
  }
}

/** Every blob that the database points to lies in the store, and its bytes are what its name says. */
export async function readBlobBook(db: Database.Database, blobDir: string): Promise<Book> {
  const digests = db
    .prepare<[], { digest: string }>('SELECT digest FROM evidence UNION SELECT record FROM requests WHERE record IS NOT NULL')
    .all()
    .map(({ digest }) => digest)
  const wrong: string[] = []
  for (const digest of digests) {
    const bytes = await readFile(join(blobDir, digest.slice(0, 2), digest)).catch(() => null)
    if (bytes === null) wrong.push(`${digest} is gone`)
    else if (createHash('sha256').update(bytes).digest('hex') !== digest) wrong.push(`${digest} is something else`)
  }
  return { what: 'blobs, each with the bytes it should have', expected: digests.length, found: digests.length - wrong.length, wrong }
}
