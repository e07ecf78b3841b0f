import { platformName } from '../../report/platform-name.ts'
import { sheetSorts } from '../../report/sheet-groups.ts'
import type { ContactSheetView } from '../../services/contact-sheet.ts'
import type { SheetPerson } from '../../services/sheet-people.ts'
import type { AuditView } from '../../services/views.ts'
import type { Ui } from '../ui.ts'
import { AuditPage } from './audit-page.tsx'
import { ContactSheet, type SheetViewKind, sheetViews } from './contact-sheet.tsx'

export const papers = ['a4-portrait', 'a4-landscape', 'a3-portrait', 'a3-landscape'] as const
type Paper = (typeof papers)[number]

interface ContactSheetPageProps {
  readonly ui: Ui
  readonly view: AuditView
  readonly sheet: ContactSheetView
  /** `null`: nobody of the team may be shown. */
  readonly people: readonly SheetPerson[] | null
  readonly as: SheetViewKind
  readonly paper: Paper
  readonly platform: string
}

/** Everything on one sheet, on screen and on paper. */
export const ContactSheetPage = ({ ui, view, sheet, people, as, paper, platform }: ContactSheetPageProps) => {
  const t = ui.t.contactSheet
  return (
    <AuditPage
      ui={ui}
      view={view}
      step="uniformity"
      title={t.title}
      styles={['contact-sheet.css', 'profile-preview.css', `paper-${paper}.css`]}
      scripts={['print.js']}
    >
      <div class="sheet-page">
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
        <p class="aside">
          {t.stand(sheet.organisation.name, ui.date(view.finishedAt ?? view.createdAt))}. {t.counted(sheet.shown, sheet.all)}.
        </p>
        <Filter ui={ui} auditId={view.id} sheet={sheet} as={as} paper={paper} platform={platform} />
        {sheet.all === 0 ? (
          <p class="notice calm">{t.empty}</p>
        ) : (
          <>
            <ContactSheet ui={ui} auditId={view.id} sheet={sheet} as={as} />
            <p class="aside">{as === 'visitor' ? `${t.preview.about} ${t.preview.safe}` : t.legend}</p>
          </>
        )}
        {people ? <People ui={ui} auditId={view.id} people={people} /> : null}
      </div>
    </AuditPage>
  )
}

/** Beside the accounts and apart from them: people are not compared here, ordered by anything, or marked. */
const People = ({ ui, auditId, people }: { ui: Ui; auditId: string; people: readonly SheetPerson[] }) => {
  const t = ui.t.contactSheet.people
  return (
    <section class="sheet-people" aria-labelledby="people">
      <h2 id="people">{t.title}</h2>
      <p class="aside">{t.text}</p>
      <ul class="tiles people">
        {people.map(({ initials, portrait }) => (
          <li class="tile">
            {portrait ? (
              <img
                class="round"
                src={`/audits/${auditId}/pictures/${portrait}`}
                alt={t.alt(initials)}
                width="72"
                height="72"
                loading="lazy"
              />
            ) : (
              <span class="round initials">{initials}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

interface FilterProps extends Omit<ContactSheetPageProps, 'view' | 'people'> {
  readonly auditId: string
}

const Filter = ({ ui, auditId, sheet, as, paper, platform }: FilterProps) => {
  const t = ui.t.contactSheet.filter
  return (
    <form method="get" action={ui.to(`/audits/${auditId}/contactvel`)} class="sheet-filter" aria-label={t.label}>
      <Choice name="sort" label={t.sort} options={sheetSorts.map((sort) => [sort, t.sorts[sort]])} chosen={sheet.sort} />
      <Choice name="as" label={t.view} options={sheetViews.map((kind) => [kind, t.views[kind]])} chosen={as} />
      <Choice
        name="platform"
        label={t.platform}
        options={[['', t.all], ...sheet.platforms.map((one) => [one, platformName(one)] as const)]}
        chosen={platform}
      />
      <Choice name="paper" label={t.paper} options={papers.map((one) => [one, t.papers[one]])} chosen={paper} />
      <div class="sheet-buttons">
        <button type="submit" class="secondary small">
          {t.show}
        </button>
        <button type="button" class="small" data-print hidden>
          {t.print}
        </button>
      </div>
    </form>
  )
}

const Choice = ({
  name,
  label,
  options,
  chosen,
}: {
  name: string
  label: string
  options: readonly (readonly [string, string])[]
  chosen: string
}) => (
  <label>
    <span>{label}</span>
    <select name={name}>
      {options.map(([value, text]) => (
        <option value={value} selected={value === chosen}>
          {text}
        </option>
      ))}
    </select>
  </label>
)
