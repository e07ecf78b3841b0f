import { Hono } from 'hono'
import type { Deps } from '../../deps.ts'
import { readAudit } from '../../services/read-audit.ts'
import { earlierAudits, readDifference } from '../../services/read-difference.ts'
import { DifferencePage } from '../components/difference-page.tsx'
import { hasEnded } from '../components/steps.tsx'
import { personOf } from '../person.ts'
import { renderPage } from '../respond.ts'
import type { WebEnv } from '../ui.ts'

/** What changed since an earlier audit; `with` names another one than the last. */
export const differencePages = (deps: Deps) =>
  new Hono<WebEnv>().get('/audits/:id/verschil', async (c) => {
    const auditId = c.req.param('id')
    const view = readAudit(deps, auditId, { personId: personOf(c, deps)?.personId ?? null, reveal: true })
    const asked = c.req.query('with')?.slice(0, 64)
    const difference = hasEnded(view) ? await readDifference(deps, auditId, asked || undefined) : null
    return renderPage(c, <DifferencePage ui={c.var.ui} view={view} difference={difference} earlier={earlierAudits(deps, auditId)} />)
  })
