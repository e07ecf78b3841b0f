/** A grid of complex numbers whose sides are powers of two. */
export interface Grid {
  readonly width: number
  readonly height: number
  readonly re: Float32Array
  readonly im: Float32Array
}

export const emptyGrid = (width: number, height: number): Grid => ({
  width,
  height,
  re: new Float32Array(width * height),
  im: new Float32Array(width * height),
})

interface Plan {
  readonly order: Uint32Array
  readonly cos: Float32Array
  readonly sin: Float32Array
}

const plans = new Map<number, Plan>()

function planFor(length: number): Plan {
  const known = plans.get(length)
  if (known) return known
  const bits = Math.log2(length)
  const order = Uint32Array.from({ length }, (_, at) => {
    let turned = 0
    for (let bit = 0; bit < bits; bit++) if (at & (1 << bit)) turned |= 1 << (bits - 1 - bit)
    return turned
  })
  const cos = Float32Array.from({ length: length / 2 }, (_, at) => Math.cos((2 * Math.PI * at) / length))
  const sin = Float32Array.from({ length: length / 2 }, (_, at) => Math.sin((2 * Math.PI * at) / length))
  const plan = { order, cos, sin }
  plans.set(length, plan)
  return plan
}

/** Every row by itself. `sign` is -1 forward, 1 back. */
function transformRows({ width, height, re, im }: Grid, sign: number, filled: number): void {
  const { order, cos, sin } = planFor(width)
  for (let row = 0; row < Math.min(height, filled) * width; row += width) {
    for (let at = 0; at < width; at++) {
      const other = order[at] ?? 0
      if (other > at) swap(re, im, row + at, row + other)
    }
    let half = 1
    if (Math.log2(width) & 1) {
      for (let at = row; at < row + width; at += 2) fold(re, im, at, at + 1)
      half = 2
    }
    for (; half < width; half <<= 2) {
      const step = width / (half << 2)
      for (let start = row; start < row + width; start += half << 2)
        for (let at = start, turn = 0; at < start + half; at++, turn += step)
          quarter(re, im, at, half, cos[2 * turn] ?? 0, sign * (sin[2 * turn] ?? 0), cos[turn] ?? 0, sign * (sin[turn] ?? 0), sign)
    }
  }
}

/** All columns at once, row against row, so that memory is read in its own order. */
function transformColumns({ width, height, re, im }: Grid, sign: number): void {
  const { order, cos, sin } = planFor(height)
  for (let at = 0; at < height; at++) {
    const other = order[at] ?? 0
    if (other > at) for (let x = 0; x < width; x++) swap(re, im, at * width + x, other * width + x)
  }
  let half = 1
  if (Math.log2(height) & 1) {
    for (let y = 0; y < height; y += 2) for (let at = y * width; at < (y + 1) * width; at++) fold(re, im, at, at + width)
    half = 2
  }
  for (; half < height; half <<= 2) {
    const step = height / (half << 2)
    for (let start = 0; start < height; start += half << 2)
      for (let y = start, turn = 0; y < start + half; y++, turn += step) {
        const [c1, s1] = [cos[2 * turn] ?? 0, sign * (sin[2 * turn] ?? 0)]
        const [c2, s2] = [cos[turn] ?? 0, sign * (sin[turn] ?? 0)]
        for (let at = y * width; at < (y + 1) * width; at++) quarter(re, im, at, half * width, c1, s1, c2, s2, sign)
      }
  }
}

/** The first step of radix 2, for lengths that are no power of four. */
function fold(re: Float32Array, im: Float32Array, one: number, other: number): void {
  const are = re[one] ?? 0
  const aim = im[one] ?? 0
  const bre = re[other] ?? 0
  const bim = im[other] ?? 0
  re[one] = are + bre
  im[one] = aim + bim
  re[other] = are - bre
  im[other] = aim - bim
}

/** Two steps of radix 2 in one, on four numbers `apart`: half the reading and writing. (c1, s1) turns the first step, (c2, s2) the second. */
function quarter(
  re: Float32Array,
  im: Float32Array,
  at: number,
  apart: number,
  c1: number,
  s1: number,
  c2: number,
  s2: number,
  sign: number,
): void {
  const second = at + apart
  const third = second + apart
  const fourth = third + apart
  const bre = re[second] ?? 0
  const bim = im[second] ?? 0
  const dre = re[fourth] ?? 0
  const dim = im[fourth] ?? 0
  const b1 = bre * c1 - bim * s1
  const b2 = bre * s1 + bim * c1
  const d1 = dre * c1 - dim * s1
  const d2 = dre * s1 + dim * c1
  const are = re[at] ?? 0
  const aim = im[at] ?? 0
  const cre = re[third] ?? 0
  const cim = im[third] ?? 0
  const e1 = (cre + d1) * c2 - (cim + d2) * s2
  const e2 = (cre + d1) * s2 + (cim + d2) * c2
  const f1 = (cre - d1) * c2 - (cim - d2) * s2
  const f2 = (cre - d1) * s2 + (cim - d2) * c2
  re[at] = are + b1 + e1
  im[at] = aim + b2 + e2
  re[third] = are + b1 - e1
  im[third] = aim + b2 - e2
  re[second] = are - b1 - sign * f2
  im[second] = aim - b2 + sign * f1
  re[fourth] = are - b1 + sign * f2
  im[fourth] = aim - b2 - sign * f1
}

function swap(re: Float32Array, im: Float32Array, one: number, other: number): void {
  const keptRe = re[one] ?? 0
  const keptIm = im[one] ?? 0
  re[one] = re[other] ?? 0
  im[one] = im[other] ?? 0
  re[other] = keptRe
  im[other] = keptIm
}

/**
 * Fourier transform in place; forward and then back gives the numbers times `width * height`.
 * Forward, rows from `rows` on are known to be empty; back, rows from there on are not wanted and come out wrong.
 */
export function transform(grid: Grid, direction: 'forward' | 'back', rows = grid.height): Grid {
  const sign = direction === 'forward' ? -1 : 1
  if (direction === 'forward') transformRows(grid, sign, rows)
  transformColumns(grid, sign)
  if (direction === 'back') transformRows(grid, sign, rows)
  return grid
}

/** How well `part` fits at each shift of `whole`, both transformed: the real part is the correlation, with shifts below zero wrapped. */
export function correlate(whole: Grid, part: Grid): Grid {
  const made = emptyGrid(whole.width, whole.height)
  const scale = 1 / (whole.width * whole.height)
  for (let at = 0; at < made.re.length; at++) {
    const a = whole.re[at] ?? 0
    const b = whole.im[at] ?? 0
    const c = part.re[at] ?? 0
    const d = part.im[at] ?? 0
    made.re[at] = (a * c + b * d) * scale
    made.im[at] = (b * c - a * d) * scale
  }
  return transform(made, 'back')
}
