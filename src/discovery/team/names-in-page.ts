import { ancestorsOf, isBlock, type Line, linesOf, type PageNode, type PageTree } from './page-tree.ts'
import { type PersonName, readName } from './person-names.ts'
import { isRole } from './roles.ts'

/** A name on a page, with where it stands. */
export interface Named extends PersonName {
  /** The element that holds the name and nothing else, or the line that begins with it. */
  readonly holder: PageNode
  /** A role on the same line, '' when there is none. */
  readonly role: string
  /** Printed as a name: a heading, strong print, a caption, a class that says so. */
  readonly marked: boolean
  /** How it is marked up: names of one row look alike. */
  readonly shape: string
}

const nameClass = /(?:^|[\s_-])(?:name|naam|fn|title|titel|person|persoon|member|heading|headline)(?:$|[\s_-])/i
const separators = /\s+[-–—|·•]\s+|\s*[:,(]\s*|\s*[–—]\s*/
/** A line with a name in front is no sentence: "Romain Claret - President. Romain brings …" is cut at the stop. */
const longestLine = 400
/** More names make a directory, and the first ones are enough to see that. */
const mostNames = 1_500
/** A longer row is no row of people. */
const mostInRow = 400

/** Every name that stands on its own, in front of its role, or under a portrait. */
export function namesIn(tree: PageTree, lines: readonly Line[]): Named[] {
  const named: Named[] = []
  for (const line of lines) {
    if (named.length >= mostNames) break
    const one = readLine(line)
    if (one !== null) named.push(one)
  }
  for (const element of tree.elements) {
    if (element.name !== 'img' || named.length >= mostNames * 2) continue
    const read = readName(portraitOf(element.attributes.alt ?? ''))
    if (read?.form === 'full') named.push({ ...read, holder: element, role: '', marked: false, shape: 'img' })
  }
  const inRows = rowsOf()
  return named
    .filter((one) => one.marked || one.role !== '' || one.shape === 'img' || inRows(one.holder))
    .sort((a, b) => a.holder.at - b.holder.at)
}

/** Plain print is a name's only in a row of names: an item among qualifications is none. */
function rowsOf(): (holder: PageNode) => boolean {
  const known = new Map<PageNode, boolean>()
  return (holder) => {
    const block = ancestorsOf(holder).find(isBlock)
    if (!block?.parent) return true
    const { parent } = block
    const isRow = known.get(parent) ?? holdsNames(block.name, parent)
    known.set(parent, isRow)
    return isRow
  }
}

function holdsNames(tag: string, parent: PageNode): boolean {
  const row = parent.children.filter(({ name }) => name === tag)
  if (row.length < 3 || row.length > mostInRow) return tag !== 'li'
  const names = row.filter((one) => readName(linesOf([one], 1)[0]?.text.split(separators, 1)[0] ?? '')?.form === 'full').length
  return names * 3 >= row.length * 2
}

const portraitOf = (alt: string): string =>
  alt.replace(
    /^\s*(?:(?:profiel|portret|pas)?foto|portret|portrait|photo|picture|image|headshot|afbeelding|bild)(?:\s+(?:van|of|von|de))?[\s:]+/i,
    '',
  )

function readLine({ text, holder, strong }: Line): Named | null {
  const marked = strong || isMarked(holder)
  const whole = readName(text)
  if (whole !== null) return { ...whole, holder: outermost(holder), role: '', marked, shape: shapeOf(holder) }
  if (text.length > longestLine) return null
  const [front = ''] = text.split(separators, 1)
  const rest = text.slice(front.length).replace(/^[\s\-–—|·•:,(]+/, '')
  const role = (rest.split(/[.;)]\s|[.;)]$/)[0] ?? '').trim()
  const name = readName(front)
  if (name?.form === 'full' && isRole(role) && role.length <= 80)
    return { ...name, holder, role, marked: true, shape: `${shapeOf(holder)}+` }
  // "Voorzitter: Jan de Vries"
  const after = readName(rest)
  if (after?.form === 'full' && /[:–—-]/.test(text) && isRole(front) && front.length <= 60)
    return { ...after, holder, role: front, marked: true, shape: `${shapeOf(holder)}:` }
  return null
}

const isMarked = (holder: PageNode): boolean =>
  ancestorsOf(holder)
    .slice(0, 3)
    .some(
      ({ name, attributes }) =>
        /^(?:h[1-6]|strong|b|figcaption|dt|th|summary)$/.test(name) ||
        nameClass.test(attributes.class ?? '') ||
        /name/.test(attributes.itemprop ?? ''),
    )

/** The largest element without another line in it. */
function outermost(node: PageNode): PageNode {
  let at = node
  while (at.parent !== null && !isBlock(at) && at.parent.children.length === 1) at = at.parent
  return at
}

function shapeOf(holder: PageNode): string {
  const block = ancestorsOf(holder).find(isBlock) ?? holder
  const [above] = [block.parent]
  return `${holder.name}.${firstClass(holder)}<${block.name}.${firstClass(block)}<${above?.name ?? ''}.${above === null ? '' : firstClass(above)}`
}

const firstClass = ({ attributes }: PageNode): string => (attributes.class ?? '').trim().split(/\s+/)[0] ?? ''
