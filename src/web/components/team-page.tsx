import { type NoticePart, noticeText } from '../../report/team-notice.ts'
import type { TeamImported } from '../../services/import-team.ts'
import type { TeamView } from '../../services/read-team.ts'
import type { AuditView } from '../../services/views.ts'
import type { Form } from '../respond.ts'
import type { Ui } from '../ui.ts'
import { AuditPage } from './audit-page.tsx'
import { ErrorSummary, Field } from './field.tsx'
import { Notice } from './notice.tsx'
import { TeamBasis } from './team-basis.tsx'
import { TeamList } from './team-list.tsx'

/** What came of a form. */
export interface TeamState {
  readonly error?: { readonly field: string; readonly text: string }
  /** A refused form, with what was typed. */
  readonly form?: Form
  readonly imported?: TeamImported
  /** A link that was just made; it is shown this once. */
  readonly invitation?: { readonly memberId: string; readonly url: string }
  /** The basis was just withdrawn, and so many people went with it. */
  readonly withdrawn?: number
}

export interface TeamProps {
  readonly ui: Ui
  readonly view: AuditView
  readonly team: TeamView
  readonly state: TeamState
}

/** The people of the team: why they may be looked at, who they are, and what each may decide. */
export const TeamPage = ({ ui, view, team, state }: TeamProps) => {
  const t = ui.t.team
  return (
    <AuditPage ui={ui} view={view} step="accounts" title={t.title} styles={['team.css']}>
      <ErrorSummary ui={ui} errors={state.error ? [state.error] : []} />
      {state.withdrawn === undefined ? null : <Said text={t.basis.withdrawn(state.withdrawn)} />}
      {state.imported ? <Imported ui={ui} imported={state.imported} /> : null}
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      {team.basis === null ? (
        <Notice title={t.off.title}>
          <p>
            {t.off.text} {view.peopleCounted === null ? '' : t.off.counted(view.peopleCounted)}
          </p>
        </Notice>
      ) : (
        <>
          <TeamList ui={ui} view={view} team={team} state={state} />
          <Totals ui={ui} totals={team.totals} />
          <ImportBox ui={ui} view={view} state={state} empty={team.members.length === 0} />
        </>
      )}
      <TeamBasis ui={ui} view={view} team={team} state={state} />
      {team.objections > 0 ? <p class="aside">{t.objections}</p> : null}
      <p class="aside">{t.privacy}</p>
    </AuditPage>
  )
}

const Said = ({ text }: { text: string }) => (
  <div class="notice calm" role="status" tabindex={-1} data-focus>
    <p>{text}</p>
  </div>
)

const Imported = ({ ui, imported }: { ui: Ui; imported: TeamImported }) => {
  const t = ui.t.team
  return (
    <div class="notice calm" role="status" tabindex={-1} data-focus>
      <p>{[t.import.done(imported.added, imported.known), imported.skipped > 0 ? t.list.skipped(imported.skipped) : ''].join(' ')}</p>
      {imported.bad.length > 0 ? (
        <>
          <p>{t.import.told}</p>
          <ul>
            {imported.bad.slice(0, 100).map((row) => (
              <li>
                <strong>{t.import.line(row.line)}</strong>: <q>{row.raw}</q>. {ui.text(row.why)}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  )
}

const Totals = ({ ui, totals }: { ui: Ui; totals: TeamView['totals'] }) => {
  const t = ui.t.team.totals
  if (totals === null) return null
  const { people, withProfile, looked } = totals
  return (
    <section aria-labelledby="totals">
      <h2 id="totals">{t.title}</h2>
      <p>{t.people(people, withProfile)}</p>
      {looked === null ? (
        <p class="aside">{t.tooFew}</p>
      ) : (
        <p>
          {t.picture(looked.withPicture, looked.people)} {t.mentioning(looked.mentioning, looked.people)}
        </p>
      )}
    </section>
  )
}

const ImportBox = ({ ui, view, state, empty }: Pick<TeamProps, 'ui' | 'view' | 'state'> & { empty: boolean }) => {
  const t = ui.t.team.import
  const error = state.error?.field === 'team' ? state.error.text : null
  return (
    <section class="screen-only" aria-labelledby="import">
      <h2 id="import">{t.title}</h2>
      <details open={empty || error !== null}>
        <summary>{t.label}</summary>
        <form method="post" action={ui.to(`/audits/${view.id}/team`)} enctype="multipart/form-data">
          <Field
            ui={ui}
            id="team"
            name="team"
            label={t.label}
            help={t.help}
            rows={5}
            optional
            value={state.form?.team?.[0] ?? ''}
            error={error}
          />
          <div class="field">
            <label for="team-file">{t.file}</label>
            <input type="file" id="team-file" name="file" accept=".csv,.tsv,.txt,text/csv,text/plain" />
          </div>
          <button type="submit">{t.button}</button>
        </form>
      </details>
    </section>
  )
}

interface TeamNoticeProps {
  readonly ui: Ui
  readonly view: AuditView
  readonly parts: readonly NoticePart[]
}

/** The message to the team members: to print, or to copy as text. */
export const TeamNoticePage = ({ ui, view, parts }: TeamNoticeProps) => {
  const t = ui.t.team.notice
  const other = ui.locale === 'nl' ? 'en' : 'nl'
  return (
    <AuditPage ui={ui} view={view} step="accounts" title={t.title} styles={['team.css']} scripts={['print.js']}>
      <div class="screen-only">
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
        <p>
          <button type="button" data-print hidden>
            {t.print}
          </button>
        </p>
      </div>
      <article class="letter">
        {parts.map(({ heading, paragraphs }) => (
          <section>
            <h2>{heading}</h2>
            {paragraphs.map((paragraph) => (
              <p class="typed">{paragraph}</p>
            ))}
          </section>
        ))}
      </article>
      <div class="screen-only">
        <Field ui={ui} id="plain" name="plain" label={t.plain} rows={12} value={noticeText(parts)} />
        <p>
          <a href={`/${other}/audits/${view.id}/team/notice`} lang={other} hreflang={other}>
            {t.other}
          </a>
        </p>
        <p>
          <a href={ui.to(`/audits/${view.id}/team`)}>{t.back}</a>
        </p>
      </div>
    </AuditPage>
  )
}
