import { getDomain } from 'tldts'
import type { Address } from '../model/platform.ts'
import { accountFromHandle, classifyUrl } from '../platforms/classify.ts'
import { addressesInText } from '../platforms/in-text.ts'
import { platformOfName } from '../platforms/index.ts'
import { withoutTrailingPunctuation } from '../platforms/markup.ts'
import { type Piece, piecesOf } from '../platforms/pieces.ts'
import { repairLine } from './repair.ts'
import type { Tier } from './types.ts'

/** What one line names. */
export interface LineFinds {
  readonly accounts: readonly { readonly address: Address; readonly tier: Exclude<Tier, 'possible'> }[]
  /** `@name` as printed. */
  readonly handles: readonly string[]
  /** Those of `handles` that no platform's name stands beside. */
  readonly bare: readonly string[]
  readonly urls: readonly string[]
}

const longestLine = 2000

/** Letters that stand where an icon was: `f /acme`, `in /company/acme`, `ⓕ @acme`, `X @acme`. */
const icons: readonly (readonly [RegExp, string])[] = [
  [/(?:^|(?<=[\s|•]))[fƒⓕ](?=\s{0,2}[/@:|]\s{0,2}[@\p{L}\p{N}])/giu, 'Facebook'],
  [/(?:^|(?<=[\s|•]))(?:in|ⓘⓝ)(?=\s{0,2}\/\s{0,2}[\p{L}\p{N}])/giu, 'LinkedIn'],
  [/(?:^|(?<=[\s|•]))[𝕏Ⓧ](?=\s)/gu, 'X'],
]

/** `Facebook /acme`, `Facebook: /acme`: the slash stands for the host. */
const slashed =
  /(?<![\p{L}\p{N}])([\p{L}]{2,10})\s{0,2}:?\s{0,2}\/\s{0,2}@?((?:company\/|in\/|c\/)?[\p{L}\p{N}_][\p{L}\p{N}._-]{1,58}[\p{L}\p{N}_])(?![/@\p{L}\p{N}])/giu

const mail = /[a-z0-9][a-z0-9._+-]{0,63}@[a-z0-9-]{1,60}(?:\.[a-z0-9-]{1,60}){0,3}\.[a-z]{2,10}(?![\p{L}\p{N}@.])/giu
const at = /(?<![\p{L}\p{N}._@/-])@[A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,58}[A-Za-z0-9_])?(?![@\p{L}\p{N}])/gu
const web =
  /(?<![@\p{L}\p{N}._-])(?:https?:\/\/)?(?:[a-z0-9-]{1,60}\.){1,4}[a-z]{2,12}(?![\p{L}\p{N}@])(?::\d{2,5})?(?:[/?#][^\s"'<>()|]{0,400})?/giu

/**
 * Accounts, names and addresses in one printed line. `before` is the line above: a platform's name at its end counts for this one.
 */
export function findInLine(line: string, before = ''): LineFinds {
  const { text, guessed } = repairLine(line.slice(0, longestLine))
  const tier = guessed ? 'likely' : 'certain'
  const addresses = addressesInText(text).filter(({ address }) => address.kind === 'account' && address.key !== null)
  const accounts: { address: Address; tier: 'certain' | 'likely' }[] = addresses.map(({ address }) => ({ address, tier }))
  // A name inside an address is not one more name.
  const rest = blank(
    text,
    addresses.map(({ raw, index }) => [index, raw.length] as const),
  )
  const mails = [...rest.matchAll(mail)].map((match) => match[0])
  const named = iconsAsNames(rest.replace(mail, ' '))
  const pieces = piecesBelow(before, named)
  for (const piece of pieces) if (piece.is === 'handle') add(accounts, accountFromHandle(piece.platform, piece.raw))
  for (const address of slashedNames(named)) add(accounts, address)
  const handles = [...named.matchAll(at)].map((match) => match[0])
  const placed = new Set(pieces.flatMap((piece) => (piece.is === 'handle' ? [piece.raw.toLowerCase()] : [])))
  return {
    accounts,
    handles,
    bare: handles.filter((handle) => !placed.has(handle.toLowerCase())),
    urls: [...webAddresses(text), ...mails.map((address) => `mailto:${address.toLowerCase()}`)],
  }
}

function add(accounts: { address: Address; tier: 'certain' | 'likely' }[], address: Address): void {
  if (address.kind !== 'account' || accounts.some((known) => known.address.key === address.key)) return
  accounts.push({ address, tier: 'likely' })
}

const blank = (text: string, parts: readonly (readonly [number, number])[]): string =>
  parts.reduce((left, [from, length]) => left.slice(0, from) + ' '.repeat(length) + left.slice(from + length), text)

const iconsAsNames = (text: string): string => icons.reduce((left, [sign, name]) => left.replace(sign, name), text)

/** A line that says nothing of its own of platforms belongs to the platform named at the end of the line above. */
function piecesBelow(before: string, line: string): Piece[] {
  const own = piecesOf(line)
  if (!own.some((piece) => piece.is === 'loose-handle') || own.some((piece) => piece.is === 'handle')) return own
  const last =
    before
      .trim()
      .split(/[\s:]+/)
      .filter(Boolean)
      .slice(-1)[0] ?? ''
  return platformOfName(last) === null || /@/.test(before) ? own : piecesOf(`${before.trim().replace(/:$/, '')}: ${line.trim()}`)
}

function slashedNames(text: string): Address[] {
  return [...text.matchAll(slashed)].flatMap((match) => {
    const platform = platformOfName(match[1] ?? '')
    const name = match[2] ?? ''
    // `Twitter/X`, `Instagram/Facebook`: two platforms, no name.
    return platform === null || platformOfName(name) !== null ? [] : [accountFromHandle(platform, name)]
  })
}

/** Web addresses as a browser takes them. A word with a dot counts when its ending exists and it looks like no slip of the pen. */
export function webAddresses(text: string): string[] {
  return [...text.replace(mail, ' ').matchAll(web)].flatMap((match) => {
    const raw = withoutTrailingPunctuation(match[0])
    const hasScheme = /^https?:/i.test(raw)
    const host = raw.replace(/^https?:\/\//i, '').split(/[/?#:]/)[0] ?? ''
    if (getDomain(host, { allowPrivateDomains: false, allowIcannDomains: true }) === null) return []
    if (!hasScheme && !/^www\./i.test(host) && !isPlainSite(host, raw) && classifyUrl(raw).kind === 'none') return []
    return [(hasScheme ? raw : `https://${raw}`).replace(/^https?:\/\/[^/?#]+/i, (start) => start.toLowerCase())]
  })
}

/** Endings that a bare host may have; with others (`zes.De`, `o.a.dj`) a line's end is likelier than an address. */
const plainEndings = /\.(?:nl|com|org|net|eu|be|de|info|nu|amsterdam|frl|gent|vlaanderen|brussels|uk|io|app|tv|me|social|bio|online|site)$/
const isPlainSite = (host: string, raw: string): boolean =>
  host === host.toLowerCase() && (host.split('.').at(-2)?.length ?? 0) >= 3 && (plainEndings.test(host) || raw.includes('/'))
