import type { AuditView } from '../../services/views.ts'
import type { Person } from '../person.ts'
import type { Ui } from '../ui.ts'
import { AuditPage } from './audit-page.tsx'
import { ErrorSummary } from './field.tsx'
import { GradeBlock } from './grade-block.tsx'
import type { RefusedGrade } from './grade-form.tsx'
import { Notice } from './notice.tsx'
import { PersonForm } from './person-form.tsx'
import { oursOf } from './steps.tsx'

interface GradesProps {
  readonly ui: Ui
  readonly view: AuditView
  readonly person: Person | null
  readonly refused?: RefusedGrade | null
  readonly nameError?: string | null
  /** Subject whose grade was just saved. */
  readonly saved?: string | undefined
}

/** The third step: a grade and its reason for every account that is ours. */
export const GradesPage = ({ ui, view, person, refused = null, nameError = null, saved }: GradesProps) => {
  const { grades } = ui.t
  const ours = oursOf(view)
  const graded = ours.filter((account) => account.grading.mine).length
  const errors = [
    ...(refused ? [{ field: fieldOf(refused), text: refused.text }] : []),
    ...(nameError ? [{ field: 'person', text: nameError }] : []),
  ]
  return (
    <AuditPage ui={ui} view={view} step="grades" title={grades.title} scripts={['draft.js']} styles={['grades.css', 'finding.css']}>
      <ErrorSummary ui={ui} errors={errors} />
      <h1>{grades.question}</h1>
      <p class="lead">{grades.lead}</p>
      {ours.length === 0 ? (
        <Notice title={grades.none.title}>
          <p>{grades.none.text}</p>
          <a class="button" href={ui.to(`/audits/${view.id}/accounts`)}>
            {grades.none.button}
          </a>
        </Notice>
      ) : (
        <>
          <PersonForm ui={ui} auditId={view.id} person={person} step="grades" error={nameError} />
          {person ? <p class="left">{grades.progress(graded, ours.length)}</p> : null}
          {ours.map((account) => (
            <GradeBlock
              ui={ui}
              auditId={view.id}
              account={account}
              person={person}
              findings={(view.assessment?.findings ?? []).filter((finding) => finding.subject === account.key)}
              refused={refused}
              saved={saved}
            />
          ))}
        </>
      )}
    </AuditPage>
  )
}

/** The element that an error leads to. */
export const fieldOf = ({ subject, field }: RefusedGrade): string =>
  field === 'grade' || field === 'reason' ? `g-${subject}-${field}` : `g-${subject}-grade`
