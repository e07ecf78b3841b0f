import { desc, eq } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import type { AccountKind, Decision } from '../model/candidate.ts'
import { EenlijnError } from '../model/errors.ts'
import { newId } from '../store/id.ts'
import type { Db } from '../store/open.ts'
import { decisions } from '../store/schema.ts'
import { findAccount, findAudit } from './find-audit.ts'
import { namesOf } from './person.ts'
import { rejudgeAudit } from './rejudge-audit.ts'
import type { DecisionView } from './views.ts'

export interface DecideInput {
  readonly auditId: string
  readonly accountId: string
  /** `null` takes the last decision back. */
  readonly decision: Decision | null
  /** The sort of account, where the person says so; absent leaves what was said of it before. */
  readonly kind?: AccountKind | null | undefined
  /** Id of the decision that the person saw; `null` when there was none. */
  readonly basedOn: string | null
  readonly personId: string | null
}

/**
 * Says whose an account is. The decision belongs to the account, so it holds in later audits.
 * @throws EenlijnError `conflict` when it was decided otherwise since the person looked; nothing is changed then.
 */
export function decideCandidate(deps: Deps, input: DecideInput): DecisionView {
  const made = deps.store.transact((tx) => {
    const audit = findAudit(tx, input.auditId)
    const account = findAccount(tx, audit, input.accountId)
    const latest = latestDecision(tx, account.id)
    const kind = kindSaid(input, latest)
    if (latest !== null && latest.decision === input.decision && (latest.kind ?? null) === kind) return latest
    if ((latest?.id ?? null) !== input.basedOn && (latest?.decision ?? null) !== null) throw decidedMeanwhile(latest)
    const row = {
      id: newId(),
      accountId: account.id,
      auditId: audit.id,
      decision: input.decision,
      kind,
      personId: input.personId,
      at: deps.now().toISOString(),
    }
    tx.insert(decisions).values(row).run()
    rejudgeAudit(tx, audit.id)
    return decisionView(row, namesOf(tx))
  })
  deps.bell.ring(input.auditId)
  return made
}

/** A kind said once stays while the person only says whose the account is; taken back with the decision. */
function kindSaid({ decision, kind }: DecideInput, latest: DecisionView | null): AccountKind | null {
  if (kind !== undefined) return kind
  return decision !== null && decision === latest?.decision ? (latest.kind ?? null) : null
}

export function latestDecision(db: Db, accountId: string): DecisionView | null {
  const row = db.select().from(decisions).where(eq(decisions.accountId, accountId)).orderBy(desc(decisions.id)).limit(1).get()
  return row ? decisionView(row, namesOf(db)) : null
}

export function decisionView(row: typeof decisions.$inferSelect, nameOf: (id: string | null) => string | null): DecisionView {
  return {
    id: row.id,
    decision: row.decision as Decision | null,
    kind: row.kind as AccountKind | null,
    by: nameOf(row.personId),
    at: row.at,
    auditId: row.auditId,
  }
}

function decidedMeanwhile(latest: DecisionView | null): EenlijnError {
  const words = {
    ours: { nl: 'van ons', en: 'ours' },
    'not-ours': { nl: 'niet van ons', en: 'not ours' },
    unsure: { nl: 'weet ik niet', en: 'I do not know' },
  }[latest?.decision ?? 'unsure']
  return new EenlijnError('conflict', {
    nl: `Dit account is intussen al beoordeeld als ‘${words.nl}’${latest?.by ? ` door ${latest.by}` : ''}. Kijk er nog eens naar en kies opnieuw als je het anders ziet.`,
    en: `This account has meanwhile been judged ‘${words.en}’${latest?.by ? ` by ${latest.by}` : ''}. Look again, and choose anew if you see it differently.`,
  })
}
