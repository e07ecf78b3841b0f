import type { Deps } from '../deps.ts'
import { EenlijnError } from '../model/errors.ts'
import { type BasisField, basisFields } from '../model/team.ts'
import { newId } from '../store/id.ts'
import type { Db } from '../store/open.ts'
import { teamBases } from '../store/schema.ts'
import { findAudit } from './find-audit.ts'

export interface SaveTeamBasisInput extends Readonly<Record<BasisField, string>> {
  readonly auditId: string
  /** A person says that these are the organisation's own words. */
  readonly confirmed: boolean
  readonly personId: string | null
}

/** Room for several paragraphs in each box. */
const longest = 4_000

/**
 * Records why the organisation looks at profiles of its team. An earlier basis stays as it was: the newest holds.
 * @throws EenlijnError `invalid-input` (empty, too long, a blank of the starting text still open, not confirmed), `not-found`.
 */
export function saveTeamBasis(deps: Deps, input: SaveTeamBasisInput): { id: string } {
  const { organisationId } = findAudit(deps.store.db, input.auditId)
  return deps.store.transact((tx) => keepTeamBasis(tx, organisationId, input, deps.now().toISOString()))
}

/** The same for an organisation whose audit is only being begun. */
export function keepTeamBasis(tx: Db, organisationId: string, input: Omit<SaveTeamBasisInput, 'auditId'>, at: string): { id: string } {
  const facts = Object.fromEntries(basisFields.map((field) => [field, readField(field, input[field])])) as Record<BasisField, string>
  if (!input.confirmed) throw notConfirmed()
  const id = newId()
  tx.insert(teamBases)
    .values({ id, organisationId, ...facts, personId: input.personId, at, withdrawnAt: null })
    .run()
  return { id }
}

function readField(field: BasisField, given: string): string {
  const text = given.replaceAll('\r\n', '\n').trim()
  if (text === '' && field !== 'worksCouncil')
    throw refused(field, 'Vul dit in, in jullie eigen woorden.', 'Fill this in, in your own words.')
  if (text.length > longest)
    throw refused(field, `Dit is te lang: ${longest} tekens is het meeste.`, `This is too long: ${longest} characters is the most.`)
  if (/\[[^\]\n]{0,200}…\]/.test(text))
    throw refused(
      field,
      'Hier staat nog een open plek tussen vierkante haken. Vul haar in, of haal haar weg.',
      'A blank between square brackets is still open here. Fill it in, or take it out.',
    )
  return text
}

const refused = (field: string, nl: string, en: string) => new EenlijnError('invalid-input', { nl, en }, { field })
const notConfirmed = () => refused('confirmed', 'Kruis aan dat dit jullie eigen afweging is.', 'Tick that this is your own weighing.')
