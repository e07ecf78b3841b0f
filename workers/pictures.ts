import { availableParallelism } from 'node:os'
import { compareSet } from '../src/images/compare-set.ts'
import { openImageReaders } from '../src/images/readers/open.ts'
import { EenlijnError } from '../src/model/errors.ts'
import { type PayloadOf, picturesJob, type ResultOf } from '../src/model/jobs.ts'
import { pictureListSchema } from '../src/model/pictures.ts'
import type { Handler, RunningJob } from '../src/queue/port.ts'
import type { WorkerDeps } from './deps.ts'
import { defineJob } from './job.ts'

/** A thread takes up to 450 MB while it works, and nothing once the job has ended. */
const mostThreads = 2

/** Compares the pictures of one organisation and puts what it found in the blob store. */
async function compare(deps: WorkerDeps, payload: PayloadOf<typeof picturesJob>, job: RunningJob): Promise<ResultOf<typeof picturesJob>> {
  job.signal.throwIfAborted()
  const list = await deps.blobs.get(payload.pictures)
  if (list === null) throw noList()
  const set = pictureListSchema.parse(JSON.parse(new TextDecoder().decode(list)))
  const threads = Math.min(mostThreads, availableParallelism())
  const readers = openImageReaders({ get: (digest) => deps.blobs.get(digest), threads })
  // A thread in the middle of a picture does not hear the signal; ending it is heard at once.
  const stop = () => void readers.close()
  job.signal.addEventListener('abort', stop, { once: true })
  try {
    const reading = await compareSet(set, readers, { signal: job.signal, atOnce: threads })
    const kept = await deps.blobs.put(new TextEncoder().encode(JSON.stringify(reading)))
    return { reading: kept, looked: set.length - reading.unreadable.length, unreadable: reading.unreadable.length }
  } finally {
    job.signal.removeEventListener('abort', stop)
    await readers.close()
  }
}

/** One set at a time: each takes all that a machine has. */
export const pictures = (deps: WorkerDeps): readonly [string, Handler] => {
  let turn: Promise<unknown> = Promise.resolve()
  return defineJob(picturesJob, (own, payload, job) => {
    const mine = turn.then(() => compare(own, payload, job))
    turn = mine.catch(() => undefined)
    return mine
  })(deps)
}

const noList = () =>
  new EenlijnError('not-found', { nl: 'De lijst van afbeeldingen is er niet meer.', en: 'The list of pictures is no longer there.' })
