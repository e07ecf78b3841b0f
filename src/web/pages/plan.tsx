import { type Context, Hono } from 'hono'
import type { Deps } from '../../deps.ts'
import type { UniformityMend, UniformityPath } from '../../report/uniformity.ts'
import { savePlanItem } from '../../services/plan.ts'
import { readAudit } from '../../services/read-audit.ts'
import { readUniformity } from '../../services/read-uniformity.ts'
import { sayMend, WhatIfPage } from '../components/what-if-page.tsx'
import { personOf } from '../person.ts'
import { readForm, renderPage, textOf } from '../respond.ts'
import type { Ui, WebEnv } from '../ui.ts'

/** What each mend brings, and the way to a grade; what is taken over becomes a line of the plan. */
export const planPages = (deps: Deps) => {
  const read = (c: Context<WebEnv>, auditId: string, typed: string) => {
    const viewer = { personId: personOf(c, deps)?.personId ?? null }
    const target = gradeIn(typed)
    const plan = readUniformity(deps, auditId, viewer, target === null ? {} : { target })?.plan ?? null
    const path: UniformityPath | null = plan?.paths.find((one) => one.target === target) ?? null
    return { view: readAudit(deps, auditId, viewer), target, plan, path }
  }
  return new Hono<WebEnv>()
    .get('/audits/:id/what-if', (c) => {
      const typed = (c.req.query('target') ?? '').trim().slice(0, 10)
      const { view, target, plan, path } = read(c, c.req.param('id'), typed)
      const error = typed !== '' && target === null ? c.var.ui.t.uniform.whatIf.targetWrong : null
      return renderPage(c, <WhatIfPage ui={c.var.ui} view={view} plan={plan} target={typed} path={path} error={error} />, error ? 400 : 200)
    })
    .post('/audits/:id/what-if', async (c) => {
      const auditId = c.req.param('id')
      const form = await readForm(c)
      const asked = textOf(form, 'mends')
      const typed = textOf(form, 'target').trim()
      const { view, target, plan, path } = read(c, auditId, typed)
      const wanted = new Set(asked === 'path' ? (path?.mends ?? []) : [asked])
      const planned = new Set(view.plan.map(({ what }) => what))
      for (const mend of plan?.mends.filter(({ id }) => wanted.has(id)) ?? []) {
        const what = sayMend(c.var.ui, mend)
        if (!planned.has(what))
          savePlanItem(deps, { auditId, what, how: howOf(c.var.ui, mend), owner: '', due: '', done: false, mends: mend })
      }
      const back = target === null ? '' : `?target=${encodeURIComponent(typed)}`
      return c.redirect(`${c.var.ui.to(`/audits/${auditId}/what-if`)}${back}`, 303)
    })
}

/** 1 to 10 with one decimal, as a person types it; `null` for anything else. */
function gradeIn(typed: string): number | null {
  const text = typed.replace(',', '.')
  const grade = /^\d{1,2}(?:\.\d)?$/.test(text) ? Number(text) : Number.NaN
  return grade >= 1 && grade <= 10 ? grade : null
}

function howOf(ui: Ui, { how, minutes }: UniformityMend): string {
  return [...new Set(how.map(ui.text)), ui.t.uniform.minutes(minutes)].join(' ').slice(0, 4_000)
}
