import { basisFields } from '../../model/team.ts'
import { basisTemplates } from '../../model/team-basis-templates.ts'
import { textOf } from '../respond.ts'
import { Field, FieldError } from './field.tsx'
import type { TeamProps } from './team-page.tsx'

/** Why the organisation looks at people: recorded, to be read, changed and withdrawn. */
export const TeamBasis = ({ ui, view, team, state }: TeamProps) => {
  const t = ui.t.team.basis
  const { basis, versions } = team
  const refused = state.form !== undefined && basisFields.some((field) => field in (state.form ?? {}))
  return (
    <section aria-labelledby="basis">
      <h2 id="basis">{t.title}</h2>
      {basis === null ? (
        <BasisForm ui={ui} view={view} team={team} state={state} />
      ) : (
        <>
          <p>
            {t.holds(ui.date(basis.at))} {basis.by === null ? '' : t.by(basis.by)} {versions.length > 1 ? t.versions(versions.length) : ''}
          </p>
          <p class="typed">{basis.purpose}</p>
          <p class="screen-only">
            <a href={ui.to(`/audits/${view.id}/team/notice`)}>{ui.t.team.notice.link}</a>
          </p>
          <details>
            <summary>{t.read}</summary>
            <dl>
              {basisFields
                .filter((field) => field !== 'purpose' && basis[field] !== '')
                .map((field) => (
                  <>
                    <dt>{t.fields[field].label}</dt>
                    <dd class="typed">{basis[field]}</dd>
                  </>
                ))}
            </dl>
          </details>
          <details class="screen-only" open={refused}>
            <summary>{t.change}</summary>
            <BasisForm ui={ui} view={view} team={team} state={state} />
          </details>
          <details class="screen-only">
            <summary>{t.withdraw}</summary>
            <form method="post" action={ui.to(`/audits/${view.id}/team/basis/withdraw`)}>
              <p class="help" id="withdraw-help">
                {t.withdrawHelp}
              </p>
              <button type="submit" class="secondary" aria-describedby="withdraw-help">
                {t.withdraw}
              </button>
            </form>
          </details>
        </>
      )}
    </section>
  )
}

const BasisForm = ({ ui, view, team: { basis }, state }: TeamProps) => {
  const t = ui.t.team.basis
  const { form, error } = state
  const refused = form !== undefined && basisFields.some((field) => field in form)
  const textIn = (field: (typeof basisFields)[number]) =>
    refused && form ? textOf(form, field) : (basis?.[field] ?? ui.text(basisTemplates[field]))
  return (
    <form method="post" action={ui.to(`/audits/${view.id}/team/basis`)}>
      {basis === null ? <p>{t.lead}</p> : null}
      {basisFields.map((field) => (
        <Field
          ui={ui}
          id={`basis-${field}`}
          name={field}
          label={t.fields[field].label}
          help={t.fields[field].help}
          rows={field === 'contact' || field === 'worksCouncil' ? 3 : 6}
          maxlength={4000}
          optional={field === 'worksCouncil'}
          value={textIn(field)}
          error={error?.field === `basis-${field}` ? error.text : null}
        />
      ))}
      <div class="field">
        <label>
          <input
            type="checkbox"
            id="basis-confirmed"
            name="confirmed"
            value="yes"
            {...(error?.field === 'basis-confirmed'
              ? { 'aria-invalid': 'true' as const, 'aria-describedby': 'basis-confirmed-error' }
              : {})}
          />{' '}
          {t.confirmed}
        </label>
        <FieldError id="basis-confirmed" error={error?.field === 'basis-confirmed' ? error.text : null} />
      </div>
      <button type="submit">{basis === null ? t.save : t.saveNew}</button>
    </form>
  )
}
