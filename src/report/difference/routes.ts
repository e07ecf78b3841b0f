import type { RouteReport } from '../../model/audit.ts'
import type { RouteId } from '../../model/candidate.ts'
import type { Change } from '../../model/difference.ts'
import { routeStateWords } from '../words.ts'
import { change, standOf } from './make.ts'
import type { AuditThen } from './side.ts'
import { because } from './words.ts'

/** What people hand in and what an earlier audit knew are no ways of looking. */
const handed: ReadonlySet<RouteId> = new Set(['pasted', 'print', 'press', 'earlier-audit'])
export const isHandedIn = (route: RouteId): boolean => handed.has(route)

type Sight = 'done' | 'partial' | 'not-looked'
const sightOf = (report: RouteReport | undefined): Sight =>
  report?.state === 'done' || report?.state === 'partial' ? report.state : 'not-looked'

/** Ways of finding that one audit took, or took further, and the other did not. */
export function routeChanges([before, after]: readonly [AuditThen, AuditThen]): Change[] {
  const reports = (audit: AuditThen) => new Map(audit.routes.map((report) => [report.route, report]))
  const [was, is] = [reports(before), reports(after)]
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((route) => {
    const [old, fresh] = [sightOf(was.get(route)), sightOf(is.get(route))]
    if (isHandedIn(route) || old === fresh) return []
    return [
      change({
        ...{ item: 'route', detail: route, cause: 'visibility', why: because.routeElsewise },
        kind: old === 'not-looked' ? 'new' : fresh === 'not-looked' ? 'gone' : 'changed',
        before: standOf(before, { value: old, text: routeStateWords[old] }),
        after: standOf(after, { value: fresh, text: routeStateWords[fresh] }),
      }),
    ]
  })
}
