import { EenlijnError } from '../model/errors.ts'
import type { NewFlow, NewJob } from './port.ts'

export const payloadLimitBytes = 256 * 1024
export const resultLimitBytes = 64 * 1024
export const progressLimitBytes = 4 * 1024
export const errorLimitCharacters = 2_000
export const attemptsLimit = 100
/** How long a cancelled group stays cancelled: longer than any job of it can still be under way. */
export const cancelledForMs = 7 * 24 * 3_600_000

const word = /^[A-Za-z0-9._-]{1,200}$/

/** A job with its defaults filled in and its payload as JSON text. */
export interface CheckedJob {
  readonly id: string
  readonly group: string
  readonly kind: string
  readonly priority: number
  readonly delayMs: number
  readonly attempts: number
  readonly backoffMs: number
  readonly payload: string
}

/** @throws EenlijnError `invalid-input` or `too-large` */
export function checkJob(job: NewJob): CheckedJob {
  const { id, group, kind, priority = 50, delayMs = 0, attempts = 3, backoffMs = 1_000 } = job
  for (const [field, value] of Object.entries({ id, group, kind })) {
    if (!word.test(value)) throw refused(field, `"${value.slice(0, 40)}" is not 1 to 200 letters, digits, dots, dashes or underscores`)
  }
  checkWhole('priority', priority, 0, 100)
  checkWhole('attempts', attempts, 1, attemptsLimit)
  checkWhole('delayMs', delayMs, 0, Number.MAX_SAFE_INTEGER)
  checkWhole('backoffMs', backoffMs, 0, Number.MAX_SAFE_INTEGER)
  const payload = JSON.stringify(job.payload) ?? 'null'
  const bytes = Buffer.byteLength(payload)
  if (bytes > payloadLimitBytes) throw tooLarge('payload', id, bytes, payloadLimitBytes)
  return { id, group, kind, priority, delayMs, attempts, backoffMs, payload }
}

/** The children of a flow, checked; none for a plain job. @throws EenlijnError `invalid-input` or `too-large` */
export function checkChildren(job: NewJob | NewFlow): CheckedJob[] {
  const children = 'children' in job ? job.children.map(checkJob) : []
  const ids = new Set([job.id, ...children.map((child) => child.id)])
  if (ids.size <= children.length) throw refused('children', `two jobs of flow ${job.id} have the same id`)
  const stray = children.find((child) => child.group !== job.group)
  if (stray) throw refused('children', `child ${stray.id} is of another group than its flow ${job.id}`)
  return children
}

/** A job has one parent, and is cancelled with it. */
export function childElsewhere(flow: string, child: string): EenlijnError {
  return refused('children', `child ${child} of flow ${flow} is known already, in another flow or group`)
}

/** JSON text of what a handler returned. @throws EenlijnError `too-large` */
export function encodeResult(id: string, result: unknown): string {
  const text = JSON.stringify(result) ?? 'null'
  const bytes = Buffer.byteLength(text)
  if (bytes > resultLimitBytes) throw tooLarge('result', id, bytes, resultLimitBytes)
  return text
}

/** JSON text of a progress event, or `null` for one that is too large or has no JSON. */
export function encodeProgress(event: unknown): string | null {
  try {
    const text = JSON.stringify(event) ?? 'null'
    return Buffer.byteLength(text) > progressLimitBytes ? null : text
  } catch {
    return null
  }
}

function checkWhole(field: string, value: number, least: number, most: number): void {
  if (!Number.isInteger(value) || value < least || value > most) {
    throw refused(field, `${field} ${value} is not a whole number from ${least} to ${most}`)
  }
}

function refused(field: string, why: string): EenlijnError {
  return new EenlijnError(
    'invalid-input',
    { nl: `De wachtrij weigert deze taak: ${why}.`, en: `The queue refuses this job: ${why}.` },
    { field },
  )
}

function tooLarge(field: 'payload' | 'result', id: string, bytes: number, limit: number): EenlijnError {
  const what = field === 'payload' ? { nl: 'De opdracht', en: 'The payload' } : { nl: 'De uitkomst', en: 'The result' }
  return new EenlijnError(
    'too-large',
    {
      nl: `${what.nl} van taak ${id} is ${bytes} bytes; er passen er ${limit}. Bewaar grote gegevens apart en geef hun digest mee.`,
      en: `${what.en} of job ${id} takes ${bytes} bytes; at most ${limit} fit. Keep large data in the blob store and pass its digest.`,
    },
    { field },
  )
}
