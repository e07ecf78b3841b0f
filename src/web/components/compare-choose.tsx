import type { EenlijnError } from '../../model/errors.ts'
import type { ComparableAudit } from '../../services/compare-choices.ts'
import { mostCompared } from '../../services/compare-organisations.ts'
import type { Ui } from '../ui.ts'
import { ErrorSummary, Field } from './field.tsx'
import { Layout } from './layout.tsx'

interface ChooseProps {
  readonly ui: Ui
  /** What is ticked already. */
  readonly chosen: readonly ComparableAudit[]
  readonly found: readonly ComparableAudit[]
  /** A part of a name that was looked for; empty when nothing was. */
  readonly find: string
  readonly refused: EenlijnError | null
}

/** Which organisations to lay beside each other. Looking for one more loses nothing of what was ticked. */
export const CompareChoose = ({ ui, chosen, found, find, refused }: ChooseProps) => {
  const t = ui.t.compare.choose
  const known = new Set(chosen.map(({ organisationId }) => organisationId))
  const rest = found.filter(({ organisationId }) => !known.has(organisationId))
  const count = chosen.length + rest.length
  return (
    <Layout ui={ui} title={ui.t.compare.title} styles={['compare.css']}>
      <ErrorSummary ui={ui} errors={refused ? [{ field: 'choices', text: ui.text(refused.text) }] : []} />
      <h1>{t.question}</h1>
      <p class="lead">{t.lead(mostCompared)}</p>
      {count < 2 && find === '' ? <p class="notice calm">{count === 0 ? t.none : t.one}</p> : null}
      <form method="get" action={ui.to('/vergelijk')} class="compare-choose">
        <fieldset id="choices" tabindex={-1}>
          <legend>{t.legend}</legend>
          {[...chosen.map((one) => ({ one, checked: true })), ...rest.map((one) => ({ one, checked: false }))].map(({ one, checked }) => (
            <Choice ui={ui} one={one} checked={checked} />
          ))}
          {find !== '' && found.length === 0 ? <p role="status">{t.nothing(find)}</p> : null}
        </fieldset>
        <div class="compare-find">
          <Field ui={ui} id="q" name="q" label={t.find} help={t.findHelp} value={find} maxlength={200} />
          <button type="submit" name="do" value="find" class="secondary">
            {t.findButton}
          </button>
        </div>
        <button type="submit" name="do" value="compare">
          {t.button}
        </button>
      </form>
    </Layout>
  )
}

const Choice = ({ ui, one, checked }: { ui: Ui; one: ComparableAudit; checked: boolean }) => (
  <label class="compare-choice">
    <input type="checkbox" name="audit" value={one.auditId} checked={checked} />
    <span>
      {one.organisation}{' '}
      <span class="facts">
        {one.website ? `${new URL(one.website).hostname} · ` : ''}
        {ui.t.compare.choose.audited(ui.date(one.at))}
      </span>
    </span>
  </label>
)
