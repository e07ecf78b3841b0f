import type { Mention, PageReading } from '../../model/mention.ts'

/** Whether a mention is, as far as its own page shows, of a person's profile. */
export function isPersonal(mention: Mention): boolean {
  return (
    mention.address.owner === 'person' ||
    (mention.address.owner === 'any' &&
      (mention.zone === 'person-card' ||
        mention.zone === 'comments' ||
        mention.entity === 'person' ||
        mention.source === 'meta-twitter-creator' ||
        mention.source === 'article-author' ||
        mention.hints.includes('byline') ||
        mention.hints.includes('quoted')))
  )
}

/**
 * A reading without people: their profiles and the authors' names go. An account that the same pages also name
 * elsewhere stays where it is not personal.
 */
export function withoutPeople(reading: PageReading): PageReading {
  return { ...reading, authors: [], mentions: reading.mentions.filter((mention) => !isPersonal(mention)) }
}

/** Distinct profiles of people over all pages: the one figure that may be kept without a basis. */
export function countPeople(readings: readonly PageReading[]): number {
  const personal = new Set<string>()
  const others = new Set<string>()
  for (const mention of readings.flatMap((reading) => reading.mentions)) {
    const { key, kind } = mention.address
    if (key === null || kind !== 'account') continue
    if (isPersonal(mention)) {
      if (mention.zone !== 'comments' && !mention.hints.includes('quoted')) personal.add(key)
    } else others.add(key)
  }
  return [...personal].filter((key) => !others.has(key)).length
}
