import { imageMethods } from '../../config/images.ts'
import type { Deps } from '../deps.ts'
import { type PayloadOf, picturesJob } from '../model/jobs.ts'
import { picturesReadingSchema } from '../model/pictures.ts'
import type { EndedJob } from '../queue/port.ts'
import { newId } from '../store/id.ts'
import { putJson, readJson } from '../store/json-blob.ts'
import type { Db } from '../store/open.ts'
import { pictureReadings } from '../store/schema.ts'
import { pictureSetFor } from './check-input.ts'
import { type AuditRow, hasEnded } from './find-audit.ts'
import { inputDigest, type PictureSet, pictureListOf, readingOf } from './picture-set.ts'

/** What a worker needs to compare the pictures of an audit as it is now; `null` when there are none, or they are compared. */
export async function picturesToCompare(
  deps: Deps,
  audit: AuditRow,
  set: PictureSet = pictureSetFor(deps.store.db, audit, deps.now()),
): Promise<PayloadOf<typeof picturesJob> | null> {
  const { db } = deps.store
  const list = pictureListOf(set)
  const input = inputDigest(set, imageMethods)
  if (list.length === 0 || readingOf(db, audit.id, set)?.input === input) return null
  const pictures = await putJson(deps.blobs, list)
  return picturesJob.payload.parse({ auditId: audit.id, archive: null, pictures, input })
}

/** The stage goes on by its job, so an audit of which no picture was seen has one as well. */
export async function nothingToCompare(deps: Deps, audit: AuditRow): Promise<PayloadOf<typeof picturesJob>> {
  const pictures = await putJson(deps.blobs, [])
  return picturesJob.payload.parse({ auditId: audit.id, archive: null, pictures, input: 'nothing' })
}

/** Comparisons that this process asked for: one that fails is not asked for again at every look at the page. */
const askedFor = new WeakMap<Deps, Set<string>>()

/**
 * Has the pictures of an audit that ended compared again, after people decided or agreed otherwise. Resolves when the job is
 * handed over; what it finds comes in later and makes a new version of the assessment.
 */
export async function comparePictures(deps: Deps, audit: AuditRow, set?: PictureSet): Promise<void> {
  if (!hasEnded(audit.state) || audit.state === 'cancelled') return
  const payload = await picturesToCompare(deps, audit, set)
  if (payload === null) return
  const id = `${audit.id}.pictures.${payload.input.replace('.', '-').slice(0, 140)}`
  const asked = askedFor.get(deps) ?? new Set()
  askedFor.set(deps, asked)
  if (asked.has(id)) return
  asked.add(id)
  await deps.queue.enqueue({ id, group: audit.id, kind: picturesJob.kind, payload })
}

/** The comparison that a job made, out of the blob store; `null` for any other job and for one that failed. */
export async function readComparison(deps: Deps, job: EndedJob) {
  if (job.kind !== picturesJob.kind || job.state !== 'completed') return null
  const { reading } = picturesJob.result.parse(job.result)
  return readJson(deps.blobs, reading, picturesReadingSchema, 'the comparison of this audit')
}

/** Keeps a comparison with what was compared. */
export function keepComparison(tx: Db, job: EndedJob, body: NonNullable<Awaited<ReturnType<typeof readComparison>>>, now: string): void {
  const { auditId, input } = picturesJob.payload.parse(job.payload)
  tx.insert(pictureReadings).values({ id: newId(), auditId, input, body, at: now }).onConflictDoNothing().run()
}
