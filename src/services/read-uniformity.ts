import type { Deps } from '../deps.ts'
import type { Assessment } from '../model/audit.ts'
import { buildUniformity, type UniformityModel } from '../report/uniformity.ts'
import { findAudit } from './find-audit.ts'
import { houseStyleOf } from './house-style.ts'
import { readAudit, type Viewer } from './read-audit.ts'
import { rescoreAudit } from './rescore-audit.ts'

export interface UniformityQuery {
  /** Another rubric than the present one: the stored audit is scored again, and nothing is written. */
  readonly rubric?: string | undefined
  /** A grade to find the cheapest path to. */
  readonly target?: number | undefined
}

/**
 * How uniform the organisation is and what would mend it, as this viewer may see it: `null` before the first assessment, and
 * as long as the viewer still has to grade.
 * @throws EenlijnError `not-found`; `invalid-input` for a rubric that never was.
 */
export function readUniformity(
  deps: Deps,
  auditId: string,
  viewer: Viewer,
  { rubric, target }: UniformityQuery = {},
): UniformityModel | null {
  const view = readAudit(deps, auditId, viewer)
  const { assessment: newest, candidates } = view
  if (!view.uniformityGrading.revealed || newest === null) return null
  const assessment: Assessment = rubric === undefined || rubric === newest.rubric ? newest : rescoreAudit(deps, { auditId, rubric })
  const { db } = deps.store
  const { off } = houseStyleOf(db, findAudit(db, auditId).organisationId)
  return buildUniformity({ assessment, accounts: candidates, off, ...(target === undefined ? {} : { target }) })
}
