import type { TeamPerson } from '../../model/team.ts'
import { linesOf, type PageNode, type PageTree } from './page-tree.ts'
import { readName } from './person-names.ts'
import { profilesIn } from './person-profiles.ts'
import { isRole } from './roles.ts'

const boxClass =
  /(?:^|\s)(?:h-card|vcard|author-?(?:box|bio|card|info|profile)|about-(?:the-)?author|post-author|entry-author|auteur-?(?:box|blok)?)(?:\s|$)/i
const mostBoxes = 20

/**
 * People in a box of their own on any page: the card of a microformat, the box about a writer. Only those whose box links to
 * a profile of theirs: a byline alone does not say that somebody is of the team.
 */
export function boxedPeople(tree: PageTree, url: string): TeamPerson[] {
  const people: TeamPerson[] = []
  for (const box of tree.elements.filter(isBox).slice(0, mostBoxes)) {
    const lines = linesOf([box], 60)
    const name = lines
      .map(({ text }) => readName(text.replace(/^(?:about|over|door|by|von|auteur:?|author:?)\s+/i, '')))
      .find((read) => read?.form === 'full')
    const profiles = profilesIn([box], url)
    if (!name || profiles.length === 0) continue
    const role = lines.find(({ text }) => text.length <= 80 && text !== name.name && isRole(text) && !/[.!?]$/.test(text))?.text ?? ''
    people.push({ name: name.name, role, page: url, quote: [name.name, role].filter(Boolean).join(', ').slice(0, 200), profiles })
  }
  return people
}

const isBox = ({ attributes }: PageNode): boolean =>
  boxClass.test(attributes.class ?? '') || /schema\.org\/Person/.test(attributes.itemtype ?? '')
