import type { AccountKind } from '../model/candidate.ts'
import type { Mention, PageReading } from '../model/mention.ts'
import { chrome, type Occurrence } from './facts.ts'
import { folded, likeness, type NameForms, nameOfHandle, tellingWords } from './likeness.ts'

/** A part of the organisation that may have accounts of its own. */
type Part = Extract<AccountKind, 'location' | 'unit' | 'campaign'>

/** A page that is about one part, or about all parts of a sort. */
export interface PartPage {
  readonly part: Part
  /** As the address writes it: `de-dijkhof`; `null` on a page about all of them. */
  readonly name: string | null
}

/** What makes an account one of a part, and whether the organisation itself places it there. */
export interface PartOf {
  readonly part: Part
  /** `place`: it stands on the part's own page or under words for it. `name`: only its name or a sentence says so. */
  readonly by: 'place' | 'name'
  /** It stands on a page about all parts of a sort, where others stand too. */
  readonly listed: boolean
}

/** First words of a path segment (nl, en, de, fr). */
const segments: readonly (readonly [Part, RegExp])[] = [
  [
    'location',
    /^(?:(?:onze|our|unsere|nos|alle|all)-)?(?:(?:woon|zorg|werk|hoofd)?locaties?|vestiging(?:en)?|locations?|standorte?|filialen?|niederlassung(?:en)?|branch(?:es)?|agences?|etablissements?|implantations?|kantoren|offices?|winkels|stores|huizen|campus(?:es)?|clinics?|klinieken|praktijken|scholen|schools)(?=-|$)/,
  ],
  [
    'unit',
    /^(?:afdeling(?:en)?|departments?|departements?|abteilung(?:en)?|fachbereiche?|faculteit(?:en)?|facult(?:y|ies|es?)|fakultaet(?:en)?|fakultat(?:en)?|clientenraad|ondernemingsraad|medezeggenschap(?:sraad)?|ouderraad|leerlingenraad|studentenraad|commissies?|committees?|werkgroep(?:en)?|working-groups?|arbeitsgruppen?|chapters?|teams|team(?=-(?!members?$|leden$|page$|us$)))(?=-|$)/,
  ],
  ['campaign', /(?:^|-)(?:campagnes?|campaigns?|kampagnen?)(?=-|$)/],
]
/** Below these a page reports on a part; it is not the part's own. */
const reports =
  /^(?:nieuws|news|blogs?|actueel|aktuelles|actualites?|artikel(?:en)?|articles?|verhalen|stories|pers|press|presse|agenda|events?|(?:19|20)\d\d)$/

/** Words in a label or heading (nl, en, de, fr). */
const words: readonly (readonly [Part, RegExp])[] = [
  ['location', /\b(?:locatie|vestiging|standort|filiale|niederlassung|campus|our branch)\b/i],
  [
    'unit',
    /\b(?:afdeling|abteilung|faculteit|fakultät|faculty of|department of|clientenraad|cliëntenraad|ondernemingsraad|ouderraad|werkgroep|arbeitsgruppe)\b/i,
  ],
  ['campaign', /\b(?:campagne|campaign|kampagne)\b/i],
]

const plain = (segment: string): string =>
  segment
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/\.\w{2,5}$/, '')
    .replace(/[^a-z0-9]+/g, '-')

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** What part of the organisation a page is about, by its address or the first words of its title; `null` for none. */
export function partOfPage(page: Pick<PageReading, 'url' | 'title'>): PartPage | null {
  const path = URL.canParse(page.url) ? decoded(new URL(page.url).pathname).split('/').filter(Boolean).map(plain) : []
  for (const [index, segment] of path.entries()) {
    if (reports.test(segment)) return null
    const found = segments.find(([, pattern]) => pattern.test(segment))
    if (found === undefined) continue
    const [part, pattern] = found
    const rest = segment.replace(pattern, '').replace(/^-/, '')
    return { part, name: rest !== '' ? rest : (path[index + 1] ?? null) }
  }
  const start = /^[^|–—:]{0,60}/.exec(page.title)?.[0].trim() ?? ''
  const part = partInHeading(start)
  return part === null ? null : { part, name: start }
}

