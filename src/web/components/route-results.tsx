import type { ResultPageOutcome } from '../../services/read-result-page.ts'
import type { Ui } from '../ui.ts'
import { Field, FieldError } from './field.tsx'

/** What stands in the box after it was refused, or what came of it. */
export interface ResultsState {
  readonly text: string
  readonly query: string
  readonly error?: { readonly field: string; readonly text: string }
  readonly outcome?: ResultPageOutcome
}

interface ResultsProps {
  readonly ui: Ui
  readonly auditId: string
  readonly state: ResultsState | null
}

/** Takes a page of results that somebody looked at, pasted or saved. */
export const ResultsBox = ({ ui, auditId, state }: ResultsProps) => {
  const { results } = ui.t.routes
  const errorOf = (field: string) => (state?.error?.field === field ? state.error.text : null)
  return (
    <section aria-labelledby="results-title" class="results-box">
      <h2 id="results-title">{results.title}</h2>
      <p>{results.lead}</p>
      {state?.outcome ? <Outcome ui={ui} auditId={auditId} outcome={state.outcome} /> : null}
      <form method="post" action={ui.to(`/audits/${auditId}/results#results-title`)} enctype="multipart/form-data">
        <Field
          ui={ui}
          id="results"
          name="text"
          label={results.text}
          help={results.textHelp}
          rows={4}
          optional
          value={state?.text ?? ''}
          error={errorOf('results')}
        />
        <FileField ui={ui} error={errorOf('resultsPage')} />
        <Field
          ui={ui}
          id="resultsQuery"
          name="query"
          label={results.query}
          help={results.queryHelp}
          optional
          maxlength={200}
          value={state?.query ?? ''}
        />
        <button type="submit" class="secondary">
          {results.button}
        </button>
      </form>
    </section>
  )
}

const FileField = ({ ui, error }: { ui: Ui; error: string | null }) => {
  const { results } = ui.t.routes
  return (
    <div class="field">
      <label for="resultsPage">
        {results.file} <span class="optional">({ui.t.site.optional})</span>
      </label>
      <p class="help" id="resultsPage-help">
        {results.fileHelp}
      </p>
      <input
        id="resultsPage"
        name="page"
        type="file"
        accept=".html,.htm,.mhtml,.mht"
        aria-describedby={error ? 'resultsPage-help resultsPage-error' : 'resultsPage-help'}
      />
      <FieldError id="resultsPage" error={error} />
    </div>
  )
}

const Outcome = ({ ui, auditId, outcome }: { ui: Ui; auditId: string; outcome: ResultPageOutcome }) => {
  const { results } = ui.t.routes
  const { added, known, people, others } = outcome
  const lines = [
    results.added(added),
    known > 0 ? results.known(known) : '',
    others > 0 ? results.others(others) : '',
    people > 0 ? results.people(people) : '',
  ]
  return (
    <div class="notice calm" role="status" tabindex={-1} data-focus>
      <p>{lines.filter(Boolean).join(' ')}</p>
      {added > 0 ? (
        <p>
          <a href={ui.to(`/audits/${auditId}/accounts`)}>{results.look}</a>
        </p>
      ) : null}
    </div>
  )
}
