import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { comparePictures } from '../../src/images/likeness/judge.ts'
import { type PictureKind, picturePrintOf } from '../../src/images/likeness/print.ts'
import { decode } from '../../src/images/readers/decode.ts'
import { asAvatar, asBanner, flatBanner, mark, scene } from '../support/draw-pictures.ts'

const printOf = async (bytes: Uint8Array, kind: PictureKind = 'banner') => picturePrintOf(await decode(bytes, 1100), kind)

async function compare(one: Uint8Array, other: Uint8Array, kind: PictureKind = 'banner') {
  return comparePictures(await printOf(one, kind), await printOf(other, kind))
}

/** An avatar over the lower left and a logo in the upper right, as every colleague has them. */
async function withOverlay(banner: Buffer): Promise<Buffer> {
  const { width, height } = await sharp(banner).metadata()
  const logo = await sharp(Buffer.from(mark(3)))
    .resize(Math.round(height * 0.4))
    .toBuffer()
  const avatar = await sharp(
    Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="200"><circle cx="100" cy="100" r="98" fill="#fc0"/><circle cx="70" cy="80" r="12"/></svg>',
    ),
  )
    .resize(Math.round(height * 0.5))
    .toBuffer()
  return sharp(banner)
    .composite([
      { input: logo, left: Math.round(width * 0.84), top: 10 },
      { input: avatar, left: Math.round(width * 0.03), top: Math.round(height * 0.45) },
    ])
    .jpeg({ quality: 75 })
    .toBuffer()
}

describe('two banners', () => {
  it('are the same in the crops of two platforms, moved, nearer and compressed harder', async () => {
    const svg = scene(1)
    const one = await asBanner(svg, 'x', { down: 0.45 })
    const other = await asBanner(svg, 'linkedin', { zoom: 1.15, right: 0.2, down: 0.5, quality: 45 })
    const found = await compare(one, other)
    expect(found.verdict).toBe('same')
    expect(found.score).toBeGreaterThan(0.9)
  })

  it('are the same in grey and under a tint', async () => {
    const banner = await asBanner(scene(2), 'x')
    const tint = { create: { width: 1500, height: 500, channels: 4 as const, background: { r: 0, g: 90, b: 180, alpha: 0.4 } } }
    expect((await compare(banner, await sharp(banner).grayscale().jpeg().toBuffer())).verdict).toBe('same')
    expect(
      (
        await compare(
          banner,
          await sharp(banner)
            .composite([{ input: tint }])
            .jpeg()
            .toBuffer(),
        )
      ).verdict,
    ).toBe('same')
  })

  it('are not the same for having one avatar and one logo on them', async () => {
    const one = await withOverlay(await asBanner(scene(4), 'x'))
    const other = await withOverlay(await asBanner(scene(5), 'x'))
    expect((await compare(one, other)).verdict).not.toBe('same')
  })

  it('of one ground with another mark are never called the same', async () => {
    for (const [a, b] of [
      [11, 12],
      [13, 14],
      [15, 16],
    ] as const) {
      const found = await compare(await flatBanner(mark(a), '#0055aa', 'x'), await flatBanner(mark(b), '#0055aa', 'linkedin', 0.55))
      expect(found.verdict).not.toBe('same')
    }
  })

  it('of one ground with one mark are the same', async () => {
    const found = await compare(await flatBanner(mark(11), '#eeeeee', 'x'), await flatBanner(mark(11), '#eeeeee', 'facebook', 0.5))
    expect(found.verdict).toBe('same')
  })

  it('with nothing on them cannot be told apart', async () => {
    const plain = (background: string) =>
      sharp({ create: { width: 1500, height: 500, channels: 3, background } })
        .jpeg()
        .toBuffer()
    expect((await compare(await plain('#335577'), await plain('#335577'))).verdict).toBe('cannot-tell')
  })
})

describe('two avatars', () => {
  it('are compared within the round crop', async () => {
    const one = await asAvatar(mark(21), '#ffffff')
    const corners = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400"><path fill-rule="evenodd" d="M0 0h400v400H0z M200 2a198 198 0 1 0 .1 0z"/></svg>',
    )
    const cropped = await sharp(one)
      .composite([{ input: corners }])
      .png()
      .toBuffer()
    const round = await sharp(cropped).resize(200).jpeg().toBuffer()
    expect((await compare(one, round, 'avatar')).verdict).toBe('same')
    expect((await compare(one, await asAvatar(mark(22), '#ffffff'), 'avatar')).verdict).not.toBe('same')
  })
})
