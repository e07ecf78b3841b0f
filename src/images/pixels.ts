/** A decoded picture: three bytes a pixel (sRGB), row by row. */
export interface Pixels {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
}

/** One number a pixel. */
export interface Plane {
  readonly width: number
  readonly height: number
  readonly data: Float32Array
}

/** Scaled by averaging what each new pixel covers (down) or by bilinear steps (up); keeps thin strokes, makes no rings. */
export function resize(picture: Pixels, width: number, height: number): Pixels {
  if (width === picture.width && height === picture.height) return picture
  const across = weightsOf(picture.width, width)
  const down = weightsOf(picture.height, height)
  const narrow = narrowed(picture, width, across)
  const data = new Uint8Array(width * height * 3)
  const row = width * 3
  const sums = new Float32Array(row)
  for (let y = 0; y < height; y++) {
    sums.fill(0)
    const from = down.from[y] ?? 0
    for (let i = 0; i < down.taps; i++) {
      const part = down.parts[y * down.taps + i] ?? 0
      if (part === 0) continue
      const start = (from + i) * row
      for (let x = 0; x < row; x++) sums[x] = (sums[x] ?? 0) + part * (narrow[start + x] ?? 0)
    }
    const to = y * row
    for (let x = 0; x < row; x++) data[to + x] = (sums[x] ?? 0) + 0.5
  }
  return { width, height, data }
}

function narrowed({ width: old, height, data }: Pixels, width: number, { from, parts, taps }: Weights): Float32Array {
  const made = new Float32Array(width * height * 3)
  let to = 0
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      let at = (y * old + (from[x] ?? 0)) * 3
      let r = 0
      let g = 0
      let b = 0
      for (let i = x * taps; i < (x + 1) * taps; i++, at += 3) {
        const part = parts[i] ?? 0
        if (part === 0) break
        r += part * (data[at] ?? 0)
        g += part * (data[at + 1] ?? 0)
        b += part * (data[at + 2] ?? 0)
      }
      made[to++] = r
      made[to++] = g
      made[to++] = b
    }
  return made
}

/** Which old pixels each new pixel is made of: from `from` on, at most `taps`, whose parts add up to one. */
interface Weights {
  readonly from: Int32Array
  readonly taps: number
  readonly parts: Float32Array
}

function weightsOf(old: number, made: number): Weights {
  const step = old / made
  const reach = Math.max(1, step)
  const taps = Math.floor(2 * reach) + 1
  const from = new Int32Array(made)
  const parts = new Float32Array(made * taps)
  for (let at = 0; at < made; at++) {
    const centre = (at + 0.5) * step - 0.5
    // A pixel at the very reach counts for nothing.
    const first = Math.max(0, Math.floor(centre - reach) + 1)
    const last = Math.min(old - 1, Math.ceil(centre + reach) - 1)
    from[at] = first
    let sum = 0
    for (let i = first; i <= last; i++) sum += 1 - Math.abs(i - centre) / reach
    for (let i = first; i <= last; i++) parts[at * taps + i - first] = (1 - Math.abs(i - centre) / reach) / sum
  }
  return { from, taps, parts }
}

/** The largest size of the picture's shape that fits in the given one. */
export function fitted(picture: { readonly width: number; readonly height: number }, width: number, height: number): [number, number] {
  const scale = Math.min(width / picture.width, height / picture.height)
  return [Math.max(1, Math.round(picture.width * scale)), Math.max(1, Math.round(picture.height * scale))]
}

/** Brightness (Rec. 709 weights on the coded values), 0 to 255. */
export function greyOf({ width, height, data }: Pixels): Plane {
  const grey = new Float32Array(width * height)
  for (let at = 0; at < grey.length; at++)
    grey[at] = 0.2126 * (data[at * 3] ?? 0) + 0.7152 * (data[at * 3 + 1] ?? 0) + 0.0722 * (data[at * 3 + 2] ?? 0)
  return { width, height, data: grey }
}
