/** CIE L*a*b* (D65) of an sRGB colour, 0 to 255 each. */
export function labOf(r: number, g: number, b: number): [number, number, number] {
  const [lr, lg, lb] = [linear[r] ?? 0, linear[g] ?? 0, linear[b] ?? 0]
  const x = root((0.4124 * lr + 0.3576 * lg + 0.1805 * lb) / 0.95047)
  const y = root(0.2126 * lr + 0.7152 * lg + 0.0722 * lb)
  const z = root((0.0193 * lr + 0.1192 * lg + 0.9505 * lb) / 1.08883)
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

const linear = Float64Array.from({ length: 256 }, (_, value) => {
  const part = value / 255
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
})

const root = (value: number): number => (value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16 / 116)

/** Relative luminance (WCAG), 0 to 1. */
export const luminanceOf = (r: number, g: number, b: number): number =>
  0.2126 * (linear[Math.round(r)] ?? 0) + 0.7152 * (linear[Math.round(g)] ?? 0) + 0.0722 * (linear[Math.round(b)] ?? 0)
