import type { Location } from '../model/location.ts'
import type { Text } from '../model/text.ts'

/** What an account and a location have in common. */
export interface LocationEvidence {
  readonly location: Location
  /** Words of the name that were met, and which part of the name they are, 0 to 1. */
  readonly nameWords: readonly string[]
  readonly nameShare: number
  readonly place: boolean
  readonly aloneInPlace: boolean
  /** It names a place of another location. */
  readonly otherPlace: boolean
  readonly ownPage: boolean
  /** It is the organisation's, or bears its name. */
  readonly ofUs: boolean
  /** Words in its handle, and in the name that it shows, that nothing explains; '' for none. */
  readonly leftover: string
  readonly leftoverShown: string
}

/** Log-odds. Set on invented lists and checked on others, with other words, by `test/bench/locations.ts`. */
const weights = {
  start: -3,
  wholeName: 4.5,
  partOfName: 2.5,
  onlyInPlace: 2.5,
  inPlace: 1,
  otherPlace: -4,
  ownPage: 4.5,
  ofUs: 1.5,
  leftover: -2.5,
  leftoverShown: -2,
} as const

/** How much speaks for an account being this location's, in log-odds, and why. */
export function weighLocation(evidence: LocationEvidence): { odds: number; reasons: Text[] } {
  const { location, nameShare, place, aloneInPlace, leftover, leftoverShown } = evidence
  const whole = nameShare > 0.99
  const parts: readonly (readonly [boolean, number, Text])[] = [
    [whole, weights.wholeName, wholeName(location.name)],
    [nameShare > 0 && !whole, weights.partOfName * nameShare, partOfName(evidence.nameWords.join(' '))],
    [place && aloneInPlace, weights.onlyInPlace, onlyInPlace(location.place ?? '')],
    [place && !aloneInPlace, weights.inPlace, inPlace(location.place ?? '')],
    [!place && evidence.otherPlace, weights.otherPlace, otherPlace],
    [evidence.ownPage, weights.ownPage, ownPage],
    [evidence.ofUs, weights.ofUs, ofUs],
    // What the location's own page links to may be called anything.
    [leftover !== '' && !evidence.ownPage, weights.leftover, unexplained(leftover)],
    [leftover === '' && leftoverShown !== '' && !evidence.ownPage, weights.leftoverShown, unexplained(leftoverShown)],
  ]
  const held = parts.filter(([holds]) => holds)
  return { odds: held.reduce((sum, [, weight]) => sum + weight, weights.start as number), reasons: held.map(([, , reason]) => reason) }
}

const wholeName = (name: string): Text => ({
  nl: `De naam van de locatie staat erin: ${name}.`,
  en: `It bears the location’s name: ${name}.`,
})
const partOfName = (words: string): Text => ({
  nl: `Een deel van de naam staat erin: ${words}.`,
  en: `It bears part of the name: ${words}.`,
})
const onlyInPlace = (place: string): Text => ({
  nl: `De plaats staat erin, en dit is de enige locatie in ${place}.`,
  en: `It bears the place, and this is the only location in ${place}.`,
})
const inPlace = (place: string): Text => ({ nl: `De plaats staat erin: ${place}.`, en: `It bears the place: ${place}.` })
const otherPlace: Text = { nl: 'Er staat een andere plaats in.', en: 'It names another place.' }
const ownPage: Text = { nl: 'Het staat op de eigen pagina van de locatie.', en: 'It stands on the location’s own page.' }
const ofUs: Text = {
  nl: 'Het is van de organisatie, of draagt haar naam.',
  en: 'It is the organisation’s, or bears its name.',
}
const unexplained = (rest: string): Text => ({
  nl: `Er staat iets in dat niets verklaart: ${rest}.`,
  en: `It bears something that nothing explains: ${rest}.`,
})
