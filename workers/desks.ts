import { availableParallelism } from 'node:os'
import type { OpenImageReaders } from '../src/images/readers/open.ts'
import type { OpenReaders } from '../src/print/readers/open.ts'
import type { Blobs } from '../src/store/blobs.ts'
import { createDesk, type Desk } from './desk.ts'

/** The engines for print take half a gigabyte; posters are handed in one after the other. */
const printIdleMs = 120_000

export const openPrintDesk = (): Desk<OpenReaders> =>
  createDesk(async () => (await import('../src/print/readers/open.ts')).openPrintReaders(), printIdleMs)

/** A process for pictures takes up to 450 MB while it works. */
const mostProcesses = 2
/** Long enough for the next audit of a list to find them still there. */
const picturesIdleMs = 20_000

export const openPicturesDesk = (blobs: Blobs): Desk<OpenImageReaders> =>
  createDesk(async () => {
    const { openImageReaders } = await import('../src/images/readers/open.ts')
    return openImageReaders({ get: (digest) => blobs.get(digest), processes: Math.min(mostProcesses, availableParallelism()) })
  }, picturesIdleMs)
