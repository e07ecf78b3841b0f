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
  /** A site that names accounts of its own seldom leaves one out, and most that a search brings up are strangers'. */
  'not-on-site': {
    weight: -1.2,
    text: { nl: 'De website noemt andere accounts, maar dit niet.', en: 'The website names other accounts, but not this one.' },
  },
  'name-of-stranger': {
    weight: -2.5,
    text: {
      nl: 'De naam lijkt niet op die van de organisatie, en niets anders wijst op haar.',
      en: 'The name is unlike the organisation’s, and nothing else points to it.',
    },
  },
  'another-on-platform': {
    weight: -0.5,
    text: {
      nl: 'Op dit platform noemt de website al een account met de naam van de organisatie.',
      en: 'On this platform the website already names an account with the organisation’s name.',
    },
  },
  'handle-of-fans': {
    weight: -2,
    text: {
      nl: 'De naam zegt dat het van fans is, of een grap.',
      en: 'The name says that it is run by fans, or a joke.',
    },
  },
  /** A search brings up whatever bears a like name, and most of that is strangers'. */
  'found-by-search': {
    weight: -0.5,
    text: {
      nl: 'Gevonden door op de naam te zoeken. Dat brengt ook accounts van anderen boven.',
      en: 'Found by searching for the name. That brings up accounts of others too.',
    },
  },
  guessed: {
    weight: -0.3,
    text: {
      nl: 'De naam is geraden, en het account bestaat. Dat zegt nog niet van wie het is.',
      en: 'The name was guessed, and the account exists. That does not say yet whose it is.',
    },
  },
  'in-press': { weight: 0.5, text: { nl: 'Een artikel in de pers noemt dit account.', en: 'An article in the press names this account.' } },
  'in-print': {
    weight: 1,
    text: { nl: 'Staat op drukwerk dat iemand van jullie aanleverde.', en: 'Stands on printed matter that one of you handed in.' },
  },
  /** Whoever pastes a link decides afterwards whether it is theirs. */
  pasted: { weight: 0, text: { nl: 'Iemand heeft deze link zelf toegevoegd.', en: 'Somebody added this link by hand.' } },
  'name-alike': signals['name-alike'],
  'name-close': signals['name-close'],
  'name-unlike': signals['name-unlike'],
} as const satisfies Readonly<Record<string, WeightedSignal>>

/** Words in a handle, beside the organisation's name, that an organisation does not choose for itself. */
export const fanWords =
  /(?:fans?|fanclub|fanpage|memes?|parody|parodie|fake|nep|unofficial|haters?|ultras)(?:[\W_]|\d|$)|^(?:not|fake|nep|fans?|memes?|notthe|nietde)[\W_]?/i
