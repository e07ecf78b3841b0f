import { type Context, Hono } from 'hono'
import type { Deps } from '../../deps.ts'
import type { EenlijnError } from '../../model/errors.ts'
import { readPublicCheck, removePublicCheck, savePublicCheck } from '../../services/public-check.ts'
import { readAudit } from '../../services/read-audit.ts'
import { PublicCheckPage } from '../components/public-check-page.tsx'
import { personOf } from '../person.ts'
import { attempt, readForm, renderPage, statusOf, textOf } from '../respond.ts'
import type { WebEnv } from '../ui.ts'

/** Where an organisation lets anybody ask which accounts are its own, or stops doing so. */
export const publicCheckPages = (deps: Deps) => {
  const render = (c: Context<WebEnv>, auditId: string, slug = '', refused?: EenlijnError) => {
    const { ui } = c.var
    const view = readAudit(deps, auditId, { personId: personOf(c, deps)?.personId ?? null })
    const check = readPublicCheck(deps, auditId)
    const again = refused ? { slug, text: ui.text(refused.text) } : undefined
    const page = <PublicCheckPage ui={ui} view={view} check={check} publicUrl={deps.env.publicUrl} refused={again} />
    return renderPage(c, page, refused ? statusOf(refused) : 200)
  }
  const here = (c: Context<WebEnv>, auditId: string) => c.redirect(c.var.ui.to(`/audits/${auditId}/public-check`), 303)
  return new Hono<WebEnv>()
    .get('/audits/:id/public-check', (c) => render(c, c.req.param('id')))
    .post('/audits/:id/public-check', async (c) => {
      const auditId = c.req.param('id')
      const slug = textOf(await readForm(c), 'slug')
      const personId = personOf(c, deps)?.personId ?? null
      const result = await attempt(() => savePublicCheck(deps, { auditId, slug, personId }))
      return 'done' in result ? here(c, auditId) : render(c, auditId, slug, result.refused)
    })
    .post('/audits/:id/public-check/off', (c) => {
      removePublicCheck(deps, c.req.param('id'))
      return here(c, c.req.param('id'))
    })
    .get('/audits/:id/public-check/off', (c) => here(c, c.req.param('id')))
}
