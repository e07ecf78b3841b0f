import { expect, test } from 'vitest'
import type { Deps } from '../../src/deps.ts'
import { cancelAudit } from '../../src/services/cancel-audit.ts'
import { owe } from '../../src/services/owed-jobs.ts'
import { pasteLinks } from '../../src/services/paste-links.ts'
import { readPress } from '../../src/services/read-press.ts'
import { reconcile } from '../../src/services/reconcile.ts'
import { rerunRoute } from '../../src/services/rerun-route.ts'
import { startAudit } from '../../src/services/start-audit.ts'
import { owedJobs } from '../../src/store/schema.ts'
import { testApplication } from '../support/application.ts'
import { testDeps } from '../support/deps.ts'
import { endedAudit } from '../support/ended-audit.ts'
import { until } from '../support/until.ts'

const owed = (deps: Deps) => deps.store.db.select().from(owedJobs).all()
const paste = { text: 'https://www.instagram.com/delindenoord', personId: null }

/** The same application, whose queue is away until `comeBack`. */
function withQueueAway(deps: Deps): { deps: Deps; comeBack(): void } {
  let away = true
  const guard = async <T>(work: () => Promise<T>): Promise<T> => {
    if (away) throw new Error('connection refused')
    return work()
  }
  const { queue } = deps
  const guarded = {
    ...queue,
    enqueue: (job) => guard(() => queue.enqueue(job)),
    state: (id) => guard(() => queue.state(id)),
  } as typeof queue
  return { deps: { ...deps, queue: guarded }, comeBack: () => (away = false) }
}

test('an account found after the audit is looked at, even when the queue was away just then', async () => {
  const real = await testDeps()
  const auditId = endedAudit(real.deps)
  const { deps, comeBack } = withQueueAway(real.deps)
  expect(await pasteLinks(deps, { auditId, ...paste })).toMatchObject({ added: 1 })
  const [look] = owed(deps)
  expect(look?.id).toMatch(new RegExp(`^${auditId}\\.look\\.`))
  expect(await real.deps.queue.state(look?.id ?? '')).toBeNull()
  comeBack()
  expect(await reconcile(deps)).toBe(1)
  expect(await real.deps.queue.state(look?.id ?? '')).toBe('waiting')
  expect(await reconcile(deps)).toBe(0)
})

test('what was owed is settled once its end is taken in, and not owed a second time', async () => {
  const { deps } = await testApplication()
  const auditId = endedAudit(deps)
  await pasteLinks(deps, { auditId, ...paste })
  const [look] = owed(deps)
  await until(() => owed(deps).length === 0 || undefined)
  deps.store.transact((tx) => owe(tx, look?.job as Parameters<typeof owe>[1]))
  expect(owed(deps)).toEqual([])
})

test('a route taken again and an article stand in the books before the queue has them', async () => {
  const real = await testDeps()
  const auditId = endedAudit(real.deps)
  const { deps, comeBack } = withQueueAway(real.deps)
  await rerunRoute(deps, { auditId, route: 'handle-guess' })
  await readPress(deps, { auditId, url: 'https://krant.example/artikel', text: '', title: '' })
  await expect(rerunRoute(deps, { auditId, route: 'handle-guess' })).rejects.toMatchObject({ code: 'conflict' })
  comeBack()
  expect(await reconcile(deps)).toBe(2)
  for (const { id } of owed(deps)) expect(await deps.queue.state(id)).toBe('waiting')
})

test('a stopped audit owes nothing', async () => {
  const { deps } = await testDeps()
  const { auditId } = await startAudit(deps, { name: 'De Kruimel' })
  await readPress(deps, { auditId, url: 'https://krant.example/artikel', text: '', title: '' })
  expect(owed(deps)).toHaveLength(1)
  await cancelAudit(deps, auditId)
  expect(owed(deps)).toEqual([])
  await pasteLinks(deps, { auditId, ...paste })
  expect(owed(deps)).toEqual([])
})
