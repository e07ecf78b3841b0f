import { lookJob, type ResultOf } from '../model/jobs.ts'
import { unseen } from '../model/seen.ts'
import type { Snapshot } from '../model/snapshot.ts'
import { classifyUrl } from '../platforms/classify.ts'
import { tell } from './events.ts'
import { hasEnded } from './find-audit.ts'
import { keepEvidence } from './keep-evidence.ts'
import { keepLook } from './keep-look.ts'
import { rejudgeAudit } from './rejudge-audit.ts'
import type { Taking } from './taking.ts'

/** How an account looked. A look that failed is kept as one that could not see. */
export function takeLook(taking: Taking): boolean {
  const { tx, audit, job, now } = taking
  const asked = lookJob.payload.parse(job.payload)
  const result: ResultOf<typeof lookJob> =
    job.state === 'completed'
      ? lookJob.result.parse(job.result)
      : { accountId: asked.accountId, snapshot: notSeen(asked.key, asked.url, now), log: null }
  const { snapshot } = result
  const from = { byYoutubeApi: asked.platform === 'youtube' && snapshot.via === 'api', ofPeople: classifyUrl(asked.url).owner === 'person' }
  if (snapshot.picture.seen) keepEvidence(taking, snapshot.picture.value, 'picture', from)
  if (snapshot.banner?.seen) keepEvidence(taking, snapshot.banner.value, 'picture', from)
  const account = keepLook(tx, { auditId: audit.id, organisationId: audit.organisationId, accountId: asked.accountId, snapshot, now })
  // While the audit runs its own stages judge, all looks together.
  if (hasEnded(audit.state)) rejudgeAudit(tx, audit.id)
  if (account) {
    const { id: accountId, handle } = account
    tell(tx, audit.id, { kind: 'look', data: { accountId, platform: asked.platform, handle, state: snapshot.state } }, now)
  }
  return false
}

/** The worker gave up: nothing was seen, which says nothing about the account. */
const notSeen = (key: string, url: string, now: string): Snapshot => ({
  key,
  url,
  state: 'unreachable',
  wall: 'network',
  httpStatus: null,
  displayName: unseen('unreadable'),
  description: unseen('unreadable'),
  picture: unseen('unreadable'),
  website: unseen('unreadable'),
  takenAt: now,
  record: null,
})
