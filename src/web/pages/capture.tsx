import { type Context, Hono } from 'hono'
import type { Deps } from '../../deps.ts'
import { EenlijnError } from '../../model/errors.ts'
import { captureByHand } from '../../services/capture-by-hand.ts'
import { identifyPerson } from '../../services/person.ts'
import { readAudit } from '../../services/read-audit.ts'
import { CapturePage } from '../components/capture-page.tsx'
import { personOf, rememberPerson } from '../person.ts'
import { attempt, type Form, fileOf, readForm, renderPage, statusOf, textOf } from '../respond.ts'
import type { WebEnv } from '../ui.ts'

/** Where a person hands over what they saw of an account. */
export const capturePages = (deps: Deps) => {
  const render = (c: Context<WebEnv>, form: Form, from: 'accounts' | 'grades', refused?: EenlijnError) => {
    const { ui } = c.var
    const person = personOf(c, deps)
    const view = readAudit(deps, c.req.param('id') ?? '', { personId: person?.personId ?? null })
    const account = view.candidates.find(({ accountId }) => accountId === c.req.param('accountId'))
    if (!account) throw noAccount()
    const problem = refused ? { field: refused.field ?? 'page', text: ui.text(refused.text) } : null
    const page = <CapturePage ui={ui} view={view} account={account} person={person} from={from} form={form} refused={problem} />
    return renderPage(c, page, refused ? statusOf(refused) : 200)
  }

  return new Hono<WebEnv>()
    .get('/audits/:id/accounts/:accountId/look', (c) => render(c, {}, stepOf(c.req.query('from'))))
    .post('/audits/:id/accounts/:accountId/look', async (c) => {
      const { id, accountId } = c.req.param()
      const form = await readForm(c)
      const from = stepOf(textOf(form, 'from'))
      const [page, screenshot] = await Promise.all([bytesOf(c, 'page'), bytesOf(c, 'screenshot')])
      const result = await attempt(async () => {
        const personId = whoLooks(c, deps, form)
        const [name, description, website] = [textOf(form, 'name'), textOf(form, 'description'), textOf(form, 'website')]
        const fields = { name, description, website, lastPost: textOf(form, 'lastPost'), hasPicture: textOf(form, 'hasPicture') }
        const found = textOf(form, 'found') === 'gone' ? 'gone' : 'profile'
        await captureByHand(deps, { auditId: id, accountId, personId, found, page, screenshot, fields })
      })
      if ('refused' in result) return render(c, form, from, result.refused)
      const target = from === 'grades' ? `/audits/${id}/grades#s-${accountId}` : `/audits/${id}/accounts?show=all#a-${accountId}`
      return c.redirect(c.var.ui.to(target), 303)
    })
}

const stepOf = (text: string | undefined): 'accounts' | 'grades' => (text === 'grades' ? 'grades' : 'accounts')

async function bytesOf(c: Context, name: string): Promise<Uint8Array | null> {
  const file = await fileOf(c, name)
  return file ? new Uint8Array(await file.arrayBuffer()) : null
}

/** Whoever gave a name before, or gives one now; nobody has to. */
function whoLooks(c: Context, deps: Deps, form: Form): string | null {
  const known = personOf(c, deps)
  const name = textOf(form, 'person')
  if (known || name.trim() === '') return known?.personId ?? null
  try {
    const { personId } = identifyPerson(deps, { name, personId: null })
    rememberPerson(c, personId)
    return personId
  } catch (cause) {
    // The form has two names: this one is the person's.
    throw cause instanceof EenlijnError ? new EenlijnError(cause.code, cause.text, { field: 'person', cause }) : cause
  }
}

const noAccount = () =>
  new EenlijnError('not-found', { nl: 'Dit account hoort niet bij deze audit.', en: 'This account does not belong to this audit.' })
