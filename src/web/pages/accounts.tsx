import { type Context, Hono } from 'hono'
import type { Deps } from '../../deps.ts'
import { type AccountKind, accountKinds, type Decision, decisions } from '../../model/candidate.ts'
import type { EenlijnError } from '../../model/errors.ts'
import { answerSlot } from '../../services/answer-slot.ts'
import { decideCandidate } from '../../services/decide-candidate.ts'
import { pasteLinks } from '../../services/paste-links.ts'
import { readAudit } from '../../services/read-audit.ts'
import { readPress } from '../../services/read-press.ts'
import { type AuditView, type SlotAnswer, slotAnswers } from '../../services/views.ts'
import { AccountsPage, type AccountsState, DecidedPart } from '../components/accounts-page.tsx'
import { decisionLabel } from '../components/decide.tsx'
import { personOf } from '../person.ts'
import { attempt, readForm, renderPage, statusOf, textOf } from '../respond.ts'
import type { Ui, WebEnv } from '../ui.ts'

export const accountsPages = (deps: Deps) => {
  const read = (c: Context, auditId: string) => readAudit(deps, auditId, { personId: personOf(c, deps)?.personId ?? null })
  const render = (c: Context<WebEnv>, auditId: string, state: AccountsState, refused?: EenlijnError) =>
    renderPage(c, <AccountsPage ui={c.var.ui} view={read(c, auditId)} state={state} />, refused ? statusOf(refused) : 200)

  return new Hono<WebEnv>()
    .get('/audits/:id/accounts', (c) =>
      render(c, c.req.param('id'), { show: showOf(c.req.query('show')), justDecided: c.req.query('decided') }),
    )
    .post('/audits/:id/accounts/:accountId/decision', async (c) => {
      const { id, accountId } = c.req.param()
      const form = await readForm(c)
      const show = showOf(textOf(form, 'show'))
      const decision = decisionOf(textOf(form, 'decision'))
      const kind = form.kind ? kindOf(textOf(form, 'kind')) : undefined
      const personId = personOf(c, deps)?.personId ?? null
      const result = await attempt(() =>
        decideCandidate(deps, { auditId: id, accountId, decision, kind, basedOn: textOf(form, 'basedOn') || null, personId }),
      )
      const refused = 'refused' in result ? result.refused : undefined
      const conflict = refused ? { accountId, text: conflictText(c.var.ui, read(c, id), accountId, decision, refused) } : null
      if (c.req.header('x-part') === 'decided') {
        const part = <DecidedPart ui={c.var.ui} view={read(c, id)} accountId={accountId} show={show} conflict={conflict?.text ?? null} />
        return c.html(part, refused ? statusOf(refused) : 200)
      }
      if (refused) return render(c, id, { show, justDecided: accountId, conflict }, refused)
      return c.redirect(`${c.var.ui.to(`/audits/${id}/accounts`)}?show=${show ?? ''}&decided=${accountId}#a-${accountId}`, 303)
    })
    .post('/audits/:id/links', async (c) => {
      const id = c.req.param('id')
      const text = textOf(await readForm(c), 'links')
      const result = await attempt(() => pasteLinks(deps, { auditId: id, text, personId: personOf(c, deps)?.personId ?? null }))
      if ('refused' in result) return render(c, id, { paste: { text, error: c.var.ui.text(result.refused.text) } }, result.refused)
      const left = result.done.notUnderstood.map((line) => line.raw).join('\n')
      return render(c, id, { paste: { text: left, outcome: result.done } })
    })
    .post('/audits/:id/press', async (c) => {
      const id = c.req.param('id')
      const form = await readForm(c)
      const typed = { url: textOf(form, 'url'), text: textOf(form, 'text'), title: textOf(form, 'title') }
      const result = await attempt(() => readPress(deps, { auditId: id, ...typed }))
      if ('done' in result) return render(c, id, { press: { url: '', text: '', title: '', outcome: result.done } })
      const error = { field: result.refused.field ?? 'pressText', text: c.var.ui.text(result.refused.text) }
      return render(c, id, { press: { ...typed, error } }, result.refused)
    })
    .post('/audits/:id/slots', async (c) => {
      const id = c.req.param('id')
      const form = await readForm(c)
      const answer = textOf(form, 'clear') ? null : slotAnswerOf(textOf(form, 'answer'))
      const platform = textOf(form, 'platform')
      const personId = personOf(c, deps)?.personId ?? null
      const result = await attempt(() => answerSlot(deps, { auditId: id, platform, answer, note: textOf(form, 'note'), personId }))
      if ('done' in result) return c.redirect(`${c.var.ui.to(`/audits/${id}/accounts`)}#slots`, 303)
      const error = { field: result.refused.field ?? 'platform', text: c.var.ui.text(result.refused.text) }
      return render(c, id, { slotError: error }, result.refused)
    })
}

const showOf = (text: string | undefined): 'open' | 'all' | null => (text === 'open' || text === 'all' ? text : null)
const decisionOf = (text: string): Decision | null => decisions.find((decision) => decision === text) ?? null
const kindOf = (text: string): AccountKind | null => accountKinds.find((kind) => kind === text) ?? null
const slotAnswerOf = (text: string): SlotAnswer | null => slotAnswers.find((answer) => answer === text) ?? null

/** Says what both chose; without an answer from the other it is the service's own sentence. */
function conflictText(ui: Ui, view: AuditView, accountId: string, mine: Decision | null, refused: EenlijnError): string {
  const theirs = view.candidates.find((candidate) => candidate.accountId === accountId)?.decision
  if (refused.code !== 'conflict' || !theirs?.decision || mine === null) return ui.text(refused.text)
  return ui.t.accounts.conflict(theirs.by ?? ui.t.accounts.somebody, decisionLabel(ui, theirs.decision), decisionLabel(ui, mine))
}
