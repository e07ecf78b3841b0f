import { uniformity } from '../../config/uniformity.ts'
import { colourDifference, labColourOfHex } from '../images/colour-difference.ts'
import type { Finding } from '../model/finding.ts'
import type { HouseStyle } from '../model/house-style.ts'
import type { PicturesReading } from '../model/pictures.ts'
import type { Seen } from '../model/seen.ts'
import type { Text } from '../model/text.ts'
import { type Check, type CheckedAccount, isVisible } from './check.ts'
import { notCompared } from './judge-picture.ts'
import { agreed, normOf, whyBy } from './norm.ts'
import { cannotSay, doesNotApply, type Judged, nameOf, notSeen, scored } from './unseen.ts'

const id = 'palette'

export const palette: Check = {
  id,
  part: 'pictures',
  field: 'avatar',
  norms: ['agreed'],
  title: { nl: 'De kleuren van je huisstijl', en: 'The colours of your house style' },
  description: {
    nl: 'Wij meten of je afgesproken kleuren terugkomen in de profielfoto en de achtergrondfoto.',
    en: 'We measure whether the colours that you agreed come back in the profile picture and the background picture.',
  },
  appliesTo: isVisible,
  run: ({ accounts, houseStyle, pictures }) => {
    const read = pictures && new Map(pictures.palettes.map(({ picture, colours }) => [picture, colours]))
    return accounts.map((account) => findingOf(account, houseStyle, read))
  },
}

const reason: Text = {
  nl: 'Kleur zie je het eerst. Met vaste kleuren lijkt een account meteen vertrouwd.',
  en: 'Colour is seen first. With fixed colours an account looks familiar at once.',
}

/** Which share of a picture is in one of these colours, 0 to 1: its colours within the tolerance, by their area. */
export function shareInColours(colours: readonly { readonly hex: string; readonly share: number }[], house: readonly string[]): number {
  const own = house.flatMap((hex) => labColourOfHex(hex) ?? [])
  const isOwn = (hex: string) => {
    const colour = labColourOfHex(hex)
    return colour !== null && own.some((other) => colourDifference(colour, other) <= uniformity.palette.tolerance)
  }
  return colours.reduce((sum, { hex, share }) => (isOwn(hex) ? sum + share : sum), 0)
}

type Colours = PicturesReading['palettes'][number]['colours']
/** Picture → its colours; `null`: nothing was measured yet. */
type Palettes = ReadonlyMap<string, Colours> | null

function findingOf(account: CheckedAccount, { colours }: HouseStyle, palettes: Palettes): Finding {
  const norm = agreed(colours.passage)
  const digests = [account.avatar, account.banner].flatMap((picture) => (picture.seen ? [picture.value] : []))
  const read = digests.flatMap((digest) => [palettes?.get(digest) ?? []])
  return {
    check: id,
    subject: account.key,
    why: colours.hex.length > 0 ? whyBy(norm, reason) : reason,
    norm: normOf(norm),
    evidence: [
      ...colours.hex.map((value) => ({ label: 'house', value })),
      ...read.flat().map(({ hex, share }) => ({ label: hex, value: share.toFixed(2) })),
    ].slice(0, 24),
    pictures: digests.map((digest) => ({ digest, label: { nl: `Op ${nameOf(account)}`, en: `On ${nameOf(account)}` } })),
    ...judge(account, colours.hex, palettes),
  }
}

function judge(account: CheckedAccount, house: readonly string[], palettes: Palettes): Judged {
  if (house.length === 0)
    return doesNotApply(
      { nl: 'Niets afgesproken', en: 'Nothing agreed' },
      { nl: 'Er zijn nog geen kleuren vastgelegd.', en: 'No colours have been recorded yet.' },
    )
  const shown = [account.avatar, account.banner]
  if (!shown.some(({ seen }) => seen)) return nothingToSee(account, shown)
  const read = shown.flatMap((picture) => {
    const found = picture.seen ? palettes?.get(picture.value) : undefined
    return found ? [found] : []
  })
  if (read.length === 0) return cannotSay({ nl: 'Nog niet vergeleken', en: 'Not compared yet' }, notCompared)
  const most = Math.max(...read.map((found) => shareInColours(found, house)))
  const on = nameOf(account)
  const share = Math.round(most * 100)
  const saw = {
    nl: `Op ${on} is ${share}% van een beeld in je eigen kleuren.`,
    en: `On ${on} ${share}% of a picture is in your own colours.`,
  }
  if (most >= uniformity.palette.share)
    return { outcome: scored(1), verdict: { nl: 'In je eigen kleuren', en: 'In your own colours' }, saw, mend: null, minutes: null }
  return {
    outcome: scored(0),
    verdict: { nl: 'Je eigen kleuren ontbreken', en: 'Your own colours are missing' },
    saw,
    mend: {
      nl: `Gebruik op ${on} een profielfoto of achtergrondfoto in een van deze kleuren: ${house.join(', ')}.`,
      en: `Use a profile picture or background picture on ${on} in one of these colours: ${house.join(', ')}.`,
    },
    minutes: uniformity.minutes.banner,
  }
}

function nothingToSee(account: CheckedAccount, shown: readonly Seen<string>[]): Judged {
  const hidden = shown.flatMap((picture) => (picture.seen || picture.why === 'absent' ? [] : [picture.why]))[0]
  return hidden === undefined
    ? doesNotApply(
        { nl: 'Geen beelden', en: 'No pictures' },
        { nl: `Op ${nameOf(account)} staan geen beelden.`, en: `There are no pictures on ${nameOf(account)}.` },
      )
    : notSeen(account, hidden)
}
