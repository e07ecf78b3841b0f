import type { NamePreview } from '../../services/preview-names.ts'
import type { HouseStyleView } from '../../services/read-house-style.ts'
import type { AuditView } from '../../services/views.ts'
import type { Ui } from '../ui.ts'
import { AuditPage } from './audit-page.tsx'
import { ErrorSummary } from './field.tsx'
import { LogoPart } from './house-style-logos.tsx'
import { NamesPart } from './house-style-names.tsx'
import { type StylePartProps, styleField } from './house-style-parts.tsx'
import { BackgroundPart, PortraitsPart } from './house-style-pictures.tsx'
import { ChecksPart, ColoursPart, DescriptionPart } from './house-style-words.tsx'
import { Icon } from './icon.tsx'

interface HouseStylePageProps {
  readonly ui: Ui
  readonly view: AuditView
  readonly agreed: HouseStyleView
  /** What the form shows: what stands, or what was typed. */
  readonly style: HouseStyleView['style']
  readonly previews: readonly NamePreview[]
  readonly error?: StylePartProps['error']
  readonly saved?: 'yes' | 'unchanged' | null
}

/** What the organisation agreed for its accounts, with what they do now beside it. One form: nothing typed is lost by a button. */
export const HouseStylePage = ({ ui, view, agreed, style, previews, error = null, saved = null }: HouseStylePageProps) => {
  const t = ui.t.houseStyle
  const part = { ui, auditId: view.id, view: agreed, style, error }
  return (
    <AuditPage ui={ui} view={view} step="uniformity" title={t.title} styles={['house-style.css']}>
      <ErrorSummary ui={ui} errors={error ? [{ field: summaryField(error.field), text: error.text }] : []} />
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      {saved ? (
        <p class="saved" role="status">
          <Icon name="yes" /> {saved === 'yes' ? t.saved : t.unchanged}
        </p>
      ) : null}
      <p>{t.empty}</p>
      <form method="post" action={ui.to(`/audits/${view.id}/house-style`)} enctype="multipart/form-data" class="house-style">
        {/* The first button is the one that Enter presses. */}
        <button type="submit" class="visually-hidden" tabindex={-1}>
          {t.save}
        </button>
        <NamesPart {...part} previews={previews} />
        <BackgroundPart {...part} />
        <LogoPart {...part} />
        <ColoursPart {...part} />
        <DescriptionPart {...part} />
        <PortraitsPart {...part} />
        <ChecksPart {...part} />
        <button type="submit" class="save">
          {t.save}
        </button>
      </form>
      <Versions ui={ui} agreed={agreed} />
    </AuditPage>
  )
}

/** Files have fields of their own; a passage stands in its section. */
function summaryField(field: string): string {
  return field === 'logo.files' ? 'hs-logo-files' : styleField(field)
}

const Versions = ({ ui, agreed }: { ui: Ui; agreed: HouseStyleView }) => {
  const t = ui.t.houseStyle
  if (agreed.versions.length === 0) return null
  return (
    <section class="versions" aria-labelledby="versions">
      <h2 id="versions">{t.history.title}</h2>
      <ol reversed>
        {agreed.versions.slice(0, 20).map((version) => (
          <li value={version.number}>
            {version.by ? `${version.by}, ` : ''}
            {ui.dateTime(version.at)}
            {version.changed.length > 0 ? (
              <span class="aside"> {t.history.changed(version.changed.map((part) => t.parts[part]).join(', '))}</span>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  )
}
