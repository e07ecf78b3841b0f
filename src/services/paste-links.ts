import { and, eq } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { readPaste } from '../discovery/pasted.ts'
import type { Candidate } from '../model/candidate.ts'
import type { Text } from '../model/text.ts'
import { newId } from '../store/id.ts'
import type { Db } from '../store/open.ts'
import { auditRoutes, candidates } from '../store/schema.ts'
import { addFoundVia, upsertAccount } from './candidates.ts'
import { tell } from './events.ts'
import { findAudit, hasEnded } from './find-audit.ts'
import { enqueueLook } from './look.ts'

export interface PasteOutcome {
  readonly added: number
  /** Already among the candidates; the paste is kept as one more place where it was found. */
  readonly known: number
  /** Personal profiles: counted, not kept. */
  readonly people: number
  readonly notUnderstood: readonly { readonly line: number; readonly raw: string; readonly why: Text }[]
}

/**
 * Takes links in any form, one or a hundred lines, as candidates of this audit.
 * @throws EenlijnError `too-large`, `not-found`.
 */
export async function pasteLinks(deps: Deps, input: { auditId: string; text: string; personId: string | null }): Promise<PasteOutcome> {
  const audit = findAudit(deps.store.db, input.auditId)
  const outcome = deps.store.transact((tx) => pasteInto(tx, deps, input))
  deps.bell.ring(input.auditId)
  // Before the audit has run, its own flow looks at them.
  if (hasEnded(audit.state)) for (const account of outcome.newAccounts) await enqueueLook(deps, audit, account)
  const { newAccounts: _, ...told } = outcome
  return told
}

/** Part of a transaction; `newAccounts` still have to be looked at. */
export function pasteInto(tx: Db, deps: Deps, input: { auditId: string; text: string; personId: string | null }) {
  const audit = findAudit(tx, input.auditId)
  const paste = readPaste(input.text)
  const now = deps.now().toISOString()
  let known = 0
  const newAccounts: { accountId: string; key: string; platform: Candidate['platform']; url: string }[] = []
  for (const { address, raw } of paste.found) {
    const { platform, handle, url, key, closed, doubt } = address
    if (platform === null || handle === null || url === null || key === null) continue
    const accountId = upsertAccount(tx, audit.organisationId, { platform, handle, url, key, closed, doubt }, now)
    const before = tx
      .select({ id: candidates.id })
      .from(candidates)
      .where(and(eq(candidates.auditId, audit.id), eq(candidates.accountId, accountId)))
      .get()
    const candidateId = before?.id ?? newId()
    if (before) known++
    else {
      tx.insert(candidates)
        .values({
          id: candidateId,
          auditId: audit.id,
          accountId,
          verdict: 'unknown',
          confidence: 500_000,
          kind: 'unknown',
          signals: [pastedSignal],
          furtherPlaces: 0,
        })
        .run()
      newAccounts.push({ accountId, key, platform, url })
    }
    addFoundVia(tx, candidateId, [
      {
        route: 'pasted',
        page: null,
        pageTitle: '',
        source: 'text',
        zone: 'unknown',
        label: '',
        quote: raw.slice(0, 300),
        seenAt: now,
        record: null,
      },
    ])
  }
  const found = paste.found.length
  const report = { route: 'pasted' as const, state: 'done' as const, pagesRead: 0, pagesUnseen: 0, found, why: null, byHand: null }
  const row = tx
    .select()
    .from(auditRoutes)
    .where(and(eq(auditRoutes.auditId, audit.id), eq(auditRoutes.route, 'pasted')))
    .get()
  const total = { ...report, found: found + (row?.report.found ?? 0) }
  tx.insert(auditRoutes)
    .values({ auditId: audit.id, route: 'pasted', report: total })
    .onConflictDoUpdate({ target: [auditRoutes.auditId, auditRoutes.route], set: { report: total } })
    .run()
  tell(tx, audit.id, { kind: 'route', data: total }, now)
  return { added: newAccounts.length, known, people: paste.people, notUnderstood: paste.notUnderstood, newAccounts }
}

const pastedSignal = {
  id: 'pasted',
  weight: 0,
  text: { nl: 'Iemand heeft deze link zelf toegevoegd.', en: 'Somebody added this link by hand.' },
}
