import { type Context, Hono } from 'hono'
import type { Deps } from '../../deps.ts'
import { comparisonCsv } from '../../report/comparison/csv.ts'
import { chosenAudits, comparableAudits } from '../../services/compare-choices.ts'
import { type ComparedBy, readComparison } from '../../services/compare-organisations.ts'
import { CompareChoose } from '../components/compare-choose.tsx'
import { ComparePage } from '../components/compare-page.tsx'
import { personOf } from '../person.ts'
import { attempt, renderPage, statusOf } from '../respond.ts'
import type { WebEnv } from '../ui.ts'

/** More ids than anybody may compare, so that the service says that they are too many. */
const mostRead = 100

/** Organisations beside each other; without two of them, what there is to choose from. */
export const comparePages = (deps: Deps) => {
  const askedIn = (c: Context<WebEnv>) => {
    const { rubric, agreements } = c.req.query()
    const by: ComparedBy = { rubric: rubric?.slice(0, 20), agreements: agreements === 'without' ? 'without' : 'own' }
    return { audits: [...new Set(c.req.queries('audit') ?? [])].slice(0, mostRead).map((id) => id.slice(0, 64)), by }
  }
  const read = (c: Context<WebEnv>) => {
    const { audits, by } = askedIn(c)
    return readComparison(deps, audits, { personId: personOf(c, deps)?.personId ?? null, reveal: true }, by)
  }
  return new Hono<WebEnv>()
    .get('/vergelijk', async (c) => {
      const { ui } = c.var
      const { audits } = askedIn(c)
      const { do: act, q: find = '' } = c.req.query()
      const isAsked = act !== 'find' && (act === 'compare' || audits.length > 1)
      const result = isAsked ? await attempt(() => read(c)) : null
      if (result && 'done' in result) return renderPage(c, <ComparePage ui={ui} comparison={result.done} audits={audits} />)
      const refused = result ? result.refused : null
      const page = (
        <CompareChoose ui={ui} chosen={chosenAudits(deps, audits)} found={comparableAudits(deps, find)} find={find} refused={refused} />
      )
      return renderPage(c, page, refused ? statusOf(refused) : 200)
    })
    .get('/vergelijk.csv', async (c) => {
      const { locale } = c.var.ui
      const csv = comparisonCsv(await read(c), { locale, separator: locale === 'nl' ? ';' : ',' })
      return c.body(csv, 200, {
        'Content-Type': 'text/csv; charset=UTF-8',
        'Content-Disposition': 'attachment; filename="eenlijn-vergelijking.csv"',
        'Cache-Control': 'private, no-cache',
      })
    })
}
