import type { Deps } from '../deps.ts'
import { EenlijnError } from '../model/errors.ts'
import { newId } from '../store/id.ts'
import { slotAnswers } from '../store/schema.ts'
import { findAudit } from './find-audit.ts'
import type { SlotAnswer } from './views.ts'

export interface AnswerSlotInput {
  readonly auditId: string
  /** A platform's id, or the name of one that the product does not know. */
  readonly platform: string
  /** `null` takes the answer back. */
  readonly answer: SlotAnswer | null
  readonly note: string
  readonly personId: string | null
}

/** Says why there is no account on a platform: four different things, kept apart. */
export function answerSlot(deps: Deps, input: AnswerSlotInput): void {
  const platform = input.platform.trim()
  if (platform === '' || platform.length > 60)
    throw new EenlijnError(
      'invalid-input',
      { nl: 'Vul de naam van het platform in, met hoogstens 60 tekens.', en: 'Fill in the platform’s name, with at most 60 characters.' },
      { field: 'platform' },
    )
  if (input.note.length > 1_000)
    throw new EenlijnError(
      'invalid-input',
      { nl: 'De toelichting is te lang: 1.000 tekens is het meeste.', en: 'The note is too long: 1,000 characters is the most.' },
      { field: 'note' },
    )
  deps.store.transact((tx) => {
    findAudit(tx, input.auditId)
    tx.insert(slotAnswers)
      .values({
        id: newId(),
        auditId: input.auditId,
        platform,
        answer: input.answer,
        note: input.note.trim(),
        personId: input.personId,
        at: deps.now().toISOString(),
      })
      .run()
  })
}
