const PLAIN: Readonly<Record<string, string>> = { ß: 'ss', ø: 'o', æ: 'ae', œ: 'oe', ł: 'l', đ: 'd', ı: 'i', ð: 'd', þ: 'th' }
/** What German and Nordic writers put for a letter that a handle cannot hold, where that differs from leaving the sign out. */
const BY_TWO: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe' }

const inTheCaseOf = (letter: string, plain: string): string =>
  letter === letter.toLowerCase() ? plain : `${plain.charAt(0).toUpperCase()}${plain.slice(1)}`

const replaced = (text: string, letters: Readonly<Record<string, string>>): string =>
  text.replace(/[^\p{ASCII}]/gu, (letter) => {
    const plain = letters[letter.toLowerCase()]
    return plain === undefined ? letter : inTheCaseOf(letter, plain)
  })

/** Letters without their signs, case kept: `Zoë Łoś` is `Zoe Los`. */
export const withoutSigns = (text: string): string =>
  replaced(text, PLAIN)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')

/** The ways in which a word is written in plain letters, the usual one first: `Müller` gives `Muller` and `Mueller`. */
export function plainSpellings(word: string): string[] {
  const composed = word.normalize('NFC')
  return [...new Set([withoutSigns(composed), withoutSigns(replaced(composed, BY_TWO))])]
}

/** Plain letters in lower case; separators stay. What two names are compared by. */
export const folded = (text: string): string => withoutSigns(text.normalize('NFC')).toLowerCase()

/** Whether a sign is part of a word; all others separate. */
export const isWordSign = (sign: string): boolean => /[\p{L}\p{M}\p{N}]/u.test(sign)
