import type { PictureGroup, PicturesReading } from '../../model/pictures.ts'

/** A comparison of pictures, and the agreed ones that it was held against. */
export interface HeldReading {
  readonly reading: PicturesReading | null
  readonly references: readonly string[]
}

/**
 * A comparison of then under the agreements of another time, from what was measured: a picture that the other audit measured
 * against them is known, any other is left out, so that the checks say that it was not compared.
 */
export function readingUnder({ reading, references }: HeldReading, asked: readonly string[], other: HeldReading): PicturesReading | null {
  if (reading === null) return null
  const isHeld = (by: readonly string[]) => asked.every((digest) => by.includes(digest))
  const known = isHeld(references)
  const groups = reading.banners.groups.flatMap((group): PictureGroup[] => {
    const reference = referenceOf(group, asked) ?? asked.find((digest) => group.members.includes(digest)) ?? null
    if (reference !== null || asked.length === 0 || known) return [{ ...group, reference }]
    const twins = other.reading?.banners.groups.filter(({ members }) => members.some((digest) => group.members.includes(digest))) ?? []
    const measured = twins.map((twin) => referenceOf(twin, asked)).find((digest) => digest !== null)
    if (measured) return [{ ...group, reference: measured }]
    return twins.length > 0 && isHeld(other.references) ? [{ ...group, reference: null }] : []
  })
  return { ...reading, banners: { ...reading.banners, groups }, logos: allLogos(reading, other.reading) }
}

const referenceOf = ({ reference }: PictureGroup, asked: readonly string[]): string | null =>
  reference !== null && asked.includes(reference) ? reference : null

/** A logo that was sought in the same picture at the other time need not be sought again. */
function allLogos(own: PicturesReading, other: PicturesReading | null): PicturesReading['logos'] {
  const known = new Set(own.logos.map(({ picture, logo }) => `${picture} ${logo}`))
  return [...own.logos, ...(other?.logos ?? []).filter(({ picture, logo }) => !known.has(`${picture} ${logo}`))]
}
