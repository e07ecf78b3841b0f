import { classifyUrl } from '../platforms/classify.ts'
import { findInLine, type LineFinds, webAddresses } from './find-accounts.ts'
import { brokenAddresses } from './group-lines.ts'
import { type Box, type CodeSeen, type Crop, type Line, type PrintedAccount, type PrintSource, tiers } from './types.ts'

/** One account, name or address as one reading saw it. */
export interface Find {
  readonly kind: 'account' | 'bare' | 'handle' | 'url'
  /** What is compared between readings, in lower case. */
  readonly id: string
  readonly account: PrintedAccount | null
  readonly text: string
  readonly from: PrintSource
  readonly crop: Crop
  readonly confidence: number
  readonly pass: number
}

const longestQuote = 300
const longestLine = 2000
const mostLines = 5000
const longestCode = 8000
/** Below this a line is the texture of a picture rather than letters. */
const legible = 0.3
/** Below this a line proves no address, and names without one are noise. */
const sure = 0.6

/** Everything that the lines of one page name, reading by reading. */
export function findsInLines(lines: readonly Line[], page: number, from: PrintSource, toPage: (box: Box) => Box): Find[] {
  const kept = lines.slice(0, mostLines).map((line) => ({ ...line, text: line.text.slice(0, longestLine) }))
  const passes = [...new Set(kept.map((line) => line.pass))]
  return passes.flatMap((pass) => {
    const own = kept.filter((line) => line.pass === pass && line.confidence >= legible)
    const plain = own.flatMap((line, at) => findsIn(line, own[at - 1]?.text ?? '', passageOf(own, at)))
    const broken = brokenAddresses(own).flatMap((line) => findsIn(line, '', line.text).filter((find) => find.kind !== 'bare'))
    return withoutParts([...plain, ...broken])
  })

  function findsIn(line: Line, before: string, around: string): Find[] {
    const crop = { page, ...toPage(line.box) }
    const quote = line.text.trim().slice(0, longestQuote)
    const passage = around.length > longestQuote ? quote : around
    return asFinds(findInLine(line.text, before), { quote, passage, crop, from, confidence: line.confidence, pass: line.pass })
  }
}

/** A line with its neighbours, as far as they stand right above and below it rather than in another column. */
function passageOf(lines: readonly Line[], at: number): string {
  const line = lines[at]
  if (line === undefined) return ''
  const near = [lines[at - 1], line, lines[at + 1]].filter((one) => one !== undefined && isNear(one.box, line.box))
  return near.map((one) => one?.text.trim() ?? '').join(' ')
}

const isNear = (a: Box, b: Box): boolean => Math.abs(a.y - b.y) < 2.5 * Math.max(a.h, b.h) && a.x < b.x + b.w && b.x < a.x + a.w

interface Place {
  readonly quote: string
  readonly passage: string
  readonly crop: Crop
  readonly from: PrintSource
  readonly confidence: number
  readonly pass: number
}

function asFinds(found: LineFinds, { quote, passage, crop, from, confidence, pass }: Place): Find[] {
  const seen = { from, crop, confidence, pass }
  const isSure = confidence >= sure
  return [
    ...found.accounts.flatMap(({ address, tier: written }): Find[] => {
      const { platform, handle, url, key } = address
      if (platform === null || handle === null || key === null || (written === 'likely' && !isSure)) return []
      const tier = isSure ? written : 'likely'
      return [
        { ...seen, kind: 'account', id: key, text: handle, account: { platform, handle, url, key, tier, from, quote, passage, crop } },
      ]
    }),
    ...(isSure ? found.bare : []).map((handle): Find => {
      const account = { platform: null, handle, url: null, key: null, tier: 'possible' as const, from, quote, passage, crop }
      return { ...seen, kind: 'bare', id: handle.toLowerCase(), text: handle, account }
    }),
    ...(isSure ? found.handles : []).map((text): Find => ({ ...seen, kind: 'handle', id: text.toLowerCase(), text, account: null })),
    ...found.urls.map((text): Find => ({ ...seen, kind: 'url', id: text.toLowerCase(), text, account: null })),
  ]
}

/** Half an address whose whole was put together is not one more. */
function withoutParts(finds: readonly Find[]): Find[] {
  return finds.filter(
    (find) =>
      !finds.some(
        (other) => other.kind === find.kind && other.id !== find.id && other.id.startsWith(find.id) && contains(other.crop, find.crop),
      ),
  )
}

const contains = (outer: Box, inner: Box): boolean =>
  inner.y >= outer.y && inner.y + inner.h <= outer.y + outer.h && outer.h > inner.h && inner.x >= outer.x

/** What a code, or an address behind a link area, says. */
export function findsInCode(code: CodeSeen, page: number, from: PrintSource): Find[] {
  const crop = { page, ...code.box }
  const seen = { from, crop, confidence: 1, pass: 0 }
  const quote = code.text.slice(0, longestQuote)
  const urls = addressesInCode(code.text.slice(0, longestCode))
  return [
    ...urls.map((text): Find => ({ ...seen, kind: 'url', id: text.toLowerCase(), text, account: null })),
    ...urls.flatMap((raw): Find[] => {
      const { kind, platform, handle, url, key } = classifyUrl(raw)
      if (kind !== 'account' || platform === null || handle === null || key === null) return []
      const account = { platform, handle, url, key, tier: 'certain' as const, from, quote, passage: quote, crop }
      return [{ ...seen, kind: 'account', id: key, text: handle, account }]
    }),
  ]
}

/** A code is never misread, so that an address with its scheme counts whatever its host looks like. */
function addressesInCode(text: string): string[] {
  const written = webAddresses(text)
  return written.length === 0 && /^https?:\/\/\S+$/i.test(text.trim()) && URL.canParse(text.trim()) ? [text.trim()] : written
}

const rank = (account: PrintedAccount): number => tiers.indexOf(account.tier)

/** Each account once, in its surest form; bare names only where no platform is known for them. */
export function accountsOf(finds: readonly Find[]): PrintedAccount[] {
  const best = new Map<string, PrintedAccount>()
  for (const { kind, id, account } of finds) {
    if (account === null) continue
    const known = best.get(`${kind} ${id}`)
    if (known === undefined || rank(account) < rank(known)) best.set(`${kind} ${id}`, account)
  }
  const named = new Set([...best.values()].filter(({ platform }) => platform !== null).map(({ handle }) => plain(handle)))
  return [...best.values()].filter((account) => account.platform !== null || !named.has(plain(account.handle)))
}

const plain = (handle: string): string => (handle.split('/').at(-1) ?? handle).replace(/^@/, '').toLowerCase()
