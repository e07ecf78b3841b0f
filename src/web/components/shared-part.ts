const shortest = 3

/**
 * The piece of text that the handles share most: long, and in many of them. Letters and digits only, without case.
 * @returns '' when no two handles share three characters
 */
export function sharedPart(handles: readonly string[]): string {
  const names = handles.map((handle) => nameOf(handle).toLowerCase())
  let best = ''
  let bestWorth = 0
  for (const piece of new Set(names.flatMap(piecesOf))) {
    const holders = names.filter((name) => name.includes(piece)).length
    if (holders < 2) continue
    const worth = holders * holders * piece.length
    if (worth > bestWorth || (worth === bestWorth && piece.length > best.length)) [best, bestWorth] = [piece, worth]
  }
  return best
}

/** `company/acme` and `acme@example.social` are called `acme`. */
const nameOf = (handle: string): string => {
  const last = handle.slice(handle.lastIndexOf('/') + 1).replace(/^@/, '')
  return last.split('@')[0] ?? ''
}

/** Every run of letters and digits of at least three, whole or in part; of a long handle only its first 40 characters. */
function piecesOf(name: string): string[] {
  const text = name.slice(0, 40)
  const pieces: string[] = []
  for (let from = 0; from <= text.length - shortest; from++)
    for (let to = from + shortest; to <= text.length; to++) {
      const piece = text.slice(from, to)
      if (/^[\p{L}\p{N}]+$/u.test(piece)) pieces.push(piece)
    }
  return pieces
}

/** A handle cut at its shared part: before, shared, after. All of it is `before` when it lacks the part. */
export function cutAtShared(handle: string, shared: string): { before: string; shared: string; after: string } {
  const start = handle.lastIndexOf('/') + 1
  const at = shared === '' ? -1 : handle.toLowerCase().indexOf(shared, start)
  if (at < 0) return { before: handle, shared: '', after: '' }
  const end = at + shared.length
  return { before: handle.slice(0, at), shared: handle.slice(at, end), after: handle.slice(end) }
}
