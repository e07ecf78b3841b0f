import { siteLikeness } from '../../config/signals.ts'
import type { PageReading } from '../model/mention.ts'
import type { Organisation } from '../model/organisation.ts'
import { folded, likeness, tellingWords } from './likeness.ts'
import { namesOfSite, type SiteNames } from './site-names.ts'

/** Whether a site is the organisation's, as far as names tell. */
export interface SiteOwnership {
  /** 0 to 1. */
  readonly likeness: number
  readonly verdict: 'yes' | 'doubtful' | 'no'
  /** What the site calls itself, the likest first: label and value. */
  readonly evidence: readonly { readonly label: 'domain' | 'site name'; readonly value: string; readonly likeness: number }[]
}

/** Words for a sort of organisation: they tell two organisations of one place apart, and prove nothing alone (nl, en, de, fr). */
const sorts = new Set(
  'zorggroep zorg zorginstelling care health healthcare hospital ziekenhuis krankenhaus hopital kliniek clinic praktijk practice praxis school scholen basisschool college university universiteit hogeschool universitat universite schule ecole gemeente stad stadt ville city county council provincie bibliotheek library bibliothek museum theater kerk church kirche gemeinde parochie bank hotel restaurant cafe bakkerij winkel shop store club vereniging verein association federatie federation netwerk network bond union partij party groep group gruppe groupe centrum center centre zentrum institute instituut institut foundation fonds fund dienst service services solutions company bedrijf media krant news welzijn wonen thuiszorg kinderopvang opvang jeugd huis house haus maison nederland belgie deutschland international national'.split(
    ' ',
  ),
)

interface Split {
  readonly own: readonly string[]
  readonly sort: ReadonlySet<string>
}

function split(name: string): Split {
  const words = tellingWords(name)
  const own = words.filter((word) => !sorts.has(word))
  return { own: own.length > 0 ? own : words, sort: new Set(words.filter((word) => sorts.has(word))) }
}

/** Share of the letters of `words` that `text` knows as whole words, or that stand inside its one long word. */
function shared(words: readonly string[], others: readonly string[]): number {
  const all = words.reduce((sum, word) => sum + word.length, 0)
  const known = words.filter((word) => others.some((other) => other === word || (word.length >= 4 && other.includes(word))))
  return all === 0 ? 0 : known.reduce((sum, word) => sum + word.length, 0) / all
}

function likenessOfName(given: Split, siteName: string): number {
  const site = split(siteName)
  const both = Math.max(shared(given.own, site.own), shared(site.own, given.own) * 0.9)
  const rivals = given.sort.size > 0 && site.sort.size > 0 && ![...given.sort].some((word) => site.sort.has(word))
  return rivals ? Math.min(both, siteLikeness.yes - 0.1) : both
}

function likenessOfLabel(names: readonly string[], given: Split, label: string): number {
  const wholes = names.map(folded)
  const own = given.own.join('')
  const acronyms = names
    .flatMap((name) => [
      tellingWords(name)
        .map((word) => word[0])
        .join(''),
    ])
    .filter((acronym) => acronym.length >= 3)
  const forms = { whole: [...wholes, own].filter((form) => form.length >= 3), words: given.own, acronyms }
  return Math.max(likeness(label, forms) ?? 0, shared(given.own, [folded(label)]))
}

function compare(names: readonly string[], site: SiteNames): SiteOwnership['evidence'] {
  const splits = names.map(split)
  const best = (of: (given: Split) => number): number => Math.max(...splits.map(of))
  return [
    ...site.labels.map((label) => ({
      label: 'domain' as const,
      value: label,
      likeness: best((given) => likenessOfLabel(names, given, label)),
    })),
    ...site.names.map((name) => ({ label: 'site name' as const, value: name, likeness: best((given) => likenessOfName(given, name)) })),
  ].toSorted((a, b) => b.likeness - a.likeness)
}

/**
 * Compares what an organisation is called with what a site is called. A site given with the wrong name must not lend
 * its accounts to that name. Without a name the site speaks for itself.
 */
export function siteBelongsTo(organisation: Organisation, pages: readonly PageReading[]): SiteOwnership {
  const names = [organisation.name, ...organisation.aliases].filter((name) => folded(name) !== '')
  if (names.length === 0) return { likeness: 1, verdict: 'yes', evidence: [] }
  const evidence = compare(names, namesOfSite(pages, organisation.website))
  const best = evidence[0]?.likeness ?? 0
  const verdict = best >= siteLikeness.yes ? 'yes' : best >= siteLikeness.doubtful ? 'doubtful' : 'no'
  return { likeness: best, verdict, evidence: evidence.slice(0, 5) }
}
