/**
 * Words that organisations put before or after their name in a handle. They make a handle longer, not another one.
 * Ranking counted over 27,582 organisations of the name-suggestion-index; the words of care and government are the
 * Dutch ones. Folded: lower case, no diacritics. A word counts only on the side where it is used, or "Holland & Barrett"
 * would lose its first name.
 */
const before = 'de het the my mijn we weare wij wijzijn cityof gemeente provincie stichting vereniging'
const behind = `nl be eu fr uk usa nederland netherlands holland belgie belgique belgium vlaanderen deutschland france global international
  hq bv nv inc vzw gmbh holding tv online media social nieuws news live info help service org com net`
const either = `official officieel officiel oficial real group groep cooperatie
  zorg zorggroep zorgcentrum zorginstelling zorgorganisatie ouderenzorg thuiszorg gehandicaptenzorg jeugdzorg jeugdhulp
  verpleeghuis verpleging woonzorg woonzorgcentrum welzijn ggz ziekenhuis kliniek care health hospital clinic
  stad city council school college onderwijs universiteit university bibliotheek museum theater`

const words = (text: string): string[] => text.split(/\s+/)

/** Longest first, so that `zorggroep` goes before `zorg`. */
const longestFirst = (list: readonly string[]): string[] => list.toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1))

export const prefixes: readonly string[] = longestFirst([...words(before), ...words(either)])
export const suffixes: readonly string[] = longestFirst([...words(behind), ...words(either)])

const known = new Set([...prefixes, ...suffixes])

/** Whether a folded word says nothing about which organisation it is: a common word, a number, or some of those in a row. */
export function isGeneric(word: string): boolean {
  // ends[n]: the first n letters are common words.
  const ends = [true]
  for (let end = 1; end <= word.length; end++) {
    const isDigit = /\d/.test(word.charAt(end - 1))
    // Short words count at either end only: `zorgwijde` is a name, not `zorg`, `wij` and `de`.
    const isWord = (start: number) => known.has(word.slice(start, end)) && (end - start > 3 || start === 0 || end === word.length)
    ends[end] = (isDigit && ends[end - 1] === true) || ends.some((ended, start) => ended && isWord(start))
  }
  return word !== '' && ends[word.length] === true
}
