import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { judgeLogo, logoOf } from '../../src/images/logos/judge.ts'
import { markPrintOf } from '../../src/images/logos/mark.ts'
import { searchPrintOf } from '../../src/images/logos/search.ts'
import { decode, decodeMark } from '../../src/images/readers/decode.ts'
import { asAvatar, asBanner, mark, scene } from '../support/draw-pictures.ts'

async function look(picture: Uint8Array, logo: string) {
  const print = markPrintOf(await decodeMark(Buffer.from(logo)))
  if (print === null) throw new Error('the mark has nothing to see')
  return judgeLogo(searchPrintOf(await decode(picture, 1100)), logoOf(print))
}

describe('a logo', () => {
  it('is seen in an avatar on white, and on a dark ground', async () => {
    expect((await look(await asAvatar(mark(1), '#ffffff'), mark(1))).verdict).toBe('present')
    expect((await look(await asAvatar(mark(1), '#20304a', 0.5, 200), mark(1))).verdict).toBe('present')
  })

  it('is seen small over a busy picture', async () => {
    const logo = await sharp(Buffer.from(mark(2)))
      .resize(190)
      .toBuffer()
    const banner = await sharp(await asBanner(scene(3), 'x'))
      .composite([{ input: logo, left: 1260, top: 60 }])
      .jpeg({ quality: 75 })
      .toBuffer()
    expect((await look(banner, mark(2))).verdict).toBe('present')
  })

  it('is not seen where another mark is, nor where none is', async () => {
    for (const other of [31, 32, 33]) expect((await look(await asAvatar(mark(other), '#ffffff'), mark(1))).verdict).not.toBe('present')
    expect((await look(await asBanner(scene(6), 'x'), mark(1))).verdict).not.toBe('present')
  })

  it('that is white on nothing is looked for by its shape', async () => {
    expect((await look(await asAvatar(mark(4, '#ffffff'), '#0a3a6a'), mark(4, '#ffffff'))).verdict).toBe('present')
  })

  it('cannot be told in a picture of a few pixels', async () => {
    const tiny = await sharp(await asAvatar(mark(1), '#ffffff'))
      .resize(6)
      .png()
      .toBuffer()
    expect((await look(tiny, mark(1))).verdict).toBe('cannot-tell')
  })

  it('that is a mere bar has to be surer than a mark with a shape of its own', async () => {
    const levelOf = async (shape: string) => {
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" width="400" height="400"><g fill="#c1121f">${shape}</g></svg>`
      const print = markPrintOf(await decodeMark(Buffer.from(svg)))
      return print === null ? null : logoOf(print).nullLevel
    }
    const print = markPrintOf(await decodeMark(Buffer.from(mark(1))))
    expect(await levelOf('<rect x="10" y="40" width="80" height="20"/>')).toBeGreaterThan(print === null ? 0 : logoOf(print).nullLevel)
  })

  it('of one colour all over is no mark', async () => {
    expect(
      markPrintOf(
        await decodeMark(
          await sharp({ create: { width: 50, height: 50, channels: 3, background: '#fff' } })
            .png()
            .toBuffer(),
        ),
      ),
    ).toBeNull()
  })
})
