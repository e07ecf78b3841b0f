import type { TeamPerson } from '../../model/team.ts'
import { ancestorsOf, isBlock, type PageTree, textOf } from './page-tree.ts'
import { nameOfHandle, readName } from './person-names.ts'
import { profileOf } from './person-profiles.ts'

/** Words of belonging: who wrote, founded, started, joined (nl, en, de, fr). */
const belongs =
  /written by|geschreven door|verfasst von|écrit par|found|start|begon|begin|opgericht|oprich|gegründet|fond[ée]|join|recruit|regist|bestuur|board|vorstand|agreed|samen met|together with|volunteer|vrijwillig|\bteam|member|\blid\b|mitglied/i
/** Words for who only comes by. */
const passes =
  /speaker|spreker|keynote|\bguests?\b|\bgast|talks? (?:by|from)|gave (?:a|his|her|their)|interview|customer|klant|sponsor|partner|supporter|photo|foto/i

const longestLabel = 40

/**
 * People whom a page about the organisation names inside its sentences, with a link to their own profile: who wrote the
 * page, who began, who joined. Who only spoke at an evening is not of the team.
 */
export function toldPeople(tree: PageTree, url: string): TeamPerson[] {
  const people: TeamPerson[] = []
  for (const element of tree.elements) {
    if (element.name !== 'a' || element.attributes.href === undefined) continue
    const profile = profileOf(element.attributes.href, url, element.attributes)
    const label = textOf(element).replace(/^@/, '')
    const block = ancestorsOf(element).find(isBlock)
    if (profile === null || label === '' || label.length > longestLabel || block === undefined) continue
    const sentence = sentencesAround(textOf(block), label)
    if (sentence === label || passes.test(sentence) || !belongs.test(sentence)) continue
    const name = nameFor(label, profile.handle, element.attributes.href)
    if (name === null) continue
    people.push({ name, role: '', page: url, quote: sentence.slice(0, 200), profiles: [profile] })
  }
  return people
}

/** The fullest name that the words and the address give. */
function nameFor(label: string, handle: string, href: string): string | null {
  const written = href.split(/[?#]/)[0]?.split('/').filter(Boolean).at(-1) ?? handle
  const spelled = nameOfHandle(written)
  const read = readName(label)
  if (read?.form === 'full') return read.name
  if (read?.form === 'given') return spelled?.split(' ')[0] === read.name ? spelled : read.name
  return spelled
}

/** The sentence with the words, and the one after it. */
function sentencesAround(text: string, words: string): string {
  const at = text.indexOf(words)
  if (at < 0) return text.slice(0, 400)
  const from = text.slice(0, at).lastIndexOf('. ') + 1
  const first = text.indexOf('. ', at + words.length)
  const second = first < 0 ? -1 : text.indexOf('. ', first + 2)
  return text
    .slice(from, second < 0 ? undefined : second)
    .trim()
    .slice(0, 600)
}
