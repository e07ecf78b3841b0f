import { desc, eq } from 'drizzle-orm'
import { rubricOf, rubrics } from '../../config/rubric.ts'
import type { Deps } from '../deps.ts'
import type { Assessment } from '../model/audit.ts'
import { EenlijnError } from '../model/errors.ts'
import { newId } from '../store/id.ts'
import { assessments } from '../store/schema.ts'
import { assessInput } from './assess-audit.ts'
import { checkInput } from './check-input.ts'
import { findAudit, hasEnded } from './find-audit.ts'

export interface RescoreInput {
  readonly auditId: string
  readonly rubric: string
  /** Id of the agreements to judge by, `null` for none; absent means those of now. */
  readonly houseStyle?: string | null
}

/**
 * What a stored audit scores under another rubric or other agreements: today's checks over what was seen then, without a
 * network. Nothing is written.
 * @throws EenlijnError `not-found`; `invalid-input` for a rubric that never was.
 */
export function rescoreAudit(deps: Deps, { auditId, rubric: version, houseStyle }: RescoreInput): Assessment {
  const { db } = deps.store
  const audit = findAudit(db, auditId)
  const rubric = rubricOf(version)
  if (!rubric) {
    const known = rubrics.map((one) => one.version).join(', ')
    throw new EenlijnError(
      'invalid-input',
      {
        nl: `De meetlat ‘${version}’ bestaat niet. Kies uit: ${known}.`,
        en: `There is no rubric ‘${version}’. Choose from: ${known}.`,
      },
      { field: 'rubric' },
    )
  }
  const now = deps.now()
  return assessInput(checkInput(db, audit, now, houseStyle), rubric, now.toISOString())
}

/**
 * Writes what a stored audit scores under a rubric as a new assessment beside the ones it has; record and evidence stay as they
 * are. The same judgement under the same rubric is not written twice.
 * @throws EenlijnError `not-found`; `conflict` while the audit runs; `invalid-input` for a rubric that never was.
 */
export function saveRescore(deps: Deps, input: Omit<RescoreInput, 'houseStyle'>): Assessment & { readonly version: number } {
  const audit = findAudit(deps.store.db, input.auditId)
  if (!hasEnded(audit.state))
    throw new EenlijnError('conflict', {
      nl: 'De audit loopt nog. Opnieuw scoren kan zodra hij klaar is.',
      en: 'The audit is still running. It can be scored again as soon as it is done.',
    })
  const fresh = rescoreAudit(deps, input)
  return deps.store.transact((tx) => {
    const stored = tx.select().from(assessments).where(eq(assessments.auditId, audit.id)).orderBy(desc(assessments.version)).all()
    const same = stored.find(({ body }) => body.rubric === fresh.rubric && body.basis?.input === fresh.basis?.input)
    if (same) return { ...same.body, version: same.version }
    const version = (stored[0]?.version ?? 0) + 1
    tx.insert(assessments).values({ id: newId(), auditId: audit.id, version, because: 'rubric', body: fresh }).run()
    return { ...fresh, version }
  })
}
