import { eq } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { EenlijnError } from '../model/errors.ts'
import { recoveryNotes } from '../store/schema.ts'
import { findAccount, findAudit } from './find-audit.ts'

const longest = 300

/**
 * Notes where the way into an account is kept; an empty note takes it back.
 * @throws EenlijnError `invalid-input`, `not-found`.
 */
export function saveRecoveryNote(deps: Deps, input: { auditId: string; accountId: string; note: string }): void {
  const note = input.note.replace(/\s+/g, ' ').trim()
  if (note.length > longest)
    throw new EenlijnError(
      'invalid-input',
      { nl: `Deze tekst is te lang: ${longest} tekens is het meeste.`, en: `This text is too long: ${longest} characters is the most.` },
      { field: 'note' },
    )
  deps.store.transact((tx) => {
    const account = findAccount(tx, findAudit(tx, input.auditId), input.accountId)
    if (note === '') return tx.delete(recoveryNotes).where(eq(recoveryNotes.accountId, account.id)).run()
    const values = { note, updatedAt: deps.now().toISOString() }
    return tx
      .insert(recoveryNotes)
      .values({ accountId: account.id, ...values })
      .onConflictDoUpdate({ target: recoveryNotes.accountId, set: values })
      .run()
  })
}