/** "Locatie De Dijkhof", "Fakultät Maschinenbau": the word for a sort of part, and a name behind it. */
function partInHeading(heading: string): Part | null {
  for (const [part, pattern] of words) {
    const found = pattern.exec(heading)
    if (found?.index === 0 && /^\s+(?:de |het |'t |den )?\p{Lu}/u.test(heading.slice(found[0].length))) return part
  }
  return null
}

const shortestName = 5

/** The parts that a site shows, as far as the pages read tell. */
export interface PartsOfSite {
  readonly pages: ReadonlyMap<PageReading, PartPage>
  /** Names of parts, folded, as handles and labels may hold them. */
  readonly names: ReadonlyMap<string, Part>
}

/** Finds the parts that pages are about. Names that are much like the site's own say nothing, and are left out. */
export function partsOfSite(pages: readonly PageReading[], site: NameForms): PartsOfSite {
  const about = new Map<PageReading, PartPage>()
  const names = new Map<string, Part>()
  for (const page of pages) {
    const found = partOfPage(page)
    if (found === null) continue
    about.set(page, found)
    for (const name of found.name === null ? [] : [folded(found.name), tellingWords(found.name).join('')])
      if (name.length >= shortestName && (likeness(name, site) ?? 0) < 0.65) names.set(name, found.part)
  }
  return { pages: about, names }
}

const tellingSources: ReadonlySet<Mention['source']> = new Set(['link', 'rel-me', 'data-attribute', 'plugin-frame', 'text', 'microdata'])
const othersHints: ReadonlySet<Mention['hints'][number]> = new Set(['credit', 'quoted', 'partner', 'related', 'byline', 'share'])

/** Whether the page itself, in its own text, gives the account. */
const inBody = (mention: Mention): boolean => tellingSources.has(mention.source) && !chrome.has(mention.zone) && !isOthers(mention)

const isOthers = ({ zone, hints }: Mention): boolean =>
  zone === 'comments' || zone === 'person-card' || hints.some((hint) => othersHints.has(hint))

function partInName(text: string, names: ReadonlyMap<string, Part>): Part | null {
  const name = folded(text)
  for (const [known, part] of names) if (name.includes(known)) return part
  return null
}

/** Whose account it is within the organisation: one of its parts', or `null` for the organisation's own and for strangers'. */
export function partOf(handle: string, occurrences: readonly Occurrence[], { pages, names }: PartsOfSite): PartOf | null {
  const mentions = occurrences.map(({ mention }) => mention).filter((mention) => !isOthers(mention))
  const bodies = occurrences.filter(({ mention }) => inBody(mention))
  const saidPart = (mention: Mention): Part | null => words.find(([, pattern]) => pattern.test(mention.label))?.[0] ?? null
  // What stands in header, footer or head data is the organisation's own, unless words say otherwise.
  if (bodies.length === occurrences.length) {
    const about = bodies.map(({ page }) => pages.get(page))
    const first = about[0]
    if (first !== undefined && about.every((one) => one?.part === first.part))
      return { part: first.part, by: 'place', listed: about.every((one) => one?.name === null) }
    const under = bodies.map(({ mention }) => saidPart(mention) ?? partInHeading(mention.heading)).find((part) => part !== null)
    if (under !== undefined) return { part: under, by: under === 'campaign' ? 'name' : 'place', listed: false }
    const named = partInName(nameOfHandle(handle), names)
    if (named !== null) return { part: named, by: 'name', listed: false }
  }
  const said = mentions.map((mention) => saidPart(mention) ?? partInName(mention.label, names)).find((part) => part !== null)
  const part = said ?? (mentions.some(({ hints }) => hints.includes('campaign')) ? 'campaign' : null)
  return part === null ? null : { part, by: 'name', listed: false }
}
