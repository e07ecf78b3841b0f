import { verdicts } from '../../model/candidate.ts'
import type { AccountSection, ReportModel } from '../../report/model.ts'
import type { AuditView } from '../../services/views.ts'
import type { Ui } from '../ui.ts'
import { AuditPage } from './audit-page.tsx'
import { Findings, Formula, ScoreLine } from './computed.tsx'
import { Exports } from './exports.tsx'
import { Handle } from './handle.tsx'
import { MadeOf } from './made-of.tsx'
import { Notice } from './notice.tsx'
import { PlanLine } from './plan.tsx'
import { Platform } from './platform.tsx'
import { PrintNotes } from './print-notes.tsx'
import { ReportAccount, ReportGrades } from './report-account.tsx'
import { HowMade, UnseenPart } from './report-made.tsx'
import { ReportMends, ReportSheetGroups } from './report-uniformity.tsx'
import { hasEnded } from './steps.tsx'

interface ReportProps {
  readonly ui: Ui
  readonly view: AuditView
  readonly report: ReportModel
  /** Where this report stays to be found. */
  readonly address: string
}

/** The fifth step: everything together, to read, print and hand on. Strengths first. */
export const ReportPage = ({ ui, view, report, address }: ReportProps) => {
  const t = ui.t.report
  return (
    <AuditPage
      ui={ui}
      view={view}
      step="report"
      title={t.title}
      scripts={['print.js']}
      styles={['grades.css', 'finding.css', 'plan.css', 'uniformity.css', 'report.css', 'prints.css', 'printed-details.css']}
    >
      <div class="report">
        {hasEnded(view) ? null : (
          <Notice>
            <p>{t.notFinished}</p>
          </Notice>
        )}
        <ReportHead ui={ui} report={report} address={address} />
        <section aria-labelledby="strengths">
          <h2 id="strengths">{t.strengths}</h2>
          <ul class="strengths">
            {report.strengths.map((strength) => (
              <li>{ui.text(strength)}</li>
            ))}
          </ul>
        </section>
        <Platforms ui={ui} report={report} />
        <UniformityPart ui={ui} view={view} report={report} />
        <PrintNotes ui={ui} auditId={view.id} notes={report.printed} />
        <PlanPart ui={ui} report={report} />
        <UnseenPart ui={ui} report={report} />
        <NotOurs ui={ui} report={report} />
        <HowMade ui={ui} report={report} />
      </div>
      <Exports
        ui={ui}
        csv={ui.to(`/audits/${view.id}/report.csv`)}
        more={[
          { href: ui.to(`/audits/${view.id}/report.json`), text: ui.t.report.json },
          { href: `/v1/audits/${view.id}/archive`, text: ui.t.report.webArchive },
        ]}
      />
    </AuditPage>
  )
}

const ReportHead = ({ ui, report, address }: { ui: Ui; report: ReportModel; address: string }) => {
  const t = ui.t.report
  const { provenance, organisation } = report
  const accounts = report.platforms.flatMap((section) => section.accounts)
  const looked = accounts.filter((account) => account.look?.state === 'captured').length
  const measured = provenance.finishedAt ?? provenance.startedAt ?? provenance.createdAt
  return (
    <header class="report-head">
      <h1>{t.heading(organisation.name)}</h1>
      <dl class="report-facts">
        <dt>{t.date}</dt>
        <dd>
          <time datetime={measured}>{ui.dateTime(measured)}</time>
        </dd>
        {organisation.website ? (
          <>
            <dt>{t.website}</dt>
            <dd>{organisation.website}</dd>
          </>
        ) : null}
        <dt>{t.firstLook}</dt>
        <dd>{t.seen(looked, accounts.length)}</dd>
        <dt>{t.permalink}</dt>
        <dd>
          <a href={address}>{address}</a>
        </dd>
      </dl>
      {provenance.productVersion ? <p class="aside">{t.by(provenance.productVersion)}</p> : null}
    </header>
  )
}

const surestFirst = (a: AccountSection, b: AccountSection) => verdicts.indexOf(a.standing) - verdicts.indexOf(b.standing)

