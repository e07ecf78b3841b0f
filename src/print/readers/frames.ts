import sharp, { type Sharp } from 'sharp'
import type { Box, Picture } from '../types.ts'
import { greyOf } from './decode-image.ts'

/** A picture prepared for reading, and how to find its pixels back in the original. */
export interface Frame {
  readonly picture: Picture
  /** The picture that it was made from. */
  readonly from: Picture
  /** Frame pixels per picture pixel. */
  readonly scale: number
  /** Clockwise turn that was applied about the centre, in radians. */
  readonly turn: number
}

/** Side length at which a whole poster reads best: larger costs time, smaller loses small print. */
const readingSide = 1700
const mostEnlarged = 2.5

/** The picture at reading size. */
export async function atReadingSize(picture: Picture): Promise<{ small: Picture; scale: number }> {
  const scale = Math.min(mostEnlarged, readingSide / Math.max(picture.width, picture.height))
  return { small: await greyOf(atScale(picture, scale)), scale }
}

/** How bright it is around each pixel. */
export const surroundingsOf = (small: Picture): Promise<Picture> =>
  greyOf(asImage(small).blur(Math.max(1, Math.max(small.width, small.height) / 60)))

/** `shown` (the picture itself or with even light) turned clockwise by `degrees`. */
export async function framed(shown: Picture, from: Picture, scale: number, degrees: number): Promise<Frame> {
  const turned = degrees === 0 ? shown : await greyOf(asImage(shown).rotate(degrees, { background: grey(commonGrey(shown)) }))
  return { picture: turned, from, scale, turn: (degrees * Math.PI) / 180 }
}

const grey = (value: number) => ({ r: value, g: value, b: value })

/** The grey that most of the picture has, so that turning it adds no hard corners. */
function commonGrey(picture: Picture): number {
  const counts = new Uint32Array(16)
  for (let at = 0; at < picture.grey.length; at += 7) {
    const shade = (picture.grey[at] ?? 0) >> 4
    counts[shade] = (counts[shade] ?? 0) + 1
  }
  return counts.indexOf(Math.max(...counts)) * 16 + 8
}

const asImage = ({ grey, width, height }: Picture): Sharp => sharp(grey, { raw: { width, height, channels: 1 }, limitInputPixels: false })

const atScale = (picture: Picture, scale: number): Sharp =>
  asImage(picture).resize({ width: Math.max(1, Math.round(picture.width * scale)), kernel: scale > 1 ? 'cubic' : 'lanczos3' })

/** How far each pixel stands off its surroundings: below them for dark letters, above for light ones. */
export function evenLight(picture: Picture, surroundings: Picture, negative: boolean): Picture {
  const grey = new Uint8Array(picture.grey.length)
  for (let at = 0; at < grey.length; at++) {
    const own = picture.grey[at] ?? 0
    const near = surroundings.grey[at] ?? 0
    const off = negative ? (255 - own) / Math.max(24, 255 - near) : own / Math.max(24, near)
    grey[at] = Math.min(255, Math.max(0, Math.round(off * 200)))
  }
  return { ...picture, grey }
}

/** Binary PGM, which needs no compression on the way to the reader. */
export const asPgm = ({ width, height, grey }: Picture): Buffer =>
  Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1'), grey])

/** A box in the frame as a box in the original picture; both share their centre. */
export function turnedBack(box: { x0: number; y0: number; x1: number; y1: number }, frame: Frame): Box {
  const turn = -frame.turn
  const corners = [
    [box.x0, box.y0],
    [box.x1, box.y0],
    [box.x1, box.y1],
    [box.x0, box.y1],
  ].map(([x = 0, y = 0]) => {
    const [dx, dy] = [x - frame.picture.width / 2, y - frame.picture.height / 2]
    const backX = (dx * Math.cos(turn) - dy * Math.sin(turn)) / frame.scale + frame.from.width / 2
    const backY = (dx * Math.sin(turn) + dy * Math.cos(turn)) / frame.scale + frame.from.height / 2
    return [Math.min(frame.from.width, Math.max(0, backX)), Math.min(frame.from.height, Math.max(0, backY))] as const
  })
  const [left, top] = [Math.floor(Math.min(...corners.map(([x]) => x))), Math.floor(Math.min(...corners.map(([, y]) => y)))]
  return {
    x: left,
    y: top,
    w: Math.ceil(Math.max(...corners.map(([x]) => x))) - left,
    h: Math.ceil(Math.max(...corners.map(([, y]) => y))) - top,
  }
}
