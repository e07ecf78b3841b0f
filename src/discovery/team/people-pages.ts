/** Words that head a list of the organisation's people, between other words (nl, en, de, fr). */
const people =
  'team|teams|teamleden|teamlid|team-?members?|bestuur|bestuursleden|board|board-?members?|people|staff|crew|founders?|oprichters?|vorstand|vorstandschaft|leadership|management|managementteam|medewerkers?|collega-?s|collegas|mensen|mitarbeiter(?:innen)?|mitarbeitende|equipe|leraren|leerkrachten|docenten|dozenten|lehrer|lehrkraefte|teachers|faculty|directie|directieteam|raad-van-(?:bestuur|toezicht)|toezichthouders|artsen|behandelaars|behandelaren|zorgverleners|therapeuten|begeleiders|trainers|coaches|adviseurs|consultants|committee|comite|commissie|kollegium|kernteam|core-team|organisatoren|organi[sz]ers|volunteers|vrijwilligers|trustees|executives|smoelenboek|wie-is-wie|who-s-who|whos-who'
const openings = 'ons|onze|our|unser|unsere|the|notre|nos|het|de|das|meet|meet-the|meet-our|maak-kennis-met|ontmoet|over|about|wie-zijn'
const asPath = new RegExp(
  `^(?:(?:${openings})-){0,2}(?:[a-z]{2,14}-)?(?:${people})(?:-(?:\\d{4}|members?|leden|en|and|und|van|of|the|de|het|[a-z]{2,14})){0,4}$`,
)
const whoWeAre = /^(?:who-we-are|wie-(?:zijn-wij|we-zijn|wij-zijn)|wer-wir-sind|qui-sommes-nous|over-mij|about-me)$/
/** "Ons team", "Meet the board members (2023)", "Het bestuur van Zorgwijde"; not "Zorg voor mensen met dementie". */
const asHeading = new RegExp(
  `^\\P{L}{0,5}(?:(?:${openings.replaceAll('-', ' ')}|onze|hele|huidige?|volledige|full|core|executive|current|dedicated|dagelijks|algemeen|enthousiaste?|members?|membres|leden|mitglieder|of|van|du|de|des|and|en|mit) ){0,5}(?:${people.replace(/-(\??)/g, '[ -]$1')})(?:$|[^\\p{L}-].{0,40}$)`,
  'iu',
)
const aboutPath =
  /(?:^|\/)(?:about|about-us|over|over-ons|ueber-uns|uber-uns|a-propos|history|geschiedenis|geschichte|histoire|ons-verhaal|our-story)(?:\/|$)/
/** A page that happens to have such a word, and lists no people. */
const otherPath =
  /(?:vacature|vacatures|jobs?|careers|werken-bij|wanted|stellen|news|nieuws|blog|events?|agenda|building|uitje|partners|sponsors|supporters|klanten|clients|producten|products|shop|tickets|privacy|policy|rules|statut|meetings?|schedule|minutes|resolutions|notulen|vergader|hearing)/

/** People who are not, or not any more, the organisation's own team (nl, en, de, fr). */
const others =
  /(?:^|[^\p{L}])(?:voormalig|oud-|oude? (?:leden|bestuur)|former|past|previous|ex-|alumni|ehemalig|ancien|in memoriam|emerit|partner(?!schap)|sponsor|supporter|funder|donateur|donor|subsidie|klant|client|cliënt|customer|bewoner|testimonial|reviews|ervaringen|beoordelingen|referenties|wat zeggen|what (?:our|people|clients)|speakers?|sprekers?|gasten|guests?(?!\p{L})|winnaar|winner|nieuws|news(?!\p{L})|blog|recent (?:posts|news)|latest|laatste|related|gerelateerd|lees ook|vacature|vacanc|kooperation|förderer)/iu

const segments = (url: string): string[] =>
  (URL.parse(url)?.pathname ?? '')
    .toLowerCase()
    .split('/')
    .filter((part) => part !== '' && !/^(?:index|default)\.\w{2,5}$/.test(part))
    .map((part) => part.replace(/\.(?:html?|php|aspx)$/, '').replace(/[_+]|%20/g, '-'))

const listsByPath = (part: string): boolean => (asPath.test(part) || whoWeAre.test(part)) && !otherPath.test(part)

/**
 * What a page is to its organisation's people. `list`: it lists them. `member`: a page of one of them, below such a list.
 * `about`: it tells of the organisation, and may have a part about its people. `other`: anything else.
 */
export function peoplePageKind(url: string, headings: readonly string[]): 'list' | 'member' | 'about' | 'other' {
  const parts = segments(url)
  const last = parts.at(-1)
  if (last !== undefined && listsByPath(last)) return 'list'
  if (parts.length > 1 && listsByPath(parts.at(-2) ?? '') && !otherPath.test(last ?? '') && !/^(?:page|pagina|p)?-?\d+$/.test(last ?? ''))
    return 'member'
  if (parts.some((part) => otherPath.test(part))) return 'other'
  if (headings.some((heading) => heading.length <= 60 && asHeading.test(heading) && !others.test(heading)) && parts.length > 0)
    return 'list'
  return parts.length === 0 || aboutPath.test(`/${parts.join('/')}/`) || /contact|organi[sz]ati/.test(last ?? '') ? 'about' : 'other'
}

/** Whether a heading opens a part about the organisation's people: "Ons team", "Meet the board". */
export const opensPeople = (heading: string): boolean => heading.length <= 60 && asHeading.test(heading) && !others.test(heading)

/** Whether a heading opens a part about others: former members, partners, what customers say. */
export const opensOthers = (heading: string): boolean => heading.length <= 120 && others.test(heading)

/** Whether the address is that of a page about the organisation itself. */
export const tellsOfOrganisation = (url: string): boolean => aboutPath.test((URL.parse(url)?.pathname ?? '').toLowerCase())

/** Whether the site's front page. */
export const isFrontPage = (url: string, home: string): boolean =>
  (URL.parse(url)?.pathname ?? '/').replace(/\/+$/, '') === (URL.parse(home)?.pathname ?? '/').replace(/\/+$/, '')
