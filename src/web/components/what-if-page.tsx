import type { UniformityMend, UniformityModel, UniformityPath } from '../../report/uniformity.ts'
import { formatScore } from '../../scoring/grade.ts'
import type { AuditView } from '../../services/views.ts'
import type { Ui } from '../ui.ts'
import { AuditPage } from './audit-page.tsx'
import { ErrorSummary, Field } from './field.tsx'
import { Icon } from './icon.tsx'

interface WhatIfPageProps {
  readonly ui: Ui
  readonly view: AuditView
  /** `null` while the computed grade is hidden from this person. */
  readonly plan: UniformityModel['plan'] | null
  /** What was typed as the wanted grade, and the way to it. */
  readonly target: string
  readonly path: UniformityPath | null
  readonly error?: string | null
}

/** The plan that counts: what each mend brings, and the shortest way to a grade. */
export const WhatIfPage = ({ ui, view, plan, target, path, error = null }: WhatIfPageProps) => {
  const t = ui.t.uniform.whatIf
  return (
    <AuditPage ui={ui} view={view} step="uniformity" title={t.title} styles={['uniformity.css']}>
      <ErrorSummary ui={ui} errors={error ? [{ field: 'target', text: error }] : []} />
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      {plan === null ? (
        <p class="veiled">
          <Icon name="hidden" /> {ui.t.uniformity.hidden}
        </p>
      ) : (
        <Plan ui={ui} view={view} plan={plan} target={target} path={path} error={error} />
      )}
    </AuditPage>
  )
}

const Plan = ({ ui, view, plan, target, path, error }: WhatIfPageProps & { readonly plan: UniformityModel['plan'] }) => {
  const t = ui.t.uniform.whatIf
  const score = (grade: number) => formatScore(grade, ui.locale)
  const planned = new Set(view.plan.map(({ what }) => what))
  const [counting, further] = [plan.mends.filter(({ gain }) => gain > 0), plan.mends.filter(({ gain }) => gain <= 0)]
  return (
    <>
      {plan.grade === null ? (
        <p class="notice calm">{t.notGraded}</p>
      ) : (
        <>
          <p class="from-to">
            <span>{t.now(score(plan.grade))}</span>
            {plan.best !== null && plan.best > plan.grade ? (
              <>
                {' '}
                <Icon name="arrow" /> <span>{t.best(score(plan.best))}</span>
              </>
            ) : null}
          </p>
          <form method="get" action={ui.to(`/audits/${view.id}/what-if`)} class="target">
            <Field
              ui={ui}
              id="target"
              name="target"
              label={t.target}
              help={t.targetHelp}
              inputmode="decimal"
              value={target}
              error={error ?? null}
              maxlength={6}
            />
            <button type="submit">{t.targetButton}</button>
          </form>
          {target !== '' && !error ? <Way ui={ui} view={view} plan={plan} target={target} path={path} planned={planned} /> : null}
        </>
      )}
      <section aria-labelledby="all-mends">
        <h2 id="all-mends">{t.all}</h2>
        {counting.length === 0 ? <p>{t.nothing}</p> : <Mends ui={ui} auditId={view.id} mends={counting} planned={planned} />}
        {further.length > 0 ? (
          <details>
            <summary>{t.further(further.length)}</summary>
            <Mends ui={ui} auditId={view.id} mends={further} planned={planned} />
          </details>
        ) : null}
        <p>
          <a href={`${ui.to(`/audits/${view.id}/uniformity`)}#plan`}>{t.toPlan}</a>
        </p>
      </section>
    </>
  )
}

interface WayProps {
  readonly ui: Ui
  readonly view: AuditView
  readonly plan: UniformityModel['plan']
  readonly target: string
  readonly path: UniformityPath | null
  readonly planned: ReadonlySet<string>
}

const Way = ({ ui, view, plan, target, path, planned }: WayProps) => {
  const t = ui.t.uniform.whatIf
  const score = (grade: number) => formatScore(grade, ui.locale)
  if (path === null) return <p class="notice calm">{t.outOfReach(target, plan.best === null ? '–' : score(plan.best))}</p>
  if (path.mends.length === 0) return <p class="notice calm">{t.reached(target)}</p>
  const mends = path.mends.flatMap((id) => plan.mends.filter((mend) => mend.id === id))
  return (
    <section class="way" aria-labelledby="way">
      <h2 id="way">{t.path(target, path.mends.length, ui.t.uniform.time(path.minutes))}</h2>
      <p>{t.outcome(score(path.grade))}</p>
      <Mends ui={ui} auditId={view.id} mends={mends} planned={planned} />
      <form method="post" action={ui.to(`/audits/${view.id}/what-if`)}>
        <input type="hidden" name="target" value={target} />
        <button type="submit" name="mends" value="path">
          {t.takeAll}
        </button>
      </form>
    </section>
  )
}

/** A mend as one line of work: `Verander het omslagbeeld van Facebook (zorgwijde)`. */
export function sayMend(ui: Ui, { about, field }: Pick<UniformityMend, 'about' | 'field'>): string {
  const t = ui.t.uniform
  const name = isField(ui, field) ? t.fields[field] : field
  return t.change(name, about ?? t.whatIf.organisation.toLowerCase())
}

const isField = (ui: Ui, field: string): field is keyof Ui['t']['uniform']['fields'] => Object.hasOwn(ui.t.uniform.fields, field)

interface MendsProps {
  readonly ui: Ui
  readonly auditId: string
  readonly mends: readonly UniformityMend[]
  readonly planned: ReadonlySet<string>
}

const Mends = ({ ui, auditId, mends, planned }: MendsProps) => {
  const t = ui.t.uniform
  return (
    <ol class="mends">
      {mends.map((mend) => {
        const what = sayMend(ui, mend)
        return (
          <li>
            <p class="mend-what">
              <strong>{what}</strong>
            </p>
            {mend.how.map((how) => (
              <p>{ui.text(how)}</p>
            ))}
            <p class="facts">
              <span class="gain">{mend.gain > 0 ? t.whatIf.gain(gainText(ui, mend.gain)) : t.whatIf.noGain}</span> · {t.time(mend.minutes)}
              {mend.gain > 0 && mend.gradeAfter !== null ? ` · ${t.whatIf.after(formatScore(mend.gradeAfter, ui.locale))}` : ''}
            </p>
            {planned.has(what) ? (
              <p class="is-done">
                <Icon name="yes" /> {t.whatIf.taken}
              </p>
            ) : (
              <form method="post" action={ui.to(`/audits/${auditId}/what-if`)}>
                <button type="submit" class="secondary small" name="mends" value={mend.id}>
                  {t.whatIf.take}
                  <span class="visually-hidden">: {what}</span>
                </button>
              </form>
            )}
          </li>
        )
      })}
    </ol>
  )
}

/** Two decimals: small gains add up, and a rounded nought would say that there is none. */
export const gainText = (ui: Ui, gain: number): string =>
  new Intl.NumberFormat(ui.locale === 'nl' ? 'nl-NL' : 'en-GB', { maximumFractionDigits: 2, minimumFractionDigits: 2 }).format(gain)
