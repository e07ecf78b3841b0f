import type { AuditView } from '../../services/views.ts'
import type { Person } from '../person.ts'
import type { Ui } from '../ui.ts'
import { AuditPage } from './audit-page.tsx'
import { Computed } from './computed.tsx'
import { ContactSheet } from './contact-sheet.tsx'
import { ErrorSummary } from './field.tsx'
import { Grading } from './grade-block.tsx'
import type { RefusedGrade } from './grade-form.tsx'
import { fieldOf } from './grades-page.tsx'
import { Icon } from './icon.tsx'
import { PersonForm } from './person-form.tsx'
import { Plan, planErrorField, type RefusedPlan } from './plan.tsx'
import { oursOf } from './steps.tsx'

interface UniformityProps {
  readonly ui: Ui
  readonly view: AuditView
  readonly person: Person | null
  readonly refused?: RefusedGrade | null
  readonly nameError?: string | null
  readonly planError?: RefusedPlan | null
  readonly saved?: string | undefined
}

/** The fourth step: one's own judgement first, then what was computed, then the plan. */
export const UniformityPage = ({ ui, view, person, refused = null, nameError = null, planError = null, saved }: UniformityProps) => {
  const { uniformity } = ui.t
  const errors = [
    ...(refused ? [{ field: fieldOf(refused), text: refused.text }] : []),
    ...(nameError ? [{ field: 'person', text: nameError }] : []),
    ...(planError ? [{ field: planErrorField(planError), text: planError.text }] : []),
  ]
  return (
    <AuditPage ui={ui} view={view} step="uniformity" title={uniformity.title} scripts={['draft.js']}>
      <ErrorSummary ui={ui} errors={errors} />
      <h1>{uniformity.question}</h1>
      <p class="lead">{uniformity.lead}</p>
      <ContactSheet ui={ui} auditId={view.id} accounts={oursOf(view)} />
      <PersonForm ui={ui} auditId={view.id} person={person} step="uniformity" error={nameError} />
      <section id="s-uniformity" class="grade-block" aria-label={uniformity.question}>
        {person ? (
          <Grading
            ui={ui}
            auditId={view.id}
            subject="uniformity"
            person={person}
            grading={view.uniformityGrading}
            refused={refused}
            saved={saved === 'uniformity'}
          >
            <Computed ui={ui} view={view} />
          </Grading>
        ) : (
          <p class="veiled">
            <Icon name="hidden" /> {uniformity.hidden}
          </p>
        )}
      </section>
      <Plan ui={ui} view={view} refused={planError} />
    </AuditPage>
  )
}
