import { Parser } from 'htmlparser2'

/** Elements whose text no reader sees. */
const silent = new Set(['script', 'style', 'noscript', 'template', 'title', 'svg', 'iframe', 'textarea'])

/** Ids of the empty element that script frameworks fill: React, Vue, Next, Nuxt, Angular, Ember, Gatsby, Flutter. */
const roots = new Set(['root', 'app', '__next', '__nuxt', 'app-root', 'ember-app', '___gatsby', 'main-app', 'svelte', 'react-root'])

const littleText = 250
const hardlyAnyText = 60
const fewLinks = 2

interface Outline {
  text: number
  links: number
  scripts: number
  root: boolean
  asksForScripts: boolean
}

/** Whether markup is an empty shell: scripts, hardly a link or a word, and a place where the scripts will put the page. */
export function saysNothingWithoutScripts(html: string): boolean {
  const { text, links, scripts, root, asksForScripts } = outlineOf(html)
  if (scripts === 0 || links > fewLinks || text > littleText) return false
  return root || asksForScripts || text < hardlyAnyText
}

function outlineOf(html: string): Outline {
  const outline: Outline = { text: 0, links: 0, scripts: 0, root: false, asksForScripts: false }
  const within: string[] = []
  let inNoscript = false
  const parser = new Parser({
    onopentag(name, attributes) {
      if (silent.has(name)) within.push(name)
      if (name === 'noscript') inNoscript = true
      if (name === 'script' && isCode(attributes.type)) outline.scripts++
      if (name === 'a' && attributes.href && !attributes.href.startsWith('#') && within.length === 0) outline.links++
      if (roots.has((attributes.id ?? '').toLowerCase()) || name === 'app-root') outline.root = true
    },
    ontext(text) {
      if (inNoscript && /java\s?script/i.test(text)) outline.asksForScripts = true
      if (within.length === 0) outline.text += text.replace(/\s+/g, ' ').trim().length
    },
    onclosetag(name) {
      if (within.at(-1) === name) within.pop()
      if (name === 'noscript') inNoscript = false
    },
  })
  for (let at = 0; at < html.length; at += 65_536) {
    // Nothing that is read further on can turn a full page into a shell.
    if (outline.text > littleText || outline.links > fewLinks) break
    parser.write(html.slice(at, at + 65_536))
  }
  return outline
}

function isCode(type: string | undefined): boolean {
  return type === undefined || type === '' || type === 'module' || type.endsWith('javascript')
}
