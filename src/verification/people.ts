import type { Mention, PageReading } from '../model/mention.ts'
import { chrome, type Occurrence } from './facts.ts'
import { folded, likeness, type NameForms, wordsOf } from './likeness.ts'

/** Pages that list people (nl, en, de, fr). */
const listsPeople =
  /\/(?:(?:ons|our|unser|the|notre|het|meet-the|meet-our)-)?(?:team|teamleden|team-members|bestuur|board|people|staff|crew|founders?|oprichters?|vorstand|leadership|management|medewerkers|collegas|mensen|mitarbeiter|mitarbeitende|equipe|leraren|docenten|dozenten|raad-van-(?:bestuur|toezicht)|directie|who-we-are|wie-(?:zijn-wij|we-zijn|wij-zijn)|wer-wir-sind|qui-sommes-nous)(?:[/.]|$)/i
/** Pages that tell of the organisation, and so of its people. */
const tellsOfPeople =
  /\/(?:about|about-us|over|over-ons|ueber-uns|uber-uns|a-propos|history|geschiedenis|geschichte|histoire|ons-verhaal|our-story)(?:[/.]|$)/i

/** "Bart Jansen", "Samira el Ouarzazi", "Dr. Anne-Marie Smit": capitals, with small words between. */
const fullName =
  /^(?:(?:[Dd]r|[Pp]rof|[Dd]rs|[Ii]r|[Mm]r|[Mm]s)\.? )?\p{Lu}[\p{L}'’.-]+(?: (?:van|de|der|den|von|vom|zu|la|le|da|di|el|al|ter|ten|te|'t|bin|y)){0,3}(?: \p{Lu}[\p{L}'’.-]*){1,3}$/u
const givenName = /^\p{Lu}\p{Ll}{2,14}(?:-\p{Lu}\p{Ll}{2,14})?$/u

/** Where an account may be anybody's. */
const anybodys: ReadonlySet<string> = new Set([
  'x',
  'instagram',
  'threads',
  'bluesky',
  'mastodon',
  'github',
  'tiktok',
  'facebook',
  'youtube',
  'medium',
  'xing',
])

/** Words for a sort of organisation or for a part of a page: no person is called so (nl, en, de, fr). */
const noPerson =
  /^(?:de|het|the|die|der|das|le|la|les|een|an?|onze|our|unsere?|nos|all|alle|meer|more|get|stay|find|join|meet|contact|volg|follow)\s|bureau|studio|stichting|vereniging|gemeente|school|college|universi|zorg|groep|group|netwerk|network|partners?$|media|digital|design|social|team|board|bestuur|news|nieuws|club|museum|krant|times|facebook|twitter|instagram|linkedin|youtube|tiktok|github|mastodon|bluesky|threads/i

const isFullName = (text: string): boolean => text.length <= 50 && fullName.test(text) && !noPerson.test(text)

function pathOf(page: PageReading): string {
  return URL.canParse(page.url) ? new URL(page.url).pathname : ''
}

/** `bartj` and `jansen_b` hold a word of "Bart Jansen". */
const holdsWordOf = (handle: string, name: string): boolean =>
  wordsOf(name).some((word) => word.length >= 3 && folded(handle).includes(word))

function namesPerson({ address, label, heading, hints }: Mention, path: string): boolean {
  if (hints.includes('follow')) return false
  const name = label.replace(/^@/, '').trim()
  const list = listsPeople.test(path)
  if (list && (isFullName(name) || (isFullName(heading) && holdsWordOf(address.handle ?? '', heading)))) return true
  return (list || tellsOfPeople.test(path)) && hints.includes('prose') && givenName.test(name) && !noPerson.test(name)
}

/**
 * Whether the pages give an account under a person's name: a full name as label or heading on a page that lists people, or a
 * given name inside a sentence about the organisation. Names like the site's own are no person's.
 */
export function givesPersonsName(occurrences: readonly Occurrence[], site: NameForms): boolean {
  return occurrences.every(({ mention, page }) => {
    const { platform, owner } = mention.address
    if (platform === null || !anybodys.has(platform) || owner !== 'any' || chrome.has(mention.zone)) return false
    if (!namesPerson(mention, pathOf(page))) return false
    return wordsOf(mention.label).every((word) => word.length < 4 || (likeness(folded(word), site) ?? 0) < 0.65)
  })
}
