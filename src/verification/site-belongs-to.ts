import { siteLikeness } from '../../config/signals.ts'
import type { PageReading } from '../model/mention.ts'
import type { Organisation } from '../model/organisation.ts'
import { folded, likeness, tellingWords, wordsOf } from './likeness.ts'
import { namesOfSite, type SiteNames } from './site-names.ts'
import { areRivals, type SortedName, splitName } from './sorts.ts'

/** Whether a site is the organisation's, as far as names tell. */
export interface SiteOwnership {
  /** 0 to 1. */
  readonly likeness: number
  readonly verdict: 'yes' | 'doubtful' | 'no'
  /** What the site calls itself, the likest first: label and value. */
  readonly evidence: readonly { readonly label: 'domain' | 'site name'; readonly value: string; readonly likeness: number }[]
}

/** Share of the letters of `words` that `text` knows as whole words, or that stand inside its one long word. */
function shared(words: readonly string[], others: readonly string[]): number {
  const all = words.reduce((sum, word) => sum + word.length, 0)
  const known = words.filter((word) => others.some((other) => other === word || (word.length >= 4 && other.includes(word))))
  return all === 0 ? 0 : known.reduce((sum, word) => sum + word.length, 0) / all
}

function likenessOfName(given: SortedName, siteName: string): number {
  const site = splitName(siteName)
  const known = Math.max(shared(given.own, site.own), shared(site.own, given.own) * 0.9)
  // "Leuke Recepten" is not every site with recipes: the word that comes first is the one that names.
  const [first = ''] = given.own
  const isNamed = shared([first], site.own) > 0 || site.own.some((word) => word.length >= 4 && first.startsWith(word))
  const both = isNamed ? known : Math.min(known, siteLikeness.yes - 0.1)
  return areRivals(given, site) ? Math.min(both, siteLikeness.yes - 0.1) : both
}

function likenessOfLabel(names: readonly string[], given: SortedName, label: string): number {
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
  const clipped = names.some((name) => isClipped(folded(label), wordsOf(name))) ? clippedLikeness : 0
  return Math.max(likeness(label, forms) ?? 0, shared(given.own, [folded(label)]), clipped)
}

const clippedLikeness = 0.7

/** Made of the starts of the name's words, in order: `unito` of Università di Torino, `ekbo` of Evangelische Kirche Berlin … Oberlausitz. */
function isClipped(label: string, words: readonly string[]): boolean {
  if (label.length < 4 || words.length < 3 || words.length > 12 || label[0] !== words[0]?.[0]) return false
  // How far the label is told by the words so far, each giving its start or nothing; the initials of more than half must be in it.
  let reached = new Map<number, number>([[0, 0]])
  for (const word of words) {
    const next = new Map(reached)
    for (const [at, used] of reached)
      for (let length = 1; length <= 4 && word[length - 1] !== undefined && word[length - 1] === label[at + length - 1]; length++)
        next.set(at + length, Math.max(next.get(at + length) ?? 0, used + 1))
    reached = next
  }
  const used = reached.get(label.length) ?? 0
  const long = words.filter((word) => word.length >= 4).length
  return used >= 2 && used >= long * 0.6
}

const clearLikeness = 0.75

const isRivalName = (given: SortedName, site: SortedName): boolean =>
  areRivals(given, site) && shared(given.own, site.own) >= siteLikeness.yes

function compare(names: readonly string[], site: SiteNames): SiteOwnership['evidence'] {
  const splits = names.map(splitName)
  // A site that calls itself another sort of organisation of the same name takes a clear likeness elsewhere.
  const isRival = site.names.some((name) => splits.some((given) => isRivalName(given, splitName(name))))
  const held = (like: number): number => (isRival && like < clearLikeness ? Math.min(like, siteLikeness.yes - 0.1) : like)
  const best = (of: (given: SortedName) => number): number => held(Math.max(...splits.map(of)))
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
  // Nothing to compare with is no sign of a stranger.
  if (evidence.length === 0) return { likeness: 0, verdict: 'doubtful', evidence: [] }
  const best = evidence[0]?.likeness ?? 0
  const verdict = best >= siteLikeness.yes ? 'yes' : best >= siteLikeness.doubtful ? 'doubtful' : 'no'
  return { likeness: best, verdict, evidence: evidence.slice(0, 5) }
}
