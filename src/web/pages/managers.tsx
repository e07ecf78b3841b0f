import { type Context, Hono } from 'hono'
import type { Deps } from '../../deps.ts'
import type { EenlijnError } from '../../model/errors.ts'
import { managersCsv } from '../../report/managers-csv.ts'
import { readAudit } from '../../services/read-audit.ts'
import { readManagers } from '../../services/read-managers.ts'
import { removeManager } from '../../services/remove-manager.ts'
import { saveManager } from '../../services/save-manager.ts'
import { saveRecoveryNote } from '../../services/save-recovery-note.ts'
import { ManagersPage, type ManagersState } from '../components/managers-page.tsx'
import { csvHeaders } from '../csv.ts'
import { personOf } from '../person.ts'
import { attempt, type Form, readForm, renderPage, statusOf, textOf } from '../respond.ts'
import type { WebEnv } from '../ui.ts'

/** The register of managers, which belongs to the organisation and is reached from each of its audits. */
export const managersPages = (deps: Deps) => {
  const render = (c: Context<WebEnv>, auditId: string, state: ManagersState, refused?: EenlijnError) => {
    const view = readAudit(deps, auditId, { personId: personOf(c, deps)?.personId ?? null })
    const page = <ManagersPage ui={c.var.ui} view={view} register={readManagers(deps, auditId)} state={state} />
    return renderPage(c, page, refused ? statusOf(refused) : 200)
  }
  const save = async (c: Context<WebEnv>, auditId: string, id: string | undefined) => {
    const form = await readForm(c)
    const result = await attempt(() => saveManager(deps, { auditId, id, ...typedIn(form) }))
    if ('done' in result) return c.redirect(`${c.var.ui.to(`/audits/${auditId}/managers`)}#m-${result.done.id}`, 303)
    const { field, text } = result.refused
    return render(c, auditId, { refused: { id: id ?? 'new', field: field ?? 'name', text: c.var.ui.text(text), form } }, result.refused)
  }
  return (
    new Hono<WebEnv>()
      .get('/audits/:id/managers', (c) => render(c, c.req.param('id'), { edit: c.req.query('edit') }))
      .get('/audits/:id/managers.csv', (c) => {
        const separator = c.req.query('sep') === 'comma' ? ',' : ';'
        const csv = managersCsv(readManagers(deps, c.req.param('id')), { separator, locale: c.var.ui.locale })
        return c.body(csv, 200, { ...csvHeaders('eenlijn-managers'), 'Cache-Control': 'private, no-store' })
      })
      .post('/audits/:id/managers', (c) => save(c, c.req.param('id'), undefined))
      .post('/audits/:id/managers/recovery/:accountId', async (c) => {
        const { id, accountId } = c.req.param()
        const note = textOf(await readForm(c), 'note')
        const result = await attempt(() => saveRecoveryNote(deps, { auditId: id, accountId, note }))
        if ('done' in result) return c.redirect(`${c.var.ui.to(`/audits/${id}/managers`)}#a-${accountId}`, 303)
        return render(c, id, { refusedNote: { accountId, note, text: c.var.ui.text(result.refused.text) } }, result.refused)
      })
      .post('/audits/:id/managers/:managerId', (c) => save(c, c.req.param('id'), c.req.param('managerId')))
      .post('/audits/:id/managers/:managerId/remove', (c) => {
        const { id, managerId } = c.req.param()
        removeManager(deps, { auditId: id, id: managerId })
        return c.redirect(`${c.var.ui.to(`/audits/${id}/managers`)}#by-person`, 303)
      })
      // A form's own address, opened again.
      .get('/audits/:id/managers/*', (c) => c.redirect(c.var.ui.to(`/audits/${c.req.param('id')}/managers`)))
  )
}

const typedIn = (form: Form) => ({
  name: textOf(form, 'name'),
  workEmail: textOf(form, 'workEmail'),
  role: textOf(form, 'role'),
  jobTitle: textOf(form, 'jobTitle'),
  since: textOf(form, 'since'),
  until: textOf(form, 'until'),
  deputyOf: textOf(form, 'deputyOf'),
  accounts: form.accounts ?? [],
})
