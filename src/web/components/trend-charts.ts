import { type Part, parts } from '../../checks/check.ts'
import type { TrendModel, TrendPoint } from '../../report/trend.ts'
import type { Chart, Series } from '../../report/trend-svg.ts'
import { formatScore } from '../../scoring/grade.ts'
import type { Ui } from '../ui.ts'

const accent = '#0f5c63'
const ink = '#1c2628'
const doubt = '#8a4b08'

const grades = { from: 1, to: 10, ticks: [1, 4, 5.5, 7, 10] }
const shares = { from: 0, to: 1, ticks: [0, 0.5, 1] }

type Reading = (point: TrendPoint) => number | null

/** Uniformity by the present norm, as it was measured at the time, and as people graded it. */
export function mainChart(ui: Ui, trend: TrendModel): Chart {
  const t = ui.t.trend
  const stored: Reading = (point) =>
    point.stored?.rubric === point.fair?.rubric && point.stored?.grade === point.fair?.grade ? null : (point.stored?.grade ?? null)
  const people: Reading = (point) => point.people.grade
  const lines = [
    series(trend, { name: 'fair', label: t.fair(trend.rubric), colour: accent }, (point) => point.fair?.grade ?? null),
    series(trend, { name: 'stored', label: t.stored, colour: doubt, hollow: true }, stored),
    series(trend, { name: 'people', label: t.people, colour: ink, dashed: true }, people),
  ]
  return {
    ...chart(ui, trend, { id: 'uniformity', title: t.chart, height: 300 }),
    description: describe(ui, trend, (point) => point.fair?.grade ?? null),
    series: lines.filter(({ values }) => values.some((value) => value !== null)),
    range: { ...grades, ticks: grades.ticks.map((at) => ({ at, label: ui.number(at) })) },
  }
}

/** How much could be seen, on a scale of its own: it is no grade. */
export function coverageChart(ui: Ui, trend: TrendModel): Chart {
  const read: Reading = (point) => point.fair?.coverage ?? null
  return {
    ...chart(ui, trend, { id: 'coverage', title: ui.t.trend.coverage, height: 150 }),
    description: describe(ui, trend, read, ui.percent),
    series: [series(trend, { name: 'coverage', label: ui.t.trend.coverage, colour: ink }, read)],
    range: { ...shares, ticks: shares.ticks.map((at) => ({ at, label: ui.percent(at) })) },
  }
}

/** A small chart for each part that was ever graded. */
export const partCharts = (ui: Ui, trend: TrendModel): Chart[] =>
  parts.filter((part) => trend.points.some(({ fair }) => fair?.parts[part] != null)).map((part) => partChart(ui, trend, part))

function partChart(ui: Ui, trend: TrendModel, part: Part): Chart {
  const read: Reading = (point) => point.fair?.parts[part] ?? null
  return {
    ...chart(ui, trend, { id: `part-${part}`, title: ui.t.trend.part[part], height: 150, width: 340 }),
    description: describe(ui, trend, read),
    series: [series(trend, { name: 'fair', label: ui.t.trend.part[part], colour: accent }, read)],
    range: { from: 1, to: 10, ticks: [1, 5.5, 10].map((at) => ({ at, label: ui.number(at) })) },
  }
}

const series = ({ points }: TrendModel, how: Omit<Series, 'values'>, read: Reading): Series => ({ ...how, values: points.map(read) })

function chart(
  ui: Ui,
  { points }: TrendModel,
  { id, title, height, width = 480 }: { id: string; title: string; height: number; width?: number },
) {
  const isSmall = width < 400
  return {
    ...{ id, title, height, width },
    moments: points.map(({ at, normChanged }) => ({
      at,
      label: ui.month(at),
      norm: normChanged.length === 0 ? null : isSmall ? '' : ui.t.trend.norm,
    })),
  }
}

function describe(ui: Ui, { points }: TrendModel, read: Reading, say = (value: number) => formatScore(value, ui.locale)): string {
  const told = (value: number | null | undefined) => (value == null ? ui.t.trend.noGrade : say(value))
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last) return ''
  return ui.t.trend.describe(ui.date(first.at), ui.date(last.at), told(read(first)), told(read(last)))
}
