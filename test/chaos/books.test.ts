import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { openStore } from '../../src/store/open.ts'
import { candidatesEach, fill, idOf } from '../load/fill.ts'
import { temporaryDir } from '../support/deps.ts'
import { type Book, readBlobBook, readBooks, type Truth } from './books.ts'

/** A database with two audits of one organisation, written without running any. */
function twoAudits() {
  const directory = temporaryDir()
  const file = join(directory, 'eenlijn.sqlite')
  openStore(file).close()
  const db = new Database(file)
  fill(db, { audits: 2, accounts: 20 })
  return { db, directory }
}

const truths: Truth[] = [{ name: 'Stichting Wielewaal 0', accounts: [], pages: [] }]
const book = (books: readonly Book[], what: string): Book => books.find((one) => one.what === what) as Book

test('books are wrong when an audit is missing, and say how many there are', () => {
  const { db } = twoAudits()
  expect(book(readBooks(db, truths), 'audits')).toMatchObject({ expected: 1, found: 2 })
  expect(book(readBooks(db, truths), 'audits done')).toMatchObject({ found: 2 })
})

test('an account that its site does not name is told', () => {
  const { db } = twoAudits()
  const other = book(readBooks(db, truths), 'audits with other accounts than their site names')
  expect(other.found).toBe(1)
  expect(other.wrong[0]).toContain('instagram:wielewaal0')
})

test('what stands there twice is told, and only that', () => {
  const { db } = twoAudits()
  const twice = 'requests written down twice'
  expect(book(readBooks(db, truths), twice).found).toBe(0)
  db.prepare(`INSERT INTO requests SELECT 'again', audit_id, url, outcome, status, at, record FROM requests LIMIT 1`).run()
  expect(book(readBooks(db, truths), twice).found).toBe(1)
  const places = 'places of an account twice'
  expect(book(readBooks(db, truths), places).found).toBe(0)
  db.prepare(`INSERT INTO found_via SELECT 'again', candidate_id, route, page, page_title, source, zone, label, quote, seen_at, record, crop
    FROM found_via LIMIT 1`).run()
  expect(book(readBooks(db, truths), places).found).toBe(1)
})

test('a blob that is gone or is something else is told', async () => {
  const { db, directory } = twoAudits()
  const digest = 'ab'.repeat(32)
  db.prepare(`INSERT INTO evidence VALUES (?, ?, 'page', '2027-01-01')`).run(digest, idOf('u', 0))
  expect(await readBlobBook(db, directory)).toMatchObject({ expected: 1, found: 0, wrong: [`${digest} is gone`] })
  mkdirSync(join(directory, 'ab'))
  writeFileSync(join(directory, 'ab', digest), 'not what its name says')
  expect((await readBlobBook(db, directory)).wrong).toEqual([`${digest} is something else`])
})

test('a filled database holds as many accounts and candidates as it was asked for', () => {
  const { db } = twoAudits()
  const count = (table: string) => (db.prepare(`SELECT count(*) AS n FROM ${table}`).get() as { n: number }).n
  expect([count('accounts'), count('candidates'), count('snapshots')]).toEqual([20, 2 * candidatesEach, 2 * candidatesEach])
  expect(db.pragma('foreign_key_check')).toEqual([])
})
