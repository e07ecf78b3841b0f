import { Hono } from 'hono'
import type { Deps } from '../../deps.ts'
import type { WebEnv } from '../ui.ts'
import { aboutPages } from './about.tsx'
import { accountsPages } from './accounts.tsx'
import { auditPages } from './audit.tsx'
import { capturePages } from './capture.tsx'
import { evidencePages } from './evidence.tsx'
import { gradesPages } from './grades.tsx'
import { homePages } from './home.tsx'
import { livePages } from './live.ts'
import { locationsPages } from './locations.tsx'
import { managersPages } from './managers.tsx'
import { reportPages } from './report.tsx'
import { uniformityPages } from './uniformity.tsx'

/** Every page of one language. */
export const pages = (deps: Deps) =>
  new Hono<WebEnv>()
    .route('/', homePages(deps))
    .route('/', auditPages(deps))
    .route('/', livePages(deps))
    .route('/', accountsPages(deps))
    .route('/', capturePages(deps))
    .route('/', gradesPages(deps))
    .route('/', uniformityPages(deps))
    .route('/', reportPages(deps))
    .route('/', locationsPages(deps))
    .route('/', managersPages(deps))
    .route('/', evidencePages(deps))
    .route('/', aboutPages())
    .get('/audits/:id/:form', (c) => {
      const page = pageOfForm[c.req.param('form')]
      return page === undefined ? c.notFound() : c.redirect(c.var.ui.to(`/audits/${c.req.param('id')}${page}`))
    })

/** Where a form's own address leads when somebody opens it again. */
const pageOfForm: Readonly<Record<string, string>> = {
  cancel: '',
  organisation: '',
  links: '/accounts',
  press: '/accounts',
  slots: '/accounts',
  person: '/grades',
  plan: '/uniformity',
}
