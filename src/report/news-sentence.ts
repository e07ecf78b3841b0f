import { checks } from '../checks/index.ts'
import type { Change, ChangedAccount, ChangeItem } from '../model/difference.ts'
import type { Text } from '../model/text.ts'
import { itemWords } from './difference/words.ts'
import { platformName } from './platform-name.ts'

const checkTitles: ReadonlyMap<string, Text> = new Map(checks.map(({ id, title }) => [id, title]))

/** Of these the words may name people or be long; that they changed is enough, the page shows the rest. */
const unquoted: ReadonlySet<ChangeItem> = new Set(['description', 'picture', 'banner', 'explanation'])

/** One change as a sentence: of whom, what, from what to what. Where words may name people it says only that they changed. */
export function newsSentence(change: Change, account: ChangedAccount | null): Text {
  const who = account ? `${platformName(account.platform)} (${account.handle})` : null
  if (who && change.alert === 'look-alike') return alertTexts['look-alike'](who)
  if (who && change.item === 'account') return change.detail === 'hands' ? alertTexts['changed-hands'](who) : accountTexts[change.kind](who)
  if (who && change.item === 'place') return placeTexts[change.kind](who)
  const title = (change.item === 'check' && change.detail !== null && checkTitles.get(change.detail)) || itemWords[change.item]
  const subject = { nl: who ? `${who}: ${lower(title.nl)}` : title.nl, en: who ? `${who}: ${lower(title.en)}` : title.en }
  const verb = verbs[change.kind]
  if (unquoted.has(change.item)) return { nl: `${subject.nl} is ${verb.nl}.`, en: `${subject.en} was ${verb.en}.` }
  const { before, after } = change
  if (before && after)
    return {
      nl: `${subject.nl} was ‘${brief(before.text.nl)}’ en is nu ‘${brief(after.text.nl)}’.`,
      en: `${subject.en} was ‘${brief(before.text.en)}’ and is now ‘${brief(after.text.en)}’.`,
    }
  const stand = after ?? before
  if (!stand) return { nl: `${subject.nl} is ${verb.nl}.`, en: `${subject.en} was ${verb.en}.` }
  return { nl: `${subject.nl} is ${verb.nl}: ‘${brief(stand.text.nl)}’.`, en: `${subject.en} was ${verb.en}: ‘${brief(stand.text.en)}’.` }
}

const longestQuote = 120
const brief = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim().replace(/\.$/, '')
  return line.length > longestQuote ? `${line.slice(0, longestQuote).trimEnd()}…` : line
}
const lower = (title: string): string => title.charAt(0).toLowerCase() + title.slice(1)

const verbs: Readonly<Record<Change['kind'], Text>> = {
  new: { nl: 'erbij gekomen', en: 'added' },
  gone: { nl: 'weggehaald', en: 'taken away' },
  changed: { nl: 'veranderd', en: 'changed' },
}

const alertTexts = {
  'look-alike': (who: string): Text => ({
    nl: `${who} lijkt op een account van jullie. Dat het iemand anders is, is niet bevestigd: kijk er zelf naar.`,
    en: `${who} looks like an account of yours. That it is somebody else is not confirmed: look at it yourself.`,
  }),
  'changed-hands': (who: string): Text => ({
    nl: `Onder de naam ${who} staat nu een ander account dan eerst.`,
    en: `Another account than before now stands under the name ${who}.`,
  }),
}

const accountTexts: Readonly<Record<Change['kind'], (who: string) => Text>> = {
  new: (who) => ({ nl: `${who} is er nieuw bij.`, en: `${who} is new.` }),
  gone: (who) => ({ nl: `${who} bestaat niet meer op het platform.`, en: `${who} no longer exists on the platform.` }),
  changed: (who) => ({ nl: `${who} is veranderd.`, en: `${who} changed.` }),
}

const placeTexts: Readonly<Record<Change['kind'], (who: string) => Text>> = {
  new: (who) => ({ nl: `Jullie website linkt nu naar ${who}.`, en: `Your website now links to ${who}.` }),
  gone: (who) => ({ nl: `Jullie website linkt niet meer naar ${who}.`, en: `Your website no longer links to ${who}.` }),
  changed: (who) => ({ nl: `De link naar ${who} op jullie website is veranderd.`, en: `The link to ${who} on your website changed.` }),
}
