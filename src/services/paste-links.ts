import type { Deps } from '../deps.ts'
import { readPaste } from '../discovery/pasted.ts'
import type { Claim } from '../model/jobs.ts'
import type { Text } from '../model/text.ts'
import type { Db } from '../store/open.ts'
import { addClaims, countRoute } from './add-claims.ts'
import { findAudit } from './find-audit.ts'
import { handOver } from './owed-jobs.ts'

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
  const outcome = deps.store.transact((tx) => pasteInto(tx, deps, input))
  deps.bell.ring(input.auditId)
  await handOver(deps, input.auditId)
  return outcome
}

/** Part of a transaction. */
export function pasteInto(tx: Db, deps: Deps, input: { auditId: string; text: string }): PasteOutcome {
  const audit = findAudit(tx, input.auditId)
  const paste = readPaste(input.text)
  const now = deps.now().toISOString()
  const claims = paste.found.flatMap(({ address, raw }): Claim[] => {
    const { platform, handle, url, key, closed, doubt } = address
    if (platform === null || handle === null || url === null || key === null) return []
    const via = {
      route: 'pasted',
      page: null,
      pageTitle: '',
      source: 'text',
      zone: 'unknown',
      label: '',
      quote: raw,
      seenAt: now,
      record: null,
    } as const
    return [{ platform, handle, url, key, closed, doubt, via }]
  })
  const { added, known } = addClaims(tx, audit, claims, now)
  countRoute(tx, audit.id, 'pasted', { found: claims.length, read: 0, unseen: 0 }, now)
  return { added, known, people: paste.people, notUnderstood: paste.notUnderstood }
}
