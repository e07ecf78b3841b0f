import { turnInWords } from '../../report/schedule-words.ts'
import { auditStateWords } from '../../report/words.ts'
import type { AuditsSoFar } from '../../services/audits-so-far.ts'
import type { AuditSummary } from '../../services/views.ts'
import type { Ui } from '../ui.ts'
import { Icon, type IconName } from './icon.tsx'
import { capital } from './words.ts'

const stateIcons: Readonly<Record<AuditSummary['state'], IconName>> = {
  queued: 'wait',
  running: 'wait',
  choosing: 'unknown',
  done: 'yes',
  cancelled: 'stop',
  failed: 'no',
}

const isUnderWay = ({ state }: AuditSummary) => state === 'queued' || state === 'running'

/** The invented organisation, to try everything on. Its state follows what happens. */
export const DemoCard = ({ ui, audit, soFar }: { ui: Ui; audit: AuditSummary; soFar: AuditsSoFar | null }) => (
  <section class="demo-card" aria-labelledby="demo" {...(isUnderWay(audit) ? { 'data-watch': ui.to(`/audits/${audit.id}/live`) } : {})}>
    <h2 id="demo">{ui.t.home.demoTitle}</h2>
    <p>{ui.t.home.demoText(soFar?.audits ?? 1)}</p>
    <p>
      <a class="button secondary" href={ui.to(`/audits/${audit.id}`)}>
        {ui.t.home.demoOpen}
      </a>
    </p>
    <p class="facts" data-live="demo">
      <strong>{audit.organisation}</strong> · <State ui={ui} audit={audit} />
    </p>
  </section>
)

interface ListProps {
  readonly ui: Ui
  readonly audits: readonly AuditSummary[]
  /** Of the newest audit of each organisation. */
  readonly soFar: ReadonlyMap<string, AuditsSoFar>
  /** The last audit shown, when there are more. */
  readonly older: string | null
}

export const AuditList = ({ ui, audits, soFar, older }: ListProps) => (
  <section aria-labelledby="audits">
    <h2 id="audits">{ui.t.home.listTitle}</h2>
    {audits.length === 0 ? (
      <p class="aside">{ui.t.home.listEmpty}</p>
    ) : (
      <ul class="audit-list">
        {audits.map((audit) => (
          <li>
            <a href={ui.to(`/audits/${audit.id}`)}>{audit.organisation}</a>
            <p class="facts">
              <State ui={ui} audit={audit} /> · <time datetime={audit.createdAt}>{ui.t.home.startedOn(ui.date(audit.createdAt))}</time>
            </p>
            <Behind ui={ui} soFar={soFar.get(audit.id) ?? null} />
          </li>
        ))}
      </ul>
    )}
    {older ? <a href={`${ui.to('/')}?before=${older}#audits`}>{ui.t.home.older}</a> : null}
    {audits.length > 0 ? (
      <p>
        <a href={ui.to('/vergelijk')}>{ui.t.compare.link}</a>
      </p>
    ) : null}
  </section>
)

/** How many audits there are of this organisation, and when the next one comes; nothing of a single one. */
const Behind = ({ ui, soFar }: { ui: Ui; soFar: AuditsSoFar | null }) => {
  if (soFar === null || (soFar.audits < 2 && soFar.next === null)) return null
  const { audits, next } = soFar
  return (
    <p class="facts">
      {ui.t.home.audits(audits)}
      {next ? (
        <>
          {' · '}
          <time datetime={next.at}>{ui.t.home.nextTurn(turnInWords(next.at, next.timeZone, ui.locale))}</time>
        </>
      ) : null}
    </p>
  )
}

const State = ({ ui, audit }: { ui: Ui; audit: AuditSummary }) => (
  <>
    <Icon name={stateIcons[audit.state]} /> {capital(ui.text(auditStateWords[audit.state]))}
    {audit.accountsOurs > 0 ? ` · ${ui.t.home.ours(audit.accountsOurs)}` : ''}
    {audit.undecided > 0 ? ` · ${ui.t.home.undecided(audit.undecided)}` : ''}
  </>
)
