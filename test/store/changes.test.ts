import { join } from 'node:path'
import Database from 'better-sqlite3'
import { eq } from 'drizzle-orm'
import { describe, expect, onTestFinished, test as plain } from 'vitest'
import { createPerson } from '../../src/services/person.ts'
import { newId } from '../../src/store/id.ts'
import { openStore, type Store } from '../../src/store/open.ts'
import { accounts, audits, candidates, events, foundVia, ingestedJobs, organisations } from '../../src/store/schema.ts'
import { temporaryDir } from '../support/deps.ts'

const at = '2026-11-02T09:00:00.000Z'

/** Two organisations with an audit, an account and a candidate each: `zorg` and `wonen`. */
const test = plain.extend<{ file: string; store: Store }>({
  // biome-ignore lint/correctness/noEmptyPattern: Vitest tells by the pattern what a fixture needs.
  file: async ({}, use) => use(join(temporaryDir(), 'a.sqlite')),
  store: async ({ file }, use) => {
    const store = openStore(file)
    onTestFinished(() => store.close())
    for (const id of ['zorg', 'wonen']) {
      store.db.insert(organisations).values({ id, name: id, aliases: [], nameKey: id, createdAt: at }).run()
      store.db
        .insert(audits)
        .values({ id: `audit-${id}`, organisationId: id, state: 'done', stage: 'compare', request: { name: id }, createdAt: at })
        .run()
      const account = { platform: 'facebook', handle: id, key: `facebook:${id}`, url: 'https://www.facebook.com/', closed: false }
      store.db
        .insert(accounts)
        .values({ id: `account-${id}`, organisationId: id, ...account, firstFoundAt: at })
        .run()
      store.db
        .insert(candidates)
        .values({
          ...{ id: `candidate-${id}`, auditId: `audit-${id}`, accountId: `account-${id}` },
          ...{ verdict: 'likely', confidence: 1, kind: 'central', signals: [], furtherPlaces: 0 },
        })
        .run()
    }
    await use(store)
  },
})

/** Of which of the two something changed by doing it, and whether anything changed at all. */
function changedBy({ changes }: Store, act: () => void): string[] {
  const before = changes.now()
  act()
  return [...['zorg', 'wonen'].filter((id) => changes.since(before, id)), ...(changes.since(before, null) ? ['anything'] : [])]
}
const tell = (store: Store, auditId: string) =>
  store.db
    .insert(events)
    .values({ auditId, kind: 'state', data: { state: 'done' }, at })
    .run()

describe('what was written', () => {
  test('concerns nobody as long as nothing is', ({ store }) => {
    expect(changedBy(store, () => store.db.select().from(audits).all())).toEqual([])
  })

  test('concerns the organisation that it leads to, near or far, and no other', ({ store }) => {
    expect(changedBy(store, () => store.db.update(organisations).set({ name: 'Zorg' }).where(eq(organisations.id, 'zorg')).run())).toEqual([
      'zorg',
      'anything',
    ])
    expect(changedBy(store, () => tell(store, 'audit-wonen'))).toEqual(['wonen', 'anything'])
    const place = { route: 'website', pageTitle: '', source: 'link', zone: 'footer', label: '', quote: '', seenAt: at }
    expect(
      changedBy(store, () =>
        store.db
          .insert(foundVia)
          .values({ id: newId(), candidateId: 'candidate-zorg', ...place })
          .run(),
      ),
    ).toEqual(['zorg', 'anything'])
  })

  test('concerns both when a row goes over from one to the other', ({ store }) => {
    const move = () => store.db.update(accounts).set({ organisationId: 'wonen' }).where(eq(accounts.id, 'account-zorg')).run()
    expect(changedBy(store, move)).toEqual(['zorg', 'wonen', 'anything'])
  })

  test('concerns all when it leads to none, such as the name of a person', ({ store }) => {
    expect(changedBy(store, () => createPerson(store.db, 'Jannie', at))).toEqual(['zorg', 'wonen', 'anything'])
  })

  test('concerns the organisation of what goes with it, when it is deleted', ({ store }) => {
    expect(changedBy(store, () => store.db.delete(audits).where(eq(audits.id, 'audit-zorg')).run())).toContain('zorg')
  })

  test('concerns nobody when it is bookkeeping', ({ store }) => {
    expect(changedBy(store, () => store.db.insert(ingestedJobs).values({ jobId: 'a', at }).run())).toEqual([])
  })

  test('in a transaction that fails may count, and what came before is as it was', ({ store }) => {
    const before = store.changes.now()
    const fail = () =>
      store.transact(() => {
        tell(store, 'audit-zorg')
        throw new Error('no')
      })
    expect(fail).toThrow('no')
    expect(store.changes.since(before, 'wonen')).toBe(false)
    expect(store.db.select().from(events).all()).toEqual([])
  })

  test('by another program concerns all', ({ store, file }) => {
    const other = new Database(file)
    onTestFinished(() => void other.close())
    expect(changedBy(store, () => other.prepare("UPDATE audits SET state = 'failed' WHERE id = 'audit-zorg'").run())).toEqual([
      'zorg',
      'wonen',
      'anything',
    ])
    expect(changedBy(store, () => undefined)).toEqual([])
  })
})
