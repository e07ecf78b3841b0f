import { describe, expect, test } from 'vitest'
import { firstLook } from '../../src/discovery/first-look.ts'
import type { Fetcher } from '../../src/model/fetch.ts'
import { snapshotSchema } from '../../src/model/snapshot.ts'
import { type Answered, fetchedAt, fetcherOf } from '../support/fetcher.ts'

const url = 'https://x.com/delinde'
const picture = 'https://pictures.example/delinde.png'
const candidate = { key: 'x:delinde', platform: 'x', url } as const
const profile = `<title>De Linde (@delinde) / X</title><meta property="og:image" content="${picture}">`
const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3])
const now = () => new Date('2026-11-03T08:00:00.000Z')

/** Looks once, and keeps what was stored. */
async function look(answers: Readonly<Record<string, Answered>>, more: Partial<Parameters<typeof firstLook>[0]> = {}) {
  const kept: { bytes: Uint8Array; mediaType: string }[] = []
  const fetcher = fetcherOf(answers)
  const putPicture = async (bytes: Uint8Array, mediaType: string) => `digest-${kept.push({ bytes, mediaType })}`
  const snapshot = await firstLook({ candidate, fetcher, putPicture, now, ...more })
  expect(snapshotSchema.safeParse(snapshot).success).toBe(true)
  return { snapshot, kept, asked: fetcher.asked }
}

test('asks for the page once and for the picture once, and keeps its bytes', async () => {
  const { snapshot, kept, asked } = await look({ [url]: profile, [picture]: png })
  expect(snapshot).toMatchObject({
    key: 'x:delinde',
    url,
    state: 'captured',
    displayName: { seen: true, value: 'De Linde' },
    picture: { seen: true, value: 'digest-1', from: picture },
    takenAt: fetchedAt,
  })
  expect(kept).toEqual([{ bytes: png, mediaType: 'image/png' }])
  expect(asked).toEqual([
    { url, options: { accept: 'html' } },
    { url: picture, options: { accept: 'image', maxBytes: 2 * 1024 * 1024 } },
  ])
})

test('keeps the wide picture as well, and says that the machine looked', async () => {
  const wide = 'https://pbs.example/profile_banners/1/2/1500x500'
  const { snapshot, kept } = await look({ [url]: `${profile}<img src="${wide}">`, [picture]: png, [wide]: png })
  expect(snapshot).toMatchObject({
    picture: { value: 'digest-1' },
    banner: { seen: true, value: 'digest-2', from: wide },
    seenBy: 'machine',
    via: 'live',
    activity: 'unknown',
  })
  expect(kept).toHaveLength(2)
})

test('a snapshot of before the further fields were read is still one', async () => {
  const { snapshot } = await look({ [url]: profile, [picture]: png })
  const { key, state, wall, httpStatus, displayName, description, website, takenAt, record } = snapshot
  const old = { key, url, state, wall, httpStatus, displayName, description, picture: snapshot.picture, website, takenAt, record }
  expect(snapshotSchema.parse(old)).toEqual(old)
})

describe('a picture that cannot be kept is unseen, never absent', () => {
  const tooLarge = new Uint8Array(2 * 1024 * 1024 + 1)
  tooLarge.set(png)
  test.each<[string, Answered, string]>([
    ['walled', { blocked: 'forbidden', status: 403 }, 'walled'],
    ['gone', { html: '', status: 404 }, 'unreadable'],
    ['unreachable', { failed: 'timeout' }, 'unreadable'],
    ['a page instead', '<html></html>', 'unreadable'],
    ['an SVG', new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'unreadable'],
    ['above 2 MB', tooLarge, 'unreadable'],
  ])('%s', async (_, answer, why) => {
    const { snapshot, kept } = await look({ [url]: profile, [picture]: answer })
    expect(snapshot).toMatchObject({ state: 'captured', displayName: { value: 'De Linde' }, picture: { seen: false, why } })
    expect(kept).toEqual([])
  })

  test.each(['data:image/png;base64,iVBORw0KGgo=', 'javascript:alert(1)', 'file:///etc/passwd'])(
    '%s is never asked for',
    async (address) => {
      const { snapshot, asked } = await look({ [url]: profile.replace(picture, address) })
      expect(snapshot.picture.seen).toBe(false)
      expect(asked).toHaveLength(1)
    },
  )

  test('when the store fails, the rest of the look stays', async () => {
    const putPicture = async () => {
      throw new Error('disk full')
    }
    const { snapshot } = await look({ [url]: profile, [picture]: png }, { putPicture })
    expect(snapshot).toMatchObject({ state: 'captured', picture: { seen: false, why: 'unreadable' } })
  })
})

