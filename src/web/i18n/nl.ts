import { accountsNl } from './accounts-nl.ts'
import { auditNl } from './audit-nl.ts'
import { batchNl } from './batch-nl.ts'
import { captureNl } from './capture-nl.ts'
import { checkNl } from './check-nl.ts'
import { compareNl } from './compare-nl.ts'
import { contactSheetNl } from './contact-sheet-nl.ts'
import { differenceNl } from './difference-nl.ts'
import { evidenceNl } from './evidence-nl.ts'
import { findingNl } from './finding-nl.ts'
import { gradesNl } from './grades-nl.ts'
import { homeNl } from './home-nl.ts'
import { houseStyleNl } from './house-style-nl.ts'
import { kindsNl } from './kinds-nl.ts'
import { locationsNl } from './locations-nl.ts'
import { lookNl } from './look-nl.ts'
import { managersNl } from './managers-nl.ts'
import { namesNl } from './names-nl.ts'
import { newsNl } from './news-nl.ts'
import { printsNl } from './prints-nl.ts'
import { reportNl } from './report-nl.ts'
import { routesNl } from './routes-nl.ts'
import { scheduleNl } from './schedule-nl.ts'
import { keysNl, problemsNl, siteNl } from './site-nl.ts'
import { nextNl, stepsNl } from './steps-nl.ts'
import { teamNl } from './team-nl.ts'
import { trendNl } from './trend-nl.ts'
import { uniformityGradeNl } from './uniformity-grade-nl.ts'
import { uniformityNl } from './uniformity-nl.ts'

/**
 * The words of the pages, in Dutch at B1. English has the same keys; the compiler holds it to that.
 * What a unit says of itself (a route, a wall, a check) stands with that unit.
 */
export const nl = {
  site: siteNl,
  keys: keysNl,
  home: homeNl,
  steps: stepsNl,
  next: nextNl,
  audit: auditNl,
  accounts: accountsNl,
  look: lookNl,
  grades: gradesNl,
  uniformity: uniformityGradeNl,
  finding: findingNl,
  report: reportNl,
  evidence: evidenceNl,
  capture: captureNl,
  locations: locationsNl,
  prints: printsNl,
  kinds: kindsNl,
  managers: managersNl,
  names: namesNl,
  news: newsNl,
  check: checkNl,
  team: teamNl,
  schedule: scheduleNl,
  batch: batchNl,
  routes: routesNl,
  houseStyle: houseStyleNl,
  contactSheet: contactSheetNl,
  uniform: uniformityNl,
  difference: differenceNl,
  trend: trendNl,
  compare: compareNl,
  problems: problemsNl,
}

/** The shape that every language has. */
export type Messages = typeof nl
