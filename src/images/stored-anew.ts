import { type Pixels, resize } from './pixels.ts'

/** Cells across and down; a letter of a banner's text covers several. */
const side = 48
/** Of 255: what JPEG and WebP at the qualities of platforms leave, per cell and on average. */
const mostPerCell = 28
const mostOnAverage = 5
/** Scaling rounds to whole pixels. */
const mostStretch = 0.03

/**
 * Whether two pictures are one upload, scaled and packed again. Narrower than likeness: another crop, tint or text is another
 * picture, since somebody made it.
 */
export function isStoredAnew(a: Pixels, b: Pixels): boolean {
  const stretch = (a.width * b.height) / (a.height * b.width)
  if (stretch < 1 - mostStretch || stretch > 1 + mostStretch) return false
  const [was, is] = [resize(a, side, side).data, resize(b, side, side).data]
  let total = 0
  for (let at = 0; at < was.length; at++) {
    const apart = Math.abs((was[at] ?? 0) - (is[at] ?? 0))
    if (apart > mostPerCell) return false
    total += apart
  }
  return total / was.length <= mostOnAverage
}
