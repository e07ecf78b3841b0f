import { and, asc, desc, eq, ne, type SQL, sql } from 'drizzle-orm'
import type { AccountKind, Decision } from '../model/candidate.ts'
import type { PlatformId } from '../model/platform.ts'
import { organisationKinds } from '../report/news.ts'
import type { Db } from '../store/open.ts'
import { prepareOnce } from '../store/prepare-once.ts'
import { accounts, audits, candidates, decisions, foundVia, looksByHand, snapshots } from '../store/schema.ts'
import { namesOfAccounts } from './account-names.ts'
import { placeOf } from './read-candidates.ts'

/** An account that the organisation itself says is its own, as anybody may know it. */
export interface OwnAccount {
  readonly key: string
  readonly platform: PlatformId
  readonly handle: string
  readonly url: string
  /** `closed`: it is, or was, the organisation's, and is no longer there. */
  readonly status: 'official' | 'closed'
  /** ISO 8601: when we first found it. */
  readonly since: string
  /** ISO 8601: when we last saw the account or a link to it; `null` when neither. */
  readonly lastSeen: string | null
}

/** Audits looked back through for the last time that an account was seen. */
const mostAudits = 12

const decisionsWhere = (db: Db, condition?: SQL) =>
  db
    .select({ account: accounts, decision: decisions })
    .from(accounts)
    .innerJoin(decisions, eq(decisions.accountId, accounts.id))
    .where(and(eq(accounts.organisationId, sql.placeholder('organisationId')), condition))
    .orderBy(asc(decisions.id))
    .prepare()
const decidedIn = prepareOnce((db) => decisionsWhere(db))
const decidedOn = prepareOnce((db) => decisionsWhere(db, eq(accounts.key, sql.placeholder('key'))))

/**
 * The accounts that a person said are the organisation's, or the one with this key. What only the machine thinks is not told
 * to anybody, nor what is a person's, a supplier's, or bears a name that somebody else took over since.
 */
export function ownAccounts(db: Db, organisationId: string, key?: string): OwnAccount[] {
  const decided = key === undefined ? decidedIn(db).all({ organisationId }) : decidedOn(db).all({ organisationId, key })
  if (decided.length === 0) return []
  const latest = new Map(decided.map((row) => [row.account.id, row]))
  const names = namesOfAccounts(db, organisationId)
  return [...latest.values()]
    .filter(({ account, decision }) => {
      const takenOverAt = names.get(account.id)?.takenOverAt ?? null
      return (decision.decision as Decision | null) === 'ours' && !(takenOverAt !== null && decision.at < takenOverAt)
    })
    .flatMap(({ account, decision }) => {
      const seen = historyOf(db, account.id)
      const kind = (decision.kind as AccountKind | null) ?? seen.kind
      if (kind !== null && !organisationKinds.has(kind)) return []
      const { platform, handle, url, closed, firstFoundAt } = account
      const status = closed || seen.isGone ? 'closed' : 'official'
      return [
        { key: account.key, platform: platform as PlatformId, handle, url, status, since: firstFoundAt, lastSeen: seen.lastSeen } as const,
      ]
    })
    .sort((a, b) => placeOf(a.platform) - placeOf(b.platform) || a.key.localeCompare(b.key))
}

interface History {
  /** As the newest audit judged it. */
  readonly kind: AccountKind | null
  /** The newest look that said anything said that it is not there. */
  readonly isGone: boolean
  readonly lastSeen: string | null
}

const ofAccount = sql.placeholder('accountId')
const seenIn = prepareOnce((db) =>
  db
    .select({ id: candidates.id, kind: candidates.kind, auditId: candidates.auditId, look: snapshots.body })
    .from(candidates)
    .innerJoin(audits, eq(audits.id, candidates.auditId))
    .leftJoin(snapshots, and(eq(snapshots.auditId, candidates.auditId), eq(snapshots.accountId, candidates.accountId)))
    .where(eq(candidates.accountId, ofAccount))
    .orderBy(desc(audits.id))
    .limit(mostAudits)
    .prepare(),
)
const newestByHand = prepareOnce((db) =>
  db
    .select({ body: looksByHand.body })
    .from(looksByHand)
    .where(and(eq(looksByHand.auditId, sql.placeholder('auditId')), eq(looksByHand.accountId, ofAccount)))
    .orderBy(desc(looksByHand.id))
    .limit(1)
    .prepare(),
)
const newestLink = prepareOnce((db) =>
  db
    .select({ seenAt: foundVia.seenAt })
    .from(foundVia)
    .where(and(eq(foundVia.candidateId, sql.placeholder('candidateId')), ne(foundVia.route, 'earlier-audit')))
    .orderBy(desc(foundVia.seenAt))
    .limit(1)
    .prepare(),
)

function historyOf(db: Db, accountId: string): History {
  const rows = seenIn(db).all({ accountId })
  const looks = rows.flatMap(({ auditId, look }) => [
    ...newestByHand(db)
      .all({ auditId, accountId })
      .map(({ body }) => body),
    ...(look ? [look] : []),
  ])
  const telling = looks.find(({ state }) => state === 'captured' || state === 'gone')
  const captured = looks.find(({ state }) => state === 'captured')?.takenAt ?? null
  const linked = rows[0] ? linkSeenAt(db, rows[0].id) : null
  return {
    kind: (rows[0]?.kind as AccountKind | undefined) ?? null,
    isGone: telling?.state === 'gone',
    lastSeen:
      [captured, linked]
        .filter((at) => at !== null)
        .toSorted()
        .at(-1) ?? null,
  }
}

/** When a link to it was last found anywhere; that an earlier audit knew it is no sight of it. */
const linkSeenAt = (db: Db, candidateId: string): string | null => newestLink(db).get({ candidateId })?.seenAt ?? null
