import { uniformity } from '../../config/uniformity.ts'
import type { Finding } from '../model/finding.ts'
import type { Seen } from '../model/seen.ts'
import type { Text } from '../model/text.ts'
import { hasBanner } from '../platforms/picture-sizes.ts'
import { type Check, type CheckedAccount, isVisible } from './check.ts'
import { byDefault, normOf, whyBy } from './norm.ts'
import { type Judged, nameOf, notSeen, scored } from './unseen.ts'

const id = 'completeness'

export const completeness: Check = {
  id,
  part: 'text',
  field: 'profile',
  norms: ['default'],
  title: { nl: 'Alles ingevuld', en: 'Everything filled in' },
  description: {
    nl: 'Wij kijken of elk profiel een foto, een achtergrond, een omschrijving en een website heeft.',
    en: 'We look whether each profile has a picture, a background, a description and a website.',
  },
  appliesTo: isVisible,
  run: ({ accounts }) => accounts.map(findingOf),
}

const reason: Text = {
  nl: 'Een leeg vak ziet eruit alsof niemand het account bijhoudt.',
  en: 'An empty field looks as if nobody keeps the account up.',
}

interface Item {
  readonly name: Text
  readonly seen: Seen<unknown>
  readonly minutes: number
}

const { minutes } = uniformity

const itemsOf = (account: CheckedAccount): Item[] => [
  { name: { nl: 'profielfoto', en: 'profile picture' }, seen: account.avatar, minutes: minutes.avatar },
  ...(hasBanner(account.platform)
    ? [{ name: { nl: 'achtergrondfoto', en: 'background picture' }, seen: account.banner, minutes: minutes.banner }]
    : []),
  { name: { nl: 'omschrijving', en: 'description' }, seen: account.description, minutes: minutes.description },
  { name: { nl: 'website', en: 'website' }, seen: websiteOf(account), minutes: minutes.website },
]

/** A link anywhere in the profile is as good as the field for it. */
const websiteOf = ({ website, linksBack }: CheckedAccount): Seen<unknown> => (website.seen ? website : linksBack.seen ? linksBack : website)

function findingOf(account: CheckedAccount): Finding {
  const items = itemsOf(account)
  return {
    check: id,
    subject: account.key,
    why: whyBy(byDefault, reason),
    norm: normOf(byDefault),
    evidence: items.map(({ name, seen }) => ({ label: name.nl, value: seen.seen ? 'seen' : seen.why })),
    ...judge(account, items),
  }
}

const listed = (items: readonly Item[], locale: keyof Text) =>
  new Intl.ListFormat(locale, { type: 'conjunction' }).format(items.map(({ name }) => name[locale]))

function judge(account: CheckedAccount, items: readonly Item[]): Judged {
  const empty = items.filter(({ seen }) => !seen.seen && seen.why === 'absent')
  const filled = items.filter(({ seen }) => seen.seen)
  const known = empty.length + filled.length
  const on = nameOf(account)
  // One field that happened to be seen says nothing of the whole.
  if (known < 2) {
    const why = items.flatMap(({ seen }) => (seen.seen || seen.why === 'absent' ? [] : [seen.why]))[0]
    return notSeen(account, why ?? 'not-offered')
  }
  if (empty.length === 0)
    return {
      outcome: scored(1),
      verdict:
        known === items.length
          ? { nl: 'Alles is ingevuld', en: 'Everything is filled in' }
          : { nl: 'Alles wat wij konden zien, is ingevuld', en: 'Everything that we could see is filled in' },
      saw: { nl: `Op ${on} staan ${listed(filled, 'nl')}.`, en: `On ${on} stand ${listed(filled, 'en')}.` },
      mend: null,
      minutes: null,
    }
  return {
    outcome: scored(filled.length / known),
    verdict: { nl: 'Nog niet alles ingevuld', en: 'Not everything filled in yet' },
    saw: { nl: `Op ${on} is dit nog leeg: ${listed(empty, 'nl')}.`, en: `On ${on} this is still empty: ${listed(empty, 'en')}.` },
    mend: { nl: `Vul op ${on} aan: ${listed(empty, 'nl')}.`, en: `Fill in on ${on}: ${listed(empty, 'en')}.` },
    minutes: empty.reduce((sum, item) => sum + item.minutes, 0),
  }
}
