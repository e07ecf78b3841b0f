import { and, asc, count, eq, lt, max, min, sql } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { namedPlatforms } from '../model/platform.ts'
import type { Db } from '../store/open.ts'
import { prepareOnce } from '../store/prepare-once.ts'
import { auditRoutes, grades, requests, slotAnswers } from '../store/schema.ts'
import { printedNotes } from '../verification/printed.ts'
import { newestAssessment } from './assess-audit.ts'
import { lastEventId } from './events.ts'
import { type AuditRow, findAudit, organisationOf, stateOf } from './find-audit.ts'
import { readFollowedUp } from './follow-up-plan.ts'
import { gradeView } from './grade-subject.ts'
import { namesOf } from './person.ts'
import { readPlan } from './plan.ts'
import { readPrintItems } from './print-items.ts'
import { placeOf, readCandidates } from './read-candidates.ts'
import { inRouteOrder } from './route-texts.ts'
import type { AuditView, CandidateView, GradeView, GradingView, SlotAnswer, SlotView, UnchangedView } from './views.ts'

/** Who looks. `reveal` is for whoever reads the report and does not grade: everything that was graded is shown. */
export interface Viewer {
  readonly personId: string | null
  readonly reveal?: boolean
}

/**
 * An audit as this viewer may see it: other people's grades stay hidden until the viewer has graded.
 * @throws EenlijnError `not-found`.
 */
export function readAudit(deps: Deps, auditId: string, viewer: Viewer): AuditView {
  const { db } = deps.store
  const audit = findAudit(db, auditId)
  const organisation = organisationOf(db, audit)
  const grading = gradingsOf(db, audit, viewer)
  const found = readCandidates(db, audit, deps.now())
  const views = found.map((candidate) => ({ ...candidate, grading: grading(candidate.accountId) }))
  const { id, name, aliases, website, country, wikidataId, demo } = organisation
  return {
    id: audit.id,
    organisation: { id, name, aliases, website, country, wikidataId, demo },
    state: stateOf(audit),
    request: audit.request,
    createdAt: audit.createdAt,
    startedAt: audit.startedAt,
    finishedAt: audit.finishedAt,
    failure: audit.failure,
    choices: audit.choices ?? [],
    siteBelongs: audit.siteBelongs as AuditView['siteBelongs'],
    peopleCounted: audit.peopleCounted,
    routes: routesOf(db)
      .all({ auditId })
      .map((row) => row.report)
      .sort(inRouteOrder),
    candidates: views,
    slots: slotsOf(db, audit, views),
    assessment: newestAssessment(deps, audit, found),
    uniformityGrading: grading('uniformity'),
    printed: printedNotes(readPrintItems(deps, audit.id), views),
    plan: readPlan(db, audit.id),
    followedUp: readFollowedUp(db, audit.id),
    requestsMade: requestsOf(db).get({ auditId })?.n ?? 0,
    unchanged: unchangedIn(db, audit),
    lastEvent: lastEventId(db, audit.id),
  }
}

const ofAudit = sql.placeholder('auditId')
const routesOf = prepareOnce((db) => db.select().from(auditRoutes).where(eq(auditRoutes.auditId, ofAudit)).prepare())
const requestsOf = prepareOnce((db) => db.select({ n: count() }).from(requests).where(eq(requests.auditId, ofAudit)).prepare())
const olderRequestsOf = prepareOnce((db) =>
  db
    .select({ pages: count(), from: min(requests.at), to: max(requests.at) })
    .from(requests)
    .where(and(eq(requests.auditId, ofAudit), lt(requests.at, sql.placeholder('createdAt'))))
    .prepare(),
)
const gradesOf = prepareOnce((db) => db.select().from(grades).where(eq(grades.auditId, ofAudit)).orderBy(asc(grades.version)).prepare())
const answersOf = prepareOnce((db) =>
  db.select().from(slotAnswers).where(eq(slotAnswers.auditId, ofAudit)).orderBy(asc(slotAnswers.id)).prepare(),
)

/** What this audit used of an earlier one. Of a replayed archive everything is old, and nothing was asked. */
function unchangedIn(db: Db, audit: AuditRow): UnchangedView | null {
  if (audit.request.archive) return null
  const row = olderRequestsOf(db).get({ auditId: audit.id, createdAt: audit.createdAt })
  return row?.from && row.to ? { pages: row.pages, from: row.from, to: row.to } : null
}

function gradingsOf(db: Db, audit: AuditRow, { personId, reveal = false }: Viewer): (subject: string) => GradingView {
  const nameOf = namesOf(db)
  const latest = new Map<string, Map<string, GradeView>>()
  for (const row of gradesOf(db).all({ auditId: audit.id })) {
    const bySubject = latest.get(row.subject) ?? new Map<string, GradeView>()
    bySubject.set(row.personId, gradeView(row, nameOf))
    latest.set(row.subject, bySubject)
  }
  return (subject) => {
    const all = [...(latest.get(subject)?.values() ?? [])]
    const mine = all.find((grade) => grade.personId === personId) ?? null
    const others = all.filter((grade) => grade.personId !== personId)
    const revealed = mine !== null || (reveal && personId === null)
    return { mine, others: revealed ? others : [], othersCount: others.length, revealed }
  }
}

function slotsOf(db: Db, audit: AuditRow, views: readonly CandidateView[]): SlotView[] {
  const nameOf = namesOf(db)
  const answers = new Map<string, SlotView['answer']>()
  for (const row of answersOf(db).all({ auditId: audit.id }))
    answers.set(
      row.platform,
      row.answer === null ? null : { answer: row.answer as SlotAnswer, note: row.note, by: nameOf(row.personId), at: row.at },
    )
  const ours = views.filter((view) => view.standing === 'ours' || view.standing === 'likely')
  const named: readonly string[] = namedPlatforms
  const others = [
    ...new Set([
      ...ours.map((view) => view.platform as string),
      ...[...answers].filter(([, answer]) => answer !== null).map(([platform]) => platform),
    ]),
  ].filter((platform) => !named.includes(platform))
  return [...named, ...others.sort((a, b) => placeOf(a) - placeOf(b) || a.localeCompare(b))].map((platform) => ({
    platform,
    named: named.includes(platform),
    accounts: ours.filter((view) => view.platform === platform),
    answer: answers.get(platform) ?? null,
  }))
}
