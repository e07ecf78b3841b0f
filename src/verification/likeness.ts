/** Names an account's handle may be made of, ready for comparison. */
export interface NameForms {
  /** Whole names without spaces: domain labels, names, site names. */
  readonly whole: readonly string[]
  /** The words of the names, without those that say nothing. */
  readonly words: readonly string[]
  readonly acronyms: readonly string[]
}

/** Words that many names and handles share (nl, en, de, fr). */
const empty = new Set(
  'the de het een van voor en and of for in at la le les el los der die das und fuer du des the a an to official officiel oficial offiziell hq nl be com www inc ltd llc bv nv gmbh ag ev ry vzw asbl stichting vereniging online home homepage welcome welkom willkommen page site website blog news'.split(
    ' ',
  ),
)

/** Printable ASCII: most names, and the quick way. */
const plainText = /^[ -~]*$/

/** Lower case, without accents, spaces and punctuation; letters of every script stay. */
export function folded(text: string): string {
  if (plainText.test(text)) return text.toLowerCase().replace(/[^a-z0-9]+/g, '')
  return text
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '')
}

/** The words of a name: split at what is no letter and at capitals inside a word. */
export function wordsOf(text: string): string[] {
  return text
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .split(/[^\p{L}\p{N}&]+/u)
    .map(folded)
    .filter((word) => word !== '')
}

/** The words of a name that tell it from others. */
export const tellingWords = (name: string): string[] => wordsOf(name).filter((word) => !empty.has(word))

/** Prepares names and domain labels. `labels`: "acme" of acme.nl, compared as a whole only. */
export function nameForms(names: readonly string[], labels: readonly string[]): NameForms {
  const whole = new Set<string>()
  const words = new Set<string>()
  const acronyms = new Set<string>()
  for (const label of labels) {
    const form = folded(label)
    if (form.length >= 2) whole.add(form)
    for (const word of wordsOf(label)) if (word.length >= 3 && !empty.has(word)) words.add(word)
  }
  for (const name of names) {
    const parts = wordsOf(name)
    const telling = parts.filter((word) => !empty.has(word))
    for (const form of [parts.join(''), telling.join('')]) if (form.length >= 2 && form.length <= 60) whole.add(form)
    for (const word of telling) if (word.length >= 3) words.add(word)
    for (const list of [parts, telling]) if (list.length >= 3 && list.length <= 9) acronyms.add(list.map((word) => word[0]).join(''))
  }
  return { whole: [...whole], words: [...words], acronyms: [...acronyms] }
}

/** The naming part of a handle: without `company/`, `@`, a server, or the number that the platform added. */
export function nameOfHandle(handle: string): string {
  const bare = handle
    .replace(/^@?([^@]+)@.*$/, '$1')
    .replace(/^(?:company|school|showcase|user|c|channel|pages|pg|profile|in|pub|groups|people|p|g|edu)\//i, '')
    .replace(/\.bsky\.social$/i, '')
    .replace(/^[@+]/, '')
  return bare.replace(/[-_/]\d{5,}$/, '')
}

/** A number or a code, not a name: nothing can be read from it. */
export function isOpaque(handle: string): boolean {
  const name = nameOfHandle(handle)
  return (
    /^\d+$/.test(name) ||
    /^\d+@N\d+$/i.test(name) ||
    /^UC[\w-]{20,}$/.test(name) ||
    /^(?:show|artist|playlist|album)\//.test(handle) ||
    /(?:^|\/)channel\/UC/.test(handle)
  )
}

/** Share of `text` that starts of the words cover, longest first; a start has three letters or is the whole word. */
function coverage(text: string, words: readonly string[]): number {
  let covered = 0
  let at = 0
  while (at < text.length) {
    let best = 0
    for (const word of words) {
      let same = 0
      while (same < word.length && text[at + same] === word[same]) same++
      if ((same >= 3 || same === word.length) && same > best) best = same
    }
    covered += best
    at += best > 0 ? best : 1
  }
  return covered / text.length
}

/** "rlygooddsgns" of "reallygooddesigns": the same letters in order, some left out. */
function isContraction(short: string, long: string): boolean {
  if (short.length < 4 || short.length < long.length * 0.45 || short[0] !== long[0]) return false
  let at = 0
  for (const letter of long) if (letter === short[at]) at++
  return at === short.length
}

/** How much a handle looks like one of the names, 0 to 1; `null` for a number or code. */
export function likeness(handle: string, forms: NameForms): number | null {
  if (isOpaque(handle)) return null
  const name = nameOfHandle(handle)
  const text = folded(name)
  if (text.length < 2) return null
  let best = 0
  for (const whole of forms.whole) {
    if (text === whole) return 1
    if (whole.length >= 4 && text.includes(whole)) best = Math.max(best, 0.75 + 0.2 * (whole.length / text.length))
    else if (whole.length >= 2 && text.startsWith(whole)) best = Math.max(best, 0.4 + 0.5 * (whole.length / text.length))
    if (text.length >= 3 && whole.includes(text))
      best = Math.max(best, (whole.startsWith(text) ? 0.5 : 0.4) + 0.45 * (text.length / whole.length))
    if (isContraction(text, whole)) best = Math.max(best, 0.7)
  }
  const telling = text.replace(/(?:official|officiel|oficial|nederland|belgie|hq|tv|nl|be|de|uk|us|usa|eu|org|com|net)$/, '')
  for (const acronym of forms.acronyms) {
    if (acronym === text || acronym === telling) best = Math.max(best, 0.9)
    else if (acronym.length >= 3 && (text.startsWith(acronym) || text.endsWith(acronym))) best = Math.max(best, 0.65)
  }
  return Math.max(best, 0.9 * coverage(telling.length >= 3 ? telling : text, forms.words))
}
