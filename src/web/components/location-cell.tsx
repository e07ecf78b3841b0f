import { type Located, type Location, locationAnswers, type MatrixCell } from '../../model/location.ts'
import { hundredths } from '../../report/confidence.ts'
import { answerWords, cellWords } from '../../report/matrix-words.ts'
import { platformName } from '../../report/platform-name.ts'
import type { LocationsView } from '../../services/location-views.ts'
import type { Ui } from '../ui.ts'
import { ExternalLink } from './external-link.tsx'
import { Icon } from './icon.tsx'
import { cellIcons, type MatrixQuery, queryText } from './location-matrix.tsx'
import { capital } from './words.ts'

interface PanelProps {
  readonly ui: Ui
  readonly locations: LocationsView
  readonly location: Location
  readonly cell: MatrixCell
  readonly query: MatrixQuery
}

/** A cell, opened under its row: what it rests on, and what somebody can say about it. */
export const CellPanel = ({ ui, locations, location, cell, query }: PanelProps) => {
  const t = ui.t.locations
  const page = ui.to(`/audits/${locations.auditId}/locations`)
  const back = queryText({ ...query, open: '' })
  return (
    <tr class="opened" id="opened" tabindex={-1} data-focus>
      <td colspan={locations.platforms.length + 1}>
        <div class="cell-panel">
          <h3>
            <Icon name={cellIcons[cell.state]} />{' '}
            {t.of(capital(ui.text(cellWords[cell.state])), location.name, platformName(cell.platform))}
          </h3>
          <ul>
            {cell.why.map((why) => (
              <li>{ui.text(why)}</li>
            ))}
          </ul>
          {cell.accounts.length > 0 ? <Accounts ui={ui} locations={locations} location={location} cell={cell} query={query} /> : null}
          {cell.accounts.length === 0 ? <Answer ui={ui} locations={locations} location={location} cell={cell} query={query} /> : null}
          <Attach ui={ui} locations={locations} location={location} cell={cell} query={query} />
          <form method="post" action={`${page}/${location.id}/remove?${back}`}>
            <button type="submit" class="link">
              {t.cell.remove}
            </button>
          </form>
          <p>
            <a href={`${page}?${back}#c-${location.id}-${cell.platform}`} data-close={`c-${location.id}-${cell.platform}`}>
              {t.cell.close}
            </a>
          </p>
        </div>
      </td>
    </tr>
  )
}

const actionOf = ({ ui, locations, location, cell, query }: PanelProps, part: string) =>
  `${ui.to(`/audits/${locations.auditId}/locations/${location.id}/${cell.platform}/${part}`)}?${queryText(query)}`

const Accounts = (props: PanelProps) => {
  const { ui, locations, cell } = props
  const t = ui.t.locations.cell
  const certainty = ({ by, confidence }: Located) => (by === 'person' ? t.byPerson : t.certain(`${hundredths(confidence)}%`))
  return (
    <ul class="plain">
      {cell.accounts.map((located) => {
        const account = locations.accounts.find(({ accountId }) => accountId === located.accountId)
        return account ? (
          <li>
            <p>
              <ExternalLink ui={ui} href={account.url} text={account.handle} />{' '}
              <span class="aside">{[certainty(located), t.activity[account.activity]].join(', ')}</span>
            </p>
            <ul>
              {located.reasons.map((reason) => (
                <li>{ui.text(reason)}</li>
              ))}
            </ul>
            <form method="post" action={actionOf(props, 'detach')}>
              <input type="hidden" name="accountId" value={account.accountId} />
              <button type="submit" class="secondary small">
                {t.detach}
              </button>
            </form>
          </li>
        ) : null
      })}
    </ul>
  )
}

const Answer = (props: PanelProps) => {
  const { ui, locations, location, cell } = props
  const t = ui.t.locations.cell
  const given = locations.answers.find((one) => one.locationId === location.id && one.platform === cell.platform)
  return (
    <form method="post" action={actionOf(props, 'answer')}>
      <fieldset>
        <legend>{t.answer}</legend>
        {locationAnswers.map((answer) => (
          <label>
            <input type="radio" name="answer" value={answer} checked={given?.answer === answer} required /> {ui.text(answerWords[answer])}
          </label>
        ))}
      </fieldset>
      <label for="cell-note">{t.note}</label>
      <input type="text" id="cell-note" name="note" maxlength={1000} value={given?.note ?? ''} />
      <button type="submit">{t.save}</button>{' '}
      {given ? (
        <button type="submit" name="clear" value="yes" class="link" formnovalidate>
          {t.undo}
        </button>
      ) : null}
    </form>
  )
}

const Attach = (props: PanelProps) => {
  const { ui, locations, cell } = props
  const t = ui.t.locations.cell
  const here = new Set(cell.accounts.map(({ accountId }) => accountId))
  const others = locations.accounts.filter(({ accountId, platform }) => platform === cell.platform && !here.has(accountId))
  if (others.length === 0) return <p class="aside">{t.noAccounts}</p>
  return (
    <form method="post" action={actionOf(props, 'attach')}>
      <label for="cell-account">{t.attach}</label>
      <select id="cell-account" name="accountId" required>
        <option value="">{t.choose}</option>
        {others.map(({ accountId, handle, displayName }) => (
          <option value={accountId}>{[handle, displayName].filter(Boolean).join(' · ')}</option>
        ))}
      </select>
      <button type="submit" class="secondary">
        {t.attachButton}
      </button>
    </form>
  )
}
