import { and, asc, eq, inArray, lte } from 'drizzle-orm'
import { rubric as presentRubric, rubricOf } from '../../config/rubric.ts'
import type { Explanation } from '../checks/check.ts'
import type { AuditRecord, RouteReport } from '../model/audit.ts'
import type { AccountKind } from '../model/candidate.ts'
import { type HouseStyle, noHouseStyle } from '../model/house-style.ts'
import { type AccountThen, type AuditThen, pageKey } from '../report/difference/side.ts'
import type { Db } from '../store/open.ts'
import {
  accountNames,
  accounts,
  assessments,
  auditRoutes,
  decisions,
  explanations,
  houseStyles,
  records,
  requests,
} from '../store/schema.ts'
import { checkedAccount, unitsOf } from './check-input.ts'
import { checkedPeople, peopleRows } from './checked-people.ts'
import { decisionView } from './decide-candidate.ts'
import { type AuditRow, organisationOf } from './find-audit.ts'
import { pictureSetOf, readingOf } from './picture-set.ts'
import { readCandidates, standingOf, type UngradedCandidate } from './read-candidates.ts'

/**
 * One audit as it stood when it ended, out of what was stored: names of that time from the record, people's words up to then,
 * the norm of then. What people saw and handed in for this audit afterwards counts with it. Nothing is fetched.
 * @param other what was agreed at the audit that it is compared with
 */
export function auditThen(db: Db, audit: AuditRow, other?: HouseStyle): AuditThen {
  const record = db.select().from(records).where(eq(records.auditId, audit.id)).get()?.body ?? null
  const { name, aliases, website, country, wikidataId } = organisationOf(db, audit)
  const organisation = { name, aliases, website, country, wikidataId }
  const at = record?.finishedAt ?? audit.finishedAt ?? audit.createdAt
  const houseStyle = styleThen(db, audit, record, at)
  const known = accountsThen(db, audit, record, at)
  const ours = known.filter(({ standing }) => standing === 'ours').map(({ checked }) => checked)
  const people = peopleRows(db, audit)
  const portraits = people.map(({ portrait }) => portrait)
  const readingBy = (style: HouseStyle) => readingOf(db, audit.id, pictureSetOf(ours, portraits, style))?.body ?? null
  return {
    auditId: audit.id,
    at,
    judgedBy: record ? `${record.productVersion} ${record.signalsVersion ?? ''}` : '',
    organisation,
    accounts: known,
    routes: routesOf(db, audit),
    ...visited(db, audit, known),
    people: checkedPeople(people, organisation, houseStyle),
    pictures: readingBy(houseStyle),
    ...(other ? { picturesByOther: readingBy(other) } : {}),
    norm: {
      rubric: rubricOf(record?.assessment.rubric ?? '') ?? presentRubric,
      houseStyle,
      explanations: explanationsThen(db, audit.organisationId, at),
    },
    score: scoreThen(db, audit, record),
  }
}

const routesOf = (db: Db, audit: AuditRow): RouteReport[] =>
  db
    .select()
    .from(auditRoutes)
    .where(eq(auditRoutes.auditId, audit.id))
    .all()
    .map(({ report }) => report)

function accountsThen(db: Db, audit: AuditRow, record: AuditRecord | null, at: string): AccountThen[] {
  const found = readCandidates(db, audit)
  const names = namesThen(db, audit, record, new Set(found.map(({ accountId }) => accountId)))
  const words = wordsThen(
    db,
    audit,
    found.map(({ accountId }) => accountId),
  )
  const units = unitsOf(db, audit.organisationId)
  return found.map((candidate) => {
    const { accountId, platform, closed, foundVia, signals, snapshot, verdict, takenOverAt } = candidate
    const said = words.get(accountId) ?? null
    // What was said of the account that bore this name says nothing of the one that bore it since.
    const word = said && takenOverAt != null && takenOverAt <= at && said.at < takenOverAt ? null : said
    const { key, handle, url } = names.get(accountId) ?? candidate
    const kind = word?.kind ?? candidate.judgedKind ?? candidate.kind
    return {
      ...{ id: accountId, key, handle, url, platform, closed, foundVia, signals, snapshot, kind },
      standing: standingOf(verdict, word),
      decision: word?.decision ? word.id : null,
      checked: checkedAccount({ key, handle, url, platform, closed, snapshot, kind }, units.get(accountId) ?? null),
    }
  })
}

