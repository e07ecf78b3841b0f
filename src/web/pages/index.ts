import { Hono } from 'hono'
import type { Deps } from '../../deps.ts'
import type { WebEnv } from '../ui.ts'
import { aboutPages } from './about.tsx'
import { accountsPages } from './accounts.tsx'
import { auditPages } from './audit.tsx'
import { batchesPages } from './batches.tsx'
import { capturePages } from './capture.tsx'
import { checkPages } from './check.tsx'
import { comparePages } from './compare.tsx'
import { contactSheetPages } from './contact-sheet.tsx'
import { differencePages } from './difference.tsx'
import { evidencePages } from './evidence.tsx'
import { gradesPages } from './grades.tsx'
import { homePages } from './home.tsx'
import { houseStylePages } from './house-style.tsx'
import { invitationPages } from './invitation.tsx'
import { livePages } from './live.ts'
import { locationsPages } from './locations.tsx'
import { managersPages } from './managers.tsx'
import { namesPages } from './names.tsx'
import { newsPages } from './news.tsx'
import { planPages } from './plan.tsx'
import { printsPages } from './prints.tsx'
import { publicCheckPages } from './public-check.tsx'
import { reportPages } from './report.tsx'
import { routesPages } from './routes.tsx'
import { schedulePages } from './schedule.tsx'
import { teamPages } from './team.tsx'
import { trendPages } from './trend.tsx'
import { uniformityPages } from './uniformity.tsx'

/** Every page of one language. */
export const pages = (deps: Deps) =>
  new Hono<WebEnv>()
    .route('/', homePages(deps))
    .route('/', auditPages(deps))
    .route('/', routesPages(deps))
    .route('/', livePages(deps))
    .route('/', accountsPages(deps))
    .route('/', capturePages(deps))
    .route('/', gradesPages(deps))
    .route('/', uniformityPages(deps))
    .route('/', reportPages(deps))
    .route('/', differencePages(deps))
    .route('/', trendPages(deps))
    .route('/', comparePages(deps))
    .route('/', locationsPages(deps))
    .route('/', managersPages(deps))
    .route('/', teamPages(deps))
    .route('/', schedulePages(deps))
    .route('/', batchesPages(deps))
    .route('/', invitationPages(deps))
    .route('/', printsPages(deps))
    .route('/', houseStylePages(deps))
    .route('/', contactSheetPages(deps))
    .route('/', namesPages(deps))
    .route('/', newsPages(deps))
    .route('/', publicCheckPages(deps))
    .route('/', checkPages(deps))
    .route('/', planPages(deps))
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
  results: '',
  links: '/accounts',
  press: '/accounts',
  slots: '/accounts',
  person: '/grades',
  plan: '/uniformity',
}
