import { Parser } from 'htmlparser2'

/** An element of a page, as far as its people are read from it. Texts are nodes without a name. */
export interface PageNode {
  /** Lower case; '' for text. */
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly parent: PageNode | null
  readonly children: PageNode[]
  readonly text: string
  /** Place in the page's order. */
  readonly at: number
}

export interface PageTree {
  readonly root: PageNode
  /** Every element, in the order of the page. */
  readonly elements: readonly PageNode[]
  readonly title: string
  /** Texts of `application/ld+json` scripts. */
  readonly data: readonly string[]
}

/** A page with more is read up to here. */
const mostNodes = 40_000
/** Deeper markup is a mistake; what lies deeper counts as lying here. */
const deepest = 60
const hopeless = 1_000
const piece = 16_384

const silent = new Set(['script', 'style', 'svg', 'noscript', 'template', 'iframe', 'select', 'option'])
const empty = new Set(['img', 'br', 'hr', 'input', 'meta', 'link', 'source', 'wbr', 'area', 'col', 'embed', 'base'])
const isFrame =
  /(?:^|[\s_-])(?:cookie\w*|breadcrumbs?|site-?(?:header|footer|nav)|main-?(?:menu|nav)|navbar|skip-?link|newsletter)(?:$|[\s_-])/i

/** Reads a page into a tree, without scripts, drawings, menus and footer. Never throws. */
export function readPageTree(html: string): PageTree {
  const root: PageNode = { name: 'root', attributes: {}, parent: null, children: [], text: '', at: 0 }
  const elements: PageNode[] = []
  const data: string[] = []
  let open = root
  let depth = 0
  let title = ''
  let count = 0
  let skipping: { name: string; depth: number } | null = null
  let script: string | null = null
  const parser = new Parser({
    onopentag(name, attributes) {
      depth++
      if (skipping !== null) return
      if (name === 'script' && /ld\+json/i.test(attributes.type ?? '')) script = ''
      if (silent.has(name) || isPageFrame(name, attributes, open)) {
        skipping = { name, depth }
        return
      }
      if (count >= mostNodes) return
      const node: PageNode = { name, attributes, parent: open, children: [], text: '', at: ++count }
      open.children.push(node)
      elements.push(node)
      if (!empty.has(name) && depth < deepest) open = node
    },
    ontext(text) {
      if (script !== null) script += text
      if (skipping !== null || count >= mostNodes || text === '') return
      if (open.name === 'title') title ||= text.trim()
      else open.children.push({ name: '', attributes: {}, parent: open, children: [], text, at: ++count })
    },
    onclosetag(name) {
      depth--
      if (name === 'script' && script !== null) {
        data.push(script)
        script = null
      }
      if (skipping !== null) {
        if (depth < skipping.depth) skipping = null
        return
      }
      if (open.name === name && open.parent !== null) open = open.parent
    },
  })
  // In pieces, so that markup nested without end is left where it stops to be a page.
  for (let at = 0; at < html.length && count < mostNodes && depth < hopeless; at += piece) parser.write(html.slice(at, at + piece))
  if (count < mostNodes && depth < hopeless) parser.end()
  return { root, elements, title, data }
}

/** Menus, the foot and the head of the page; a `header` inside an article or card is part of it. */
function isPageFrame(name: string, { class: classes = '', id = '', role = '' }: Record<string, string>, parent: PageNode): boolean {
  if (name === 'nav' || name === 'dialog' || /^(?:navigation|banner|contentinfo|search)$/.test(role)) return true
  const around = ancestorsOf(parent).some(({ name: one }) => one === 'main' || one === 'article' || one === 'section' || one === 'li')
  if ((name === 'header' || name === 'footer') && !around) return true
  return name !== 'body' && name !== 'html' && name !== 'main' && isFrame.test(`${classes} ${id}`)
}

export function ancestorsOf(node: PageNode): PageNode[] {
  const found: PageNode[] = []
  for (let at: PageNode | null = node; at !== null; at = at.parent) found.push(at)
  return found
}

/** They end a line. */
const blocks = new Set(
  'address article aside blockquote body br dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main ol p pre section summary table tbody td th thead tr ul root'.split(
    ' ',
  ),
)
export const isBlock = (node: PageNode): boolean => blocks.has(node.name)

const squeeze = (text: string): string => text.replace(/[\s\u00a0\u200b\u00ad]+/g, ' ').trim()

/** A line of text with the deepest element that holds all of it. */
export interface Line {
  readonly text: string
  readonly holder: PageNode
  /** Whether the whole line stands in strong print. */
  readonly strong: boolean
}

/** The lines that a reader sees in some nodes, in order; at most `most`. */
export function linesOf(nodes: readonly PageNode[], most = 2_000): Line[] {
  const lines: Line[] = []
  let parts: PageNode[] = []
  const end = () => {
    const text = squeeze(parts.map((part) => part.text).join(''))
    const told = parts.filter((part) => part.text.trim() !== '')
    if (text !== '' && told[0] && lines.length < most)
      lines.push({ text, holder: holderOf(told), strong: told.every((part) => ancestorsOf(part).slice(0, 4).some(isStrong)) })
    parts = []
  }
  const stack: (PageNode | 'end')[] = [...nodes].reverse()
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node === 'end') end()
    else if (node.name === '') {
      if (standApart(parts.at(-1), node)) end()
      parts.push(node)
    } else {
      if (isBlock(node)) {
        end()
        stack.push('end')
      }
      for (let at = node.children.length - 1; at >= 0; at--) stack.push(node.children[at] as PageNode)
    }
  }
  end()
  return lines
}

/** Two links beside each other, without even a space between them, are two lines to a reader. */
function standApart(before: PageNode | undefined, node: PageNode): boolean {
  if (before === undefined || /\s$/.test(before.text) || /^\s/.test(node.text)) return false
  const [one, other] = [linkOver(before), linkOver(node)]
  return one !== null && other !== null && one !== other
}

const linkOver = (node: PageNode): PageNode | null =>
  ancestorsOf(node)
    .slice(0, 4)
    .find(({ name }) => name === 'a') ?? null

const isStrong = ({ name }: PageNode): boolean => name === 'strong' || name === 'b' || /^h[1-6]$/.test(name)

function holderOf(parts: readonly PageNode[]): PageNode {
  const [first, ...rest] = parts as [PageNode, ...PageNode[]]
  const last = rest.at(-1)
  let holder = first.parent ?? first
  if (last === undefined) return holder
  const above = new Set(ancestorsOf(last))
  while (!above.has(holder) && holder.parent !== null) holder = holder.parent
  return holder
}

/** Elements inside some nodes, themselves included, in order. */
export function* within(nodes: readonly PageNode[]): Generator<PageNode> {
  const stack = [...nodes].reverse()
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.name === '') continue
    yield node
    for (let at = node.children.length - 1; at >= 0; at--) stack.push(node.children[at] as PageNode)
  }
}

export const textOf = (node: PageNode): string => {
  if (node.name === '') return squeeze(node.text)
  return linesOf([node], 200)
    .map(({ text }) => text)
    .join(' ')
}
