import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import type { Deps } from '../../deps.ts'
import type { EenlijnError } from '../../model/errors.ts'
import { type AuditsSoFar, auditsSoFar } from '../../services/audits-so-far.ts'
import { findDemoAudit, listAudits } from '../../services/list-audits.ts'
import type { SearchPrice } from '../../services/route-views.ts'
import { listSchedules, type ScheduleView } from '../../services/schedule.ts'
import { dearestSearch } from '../../services/search-price.ts'
import type { AuditSummary } from '../../services/views.ts'
import { AuditList, DemoCard } from '../components/audit-list.tsx'
import { ErrorSummary } from '../components/field.tsx'
import { Layout } from '../components/layout.tsx'
import { ComingUp } from '../components/schedule-page.tsx'
import { StartForm } from '../components/start-form.tsx'
import { attempt, type Form, fileOf, readForm, renderPage, statusOf, textOf } from '../respond.ts'
import type { Ui, WebEnv } from '../ui.ts'

/** Audits on one page. */
const most = 100

export const homePages = (deps: Deps) =>
  new Hono<WebEnv>()
    .get('/', (c) => renderPage(c, <HomePage ui={c.var.ui} form={{}} {...shown(deps, c.req.query('before'))} />))
    .get('/audits', (c) => c.redirect(`${c.var.ui.to('/')}#audits`))
    .post('/audits', async (c) => {
      const { ui } = c.var
      const form = await readForm(c)
      const file = await fileOf(c, 'archive')
      const result = await attempt(async () =>
        startOnce(deps, { ...requestOf(form, ui), ...(await keptArchive(deps, file)) }, textOf(form, 'key')),
      )
      if ('done' in result) return c.redirect(ui.to(`/audits/${result.done.auditId}`), 303)
      return renderPage(c, <HomePage ui={ui} form={form} {...shown(deps)} refused={result.refused} />, statusOf(result.refused))
    })

/** What the page shows beneath its question. */
function shown(deps: Deps, before?: string) {
  const demo = findDemoAudit(deps)
  const audits = listAudits(deps, { limit: most, before })
  const soon = listSchedules(deps, { limit: 5, all: false })
  const newest = [...audits.map(({ id }) => id), ...soon.flatMap(({ auditId }) => auditId ?? []), ...(demo ? [demo.id] : [])]
  return { demo, audits, soon, paid: dearestSearch(deps), soFar: auditsSoFar(deps, newest) }
}

/** Pressing twice starts one audit. Going back and changing the form keeps its key, but asks for another one. */
async function startOnce(deps: Deps, request: unknown, key: string) {
  // Loaded when first used: the first page does without.
  const { startAudit } = await import('../../services/start-audit.ts')
  const first = await attempt(() => startAudit(deps, request, key ? { idempotencyKey: key } : {}))
  if ('done' in first) return first.done
  if (first.refused.code === 'conflict') return startAudit(deps, request)
  throw first.refused
}

/** A web archive that came with the form, kept for the audit to replay. */
async function keptArchive(deps: Deps, file: File | null): Promise<{ archive?: string }> {
  if (file === null) return {}
  const { storeArchive } = await import('../../services/archive.ts')
  return { archive: (await storeArchive(deps, file.stream())).digest }
}

/** What the form asks for; what was left empty is left out. The service checks it. */
function requestOf(form: Form, ui: Ui) {
  const text = (name: string) => (textOf(form, name).trim() ? { [name]: textOf(form, name) } : {})
  const aliases = textOf(form, 'aliases')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)
  const platforms = form.platforms ?? []
  const maxDollars = textOf(form, 'maxDollars')
  return {
    name: textOf(form, 'name'),
    ...text('website'),
    ...text('country'),
    ...text('links'),
    ...(aliases.length > 0 ? { aliases } : {}),
    ...(platforms.length > 0 ? { platforms } : {}),
    ...(maxDollars === '' ? {} : { maxDollars: Number(maxDollars) }),
    locale: ui.locale,
  }
}

interface HomeProps {
  readonly ui: Ui
  readonly audits: readonly AuditSummary[]
  readonly demo: AuditSummary | null
  /** What was typed before it was refused; empty at first. */
  readonly form: Form
  /** What a search engine can cost at most; `null` when searching is free. */
  readonly paid: SearchPrice | null
  /** Organisations whose turn comes. */
  readonly soon: readonly ScheduleView[]
  /** How many audits there are and when the next comes, by the newest of each organisation. */
  readonly soFar: ReadonlyMap<string, AuditsSoFar>
  readonly refused?: EenlijnError
}

/** One question, and beneath it what was asked before. */
const HomePage = ({ ui, audits, demo, form, paid, soon, soFar, refused }: HomeProps) => {
  const own = audits.filter((audit) => !audit.demo)
  const field = refused?.field?.split('.')[0] ?? (refused?.code === 'archive-corrupt' ? 'archive' : 'name')
  return (
    <Layout ui={ui} title={ui.t.home.title} scripts={['live.js']} styles={['start.css']}>
      <ErrorSummary ui={ui} errors={refused ? [{ field, text: ui.text(refused.text) }] : []} />
      <div class="ask">
        <h1>{ui.t.home.question}</h1>
        <p class="lead">{ui.t.home.lead}</p>
        <StartForm
          ui={ui}
          form={form}
          paid={paid}
          refused={refused ? { field, text: ui.text(refused.text) } : null}
          requestKey={randomUUID()}
        />
        <p>
          <a href={ui.to('/batches')}>{ui.t.batch.link}</a>
        </p>
      </div>
      {demo ? <DemoCard ui={ui} audit={demo} soFar={soFar.get(demo.id) ?? null} /> : null}
      <ComingUp ui={ui} schedules={soon} soFar={soFar} />
      <AuditList ui={ui} audits={own} soFar={soFar} older={audits.length === most ? (audits.at(-1)?.id ?? null) : null} />
    </Layout>
  )
}
