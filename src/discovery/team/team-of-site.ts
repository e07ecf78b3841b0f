import type { TeamPerson } from '../../model/team.ts'
import { tellingWords } from '../../verification/likeness.ts'
import { boxedPeople } from './boxed-people.ts'
import { declaredPeople } from './declared-people.ts'
import { linesOf, readPageTree } from './page-tree.ts'
import { isFrontPage, peoplePageKind, tellsOfOrganisation } from './people-pages.ts'
import { nameKey, nameTokens, sameName } from './person-names.ts'
import { joined, merged, readTeamPage } from './read-team-page.ts'
import { toldPeople } from './told-people.ts'

/** What one page of the site says of the organisation's people. */
export interface PageOfPeople {
  readonly url: string
  readonly kind: 'list' | 'member' | 'about' | 'other'
  readonly people: readonly TeamPerson[]
}

const mostPeople = 500
const mostMarkup = 3_000_000

/** Reads the people of one page. Never throws; pages that tell of nobody give none. */
export function readPeople(html: string, url: string): PageOfPeople {
  const tree = readPageTree(html.slice(0, mostMarkup))
  const headings = tree.elements.filter(({ name }) => name === 'h1').slice(0, 2)
  const titles = [tree.title.split(/\s+[|–—·•»:-]\s+/)[0] ?? '', ...linesOf(headings, 4).map(({ text }) => text)]
  const kind = peoplePageKind(url, titles)
  const listed = kind === 'other' ? [] : readTeamPage({ url, tree, partsOnly: kind === 'about' })
  const told = tellsOfOrganisation(url) ? toldPeople(tree, url) : []
  return { url, kind, people: merged([...listed, ...declaredPeople(tree.data, url), ...boxedPeople(tree, url), ...told]) }
}

/**
 * The closed list that a site itself publishes: each person once. What the front page shows of people is a taste of their own
 * page, which goes first where there is one. A profile that stands with several people is nobody's own.
 * @param own keys of the organisation's own accounts
 */
export function teamOfSite(
  pages: readonly PageOfPeople[],
  site: { home: string; names: readonly string[]; own: ReadonlySet<string> },
): TeamPerson[] {
  const hasList = pages.some(({ kind, people, url }) => kind === 'list' && people.length > 0 && !isFrontPage(url, site.home))
  const read = pages.filter(({ url }) => !(hasList && isFrontPage(url, site.home)))
  const order = { list: 0, member: 1, about: 2, other: 3 } as const
  const people = merged(read.toSorted((a, b) => order[a.kind] - order[b.kind]).flatMap((page) => page.people))
  const ofName = new Set(site.names.flatMap(tellingWords))
  return withGivenNames(people)
    .filter(({ name }) => !nameTokens(name).every((token) => ofName.has(token)))
    .map((person) => ({
      ...person,
      profiles: person.profiles.filter(({ key }) => !site.own.has(key) && holders(people, key, person) === 0),
    }))
    .slice(0, mostPeople)
}

/** How many others the same profile stands with. */
const holders = (people: readonly TeamPerson[], key: string, { name }: TeamPerson): number =>
  people.filter((other) => !sameName(other.name, name) && other.profiles.some((profile) => profile.key === key)).length

/** `Bart` on one page is `Bart Jansen` of another, when only one of the people is called so. */
function withGivenNames(people: readonly TeamPerson[]): TeamPerson[] {
  const kept = new Map<string, TeamPerson>()
  const full = people.filter(({ name }) => nameTokens(name).length > 1)
  for (const person of full) kept.set(nameKey(person.name), person)
  for (const person of people) {
    if (nameTokens(person.name).length > 1) continue
    const [one, ...more] = full.filter(({ name }) => nameTokens(name)[0] === nameTokens(person.name)[0])
    if (one && more.length === 0) kept.set(nameKey(one.name), joined(kept.get(nameKey(one.name)) ?? one, person))
    else kept.set(nameKey(person.name), person)
  }
  return [...kept.values()]
}
