import type { BatchView } from '../../services/batch.ts'
import type { BadLine } from '../../services/hand-in-list.ts'
import { type Form, textOf } from '../respond.ts'
import type { Ui } from '../ui.ts'
import { ErrorSummary, Field, FieldError } from './field.tsx'
import { Layout } from './layout.tsx'
import { capital } from './words.ts'

export interface RefusedList {
  readonly field: 'text' | 'label'
  readonly text: string
  readonly bad: readonly BadLine[]
}

interface BatchesProps {
  readonly ui: Ui
  readonly batches: readonly BatchView[]
  /** The last list shown, when there are more. */
  readonly older: string | null
  readonly form: Form
  readonly refused: RefusedList | null
  /** The same for every try of this form, so that pressing twice hands in one list. */
  readonly requestKey: string
}

/** To hand in a list of organisations, and beneath it those that were. */
export const BatchesPage = ({ ui, batches, older, form, refused, requestKey }: BatchesProps) => {
  const t = ui.t.batch
  const errorOf = (field: RefusedList['field']) => (refused?.field === field ? refused.text : null)
  return (
    <Layout ui={ui} title={t.title} styles={['batch.css']}>
      <ErrorSummary ui={ui} errors={refused ? [refused] : []} />
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      <form method="post" action={ui.to('/batches')} enctype="multipart/form-data">
        <h2>{t.form.title}</h2>
        <input type="hidden" name="key" value={requestKey} />
        {refused ? <BadLines ui={ui} bad={refused.bad} /> : null}
        <Field
          ui={ui}
          id="text"
          name="text"
          label={t.form.text}
          help={t.form.textHelp}
          rows={8}
          value={textOf(form, 'text')}
          error={errorOf('text')}
        />
        <div class="field">
          <label for="file">
            {t.form.file} <span class="optional">({ui.t.site.optional})</span>
          </label>
          <p class="help" id="file-help">
            {t.form.fileHelp}
          </p>
          <input id="file" name="file" type="file" accept=".csv,.txt,text/csv,text/plain" aria-describedby="file-help" />
          <FieldError id="file" error={null} />
        </div>
        <Field
          ui={ui}
          id="label"
          name="label"
          label={t.form.label}
          value={textOf(form, 'label')}
          error={errorOf('label')}
          maxlength={200}
          optional
        />
        <button type="submit">{t.form.button}</button>
      </form>
      <section aria-labelledby="lists">
        <h2 id="lists">{t.list.title}</h2>
        {batches.length === 0 ? <p class="aside">{t.list.empty}</p> : null}
        <ul class="audit-list">
          {batches.map((batch) => (
            <li>
              <a href={ui.to(`/batches/${batch.id}`)}>{nameOfBatch(ui, batch)}</a>
              <p class="facts">
                {capital(t.states[batch.state])} · {t.list.size(sizeOf(batch))} ·{' '}
                <time datetime={batch.createdAt}>{t.list.handedIn(ui.date(batch.createdAt))}</time>
              </p>
            </li>
          ))}
        </ul>
        {older ? <a href={`${ui.to('/batches')}?before=${older}#lists`}>{t.list.older}</a> : null}
      </section>
    </Layout>
  )
}

/** So many are shown; whoever mends ten usually sees what is wrong with the rest. */
const mostShown = 10

const BadLines = ({ ui, bad }: { ui: Ui; bad: readonly BadLine[] }) => {
  const t = ui.t.batch
  return bad.length === 0 ? null : (
    <ul class="bad-lines">
      {bad.slice(0, mostShown).map(({ line, raw, why }) => (
        <li>{t.badLine(line, raw, ui.text(why))}</li>
      ))}
      {bad.length > mostShown ? <li>{t.badMore(bad.length - mostShown)}</li> : null}
    </ul>
  )
}

export const nameOfBatch = (ui: Ui, { label, createdAt }: Pick<BatchView, 'label' | 'createdAt'>): string =>
  label || ui.t.batch.list.unnamed(ui.dateTime(createdAt))

export const sizeOf = ({ counts }: Pick<BatchView, 'counts'>): number => Object.values(counts).reduce((sum, n) => sum + n, 0)
