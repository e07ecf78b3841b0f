import { Hono } from 'hono'
import type { Deps } from '../../deps.ts'
import { platformIdSchema } from '../../model/platform.ts'
import { sheetSorts } from '../../report/sheet-groups.ts'
import { readContactSheet } from '../../services/contact-sheet.ts'
import { readAudit } from '../../services/read-audit.ts'
import { readSheetPeople } from '../../services/sheet-people.ts'
import { sheetViews } from '../components/contact-sheet.tsx'
import { ContactSheetPage, papers } from '../components/contact-sheet-page.tsx'
import { personOf } from '../person.ts'
import { renderPage } from '../respond.ts'
import type { WebEnv } from '../ui.ts'

/** All accounts side by side; what is asked for stands in the address, so that it can be kept and shared. */
export const contactSheetPages = (deps: Deps) =>
  new Hono<WebEnv>().get('/audits/:id/contactvel', (c) => {
    const auditId = c.req.param('id')
    const asked = (name: string) => c.req.query(name)
    const platform = platformIdSchema.safeParse(asked('platform')).data ?? null
    const props = {
      ui: c.var.ui,
      view: readAudit(deps, auditId, { personId: personOf(c, deps)?.personId ?? null }),
      sheet: readContactSheet(deps, auditId, { sort: sheetSorts.find((sort) => sort === asked('sort')) ?? 'banner', platform }),
      people: readSheetPeople(deps, auditId),
      as: sheetViews.find((kind) => kind === asked('as')) ?? ('compare' as const),
      paper: papers.find((paper) => paper === asked('paper')) ?? ('a4-landscape' as const),
      platform: platform ?? '',
    }
    return renderPage(c, <ContactSheetPage {...props} />)
  })
