import { eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Deps } from '../deps.ts'
import { audits } from '../store/schema.ts'
import { tell } from './events.ts'
import { hasEnded } from './find-audit.ts'

/** What a worker tells while it reads a site. */
const pageProgressSchema = z.object({
  url: z.string().max(2_000),
  outcome: z.string().max(100),
  read: z.number().int(),
  planned: z.number().int(),
  found: z.number().int(),
})

/** Keeps a worker's progress as an event, unless its audit has ended meanwhile. */
export function tellProgress(deps: Deps, auditId: string, event: unknown): void {
  const page = pageProgressSchema.safeParse(event)
  if (!page.success) return
  deps.store.transact((tx) => {
    const audit = tx.select({ state: audits.state }).from(audits).where(eq(audits.id, auditId)).get()
    if (audit && !hasEnded(audit.state)) tell(tx, auditId, { kind: 'page', data: page.data }, deps.now().toISOString())
  })
  deps.bell.ring(auditId)
}
