import { expect, test } from 'vitest'
import { createFileBlobs } from '../../src/store/blobs.ts'
import { temporaryDir } from '../support/deps.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
async function* chunks(...texts: string[]) {
  for (const text of texts) yield bytes(text)
}

test('the same bytes are kept once, under their SHA-256', async () => {
  const blobs = createFileBlobs(temporaryDir())
  const digest = await blobs.put(bytes('abc'))
  expect(digest).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  expect((await blobs.putStream(chunks('a', 'bc'), 10)).digest).toBe(digest)
  expect(new TextDecoder().decode((await blobs.get(digest)) ?? undefined)).toBe('abc')
})

test('a stream past its limit is refused and leaves nothing behind', async () => {
  const blobs = createFileBlobs(temporaryDir())
  await expect(blobs.putStream(chunks('aaaa', 'bbbb'), 5)).rejects.toMatchObject({ code: 'too-large' })
  const kept: string[] = []
  for await (const { digest } of blobs.list()) kept.push(digest)
  expect(kept).toEqual([])
})

test('a digest can not lead out of the directory', async () => {
  const blobs = createFileBlobs(temporaryDir())
  await expect(blobs.get('../../etc/passwd')).rejects.toThrow(/not a digest/)
})

test('what is not there is null, not an error', async () => {
  const blobs = createFileBlobs(temporaryDir())
  expect(await blobs.get('0'.repeat(64))).toBeNull()
  expect(await blobs.path('0'.repeat(64))).toBeNull()
})
