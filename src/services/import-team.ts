import type { Deps } from '../deps.ts'
import type { BadRow } from '../discovery/locations.ts'
import { readTeamList, teamListLimits } from '../discovery/team/team-list.ts'
import { EenlijnError } from '../model/errors.ts'
import { findAudit } from './find-audit.ts'
import { needBasis } from './find-team.ts'
import { keepMembers, type TeamKept } from './keep-team.ts'

export interface TeamImported extends TeamKept {
  readonly bad: readonly BadRow[]
}

/**
 * Takes a list of team members, as CSV or one name a line. Who objected earlier is left out and counted.
 * @throws EenlijnError `conflict` without a basis, `not-found`, `too-large` (over 256 kB, over 1,000 people), `invalid-input` when nobody is named.
 */
export function importTeam(deps: Deps, input: { auditId: string; text: string }): TeamImported {
  const { organisationId } = findAudit(deps.store.db, input.auditId)
  needBasis(deps.store.db, organisationId)
  if (new TextEncoder().encode(input.text).length > teamListLimits.bytes)
    throw new EenlijnError(
      'too-large',
      { nl: 'Deze lijst is te groot: 256 kB is het meeste.', en: 'This list is too large: 256 kB is the most.' },
      { field: 'team' },
    )
  const { people, bad } = readTeamList(input.text)
  if (people.length === 0)
    throw new EenlijnError(
      'invalid-input',
      bad[0]
        ? {
            nl: `Hier staat niemand in. Regel ${bad[0].line}: ${bad[0].why.nl}`,
            en: `Nobody is named in this. Line ${bad[0].line}: ${bad[0].why.en}`,
          }
        : { nl: 'Schrijf de namen op, een op elke regel, of kies een bestand.', en: 'Write down the names, one a line, or choose a file.' },
      { field: 'team' },
    )
  const members = people.map((person) => ({ ...person, page: null, source: 'agreed' as const }))
  const kept = deps.store.transact((tx) => keepMembers(tx, organisationId, members, 'list', deps.now().toISOString()))
  return { ...kept, bad }
}
