import type { ReportModel } from '../../report/model.ts'
import { platformName } from '../../report/platform-name.ts'
import type { Ui } from '../ui.ts'
import { Icon } from './icon.tsx'
import { capital } from './words.ts'

/** What could not be seen, in a place of its own: nothing in here counts against anybody. */
export const UnseenPart = ({ ui, report }: { ui: Ui; report: ReportModel }) => {
  const t = ui.t.report
  const { routes, accounts } = report.unseen
  if (routes.length + accounts.length === 0)
    return (
      <section aria-labelledby="unseen">
        <h2 id="unseen">{t.unseen}</h2>
        <p>{t.unseenNone}</p>
      </section>
    )
  return (
    <section aria-labelledby="unseen" class="unseen">
      <h2 id="unseen">
        <Icon name="hidden" /> {t.unseen}
      </h2>
      <p>{t.unseenLead}</p>
      <dl>
        {routes.map((route) => (
          <>
            <dt>{ui.text(route.name)}</dt>
            <dd>{[route.why, route.byHand].map((text) => (text ? ui.text(text) : '')).join(' ')}</dd>
          </>
        ))}
        {accounts.map((account) => (
          <>
            <dt>
              {platformName(account.platform)}, {account.handle}
            </dt>
            <dd>
              {ui.text(account.why)} {ui.text(account.byHand)}
            </dd>
          </>
        ))}
      </dl>
    </section>
  )
}

/** How the report came about, so that somebody else can judge it or do it again. */
export const HowMade = ({ ui, report }: { ui: Ui; report: ReportModel }) => {
  const t = ui.t.report
  const { provenance } = report
  return (
    <section aria-labelledby="how">
      <h2 id="how">{t.how}</h2>
      <section class="scroll" tabindex={0} aria-labelledby="how">
        <table>
          <thead>
            <tr>
              <th scope="col">{t.route}</th>
              <th scope="col">{t.outcome}</th>
              <th scope="col" class="figure">
                {t.pagesRead}
              </th>
              <th scope="col" class="figure">
                {t.pagesUnseen}
              </th>
              <th scope="col" class="figure">
                {t.accountsFound}
              </th>
            </tr>
          </thead>
          <tbody>
            {provenance.routes.map((route) => (
              <tr>
                <th scope="row">{ui.text(route.name)}</th>
                <td>{capital(ui.text(route.stateText))}</td>
                {[route.pagesRead, route.pagesUnseen, route.found].map((figure) => (
                  <td class="figure">{route.state === 'not-looked' ? '–' : figure}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p>
        {provenance.fromArchive ? t.archive : t.requests(provenance.requestsMade)}
        {provenance.unchanged ? ` ${unchangedIn(ui, provenance.unchanged)}` : ''}
      </p>
      {provenance.peopleCounted ? <p>{ui.t.accounts.people(provenance.peopleCounted)}</p> : null}
    </section>
  )
}

const unchangedIn = (ui: Ui, { pages, from, to }: NonNullable<ReportModel['provenance']['unchanged']>): string =>
  ui.t.schedule.unchanged(pages, ui.date(from), ui.date(to))
