import { getDomain } from 'tldts'
import type { PlatformId } from '../model/platform.ts'
import { accountFromHandle, mightBePlatformUrl } from './classify.ts'
import { platformOfName } from './index.ts'

/** What one line of a paste holds. */
export type Piece =
  | { readonly is: 'link'; readonly raw: string }
  | { readonly is: 'handle'; readonly raw: string; readonly platform: PlatformId }
  /** `@acme` with no platform beside it. */
  | { readonly is: 'loose-handle'; readonly raw: string }

type Word =
  | { readonly is: 'link' | 'at' | 'word'; readonly raw: string }
  | { readonly is: 'platform'; readonly raw: string; readonly platform: PlatformId }
  | { readonly is: 'joint'; readonly raw: string }
  | { readonly is: 'end' }

const HREF = /\bhref\s{0,5}=\s{0,5}(?:"([^"]{1,2000})"|'([^']{1,2000})')/gi
const TAG =
  /<\/?(?:a|abbr|b|br|button|div|em|h[1-6]|i|img|li|nav|ol|p|path|section|span|strong|svg|table|tbody|td|th|tr|u|ul)\b[^<>]{0,2000}>/gi

/** Where one word ends and the next begins; a comma only before white space or the next link or handle. */
const BREAK = /[\s<>"|[\]{}\u200b]+|(?<=[,;])(?=\s|$)|;|,(?=https?:|www\.|@|[a-z0-9-]{1,63}\.[a-z]{2,})/i

const JOINTS = new Set(['en', 'and', 'und', 'et', '&', '+', '/'])
const TOWARDS = new Set(['op', 'on', 'via', 'bij', 'at', 'auf', 'sur'])
/** What people write between a platform's name and a handle. */
const FILLERS = new Set([
  '',
  '-',
  '–',
  '—',
  ':',
  '=',
  '->',
  '→',
  '•',
  '*',
  'is',
  'account',
  'accountnaam',
  'gebruikersnaam',
  'handle',
  'heet',
  'in',
])
/** Words beside a platform's name that are no handle. */
const NO_HANDLES = new Set(
  `pagina page kanaal channel profiel profile link links geen niet none nvt onbekend nog ook of or ons onze us our nu now hier here
  volg follow like staan zijn zie see wij we jullie`.split(/\s+/),
)

const bare = (word: string): string => word.replace(/^[('"‘’“”*_:.,!?]+|[)'"‘’“”*:.,!?;]+$/g, '')
const LIST_MARK = /^\s{0,20}(?:\d{1,3}[.)]|[-–•*·])\s+/

function wordOf(raw: string): Word {
  const text = bare(raw)
  if (/^(?:https?:)?\/\//i.test(text) || /^www\./i.test(text)) return { is: 'link', raw: trimLink(raw) }
  if (/^@[\p{L}\p{N}_]/u.test(text)) return { is: 'at', raw: text }
  // An e-mail address names nobody's account.
  if (text.includes('@') && !text.includes('/')) return { is: 'word', raw: '' }
  const isHost = /[a-z0-9]\.[a-z]{2,}/i.test(text)
  if (isHost && text.includes('/') && mightBePlatformUrl(text)) return { is: 'link', raw: trimLink(raw) }
  const platform = platformOfName(text)
  if (platform !== null) return { is: 'platform', raw: text, platform }
  if (isHost && (mightBePlatformUrl(text) || getDomain(text) !== null)) return { is: 'link', raw: trimLink(raw) }
  return JOINTS.has(text.toLowerCase()) || (text === '' && JOINTS.has(raw)) ? { is: 'joint', raw } : { is: 'word', raw: text }
}

/** Brackets and quotes that stand around a link are not part of it. */
const trimLink = (raw: string): string => {
  const opened = raw.replace(/^[('‘“*_]+/, '')
  return opened.includes('(') ? opened : opened.replace(/\)+[.,;:!?*_]*$/, '')
}

function wordsOf(line: string): Word[] {
  const raws = line.replace(LIST_MARK, ' ').replaceAll('](', '] ').split(BREAK)
  const words: Word[] = []
  for (const raw of raws) {
    if (raw === undefined) continue
    const before = words.at(-1)
    const pair = before?.is === 'word' || before?.is === 'platform' ? platformOfName(`${before.raw}${bare(raw)}`) : null
    if (pair !== null && before) words.splice(-1, 1, { is: 'platform', raw, platform: pair })
    else if (raw !== '') words.push(...twins(raw))
    if (/[,;]$/.test(raw)) words.push({ is: 'end' })
  }
  return words
}

/** `Twitter/X` and `Instagram/Facebook`: two platforms in one word. */
function twins(raw: string): Word[] {
  const halves = /^[a-z]{1,12}\/[a-z]{1,12}:?$/i.test(raw) ? raw.split('/').map(wordOf) : []
  return halves.length === 2 && halves.every(({ is }) => is === 'platform') ? halves : [wordOf(raw)]
}

type Item =
  | { readonly is: 'platforms'; readonly platforms: PlatformId[] }
  | { readonly is: 'at' | 'towards' | 'other'; readonly raw: string }

/** Platforms that are named together, `Instagram en Facebook`, become one item. */
function itemsOf(words: readonly Word[]): Item[] {
  const items: Item[] = []
  let joined = false
  for (const word of words) {
    const last = items.at(-1)
    if (word.is === 'platform' && joined && last?.is === 'platforms') last.platforms.push(word.platform)
    else if (word.is === 'platform') items.push({ is: 'platforms', platforms: [word.platform] })
    else if (word.is === 'at') items.push({ is: 'at', raw: word.raw })
    else if (word.is === 'word' && !FILLERS.has(word.raw.toLowerCase()))
      items.push({ is: TOWARDS.has(word.raw.toLowerCase()) ? 'towards' : 'other', raw: word.raw })
    joined = word.is === 'platform' || (joined && (word.is === 'joint' || word.is === 'end'))
  }
  return items
}

/** For each item the platforms that were named last before it, or, from the other end, next behind it without a handle between. */
function platformsBeside(items: readonly Item[], from: 'before' | 'behind'): (PlatformId[] | null)[] {
  const beside: (PlatformId[] | null)[] = items.map(() => null)
  let last: PlatformId[] | null = null
  const order = items.map((_, at) => (from === 'before' ? at : items.length - 1 - at))
  for (const at of order) {
    const item = items[at]
    beside[at] = last
    if (item?.is === 'platforms') last = item.platforms
    else if (item?.is === 'at' && from === 'behind') last = null
  }
  return beside
}

/**
 * `@acme op X` names its platform outright. Else a line keeps one order: `Instagram: @acme, X: @acme` has the platform
 * in front, `@acme (Instagram), @acme (X)` behind.
 */
function handlesAmong(words: readonly Word[]): Piece[] {
  const items = itemsOf(words)
  const isBehind = items.findIndex(({ is }) => is === 'at') < items.findIndex(({ is }) => is === 'platforms')
  const [before, behind] = [platformsBeside(items, 'before'), platformsBeside(items, 'behind')]
  return items.flatMap((item, at): Piece[] => {
    if (item.is !== 'at') return []
    if (/^@[^@]+@[^@]+$/.test(item.raw)) return [{ is: 'handle', raw: item.raw, platform: 'mastodon' }]
    const isOutright = items[at + 1]?.is === 'towards' && items[at + 2]?.is === 'platforms'
    const named = isOutright || (isBehind && behind[at]) ? behind[at] : before[at]
    if (!named) return [{ is: 'loose-handle', raw: item.raw }]
    return [...new Set(named)].map((platform) => ({ is: 'handle', raw: item.raw, platform }))
  })
}

/** `insta acme` and `acme op Instagram`, standing alone: a name without @ counts only where nothing else is said. */
function bareHandle(words: readonly Word[], isWholeLine: boolean): Piece[] {
  const said = words.filter(
    (word) => !('raw' in word && (word.is === 'word' || word.is === 'joint') && FILLERS.has(word.raw.toLowerCase())),
  )
  const platform = said.find((word) => word.is === 'platform')
  const isTowards = (word: Word) => isWholeLine && said.length === 3 && word.is === 'word' && TOWARDS.has(word.raw.toLowerCase())
  const others = said.filter((word) => word !== platform && !isTowards(word))
  const [only] = others
  if (platform?.is !== 'platform' || others.length !== 1 || !only || (only.is !== 'word' && only.is !== 'link')) return []
  if (NO_HANDLES.has(only.raw.toLowerCase()) || only.raw.includes('/') || !/^[\p{L}\p{N}][\p{L}\p{N}._-]{1,60}$/u.test(only.raw)) return []
  return accountFromHandle(platform.platform, only.raw).kind === 'account'
    ? [{ is: 'handle', raw: only.raw, platform: platform.platform }]
    : []
}

/** Groups of words between commas and semicolons. */
function partsOf(words: readonly Word[]): Word[][] {
  const parts: Word[][] = [[]]
  for (const word of words) {
    if (word.is === 'end') parts.push([])
    else parts.at(-1)?.push(word)
  }
  return parts
}

/** The platform that a line names and nothing else, as a heading: it holds for the next line. */
export function headingOf(line: string): string | null {
  const words = wordsOf(line).filter((word) => word.is !== 'end')
  const [only] = words
  return words.length === 1 && only?.is === 'platform' ? only.raw : null
}

/** Whether a line announces an account, `LinkedIn: Zorggroep De Linde`, so that it deserves an answer. */
export function announces(line: string): boolean {
  const colon = line.indexOf(':')
  return colon > 0 && colon < 40 && line.slice(colon + 1).trim() !== '' && headingOf(line.slice(0, colon)) !== null
}

/** What one line holds: links in markup, links in text, handles beside a platform's name. */
export function piecesOf(line: string): Piece[] {
  const hrefs = [...line.matchAll(HREF)].map((match): Piece => ({ is: 'link', raw: match[1] ?? match[2] ?? '' }))
  const words = wordsOf(line.replace(TAG, ' '))
  const parts = partsOf(words)
  const bareHandles = parts.map((part) => bareHandle(part, parts.length === 1))
  const links = parts.flatMap((part, at) =>
    bareHandles[at]?.length ? [] : part.flatMap((word): Piece[] => (word.is === 'link' ? [{ is: 'link', raw: word.raw }] : [])),
  )
  return [...hrefs, ...links, ...handlesAmong(words), ...bareHandles.flat()]
}
