import { type Context, Hono } from 'hono'
import type { Deps } from '../../deps.ts'
import type { EenlijnError } from '../../model/errors.ts'
import { readAudit } from '../../services/read-audit.ts'
import { readSubscriptions, removeSubscription, saveSubscription } from '../../services/subscriptions.ts'
import { findByUnsubscribeToken, unsubscribe } from '../../services/unsubscribe.ts'
import { NewsPage, type NewsState } from '../components/news-page.tsx'
import { UnsubscribePage } from '../components/unsubscribe-page.tsx'
import { createFeeds } from '../feed.ts'
import { personOf } from '../person.ts'
import { attempt, readForm, renderPage, statusOf, textOf } from '../respond.ts'
import type { WebEnv } from '../ui.ts'

/** Who is told what changed, the page behind the link in each mail, and the feeds. */
export const newsPages = (deps: Deps) => {
  const answerFeed = createFeeds(deps)
  const render = (c: Context<WebEnv>, auditId: string, state: NewsState, refused?: EenlijnError) => {
    const view = readAudit(deps, auditId, { personId: personOf(c, deps)?.personId ?? null })
    const page = <NewsPage ui={c.var.ui} view={view} news={readSubscriptions(deps, auditId)} state={state} />
    return renderPage(c, page, refused ? statusOf(refused) : 200)
  }
  const leave = (c: Context<WebEnv>) => {
    const token = c.req.param('token') ?? ''
    c.header('Referrer-Policy', 'no-referrer')
    return renderPage(c, <UnsubscribePage ui={c.var.ui} token={token} {...findByUnsubscribeToken(deps, token)} />)
  }
  const feed = (c: Context<WebEnv>, form: 'atom' | 'json') => {
    const { ui } = c.var
    const organisationId = c.req.param('id') ?? ''
    return answerFeed(c, { organisationId, locale: ui.locale, form, path: ui.to(`/organisations/${organisationId}/news.${form}`) })
  }
  return new Hono<WebEnv>()
    .get('/audits/:id/news', (c) => render(c, c.req.param('id'), {}))
    .post('/audits/:id/news', async (c) => {
      const id = c.req.param('id')
      const form = await readForm(c)
      const input = { channel: textOf(form, 'channel'), to: textOf(form, 'to'), wants: textOf(form, 'wants') }
      const locale = textOf(form, 'locale') || c.var.ui.locale
      // The service reads the words; a form of ours sends no others.
      const result = await attempt(() => saveSubscription(deps, id, { ...input, locale } as Parameters<typeof saveSubscription>[2]))
      if ('refused' in result) return render(c, id, { refused: { text: c.var.ui.text(result.refused.text), form } }, result.refused)
      const { id: saved, signingKey } = result.done
      if (signingKey === null) return c.redirect(`${c.var.ui.to(`/audits/${id}/news`)}#s-${saved}`, 303)
      return render(c, id, { signingKey })
    })
    .post('/audits/:id/news/:subscriptionId/remove', (c) => {
      const { id, subscriptionId } = c.req.param()
      removeSubscription(deps, { auditId: id, id: subscriptionId })
      return c.redirect(`${c.var.ui.to(`/audits/${id}/news`)}#who`, 303)
    })
    .get('/audits/:id/news/*', (c) => c.redirect(c.var.ui.to(`/audits/${c.req.param('id')}/news`)))
    .get('/unsubscribe/:token', leave)
    .post('/unsubscribe/:token', (c) => {
      unsubscribe(deps, c.req.param('token'))
      return leave(c)
    })
    .get('/organisations/:id/news.atom', (c) => feed(c, 'atom'))
    .get('/organisations/:id/news.json', (c) => feed(c, 'json'))
}
