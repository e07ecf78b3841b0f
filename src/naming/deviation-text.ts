import type { Text } from '../model/text.ts'
import type { DeviationKind } from './deviation.ts'

/** Each way to differ, as people call it. */
const deviationTexts: Readonly<Record<DeviationKind, Text>> = {
  'linkedin-code': { nl: 'LinkedIn zette er zelf een code achter', en: 'LinkedIn itself put a code behind it' },
  'length-cut': { nl: 'de naam past hier niet helemaal', en: 'the name does not fit here whole' },
  'other-separator': { nl: 'een ander leesteken, of geen', en: 'another separating sign, or none' },
  'other-order': { nl: 'de delen staan in een andere volgorde', en: 'the parts stand in another order' },
  'added-number': { nl: 'er staat een getal bij', en: 'a number was added' },
  'other-organisation-name': { nl: 'een andere naam van de organisatie', en: 'another name of the organisation' },
  'missing-infix': { nl: 'zonder tussenvoegsel', en: 'without the infix' },
  nickname: { nl: 'met de roepnaam', en: 'with a nickname' },
  abbreviation: { nl: 'de naam is afgekort', en: 'the name is shortened' },
  'missing-organisation': { nl: 'zonder de organisatie', en: 'without the organisation' },
  'other-name-part': { nl: 'met een ander deel van de naam', en: 'with another part of the name' },
  'added-word': { nl: 'er staat een woord bij', en: 'a word was added' },
  'missing-part': { nl: 'een deel van de naam ontbreekt', en: 'a part of the name is missing' },
  'other-name': { nl: 'een heel andere naam', en: 'another name altogether' },
}

/** What differs, in one sentence; `null` when nothing does. */
export function deviationText(kinds: readonly DeviationKind[]): Text | null {
  if (kinds.length === 0) return null
  const joined = (locale: 'nl' | 'en', last: string) => {
    const words = kinds.map((kind) => deviationTexts[kind][locale])
    const text = words.length > 1 ? `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}` : (words[0] ?? '')
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
  }
  return { nl: joined('nl', 'en'), en: joined('en', 'and') }
}
