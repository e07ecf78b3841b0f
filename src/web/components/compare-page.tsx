import { rubric as presentRubric, rubrics } from '../../../config/rubric.ts'
import { measureWords } from '../../report/comparison/reasons.ts'
import { formatScore } from '../../scoring/grade.ts'
import type { Ui } from '../ui.ts'
import { addressOf, type CompareProps } from './compare-address.ts'
import { CompareBars } from './compare-bars.tsx'
import { CompareWhy } from './compare-why.tsx'
import { Layout } from './layout.tsx'

/** Organisations beside each other: as a picture, what is left out and why, and every number as a table. */
export const ComparePage = ({ ui, comparison, audits }: CompareProps) => {
  const t = ui.t.compare
  const { by } = comparison
  return (
    <Layout ui={ui} title={t.title} styles={['compare.css', 'trend.css']}>
      <h1>{t.question}</h1>
      <p class="lead">{t.lead}</p>
      <p>
        {by.rubric === 'then' ? t.by.atTheTime : t.by.rubric(by.rubric)} {by.agreements === 'own' ? t.by.own : t.by.without}
      </p>
      <CompareBars ui={ui} comparison={comparison} />
      <CompareWhy ui={ui} comparison={comparison} audits={audits} />
      <section aria-labelledby="numbers">
        <h2 id="numbers">{t.table}</h2>
        <Numbers ui={ui} comparison={comparison} />
        {comparison.notCompared.length > 0 ? <p class="aside">{t.dash}</p> : null}
      </section>
      <Spread ui={ui} comparison={comparison} />
      <Otherwise ui={ui} comparison={comparison} audits={audits} />
      <Files ui={ui} comparison={comparison} audits={audits} />
    </Layout>
  )
}

const Numbers = ({ ui, comparison: { organisations, measures } }: Omit<CompareProps, 'audits'>) => {
  const t = ui.t.compare
  return (
    <section class="scroll" tabindex={0} aria-labelledby="numbers">
      <table class="numbers compare-numbers">
        <thead>
          <tr>
            <th scope="col">{t.organisation}</th>
            {measures.map(({ measure }) => (
              <th scope="col">{ui.text(measureWords[measure])}</th>
            ))}
            <th scope="col">{t.seen}</th>
            <th scope="col">{t.measuredOn}</th>
          </tr>
        </thead>
        <tbody>
          {organisations.map(({ organisation, auditId, at, coverage }, row) => (
            <tr>
              <th scope="row">
                <a href={ui.to(`/audits/${auditId}/report`)}>{organisation}</a>
              </th>
              {measures.map(({ grades }) => (
                <td>{gradeText(ui, grades[row] ?? null)}</td>
              ))}
              <td>{coverage === null ? '–' : ui.percent(coverage)}</td>
              <td>{ui.date(at)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const gradeText = (ui: Ui, grade: number | null) => (grade === null ? '–' : formatScore(grade, ui.locale))

const Spread = ({ ui, comparison: { measures } }: Omit<CompareProps, 'audits'>) => {
  const t = ui.t.compare.spread
  const lines = measures.flatMap(({ measure, distribution }) => (distribution ? [{ measure, ...distribution }] : []))
  if (lines.length === 0) return null
  const say = (grade: number) => formatScore(grade, ui.locale)
  return (
    <section aria-labelledby="spread">
      <h2 id="spread">{t.title}</h2>
      <ul>
        {lines.map(({ measure, count, low, middle, high }) => (
          <li>{t.line(ui.text(measureWords[measure]), count, say(low), say(middle), say(high))}</li>
        ))}
      </ul>
    </section>
  )
}

const Otherwise = ({ ui, comparison: { by }, audits }: CompareProps) => {
  const t = ui.t.compare.measure
  const known = rubrics.map(({ version }) => version).sort((a, b) => (a < b ? 1 : -1))
  return (
    <section aria-labelledby="otherwise" class="screen-only">
      <h2 id="otherwise">{t.title}</h2>
      <p>{t.help}</p>
      <form method="get" action={ui.to('/vergelijk')} class="compare-otherwise">
        {audits.map((id) => (
          <input type="hidden" name="audit" value={id} />
        ))}
        <label>
          {t.rubric}
          <select name="rubric">
            {known.map((version) => (
              <option value={version} selected={version === by.rubric}>
                {version === presentRubric.version ? t.now(version) : version}
              </option>
            ))}
            <option value="then" selected={by.rubric === 'then'}>
              {t.atTheTime}
            </option>
          </select>
        </label>
        <label>
          {t.agreements}
          <select name="agreements">
            <option value="own" selected={by.agreements === 'own'}>
              {t.own}
            </option>
            <option value="without" selected={by.agreements === 'without'}>
              {t.without}
            </option>
          </select>
        </label>
        <button type="submit" class="secondary">
          {t.button}
        </button>
      </form>
    </section>
  )
}

const Files = ({ ui, comparison: { by }, audits }: CompareProps) => {
  const t = ui.t.compare
  const options = `${by.rubric === presentRubric.version ? '' : ` --rubric ${by.rubric}`}${by.agreements === 'own' ? '' : ' --without-agreements'}`
  const json = new URLSearchParams({ audits: audits.join(','), ...by })
  return (
    <section aria-labelledby="files" class="screen-only">
      <h2 id="files">{t.files}</h2>
      <ul>
        <li>
          <a href={addressOf(ui.to('/vergelijk.csv'), audits, by)}>{t.csv}</a>
        </li>
        <li>
          <a href={`/v1/comparison?${json}`}>{t.json}</a>
        </li>
        <li>
          {t.terminal} <code>{`eenlijn compare ${audits.join(' ')}${options}`}</code>
        </li>
      </ul>
      <p>
        <a href={`${addressOf(ui.to('/vergelijk'), audits, by)}&do=find`}>{t.choose.again}</a>
      </p>
    </section>
  )
}
