import type { Context, MiddlewareHandler } from 'hono'
import type { Deps } from '../deps.ts'
import { organisationOfSlug } from '../services/verify-account.ts'
import { keepAnswers } from './kept-answers.ts'

/** Apart from the other answers: whoever asks after many accounts pushes out only these. */
const mostBytes = 8 * 2 ** 20

/** Keeps what anybody may ask. It stands behind the gate that counts, so that a kept answer is counted too. */
export const keepPublicAnswers = (deps: Deps): MiddlewareHandler => keepAnswers(deps, madeFromCheck, mostBytes)

/** One organisation's list, or all of them where a question names none. */
function madeFromCheck({ store: { db } }: Deps, c: Context): string | null | undefined {
  const slug = /\/check\/([^/]+)/.exec(c.req.path)?.[1] ?? c.req.query('slug')
  return slug === undefined ? null : organisationOfSlug(db, slug)
}
