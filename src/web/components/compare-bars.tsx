import { measureWords } from '../../report/comparison/reasons.ts'
import { formatScore } from '../../scoring/grade.ts'
import type { ReadComparison } from '../../services/compare-organisations.ts'
import type { Ui } from '../ui.ts'

interface BarsProps {
  readonly ui: Ui
  readonly comparison: ReadComparison
}

/** Every measure as a list of bars. The numbers stand beside them as text, so the bars themselves say nothing aloud. */
export const CompareBars = ({ ui, comparison: { organisations, measures } }: BarsProps) => {
  const t = ui.t.compare
  const shown = measures.filter(({ grades }) => grades.some((grade) => grade !== null))
  const left = measures.filter((one) => !shown.includes(one)).map(({ measure }) => ui.text(measureWords[measure]))
  const name = (row: number) => organisations[row]?.organisation ?? ''
  return (
    <section aria-labelledby="picture">
      <h2 id="picture">{t.picture}</h2>
      {left.length > 0 ? <p>{shown.length > 0 ? t.left(left.join(', ')) : t.nothing}</p> : null}
      <div class="compare-bars">
        {shown.map(({ measure, grades }) => (
          <Measure
            title={ui.text(measureWords[measure])}
            rows={grades.map((grade, row) => ({
              name: name(row),
              share: grade === null ? null : grade / 10,
              said: grade === null ? t.notCompared : formatScore(grade, ui.locale),
            }))}
          />
        ))}
        <Measure
          title={t.coverage}
          quiet
          rows={organisations.map(({ organisation, coverage }) => ({
            name: organisation,
            share: coverage,
            said: coverage === null ? t.notCompared : ui.percent(coverage),
          }))}
        />
      </div>
    </section>
  )
}

interface MeasureProps {
  readonly title: string
  /** `share`: 0 to 1. */
  readonly rows: readonly { readonly name: string; readonly share: number | null; readonly said: string }[]
  /** A fact, and no grade. */
  readonly quiet?: boolean
}

const Measure = ({ title, rows, quiet = false }: MeasureProps) => (
  <div class={`compare-measure${quiet ? ' quiet' : ''}`}>
    <h3>{title}</h3>
    <ul class="plain">
      {rows.map(({ name, share, said }) => (
        <li class={share === null ? 'none' : undefined}>
          <span class="compare-name">{name}</span>
          {share === null ? <span class="compare-none hatched" aria-hidden="true" /> : <Bar share={share} />}
          <span class={share === null ? 'compare-value aside' : 'compare-value'}>{said}</span>
        </li>
      ))}
    </ul>
  </div>
)

/** The policy lets no style into the page: a bar's length is an attribute. */
const Bar = ({ share }: { share: number }) => (
  <svg class="compare-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
    <rect class="track" width="100" height="10" />
    <rect class="length" width={String(Math.round(share * 1_000) / 10)} height="10" />
  </svg>
)
