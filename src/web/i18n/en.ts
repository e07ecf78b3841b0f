import { accountsEn } from './accounts-en.ts'
import { auditEn } from './audit-en.ts'
import { batchEn } from './batch-en.ts'
import { captureEn } from './capture-en.ts'
import { checkEn } from './check-en.ts'
import { compareEn } from './compare-en.ts'
import { contactSheetEn } from './contact-sheet-en.ts'
import { differenceEn } from './difference-en.ts'
import { evidenceEn } from './evidence-en.ts'
import { findingEn } from './finding-en.ts'
import { gradesEn } from './grades-en.ts'
import { homeEn } from './home-en.ts'
import { houseStyleEn } from './house-style-en.ts'
import { kindsEn } from './kinds-en.ts'
import { locationsEn } from './locations-en.ts'
import { lookEn } from './look-en.ts'
import { managersEn } from './managers-en.ts'
import { namesEn } from './names-en.ts'
import { newsEn } from './news-en.ts'
import type { Messages } from './nl.ts'
import { printsEn } from './prints-en.ts'
import { reportEn } from './report-en.ts'
import { routesEn } from './routes-en.ts'
import { scheduleEn } from './schedule-en.ts'
import { keysEn, problemsEn, siteEn } from './site-en.ts'
import { nextEn, stepsEn } from './steps-en.ts'
import { teamEn } from './team-en.ts'
import { trendEn } from './trend-en.ts'
import { uniformityEn } from './uniformity-en.ts'
import { uniformityGradeEn } from './uniformity-grade-en.ts'

/** The words of the pages, in plain English. */
export const en: Messages = {
  site: siteEn,
  keys: keysEn,
  home: homeEn,
  steps: stepsEn,
  next: nextEn,
  audit: auditEn,
  accounts: accountsEn,
  look: lookEn,
  grades: gradesEn,
  uniformity: uniformityGradeEn,
  finding: findingEn,
  report: reportEn,
  evidence: evidenceEn,
  capture: captureEn,
  locations: locationsEn,
  prints: printsEn,
  kinds: kindsEn,
  managers: managersEn,
  names: namesEn,
  news: newsEn,
  check: checkEn,
  team: teamEn,
  schedule: scheduleEn,
  batch: batchEn,
  routes: routesEn,
  houseStyle: houseStyleEn,
  contactSheet: contactSheetEn,
  uniform: uniformityEn,
  difference: differenceEn,
  trend: trendEn,
  compare: compareEn,
  problems: problemsEn,
}
