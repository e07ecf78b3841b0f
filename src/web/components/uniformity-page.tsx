import type { UniformityModel } from '../../report/uniformity.ts'
import type { ContactSheetView } from '../../services/contact-sheet.ts'
import type { AuditView } from '../../services/views.ts'
import type { Person } from '../person.ts'
import type { Ui } from '../ui.ts'
import { AuditPage } from './audit-page.tsx'
import { ContactSheet } from './contact-sheet.tsx'
import { explanationField, type RefusedExplanation } from './explain.tsx'
import { ErrorSummary } from './field.tsx'
import { Grading } from './grade-block.tsx'
import type { RefusedGrade } from './grade-form.tsx'
import { fieldOf } from './grades-page.tsx'
import { Icon } from './icon.tsx'
import { PersonForm } from './person-form.tsx'
import { Plan, planErrorField, type RefusedPlan } from './plan.tsx'
import { UniformityMade } from './uniformity-made.tsx'

export interface UniformityProps {
  readonly ui: Ui
  readonly view: AuditView
  readonly sheet: ContactSheetView
  /** `null` before the first assessment, and while this person still has to grade. */
  readonly model: UniformityModel | null
  readonly person: Person | null
  readonly refused?: RefusedGrade | null
  readonly nameError?: string | null
  readonly planError?: RefusedPlan | null
  readonly explainError?: RefusedExplanation | null
  readonly saved?: string | undefined
}

/** The fourth step: one's own judgement first, then what was computed, then the plan. */
export const UniformityPage = (props: UniformityProps) => {
  const { ui, view, sheet, model, person, refused = null, nameError = null, planError = null, explainError = null, saved } = props
  const { uniformity } = ui.t
  return (
    <AuditPage
      ui={ui}
      view={view}
      step="uniformity"
      title={uniformity.title}
      styles={[
        'grades.css',
        'finding.css',
        'plan.css',
        'contact-sheet.css',
        'profile-preview.css',
        'uniformity.css',
        'printed-details.css',
      ]}
      scripts={['draft.js']}
    >
      <ErrorSummary ui={ui} errors={errorsOf(props)} />
      <h1>{uniformity.question}</h1>
      <p class="lead">{uniformity.lead}</p>
      <Sheet ui={ui} view={view} sheet={sheet} />
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
            {model ? (
              <UniformityMade ui={ui} view={view} model={model} refused={explainError} />
            ) : (
              <p class="notice calm">{uniformity.noScore}</p>
            )}
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

const errorsOf = ({ refused, nameError, planError, explainError }: UniformityProps) => [
  ...(refused ? [{ field: fieldOf(refused), text: refused.text }] : []),
  ...(nameError ? [{ field: 'person', text: nameError }] : []),
  ...(planError ? [{ field: planErrorField(planError), text: planError.text }] : []),
  ...(explainError ? [{ field: explanationField(explainError), text: explainError.text }] : []),
]

const Sheet = ({ ui, view, sheet }: Pick<UniformityProps, 'ui' | 'view' | 'sheet'>) => (
  <section aria-labelledby="sheet">
    <h2 id="sheet">{ui.t.uniformity.sheet}</h2>
    {sheet.all === 0 ? (
      <p class="notice calm">{ui.t.grades.none.text}</p>
    ) : (
      <ContactSheet ui={ui} auditId={view.id} sheet={sheet} level={3} />
    )}
    <ul class="plain also">
      <li>
        <a href={ui.to(`/audits/${view.id}/contactvel`)}>{ui.t.contactSheet.link}</a>
      </li>
      <li>
        <a href={ui.to(`/audits/${view.id}/house-style`)}>{ui.t.houseStyle.link}</a>
      </li>
      <li>
        <a href={ui.to(`/audits/${view.id}/names`)}>{ui.t.names.link}</a>
      </li>
    </ul>
  </section>
)
