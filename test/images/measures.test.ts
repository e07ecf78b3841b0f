import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { colourDifference, labColour, labColourOfHex } from '../../src/images/colour-difference.ts'
import { emptyGrid, transform } from '../../src/images/fourier.ts'
import { groupAlike } from '../../src/images/group-alike.ts'
import { legibilityOf } from '../../src/images/legibility.ts'
import { paletteOf } from '../../src/images/palette.ts'
import { type Pixels, resize } from '../../src/images/pixels.ts'
import { faceOf } from '../../src/images/portraits/face-box.ts'
import { decode } from '../../src/images/readers/decode.ts'
import { asAvatar, mark } from '../support/draw-pictures.ts'

const flat = (width: number, height: number, colour: readonly [number, number, number]): Pixels => ({
  width,
  height,
  data: Uint8Array.from({ length: width * height * 3 }, (_, at) => colour[at % 3] ?? 0),
})

describe('the Fourier transform', () => {
  it('gives back what it was given', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 128, maxLength: 128 }), (values) => {
        const grid = emptyGrid(16, 8)
        grid.re.set(values)
        transform(transform(grid, 'forward'), 'back')
        for (const [at, value] of values.entries()) expect((grid.re[at] ?? 0) / 128).toBeCloseTo(value, 2)
      }),
      { numRuns: 20 },
    )
  })
})

describe('resizing', () => {
  it('keeps a flat colour flat, at any size', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 }), (width, height) => {
        const made = resize(flat(17, 9, [10, 200, 90]), width, height)
        expect(made.data).toEqual(flat(width, height, [10, 200, 90]).data)
      }),
      { numRuns: 30 },
    )
  })
})

describe('a difference of colours', () => {
  const lab = (l: number, a: number, b: number) => ({ mode: 'lab65' as const, l, a, b })

  it.each([
    [lab(50, 2.6772, -79.7751), lab(50, 0, -82.7485), 2.0425],
    [lab(50, 2.5, 0), lab(73, 25, -18), 27.1492],
    [lab(60.2574, -34.0099, 36.2677), lab(60.4626, -34.1751, 39.4387), 1.2644],
  ])('is what the authors of the formula published for %o and %o: %d', (one, other, published) => {
    expect(colourDifference(one, other)).toBeCloseTo(published, 4)
    expect(colourDifference(other, one)).toBeCloseTo(published, 4)
  })

  it('reads six digits, large or small letters, and nothing else', () => {
    expect(labColourOfHex('#0F5C63')).toEqual(labColour(15, 92, 99))
    expect(['#fff', 'rood', '#0f5c6g', ' #0f5c63'].map(labColourOfHex)).toEqual([null, null, null, null])
  })
})

describe('a palette', () => {
  it('names the colours by their share and takes near ones together', () => {
    const picture = flat(100, 100, [243, 146, 0])
    picture.data.fill(20, 0, 100 * 30 * 3)
    for (let at = 100 * 60 * 3; at < picture.data.length; at += 3) picture.data[at] = 238
    const colours = paletteOf(picture)
    expect(colours).toHaveLength(2)
    expect(colours[0]?.share).toBeCloseTo(0.7, 2)
    expect(colours[1]).toEqual({ hex: '#141414', share: 0.3 })
  })
})

describe('legibility', () => {
  it('sees a mark that the circle cuts, and one that is too pale', async () => {
    const inside = legibilityOf(await decode(await asAvatar(mark(8, '#000000'), '#ffffff', 0.5), 400))
    const cut = legibilityOf(await decode(await asAvatar(mark(8, '#000000'), '#ffffff', 1), 400))
    const pale = legibilityOf(await decode(await asAvatar(mark(8, '#e8e8e8'), '#ffffff', 0.5), 400))
    expect(cut.cutOff).toBeGreaterThanOrEqual(inside.cutOff)
    expect(inside.contrast).toBeGreaterThan(4)
    expect(pale.contrast).toBeLessThan(1.5)
    expect(pale.detail).toBeLessThan(inside.detail)
  })

  it('of a flat picture has no detail and no contrast', () => {
    expect(legibilityOf(flat(60, 60, [9, 9, 9]))).toEqual({ cutOff: 0, detail: 0, contrast: 1 })
  })
})

describe('a face box', () => {
  it('is none when no anchor is sure', () => {
    expect(faceOf(new Float32Array(896).fill(-3), new Float32Array(896 * 16))).toBeNull()
  })

  it('lies where its anchor and its offsets say', () => {
    const scores = new Float32Array(896).fill(-9)
    const boxes = new Float32Array(896 * 16)
    scores[0] = 5
    boxes.set([4, 4, 32, 64])
    expect(faceOf(scores, boxes)).toEqual({ x: 1 / 32 + 4 / 128 - 0.125, y: 1 / 32 + 4 / 128 - 0.25, w: 0.25, h: 0.5 })
  })
})

describe('grouping by likeness', () => {
  const words = (seed: number) => Uint32Array.from({ length: 30 }, (_, at) => Math.imul(seed * 31 + at + 1, 2654435761) >>> 0)

  it('compares only those that share words, however many there are', async () => {
    let asked = 0
    const found = await groupAlike(
      Array.from({ length: 300 }, (_, at) => words(at % 100)),
      { candidates: 6, anchors: [] },
      async (a, b) => {
        asked++
        return { verdict: a % 100 === b % 100 ? 'same' : 'different', score: a % 100 === b % 100 ? 0.99 : 0.01 }
      },
    )
    expect(found.groups).toHaveLength(100)
    expect(asked).toBeLessThan(300 * 6)
  })

  it('does not join a group on one doubtful likeness that the others do not bear out', async () => {
    const found = await groupAlike([words(1), words(1), words(1), words(1)], { candidates: 6, anchors: [] }, async (a, b) =>
      Math.max(a, b) < 3
        ? { verdict: 'same', score: 0.99 }
        : Math.min(a, b) === 0
          ? { verdict: 'same', score: 0.8 }
          : { verdict: 'different', score: 0.1 },
    )
    expect(found.groups.map((group) => group.length)).toEqual([3, 1])
  })

  it('names as unsure what cannot be told, and holds each against the agreed one', async () => {
    const found = await groupAlike([words(1), words(2)], { candidates: 6, anchors: [0] }, async () => ({
      verdict: 'cannot-tell',
      score: 0.5,
    }))
    expect(found.unsure).toEqual([1])
    expect(found.pairs).toEqual([{ a: 0, b: 1, verdict: 'cannot-tell', score: 0.5 }])
  })
})
