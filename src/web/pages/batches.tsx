import { randomUUID } from 'node:crypto'
import { type Context, Hono } from 'hono'
import type { Deps } from '../../deps.ts'
import { cancelBatch, listBatches, readBatch } from '../../services/batch.ts'
import { handInList, textOfList } from '../../services/hand-in-list.ts'
import { readBatchResults } from '../../services/read-batch-results.ts'
import { BatchPage } from '../components/batch-page.tsx'
import { BatchesPage, type RefusedList } from '../components/batches-page.tsx'
import { personOf } from '../person.ts'
import { attempt, type Form, fileOf, readForm, renderPage, textOf } from '../respond.ts'
import type { WebEnv } from '../ui.ts'

/** Lists, and organisations of one, on one page. */
const most = 50

export const batchesPages = (deps: Deps) => {
  const render = (c: Context<WebEnv>, form: Form, refused: RefusedList | null) => {
    const batches = listBatches(deps, { limit: most, before: c.req.query('before') })
    const older = batches.length === most ? (batches.at(-1)?.id ?? null) : null
    const page = (
      <BatchesPage
        ui={c.var.ui}
        batches={batches}
        older={older}
        form={form}
        refused={refused}
        requestKey={textOf(form, 'key') || randomUUID()}
      />
    )
    return renderPage(c, page, refused ? 400 : 200)
  }
  return new Hono<WebEnv>()
    .get('/batches', (c) => render(c, {}, null))
    .post('/batches', async (c) => {
      const { ui } = c.var
      const typed = await readForm(c)
      const file = await fileOf(c, 'file')
      // What came in a file goes into the field, so that it can be mended here and nothing is lost.
      const text = [textOf(typed, 'text').trim(), file ? textOfList(new Uint8Array(await file.arrayBuffer())) : '']
        .filter(Boolean)
        .join('\n')
      const form = { ...typed, text: [text] }
      const label = textOf(form, 'label')
      const result = await attempt(() =>
        handInList(deps, { text, label, locale: ui.locale, idempotencyKey: textOf(form, 'key') || randomUUID() }),
      )
      if ('refused' in result) {
        const { code, field } = result.refused
        return render(c, code === 'too-large' ? typed : form, {
          field: field === 'label' ? 'label' : 'text',
          text: ui.text(result.refused.text),
          bad: [],
        })
      }
      if ('batch' in result.done) return c.redirect(ui.to(`/batches/${result.done.batch.id}`), 303)
      const { bad } = result.done
      return render(c, form, { field: 'text', text: ui.t.batch.bad(bad.length), bad })
    })
    .get('/batches/:id', (c) => {
      const id = c.req.param('id')
      const after = Number(c.req.query('after') ?? -1)
      const from = Number.isInteger(after) && after >= 0 ? after : -1
      const viewer = { personId: personOf(c, deps)?.personId ?? null }
      const results = readBatchResults(deps, id, { after: from, limit: most }, viewer)
      const next = results.length === most ? (results.at(-1)?.position ?? null) : null
      return renderPage(c, <BatchPage ui={c.var.ui} batch={readBatch(deps, id)} results={results} next={next} further={from >= 0} />)
    })
    .post('/batches/:id/cancel', async (c) => {
      const id = c.req.param('id')
      // A list that ended while somebody looked at the button is stopped already.
      await attempt(() => cancelBatch(deps, id))
      return c.redirect(c.var.ui.to(`/batches/${id}`), 303)
    })
    .get('/batches/:id/cancel', (c) => c.redirect(c.var.ui.to(`/batches/${c.req.param('id')}`)))
}
