import { type Following, followingOf, type ReadyName } from './follow.ts'
import type { NameValues } from './name-values.ts'
import { organisationTokens, type Piece, type TokenCase, tokenCases } from './pattern.ts'
import { folded } from './spelling.ts'
import { writings } from './write-name.ts'

/** The text of one piece as this name has it; '' where it is written or cut in another way. */
function partOf(ready: ReadyName, following: Following, at: number): string {
  const start = following.writing.parts.slice(0, at).join('').length
  const part = following.writing.parts[at] ?? ''
  const text = ready.name.slice(start, start + part.length)
  return text.length > 0 && folded(part).startsWith(folded(text)) ? text : ''
}

function most<T>(votes: readonly T[]): { readonly value: T; readonly count: number } | null {
  const counts = [...Map.groupBy(votes, (vote) => vote)].map(([value, all]) => ({ value, count: all.length }))
  return counts.sort((a, b) => b.count - a.count || (String(a.value) < String(b.value) ? -1 : 1))[0] ?? null
}

/** In which cases a token's value may have been written as this text. */
function casesOf(text: string, following: Following, ready: ReadyName, pieces: readonly Piece[], at: number): TokenCase[] {
  return tokenCases.filter((written) => {
    const asked = pieces.map((piece, index) => (index === at && piece.is === 'token' ? { ...piece, written } : piece))
    return writings(asked, ready.values, ready.manner).some(
      ({ parts }) => parts[at]?.slice(0, text.length) === text && parts[at]?.length === following.writing.parts[at]?.length,
    )
  })
}

/**
 * The pattern with the capitals that most of those who follow it use, where the platform shows capitals. An organisation
 * that most write in another way than its name gives (`VGsector` for "VG Sector") stands in it as that word.
 */
export function withCapitals(pieces: readonly Piece[], followers: readonly ReadyName[]): Piece[] {
  const shown = followers.filter(({ manner }) => manner.keepsCase)
  const follow = (ready: ReadyName) => ({ ready, following: followingOf(ready, pieces) })
  const voters = shown.map(follow).flatMap(({ ready, following }) => (following ? [{ ready, following }] : []))
  const written = followers.map(follow).flatMap(({ ready, following }) => (following ? [{ ready, following }] : []))
  return pieces.map((piece, at): Piece => {
    if (piece.is === 'separator') return piece
    const texts = voters.map(({ ready, following }) => partOf(ready, following, at)).filter((text) => text !== '')
    const spelling = most(texts)
    if (piece.is === 'word') return spelling ? { is: 'word', text: spelling.value } : piece
    // Shown names are written as their owners write them.
    if (followers[0]?.manner.as === 'display') return piece
    const isOurs = organisationTokens.has(piece.token)
    const plain = isOurs ? most(written.map(({ following }) => following.writing.parts[at]?.toLowerCase() ?? '')) : null
    const usual = writings([piece], written[0]?.ready.values ?? nothing, neutral)[0]?.text
    if (plain && usual !== undefined && plain.value !== usual)
      return { is: 'word', text: spelling?.value.toLowerCase() === plain.value ? spelling.value : plain.value }
    const votes = voters.map(({ ready, following }) => casesOf(partOf(ready, following, at), following, ready, pieces, at))
    const order = piece.token === 'acronym' ? tokenCases.toReversed() : tokenCases
    const best = order
      .map((name) => ({ name, count: votes.filter((cases) => cases.includes(name)).length }))
      .toSorted((a, b) => b.count - a.count)[0]
    if (isOurs && spelling && best && spelling.count > best.count) return { is: 'word', text: spelling.value }
    return { ...piece, written: best && best.count > 0 ? best.name : 'lower' }
  })
}

const nothing: NameValues = { forms: {}, loose: {}, written: {}, shown: '' }
const neutral = { as: 'handle', separators: '_', longest: 400, keepsCase: true, ignored: '' } as const
