import type { Finding } from '../model/finding.ts'
import type { Text } from '../model/text.ts'
import type { CheckedAccount } from './check.ts'
import { type CommonPicture, type Compared, standingOf } from './likeness.ts'
import { cannotSay, doesNotApply, type Judged, nameOf, scored } from './unseen.ts'

/** How one check speaks of its sort of picture. */
export interface PictureWords {
  /** With the article: "de achtergrondfoto". */
  readonly the: Text
  readonly minutes: number
  /** What to do, with the exact size on this platform. */
  readonly mend: (account: CheckedAccount, common: CommonPicture) => Text
}

export const notCompared: Text = {
  nl: 'De beelden zijn nog niet vergeleken.',
  en: 'The pictures have not been compared yet.',
}

const tooLittle: Text = {
  nl: 'Op dit beeld is te weinig te zien om zeker te zijn. Kijk zelf of het klopt.',
  en: 'There is too little in this picture to be sure. See for yourself whether it is right.',
}

/** Whose picture the common one is: agreed, or another account's. */
export const sourceOf = ({ from, norm }: CommonPicture): Text => {
  if (norm.kind === 'agreed' || from === null) return { nl: 'Afgesproken', en: 'Agreed' }
  const place = `${nameOf(from)} (${from.handle})`
  return norm.kind === 'majority'
    ? { nl: `Meest gebruikt, zoals op ${place}`, en: `Most used, as on ${place}` }
    : { nl: `Voorbeeld: ${place}`, en: `Example: ${place}` }
}

const whereIt = (common: CommonPicture): Text => {
  if (common.from === null) return { nl: 'de afgesproken foto', en: 'the agreed picture' }
  return {
    nl: `de foto van ${nameOf(common.from)} (${common.from.handle})`,
    en: `the picture of ${nameOf(common.from)} (${common.from.handle})`,
  }
}

const shared = ({ support, of }: CommonPicture): Text =>
  support > 1 || of === 0
    ? { nl: `Die staat bij ${support} van de ${of} accounts.`, en: `It is on ${support} of the ${of} accounts.` }
    : { nl: 'Geen twee accounts hebben dezelfde.', en: 'No two accounts have the same.' }

/** One account's picture held against the common one. */
export function judgePicture(
  account: CheckedAccount,
  digest: string,
  common: CommonPicture | null,
  set: Compared,
  words: PictureWords,
): Judged {
  const standing = standingOf(digest, common, set)
  const on = nameOf(account)
  if (standing === 'not-compared') return cannotSay({ nl: 'Nog niet vergeleken', en: 'Not compared yet' }, notCompared)
  if (standing === 'unreadable')
    return cannotSay(
      { nl: 'Niet te lezen', en: 'Not readable' },
      { nl: 'Wij konden dit beeld niet openen.', en: 'We could not open this picture.' },
    )
  if (common === null || (common.norm.kind !== 'agreed' && common.of < 2))
    return doesNotApply(
      { nl: 'Nog niets om mee te vergelijken', en: 'Nothing to compare with yet' },
      { nl: `Alleen ${on} heeft een beeld dat wij konden zien.`, en: `Only ${on} has a picture that we could see.` },
    )
  if (standing === 'cannot-tell') return cannotSay({ nl: 'Niet zeker', en: 'Not certain' }, tooLittle)
  const [it, many] = [whereIt(common), shared(common)]
  if (standing === 'same')
    return {
      outcome: scored(1),
      verdict: { nl: `${capital(words.the.nl)} klopt`, en: `${capital(words.the.en)} is right` },
      saw: { nl: `Op ${on} staat ${it.nl}. ${many.nl}`, en: `On ${on} stands ${it.en}. ${many.en}` },
      mend: null,
      minutes: null,
    }
  return {
    outcome: scored(0),
    verdict: { nl: `${capital(words.the.nl)} is anders`, en: `${capital(words.the.en)} is different` },
    saw: { nl: `Op ${on} staat een andere foto dan ${it.nl}. ${many.nl}`, en: `On ${on} stands another picture than ${it.en}. ${many.en}` },
    mend: words.mend(account, common),
    minutes: words.minutes,
  }
}

/** The pictures that a person can look at to see that it is so, the account's own first. */
export function pictureEvidence(
  account: CheckedAccount,
  digest: string | null,
  common: CommonPicture | null,
): NonNullable<Finding['pictures']> {
  const own = digest === null ? [] : [{ digest, label: { nl: `Op ${nameOf(account)}`, en: `On ${nameOf(account)}` } }]
  return common && common.example !== digest ? [...own, { digest: common.example, label: sourceOf(common) }] : own
}

/** The measured likeness with the common picture, where this pair was measured. */
export function likenessEvidence(digest: string | null, common: CommonPicture | null, set: Compared | null): Finding['evidence'] {
  const score = digest === null || common === null ? undefined : set?.scores.get(digest + common.example)
  return score === undefined ? [] : [{ label: 'score', value: score.toFixed(3) }]
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