test('a wall leaves every field unseen, and asks for no picture', async () => {
  const { snapshot, asked } = await look({ [url]: { blocked: 'login', status: 200 } })
  expect(snapshot).toMatchObject({ state: 'walled', wall: 'login', picture: { seen: false, why: 'walled' } })
  expect(asked).toHaveLength(1)
})

test('a closed platform is not asked', async () => {
  const closed = { key: 'hyves:delinde', platform: 'hyves', url: 'https://delinde.hyves.nl' } as const
  const { snapshot, asked } = await look({}, { candidate: closed })
  expect(snapshot).toMatchObject({ state: 'gone', wall: 'closed-platform', takenAt: '2026-11-03T08:00:00.000Z' })
  expect(asked).toEqual([])
})

test('never throws, not even when the fetcher does', async () => {
  const fetcher: Fetcher = { get: () => Promise.reject(new Error('out of order')) }
  const { snapshot } = await look({}, { fetcher })
  expect(snapshot).toMatchObject({ state: 'unreachable', wall: 'network' })
})

const onBluesky = { key: 'bluesky:delinde.example', platform: 'bluesky', url: 'https://bsky.app/profile/delinde.example' } as const
const blueskyApi = 'https://public.api.bsky.app/xrpc/app.bsky.actor.getProfile?actor=delinde.example'

test('asks the public interface of a platform that has one, which shows more than its page', async () => {
  const wide = 'https://cdn.example/banner.png'
  const told = {
    did: 'did:plc:aaaaaaaaaaaaaaaaaaaaaaaa',
    handle: 'delinde.example',
    displayName: 'De Linde',
    description: 'Zorg',
    banner: wide,
  }
  const { snapshot, asked } = await look({ [blueskyApi]: { json: told }, [wide]: png }, { candidate: onBluesky })
  expect(snapshot).toMatchObject({
    url: onBluesky.url,
    via: 'api',
    displayName: { value: 'De Linde' },
    permanentId: { value: 'did:plc:aaaaaaaaaaaaaaaaaaaaaaaa' },
    banner: { seen: true, from: wide },
  })
  expect(asked.map(({ url: one }) => one)).toEqual([blueskyApi, wide])
})

test('asks for the page when the public interface does not answer', async () => {
  const page = '<title>De Linde (@delinde.example) — Bluesky</title><meta property="og:title" content="De Linde (@delinde.example)">'
  const { snapshot, asked } = await look({ [onBluesky.url]: page }, { candidate: onBluesky })
  expect(snapshot).toMatchObject({ state: 'captured', via: 'live', displayName: { seen: true, value: 'De Linde' } })
  expect(asked.map(({ url: one }) => one)).toEqual([blueskyApi, onBluesky.url])
})

test('asks a Fediverse server for the member by name', async () => {
  const candidateThere = { key: 'mastodon:@linde@zorg.example', platform: 'mastodon', url: 'https://zorg.example/@linde' } as const
  const told = { id: '17', acct: 'linde', display_name: 'De Linde', url: candidateThere.url, note: '<p>Zorg</p>', fields: [] }
  const api = 'https://zorg.example/api/v1/accounts/lookup?acct=linde'
  const { snapshot } = await look({ [api]: { json: told } }, { candidate: candidateThere })
  expect(snapshot).toMatchObject({
    url: candidateThere.url,
    via: 'api',
    displayName: { value: 'De Linde' },
    description: { value: 'Zorg' },
  })
})
