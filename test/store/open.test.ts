import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { openStore } from '../../src/store/open.ts'
import { settings } from '../../src/store/schema.ts'
import { temporaryDir } from '../support/deps.ts'

test('a database that another program holds is said to be busy, and nothing is half written', () => {
  const file = join(temporaryDir(), 'a.sqlite')
  const store = openStore(file)
  const other = new Database(file)
  other.pragma('busy_timeout = 0')
  other.exec('begin immediate')
  const began = Date.now()
  expect(() => store.transact((tx) => tx.insert(settings).values({ name: 'a', value: 'b' }).run())).toThrow(
    expect.objectContaining({ code: 'storage-busy' }),
  )
  expect(Date.now() - began).toBeGreaterThan(4_000)
  other.exec('rollback')
  expect(store.db.select().from(settings).all()).toEqual([])
  store.close()
  other.close()
})

test('a full disk is said to be full', () => {
  const file = join(temporaryDir(), 'a.sqlite')
  const store = openStore(file)
  store.db.run('pragma max_page_count = 1')
  const fill = () =>
    store.transact((tx) =>
      tx
        .insert(settings)
        .values({ name: 'a', value: 'b'.repeat(1_000_000) })
        .run(),
    )
  expect(fill).toThrow(expect.objectContaining({ code: 'storage-full' }))
  expect(store.db.select().from(settings).all()).toEqual([])
  store.close()
})

test('opening twice keeps what is there', () => {
  const file = join(temporaryDir(), 'a.sqlite')
  const first = openStore(file)
  first.transact((tx) => tx.insert(settings).values({ name: 'a', value: 'b' }).run())
  first.close()
  const second = openStore(file)
  expect(second.db.select().from(settings).all()).toEqual([{ name: 'a', value: 'b' }])
  second.close()
})
