import { namedPlatforms, platformIds } from '../../model/platform.ts'
import { platformName } from '../../report/platform-name.ts'
import type { SearchPrice } from '../../services/route-views.ts'
import { type Form, textOf } from '../respond.ts'
import type { Ui } from '../ui.ts'
import { Field, FieldError } from './field.tsx'
import { Icon } from './icon.tsx'
import { dollarsIn } from './route-actions.tsx'

interface StartFormProps {
  readonly ui: Ui
  readonly form: Form
  readonly refused: { readonly field: string; readonly text: string } | null
  /** The same for every try of this form, so that pressing twice starts one audit. */
  readonly requestKey: string
  /** What a search engine can cost at most; `null` when searching is free. */
  readonly paid: SearchPrice | null
}

/** A name is enough; the rest waits until somebody opens it. */
export const StartForm = ({ ui, form, refused, requestKey, paid }: StartFormProps) => {
  const { home } = ui.t
  const errorOf = (field: string) => (refused?.field === field ? refused.text : null)
  const filled = ['website', 'aliases', 'country', 'platforms', 'links', 'maxDollars'].some((name) => textOf(form, name) !== '')
  return (
    <form method="post" action={ui.to('/audits')} enctype="multipart/form-data" class="start">
      <input type="hidden" name="key" value={requestKey} />
      <Field
        ui={ui}
        id="name"
        name="name"
        label={home.name}
        help={home.nameHelp}
        value={textOf(form, 'name')}
        error={errorOf('name')}
        required
        maxlength={200}
        autocomplete="organization"
      />
      <details open={filled}>
        <summary>{home.more}</summary>
        <Field
          ui={ui}
          id="website"
          name="website"
          label={home.website}
          help={home.websiteHelp}
          inputmode="url"
          optional
          value={textOf(form, 'website')}
          error={errorOf('website')}
        />
        <Field
          ui={ui}
          id="aliases"
          name="aliases"
          label={home.aliases}
          help={home.aliasesHelp}
          rows={3}
          optional
          value={textOf(form, 'aliases')}
          error={errorOf('aliases')}
        />
        <CountryField ui={ui} chosen={textOf(form, 'country')} />
        <PlatformChoice ui={ui} chosen={form.platforms ?? []} />
        <Field
          ui={ui}
          id="links"
          name="links"
          label={home.links}
          help={home.linksHelp}
          rows={5}
          optional
          value={textOf(form, 'links')}
          error={errorOf('links')}
        />
        {paid ? <PaidSearch ui={ui} paid={paid} agreed={textOf(form, 'maxDollars') !== ''} /> : null}
        <ArchiveField ui={ui} error={errorOf('archive')} />
      </details>
      <button type="submit">
        {home.start} <Icon name="arrow" />
      </button>
    </form>
  )
}

/** Nothing that costs money is asked before somebody who sees the price says yes. */
const PaidSearch = ({ ui, paid, agreed }: { ui: Ui; paid: SearchPrice; agreed: boolean }) => {
  const { start, dollars } = ui.t.routes
  return (
    <fieldset class="choices lines">
      <legend>
        {start.title} <span class="optional">({ui.t.site.optional})</span>
      </legend>
      <label>
        <input type="checkbox" name="maxDollars" value={String(paid.dollars)} checked={agreed} aria-describedby="paid-help" />
        {start.label(paid.engine ?? '', dollars(dollarsIn(ui, paid.dollars)))}
      </label>
      <p class="help" id="paid-help">
        {start.help(paid.requests)}
      </p>
    </fieldset>
  )
}

/** Whoever has the site as a web archive needs no network at all. */
const ArchiveField = ({ ui, error }: { ui: Ui; error: string | null }) => (
  <div class="field">
    <label for="archive">
      {ui.t.home.archive} <span class="optional">({ui.t.site.optional})</span>
    </label>
    <p class="help" id="archive-help">
      {ui.t.home.archiveHelp}
    </p>
    <input
      id="archive"
      name="archive"
      type="file"
      accept=".warc,.gz"
      aria-describedby={error ? 'archive-help archive-error' : 'archive-help'}
    />
    <FieldError id="archive" error={error} />
  </div>
)

/** Where the organisations are that our users look at; any other is found by its name. */
const countries = ['nl', 'be', 'de', 'fr', 'gb', 'ie', 'us']

const CountryField = ({ ui, chosen }: { ui: Ui; chosen: string }) => (
  <div class="field">
    <label for="country">
      {ui.t.home.country} <span class="optional">({ui.t.site.optional})</span>
    </label>
    <select id="country" name="country">
      <option value="">{ui.t.home.countryAny}</option>
      {countries.map((code) => (
        <option value={code} selected={code === chosen}>
          {ui.country(code)}
        </option>
      ))}
    </select>
  </div>
)

/** The named five, then the living platforms on which Dutch organisations are found; links of any other are still read. */
const offered = [...namedPlatforms, ...platformIds.slice(namedPlatforms.length, 14)]

const PlatformChoice = ({ ui, chosen }: { ui: Ui; chosen: readonly string[] }) => (
  <fieldset class="choices">
    <legend>
      {ui.t.home.platforms} <span class="optional">({ui.t.site.optional})</span>
    </legend>
    <p class="help">{ui.t.home.platformsHelp}</p>
    {offered.map((platform) => (
      <label>
        <input type="checkbox" name="platforms" value={platform} checked={chosen.includes(platform)} />
        {platformName(platform)}
      </label>
    ))}
  </fieldset>
)
