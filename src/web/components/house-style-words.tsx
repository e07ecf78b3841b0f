import { Field } from './field.tsx'
import { errorAt, Now, PassageFields, StylePart, type StylePartProps, Swatch, styleField } from './house-style-parts.tsx'

export const ColoursPart = ({ ui, view, style, error }: StylePartProps) => {
  const t = ui.t.houseStyle.colours
  const { hex } = style.colours
  const drawn = hex.filter((colour) => /^#[0-9a-f]{6}$/.test(colour))
  return (
    <StylePart id="hs-colours" title={t.title}>
      {hex.length === 0 ? (
        <Now ui={ui} found={view.found.colours} take="colours" about={ui.t.houseStyle.parts.colours}>
          <p class="swatches">
            {view.found.colours?.value.map((colour) => (
              <Swatch ui={ui} hex={colour} />
            ))}
          </p>
        </Now>
      ) : (
        <p class="swatches">
          {drawn.map((colour) => (
            <Swatch ui={ui} hex={colour} />
          ))}
        </p>
      )}
      <Field
        ui={ui}
        id={styleField('colours.hex')}
        name="colours.hex"
        label={t.label}
        help={t.help}
        rows={Math.max(2, Math.min(6, hex.length + 1))}
        value={hex.join('\n')}
        error={errorAt(error, 'colours.hex')}
        optional
      />
      <div class="colour-pick">
        <label for="hs-colour">{t.pick}</label>
        <input type="color" id="hs-colour" name="colour" value={drawn[0] ?? '#0f5c63'} />
        <button type="submit" class="secondary small" name="take" value="colour">
          {t.add}
        </button>
      </div>
      <PassageFields ui={ui} part="colours" passage={style.colours.passage} error={error} />
    </StylePart>
  )
}

export const DescriptionPart = ({ ui, view, style, error }: StylePartProps) => {
  const t = ui.t.houseStyle.description
  const { words, link } = style.description
  return (
    <StylePart id="hs-description" title={t.title}>
      <Field
        ui={ui}
        id={styleField('description.words')}
        name="description.words"
        label={t.words}
        help={t.wordsHelp}
        rows={Math.max(2, Math.min(6, words.length + 1))}
        value={words.join('\n')}
        error={errorAt(error, 'description.words')}
        optional
      />
      {link === null ? (
        <Now ui={ui} found={view.found.link} take="link" about={t.link}>
          <p>
            <code>{view.found.link?.value}</code>
          </p>
        </Now>
      ) : null}
      <Field
        ui={ui}
        id={styleField('description.link')}
        name="description.link"
        label={t.link}
        help={t.linkHelp}
        inputmode="url"
        value={link ?? ''}
        error={errorAt(error, 'description.link')}
        optional
      />
      <PassageFields ui={ui} part="description" passage={style.description.passage} error={error} />
    </StylePart>
  )
}

/** What is looked at; a check that is off does not count. */
export const ChecksPart = ({ ui, view, style }: StylePartProps) => {
  const t = ui.t.houseStyle.checks
  return (
    <StylePart id="hs-off" title={t.title}>
      <p>{t.help}</p>
      <fieldset class="choices lines checks">
        <legend class="visually-hidden">{t.title}</legend>
        {view.checks.map((check) => (
          <label>
            <input type="checkbox" name="on" value={check.id} checked={!style.off.includes(check.id)} />
            <span>
              <strong>{ui.text(check.title)}</strong>
              <br />
              <span class="aside">{ui.text(check.description)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {view.checks.map((check) => (
        <input type="hidden" name="checks" value={check.id} />
      ))}
    </StylePart>
  )
}
