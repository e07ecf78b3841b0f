import type { Candidate } from '../model/candidate.ts'
import type { Claim } from '../model/jobs.ts'
import type { PageReading } from '../model/mention.ts'
import type { Organisation } from '../model/organisation.ts'
import type { Snapshot } from '../model/snapshot.ts'
import { judgeWebsite } from './judge-website.ts'
import { mergeClaims, type SiteBelongs } from './merge-claims.ts'
import { profileContext } from './profile-signals.ts'
import { rejudgeAll } from './rejudge.ts'

export interface VerifyInput {
  readonly organisation: Organisation
  /** Pages of the organisation's own site; none when it was not read. */
  readonly pages: readonly PageReading[]
  /** What routes and people named. */
  readonly claims: readonly Claim[]
  /** What was seen of accounts, by key. */
  readonly snapshots: ReadonlyMap<string, Snapshot>
}

/** The whole judgement at once, as an audit makes it in stages: site, routes, looks. Surest first. */
export function verify({ organisation, pages, claims, snapshots }: VerifyInput): { candidates: Candidate[]; siteBelongs: SiteBelongs } {
  const { candidates, siteBelongs, facts } = judgeWebsite({ pages, organisation })
  const merged = mergeClaims({ organisation, candidates, claims, siteBelongs })
  const context = { ...profileContext(organisation, siteBelongs !== 'no', facts), siteBelongs }
  const seen = merged.map((candidate) => ({ candidate, snapshot: snapshots.get(candidate.key) ?? null, decision: null }))
  return { candidates: rejudgeAll(seen, context).toSorted((a, b) => b.confidence - a.confidence), siteBelongs }
}
