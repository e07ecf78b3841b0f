import { formatGrade, gradeLabel } from '../../scoring/grade.ts'
import type { GradeView, GradingView } from '../../services/views.ts'
import { type Form, textOf } from '../respond.ts'
import type { Ui } from '../ui.ts'
import { Field, FieldError } from './field.tsx'

/** What was typed and refused, with the sentence that says why. */
export interface RefusedGrade {
  readonly subject: string
  readonly field: string
  readonly text: string
  readonly form: Form
}

interface GradeFormProps {
  readonly ui: Ui
  readonly auditId: string
  /** An account's id, or `uniformity`. */
  readonly subject: string
  readonly personId: string
  readonly grading: GradingView
  readonly refused: RefusedGrade | null
}

/** "Cijfer, omdat": the number and its reason, or why there can be none. What is typed survives a reload. */
export const GradeForm = ({ ui, auditId, subject, personId, grading, refused }: GradeFormProps) => {
  const { grades } = ui.t
  const { mine } = grading
  const typed = refused?.subject === subject ? refused : null
  const value = typed ? textOf(typed.form, 'grade') : mine?.halfPoints ? formatGrade(mine.halfPoints, ui.locale) : ''
  const cannot = typed ? textOf(typed.form, 'cannot') !== '' : mine !== null && mine.halfPoints === null
  const id = `g-${subject}`
  const wrong = (field: string) => (typed?.field === field ? typed.text : null)
  return (
    <form
      method="post"
      action={ui.to(`/audits/${auditId}/grades/${subject}`)}
      class="grade-form"
      data-draft={`${auditId}/${subject}/${personId}`}
    >
      <input type="hidden" name="basedOn" value={String(mine?.version ?? 0)} />
      <p class="notice calm" data-draft-note hidden>
        {grades.draft}{' '}
        <button type="button" class="link" data-draft-drop>
          {grades.drop}
        </button>
      </p>
      {typed && !['grade', 'reason'].includes(typed.field) ? <FieldError id={`${id}-form`} error={typed.text} /> : null}
      <div class="grade-fields">
        <Field
          ui={ui}
          id={`${id}-grade`}
          name="grade"
          label={grades.grade}
          help={grades.gradeHelp}
          inputmode="decimal"
          autocomplete="off"
          value={value}
          error={wrong('grade')}
        />
        <Field
          ui={ui}
          id={`${id}-reason`}
          name="reason"
          label={grades.reason}
          help={grades.reasonHelp}
          rows={3}
          value={typed ? textOf(typed.form, 'reason') : (mine?.reason ?? '')}
          error={wrong('reason')}
        />
      </div>
      <label class="cannot">
        <input type="checkbox" name="cannot" value="yes" checked={cannot} aria-describedby={`${id}-cannot-help`} />
        {grades.cannot}
      </label>
      <p class="help" id={`${id}-cannot-help`}>
        {grades.cannotHelp}
      </p>
      <button type="submit">{mine ? grades.saveAgain : grades.save}</button>
    </form>
  )
}

/** A grade as a number with its word, its reason, and by whom and when. */
export const GivenGrade = ({ ui, grade, own }: { ui: Ui; grade: GradeView; own?: boolean }) => (
  <div class="given-grade">
    <p class="number">{grade.halfPoints === null ? '–' : formatGrade(grade.halfPoints, ui.locale)}</p>
    <div>
      <p>
        <strong>{grade.halfPoints === null ? ui.t.grades.notGraded : ui.text(gradeLabel(grade.halfPoints / 2))}</strong>
        {own ? null : ` · ${grade.by ?? ui.t.accounts.somebody}`}
      </p>
      <p class="reason">{grade.reason}</p>
      <p class="aside">{ui.t.grades.version(grade.version, ui.date(grade.at))}</p>
    </div>
  </div>
)
