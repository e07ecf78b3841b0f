import { type Context, Hono } from 'hono'
import type { Deps } from '../../deps.ts'
import type { EenlijnError } from '../../model/errors.ts'
import { basisFields } from '../../model/team.ts'
import { teamNotice } from '../../report/team-notice.ts'
import { confirmMember, inviteMember, noteInformed } from '../../services/change-member.ts'
import { eraseMember, objectMember } from '../../services/erase-member.ts'
import { importTeam } from '../../services/import-team.ts'
import { readAudit } from '../../services/read-audit.ts'
import { readTeam } from '../../services/read-team.ts'
import { type SaveTeamBasisInput, saveTeamBasis } from '../../services/save-team-basis.ts'
import { withdrawTeamBasis } from '../../services/withdraw-team-basis.ts'
import { TeamNoticePage, TeamPage, type TeamState } from '../components/team-page.tsx'
import { personOf } from '../person.ts'
import { attempt, type Form, fileOf, readForm, renderPage, statusOf, textOf } from '../respond.ts'
import type { WebEnv } from '../ui.ts'

/** The team of the organisation, reached from each of its audits. */
export const teamPages = (deps: Deps) => {
  const who = (c: Context) => personOf(c, deps)?.personId ?? null
  const render = (c: Context<WebEnv>, auditId: string, state: TeamState, refused?: EenlijnError, field?: string) => {
    const view = readAudit(deps, auditId, { personId: who(c) })
    const error = refused ? { field: field ?? refused.field ?? 'people', text: c.var.ui.text(refused.text) } : null
    const page = <TeamPage ui={c.var.ui} view={view} team={readTeam(deps, auditId)} state={{ ...state, ...(error ? { error } : {}) }} />
    return renderPage(c, page, refused ? statusOf(refused) : 200)
  }
  const back = (c: Context<WebEnv>, auditId: string, anchor: string) =>
    c.redirect(`${c.var.ui.to(`/audits/${auditId}/team`)}#${anchor}`, 303)
  const act = async (c: Context<WebEnv>, work: () => void | Promise<void>, anchor: string) => {
    const auditId = c.req.param('id') ?? ''
    const result = await attempt(work)
    return 'refused' in result ? render(c, auditId, {}, result.refused) : back(c, auditId, anchor)
  }
  const ids = (c: Context) => ({ auditId: c.req.param('id') ?? '', memberId: c.req.param('memberId') ?? '' })
  return (
    new Hono<WebEnv>()
      .get('/audits/:id/team', (c) => render(c, c.req.param('id'), {}))
      .get('/audits/:id/team/notice', (c) => {
        const auditId = c.req.param('id')
        const { basis, organisation } = readTeam(deps, auditId)
        if (basis === null) return back(c, auditId, 'basis')
        const parts = teamNotice({ ...basis, organisation: organisation.name, website: organisation.website }, c.var.ui.locale)
        return renderPage(c, <TeamNoticePage ui={c.var.ui} view={readAudit(deps, auditId, { personId: who(c) })} parts={parts} />)
      })
      .post('/audits/:id/team', async (c) => {
        const auditId = c.req.param('id')
        const form = await readForm(c)
        const file = await fileOf(c, 'file')
        const text = file ? await file.text() : textOf(form, 'team')
        const result = await attempt(() => importTeam(deps, { auditId, text }))
        if ('refused' in result) return render(c, auditId, { form }, result.refused)
        return render(c, auditId, { imported: result.done })
      })
      .post('/audits/:id/team/basis', async (c) => {
        const auditId = c.req.param('id')
        const form = await readForm(c)
        const result = await attempt(() => saveTeamBasis(deps, { auditId, ...typedIn(form), personId: who(c) }))
        if ('refused' in result) return render(c, auditId, { form }, result.refused, `basis-${result.refused.field}`)
        return back(c, auditId, 'basis')
      })
      .post('/audits/:id/team/basis/withdraw', async (c) => {
        const auditId = c.req.param('id')
        const result = await attempt(() => withdrawTeamBasis(deps, { auditId }))
        if ('refused' in result) return render(c, auditId, {}, result.refused)
        return render(c, auditId, { withdrawn: result.done.removed })
      })
      .post('/audits/:id/team/:memberId/confirm', (c) => act(c, () => confirmMember(deps, ids(c)), `m-${c.req.param('memberId')}`))
      .post('/audits/:id/team/:memberId/informed', async (c) => {
        const { auditId, memberId } = ids(c)
        const form = await readForm(c)
        const result = await attempt(() => noteInformed(deps, { auditId, memberId, on: textOf(form, 'on') }))
        if ('refused' in result) return render(c, auditId, { form }, result.refused, `informed-${memberId}`)
        return back(c, auditId, `m-${memberId}`)
      })
      .post('/audits/:id/team/:memberId/invite', async (c) => {
        const { auditId, memberId } = ids(c)
        const result = await attempt(() => inviteMember(deps, { auditId, memberId }))
        if ('refused' in result) return render(c, auditId, {}, result.refused)
        const url = `${new URL(c.req.url).origin}${c.var.ui.to(`/invitation/${result.done.token}`)}`
        return render(c, auditId, { invitation: { memberId, url } })
      })
      .post('/audits/:id/team/:memberId/object', (c) => act(c, () => objectMember(deps, ids(c)), 'people'))
      .post('/audits/:id/team/:memberId/erase', (c) => act(c, () => eraseMember(deps, ids(c)), 'people'))
      // A form's own address, opened again.
      .get('/audits/:id/team/*', (c) => c.redirect(c.var.ui.to(`/audits/${c.req.param('id')}/team`)))
  )
}

function typedIn(form: Form): Omit<SaveTeamBasisInput, 'auditId' | 'personId'> {
  const texts = Object.fromEntries(basisFields.map((field) => [field, textOf(form, field)])) as Record<(typeof basisFields)[number], string>
  return { ...texts, confirmed: textOf(form, 'confirmed') === 'yes' }
}
