import { createHash } from 'node:crypto'
import type { Deps } from '../deps.ts'
import { readPressText } from '../discovery/press.ts'
import { EenlijnError } from '../model/errors.ts'
import { pressJob } from '../model/jobs.ts'
import type { NewJob } from '../queue/port.ts'
import { addClaims, countRoute } from './add-claims.ts'
import { type AuditRow, findAudit } from './find-audit.ts'
import { keepEvidence } from './keep-evidence.ts'
import { readWebsite } from './organisation.ts'
import { handOver, owe } from './owed-jobs.ts'
import { keepText } from './read-print.ts'

export interface PressInput {
  readonly auditId: string
  /** Address of the article; it is read by a worker. */
  readonly url: string
  /** Or its text, pasted or typed over. */
  readonly text: string
  /** Which paper and which headline; only used with a text. */
  readonly title: string
}

export interface PressOutcome {
  /** The article is being read; what it names comes later. */
  readonly reading: boolean
  readonly added: number
  readonly known: number
  readonly people: number
}

const mostText = 100_000

/**
 * Takes an article or a clipping: the accounts that it names become candidates, with the passage as their proof.
 * @throws EenlijnError `invalid-input`, `too-large`, `not-found`.
 */
export async function readPress(deps: Deps, input: PressInput): Promise<PressOutcome> {
  const audit = findAudit(deps.store.db, input.auditId)
  if (input.url.trim() !== '') {
    const url = readWebsite(input.url)
    if (audit.state === 'cancelled' || audit.state === 'failed') throw stopped()
    deps.store.transact((tx) => owe(tx, pressJobFor(audit, url)))
    await handOver(deps, audit.id)
    return { reading: true, added: 0, known: 0, people: 0 }
  }
  const text = input.text.trim()
  if (text === '')
    throw new EenlijnError(
      'invalid-input',
      { nl: 'Vul het adres van het artikel in, of plak de tekst.', en: 'Fill in the article’s address, or paste its text.' },
      { field: 'pressText' },
    )
  if (text.length > mostText)
    throw new EenlijnError(
      'too-large',
      { nl: 'Deze tekst is te lang: 100.000 tekens is het meeste.', en: 'This text is too long: 100,000 characters is the most.' },
      { field: 'pressText' },
    )
  const now = deps.now().toISOString()
  const bytes = new TextEncoder().encode(text)
  const record = await keepText(deps, bytes, createHash('sha256').update(bytes).digest('hex'))
  const reading = readPressText(text, { page: null, title: input.title.trim().slice(0, 200), seenAt: now, record })
  const outcome = deps.store.transact((tx) => {
    keepEvidence({ tx, deps, auditId: audit.id, now }, record, 'page')
    const added = addClaims(tx, findAudit(tx, audit.id), reading.claims, now)
    countRoute(tx, audit.id, 'press', { found: reading.claims.length, read: 1, unseen: 0 }, now)
    return added
  })
  deps.bell.ring(audit.id)
  await handOver(deps, audit.id)
  return { reading: false, added: outcome.added, known: outcome.known, people: reading.people }
}

/** The job that reads one article. The same address is read once in an audit. */
export function pressJobFor(audit: AuditRow, url: string): NewJob {
  return {
    id: `${audit.id}.press.${createHash('sha256').update(url).digest('hex').slice(0, 16)}`,
    group: audit.id,
    kind: pressJob.kind,
    payload: pressJob.payload.parse({ auditId: audit.id, archive: audit.request.archive ?? null, url }),
  }
}

const stopped = () =>
  new EenlijnError('conflict', {
    nl: 'Deze audit is gestopt, dus er wordt niets meer opgehaald. Plak de tekst van het artikel, of begin een nieuwe audit.',
    en: 'This audit was stopped, so nothing is fetched any more. Paste the article’s text, or start a new audit.',
  })
