import type { AuditRequest } from '../model/audit.ts'
import { EenlijnError } from '../model/errors.ts'
import type { Client } from './client.ts'
import type { Said } from './io.ts'

/**
 * Brings the list before the profiles are looked at. Without a basis that holds nobody is put on it, and the audit goes on
 * without people; a list that cannot be read stops it.
 */
export async function bringTeam(client: Client, auditId: string, list: string | null, { tell }: Said): Promise<void> {
  if (list === null) return
  try {
    const { added, known, skipped, bad } = await client.importTeam(auditId, list)
    tell({ nl: `${added + known} teamleden gelezen.`, en: `${added + known} team members read.` })
    if (skipped > 0) tell({ nl: `${skipped} overgeslagen: zij maakten bezwaar.`, en: `${skipped} skipped: they objected.` })
    for (const { line, why } of bad) tell({ nl: `  Regel ${line}: ${why.nl}`, en: `  Line ${line}: ${why.en}` })
  } catch (error) {
    if (error instanceof EenlijnError && error.code === 'conflict') {
      tell(error.text)
      tell({ nl: 'De audit gaat door, zonder teamleden.', en: 'The audit goes on, without team members.' })
      return
    }
    await client.cancel(auditId)
    throw error
  }
}

/** The basis for looking at people, as JSON with purpose, interest, necessity, balance, contact and worksCouncil. */
export function readTeamBasis(text: string): NonNullable<AuditRequest['teamBasis']> {
  try {
    const read: unknown = JSON.parse(text)
    if (typeof read === 'object' && read !== null && !Array.isArray(read)) return read as NonNullable<AuditRequest['teamBasis']>
  } catch {
    // Said below, as is a file that holds something else.
  }
  throw new EenlijnError('invalid-input', {
    nl: 'Het bestand met de grondslag is geen JSON met purpose, interest, necessity, balance en contact.',
    en: 'The file with the basis is no JSON with purpose, interest, necessity, balance and contact.',
  })
}
