import type { Child } from 'hono/jsx'
import type { HouseStyle, Passage } from '../../model/house-style.ts'
import type { HouseStyleView } from '../../services/read-house-style.ts'
import type { Ui } from '../ui.ts'
import { Field } from './field.tsx'

export interface StylePartProps {
  readonly ui: Ui
  readonly auditId: string
  readonly view: HouseStyleView
  /** What the form shows: what stands, or what was typed and refused. */
  readonly style: HouseStyle
  readonly error: { readonly field: string; readonly text: string } | null
}

/** Where a field of the house style is found in the form: `names.people` is `hs-names-people`. */
export const styleField = (field: string): string => `hs-${field.replaceAll('.', '-')}`

export const errorAt = (error: StylePartProps['error'], field: string): string | null => (error?.field === field ? error.text : null)

/** One section of the agreements: what is agreed, what the accounts do now, and where the policy says it. */
export const StylePart = ({ id, title, children }: { id: string; title: string; children?: Child }) => (
  <section class="style-part" aria-labelledby={id}>
    <h2 id={id}>{title}</h2>
    {children}
  </section>
)

interface NowProps {
  readonly ui: Ui
  readonly found: { readonly n: number; readonly of: number } | null
  /** Which finding the button takes over. */
  readonly take: string
  /** What it is, for those who hear the buttons one after another. */
  readonly about: string
  readonly children?: Child
}

/** What most accounts do now where nothing is agreed, with a button that makes it the agreement. */
export const Now = ({ ui, found, take, about, children }: NowProps) => {
  const t = ui.t.houseStyle
  return (
    <div class="now-found">
      <p>
        {t.none} {found ? t.now(found.n, found.of) : t.nowNone}
      </p>
      {found ? (
        <>
          {children}
          <button type="submit" class="secondary small" name="take" value={take}>
            {t.take}
            <span class="visually-hidden">: {about}</span>
          </button>
        </>
      ) : null}
    </div>
  )
}

interface PassageProps {
  readonly ui: Ui
  readonly part: string
  readonly passage: Passage | null
  readonly error: StylePartProps['error']
}

export const PassageFields = ({ ui, part, passage, error }: PassageProps) => {
  const t = ui.t.houseStyle.passage
  const field = (name: 'quote' | 'document') => ({
    ui,
    id: styleField(`${part}.passage.${name}`),
    name: `${part}.${name}`,
    label: t[name],
    value: passage?.[name] ?? '',
    error: errorAt(error, `${part}.passage.${name}`),
    optional: true,
  })
  return (
    <details class="passage" open={passage !== null || error?.field.startsWith(`${part}.passage`) === true}>
      <summary>
        {t.open}
        <span class="visually-hidden"> ({ui.t.houseStyle.parts[part as keyof typeof ui.t.houseStyle.parts]})</span>
      </summary>
      <Field {...field('quote')} rows={2} />
      <Field {...field('document')} help={t.documentHelp} />
    </details>
  )
}

/** A colour as a patch with its code; drawn, because our content policy takes no style from the page. */
export const Swatch = ({ ui, hex }: { ui: Ui; hex: string }) => (
  <span class="swatch">
    <svg width="28" height="28" viewBox="0 0 28 28" role="img" aria-label={ui.t.houseStyle.colours.swatch(hex)}>
      <rect x="0.5" y="0.5" width="27" height="27" rx="3" fill={hex} stroke="currentColor" stroke-opacity="0.35" />
    </svg>
    <code>{hex}</code>
  </span>
)

export const HousePicture = ({ auditId, digest, alt, kind }: { auditId: string; digest: string; alt: string; kind: 'banner' | 'logo' }) => (
  <img
    class={`house-picture ${kind}`}
    src={`/audits/${auditId}/pictures/${digest}`}
    alt={alt}
    width={kind === 'banner' ? 300 : 120}
    height={kind === 'banner' ? 100 : 120}
    loading="lazy"
  />
)
