import type { CellState, LocationAnswer, SprawlDecision, SprawlReason } from '../model/location.ts'
import type { Text } from '../model/text.ts'

export const cellWords: Readonly<Record<CellState, Text>> = {
  present: { nl: 'aanwezig', en: 'present' },
  double: { nl: 'dubbel', en: 'double' },
  abandoned: { nl: 'verlaten', en: 'abandoned' },
  missing: { nl: 'ontbreekt', en: 'missing' },
  'deliberately-absent': { nl: 'bewust niet', en: 'deliberately absent' },
  'could-not-look': { nl: 'niet gekeken', en: 'could not look' },
}

export const answerWords: Readonly<Record<LocationAnswer, Text>> = {
  'not-found': { nl: 'Ik heb gekeken: er is geen account', en: 'I looked: there is no account' },
  'deliberately-absent': { nl: 'Bewust geen account', en: 'Deliberately no account' },
  'could-not-look': { nl: 'Ik kon niet kijken', en: 'I could not look' },
}

export const sprawlWords: Readonly<Record<SprawlDecision, Text>> = {
  keep: { nl: 'Houden', en: 'Keep' },
  merge: { nl: 'Samenvoegen', en: 'Merge' },
  rename: { nl: 'Hernoemen', en: 'Rename' },
  close: { nl: 'Opheffen', en: 'Close' },
  report: { nl: 'Melden bij het platform', en: 'Report to the platform' },
}

export const sprawlReasonWords: Readonly<Record<SprawlReason, Text>> = {
  'not-linked': { nl: 'De website verwijst er niet naar.', en: 'The website does not link to it.' },
  'not-owned': { nl: 'Niemand heeft gezegd dat het van ons is.', en: 'Nobody has said that it is ours.' },
  'not-branded': { nl: 'De naam van de organisatie staat er niet in.', en: 'It does not bear the organisation’s name.' },
  abandoned: { nl: 'Er is al meer dan een jaar niets te zien.', en: 'Nothing has been seen for over a year.' },
  gone: { nl: 'Het bestaat niet meer.', en: 'It no longer exists.' },
}
