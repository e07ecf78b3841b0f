import { platformName } from '../../report/platform-name.ts'
import type { AuditView, CandidateView } from '../../services/views.ts'
import type { Person } from '../person.ts'
import { type Form, textOf } from '../respond.ts'
import type { Ui } from '../ui.ts'
import { AuditPage } from './audit-page.tsx'
import { ErrorSummary, Field, FieldError } from './field.tsx'
import { Handle } from './handle.tsx'
import { Icon } from './icon.tsx'
import { FirstLook, OpenAccount } from './look.tsx'
import { lookHint } from './look-hints.ts'
import { Platform } from './platform.tsx'

interface CaptureProps {
  readonly ui: Ui
  readonly view: AuditView
  readonly account: CandidateView
  readonly person: Person | null
  /** The step to go back to. */
  readonly from: 'accounts' | 'grades'
  readonly form: Form
  readonly refused: { readonly field: string; readonly text: string } | null
}

/** A person looks at one account and hands over what they saw: a saved page, a picture of the screen, or the fields. */
export const CapturePage = ({ ui, view, account, person, from, form, refused }: CaptureProps) => {
  const { capture } = ui.t
  const platform = platformName(account.platform)
  const errors = refused ? [{ field: elementOf(refused.field), text: refused.text }] : []
  return (
    <AuditPage ui={ui} view={view} step={from} title={capture.title(platform)} scripts={['capture.js']} styles={['capture.css']}>
      <ErrorSummary ui={ui} errors={errors} />
      <h1>{capture.title(platform)}</h1>
      <p>
        <Platform platform={account.platform} /> <Handle handle={account.handle} />
      </p>
      <p class="lead">{capture.lead(platform)}</p>
      <FirstLook ui={ui} auditId={view.id} account={account} />
      <h2>{capture.step.open}</h2>
      <p>{ui.text(lookHint(account.platform))}</p>
      <p>
        <OpenAccount ui={ui} account={account} button />
      </p>
      <form
        method="post"
        action={ui.to(`/audits/${view.id}/accounts/${account.accountId}/look`)}
        enctype="multipart/form-data"
        data-capture
        data-taken={capture.taken('{name}')}
      >
        <input type="hidden" name="from" value={from} />
        <h2>{capture.step.give}</h2>
        <Gone ui={ui} form={form} platform={platform} />
        <p>{capture.oneIsEnough}</p>
        <Files ui={ui} refused={refused} />
        <TypedFields ui={ui} form={form} refused={refused} />
        {person ? (
          <p class="aside">{capture.you(person.name)}</p>
        ) : (
          <Field
            ui={ui}
            id="person"
            name="person"
            label={capture.person}
            help={capture.personHelp}
            value={textOf(form, 'person')}
            error={errorOf(refused, 'person')}
            autocomplete="name"
            maxlength={100}
            optional
          />
        )}
        <button type="submit">
          {capture.button} <Icon name="arrow" />
        </button>
        <p>
          <a href={ui.to(`/audits/${view.id}/${from}#${from === 'grades' ? 's' : 'a'}-${account.accountId}`)}>{capture.back}</a>
        </p>
        <p class="aside">{capture.privacy}</p>
      </form>
    </AuditPage>
  )
}

type Refused = CaptureProps['refused']

const errorOf = (refused: Refused, field: string) => (refused?.field === field ? refused.text : null)

/** The element that an error leads to; a choice has no field of its own. */
const elementOf = (field: string): string =>
  ['page', 'screenshot', 'name', 'description', 'website', 'lastPost', 'person'].includes(field) ? field : 'page'

const Files = ({ ui, refused }: { ui: Ui; refused: Refused }) => {
  const { capture } = ui.t
  return (
    <div class="files" data-drop>
      <FileField
        id="screenshot"
        label={capture.screenshot}
        help={capture.screenshotHelp}
        accept="image/png,image/jpeg,image/webp"
        refused={refused}
      />
      <FileField id="page" label={capture.page} help={capture.pageHelp} accept=".html,.htm,.mhtml,.mht" refused={refused} />
      <p class="aside" data-drop-hint hidden>
        {capture.drop}
      </p>
      <p role="status" data-drop-status></p>
    </div>
  )
}

interface FileProps {
  readonly id: 'page' | 'screenshot'
  readonly label: string
  readonly help: string
  readonly accept: string
  readonly refused: Refused
}

const FileField = ({ id, label, help, accept, refused }: FileProps) => {
  const error = errorOf(refused, id)
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <p class="help" id={`${id}-help`}>
        {help}
      </p>
      <input
        id={id}
        name={id}
        type="file"
        accept={accept}
        aria-describedby={error ? `${id}-help ${id}-error` : `${id}-help`}
        {...(error ? { 'aria-invalid': 'true' as const } : {})}
      />
      <FieldError id={id} error={error} />
    </div>
  )
}

const TypedFields = ({ ui, form, refused }: { ui: Ui; form: Form; refused: Refused }) => {
  const { capture } = ui.t
  const shared = (name: 'name' | 'description' | 'website' | 'lastPost') => ({
    ui,
    id: name,
    name,
    label: capture.field[name],
    value: textOf(form, name),
    error: errorOf(refused, name),
  })
  const filled = ['name', 'description', 'website', 'lastPost', 'hasPicture'].some((name) => textOf(form, name) !== '')
  return (
    <details open={filled}>
      <summary>{capture.typed}</summary>
      <Field {...shared('name')} maxlength={300} autocomplete="off" />
      <Field {...shared('description')} rows={3} maxlength={2000} />
      <Field {...shared('website')} inputmode="url" maxlength={2000} autocomplete="off" />
      <Field {...shared('lastPost')} help={capture.lastPostHelp} type="date" />
      <Choice
        legend={capture.picture.legend}
        name="hasPicture"
        chosen={textOf(form, 'hasPicture')}
        options={[
          ['', capture.picture.notLooked],
          ['yes', capture.picture.yes],
          ['no', capture.picture.no],
        ]}
      />
    </details>
  )
}

const Gone = ({ ui, form, platform }: { ui: Ui; form: Form; platform: string }) => {
  const { found } = ui.t.capture
  return (
    <Choice
      legend={found.legend}
      name="found"
      chosen={textOf(form, 'found') || 'profile'}
      options={[
        ['profile', found.profile],
        ['gone', found.gone(platform)],
      ]}
    />
  )
}

interface ChoiceProps {
  readonly legend: string
  readonly name: string
  readonly chosen: string
  readonly options: readonly (readonly [string, string])[]
}

const Choice = ({ legend, name, chosen, options }: ChoiceProps) => (
  <fieldset class="choices lines">
    <legend>{legend}</legend>
    {options.map(([value, text]) => (
      <label>
        <input type="radio" name={name} value={value} checked={value === chosen} />
        {text}
      </label>
    ))}
  </fieldset>
)
