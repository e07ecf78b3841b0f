import type { Hint, Zone } from '../../model/mention.ts'
import type { Attributes } from './tokens.ts'
import { hintWords, pluginClasses, quotedClasses, zoneWords } from './words.ts'

/** What an element's tag, role, class and id say about the part of the page that it is. */
export interface ElementTraits {
  readonly zone: Zone | null
  /** The words say that this is the page's own footer or header, also when it stands inside an article. */
  readonly ofPage: boolean
  readonly hints: readonly Hint[]
}

const tagZones: Readonly<Record<string, Zone>> = {
  head: 'head',
  header: 'header',
  footer: 'footer',
  nav: 'nav',
  aside: 'aside',
  main: 'main',
  article: 'article',
  address: 'unknown',
}
const roleZones: Readonly<Record<string, Zone>> = {
  banner: 'header',
  contentinfo: 'footer',
  navigation: 'nav',
  complementary: 'aside',
  main: 'main',
  article: 'article',
}

/** `has-sidebar` speaks of something elsewhere. */
const negators = new Set('has no with without is show hide after before above below under not to'.split(' '))
/** `entry-footer`, `card-header`: the foot or head of a part, not of the page. */
const partOf = new Set(
  'entry post article card panel modal comment content section box meta story item teaser dialog popup accordion tab table form block'.split(
    ' ',
  ),
)
const articleSubjects = new Set('entry post article story artikel bericht nieuws news blog recipe recept'.split(' '))
const articleBodies = new Set('content body text inhoud tekst inhalt'.split(' '))
const none: readonly Hint[] = []

/** What class names or an id say. */
interface NameTraits {
  readonly zone: Zone | null
  readonly hints: readonly Hint[]
}
const nothing: NameTraits = { zone: null, hints: none }

function zoneOfWord(word: string): Zone | undefined {
  const known = zoneWords.get(word)
  if (known !== undefined || word.length > 20) return known
  if (word.endsWith('footer')) return 'footer'
  return word.endsWith('header') ? 'header' : undefined
}

function readName(name: string): NameTraits {
  const lower = name.toLowerCase()
  const spaced =
    lower === name
      ? name
      : name
          .slice(0, 80)
          .replace(/([a-z])([A-Z])/g, '$1 $2')
          .toLowerCase()
  let zone: Zone | null = null
  let edge: Zone | null = null
  let hints: Hint[] | null = null
  let subject = false
  let body = false
  let ofPart = false
  let negated = false
  let previous = ''
  for (const word of spaced.slice(0, 80).split(/[^a-z0-9]+/)) {
    if (negators.has(word)) negated = true
    else if (negated) negated = false
    else {
      // `top-bar` and `team_member` say together what neither word says.
      const both = previous + word
      const hint = hintWords.get(word) ?? hintWords.get(both)
      if (hint !== undefined) hints = [...(hints ?? none), hint]
      const found = zoneOfWord(word) ?? zoneWords.get(both)
      previous = word
      if (found !== undefined && isEdge(found)) edge ??= found
      else if (found !== undefined && (zone === null || found === 'comments' || found === 'person-card')) zone = found
      ofPart ||= partOf.has(word)
      subject ||= articleSubjects.has(word)
      body ||= articleBodies.has(word)
    }
  }
  if (!ofPart) zone ??= edge
  if (subject && body) zone ??= 'article'
  if (name.includes('-') && quotedClasses.test(name)) hints = [...(hints ?? none), 'quoted']
  if (name.includes('-') && pluginClasses.test(name)) hints = [...(hints ?? none), 'declared', 'follow']
  return zone === null && hints === null ? nothing : { zone, hints: hints ?? none }
}

const isEdge = (zone: Zone | null): boolean => zone === 'footer' || zone === 'header'
const overrules = (zone: Zone, earlier: Zone | null): boolean =>
  earlier === null || earlier === 'main' || earlier === 'unknown' || earlier === 'article' || zone === 'comments' || zone === 'person-card'

function joined(a: NameTraits, b: NameTraits): NameTraits {
  if (b === nothing) return a
  if (a === nothing) return b
  return { zone: b.zone !== null && overrules(b.zone, a.zone) ? b.zone : a.zone, hints: [...a.hints, ...b.hints] }
}

/**
 * The same class names come back on page after page, so the answers for short ones are kept: a slice of this length is a
 * copy, which holds no page in memory.
 */
const shared = new Map<string, NameTraits>()
const mostShared = 20_000
const longestShared = 12

/** Reads the traits of the elements of one page. */
export function createTraitsReader(): (tag: string, named: Attributes['named']) => ElementTraits {
  const ofLongName = new Map<string, NameTraits>()
  const ofClasses = new Map<string, NameTraits>()

  function readOne(name: string): NameTraits {
    if (name === '') return nothing
    const known = name.length > longestShared ? ofLongName : shared
    let traits = known.get(name)
    if (traits === undefined) {
      traits = readName(name)
      if (shared.size >= mostShared) shared.clear()
      known.set(name, traits)
    }
    return traits
  }
  function readClasses(classes: string): NameTraits {
    let traits = ofClasses.get(classes)
    if (traits === undefined) {
      traits = nothing
      for (const name of classes.slice(0, 1000).split(/[\t\n\f\r ]/)) traits = joined(traits, readOne(name))
      ofClasses.set(classes, traits)
    }
    return traits
  }
  return (tag, { class: classes, id, role, itemtype }) => {
    const ofRole = role === undefined ? undefined : roleZones[role]
    const zone = itemtype?.endsWith('/Person') ? 'person-card' : (ofRole ?? tagZones[tag] ?? null)
    const ofPage = role === 'contentinfo' || role === 'banner'
    if ((classes === undefined && id === undefined) || tag === 'body' || tag === 'html') return { zone, ofPage, hints: none }
    const names = joined(classes === undefined ? nothing : readClasses(classes), id === undefined ? nothing : readOne(id))
    if (names === nothing) return { zone, ofPage, hints: none }
    return {
      zone: names.zone !== null && overrules(names.zone, zone) && !(names.zone === 'article' && zone !== null) ? names.zone : zone,
      ofPage: ofPage || isEdge(names.zone),
      hints: names.hints,
    }
  }
}

/** The zone inside an element, given the zone around it. */
export function nestedZone(around: Zone, own: ElementTraits): Zone {
  const zone = own.zone
  if (zone === 'head') return 'head'
  if (zone === null || zone === 'unknown') return around
  if (zone === 'comments' || around === 'comments') return 'comments'
  const edge = around === 'header' || around === 'footer' || around === 'nav'
  switch (zone) {
    case 'footer':
      return (around === 'article' || around === 'person-card') && !own.ofPage ? around : 'footer'
    case 'header':
      return around === 'article' || around === 'main' || around === 'person-card' || around === 'footer' || around === 'aside'
        ? around
        : 'header'
    case 'nav':
      return edge || around === 'article' || around === 'aside' || around === 'main' || around === 'person-card' ? around : 'nav'
    case 'person-card':
    case 'main':
    case 'article':
      return edge ? around : zone
    default:
      return edge ? around : zone
  }
}
