import type { Deps } from '../deps.ts'
import { type BadLine, organisationListLimits, readOrganisations } from '../discovery/organisation-list.ts'
import { EenlijnError } from '../model/errors.ts'
import type { Locale } from '../model/text.ts'
import { type BatchView, createBatch } from './batch.ts'

export { type BadLine, textOfList } from '../discovery/organisation-list.ts'

export interface ListInput {
  /** CSV, or lines of `name; website`. */
  readonly text: string
  readonly label: string
  readonly locale: Locale
  readonly idempotencyKey?: string
}

/**
 * Takes in a list as somebody typed it or as it stands in a file. A line that is not right stops the whole list, before
 * anything is begun.
 * @throws EenlijnError `too-large`; `invalid-input` for a list with nothing in it, or a label that is too long.
 */
export async function handInList(deps: Deps, input: ListInput): Promise<{ batch: BatchView } | { bad: readonly BadLine[] }> {
  const { text, label, locale, idempotencyKey } = input
  if (new TextEncoder().encode(text).length > organisationListLimits.bytes) throw tooLarge()
  const { organisations, bad } = readOrganisations(text)
  if (bad.length > 0) return { bad }
  if (organisations.length === 0) throw empty()
  const request = { label, organisations: organisations.map((one) => ({ ...one, locale })) }
  try {
    return { batch: await createBatch(deps, request, { idempotencyKey }) }
  } catch (error) {
    // Going back and changing the list keeps the form's key, but is another list.
    if (error instanceof EenlijnError && error.code === 'conflict') return { batch: await createBatch(deps, request) }
    throw error
  }
}

const tooLarge = () =>
  new EenlijnError(
    'too-large',
    {
      nl: 'Deze lijst is te groot: 256 kB is het meeste. Verdeel hem over meer lijsten.',
      en: 'This list is too large: 256 kB is the most. Divide it over more lists.',
    },
    { field: 'text' },
  )
const empty = () =>
  new EenlijnError(
    'invalid-input',
    { nl: 'Zet minstens één organisatie in de lijst.', en: 'Put at least one organisation in the list.' },
    { field: 'text' },
  )
