import { differenceCiede2000, type Lab65 } from 'culori/fn'
import { labOf } from './lab.ts'

/** A colour as CIE L*a*b* under daylight (D65). */
export type LabColour = Lab65

/** Of red, green and blue, 0 to 255 each. */
export function labColour(red: number, green: number, blue: number): LabColour {
  const [l, a, b] = labOf(red, green, blue)
  return { mode: 'lab65', l, a, b }
}

/** Of six digits, `#0f5c63`; `null` for anything else. */
export function labColourOfHex(hex: string): LabColour | null {
  if (!/^#[0-9a-f]{6}$/i.test(hex)) return null
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
  return labColour(red, green, blue)
}

/**
 * How far apart two colours are to the eye, in CIEDE2000 (ΔE00): 1 is the least that a trained eye sees of colours side by side,
 * about 100 lies between black and white. The formula is CIE 142-2001 as Sharma, Wu and Dalal wrote it out (Color Research and
 * Application 30, 2005), with all three weights 1.
 */
export const colourDifference: (one: LabColour, other: LabColour) => number = differenceCiede2000()
