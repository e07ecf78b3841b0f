import { type CellState, cellStates, type Location, type MatrixCell } from '../../model/location.ts'
import { cellWords } from '../../report/matrix-words.ts'
import { platformName } from '../../report/platform-name.ts'
import type { LocationsView } from '../../services/location-views.ts'
import type { Ui } from '../ui.ts'
import { Icon, type IconName } from './icon.tsx'
import { CellPanel } from './location-cell.tsx'
import { Platform } from './platform.tsx'
import { capital } from './words.ts'

/** What of the matrix is shown, as it stands in the address. */
export interface MatrixQuery {
  readonly text: string
  readonly state: CellState | null
  /** `<location id>.<platform>` of the cell that is open. */
  readonly open: string
}

export const cellIcons: Readonly<Record<CellState, IconName>> = {
  present: 'yes',
  double: 'plus',
  abandoned: 'wait',
  missing: 'no',
  'deliberately-absent': 'minus',
  'could-not-look': 'hidden',
}

interface MatrixProps {
  readonly ui: Ui
  readonly locations: LocationsView
  readonly query: MatrixQuery
}

/** The query as it stands behind `?`; without what is empty. */
export const queryText = ({ text, state, open }: MatrixQuery): string =>
  new URLSearchParams(Object.entries({ q: text, state: state ?? '', open }).filter(([, value]) => value !== '')).toString()

type Row = LocationsView['rows'][number]

function rowsShown({ rows }: LocationsView, { text, state }: MatrixQuery): Row[] {
  const wanted = text.trim().toLocaleLowerCase('nl')
  const matches = ({ name, place }: Location) => `${name} ${place ?? ''}`.toLocaleLowerCase('nl').includes(wanted)
  return rows.filter(({ location, cells }) => matches(location) && (state === null || cells.some((cell) => cell.state === state)))
}

/** Locations by their place, each on every platform. On a narrow screen each location is a list of its platforms. */
export const LocationMatrix = ({ ui, locations, query }: MatrixProps) => {
  const t = ui.t.locations
  const shown = rowsShown(locations, query)
  const groups = Map.groupBy(shown, ({ location }) => location.place ?? t.noPlace)
  const isGrouped = groups.size > 1
  return (
    <section aria-labelledby="matrix">
      <h2 id="matrix">{t.matrix}</h2>
      <Filter ui={ui} locations={locations} query={query} />
      <p role="status">{t.counted(shown.length, locations.rows.length)}</p>
      <section class="matrix" tabindex={0} aria-labelledby="matrix">
        <table>
          <thead>
            <tr>
              <th scope="col">{t.location}</th>
              {locations.platforms.map((platform) => (
                <th scope="col">
                  <Platform platform={platform} />
                </th>
              ))}
            </tr>
          </thead>
          {[...groups].map(([place, rows]) => (
            <tbody>
              {isGrouped ? (
                <tr class="group">
                  <th scope="rowgroup" colspan={locations.platforms.length + 1}>
                    <span>{place}</span>
                  </th>
                </tr>
              ) : null}
              {rows.map((row) => (
                <LocationRow ui={ui} locations={locations} row={row} query={query} />
              ))}
            </tbody>
          ))}
        </table>
      </section>
      <p>
        <a href={ui.to(`/audits/${locations.auditId}/locations.csv`)}>{t.csv}</a>
      </p>
    </section>
  )
}

const Filter = ({ ui, locations, query }: MatrixProps) => {
  const t = ui.t.locations.filter
  return (
    <form method="get" action={ui.to(`/audits/${locations.auditId}/locations#matrix`)} class="matrix-filter" aria-label={t.label}>
      <div>
        <label for="q">{t.text}</label>
        <input type="text" id="q" name="q" value={query.text} />
      </div>
      <div>
        <label for="state">{t.state}</label>
        <select id="state" name="state">
          <option value="">{t.all}</option>
          {cellStates.map((state) => (
            <option value={state} selected={query.state === state}>
              {capital(ui.text(cellWords[state]))} ({locations.counts[state]})
            </option>
          ))}
        </select>
      </div>
      <button type="submit">{t.button}</button>
      {query.text || query.state ? <a href={ui.to(`/audits/${locations.auditId}/locations#matrix`)}>{t.clear}</a> : null}
    </form>
  )
}

const LocationRow = ({ ui, locations, row, query }: MatrixProps & { row: Row }) => {
  const opened = row.cells.find((cell) => query.open === `${row.location.id}.${cell.platform}`)
  return (
    <>
      <tr>
        <th scope="row">{row.location.name}</th>
        {row.cells.map((cell) => (
          <td class={cell.state}>
            <CellLink ui={ui} locations={locations} location={row.location} cell={cell} query={query} open={cell === opened} />
          </td>
        ))}
      </tr>
      {opened ? <CellPanel ui={ui} locations={locations} location={row.location} cell={opened} query={query} /> : null}
    </>
  )
}

interface CellProps extends MatrixProps {
  readonly location: Location
  readonly cell: MatrixCell
  readonly open: boolean
}

const CellLink = ({ ui, locations, location, cell, query, open }: CellProps) => {
  const address = queryText({ ...query, open: `${location.id}.${cell.platform}` })
  const word = ui.text(cellWords[cell.state])
  return (
    <a
      id={`c-${location.id}-${cell.platform}`}
      href={`${ui.to(`/audits/${locations.auditId}/locations`)}?${address}#opened`}
      data-cell
      aria-expanded={open ? 'true' : 'false'}
    >
      <Icon name={cellIcons[cell.state]} />
      <span class="cell-platform">{platformName(cell.platform)}</span> <span>{word}</span>
      <span class="visually-hidden"> ({location.name})</span>
    </a>
  )
}
