import type { Text } from '../src/model/text.ts'
import { signals } from './signals.ts'

interface WeightedSignal {
  /** Log-odds. */
  readonly weight: number
  readonly text: Text
}

/** What registers and people add to the judgement of an account; the names' weights are those of the site. */
export const claimSignals = {
  'in-register': {
    weight: 2.5,
    text: {
      nl: 'Een openbaar register (Wikidata) noemt dit account bij de organisatie.',
      en: 'A public register (Wikidata) names this account with the organisation.',
    },
  },
  'earlier-ours': {
    weight: 4,
    text: {
      nl: 'In een eerdere audit is gezegd dat dit account van jullie is.',
      en: 'In an earlier audit this account was said to be yours.',
    },
  },
  'domain-handle': {
    weight: 6,
    text: {
      nl: 'De naam van het account is jullie eigen domein. Dat kan alleen wie het domein beheert.',
      en: 'The account’s name is your own domain. Only who runs the domain can do that.',
    },
  },
  'verified-link': {
    weight: 5,
    text: {
      nl: 'Het platform heeft nagekeken dat jullie site naar dit account verwijst.',
      en: 'The platform checked that your site links to this account.',
    },
  },
  'names-our-site': {
    weight: 1.5,
    text: { nl: 'Het account noemt jullie website. Dat kan iedereen doen.', en: 'The account names your website. Anybody can do that.' },
  },
  'found-by-search': { weight: 0.3, text: { nl: 'Gevonden door op de naam te zoeken.', en: 'Found by searching for the name.' } },
  guessed: { weight: 0, text: { nl: 'De naam is geraden, en het account bestaat.', en: 'The name was guessed, and the account exists.' } },
  'in-press': { weight: 0.5, text: { nl: 'Een artikel in de pers noemt dit account.', en: 'An article in the press names this account.' } },
  /** Whoever pastes a link decides afterwards whether it is theirs. */
  pasted: { weight: 0, text: { nl: 'Iemand heeft deze link zelf toegevoegd.', en: 'Somebody added this link by hand.' } },
  'name-alike': signals['name-alike'],
  'name-close': signals['name-close'],
  'name-unlike': signals['name-unlike'],
} as const satisfies Readonly<Record<string, WeightedSignal>>
