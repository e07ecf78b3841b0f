import { Hono } from 'hono'
import type { Deps } from '../../deps.ts'
import { EenlijnError } from '../../model/errors.ts'
import { openEvidence } from '../../services/evidence.ts'
import { daysToKeep } from '../../services/evidence-term.ts'
import { readAudit } from '../../services/read-audit.ts'
import { EvidencePage } from '../components/evidence-page.tsx'
import { personOf } from '../person.ts'
import { renderPage } from '../respond.ts'
import type { WebEnv } from '../ui.ts'

const digestForm = '[0-9a-f]{64}'
const longestQuote = 400
const dayMs = 86_400_000

/** A kept page as text, or a kept picture, with what was quoted from it. */
export const evidencePages = (deps: Deps) =>
  new Hono<WebEnv>().get(`/audits/:id/evidence/:digest{${digestForm}}`, async (c) => {
    const { id, digest } = c.req.param()
    const view = readAudit(deps, id, { personId: personOf(c, deps)?.personId ?? null })
    const evidence = await openEvidence(deps, { auditId: id, digest })
    const ended = Date.parse(view.finishedAt ?? view.createdAt)
    const term = (days: number) => ({ days, date: new Date(ended + days * dayMs).toISOString() })
    const { evidenceDays: days } = deps.env
    const expired = { ...term(days), ofPeople: term(daysToKeep({ kind: 'page', ofPeople: true }, days)) }
    const quote = (c.req.query('q') ?? '').slice(0, longestQuote)
    const props = { ui: c.var.ui, view, digest, quote, evidence, expired }
    return renderPage(c, <EvidencePage {...props} />, evidence ? 200 : 410)
  })

const pictureTypes = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp'])

/** Pictures that accounts showed. The bytes are a stranger's: only as one of four types, and without any rights. */
export const pictures = (deps: Deps) =>
  new Hono().get(`/:id/pictures/:digest{${digestForm}}`, async (c) => {
    const evidence = await openEvidence(deps, { auditId: c.req.param('id'), digest: c.req.param('digest') })
    if (evidence?.kind !== 'picture' || !pictureTypes.has(evidence.content.mediaType)) throw gone()
    c.header('Content-Security-Policy', "default-src 'none'; sandbox")
    c.header('X-Content-Type-Options', 'nosniff')
    // Not longer: evidence expires, and then it should be gone here too.
    c.header('Cache-Control', 'private, max-age=3600')
    return c.body(new Uint8Array(evidence.content.body), 200, { 'Content-Type': evidence.content.mediaType })
  })

const gone = () =>
  new EenlijnError('not-found', {
    nl: 'Deze foto is niet (meer) bewaard.',
    en: 'This picture is not kept (any more).',
  })
