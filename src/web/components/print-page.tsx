import type { Text } from '../../model/text.ts'
import { printLimits } from '../../print/limits.ts'
import type { PrintItemView } from '../../services/print-items.ts'
import type { AuditView } from '../../services/views.ts'
import type { Ui } from '../ui.ts'
import { AuditPage } from './audit-page.tsx'
import { ErrorSummary, Field, FieldError } from './field.tsx'
import { Notice } from './notice.tsx'
import { PrintItem } from './print-item.tsx'
import { PrintNotes } from './print-notes.tsx'

/** What came of a form. */
export interface PrintsState {
  readonly handed?: {
    readonly taken: number
    readonly known: number
    readonly refused: readonly { readonly name: string; readonly why: Text }[]
  }
  readonly removed?: boolean
  readonly title?: string
  readonly route?: string
  readonly error?: { readonly field: string; readonly text: string }
}

interface PrintsProps {
  readonly ui: Ui
  readonly view: AuditView
  readonly items: readonly PrintItemView[]
  readonly state: PrintsState
}

/** Where posters, flyers and clippings are handed in, and what was read on each. */
export const PrintsPage = ({ ui, view, items, state }: PrintsProps) => {
  const t = ui.t.prints
  return (
    <AuditPage ui={ui} view={view} step="accounts" title={t.title} scripts={['prints.js']} styles={['finding.css', 'prints.css']}>
      <ErrorSummary ui={ui} errors={state.error ? [state.error] : []} />
      {state.handed ? <Handed ui={ui} handed={state.handed} /> : null}
      {state.removed ? (
        <p class="notice calm" role="status" tabindex={-1} data-focus>
          {t.removed}
        </p>
      ) : null}
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      <Drop ui={ui} auditId={view.id} state={state} />
      <PrintNotes ui={ui} auditId={view.id} notes={view.printed ?? []} />
      <PrintList ui={ui} auditId={view.id} items={items} />
      <p>
        <a href={ui.to(`/audits/${view.id}/accounts`)}>{t.back}</a>
      </p>
    </AuditPage>
  )
}

/** The list by itself, for `public/prints.js`. */
export const PrintList = ({ ui, auditId, items }: Omit<PrintsProps, 'view' | 'state'> & { readonly auditId: string }) => {
  const t = ui.t.prints
  const reading = items.filter(({ state }) => state === 'reading').length
  return (
    <section aria-labelledby="prints" data-prints data-reading={reading}>
      <h2 id="prints" tabindex={-1}>
        {t.items}
      </h2>
      {items.length === 0 ? <p>{t.none}</p> : null}
      {reading > 0 ? (
        <noscript>
          <p>{t.refresh}</p>
        </noscript>
      ) : null}
      <ul class="prints">
        {items.map((item) => (
          <li id={`p-${item.id}`}>
            <PrintItem ui={ui} auditId={auditId} item={item} />
          </li>
        ))}
      </ul>
    </section>
  )
}

const Drop = ({ ui, auditId, state }: { ui: Ui; auditId: string; state: PrintsState }) => {
  const t = ui.t.prints.drop
  const error = state.error?.field === 'files' ? state.error.text : null
  const words = { 'data-sending': t.sending('{name}'), 'data-sent': t.sent('{name}'), 'data-failed': t.failed('{name}') }
  return (
    <section aria-labelledby="add">
      <h2 id="add">{t.title}</h2>
      <form method="post" action={ui.to(`/audits/${auditId}/prints`)} enctype="multipart/form-data" data-hand-in {...words}>
        <fieldset class="choices lines">
          <legend>{t.what}</legend>
          {(['print', 'press'] as const).map((route) => (
            <label>
              <input type="radio" name="route" value={route} checked={(state.route ?? 'print') === route} />
              {t[route]}
            </label>
          ))}
        </fieldset>
        <Field ui={ui} id="title" name="title" label={t.paper} help={t.paperHelp} value={state.title ?? ''} maxlength={200} optional />
        <div class="drop" data-drop>
          <label for="files">{t.files}</label>
          <p class="help" id="files-help">
            {t.help(Math.floor(printLimits.bytes / 2 ** 20), printLimits.pages)} {t.camera}
          </p>
          <input
            id="files"
            name="files"
            type="file"
            multiple
            accept="image/*,application/pdf,.txt,.html,.htm"
            aria-describedby={error ? 'files-help files-error' : 'files-help'}
            {...(error ? { 'aria-invalid': 'true' as const } : {})}
          />
          <FieldError id="files" error={error} />
          <p class="aside" data-drop-hint hidden>
            {t.here}
          </p>
        </div>
        <ul class="sending" data-sending-list hidden></ul>
        <p class="visually-hidden" role="status" data-says-sent></p>
        <button type="submit">{t.button}</button>
        <p class="aside">{ui.t.prints.private}</p>
      </form>
    </section>
  )
}

const Handed = ({ ui, handed }: { ui: Ui; handed: NonNullable<PrintsState['handed']> }) => {
  const t = ui.t.prints
  return (
    <>
      {handed.taken + handed.known > 0 ? (
        <p class="notice calm" role="status" tabindex={-1} data-focus>
          {[handed.taken > 0 ? t.taken(handed.taken) : '', handed.known > 0 ? t.known(handed.known) : ''].filter(Boolean).join(' ')}
        </p>
      ) : null}
      {handed.refused.length > 0 ? (
        <Notice title={t.refused}>
          <ul>
            {handed.refused.map(({ name, why }) => (
              <li>
                <strong>{name}</strong>: {ui.text(why)}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
    </>
  )
}
