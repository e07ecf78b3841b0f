import { type Context, Hono } from 'hono'
import type { Deps } from '../../deps.ts'
import { EenlijnError } from '../../model/errors.ts'
import { platformIdSchema } from '../../model/platform.ts'
import { printRoutes } from '../../model/print-item.ts'
import { handInLimits, noFileChosen, tooManyFiles } from '../../print/limits.ts'
import { readPrintItems } from '../../services/print-items.ts'
import { placePrinted } from '../../services/print-place.ts'
import { removePrint } from '../../services/print-remove.ts'
import { readAudit } from '../../services/read-audit.ts'
import { readPrint } from '../../services/read-print.ts'
import { PrintList, PrintsPage, type PrintsState } from '../components/print-page.tsx'
import { personOf } from '../person.ts'
import { attempt, readForm, renderPage, statusOf, textOf } from '../respond.ts'
import type { WebEnv } from '../ui.ts'

/** Where posters, flyers and clippings are handed in. */
export const printsPages = (deps: Deps) => {
  const who = (c: Context) => personOf(c, deps)?.personId ?? null
  const wantsList = (c: Context) => c.req.header('x-part') === 'prints'
  const list = (c: Context<WebEnv>, auditId: string, status: 200 | 400 = 200) =>
    c.html(<PrintList ui={c.var.ui} auditId={auditId} items={readPrintItems(deps, auditId)} />, status)
  const render = (c: Context<WebEnv>, auditId: string, state: PrintsState, refused?: EenlijnError) => {
    const view = readAudit(deps, auditId, { personId: who(c) })
    const error = refused ? { error: { field: refused.field ?? 'files', text: c.var.ui.text(refused.text) } } : {}
    const page = <PrintsPage ui={c.var.ui} view={view} items={readPrintItems(deps, auditId)} state={{ ...state, ...error }} />
    return renderPage(c, page, refused ? statusOf(refused) : 200)
  }

  return new Hono<WebEnv>()
    .get('/audits/:id/prints', (c) => (wantsList(c) ? list(c, c.req.param('id')) : render(c, c.req.param('id'), {})))
    .post('/audits/:id/prints', async (c) => {
      const auditId = c.req.param('id')
      const form = await readForm(c)
      const route = printRoutes.find((one) => one === textOf(form, 'route')) ?? 'print'
      const title = textOf(form, 'title')
      const files = await filesOf(c)
      const handed = { taken: 0, known: 0, refused: [] as { name: string; why: EenlijnError['text'] }[] }
      let refused = files.length === 0 ? noFileChosen() : files.length > handInLimits.files ? tooManyFiles() : undefined
      for (const file of refused ? [] : files) {
        const bytes = new Uint8Array(await file.arrayBuffer())
        const result = await attempt(() => readPrint(deps, { auditId, name: file.name, bytes, route, title, personId: who(c) }))
        if ('done' in result) handed[result.done.known ? 'known' : 'taken']++
        else if (files.length === 1) refused = result.refused
        else handed.refused.push({ name: file.name, why: result.refused.text })
      }
      if (wantsList(c)) return refused ? c.text(c.var.ui.text(refused.text), statusOf(refused)) : list(c, auditId)
      return render(c, auditId, refused ? { title, route } : { handed, route }, refused)
    })
    .post('/audits/:id/prints/:itemId/remove', async (c) => {
      const { id: auditId, itemId } = c.req.param()
      await removePrint(deps, { auditId, itemId })
      return render(c, auditId, { removed: true })
    })
    .post('/audits/:id/prints/:itemId/place', async (c) => {
      const { id: auditId, itemId } = c.req.param()
      const form = await readForm(c)
      const platform = platformIdSchema.safeParse(textOf(form, 'platform'))
      const result = await attempt(async () => {
        if (!platform.success) throw noPlatform(itemId)
        await placePrinted(deps, { auditId, itemId, handle: textOf(form, 'handle'), platform: platform.data })
      })
      if ('refused' in result)
        return render(c, auditId, {}, new EenlijnError(result.refused.code, result.refused.text, { field: `p-${itemId}` }))
      return c.redirect(`${c.var.ui.to(`/audits/${auditId}/prints`)}#p-${itemId}`, 303)
    })
    .get('/audits/:id/prints/:itemId/:form{remove|place}', (c) => c.redirect(c.var.ui.to(`/audits/${c.req.param('id')}/prints`)))
}

async function filesOf(c: Context): Promise<File[]> {
  const { files } = await c.req.parseBody({ all: true })
  return [files].flat().filter((part): part is File => part instanceof File && part.size > 0)
}

const noPlatform = (itemId: string) =>
  new EenlijnError('invalid-input', { nl: 'Kies een platform.', en: 'Choose a platform.' }, { field: `p-${itemId}` })
