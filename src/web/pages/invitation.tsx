import { type Context, Hono } from 'hono'
import type { Deps } from '../../deps.ts'
import { addOwnProfile, agreeAsInvited, leaveAsInvited, readInvited, removeOwnProfile } from '../../services/invited-person.ts'
import { GonePage, OwnPage, type OwnState } from '../components/own-page.tsx'
import { attempt, readForm, renderPage, statusOf, textOf } from '../respond.ts'
import type { WebEnv } from '../ui.ts'

/** The page of one person of the team, reached by the link that was made for them. */
export const invitationPages = (deps: Deps) => {
  const show = (c: Context<WebEnv>, token: string, state: OwnState, status: Parameters<typeof renderPage>[2] = 200) => {
    c.header('Referrer-Policy', 'no-referrer')
    return renderPage(c, <OwnPage ui={c.var.ui} token={token} view={readInvited(deps, token)} state={state} />, status)
  }
  const act = async (c: Context<WebEnv>, work: () => void | Promise<void>, url = '') => {
    const token = c.req.param('token') ?? ''
    const result = await attempt(work)
    if ('done' in result) return c.redirect(c.var.ui.to(`/invitation/${token}`), 303)
    const { field, text } = result.refused
    return show(c, token, { error: { field: field ?? 'object', text: c.var.ui.text(text) }, url }, statusOf(result.refused))
  }
  const leave = async (c: Context<WebEnv>, objects: boolean) => {
    const token = c.req.param('token') ?? ''
    const result = await attempt(() => leaveAsInvited(deps, { token, objects }))
    if ('done' in result) return renderPage(c, <GonePage ui={c.var.ui} objected={objects} />)
    return show(c, token, { error: { field: 'object-help', text: c.var.ui.text(result.refused.text) } }, statusOf(result.refused))
  }
  return new Hono<WebEnv>()
    .get('/invitation/:token', (c) => show(c, c.req.param('token'), {}))
    .post('/invitation/:token/agree', (c) => act(c, () => agreeAsInvited(deps, { token: c.req.param('token'), agrees: true })))
    .post('/invitation/:token/disagree', (c) => act(c, () => agreeAsInvited(deps, { token: c.req.param('token'), agrees: false })))
    .post('/invitation/:token/profiles', async (c) => {
      const url = textOf(await readForm(c), 'url')
      return act(c, () => addOwnProfile(deps, { token: c.req.param('token'), url }), url)
    })
    .post('/invitation/:token/profiles/:profileId/remove', (c) =>
      act(c, () => removeOwnProfile(deps, { token: c.req.param('token'), profileId: c.req.param('profileId') })),
    )
    .post('/invitation/:token/object', (c) => leave(c, true))
    .post('/invitation/:token/erase', (c) => leave(c, false))
    .get('/invitation/:token/*', (c) => c.redirect(c.var.ui.to(`/invitation/${c.req.param('token')}`)))
}
