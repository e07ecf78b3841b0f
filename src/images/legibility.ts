import { luminanceOf } from './lab.ts'
import { greyOf, type Pixels, type Plane, resize } from './pixels.ts'

/** What is left of an avatar in the round crop, as small as in a feed. See `legibility` of `PicturesReading`. */
export interface Legibility {
  readonly cutOff: number
  readonly detail: number
  readonly contrast: number
}

/** Side in pixels at which platforms show an avatar beside a post. */
const feedSide = 48
/** Change in grey levels from one pixel to the next that the eye still follows at that size. */
const visible = 10

export function legibilityOf(picture: Pixels): Legibility {
  const square = middleOf(picture)
  const whole = resize(square, 4 * feedSide, 4 * feedSide)
  const small = resize(square, feedSide, feedSide)
  const changes = changesOf(greyOf(whole))
  const total = changes.reduce((sum, value) => sum + value, 0)
  const outside = changes.reduce((sum, value, at) => (inCircle(at, whole.width) ? sum : sum + value), 0)
  const seen = changesOf(greyOf(small))
  const within = seen.filter((_, at) => inCircle(at, feedSide))
  return {
    cutOff: total === 0 ? 0 : outside / total,
    detail: within.filter((value) => value > visible).length / within.length,
    contrast: contrastOf(small),
  }
}

function middleOf({ width, height, data }: Pixels): Pixels {
  const side = Math.min(width, height)
  const [left, top] = [Math.floor((width - side) / 2), Math.floor((height - side) / 2)]
  const cut = new Uint8Array(side * side * 3)
  for (let y = 0; y < side; y++) {
    const from = ((top + y) * width + left) * 3
    cut.set(data.subarray(from, from + side * 3), y * side * 3)
  }
  return { width: side, height: side, data: cut }
}

const inCircle = (at: number, side: number): boolean =>
  ((at % side) + 0.5 - side / 2) ** 2 + (Math.floor(at / side) + 0.5 - side / 2) ** 2 <= (side / 2) ** 2

/** How much each pixel differs from the next ones, to the right and below. */
function changesOf({ width, height, data }: Plane): Float32Array {
  const changes = new Float32Array(width * height)
  for (let y = 0; y < height - 1; y++)
    for (let x = 0; x < width - 1; x++) {
      const at = y * width + x
      changes[at] = Math.hypot((data[at + 1] ?? 0) - (data[at] ?? 0), (data[at + width] ?? 0) - (data[at] ?? 0))
    }
  return changes
}

/** Between the lightest and the darkest twentieth of what the circle shows: a thin mark covers little more. */
function contrastOf({ width, data }: Pixels): number {
  const lights: number[] = []
  for (let at = 0; at < data.length / 3; at++)
    if (inCircle(at, width)) lights.push(luminanceOf(data[at * 3] ?? 0, data[at * 3 + 1] ?? 0, data[at * 3 + 2] ?? 0))
  lights.sort((a, b) => a - b)
  const mean = (part: readonly number[]) => part.reduce((sum, value) => sum + value, 0) / part.length
  const some = Math.ceil(lights.length / 20)
  return (mean(lights.slice(-some)) + 0.05) / (mean(lights.slice(0, some)) + 0.05)
}
