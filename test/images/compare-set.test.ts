import { createHash } from 'node:crypto'
import { afterAll, describe, expect, it } from 'vitest'
import { imageLimits } from '../../config/images.ts'
import { compareSet, type PictureOfSet } from '../../src/images/compare-set.ts'
import { openImageReaders } from '../../src/images/readers/open.ts'
import { type PictureRole, picturesReadingSchema } from '../../src/model/pictures.ts'
import { asAvatar, asBanner, mark, portrait, scene, toJpeg } from '../support/draw-pictures.ts'

const bytes = new Map<string, Uint8Array>()
const readers = openImageReaders({ get: async (digest) => bytes.get(digest) ?? null })
afterAll(() => readers.close())

async function keep(picture: Promise<Uint8Array> | Uint8Array, role: PictureRole): Promise<PictureOfSet> {
  const kept = await picture
  const digest = createHash('sha256').update(kept).digest('hex')
  bytes.set(digest, kept)
  return { digest, role }
}

const bricks =
  '<rect width="400" height="400" fill="#8c4a35"/>' +
  Array.from(
    { length: 60 },
    (_, at) => `<rect x="${(at % 6) * 70}" y="${Math.floor(at / 6) * 40}" width="64" height="34" fill="#a5604a"/>`,
  ).join('')
const leaves =
  '<rect width="400" height="400" fill="#2d5a32"/>' +
  Array.from(
    { length: 80 },
    (_, at) =>
      `<ellipse cx="${(at * 97) % 400}" cy="${(at * 53) % 400}" rx="26" ry="11" fill="hsl(${95 + (at % 5) * 9} 45% ${30 + (at % 4) * 8}%)"/>`,
  ).join('')

describe('the pictures of an organisation', () => {
  it('are grouped by banner, avatar and backdrop, with the agreed one named, logos found and colours told', async () => {
    const agreed = await keep(asBanner(scene(1), 'x'), 'banner-reference')
    const cropped = await keep(asBanner(scene(1), 'linkedin', { zoom: 1.1, right: 0.3 }), 'banner')
    const other = await keep(asBanner(scene(2), 'x'), 'banner')
    const logo = await keep(Buffer.from(mark(1)), 'logo')
    const [one, two] = [await keep(asAvatar(mark(1), '#ffffff'), 'avatar'), await keep(asAvatar(mark(1), '#ffffff', 0.6, 200), 'avatar')]
    const people = [
      await keep(toJpeg(portrait(bricks, '#224466')), 'portrait'),
      await keep(toJpeg(portrait(bricks, '#882222', '#a9714b', 12)), 'portrait'),
      await keep(toJpeg(portrait(leaves, '#224466', '#c48f68', -8)), 'avatar'),
    ]
    const damaged = await keep(Buffer.from('no picture at all'), 'banner')
    const told: number[] = []
    const reading = await compareSet([agreed, cropped, other, logo, one, two, ...people, damaged], readers, {
      onProgress: (done) => told.push(done),
    })

    expect(picturesReadingSchema.parse(reading)).toEqual(reading)
    expect(reading.banners.groups).toEqual([
      { members: [agreed.digest, cropped.digest], reference: agreed.digest },
      { members: [other.digest], reference: null },
    ])
    expect(reading.banners.pairs).toContainEqual(expect.objectContaining({ verdict: 'same' }))
    expect(reading.avatars.groups.map(({ members }) => members)).toEqual([[one.digest, two.digest]])
    expect(reading.portraits.groups.map(({ members }) => members.length)).toEqual([2, 1])
    expect(reading.portraits.groups[0]?.members).toEqual([people[0]?.digest, people[1]?.digest])
    expect(reading.portraits.faces).toHaveLength(3)
    expect(Object.keys(reading.portraits.faces[0]?.face ?? {}).sort()).toEqual(['h', 'w', 'x', 'y'])
    expect(reading.logos.filter(({ verdict }) => verdict === 'present').map(({ picture }) => picture)).toEqual(
      expect.arrayContaining([one.digest, two.digest]),
    )
    expect(reading.logos.find(({ picture }) => picture === other.digest)?.verdict).not.toBe('present')
    expect(reading.palettes.find(({ picture }) => picture === one.digest)?.colours[0]?.hex).toMatch(/^#f[a-f0-9]{5}$/)
    expect(reading.legibility).toHaveLength(5)
    expect(reading.unreadable).toEqual([damaged.digest])
    expect(told.at(-1)).toBe(9)
  }, 60_000)

  it('are told as an empty reading when there are none', async () => {
    const reading = await compareSet([], readers)
    expect(reading.banners.groups).toEqual([])
    expect(picturesReadingSchema.parse(reading)).toEqual(reading)
  })

  it('that are gone are unreadable', async () => {
    const gone = 'f'.repeat(64)
    expect((await compareSet([{ digest: gone, role: 'avatar' }], readers)).unreadable).toEqual([gone])
  })

  it('are refused when there are too many', async () => {
    const many = Array.from({ length: imageLimits.pictures + 1 }, (_, at) => ({
      digest: at.toString(16).padStart(64, '0'),
      role: 'banner' as const,
    }))
    await expect(compareSet(many, readers)).rejects.toMatchObject({ code: 'too-large' })
  })

  it('are left alone once the job is cancelled', async () => {
    const banner = await keep(asBanner(scene(3), 'x'), 'banner')
    await expect(compareSet([banner], readers, { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'cancelled' })
  })
})
