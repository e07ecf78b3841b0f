import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, expect, test, vi } from 'vitest'
import { picturesJob } from '../../src/model/jobs.ts'
import { picturesReadingSchema } from '../../src/model/pictures.ts'
import { createFileBlobs } from '../../src/store/blobs.ts'
import type { WorkerDeps } from '../../workers/deps.ts'
import { openPicturesDesk } from '../../workers/desks.ts'
import { pictures } from '../../workers/pictures.ts'
import { asBanner, scene } from '../support/draw-pictures.ts'

// They start processes of their own, with nets to load.
vi.setConfig({ testTimeout: 60_000 })

const blobs = createFileBlobs(mkdtempSync(join(tmpdir(), 'eenlijn-pictures-')))
const desk = openPicturesDesk(blobs)
afterAll(() => desk.close())
const [, handler] = pictures({ blobs, pictures: desk, log: pino({ level: 'silent' }) } as unknown as WorkerDeps)
const put = (value: unknown) => blobs.put(new TextEncoder().encode(JSON.stringify(value)))

const run = (list: string, signal = new AbortController().signal) =>
  handler({
    id: 'job',
    attempt: 1,
    payload: { auditId: 'audit', archive: null, pictures: list, input: 'set' },
    signal,
    progress: () => {},
  } as unknown as Parameters<typeof handler>[0])

test('the job compares pictures of the blob store and leaves its reading there', async () => {
  const one = await blobs.put(await asBanner(scene(1), 'x'))
  const other = await blobs.put(await asBanner(scene(1), 'facebook'))
  const broken = await blobs.put(new TextEncoder().encode('no picture'))
  const list = await put([one, other, broken].map((digest) => ({ digest, role: 'banner' })))
  const result = picturesJob.result.parse(await run(list))
  expect(result).toMatchObject({ looked: 2, unreadable: 1 })
  const reading = picturesReadingSchema.parse(JSON.parse(new TextDecoder().decode((await blobs.get(result.reading)) ?? new Uint8Array())))
  expect(reading.banners.groups.map(({ members }) => members.length)).toEqual([2])
  expect(reading.unreadable).toEqual([broken])
  // At least once: a second run of the same job gives the same.
  expect(picturesJob.result.parse(await run(list)).reading).toBe(result.reading)
})

test('a list that is gone, or a cancelled job, ends without another try', async () => {
  await expect(run('0'.repeat(64))).rejects.toMatchObject({ retry: false })
  const list = await put([{ digest: await blobs.put(await asBanner(scene(2), 'x')), role: 'banner' }])
  await expect(run(list, AbortSignal.abort())).rejects.toMatchObject({ retry: false })
})
