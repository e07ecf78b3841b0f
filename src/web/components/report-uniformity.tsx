import type { ReportModel } from '../../report/model.ts'
import type { Ui } from '../ui.ts'
import { Icon } from './icon.tsx'
import { gainText, sayMend } from './what-if-page.tsx'

interface Props {
  readonly ui: Ui
  readonly uniformity: ReportModel['uniformity']
}

/** How the accounts lie together by banner: a line for each group, in words alone. */
export const ReportSheetGroups = ({ ui, auditId, uniformity: { sheet } }: Props & { auditId: string }) => {
  const t = ui.t.contactSheet
  if (sheet === null || sheet.groups.length === 0) return null
  return (
    <section aria-labelledby="sheet">
      <h3 id="sheet">
        {t.title}: {t.filter.sorts.banner}
      </h3>
      <dl class="sheet-in-short">
        {sheet.groups.map(({ kind, accounts }) => (
          <>
            <dt>
              {t.groups[kind]} ({accounts.length})
            </dt>
            <dd>
              {accounts.slice(0, mostNamed).join(', ')}
              {accounts.length > mostNamed ? ', …' : ''}
            </dd>
          </>
        ))}
      </dl>
      <p class="screen-only">
        <a href={ui.to(`/audits/${auditId}/contactvel`)}>{t.link}</a>
      </p>
    </section>
  )
}

/** More accounts of one group than these are on the sheet itself. */
const mostNamed = 12

/** What brings the most first; the rest is on the page with the plan. */
const mostMends = 10

/** What would mend it, with the minutes that it takes and what it adds to the grade. */
export const ReportMends = ({ ui, auditId, uniformity: { mends } }: Props & { auditId: string }) => {
  const t = ui.t.uniform
  const counting = mends.filter(({ gain }) => gain > 0)
  if (counting.length === 0) return null
  return (
    <>
      <h3>{t.whatIf.all}</h3>
      <ol class="report-mends">
        {counting.slice(0, mostMends).map((mend) => (
          <li>
            {sayMend(ui, mend)}{' '}
            <span class="aside">
              {t.whatIf.gain(gainText(ui, mend.gain))} · {t.time(mend.minutes)}
            </span>
          </li>
        ))}
      </ol>
      <p class="screen-only">
        <a href={ui.to(`/audits/${auditId}/what-if`)}>
          {t.whatIf.link} <Icon name="arrow" />
        </a>
      </p>
    </>
  )
}
