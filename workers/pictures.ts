import { compareSet } from '../src/images/compare-set.ts'
import { EenlijnError } from '../src/model/errors.ts'
import { picturesJob } from '../src/model/jobs.ts'
import { pictureListSchema } from '../src/model/pictures.ts'
import { putJson } from '../src/store/json-blob.ts'
import { defineJob } from './job.ts'

/** So many are done by one process before a second has loaded what it needs. */
const fewPictures = 30

/** Compares the pictures of one organisation and puts what it found in the blob store. */
export const pictures = defineJob(picturesJob, async ({ blobs, pictures: desk }, payload, { signal }) => {
  signal.throwIfAborted()
  const list = await blobs.get(payload.pictures)
  if (list === null) throw noList()
  const set = pictureListSchema.parse(JSON.parse(new TextDecoder().decode(list)))
  const reading = await desk.read(signal, (readers) =>
    // Two in line for each process, so that none is idle between them.
    compareSet(set, readers, { signal, atOnce: set.length > fewPictures ? 2 * readers.processes : 1 }),
  )
  return { reading: await putJson(blobs, reading), looked: set.length - reading.unreadable.length, unreadable: reading.unreadable.length }
})

const noList = () =>
  new EenlijnError('not-found', { nl: 'De lijst van afbeeldingen is er niet meer.', en: 'The list of pictures is no longer there.' })
