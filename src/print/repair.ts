import { platforms } from '../platforms/index.ts'

/** A line with the slips of reading undone. */
export interface Repaired {
  readonly text: string
  /** A host was recognised though more than look-alike signs differed: worth a lower tier. */
  readonly guessed: boolean
}

/** Letters of other scripts that look like Latin ones, as small Latin letters. */
const lookAlikes: Readonly<Record<string, string>> = Object.fromEntries(
  [...'аaеeоoрpсcхxуyіiѕsјjԁdһhӏlкkмmтtвbнhοoαaνvτtιiρp'.matchAll(/(.)(.)/gu)].map((pair) => [pair[1], pair[2]]),
)

const isLatin = /[a-z]/i
const foreign = /[\u0370-\u052f]/gu

/** Hosts that a poster may print, and what they become once look-alike signs are levelled. */
const hosts = [...new Set(platforms.flatMap((platform) => platform.hosts))].filter((host) => host.length >= 4)
const byLevelled = new Map(hosts.map((host) => [levelled(host), host]))
const longHosts = [...byLevelled].filter(([key]) => key.length >= 9)

/** One spelling for signs that readers mix up: 0 and o, 1 and l and I, rn and m, vv and w, a comma and a dot. */
function levelled(text: string): string {
  return text
    .toLowerCase()
    .replace(/[0öóò]/g, 'o')
    .replace(/[1|!íìïi]/g, 'l')
    .replace(/[éèë]/g, 'e')
    .replace(/5/g, 's')
    .replace(/rn/g, 'm')
    .replace(/vv/g, 'w')
    .replace(/[,·•:;]/g, '.')
}

/** Whether two words differ by at most one sign added, lost or changed. */
function oneApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  const skipA = a.length >= b.length ? 1 : 0
  const skipB = b.length >= a.length ? 1 : 0
  return a.slice(start + skipA) === b.slice(start + skipB)
}

const endings = /\.(?:corn|c0m|c0rn|con|cam|coin|cem|com)$/i

function repairHost(host: string): { host: string; guessed: boolean } | null {
  const bare = host.replace(/^(?:https?:?\/{0,2})?(?:[wv]{2,6}[.,])?/i, '').replace(endings, '.com')
  const key = levelled(bare)
  const same = byLevelled.get(key)
  if (same !== undefined) return { host: same, guessed: false }
  const near = longHosts.find(([known]) => oneApart(known, key))
  return near === undefined ? null : { host: near[1], guessed: true }
}

const hostShaped = /(?<![\p{L}\p{N}@._-])(?:https?:\/\/)?[\p{L}\p{N}|!][\p{L}\p{N}|!.,-]{2,40}(?=[/\s?]|$)/giu

/**
 * Undoes what readers of print get wrong in addresses and names: blanks around dots, slashes and `@`, letters of another
 * script, `.corn` for `.com`, `©` for `@`, digits for letters in the host of a platform.
 */
export function repairLine(line: string): Repaired {
  let guessed = false
  const text = joined(sameScript(line.normalize('NFKC'))).replace(hostShaped, (word) => {
    if (!/[.,]/.test(word)) return word
    const repaired = repairHost(word)
    if (repaired === null) return word.replace(/^([wv]{3})[.,]/i, 'www.').replace(endings, '.com')
    guessed ||= repaired.guessed
    return repaired.host
  })
  return { text, guessed }
}

/** In a word of Latin letters, letters of another script are misread ones. */
const sameScript = (text: string): string =>
  text.replace(/\S+/g, (word) => (isLatin.test(word) ? word.replace(foreign, (sign) => lookAlikes[sign.toLowerCase()] ?? sign) : word))

/** Closes the blanks that stand inside an address or between `@` and its name. */
function joined(text: string): string {
  return text
    .replace(/(?<![\p{L}\p{N}])(?:©|®|\(@\)|\(a\)(?=\s?[a-z0-9_])|[({[]@)\s?(?=[\p{L}\p{N}_])/giu, '@')
    .replace(/^[\s|[\]{}«»‘’'"~—_]+(?=[\p{L}\p{N}@])|[\s|[\]{}«»~—]+$/gu, '')
    .replace(/(?<![\p{L}\p{N}])x{2}(?=\s?[:;]?\s?@)/giu, 'X')
    .replace(/(?<![\p{L}\p{N}])(f|in) [IJl|/]{1,2}(?=company\/|\p{Ll}{3})/gu, '$1 /')
    .replace(/(@[A-Za-z0-9_.]{1,40}[_.]) (?=[a-z0-9])/g, '$1')
    .replace(/([a-z]\.[a-z]{2,10}\/[\w@.-]{0,60}[_.-]) (?=[a-z0-9])/g, '$1')
    .replace(/(?<=^|[\s:(])@\s{1,2}(?=[\p{L}\p{N}_])/gu, '@')
    .replace(/\b(https?)\s?[:;.]\s?\/\s?[/1l]\s?/gi, '$1://')
    .replace(/\b([wv]{3})\s?[.,]\s?(?=[\p{L}\p{N}])/giu, 'www.')
    .replace(/([\p{L}\p{N}]{2,30})\s?[.,]\s?(com|corn|c0m|nl|net|org|be|eu|me|tv)(?:\s{1,2}\/|\/)\s{0,2}(?=[\p{L}\p{N}@])/giu, '$1.$2/')
    .replace(/([\p{L}\p{N}]{3,30}) ?\. ?(com|corn|c0m|nl|net|org|be|eu)(?![\p{L}\p{N}])/giu, '$1.$2')
}
