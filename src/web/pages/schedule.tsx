import { type Context, Hono } from 'hono'
import type { Deps } from '../../deps.ts'
import type { EenlijnError } from '../../model/errors.ts'
import { readAudit } from '../../services/read-audit.ts'
import { readSchedule, removeSchedule, saveSchedule } from '../../services/schedule.ts'
import { SchedulePage } from '../components/schedule-page.tsx'
import { personOf } from '../person.ts'
import { attempt, type Form, readForm, renderPage, statusOf, textOf } from '../respond.ts'
import type { WebEnv } from '../ui.ts'

/** When the organisation of an audit is audited again. */
export const schedulePages = (deps: Deps) => {
  const render = (c: Context<WebEnv>, auditId: string, form: Form, refused: EenlijnError | null) => {
    const { ui } = c.var
    const view = readAudit(deps, auditId, { personId: personOf(c, deps)?.personId ?? null })
    const why = refused && { field: refused.field ?? 'rhythm', text: ui.text(refused.text) }
    const page = <SchedulePage ui={ui} view={view} schedule={readSchedule(deps, auditId)} form={form} refused={why} />
    return renderPage(c, page, refused ? statusOf(refused) : 200)
  }
  return new Hono<WebEnv>()
    .get('/audits/:id/schedule', (c) => render(c, c.req.param('id'), {}, null))
    .post('/audits/:id/schedule', async (c) => {
      const id = c.req.param('id')
      const form = await readForm(c)
      const result = await attempt(() => saveSchedule(deps, id, typedIn(form), personOf(c, deps)?.personId ?? null))
      if ('done' in result) return c.redirect(c.var.ui.to(`/audits/${id}/schedule`), 303)
      return render(c, id, form, result.refused)
    })
    .post('/audits/:id/schedule/remove', async (c) => {
      const id = c.req.param('id')
      await removeSchedule(deps, id)
      return c.redirect(c.var.ui.to(`/audits/${id}/schedule`), 303)
    })
    .get('/audits/:id/schedule/remove', (c) => c.redirect(c.var.ui.to(`/audits/${c.req.param('id')}/schedule`)))
}

/** The service says which word is no rhythm. */
const typedIn = (form: Form) => ({
  rhythm: (textOf(form, 'rhythm') || 'quarterly') as 'quarterly',
  rule: textOf(form, 'rule'),
  timeZone: textOf(form, 'timeZone'),
})
