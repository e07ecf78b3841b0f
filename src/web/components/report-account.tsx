import type { AccountSection, Grading, Look, Place } from '../../report/model.ts'
import { formatGrade, formatScore, gradeLabel } from '../../scoring/grade.ts'
import type { Ui } from '../ui.ts'
import { ExternalLink, sayAddress } from './external-link.tsx'
import { Icon } from './icon.tsx'
import { Picture } from './look.tsx'
import { capital, verdictIcons } from './words.ts'

interface ReportAccountProps {
  readonly ui: Ui
  readonly auditId: string
  readonly account: AccountSection
}

/** One account in the report: what it looks like, its grades with reasons, and where it was found. */
export const ReportAccount = ({ ui, auditId, account }: ReportAccountProps) => {
  const { look } = account
  const places = firstOfEachRoute(account.foundVia)
  const further = account.foundVia.length - places.length + account.furtherPlaces
  return (
    <article class="report-account">
      <Picture ui={ui} auditId={auditId} account={{ ...account, snapshot: look }} />
      <div>
        <h4 class="handle">{account.handle}</h4>
        <p>
          <ExternalLink ui={ui} href={account.url} text={sayAddress(account.url)} class="address" />
        </p>
        <p class="verdict">
          <Icon name={verdictIcons[account.standing]} /> {capital(ui.text(account.standingText))}
          {account.kind === 'unknown' ? '' : ` · ${ui.text(account.kindText)}`}
        </p>
        <Shown ui={ui} look={look} />
        <ReportGrades ui={ui} grading={account.grading} />
        <h5>{ui.t.report.found}</h5>
        <ul class="plain">
          {places.map((place) => (
            <li>
              {ui.text(place.text)}
              <span class="aside">
                {place.page ? ` · ${place.page}` : ''} · {ui.date(place.seenAt)}
              </span>
            </li>
          ))}
        </ul>
        {further > 0 ? <p class="aside">{ui.t.accounts.further(further)}</p> : null}
      </div>
    </article>
  )
}

/** The most telling place of every way in which it was found; the rest is counted. */
const firstOfEachRoute = (places: readonly Place[]): Place[] =>
  [...Map.groupBy(places, (place) => place.route).values()].flatMap(([first]) => first ?? [])

const Shown = ({ ui, look }: { ui: Ui; look: Look | null }) => {
  if (!look) return <p class="aside">{ui.t.look.notYet}</p>
  if (look.wall)
    return (
      <p class="aside">
        {look.state === 'gone' ? ui.t.look.gone : ui.t.look.hidden}. {ui.text(look.wall.why)}
      </p>
    )
  const { displayName, description, takenAt, byHand } = look
  return (
    <>
      {displayName.seen ? <p class="shown-name">{displayName.value}</p> : null}
      {description.seen ? <p>{description.value}</p> : null}
      <p class="aside">{byHand ? ui.t.capture.seenBy(byHand.by, ui.date(byHand.at)) : ui.t.look.takenAt(ui.date(takenAt))}</p>
    </>
  )
}

/** Every grade that this reader may see, each with its reason; the mean says over how many. */
export const ReportGrades = ({ ui, grading }: { ui: Ui; grading: Grading }) => {
  const t = ui.t.report
  const { lines, mean, hidden } = grading
  return (
    <div class="report-grades">
      {lines.length === 0 && hidden === 0 ? <p class="aside">{t.noGrade}</p> : null}
      {lines.map((line) => (
        <div class="given-grade">
          <p class="number">{line.grade === null ? '–' : formatGrade(line.grade * 2, ui.locale)}</p>
          <div>
            <p>
              <strong>{line.grade === null ? ui.t.grades.notGraded : ui.text(gradeLabel(line.grade))}</strong>
              <span class="aside"> · {[line.by ?? ui.t.accounts.somebody, ui.date(line.at)].join(', ')}</span>
            </p>
            <p>
              {t.because} {line.reason}
            </p>
          </div>
        </div>
      ))}
      {mean && mean.n > 1 ? <p>{t.mean(formatScore(mean.value, ui.locale), mean.n)}</p> : null}
      {hidden > 0 ? (
        <p class="veiled">
          <Icon name="hidden" /> {t.hidden(hidden)}
        </p>
      ) : null}
    </div>
  )
}
