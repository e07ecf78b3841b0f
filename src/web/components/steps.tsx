import type { AuditView } from '../../services/views.ts'
import type { Ui } from '../ui.ts'
import { Icon } from './icon.tsx'
import { isUndecided } from './words.ts'

const stepIds = ['search', 'accounts', 'grades', 'uniformity', 'report'] as const
export type StepId = (typeof stepIds)[number]

const stepPath = (auditId: string, step: StepId): string => (step === 'search' ? `/audits/${auditId}` : `/audits/${auditId}/${step}`)

export const hasEnded = (view: AuditView): boolean => view.state === 'done' || view.state === 'cancelled' || view.state === 'failed'

export const oursOf = (view: AuditView) => view.candidates.filter((candidate) => candidate.standing === 'ours')

const isDone = (view: AuditView, step: StepId): boolean => {
  const ours = oursOf(view)
  switch (step) {
    case 'search':
      return hasEnded(view)
    case 'accounts':
      return hasEnded(view) && view.candidates.length > 0 && !view.candidates.some(isUndecided)
    case 'grades':
      return ours.length > 0 && ours.every((account) => account.grading.mine)
    case 'uniformity':
      return view.uniformityGrading.mine !== null
    case 'report':
      return false
  }
}

/** Where this audit stands: five steps on one line, each a link. */
export const Steps = ({ ui, view, current }: { ui: Ui; view: AuditView; current: StepId }) => (
  <nav class="steps" aria-label={ui.t.steps.label} data-live="steps">
    <ol>
      {stepIds.map((step, index) => (
        <li class={isDone(view, step) ? 'done' : ''}>
          <a href={ui.to(stepPath(view.id, step))} {...(step === current ? { 'aria-current': 'step' as const } : {})}>
            <span class="dot">{isDone(view, step) && step !== current ? <Icon name="yes" /> : index + 1}</span>
            <span>
              {ui.t.steps[step]}
              {isDone(view, step) ? <span class="visually-hidden"> ({ui.t.steps.done})</span> : null}
            </span>
          </a>
        </li>
      ))}
    </ol>
  </nav>
)

interface Task {
  readonly step: StepId
  readonly text: string
  readonly button: string
  readonly anchor?: string
}

/** What is left to do, in the order of the steps. The report is always there to be read. */
function tasksOf(ui: Ui, view: AuditView): Task[] {
  const { next } = ui.t
  if (view.state === 'choosing') return [{ step: 'search', anchor: 'choose', ...next.choose }]
  const undecided = view.candidates.filter(isUndecided).length
  const decide: Task[] = undecided > 0 ? [{ step: 'accounts', text: next.accounts.text(undecided), button: next.accounts.button }] : []
  if (!hasEnded(view)) return decide
  const ours = oursOf(view)
  if (ours.length === 0) return decide.length > 0 ? decide : [{ step: 'accounts', anchor: 'paste', ...next.paste }]
  const ungraded = ours.filter((account) => !account.grading.mine).length
  const grade: Task[] = ungraded > 0 ? [{ step: 'grades', text: next.grades.text(ungraded), button: next.grades.button }] : []
  const uniformity: Task[] = view.uniformityGrading.mine ? [] : [{ step: 'uniformity', ...next.uniformity }]
  return [...decide, ...grade, ...uniformity, { step: 'report', ...next.report }]
}

/** The one thing to do next: none while this page has something to do; then what comes after it, then what was left behind. */
function nextOf(ui: Ui, view: AuditView, current: StepId): Task | null {
  const tasks = tasksOf(ui, view)
  if (tasks.some((task) => task.step === current && task.step !== 'report')) return null
  const others = tasks.filter((task) => task.step !== current)
  return others.find((task) => stepIds.indexOf(task.step) > stepIds.indexOf(current)) ?? others[0] ?? null
}

/** The next step as a button. */
export const NextStep = ({ ui, view, current }: { ui: Ui; view: AuditView; current: StepId }) => {
  const next = nextOf(ui, view, current)
  if (!next) return <div data-live="next"></div>
  return (
    <section class="next" data-live="next" aria-label={ui.t.steps.next}>
      <p>{next.text}</p>
      <a class="button" href={`${ui.to(stepPath(view.id, next.step))}${next.anchor ? `#${next.anchor}` : ''}`}>
        {next.button} <Icon name="arrow" />
      </a>
    </section>
  )
}
