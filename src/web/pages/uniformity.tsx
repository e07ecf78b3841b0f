import { type Context, Hono } from 'hono'
import type { Deps } from '../../deps.ts'
import { readContactSheet } from '../../services/contact-sheet.ts'
import { explainDeviation, takeBackExplanation } from '../../services/explain-deviation.ts'
import { removePlanItem, savePlanItem } from '../../services/plan.ts'
import { readAudit } from '../../services/read-audit.ts'
import { readUniformity } from '../../services/read-uniformity.ts'
import type { RefusedExplanation } from '../components/explain.tsx'
import { findingAnchor } from '../components/finding.tsx'
import type { RefusedPlan } from '../components/plan.tsx'
import { UniformityPage, type UniformityProps } from '../components/uniformity-page.tsx'
import { type Person, personOf } from '../person.ts'
import { attempt, readForm, renderPage, statusOf, textOf } from '../respond.ts'
import type { Ui, WebEnv } from '../ui.ts'

/** All that the uniformity page shows to this person. */
export function uniformityProps(
  deps: Deps,
  ui: Ui,
  auditId: string,
  person: Person | null,
): Pick<UniformityProps, 'ui' | 'view' | 'sheet' | 'model' | 'person'> {
  const viewer = { personId: person?.personId ?? null }
  return {
    ui,
    person,
    view: readAudit(deps, auditId, viewer),
    sheet: readContactSheet(deps, auditId, { sort: 'banner', platform: null }),
    model: readUniformity(deps, auditId, viewer),
  }
}

/** The uniformity, explanations and the plan. Its grade is posted where all grades are. */
export const uniformityPages = (deps: Deps) => {
  const props = (c: Context<WebEnv>, auditId: string) => uniformityProps(deps, c.var.ui, auditId, personOf(c, deps))
  const page = (c: Context<WebEnv>, auditId: string) => c.var.ui.to(`/audits/${auditId}/uniformity`)

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
    if ('done' in result) return c.redirect(`${page(c, auditId)}#p-${result.done.id}`, 303)
    const { refused } = result
    const planError: RefusedPlan = { id: itemId ?? 'new', field: refused.field ?? 'what', text: c.var.ui.text(refused.text), form }
    return renderPage(c, <UniformityPage {...props(c, auditId)} planError={planError} />, statusOf(refused))
  }

  const explain = async (c: Context<WebEnv>, { id: auditId, accountId, check }: { id: string; accountId: string; check: string }) => {
    const form = await readForm(c)
    const input = { auditId, accountId, check, personId: personOf(c, deps)?.personId ?? null }
    const said = { reason: textOf(form, 'reason'), approver: textOf(form, 'approver') }
    const result = await attempt(() => {
      if (textOf(form, 'takeBack')) takeBackExplanation(deps, input)
      else explainDeviation(deps, { ...input, ...said })
    })
    const all = props(c, auditId)
    if ('refused' in result) {
      const { field, text } = result.refused
      const explainError: RefusedExplanation = { accountId, check, field: field ?? 'reason', text: c.var.ui.text(text), form }
      return renderPage(c, <UniformityPage {...all} explainError={explainError} />, statusOf(result.refused))
    }
    const subject = all.view.candidates.find((candidate) => candidate.accountId === accountId)?.key ?? null
    return c.redirect(`${page(c, auditId)}#${findingAnchor({ check, subject })}`, 303)
  }

  return (
    new Hono<WebEnv>()
      .get('/audits/:id/uniformity', (c) => renderPage(c, <UniformityPage {...props(c, c.req.param('id'))} saved={c.req.query('saved')} />))
      .post('/audits/:id/explain/:accountId/:check', (c) => explain(c, c.req.param()))
      // A form's own address, opened again.
      .get('/audits/:id/explain/*', (c) => c.redirect(page(c, c.req.param('id'))))
      .post('/audits/:id/plan', (c) => save(c, c.req.param('id'), undefined))
      .post('/audits/:id/plan/:itemId', (c) => save(c, c.req.param('id'), c.req.param('itemId')))
      .post('/audits/:id/plan/:itemId/remove', (c) => {
        removePlanItem(deps, { auditId: c.req.param('id'), id: c.req.param('itemId') })
        return c.redirect(`${page(c, c.req.param('id'))}#plan`, 303)
      })
  )
}
