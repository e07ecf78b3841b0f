import { type Context, Hono } from 'hono'
import type { Deps } from '../../deps.ts'
import { EenlijnError } from '../../model/errors.ts'
import { readOfficialAccounts, verifyAccount } from '../../services/verify-account.ts'
import { CheckListPage, CheckPage, CheckRefusedPage } from '../components/check-page.tsx'
import { problemOf } from '../problem.ts'
import { keepPublicAnswers } from '../public-answers.ts'
import { createPublicGate } from '../public-gate.ts'
import { attempt, renderPage } from '../respond.ts'
import type { WebEnv } from '../ui.ts'

// Only here, and only for a list without anything to press: a frame elsewhere may hold it.
const framedPolicy = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'none'; frame-ancestors *; base-uri 'none'"

/** What anybody may ask: whether an account is an organisation's, and which are. No cookie is set and none is read. */
export const checkPages = (deps: Deps) => {
  const gate = createPublicGate(deps.env)
  const answer = async <T,>(c: Context<WebEnv>, work: () => T | Promise<T>): Promise<T | Response> => {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof EenlijnError) || error.code === 'internal') throw error
      const { ui } = c.var
      if (error.retryAfterSeconds !== null) c.header('Retry-After', String(error.retryAfterSeconds))
      const { status, title, detail } = problemOf(error, ui.locale)
      return renderPage(c, <CheckRefusedPage ui={ui} title={title} text={detail} />, status)
    }
  }
  return new Hono<WebEnv>()
    .use('/check/*', async (c, next) => (await answer(c, () => gate.pass(c))) ?? next())
    .use('/check/*', keepPublicAnswers(deps))
    .get('/check/:slug', (c) =>
      answer(c, async () => {
        const { ui } = c.var
        const slug = c.req.param('slug')
        const { organisation, accounts, organisationId } = readOfficialAccounts(deps, slug)
        const url = c.req.query('url')
        const result = url === undefined ? null : await attempt(() => verifyAccount(deps, { url, slug }))
        const refused = result && 'refused' in result ? result.refused : null
        const feed = ui.to(`/organisations/${organisationId}/news.atom`)
        const page = (
          <CheckPage
            ui={ui}
            organisation={organisation}
            accounts={accounts}
            feed={feed}
            answer={result && 'done' in result ? result.done : null}
            refused={refused ? ui.text(refused.text) : undefined}
          />
        )
        return renderPage(c, page, refused ? 400 : 200)
      }),
    )
    .get('/check/:slug/list', (c) =>
      answer(c, () => {
        const { organisation, accounts } = readOfficialAccounts(deps, c.req.param('slug'))
        c.header('Content-Security-Policy', framedPolicy)
        return renderPage(c, <CheckListPage ui={c.var.ui} organisation={organisation} accounts={accounts} />)
      }),
    )
}
