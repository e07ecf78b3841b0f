import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { openStore } from '../../src/store/open.ts'
import { settings } from '../../src/store/schema.ts'

test('a question asked again is compiled once and answered anew', () => {
  const store = openStore(':memory:')
  const read = () => store.db.select().from(settings).where(eq(settings.name, 'a')).all()
  expect(read()).toEqual([])
  store.db.insert(settings).values({ name: 'a', value: '1' }).run()
  expect(read()).toEqual([{ name: 'a', value: '1' }])
  store.close()
})

test('the same text gives rows as objects after it gave them as arrays', () => {
  const store = openStore(':memory:')
  store.db.insert(settings).values({ name: 'a', value: '1' }).run()
  const text = store.db.select().from(settings).toSQL().sql
  expect(store.db.select().from(settings).all()).toEqual([{ name: 'a', value: '1' }])
  expect(store.db.all(sql.raw(text))).toEqual([{ name: 'a', value: '1' }])
  expect(store.db.select().from(settings).all()).toEqual([{ name: 'a', value: '1' }])
  store.close()
})
