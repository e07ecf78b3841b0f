import sharp from 'sharp'
import { random } from './random.ts'

/** What a phone does to a sheet. Whatever is left out does not happen. */
export interface PhoneView {
  /** Degrees, clockwise. */
  readonly tilt?: number
  /** How much narrower the far side is: 0.1 is a tenth of the width on either side. */
  readonly perspective?: number
  /** 0 to 1: how much light the darkest part of the shadow takes away. */
  readonly shadow?: number
  /** Creases across the sheet, each with a lighter and a darker side and a small jump. */
  readonly folds?: number
  /** Standard deviation in pixels. */
  readonly blur?: number
  /** JPEG quality. */
  readonly quality?: number
}

interface Pixels {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
}

/** The same photo for the same seed. */
export async function asPhoneSees(sheet: Uint8Array, view: PhoneView, seed: number): Promise<Buffer> {
  const next = random(seed)
  const { data, info } = await sharp(sheet).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const folded = fold({ width: info.width, height: info.height, data }, view.folds ?? 0, next)
  const seen = shade(onTable(folded, view, next), view.shadow ?? 0, next)
  const photo = sharp(seen.data, { raw: { width: seen.width, height: seen.height, channels: 3 } })
  const soft = (view.blur ?? 0) > 0.3 ? photo.blur(view.blur) : photo
  return soft.jpeg({ quality: view.quality ?? 80 }).toBuffer()
}

/** Creases from left to right, slightly aslant. */
function fold(sheet: Pixels, folds: number, next: () => number): Pixels {
  const data = new Uint8Array(sheet.data)
  for (let count = 0; count < folds; count++) {
    const [middle, slant, jump] = [sheet.height * ((count + 1) / (folds + 1)), (next() - 0.5) * 0.06, next() < 0.5 ? 1 : 2]
    for (let x = 0; x < sheet.width; x++) {
      const crease = Math.round(middle + slant * (x - sheet.width / 2))
      for (let y = Math.max(0, crease - 40); y < Math.min(sheet.height - jump, crease + 40); y++) {
        const light = 1 + (y < crease ? 0.18 : -0.28) * (1 - Math.abs(y - crease) / 40)
        for (let channel = 0; channel < 3; channel++) {
          const from = ((y + (y > crease ? jump : 0)) * sheet.width + x) * 3 + channel
          data[(y * sheet.width + x) * 3 + channel] = Math.min(255, (sheet.data[from] ?? 0) * light)
        }
      }
    }
  }
  return { ...sheet, data }
}

/** The sheet on a table, turned and seen from below: for each pixel of the photo the place on the sheet it shows. */
function onTable(sheet: Pixels, { tilt = 0, perspective = 0 }: PhoneView, next: () => number): Pixels {
  const width = Math.round(sheet.width * 1.14)
  const height = Math.round(sheet.height * 1.1)
  const data = new Uint8Array(width * height * 3)
  const turn = (-tilt * Math.PI) / 180
  const cos = Math.cos(turn)
  const sin = Math.sin(turn)
  const zoom = 1.02 + Math.abs(sin) * 0.5
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const dx = (x - width / 2) * zoom
      const dy = (y - height / 2) * zoom
      const depth = 1 + (2 * perspective * -dy) / height
      const u = (dx * cos - dy * sin) * depth + sheet.width / 2
      const v = (dx * sin + dy * cos) * depth + sheet.height / 2
      const to = (y * width + x) * 3
      const inside = u >= 0 && v >= 0 && u < sheet.width - 1 && v < sheet.height - 1
      for (let channel = 0; channel < 3; channel++)
        data[to + channel] = inside ? between(sheet, u, v, channel) + (next() - 0.5) * 10 : 96 + channel * -14 + (next() - 0.5) * 16
    }
  }
  return { width, height, data }
}

/** The colour between four pixels. Run for every byte of a photo, so without closures or arrays. */
function between({ width, data }: Pixels, u: number, v: number, channel: number): number {
  const x = Math.floor(u)
  const y = Math.floor(v)
  const right = u - x
  const down = v - y
  const at = (y * width + x) * 3 + channel
  const under = at + width * 3
  const above = (data[at] ?? 0) * (1 - right) + (data[at + 3] ?? 0) * right
  const below = (data[under] ?? 0) * (1 - right) + (data[under + 3] ?? 0) * right
  return Math.min(245, Math.max(10, above * (1 - down) + below * down))
}

/** The shadow of a hand: a soft dark band from one side. */
function shade(photo: Pixels, strength: number, next: () => number): Pixels {
  const data = new Uint8Array(photo.data.length)
  const angle = next() * Math.PI
  const edge = 0.35 + next() * 0.3
  const cos = Math.cos(angle)
  const sin = Math.sin(angle)
  for (let at = 0; at < photo.width * photo.height; at++) {
    const x = (at % photo.width) / photo.width - 0.5
    const y = Math.floor(at / photo.width) / photo.height - 0.5
    const along = x * cos + y * sin + 0.5
    const light = 1 - strength / (1 + Math.exp((along - edge) * 14))
    for (let channel = 0; channel < 3; channel++) data[at * 3 + channel] = (photo.data[at * 3 + channel] ?? 0) * light
  }
  return { ...photo, data }
}
