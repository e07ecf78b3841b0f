import type { NamePreview } from '../../services/preview-names.ts'
import { Field } from './field.tsx'
import { errorAt, Now, PassageFields, StylePart, type StylePartProps, styleField } from './house-style-parts.tsx'

interface NamesProps extends StylePartProps {
  readonly previews: readonly NamePreview[]
}

const fields = ['organisation', 'units', 'people', 'display'] as const

/** Patterns of names, the best on top, with what they give. */
export const NamesPart = ({ ui, auditId, view, style, error, previews }: NamesProps) => {
  const t = ui.t.houseStyle.names
  return (
    <StylePart id="hs-names" title={t.title}>
      <p>{t.help}</p>
      <details>
        <summary>{t.tokens}</summary>
        <dl class="tokens">
          {Object.entries(t.tokenText).map(([token, text]) => (
            <div>
              <dt>
                <code>{`{${token}}`}</code>
              </dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
        <p class="help">{t.tokenCase}</p>
      </details>
      {fields.map((of) => (
        <>
          {of !== 'people' && style.names[of].length === 0 ? (
            <Now ui={ui} found={view.found.names[of]} take={of} about={t[of]}>
              <p>
                <code>{view.found.names[of]?.value}</code>
              </p>
            </Now>
          ) : null}
          <Field
            ui={ui}
            id={styleField(`names.${of}`)}
            name={`names.${of}`}
            label={t[of]}
            rows={Math.max(2, Math.min(5, style.names[of].length + 1))}
            value={style.names[of].join('\n')}
            error={errorAt(error, `names.${of}`)}
            optional
          />
          {previews
            .filter((preview) => preview.of === of)
            .map((preview) => (
              <Gives ui={ui} preview={preview} />
            ))}
        </>
      ))}
      <button type="submit" class="secondary small" name="preview" value="yes">
        {t.preview}
      </button>
      <p>
        <a href={ui.to(`/audits/${auditId}/names`)}>{ui.t.names.link}</a>
      </p>
      <PassageFields ui={ui} part="names" passage={style.names.passage} error={error} />
    </StylePart>
  )
}

const Gives = ({ ui, preview }: { ui: NamesProps['ui']; preview: NamePreview }) => {
  const t = ui.t.houseStyle.names
  if (preview.names.length === 0) return <p class="gives aside">{t.nothing}</p>
  return (
    <div class="gives">
      <p class="aside">
        {t.gives}. {preview.of === 'people' ? t.examples : ''}
      </p>
      <dl>
        {preview.names.map(({ about, name }) => (
          <div>
            <dt>{about}</dt>
            <dd>
              <code>{name}</code>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