const Platforms = ({ ui, report }: { ui: Ui; report: ReportModel }) => {
  const t = ui.t.report
  return (
    <section aria-labelledby="platforms">
      <h2 id="platforms">{t.platforms}</h2>
      {report.undecided > 0 ? <p>{t.undecided(report.undecided)}</p> : null}
      <p class="screen-only">
        <a href={ui.to(`/audits/${report.auditId}/managers`)}>{ui.t.managers.toList}</a>
        <br />
        <a href={ui.to(`/audits/${report.auditId}/locations`)}>{ui.t.locations.link}</a>
        <br />
        <a href={ui.to(`/audits/${report.auditId}/team`)}>{ui.t.team.link}</a>
        <br />
        <a href={ui.to(`/audits/${report.auditId}/verschil`)}>{ui.t.difference.link}</a>
        <br />
        <a href={ui.to(`/audits/${report.auditId}/news`)}>{ui.t.news.link}</a>
        <br />
        <a href={ui.to(`/audits/${report.auditId}/public-check`)}>{ui.t.check.link}</a>
        {report.organisation.demo ? null : (
          <>
            <br />
            <a href={ui.to(`/audits/${report.auditId}/schedule`)}>{ui.t.schedule.link}</a>
          </>
        )}
      </p>
      {report.platforms.map((section) => (
        <section class="report-platform" aria-label={section.name}>
          <h3>
            <Platform platform={section.platform} />
          </h3>
          {section.accounts.toSorted(surestFirst).map((account) => (
            <ReportAccount ui={ui} auditId={report.auditId} account={account} />
          ))}
          {section.accounts.length > 0 ? null : (
            <p class="aside">
              {section.answer ? (
                <>
                  <strong>{ui.text(section.answer.text)}</strong>
                  {section.answer.note ? `: ${section.answer.note}` : ''}
                </>
              ) : (
                t.noAccount
              )}
            </p>
          )}
        </section>
      ))}
    </section>
  )
}

const UniformityPart = ({ ui, view, report }: { ui: Ui; view: AuditView; report: ReportModel }) => {
  const t = ui.t.report
  const { hidden, score, findings, grading, version } = report.uniformity
  return (
    <section aria-labelledby="uniformity" class="new-page">
      <h2 id="uniformity">{t.uniformity}</h2>
      <h3>{t.people}</h3>
      <ReportGrades ui={ui} grading={grading} />
      <h3>{t.computed}</h3>
      {score ? (
        <>
          <ScoreLine ui={ui} score={score} />
          <Formula ui={ui} score={score} version={version} />
          <MadeOf ui={ui} parts={report.uniformity.parts} />
          <ReportSheetGroups ui={ui} auditId={view.id} uniformity={report.uniformity} />
          <Findings ui={ui} view={view} findings={findings} auditId={view.id} />
        </>
      ) : (
        <p class="aside">{hidden ? ui.t.uniformity.hidden : ui.t.uniformity.noScore}</p>
      )}
    </section>
  )
}

const PlanPart = ({ ui, report }: { ui: Ui; report: ReportModel }) => (
  <section aria-labelledby="plan">
    <h2 id="plan">{ui.t.report.plan}</h2>
    {report.plan.length === 0 ? <p class="aside">{ui.t.report.planEmpty}</p> : null}
    <ol class="plan">
      {report.plan.map((item) => (
        <li class={item.done ? 'done' : ''}>
          <PlanLine ui={ui} item={item} />
        </li>
      ))}
    </ol>
    <ReportMends ui={ui} auditId={report.auditId} uniformity={report.uniformity} />
  </section>
)

const NotOurs = ({ ui, report }: { ui: Ui; report: ReportModel }) => {
  const t = ui.t.report
  if (report.notOurs.length === 0) return null
  return (
    <section aria-labelledby="not-ours">
      <h2 id="not-ours">{t.notOurs}</h2>
      <p>{t.notOursLead}</p>
      <ul class="plain">
        {report.notOurs.map((account) => (
          <li>
            <Platform platform={account.platform} /> <Handle handle={account.handle} />{' '}
            <span class="aside">{account.kind === 'unknown' ? '' : ui.text(account.kindText)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
