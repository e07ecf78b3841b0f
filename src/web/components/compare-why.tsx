import { rubric as presentRubric } from '../../../config/rubric.ts'
import { type Measure, type NotCompared, type WhyCode, whyCodes } from '../../report/comparison/model.ts'
import { measureWords } from '../../report/comparison/reasons.ts'
import { addressOf, type CompareProps } from './compare-address.ts'

/** What is not compared, why, and what would make it comparable. */
export const CompareWhy = ({ ui, comparison, audits }: CompareProps) => {
  const t = ui.t.compare.why
  const codes = whyCodes.filter((code) => comparison.notCompared.some((why) => why.code === code))
  if (codes.length === 0) return null
  return (
    <section aria-labelledby="why">
      <h2 id="why">{t.title}</h2>
      <p>{t.lead}</p>
      {codes.map((code) => (
        <div class="compare-why">
          <h3>{t.code[code]}</h3>
          <ul>
            {comparison.notCompared
              .filter((why) => why.code === code)
              .map((why) => (
                <Line ui={ui} why={why} comparison={comparison} />
              ))}
          </ul>
          <Remedy ui={ui} code={code} comparison={comparison} audits={audits} />
        </div>
      ))}
    </section>
  )
}

/** What somebody does at the audit itself. */
const pages: Partial<Record<WhyCode, string>> = {
  routes: '#routes',
  coverage: '/accounts',
  'not-graded': '/accounts',
  hidden: '/uniformity',
}

const Line = ({ ui, why: { auditId, code, measures, text }, comparison }: Omit<CompareProps, 'audits'> & { why: NotCompared }) => {
  const t = ui.t.compare.why
  const row = comparison.organisations.findIndex((one) => one.auditId === auditId)
  const named = (measure: Measure) => {
    const seen = comparison.measures.find((one) => one.measure === measure)?.coverages[row]
    const name = ui.text(measureWords[measure])
    return code === 'coverage' && seen != null ? `${name} (${ui.percent(seen)})` : name
  }
  const page = pages[code]
  const link = code === 'routes' ? t.routes : code === 'hidden' ? t.hidden : t.coverage
  return (
    <li>
      {ui.text(text)} <span class="aside">{t.measures(measures.map(named).join(', '))}</span>
      {page ? (
        <>
          {' '}
          <a class="screen-only" href={ui.to(`/audits/${auditId}${page}`)}>
            {link}
          </a>
        </>
      ) : null}
    </li>
  )
}

/** One norm for all is a way of measuring: nothing has to be done at the audits for it. */
const Remedy = ({ ui, code, comparison: { by }, audits }: CompareProps & { code: WhyCode }) => {
  const t = ui.t.compare.why
  const same = { rubric: presentRubric.version, agreements: by.agreements }
  const remedies = {
    rubric: { label: t.sameRubric(presentRubric.version), by: same, option: `--rubric ${presentRubric.version}` },
    norm: { label: t.without, by: { ...by, agreements: 'without' as const }, option: '--without-agreements' },
  }
  if (code !== 'rubric' && code !== 'norm') return null
  const remedy = remedies[code]
  return (
    <p class="screen-only">
      <a class="button secondary" href={addressOf(ui.to('/vergelijk'), audits, remedy.by)}>
        {remedy.label}
      </a>{' '}
      <span class="aside">
        {t.command} <code>{remedy.option}</code>
      </span>
    </p>
  )
}
