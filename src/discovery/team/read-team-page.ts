import type { TeamPerson } from '../../model/team.ts'
import { namesIn } from './names-in-page.ts'
import { type Line, linesOf, type PageNode, type PageTree } from './page-tree.ts'
import { opensOthers, opensPeople } from './people-pages.ts'
import { type Card, cardsOf } from './person-cards.ts'
import { nameKey, nameTokens, sameName } from './person-names.ts'
import { profilesIn } from './person-profiles.ts'
import { roleIn } from './person-role.ts'
import { leadsToOwnPage, mailsTo, portraitIn } from './person-signs.ts'

export interface TeamPage {
  readonly url: string
  readonly tree: PageTree
  /** Only the parts under a heading about people are read. */
  readonly partsOnly: boolean
}

/** More is a directory or a mistake. */
const mostPeople = 400
const mostCards = 800

/** The people whom a page about the organisation's people names, each with what stands with them. */
export function readTeamPage({ url, tree, partsOnly }: TeamPage): TeamPerson[] {
  const lines = linesOf([tree.root], 20_000)
  const found = namesIn(tree, lines)
  const inPart = partsOf(lines)
  const wanted = found.filter((named) => {
    const part = inPart(named.holder)
    return part !== 'others' && (part === 'people' || !partsOnly)
  })
  const read = cardsOf(wanted, tree)
    .slice(0, mostCards)
    .map((card) => readCard(card, url, partsOnly))
  const trusted = withCompany(read)
  return merged(trusted.map(({ person }) => person)).slice(0, mostPeople)
}

interface Read {
  readonly person: TeamPerson
  readonly card: Card
  readonly signs: number
  /** A sign that only a person has: a role, a profile, a portrait under this name. */
  readonly strong: boolean
}

function readCard(card: Card, url: string, partsOnly: boolean): Read {
  const { name, form } = card.named
  const tokens = nameTokens(name)
  const role = card.named.role || roleIn(card)
  const profiles = profilesIn(card.nodes, url)
  const portrait = portraitIn(card.nodes, tokens)
  // The text of a picture proves nothing about itself.
  const named = portrait === 'named' && card.named.shape !== 'img'
  const strong = role !== '' || named || (form === 'full' && profiles.length > 0) || mailsTo(card.nodes, tokens)
  // A heading with a picture is a person's on a page of people; elsewhere it is a product's or a story's.
  const pictured = portrait !== null && card.named.marked && !partsOnly
  const signs = [strong, profiles.length > 0, pictured, !partsOnly && leadsToOwnPage(card.nodes, url, tokens)].filter(Boolean).length
  const quote = [name, role].filter(Boolean).join(', ').slice(0, 200)
  return { person: { name, role: role.slice(0, 120), page: url, quote, profiles }, card, signs, strong }
}

/**
 * Those who have a sign of their own, and those who stand in a row with them in the same way. A given name alone needs a
 * strong sign, and company.
 */
function withCompany(read: readonly Read[]): Read[] {
  const rows = Map.groupBy(read, ({ card }) => card.named.shape)
  return read.filter(({ card, signs, strong }) => {
    const row = rows.get(card.named.shape) ?? []
    const sure = row.filter((one) => one.strong).length
    if (card.named.form === 'given') return strong && sure >= 2 && card.named.marked
    return signs > 0 || (row.length >= 3 && sure * 2 >= row.length)
  })
}

/** One entry for each person, with all that the page tells of them. */
export function merged(people: readonly TeamPerson[]): TeamPerson[] {
  const known = new Map<string, TeamPerson>()
  for (const person of people) {
    const key = known.has(nameKey(person.name)) ? nameKey(person.name) : nearest(known, person)
    const before = key === undefined ? undefined : known.get(key)
    if (key === undefined || before === undefined) known.set(nameKey(person.name), person)
    else known.set(key, joined(before, person))
  }
  return [...known.values()]
}

/** `Antti` and `Antti Kosonen` with the same profile are one; two of one given name are not. */
function nearest(known: ReadonlyMap<string, TeamPerson>, person: TeamPerson): string | undefined {
  const keys = person.profiles.map(({ key }) => key)
  if (keys.length === 0) return undefined
  for (const [key, other] of known)
    if (sameName(other.name, person.name) && other.profiles.some((profile) => keys.includes(profile.key))) return key
  return undefined
}

export function joined(before: TeamPerson, more: TeamPerson): TeamPerson {
  const keys = new Set(before.profiles.map(({ key }) => key))
  return {
    ...before,
    name: nameTokens(more.name).length > nameTokens(before.name).length ? more.name : before.name,
    role: before.role || more.role,
    profiles: [...before.profiles, ...more.profiles.filter(({ key }) => !keys.has(key))],
  }
}

const levelOf = ({ name }: PageNode): number => (/^h[1-6]$/.test(name) ? Number(name[1]) : 0)

/** In which part of the page an element stands, by the headings over it. */
function partsOf(lines: readonly Line[]): (node: PageNode) => 'people' | 'others' | 'plain' {
  const marks: { at: number; level: number; kind: 'people' | 'others' | 'plain' }[] = []
  for (const { text, holder } of lines) {
    let heading: PageNode | null = holder
    for (let up = 0; up < 3 && heading !== null && levelOf(heading) === 0; up++) heading = heading.parent
    const level = heading === null ? 0 : levelOf(heading)
    if (level === 0) continue
    marks.push({ at: holder.at, level, kind: opensOthers(text) ? 'others' : opensPeople(text) ? 'people' : 'plain' })
  }
  return (node) => {
    let level = 7
    for (let index = lastBefore(marks, node.at); index >= 0; index--) {
      const mark = marks[index]
      if (mark === undefined || mark.level >= level) continue
      level = mark.level
      if (mark.kind !== 'plain') return mark.kind
    }
    return 'plain'
  }
}

function lastBefore(marks: readonly { readonly at: number }[], at: number): number {
  let low = 0
  let high = marks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((marks[middle]?.at ?? 0) < at) low = middle + 1
    else high = middle
  }
  return low - 1
}
