/** A person's name in its parts, each as it was written. */
export interface PersonName {
  /** First names in order, initials left out; empty when only initials are known. */
  readonly given: readonly string[]
  /** `van der`; empty when there is none. */
  readonly infix: readonly string[]
  /** More than one word when a name is double: `Jansen-de Vries` gives `Jansen`, `de`, `Vries`. */
  readonly family: readonly string[]
  /** The family name as it was written, without the infix in front: `Jansen-de Vries`. */
  readonly surname: string
  /** The letters of the first names and initials in order: `JP`. */
  readonly initials: string
  /** What the person is called: the name in brackets or quotes. */
  readonly called: readonly string[]
  /** The name as one shows it: called name, infix and family, without titles and letters behind it. */
  readonly shown: string
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/))

const TITLES = set(`dr drs ir ing prof mr mrs ms mw mevr mevrouw dhr meneer sir dame rev ds hon sen rep bc msc frau herr miss`)
const BEHIND = set(`jr sr junior senior ii iii iv msc bsc phd mba llm llb mph mpa pmp cpa rc esq ing drs dr ir bc`)
/** Letters behind a name that are names too (Grace Meng, Yo-Yo Ma); they count written just so. */
const BEHIND_JUST_SO = set('MA BA MD RN RA PA BN MEng BEng MEd BEd')

const INFIXES =
  set(`van de der den het 't ’t ‘t ter ten te tot von zu zum zur vom af av da das dos di del della dello dalla du des du ibn bint
  abu las los 's ’s vande vander vanden`)
/** Words that are first names or initials too: an infix only in lower case, or behind another one. */
const INFIXES_IN_LOWER_CASE = set('la le les el al op aan in bij bin ben do e y i dal dei degli uit over onder voor st')

const LONGEST = 200
const INITIALS = /^(?:\p{L}{1,2}\.-?){1,12}$|^\p{Lu}$/u

const bare = (word: string): string => word.toLowerCase().replace(/\./g, '')
const isTitle = (word: string): boolean => TITLES.has(bare(word))
const isBehind = (word: string): boolean => BEHIND.has(bare(word)) || BEHIND_JUST_SO.has(word.replace(/\./g, ''))

function isInfix(word: string, previousIsInfix: boolean): boolean {
  const low = word.toLowerCase()
  return INFIXES.has(low) || (INFIXES_IN_LOWER_CASE.has(low) && (word === low || previousIsInfix))
}

const wordsOf = (text: string): string[] => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word))

/** Takes out what stands in brackets or quotes: the name by which somebody is called. */
function withoutCalled(text: string): { rest: string; called: string[] } {
  const called: string[] = []
  const rest = text.replace(/[(“„«"]([^()"“”„«»]{1,60})[)”“»"]|(?<=\s)['‘]([^'‘’]{2,60})['’](?=\s)/g, (_all, one, other) => {
    const words = wordsOf(one ?? other ?? '')
    if (called.length === 0 && !words.every((word) => INITIALS.test(word) || isBehind(word))) called.push(...words)
    return ' '
  })
  return { rest, called }
}

/** `Vries, Jan de` and `de Vries, Jan` in the order in which one says them; `Jan de Vries, MSc` is in that order already. */
function inSpokenOrder(text: string): string {
  const parts = text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '' && !wordsOf(part).every(isBehind))
  return parts.toReversed().join(' ')
}

function trimmed(words: readonly string[]): string[] {
  let start = 0
  let end = words.length
  while (end - start > 1 && isTitle(words[start] ?? '')) start++
  while (end - start > 1 && isBehind(words[end - 1] ?? '')) end--
  return words.slice(start, end)
}

/** Where the infix begins and where the family name does. */
function surnameAt(words: readonly string[]): readonly [infix: number, family: number] {
  // `Jansen-de Vries`: the infix inside a double name begins no surname.
  const double = words.findIndex((word, at) => at > 0 && /-\p{L}+$/u.test(word) && isInfix(word.slice(word.lastIndexOf('-') + 1), false))
  const last = double > 0 ? double : words.length - 1
  const infix = words.findIndex((word, at) => at < last && (at > 0 || words.length > 1) && isInfix(word, false))
  if (infix < 0) return [last, last]
  let family = infix
  while (family < last && isInfix(words[family] ?? '', family > infix)) family++
  return [infix, family]
}

/** `al-Masri` is an infix and a name. */
function withoutAttached(words: readonly string[]): string[] {
  return words.flatMap((word, at) => {
    const attached = at > 0 ? /^(al|el|as|ar)-(\p{L}{2,})$/iu.exec(word) : null
    return attached?.[1] && attached[2] ? [attached[1].toLowerCase(), attached[2]] : [word]
  })
}

const lettersOf = (words: readonly string[]): string =>
  words.flatMap((word) => word.split(/[.\s-]+/).map((part) => part.charAt(0))).join('')

/**
 * Reads a person's name as people write it: with titles, initials, infixes, a double family name, the family name in front
 * with a comma, the called name in brackets. Whether a middle word is a first or a family name cannot be told: it is read
 * as a first name.
 */
export function readPersonName(text: string): PersonName {
  const { rest, called } = withoutCalled(text.slice(0, LONGEST).replace(/\s+-\s+|\s+-(?=\p{L})|(?<=\p{L})-\s+/gu, '-'))
  const words = withoutAttached(trimmed(wordsOf(inSpokenOrder(rest))))
  const [infixAt, familyAt] = words.length > 1 ? surnameAt(words) : [words.length, words.length]
  const before = words.slice(0, infixAt)
  const given = before.filter((word) => !INITIALS.test(word))
  const infix = words.slice(infixAt, familyAt)
  const surname = words.slice(familyAt).filter((word, _at, all) => all.length === 1 || !INITIALS.test(word))
  const first = called.length > 0 ? called : given.length > 0 ? given : before
  return {
    given,
    infix,
    family: surname.flatMap((word) => word.split('-')).filter(Boolean),
    surname: surname.join(' '),
    initials: lettersOf(before.length > 0 ? before : called),
    called,
    shown: [...first, ...infix, ...surname].join(' '),
  }
}
