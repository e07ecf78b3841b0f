import type { AuditView, PlanItemView } from '../../services/views.ts'
import { type Form, textOf } from '../respond.ts'
import type { Ui } from '../ui.ts'
import { Field } from './field.tsx'
import { Icon } from './icon.tsx'

/** A line of the plan that was refused, with what was typed. `id` is `new` for one that did not exist yet. */
export interface RefusedPlan {
  readonly id: string
  readonly field: string
  readonly text: string
  readonly form: Form
}

export const planErrorField = ({ id, field }: RefusedPlan): string => `p-${id}-${field}`

interface PlanProps {
  readonly ui: Ui
  readonly view: AuditView
  readonly refused: RefusedPlan | null
}

/** "Kan er iets beter?" and "Hoe ga je dat voor elkaar krijgen?": lines that people write, change and tick off. */
export const Plan = ({ ui, view, refused }: PlanProps) => {
  const { plan } = ui.t.uniformity
  return (
    <section aria-labelledby="plan">
      <h2 id="plan">{plan.title}</h2>
      <p>{plan.lead}</p>
      <FollowedUp ui={ui} view={view} />
      {view.plan.length === 0 ? <p class="aside">{plan.empty}</p> : null}
      <ol class="plan">
        {view.plan.map((item) => (
          <li id={`p-${item.id}`} class={item.done ? 'done' : ''}>
            <PlanLine ui={ui} item={item} />
            <details open={refused?.id === item.id}>
              <summary>{plan.edit}</summary>
              <PlanForm ui={ui} auditId={view.id} item={item} refused={refused?.id === item.id ? refused : null} />
              <form method="post" action={ui.to(`/audits/${view.id}/plan/${item.id}/remove`)}>
                <button type="submit" class="link">
                  {plan.remove}
                </button>
              </form>
            </details>
          </li>
        ))}
      </ol>
      <details open={view.plan.length === 0 || refused?.id === 'new'}>
        <summary>{plan.add}</summary>
        <PlanForm ui={ui} auditId={view.id} item={null} refused={refused?.id === 'new' ? refused : null} />
      </details>
    </section>
  )
}

/** What the plan before asked for and this audit saw in line: ticked off without anybody's doing, with what it saw. */
const FollowedUp = ({ ui, view }: { ui: Ui; view: Pick<AuditView, 'id' | 'followedUp'> }) => {
  const { plan } = ui.t.difference
  if (!view.followedUp || view.followedUp.length === 0) return null
  return (
    <section aria-labelledby="followed-up">
      <h3 id="followed-up">{plan.done}</h3>
      <p>{plan.doneLead}</p>
      <ul class="plain">
        {view.followedUp.map(({ what, askedAt, saw, record }) => (
          <li>
            <p>
              <Icon name="yes" /> <strong>{what}</strong>
            </p>
            <p>
              {saw.map(ui.text).join(' ')}{' '}
              {record ? <a href={ui.to(`/audits/${view.id}/evidence/${record}`)}>{ui.t.difference.evidence}</a> : null}
            </p>
            <p class="facts">{plan.asked(ui.date(askedAt))}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** One line as it reads, also in the report. */
export const PlanLine = ({ ui, item }: { ui: Ui; item: Omit<PlanItemView, 'id'> }) => {
  const { plan } = ui.t.uniformity
  const facts = [item.owner ?? '', item.due ? plan.by(ui.date(item.due)) : ''].filter(Boolean).join(' · ')
  return (
    <>
      <p>
        <strong>{item.what}</strong>
        {item.done ? (
          <span class="is-done">
            {' '}
            <Icon name="yes" /> {plan.isDone}
          </span>
        ) : null}
      </p>
      {item.how ? <p>{item.how}</p> : null}
      {facts ? <p class="facts">{facts}</p> : null}
      {item.seenDoneIn ? (
        <p class="facts">
          <a href={ui.to(`/audits/${item.seenDoneIn}/verschil`)}>{ui.t.difference.plan.seen}</a>
        </p>
      ) : null}
    </>
  )
}

interface PlanFormProps {
  readonly ui: Ui
  readonly auditId: string
  readonly item: PlanItemView | null
  readonly refused: RefusedPlan | null
}

const PlanForm = ({ ui, auditId, item, refused }: PlanFormProps) => {
  const { plan } = ui.t.uniformity
  const id = `p-${item?.id ?? 'new'}`
  const value = (name: 'what' | 'how' | 'owner' | 'due') => (refused ? textOf(refused.form, name) : (item?.[name] ?? ''))
  const field = (name: 'what' | 'how' | 'owner' | 'due') => ({
    ui,
    id: `${id}-${name}`,
    name,
    label: plan[name],
    value: value(name),
    error: refused?.field === name ? refused.text : null,
  })
  const done = refused ? textOf(refused.form, 'done') !== '' : (item?.done ?? false)
  return (
    <form method="post" action={ui.to(`/audits/${auditId}/plan${item ? `/${item.id}` : ''}`)} class="plan-form">
      <Field {...field('what')} rows={2} required />
      <Field {...field('how')} rows={2} optional />
      <div class="pair">
        <Field {...field('owner')} optional maxlength={100} />
        <Field {...field('due')} optional type="date" />
      </div>
      {item ? (
        <label>
          <input type="checkbox" name="done" value="yes" checked={done} />
          {plan.done}
        </label>
      ) : null}
      <button type="submit">{item ? plan.save : plan.add}</button>
    </form>
  )
}
