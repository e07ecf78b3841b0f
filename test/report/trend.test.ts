import { describe, expect, test } from 'vitest'
import { rubric, rubricOf } from '../../config/rubric.ts'
import { runChecks } from '../../src/checks/run.ts'
import { seen } from '../../src/model/seen.ts'
import { buildTrend, type TrendAudit } from '../../src/report/trend.ts'
import { trendCsv } from '../../src/report/trend-csv.ts'
import { type Chart, drawChart } from '../../src/report/trend-svg.ts'
import { scoreFindings } from '../../src/scoring/score.ts'
import { account, group, input, picture, reading } from '../checks/world.ts'

const pictures = reading({ banners: [group(null, 'house'), group(null, 'sea')] })
const sea = { banner: seen(picture('sea'), 'img') }

function audit(auditId: string, at: string, over: Partial<TrendAudit> & { readonly by?: string; readonly off?: boolean } = {}): TrendAudit {
  const accounts = [account('x'), account('linkedin'), account('youtube', '@delinde', over.off ? sea : {})]
  const findings = runChecks(input(accounts, { pictures }))
  const measured = (by: typeof rubric) => ({ rubric: by, findings, score: scoreFindings(findings, by).total })
  const { by = rubric.version, off: _, ...rest } = over
  return {
    auditId,
    at,
    stored: measured(rubricOf(by) ?? rubric),
    fair: measured(rubric),
    agreements: null,
    grades: [],
    hidden: false,
    ...rest,
  }
}

const trend = buildTrend({
  organisation: 'De Linde',
  rubric: rubric.version,
  unitOf: new Map([['youtube:@delinde', 'Gouda']]),
  audits: [
    audit('b', '2026-07-01T09:00:00.000Z', { agreements: 'h1', grades: [15, 14] }),
    audit('a', '2026-04-01T09:00:00.000Z', { by: '2026.1', off: true }),
    audit('c', '2026-10-01T09:00:00.000Z', { agreements: 'h1', hidden: true }),
  ],
})

describe('a trend', () => {
  test('runs in time, by the present norm and as it was measured then', () => {
    expect(trend.points.map(({ auditId }) => auditId)).toEqual(['a', 'b', 'c'])
    const [first, second] = trend.points
    expect(first?.stored).toMatchObject({ rubric: '2026.1', grade: 10 })
    expect(first?.fair?.grade).toBeLessThan(10)
    expect(first?.fair?.parts.background).toBe(7)
    expect(second?.fair).toMatchObject({ grade: 10, parts: { background: 10 } })
  })

  test('says from where something else was asked', () => {
    expect(trend.points.map(({ normChanged }) => normChanged.map(({ en }) => en))).toEqual([
      [],
      ['rubric 2026.1 became 2026.2', 'other agreements'],
      [],
    ])
  })

  test('takes the mean of what people gave, and shows nothing to whoever still has to grade', () => {
    expect(trend.points[1]?.people).toEqual({ grade: 7.3, count: 2 })
    expect(trend.points[2]).toMatchObject({ stored: null, fair: null, locations: [] })
  })

  test('counts per location what could be measured there', () => {
    const [first, second] = trend.points.map(({ locations }) => locations[0])
    expect(first?.location).toBe('Gouda')
    expect(first?.inLine).toBeLessThan(first?.measured ?? 0)
    expect(second?.inLine).toBe(second?.measured)
  })

  test('as CSV has a row for each audit and a column for each location; what is hidden stays empty', () => {
    const lines = trendCsv(trend, { locale: 'nl', separator: ';' }).trim().split('\r\n')
    expect(lines).toHaveLength(4)
    expect(lines[0]).toMatch(/;Gouda$/)
    expect(lines[3]).toMatch(/^c;2026-10-01;;;;;;0;/)
  })
})

describe('a drawing', () => {
  const chart: Chart = {
    ...{ id: 'c', title: 'Cijfers <&>', description: 'Van 6 naar 8.', width: 480, height: 300 },
    moments: ['2026-01-01', '2026-04-01', '2026-07-01'].map((at) => ({ at, label: at, norm: at === '2026-04-01' ? 'Andere norm' : null })),
    series: [{ name: 'fair', label: 'Nu', colour: '#000', values: [6, null, 8] }],
    range: {
      from: 1,
      to: 10,
      ticks: [
        { at: 1, label: '1' },
        { at: 10, label: '10' },
      ],
    },
  }

  test('has a title and a description, escapes what it is given, and draws no line over what was not measured', () => {
    const svg = drawChart(chart)
    expect(svg).toContain('<title id="c-title">Cijfers &lt;&amp;&gt;</title>')
    expect(svg).toContain('Van 6 naar 8.')
    expect(svg.match(/ d="([^"]*)"/)?.[1]).toMatch(/^M[\d. ]+ M[\d. ]+$/)
    expect(svg.match(/class="norm"/g)).toHaveLength(1)
  })

  test('names the newest moment and as many others as have room beside each other', () => {
    const named = (...at: string[]) => {
      const moments = at.map((day) => ({ at: day, label: day, norm: null }))
      const series = [{ ...(chart.series[0] as Chart['series'][number]), values: at.map(() => 7) }]
      return at.filter((day) => drawChart({ ...chart, moments, series }).includes(`>${day}</text>`))
    }
    expect(named('2026-01-01', '2026-04-01', '2026-07-01')).toHaveLength(3)
    expect(named('2026-01-01', '2026-06-20', '2026-07-01')).toEqual(['2026-01-01', '2026-07-01'])
    expect(named('2026-06-30', '2026-06-30', '2026-06-30')).toContain('2026-06-30')
  })

  test('of one moment or none is whole too', () => {
    for (const moments of [[], chart.moments.slice(0, 1)])
      expect(
        drawChart({ ...chart, moments, series: [{ ...(chart.series[0] as Chart['series'][number]), values: moments.map(() => 7) }] }),
      ).not.toContain('NaN')
  })
})
