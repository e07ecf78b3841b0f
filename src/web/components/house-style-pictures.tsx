import { platformName } from '../../report/platform-name.ts'
import { FieldError } from './field.tsx'
import { errorAt, HousePicture, Now, PassageFields, StylePart, type StylePartProps, styleField } from './house-style-parts.tsx'

/** The agreed banners: chosen from what the accounts show, or handed in. */
export const BackgroundPart = ({ ui, auditId, view, style, error }: StylePartProps) => {
  const t = ui.t.houseStyle.background
  const { references } = style.background
  const own = view.banners.filter(({ digest }) => !references.includes(digest))
  const field = styleField('background.references')
  const failed = errorAt(error, 'background.references') ?? errorAt(error, 'bannerFile')
  return (
    <StylePart id="hs-background" title={t.title}>
      <p>{t.help}</p>
      {references.length > 0 ? (
        <fieldset class="pictures" id={field}>
          <legend>{t.agreed}</legend>
          {references.map((digest, place) => (
            <label>
              <HousePicture auditId={auditId} digest={digest} alt={t.alt(place + 1)} kind="banner" />
              <span>
                <input type="checkbox" name="background.references" value={digest} checked /> {t.alt(place + 1)}
              </span>
            </label>
          ))}
        </fieldset>
      ) : (
        <Now ui={ui} found={view.found.background} take="background" about={ui.t.houseStyle.parts.background}>
          {view.found.background ? (
            <HousePicture auditId={auditId} digest={view.found.background.value} alt={t.alt(1)} kind="banner" />
          ) : null}
        </Now>
      )}
      {own.length > 0 ? (
        <details>
          <summary>{t.own}</summary>
          <fieldset class="pictures">
            <legend class="visually-hidden">{t.own}</legend>
            {own.map(({ digest, accounts }) => {
              const shownBy = t.shownBy(accounts.map(({ platform, handle }) => `${platformName(platform)} (${handle})`).join(', '))
              return (
                <label>
                  <HousePicture auditId={auditId} digest={digest} alt="" kind="banner" />
                  <span>
                    <input type="checkbox" name="background.references" value={digest} /> {shownBy}
                  </span>
                </label>
              )
            })}
          </fieldset>
        </details>
      ) : view.banners.length === 0 ? (
        <p class="aside">{t.nothing}</p>
      ) : null}
      <div class="field">
        <label for="hs-bannerFile">
          {t.upload} <span class="optional">({ui.t.site.optional})</span>
        </label>
        <input
          type="file"
          id="hs-bannerFile"
          name="bannerFile"
          accept="image/png,image/jpeg,image/webp,image/svg+xml"
          {...(failed ? { 'aria-invalid': 'true' as const, 'aria-describedby': 'hs-bannerFile-error' } : {})}
        />
        <FieldError id="hs-bannerFile" error={failed} />
      </div>
      <PassageFields ui={ui} part="background" passage={style.background.passage} error={error} />
    </StylePart>
  )
}

export const PortraitsPart = ({ ui, style, error }: StylePartProps) => {
  const t = ui.t.houseStyle.portraits
  const rules = [null, 'one-backdrop', 'free'] as const
  return (
    <StylePart id="hs-portraits" title={t.title}>
      <p>{t.help}</p>
      <fieldset class="choices lines">
        <legend class="visually-hidden">{t.title}</legend>
        {rules.map((rule) => (
          <label>
            <input type="radio" name="portraits.rule" value={rule ?? ''} checked={style.portraits.rule === rule} />
            {t.rules[rule ?? 'none']}
          </label>
        ))}
      </fieldset>
      <PassageFields ui={ui} part="portraits" passage={style.portraits.passage} error={error} />
    </StylePart>
  )
}
