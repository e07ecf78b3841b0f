import type { Pixels } from './pixels.ts'

/**
 * Where edges run and how strong they are. The angle is doubled, so that an edge from dark to light and one
 * from light to dark point the same way: a mark on a dark ground has the edges of the same mark on a light one.
 */
export interface Edges {
  readonly width: number
  readonly height: number
  readonly re: Float32Array
  readonly im: Float32Array
}

/** Gradients below this are noise of compression (grey levels a pixel, over three channels). */
const noise = 6

/** Edges by the colour structure tensor (Di Zenzo 1986): an edge between two colours of equal brightness counts too. Strengths are rooted, so that a few hard edges do not decide alone. */
export function edgesOf({ width, height, data }: Pixels): Edges {
  const re = new Float32Array(width * height)
  const im = new Float32Array(width * height)
  const row = width * 3
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      let xx = 0
      let yy = 0
      let xy = 0
      const first = y * row + x * 3
      for (let at = first; at < first + 3; at++) {
        const nw = data[at - row - 3] ?? 0
        const ne = data[at - row + 3] ?? 0
        const sw = data[at + row - 3] ?? 0
        const se = data[at + row + 3] ?? 0
        const gx = (ne + se - nw - sw + 2 * ((data[at + 3] ?? 0) - (data[at - 3] ?? 0))) / 8
        const gy = (sw + se - nw - ne + 2 * ((data[at + row] ?? 0) - (data[at - row] ?? 0))) / 8
        xx += gx * gx
        yy += gy * gy
        xy += gx * gy
      }
      if (xx + yy <= noise * noise) continue
      const strength = Math.sqrt(xx + yy) - noise
      const at = y * width + x
      const scale = Math.sqrt(strength) / (xx + yy)
      re[at] = (xx - yy) * scale
      im[at] = 2 * xy * scale
    }
  }
  return { width, height, re, im }
}
