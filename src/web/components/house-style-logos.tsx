import type { LogoFile } from '../../model/house-style.ts'
import type { Ui } from '../ui.ts'
import { Field, FieldError } from './field.tsx'
import { errorAt, HousePicture, Now, PassageFields, StylePart, type StylePartProps } from './house-style-parts.tsx'

const kinds = ['mark', 'wordmark'] as const
const grounds = ['any', 'light', 'dark'] as const

/** The organisation's logo files, each on its ground, and whether one belongs in the avatar. */
export const LogoPart = ({ ui, auditId, view, style, error }: StylePartProps) => {
  const t = ui.t.houseStyle.logo
  const rules = [null, 'must', 'may', 'must-not'] as const
  const failed = errorAt(error, 'logo.files')
  return (
    <StylePart id="hs-logo" title={t.title}>
      <p>{t.help}</p>
      <fieldset class="choices lines">
        <legend>{t.inAvatar}</legend>
        {rules.map((rule) => (
          <label>
            <input type="radio" name="logo.inAvatar" value={rule ?? ''} checked={style.logo.inAvatar === rule} />
            {t.rules[rule ?? 'none']}
          </label>
        ))}
      </fieldset>
      <h3 id="hs-logo-files">{t.files}</h3>
      <FieldError id="hs-logo-files" error={failed} />
      {style.logo.files.length === 0 ? (
        <Now ui={ui} found={view.found.avatar} take="avatar" about={ui.t.houseStyle.parts.logo}>
          {view.found.avatar ? (
            <>
              <HousePicture auditId={auditId} digest={view.found.avatar.value} alt="" kind="logo" />
              <p class="aside">{t.takeAvatar}</p>
            </>
          ) : null}
        </Now>
      ) : (
        <ul class="logos">
          {style.logo.files.map((logo, place) => (
            <Logo ui={ui} auditId={auditId} logo={logo} place={place} />
          ))}
        </ul>
      )}
      <NewLogo ui={ui} error={errorAt(error, 'logoFile')} />
      <PassageFields ui={ui} part="logo" passage={style.logo.passage} error={error} />
    </StylePart>
  )
}

const Choice = ({
  id,
  name,
  label,
  options,
  chosen,
}: {
  id: string
  name: string
  label: string
  options: readonly (readonly [string, string])[]
  chosen: string
}) => (
  <div class="field">
    <label for={id}>{label}</label>
    <select id={id} name={name}>
      {options.map(([value, text]) => (
        <option value={value} selected={value === chosen}>
          {text}
        </option>
      ))}
    </select>
  </div>
)

const optionsOf = (ui: Ui) => ({
  kind: kinds.map((kind) => [kind, ui.t.houseStyle.logo.kinds[kind]] as const),
  ground: grounds.map((ground) => [ground, ui.t.houseStyle.logo.grounds[ground]] as const),
})

const Logo = ({ ui, auditId, logo, place }: { ui: Ui; auditId: string; logo: LogoFile; place: number }) => {
  const t = ui.t.houseStyle.logo
  const id = `logo-${place}`
  const options = optionsOf(ui)
  return (
    <li>
      <span class={`ground ${logo.ground}`}>
        <HousePicture auditId={auditId} digest={logo.file} alt={logo.name} kind="logo" />
      </span>
      <div>
        <input type="hidden" name="logo.file" value={logo.file} />
        <Field ui={ui} id={`${id}-name`} name="logo.name" label={t.name} value={logo.name} optional />
        <div class="pair">
          <Choice id={`${id}-kind`} name="logo.kind" label={t.kind} options={options.kind} chosen={logo.kind} />
          <Choice id={`${id}-ground`} name="logo.ground" label={t.ground} options={options.ground} chosen={logo.ground} />
        </div>
        <label>
          <input type="checkbox" name="logo.old" value={logo.file} checked={logo.old} /> {t.old}
        </label>
        <label>
          <input type="checkbox" name="logo.remove" value={logo.file} /> {t.remove}
          <span class="visually-hidden">: {logo.name}</span>
        </label>
      </div>
    </li>
  )
}

const NewLogo = ({ ui, error }: { ui: Ui; error: string | null }) => {
  const t = ui.t.houseStyle.logo
  const options = optionsOf(ui)
  return (
    <details open={error !== null}>
      <summary>{t.add}</summary>
      <div class="field">
        <label for="hs-logoFile">{t.file}</label>
        <p class="help" id="hs-logoFile-help">
          {t.fileHelp}
        </p>
        <input
          type="file"
          id="hs-logoFile"
          name="logoFile"
          accept="image/svg+xml,image/png,image/jpeg,image/webp"
          aria-describedby={error ? 'hs-logoFile-help hs-logoFile-error' : 'hs-logoFile-help'}
          {...(error ? { 'aria-invalid': 'true' as const } : {})}
        />
        <FieldError id="hs-logoFile" error={error} />
      </div>
      <Field ui={ui} id="new-name" name="new.name" label={t.name} optional />
      <div class="pair">
        <Choice id="new-kind" name="new.kind" label={t.kind} options={options.kind} chosen="mark" />
        <Choice id="new-ground" name="new.ground" label={t.ground} options={options.ground} chosen="any" />
      </div>
      <label>
        <input type="checkbox" name="new.old" value="yes" /> {t.old}
      </label>
    </details>
  )
}
