import { type Context, Hono } from 'hono'
import type { Deps } from '../../deps.ts'
import { removePlanItem, savePlanItem } from '../../services/plan.ts'
import { readAudit } from '../../services/read-audit.ts'
import type { RefusedPlan } from '../components/plan.tsx'
import { UniformityPage } from '../components/uniformity-page.tsx'
import { personOf } from '../person.ts'
import { attempt, readForm, renderPage, statusOf, textOf } from '../respond.ts'
import type { WebEnv } from '../ui.ts'

/** The uniformity and the plan. Its grade is posted where all grades are. */
export const uniformityPages = (deps: Deps) => {
  const props = (c: Context<WebEnv>, auditId: string) => {
    const person = personOf(c, deps)
    return { ui: c.var.ui, person, view: readAudit(deps, auditId, { personId: person?.personId ?? null }) }
  }

  const save = async (c: Context<WebEnv>, auditId: string, itemId: string | undefined) => {
    const form = await readForm(c)
    const text = (name: string) => textOf(form, name)
    const input = {
      auditId,
      id: itemId,
      what: text('what'),
      how: text('how'),
      owner: text('owner'),
      due: text('due'),
      done: text('done') !== '',
    }
    const result = await attempt(() => savePlanItem(deps, input))
    if ('done' in result) return c.redirect(`${c.var.ui.to(`/audits/${auditId}/uniformity`)}#p-${result.done.id}`, 303)
    const { refused } = result
    const planError: RefusedPlan = { id: itemId ?? 'new', field: refused.field ?? 'what', text: c.var.ui.text(refused.text), form }
    return renderPage(c, <UniformityPage {...props(c, auditId)} planError={planError} />, statusOf(refused))
  }

  return new Hono<WebEnv>()
    .get('/audits/:id/uniformity', (c) => renderPage(c, <UniformityPage {...props(c, c.req.param('id'))} saved={c.req.query('saved')} />))
    .post('/audits/:id/plan', (c) => save(c, c.req.param('id'), undefined))
    .post('/audits/:id/plan/:itemId', (c) => save(c, c.req.param('id'), c.req.param('itemId')))
    .post('/audits/:id/plan/:itemId/remove', (c) => {
      removePlanItem(deps, { auditId: c.req.param('id'), id: c.req.param('itemId') })
      return c.redirect(`${c.var.ui.to(`/audits/${c.req.param('id')}/uniformity`)}#plan`, 303)
    })
}
