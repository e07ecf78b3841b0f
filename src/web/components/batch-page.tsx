import { formatScore } from '../../scoring/grade.ts'
import type { BatchView } from '../../services/batch.ts'
import type { BatchResult } from '../../services/read-batch-results.ts'
import type { Ui } from '../ui.ts'
import { nameOfBatch, sizeOf } from './batches-page.tsx'
import { Icon, type IconName } from './icon.tsx'
import { Layout } from './layout.tsx'
import { Notice } from './notice.tsx'
import { capital } from './words.ts'

interface BatchProps {
  readonly ui: Ui
  readonly batch: BatchView
  readonly results: readonly BatchResult[]
  /** Position of the last one shown, when there are more. */
  readonly next: number | null
  /** Whether this is not the first part of the list. */
  readonly further: boolean
}

/** One list: how far it is, how to stop it, and what each organisation came to. */
export const BatchPage = ({ ui, batch, results, next, further }: BatchProps) => {
  const t = ui.t.batch
  const path = ui.to(`/batches/${batch.id}`)
  return (
    <Layout ui={ui} title={`${t.title}, ${nameOfBatch(ui, batch)}`} scripts={['batch.js']} styles={['batch.css']}>
      <p>
        <a href={ui.to('/batches')}>{t.page.all}</a>
      </p>
      <h1>{nameOfBatch(ui, batch)}</h1>
      <Progress ui={ui} batch={batch} />
      <section aria-labelledby="results">
        <h2 id="results">{t.table.title}</h2>
        <p class="aside">{t.table.lead}</p>
        <section class="scroll batch-scroll" tabindex={0} aria-labelledby="results" data-part="results">
          <table class="batch-results">
            <thead>
              <tr>
                <th scope="col">{t.table.organisation}</th>
                <th scope="col">{t.table.state}</th>
                <th scope="col" class="figure">
                  {t.table.grade}
                </th>
                <th scope="col" class="figure">
                  {t.table.coverage}
                </th>
                <th scope="col" class="figure">
                  {t.table.accounts}
                </th>
                <th scope="col" class="figure">
                  {t.table.deviations}
                </th>
              </tr>
            </thead>
            <tbody>
              {results.map((result) => (
                <Row ui={ui} result={result} />
              ))}
            </tbody>
          </table>
        </section>
        <p class="pages">
          {further ? <a href={`${path}#results`}>{t.table.first}</a> : null}{' '}
          {next === null ? null : <a href={`${path}?after=${next}#results`}>{t.table.more}</a>}
        </p>
      </section>
    </Layout>
  )
}

const Progress = ({ ui, batch }: { ui: Ui; batch: BatchView }) => {
  const t = ui.t.batch
  const { counts, state } = batch
  const all = sizeOf(batch)
  const ended = counts.done + counts.failed + counts.cancelled
  const isRunning = state === 'running' || state === 'registering'
  return (
    <section aria-labelledby="progress">
      <h2 id="progress">{t.page.progress}</h2>
      <p role="status" data-part="status">
        {capital(t.states[state])} · {t.page.ended(counts.done + counts.failed, all)}
      </p>
      <div data-part="progress" {...(isRunning ? { 'data-running': '' } : {})}>
        <progress value={ended} max={all} aria-labelledby="progress"></progress>
        {isRunning ? (
          <>
            <p>{t.page.rest(counts.running, counts.waiting)}</p>
            <noscript>
              <p class="aside">{t.page.refresh}</p>
            </noscript>
            <form method="post" action={ui.to(`/batches/${batch.id}/cancel`)}>
              <p class="help" id="stop-help">
                {t.page.stopHelp}
              </p>
              <button type="submit" class="secondary" aria-describedby="stop-help">
                {t.page.stop}
              </button>
            </form>
          </>
        ) : null}
        {state === 'cancelled' ? <p>{t.page.stopped}</p> : null}
        {counts.failed > 0 ? (
          <Notice>
            <p>{state === 'error' ? t.page.allFailed : t.page.failed(counts.failed)}</p>
          </Notice>
        ) : null}
      </div>
    </section>
  )
}

const icons: Readonly<Record<BatchResult['state'], IconName>> = {
  waiting: 'wait',
  running: 'wait',
  done: 'yes',
  failed: 'no',
  cancelled: 'stop',
}

const Row = ({ ui, result }: { ui: Ui; result: BatchResult }) => {
  const t = ui.t.batch
  const { name, auditId, state, auditState, outcome, failure } = result
  const isChoosing = auditState === 'choosing'
  return (
    <tr>
      <th scope="row">
        {/* To the report, or while there is none to the audit that runs. */}
        {auditId === null ? name : <a href={ui.to(`/audits/${auditId}${outcome ? '/report' : ''}`)}>{name}</a>}
      </th>
      <td>
        {isChoosing ? (
          <>
            <Icon name="unknown" /> {t.itemStates.choosing}
          </>
        ) : (
          <>
            <Icon name={icons[state]} /> {t.itemStates[state]}
          </>
        )}
        {failure ? <span class="aside">{failure}</span> : null}
      </td>
      <td class="figure">{gradeOf(ui, outcome)}</td>
      <td class="figure">{outcome?.score ? ui.percent(outcome.score.coverage) : <Nothing ui={ui} />}</td>
      <td class="figure">
        {outcome ? outcome.accountsOurs : <Nothing ui={ui} />}
        {outcome && outcome.undecided > 0 ? <span class="aside"> {t.table.undecided(outcome.undecided)}</span> : null}
      </td>
      <td class="figure">{outcome && outcome.deviations !== null ? outcome.deviations : <Nothing ui={ui} />}</td>
    </tr>
  )
}

function gradeOf(ui: Ui, outcome: BatchResult['outcome']) {
  const t = ui.t.batch.table
  if (outcome?.hidden) return <span class="aside">{t.hidden}</span>
  if (!outcome?.score) return <Nothing ui={ui} />
  const { grade } = outcome.score
  return grade === null ? <span class="aside">{t.noGrade}</span> : <strong>{formatScore(grade, ui.locale)}</strong>
}

/** A dash to see, words to hear: nothing is known yet, which is no zero. */
const Nothing = ({ ui }: { ui: Ui }) => (
  <>
    <span aria-hidden="true">–</span>
    <span class="visually-hidden">{ui.t.batch.table.nothing}</span>
  </>
)