/** How each account was called in the record, by account id: also where it bears another name now. */
function namesThen(
  db: Db,
  audit: AuditRow,
  record: AuditRecord | null,
  found: ReadonlySet<string>,
): ReadonlyMap<string, Pick<UngradedCandidate, 'key' | 'handle' | 'url'>> {
  const own = db
    .select({ id: accounts.id, key: accounts.key })
    .from(accounts)
    .where(eq(accounts.organisationId, audit.organisationId))
    .all()
  const former = db
    .select({ id: accountNames.accountId, key: accountNames.key })
    .from(accountNames)
    .innerJoin(accounts, eq(accounts.id, accountNames.accountId))
    .where(eq(accounts.organisationId, audit.organisationId))
    .all()
  // Somebody else may have taken a former name since; only who was found then is meant.
  const ids = new Map([...former, ...own].filter(({ id }) => found.has(id)).map(({ id, key }) => [key, id]))
  const captured = new Set(record?.snapshots.flatMap(({ key, state }) => (state === 'captured' ? [key] : [])))
  // Two names of then can be one account now: the one that could be looked at is what it was called.
  const surestLast = (record?.accounts ?? []).toSorted(
    (a, b) => Number(captured.has(a.key)) - Number(captured.has(b.key)) || a.confidence - b.confidence,
  )
  return new Map(
    surestLast.flatMap(({ key, handle, url }) => {
      const id = ids.get(key)
      return id === undefined ? [] : [[id, { key, handle, url }] as const]
    }),
  )
}

/** The newest word of a person on each account in this audit or an earlier one. Ids are made in the order of time. */
function wordsThen(db: Db, audit: AuditRow, accountIds: readonly string[]) {
  const wanted = new Set(accountIds)
  const rows = db
    .select({ row: decisions })
    .from(decisions)
    .innerJoin(accounts, eq(accounts.id, decisions.accountId))
    .where(and(eq(accounts.organisationId, audit.organisationId), lte(decisions.auditId, audit.id)))
    .orderBy(asc(decisions.id))
    .all()
  const nobody = () => null
  return new Map(
    rows.flatMap(({ row }) =>
      wanted.has(row.accountId) ? [[row.accountId, { ...decisionView(row, nobody), kind: row.kind as AccountKind | null }] as const] : [],
    ),
  )
}

function styleThen(db: Db, { organisationId }: AuditRow, record: AuditRecord | null, at: string): HouseStyle {
  const rows = db.select().from(houseStyles).where(eq(houseStyles.organisationId, organisationId)).orderBy(asc(houseStyles.id)).all()
  const basis = record?.assessment.basis
  const row = basis ? rows.find(({ id }) => id === basis.houseStyle) : rows.findLast((one) => one.at <= at)
  return row?.body ?? noHouseStyle
}

function explanationsThen(db: Db, organisationId: string, at: string): Explanation[] {
  const rows = db
    .select({ key: accounts.key, row: explanations })
    .from(explanations)
    .innerJoin(accounts, eq(accounts.id, explanations.accountId))
    .where(and(eq(accounts.organisationId, organisationId), lte(explanations.at, at)))
    .orderBy(asc(explanations.id))
    .all()
  const last = new Map(rows.map(({ key, row }) => [JSON.stringify([key, row.check]), { key, row }]))
  return [...last.values()].flatMap(({ key, row: { check, reason, approver, at: said } }) =>
    reason === '' ? [] : [{ subject: key, check, reason, approver, at: said }],
  )
}

/** Pages that were read and addresses that answered that there is nothing; a profile that was seen was read. */
function visited(db: Db, audit: AuditRow, known: readonly AccountThen[]): Pick<AuditThen, 'read' | 'missing'> {
  const rows = db
    .select({ url: requests.url, outcome: requests.outcome })
    .from(requests)
    .where(and(eq(requests.auditId, audit.id), inArray(requests.outcome, ['page', 'rendered', 'missing'])))
    .all()
  const seen = known.flatMap(({ snapshot }) => (snapshot?.state === 'captured' ? [pageKey(snapshot.url)] : []))
  const keys = (isMissing: boolean) => rows.filter(({ outcome }) => (outcome === 'missing') === isMissing).map(({ url }) => pageKey(url))
  return { read: new Set([...keys(false), ...seen]), missing: new Set(keys(true)) }
}

/** As people saw it last under the norm of then: decisions and pictures that came after it was written count. */
function scoreThen(db: Db, audit: AuditRow, record: AuditRecord | null): AuditThen['score'] {
  const rows = db.select().from(assessments).where(eq(assessments.auditId, audit.id)).orderBy(asc(assessments.version)).all()
  const first = record?.assessment ?? rows[0]?.body
  const same = rows.findLast(({ body }) => body.rubric === first?.rubric && body.basis?.houseStyle === first.basis?.houseStyle)
  return (
    same?.body.score ??
    first?.score ?? { rubric: presentRubric.version, points: 0, maximum: 0, coverage: 0, grade: null, notGradedBecause: null }
  )
}
