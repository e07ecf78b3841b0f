import { linesOf } from './page-tree.ts'
import type { Card } from './person-cards.ts'
import { readName, sameName } from './person-names.ts'
import { isRole } from './roles.ts'

const roleClass =
  /(?:^|[\s_-])(?:role|rol|functie|function|position|positie|job|job-?title|subtitle|sub-?title|occupation|designation)(?:$|[\s_-])/i
/** A role stands near the name; further down the text tells of something else. */
const nearest = 6
const longest = 110

/** What the card says that the person is: a line beside the name with a word for a role, or one that is marked as such. */
export function roleIn({ named, nodes }: Card): string {
  const lines = linesOf(nodes, 60)
  const at = lines.findIndex(({ text }) => text.includes(named.name) || isPartOfName(text, named.name))
  const after = lines.slice(at + 1, at + 1 + nearest)
  const before = at > 0 ? lines.slice(Math.max(0, at - 2), at).reverse() : []
  const near = [...after, ...before].filter(({ text }) => text.length <= longest && !isPartOfName(text, named.name) && !/[.!?]$/.test(text))
  const marked = near.find(({ holder }) =>
    [holder, holder.parent].some(
      (node) => roleClass.test(node?.attributes.class ?? '') || /jobTitle/.test(node?.attributes.itemprop ?? ''),
    ),
  )
  return (marked ?? near.find(({ text }) => isRole(text) && !text.includes(':')))?.text ?? ''
}

function isPartOfName(text: string, name: string): boolean {
  const read = readName(text)
  return read !== null && sameName(read.name, name)
}
