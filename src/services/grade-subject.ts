import { and, desc, eq } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { EenlijnError } from '../model/errors.ts'
import { parseGrade } from '../scoring/grade.ts'
import { newId } from '../store/id.ts'
import { grades, persons } from '../store/schema.ts'
import { findAccount, findAudit } from './find-audit.ts'
import { namesOf } from './person.ts'
import type { GradeView } from './views.ts'

export interface GradeInput {
  readonly auditId: string
  /** An account's id, or `uniformity`. */
  readonly subject: string
  /** As typed, with comma or point; `null` is "niet te beoordelen". */
  readonly grade: string | null
  readonly reason: string
  readonly personId: string
  /** The version the person saw, 0 for none; a newer one is not overwritten silently. */
  readonly basedOn?: number
}

/**
 * "Cijfer, omdat": a grade needs its reason, and so does not being able to grade. Each change is a new version.
 * @throws EenlijnError `invalid-input` with the field and a sentence that says why; `conflict`.
 */
export function gradeSubject(deps: Deps, input: GradeInput): GradeView {
  const halfPoints = input.grade === null ? null : readGrade(input.grade)
  const reason = readReason(input.reason, halfPoints === null)
  return deps.store.transact((tx) => {
    const audit = findAudit(tx, input.auditId)
    if (input.subject !== 'uniformity') findAccount(tx, audit, input.subject)
    const person = tx.select().from(persons).where(eq(persons.id, input.personId)).get()
    if (!person || person.erasedAt !== null)
      throw new EenlijnError('invalid-input', { nl: 'Vul eerst je naam in.', en: 'Fill in your name first.' }, { field: 'personId' })
    const mine = and(eq(grades.auditId, audit.id), eq(grades.subject, input.subject), eq(grades.personId, person.id))
    const latest = tx.select().from(grades).where(mine).orderBy(desc(grades.version)).limit(1).get()
    if (input.basedOn !== undefined && (latest?.version ?? 0) > input.basedOn) throw gradedElsewhere()
    const row = {
      id: newId(),
      auditId: audit.id,
      subject: input.subject,
      personId: person.id,
      version: (latest?.version ?? 0) + 1,
      halfPoints,
      reason,
      at: deps.now().toISOString(),
    }
    if (latest && latest.halfPoints === halfPoints && latest.reason === reason) return gradeView(latest, namesOf(tx))
    tx.insert(grades).values(row).run()
    return gradeView(row, namesOf(tx))
  })
}

export function gradeView(
  row: Omit<typeof grades.$inferSelect, 'id' | 'auditId' | 'subject'>,
  nameOf: (id: string | null) => string | null,
): GradeView {
  return {
    personId: row.personId,
    by: nameOf(row.personId),
    halfPoints: row.halfPoints,
    reason: row.reason,
    version: row.version,
    at: row.at,
  }
}

function readGrade(typed: string): number {
  const parsed = parseGrade(typed)
  if ('error' in parsed) throw new EenlijnError('invalid-input', parsed.error, { field: 'grade' })
  return parsed.halfPoints
}

function readReason(typed: string, notGradable: boolean): string {
  const reason = typed.trim()
  if (reason === '' && notGradable)
    throw new EenlijnError(
      'invalid-input',
      { nl: 'Schrijf op waarom je dit niet kunt beoordelen.', en: 'Write down why you cannot grade this.' },
      { field: 'reason' },
    )
  if (reason === '')
    throw new EenlijnError(
      'invalid-input',
      {
        nl: 'Schrijf achter ‘omdat’ waarom je dit cijfer geeft. Zonder reden telt het niet.',
        en: 'Write after ‘because’ why you give this grade. Without a reason it does not count.',
      },
      { field: 'reason' },
    )
  if (reason.length > 4_000)
    throw new EenlijnError(
      'invalid-input',
      { nl: 'De reden is te lang: 4.000 tekens is het meeste.', en: 'The reason is too long: 4,000 characters is the most.' },
      { field: 'reason' },
    )
  return reason
}

const gradedElsewhere = () =>
  new EenlijnError('conflict', {
    nl: 'Je hebt dit in een ander venster al beoordeeld. Herlaad de pagina om dat cijfer te zien; wat je hier typte blijft staan.',
    en: 'You already graded this in another window. Reload the page to see that grade; what you typed here stays.',
  })
