import { raw } from 'hono/html'
import type { TrendModel, TrendPoint } from '../../report/trend.ts'
import { type Chart, drawChart } from '../../report/trend-svg.ts'
import { formatScore } from '../../scoring/grade.ts'
import type { AuditView } from '../../services/views.ts'
import type { Ui } from '../ui.ts'
import { AuditPage } from './audit-page.tsx'
import { coverageChart, mainChart, partCharts } from './trend-charts.ts'

interface TrendProps {
  readonly ui: Ui
  readonly view: AuditView
  readonly trend: TrendModel
}

/** Uniformity over all audits: as a picture, and every number of it as a table. */
export const TrendPage = ({ ui, view, trend }: TrendProps) => {
  const t = ui.t.trend
  const isHidden = trend.points.some(({ fair }) => fair === null)
  return (
    <AuditPage ui={ui} view={view} step="report" title={t.title} styles={['trend.css']}>
      <p class="printed-name">{view.organisation.name}</p>
      <h1>{t.question}</h1>
      <p class="lead">{trend.points.length > 1 ? t.lead(trend.points.length) : t.one}</p>
      {isHidden ? <p class="notice calm">{t.hidden}</p> : null}
      <Picture chart={mainChart(ui, trend)} legend />
      {trend.points.some(({ normChanged }) => normChanged.length > 0) ? <p class="aside">{t.normHelp}</p> : null}
      <section aria-labelledby="numbers">
        <h2 id="numbers">{t.table}</h2>
        <Numbers ui={ui} trend={trend} />
      </section>
      <Parts ui={ui} trend={trend} />
      <section aria-labelledby="seen">
        <h2 id="seen">{t.coverage}</h2>
        <Picture chart={coverageChart(ui, trend)} />
      </section>
      <Locations ui={ui} trend={trend} />
      <Files ui={ui} view={view} />
    </AuditPage>
  )
}

/** Drawn on the server; its title and description are read out, the table says the rest. */
const Picture = ({ chart, legend = false }: { chart: Chart; legend?: boolean }) => (
  <figure class="trend-chart">
    {raw(drawChart(chart))}
    {legend ? (
      <figcaption>
        <ul class="plain legend">
          {chart.series.map(({ name, label }) => (
            <li class={name}>{label}</li>
          ))}
        </ul>
      </figcaption>
    ) : null}
  </figure>
)

const say = (ui: Ui, grade: number | null | undefined): string => (grade == null ? '–' : formatScore(grade, ui.locale))

const Numbers = ({ ui, trend }: Omit<TrendProps, 'view'>) => {
  const { columns } = ui.t.trend
  return (
    <section class="scroll" tabindex={0} aria-labelledby="numbers">
      <table class="numbers">
        <thead>
          <tr>
            <th scope="col">{columns.date}</th>
            <th scope="col">{columns.fair}</th>
            <th scope="col">{columns.stored}</th>
            <th scope="col">{columns.people}</th>
            <th scope="col">{columns.coverage}</th>
            <th scope="col">{columns.norm}</th>
          </tr>
        </thead>
        <tbody>
          {trend.points.map((point) => (
            <Row ui={ui} point={point} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

const Row = ({ ui, point }: { ui: Ui; point: TrendPoint }) => (
  <tr>
    <th scope="row">
      <a href={ui.to(`/audits/${point.auditId}/report`)}>{ui.date(point.at)}</a>
    </th>
    <td>{say(ui, point.fair?.grade)}</td>
    <td>{say(ui, point.stored?.grade)}</td>
    <td>{point.people.grade === null ? '–' : ui.t.trend.byPeople(say(ui, point.people.grade), point.people.count)}</td>
    <td>{point.fair ? ui.percent(point.fair.coverage) : '–'}</td>
    <td>{point.normChanged.map(ui.text).join(', ')}</td>
  </tr>
)

const Parts = ({ ui, trend }: Omit<TrendProps, 'view'>) => {
  const charts = partCharts(ui, trend)
  if (charts.length === 0) return null
  return (
    <section aria-labelledby="parts">
      <h2 id="parts">{ui.t.trend.parts}</h2>
      <p>{ui.t.trend.partsLead}</p>
      <ul class="plain part-charts">
        {charts.map((chart) => (
          <li>
            <h3>{chart.title}</h3>
            <Picture chart={chart} />
          </li>
        ))}
      </ul>
    </section>
  )
}

const Locations = ({ ui, trend }: Omit<TrendProps, 'view'>) => {
  const t = ui.t.trend
  const names = [...new Set(trend.points.flatMap(({ locations }) => locations.map(({ location }) => location)))].sort()
  if (names.length === 0) return null
  return (
    <section aria-labelledby="locations">
      <h2 id="locations">{t.locations}</h2>
      <p>{t.locationsLead}</p>
      <section class="scroll" tabindex={0} aria-labelledby="locations">
        <table class="numbers">
          <thead>
            <tr>
              <th scope="col">{t.location}</th>
              {trend.points.map(({ at }) => (
                <th scope="col">{ui.date(at)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {names.map((name) => (
              <tr>
                <th scope="row">{name}</th>
                {trend.points.map(({ locations }) => {
                  const found = locations.find(({ location }) => location === name)
                  return <td>{found ? t.of(found.inLine, found.measured) : '–'}</td>
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}

const Files = ({ ui, view }: Pick<TrendProps, 'ui' | 'view'>) => {
  const t = ui.t.trend
  const file = (name: string) => ui.to(`/audits/${view.id}/${name}`)
  return (
    <section aria-labelledby="files" class="screen-only">
      <h2 id="files">{t.files}</h2>
      <ul>
        <li>
          <a href={file('verloop.csv')}>{t.csv}</a>
        </li>
        <li>
          <a href={file('verloop.svg')}>{t.svg}</a>
        </li>
        <li>
          <a href={file('verloop.png')}>{t.png}</a>
        </li>
      </ul>
      <p>
        <a href={file('verschil')}>{t.difference}</a>
        <br />
        <a href={ui.to(`/vergelijk?audit=${view.id}`)}>{ui.t.compare.linkFrom}</a>
      </p>
    </section>
  )
}
