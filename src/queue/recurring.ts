import { Cron } from 'croner'
import { EenlijnError } from '../model/errors.ts'
import { type CheckedJob, checkJob } from './limits.ts'
import type { RecurringJob } from './port.ts'

/** A recurring job as it is kept: checked, and with the turn that comes. Times in ms. */
export interface KeptRecurring {
  readonly job: CheckedJob
  readonly rule: string
  readonly timeZone: string
  readonly offsetMs: number
}

const longestOffsetMs = 31 * 24 * 3_600_000
/** Room for the time behind the id in a turn's own id. */
const longestId = 180

/** @throws EenlijnError `invalid-input` for a rule or time zone that is none, `too-large` for the payload. */
export function checkRecurring({ rule, timeZone, offsetMs = 0, ...job }: RecurringJob): KeptRecurring {
  if (job.id.length > longestId) throw refused('id', `the id is longer than ${longestId} characters`)
  if (!Number.isInteger(offsetMs) || offsetMs < 0 || offsetMs > longestOffsetMs) throw refused('offsetMs', 'the offset is not 0 to 31 days')
  const kept = { job: checkJob(job), rule, timeZone, offsetMs }
  if (!isRule(rule, timeZone)) throw refused('rule', `"${rule.slice(0, 60)}" in "${timeZone.slice(0, 60)}" is not a rule of the calendar`)
  return kept
}

/** Five fields of cron (minute, hour, day, month, weekday) that have a turn to come, and a time zone of the IANA list. */
export function isRule(rule: string, timeZone: string): boolean {
  if (rule.trim().split(/\s+/).length !== 5) return false
  try {
    return cron(rule, timeZone).nextRun() !== null
  } catch {
    return false
  }
}

/**
 * The first turn after `after` (ms), by the calendar of its time zone: an hour that a change of the clock leaves out
 * moves to the end of the gap, one that comes twice counts once. `null` when the rule has no further turn.
 */
export function nextTurn({ rule, timeZone, offsetMs }: Omit<KeptRecurring, 'job'>, after: number): number | null {
  const turn = cron(rule, timeZone).nextRun(new Date(after - offsetMs))
  return turn ? turn.getTime() + offsetMs : null
}

/** The job of one turn. Its id says which turn it is, so that the same turn never becomes two jobs. */
export function turnJob({ job }: KeptRecurring, at: number): CheckedJob {
  const minute = new Date(at).toISOString().slice(0, 16).replace(/[-:]/g, '')
  return { ...job, id: `${job.id}.${minute}` }
}

const cron = (rule: string, timeZone: string): Cron => new Cron(rule, { timezone: timeZone, paused: true })

const refused = (field: string, why: string) =>
  new EenlijnError('invalid-input', { nl: `De wachtrij weigert deze taak: ${why}.`, en: `The queue refuses this job: ${why}.` }, { field })
