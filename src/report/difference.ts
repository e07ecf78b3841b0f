import { type Change, type ChangedAccount, changeItems, type Difference } from '../model/difference.ts'
import { accountChanges } from './difference/accounts.ts'
import type { IsSamePicture } from './difference/facts.ts'
import { compareJudgements, judgedChanges } from './difference/judged.ts'
import { shownNameOf } from './difference/make.ts'
import { normChanges } from './difference/norm.ts'
import { type Pair, pairAccounts } from './difference/pair.ts'
import { routeChanges } from './difference/routes.ts'
import { scoreChanges, scoreOf } from './difference/scores.ts'
import type { AuditThen } from './difference/side.ts'

const neverSame: IsSamePicture = () => false

/**
 * What changed between two audits of one organisation: each change with what it was read from, and its one cause. What was seen
 * only once is no change of the organisation, and what is judged by another norm neither.
 * @param isSamePicture says of two digests whether they are one picture that a platform stored anew
 */
export function findDifference(before: AuditThen, after: AuditThen, isSamePicture: IsSamePicture = neverSame): Difference {
  const audits = [before, after] as const
  const pairs = pairAccounts(before.accounts, after.accounts)
  const ids = idsByKey(pairs)
  const told = [
    ...pairs.flatMap((pair) => accountChanges(audits, pair, isSamePicture)),
    ...normChanges(audits, (key) => ids.get(key) ?? null),
    ...routeChanges(audits),
  ]
  const comparison = compareJudgements(audits, pairs, told)
  const score = scoreOf(audits, comparison.steps)
  const changes = [...told, ...judgedChanges(audits, pairs, told, comparison), ...scoreChanges(audits, score)].sort(inOrder)
  const judged = changes.filter(({ cause, item }) => cause === 'organisation' && item !== 'grade')
  return {
    organisation: after.organisation.name,
    before: end(before),
    after: end(after),
    accounts: accountsOf(pairs, changes),
    changes,
    score,
    counts: {
      up: judged.filter(({ effect }) => effect === 'improvement').length,
      down: judged.filter(({ effect }) => effect === 'regression').length,
      equal: comparison.equal,
    },
  }
}

const end = ({ auditId, at, norm }: AuditThen) => ({ auditId, at, rubric: norm.rubric.version })

/** Both names of an account lead to it; the one that it bears now goes first. */
function idsByKey(pairs: readonly Pair[]): Map<string, string> {
  const then = pairs.flatMap(({ id, before }): [string, string][] => (before ? [[before.key, id]] : []))
  const now = pairs.flatMap(({ id, after }): [string, string][] => (after ? [[after.key, id]] : []))
  return new Map([...then, ...now])
}

function inOrder(a: Change, b: Change): number {
  const place = changeItems.indexOf(a.item) - changeItems.indexOf(b.item)
  return place || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}

function accountsOf(pairs: readonly Pair[], changes: readonly Change[]): ChangedAccount[] {
  const named = new Set(changes.map(({ subject }) => subject))
  return pairs
    .filter(({ id }) => named.has(id))
    .map(({ id, before, after }) => {
      const account = after ?? before
      const { key, platform, handle, url } = account
      const shownName = shownNameOf(account)
      return { id, key, platform, handle, url, ...(shownName === null ? {} : { shownName }) }
    })
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
}
