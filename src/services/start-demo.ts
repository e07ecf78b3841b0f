import { eq } from 'drizzle-orm'
import type { DemoMoment } from '../demo/moments.ts'
import { demoColleague } from '../demo/organisation.ts'
import type { DemoStep } from '../demo/steps.ts'
import type { Deps } from '../deps.ts'
import type { Db } from '../store/open.ts'
import { audits, idempotencyKeys, organisations, settings } from '../store/schema.ts'
import { createPerson } from './person.ts'

export interface Demo {
  /**
   * Begins, or goes on after a start that was cut off. Returns as soon as the first audit that is still to be made was
   * handed to the queue; the rest follows in the background.
   * @returns that audit's id; `null` when all was done before, it is under way, or an earlier version made its own here.
   */
  start(): Promise<string | null>
  /** Resolves when there is nothing left to do. */
  finished(): Promise<void>
  stop(): Promise<void>
}

/**
 * The demonstration organisation, audited four times over a year from web archives, with what people did in between. All
 * goes through the same verbs, the same queue and the same steps as any other; nothing of its outcome is stored beforehand.
 */
export function createDemo(deps: Deps): Demo {
  const stopping = new AbortController()
  let running: Promise<void> | null = null
  return {
    start: async () => {
      const [{ auditKey, demoMoments }, { demoSteps }] = await Promise.all([import('../demo/moments.ts'), import('../demo/steps.ts')])
      const [oldest] = demoMoments
      if (running || (oldest && isOfEarlierVersion(deps.store.db, auditKey(oldest)))) return null
      const todo = demoSteps.filter(({ id }) => !isDone(deps.store.db, id))
      if (todo.length === 0) return null
      const first = Promise.withResolvers<string | null>()
      running = runAll(deps, todo, { keyOf: auditKey, signal: stopping.signal, onAudit: first.resolve })
        .catch((error) => deps.log.error({ error }, 'demonstration'))
        .finally(() => {
          first.resolve(null)
          running = null
        })
      return first.promise
    },
    finished: async () => {
      await running
    },
    stop: async () => {
      stopping.abort()
      await running
    },
  }
}

interface Run {
  readonly signal: AbortSignal
  keyOf(moment: DemoMoment): string
  onAudit(auditId: string): void
}

/** One after the other; a step that fails is left for the next start, and does not hold up the others. */
async function runAll(deps: Deps, steps: readonly DemoStep[], run: Run): Promise<void> {
  const { demoMoments } = await import('../demo/moments.ts')
  const audit = (id: DemoMoment['id']): string => {
    const moment = demoMoments.find((one) => one.id === id)
    const auditId = moment ? auditOf(deps.store.db, run.keyOf(moment)) : null
    if (auditId === null) throw new Error(`the audit of ${id} is not there`)
    return auditId
  }
  for (const step of steps) {
    try {
      await take(deps, step, audit, run)
      if (run.signal.aborted) return
      markDone(deps, step.id)
    } catch (error) {
      deps.log.warn({ error, step: step.id }, 'a step of the demonstration failed')
    }
  }
}

async function take(deps: Deps, step: DemoStep, audit: (id: DemoMoment['id']) => string, { signal, keyOf, onAudit }: Run): Promise<void> {
  if (step.moment === null) return step.run({ deps, audit, personId: colleague(deps), signal })
  const auditId = auditOf(deps.store.db, keyOf(step.moment)) ?? (await step.start(deps))
  onAudit(auditId)
  while (!signal.aborted && !deps.auditHasEnded(auditId)) await deps.bell.wait(auditId, 5_000, signal)
}

const auditOf = (db: Db, key: string): string | null =>
  db.select().from(idempotencyKeys).where(eq(idempotencyKeys.key, key)).get()?.auditId ?? null

const markOf = (step: string): string => `demo:${step}`

function isDone(db: Db, step: string): boolean {
  const mark = db
    .select()
    .from(settings)
    .where(eq(settings.name, markOf(step)))
    .get()
  return mark !== undefined
}

function markDone(deps: Deps, step: string): void {
  const row = { name: markOf(step), value: deps.now().toISOString() }
  deps.store.transact((tx) => tx.insert(settings).values(row).onConflictDoNothing().run())
}

/** Who does what only people can do; one and the same at every start. */
function colleague(deps: Deps): string {
  const name = markOf('colleague')
  return deps.store.transact((tx) => {
    const known = tx.select().from(settings).where(eq(settings.name, name)).get()
    if (known) return known.value
    const value = createPerson(tx, demoColleague, deps.now().toISOString())
    tx.insert(settings).values({ name, value }).run()
    return value
  })
}

/** An audit of the demonstration organisation of before there were four: it stays as it is. */
function isOfEarlierVersion(db: Db, firstKey: string): boolean {
  if (auditOf(db, firstKey) !== null) return false
  const known = db
    .select({ id: audits.id })
    .from(audits)
    .innerJoin(organisations, eq(organisations.id, audits.organisationId))
    .where(eq(organisations.demo, true))
    .limit(1)
    .get()
  return known !== undefined
}
