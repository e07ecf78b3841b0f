import type { LocationsImported } from '../../services/import-locations.ts'
import type { LocationsView } from '../../services/location-views.ts'
import type { AuditView } from '../../services/views.ts'
import type { Ui } from '../ui.ts'
import { AuditPage } from './audit-page.tsx'
import { ErrorSummary, Field } from './field.tsx'
import { LocationMatrix, type MatrixQuery } from './location-matrix.tsx'
import { SprawlList } from './sprawl-list.tsx'

export interface LocationsState {
  readonly query: MatrixQuery
  readonly imported?: LocationsImported & { readonly pages?: number }
  /** What was typed and refused. */
  readonly text?: string
  readonly error?: { readonly field: string; readonly text: string }
}

interface LocationsProps {
  readonly ui: Ui
  readonly view: AuditView
  readonly locations: LocationsView
  readonly state: LocationsState
}

/** Where the organisation is, and what of it is on which platform. */
export const LocationsPage = ({ ui, view, locations, state }: LocationsProps) => {
  const t = ui.t.locations
  return (
    <AuditPage ui={ui} view={view} step="accounts" title={t.title} scripts={['locations.js']} styles={['decide.css', 'locations.css']}>
      <ErrorSummary ui={ui} errors={state.error ? [state.error] : []} />
      {state.imported ? <Imported ui={ui} imported={state.imported} /> : null}
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      {locations.rows.length === 0 ? <p>{t.empty}</p> : <LocationMatrix ui={ui} locations={locations} query={state.query} />}
      <ImportBox ui={ui} locations={locations} state={state} />
      <SprawlList ui={ui} locations={locations} />
    </AuditPage>
  )
}

const ImportBox = ({ ui, locations, state }: Pick<LocationsProps, 'ui' | 'locations' | 'state'>) => {
  const t = ui.t.locations.import
  const action = ui.to(`/audits/${locations.auditId}/locations`)
  const error = state.error?.field === 'locations' ? state.error.text : null
  return (
    <section aria-labelledby="import">
      <h2 id="import">{t.title}</h2>
      <details open={locations.rows.length === 0 || error !== null}>
        <summary>{t.label}</summary>
        <form method="post" action={action} enctype="multipart/form-data">
          <Field
            ui={ui}
            id="locations"
            name="locations"
            label={t.label}
            help={t.help}
            rows={6}
            optional
            value={state.text ?? ''}
            error={error}
          />
          <div class="field">
            <label for="locations-file">{t.file}</label>
            <input type="file" id="locations-file" name="file" accept=".csv,.tsv,.txt,text/csv,text/plain" />
          </div>
          <button type="submit">{t.button}</button>
        </form>
      </details>
      <h3>{t.site}</h3>
      <p>{t.siteHelp(locations.sitePages)}</p>
      {locations.sitePages > 0 ? (
        <form method="post" action={`${action}/site`}>
          <button type="submit" class="secondary">
            {t.siteButton}
          </button>
        </form>
      ) : null}
    </section>
  )
}

const Imported = ({ ui, imported }: { ui: Ui; imported: NonNullable<LocationsState['imported']> }) => {
  const t = ui.t.locations.import
  const nothing = imported.added + imported.known === 0
  return (
    <div class="notice calm" role="status" tabindex={-1} data-focus>
      <p>{nothing ? t.none : [t.added(imported.added), imported.known > 0 ? t.known(imported.known) : ''].filter(Boolean).join(' ')}</p>
      {imported.bad.length > 0 ? (
        <>
          <p>{t.bad}</p>
          <ul>
            {imported.bad.slice(0, 100).map((row) => (
              <li>
                <strong>{t.line(row.line)}</strong>: <q>{row.raw}</q>. {ui.text(row.why)}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  )
}
