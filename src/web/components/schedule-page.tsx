import { rhythms } from '../../model/schedule.ts'
import { rhythmWords, turnInWords } from '../../report/schedule-words.ts'
import type { AuditsSoFar } from '../../services/audits-so-far.ts'
import type { ScheduleView } from '../../services/schedule.ts'
import type { AuditView } from '../../services/views.ts'
import { type Form, textOf } from '../respond.ts'
import type { Ui } from '../ui.ts'
import { AuditPage } from './audit-page.tsx'
import { ErrorSummary, Field } from './field.tsx'

interface ScheduleProps {
  readonly ui: Ui
  readonly view: AuditView
  readonly schedule: ScheduleView | null
  /** What was typed before it was refused. */
  readonly form: Form
  readonly refused: { readonly field: string; readonly text: string } | null
}

/** When this organisation is audited again by itself. */
export const SchedulePage = ({ ui, view, schedule, form, refused }: ScheduleProps) => {
  const t = ui.t.schedule
  return (
    <AuditPage ui={ui} view={view} step="report" title={t.title} styles={['schedule.css']}>
      <ErrorSummary ui={ui} errors={refused ? [refused] : []} />
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      <section class="schedule-now" aria-labelledby="now">
        <h2 id="now">{t.next.title}</h2>
        {schedule ? <Standing ui={ui} auditId={view.id} schedule={schedule} /> : <p>{t.next.none}</p>}
      </section>
      {view.organisation.demo ? null : <ScheduleForm ui={ui} auditId={view.id} schedule={schedule} form={form} refused={refused} />}
      <section aria-labelledby="how">
        <h2 id="how">{t.how.title}</h2>
        <ul>
          {t.how.items.map((item) => (
            <li>{item}</li>
          ))}
        </ul>
      </section>
    </AuditPage>
  )
}

const Standing = ({ ui, auditId, schedule }: { ui: Ui; auditId: string; schedule: ScheduleView }) => {
  const { next, remove } = ui.t.schedule
  const { organisation, nextAt, lastAt, lastAuditId, rhythm, rule, timeZone, skipped } = schedule
  return (
    <>
      <p class="next-turn">
        {nextAt ? (
          <time datetime={nextAt}>
            <strong>{next.on(organisation.name, turnInWords(nextAt, timeZone, ui.locale))}</strong>
          </time>
        ) : (
          next.never
        )}
      </p>
      <p>
        {next.rhythm(ui.text(rhythmWords[rhythm]), rhythm === 'own' ? rule : '')} {next.zone(timeZone)}
      </p>
      <p>
        {lastAt ? next.last(ui.dateTime(lastAt)) : next.notYet}{' '}
        {lastAuditId ? <a href={ui.to(`/audits/${lastAuditId}`)}>{next.openLast}</a> : null}
      </p>
      {skipped > 0 ? (
        <p>
          <strong>{next.skipped(skipped)}</strong> {next.skippedWhy}
        </p>
      ) : null}
      <form method="post" action={ui.to(`/audits/${auditId}/schedule/remove`)}>
        <p class="help" id="remove-help">
          {remove.help}
        </p>
        <button type="submit" class="secondary" aria-describedby="remove-help">
          {remove.button}
        </button>
      </form>
    </>
  )
}

const ScheduleForm = ({ ui, auditId, schedule, form, refused }: Omit<ScheduleProps, 'view'> & { auditId: string }) => {
  const t = ui.t.schedule.form
  const chosen = textOf(form, 'rhythm') || (schedule?.rhythm ?? 'quarterly')
  const typed = (name: 'rule' | 'timeZone', kept: string) => (name in form ? textOf(form, name) : kept)
  const errorOf = (field: string) => (refused?.field === field ? refused.text : null)
  const timeZone = typed('timeZone', schedule?.timeZone ?? 'Europe/Amsterdam')
  const isOwn = chosen === 'own' || timeZone !== 'Europe/Amsterdam' || refused !== null
  return (
    <form method="post" action={ui.to(`/audits/${auditId}/schedule`)} class="schedule-form">
      <h2>{schedule ? t.change : t.title}</h2>
      <fieldset class="choices lines" id="rhythm">
        <legend>{t.legend}</legend>
        {rhythms
          .filter((rhythm) => rhythm !== 'own')
          .map((rhythm) => (
            <label>
              <input type="radio" name="rhythm" value={rhythm} checked={chosen === rhythm} />
              <span>
                {ui.text(rhythmWords[rhythm])} {rhythm === 'quarterly' ? <span class="optional">({t.advised})</span> : null}
              </span>
            </label>
          ))}
        <details open={isOwn}>
          <summary>{t.own}</summary>
          <label>
            <input type="radio" name="rhythm" value="own" checked={chosen === 'own'} /> {t.ownChoice}
          </label>
          <Field
            ui={ui}
            id="rule"
            name="rule"
            label={t.rule}
            help={t.ruleHelp}
            value={typed('rule', schedule?.rhythm === 'own' ? schedule.rule : '')}
            error={errorOf('rule')}
            maxlength={100}
            optional
          />
          <Field
            ui={ui}
            id="timeZone"
            name="timeZone"
            label={t.timeZone}
            help={t.timeZoneHelp}
            value={timeZone}
            error={errorOf('timeZone')}
            maxlength={60}
          />
        </details>
      </fieldset>
      <button type="submit">{schedule ? t.saveAgain : t.save}</button>
    </form>
  )
}

interface ComingUpProps {
  readonly ui: Ui
  readonly schedules: readonly ScheduleView[]
  /** By the organisation's newest audit. */
  readonly soFar: ReadonlyMap<string, AuditsSoFar>
}

/** On the first page: whose turn comes, the first five. */
export const ComingUp = ({ ui, schedules, soFar }: ComingUpProps) =>
  schedules.length === 0 ? null : (
    <section aria-labelledby="soon">
      <h2 id="soon">{ui.t.schedule.soon.title}</h2>
      <ul class="audit-list">
        {schedules.map(({ organisation, auditId, nextAt, timeZone }) => (
          <li>
            {auditId ? (
              <a href={ui.to(`/audits/${auditId}/schedule`)} aria-label={ui.t.schedule.soon.change(organisation.name)}>
                {organisation.name}
              </a>
            ) : (
              organisation.name
            )}
            {nextAt ? (
              <p class="facts">
                <time datetime={nextAt}>{ui.t.schedule.soon.turn(turnInWords(nextAt, timeZone, ui.locale))}</time>
                {auditId && soFar.has(auditId) ? ` · ${ui.t.home.audits(soFar.get(auditId)?.audits ?? 0)}` : ''}
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
