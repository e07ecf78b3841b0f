import type { Find } from './collect.ts'
import type { Box } from './types.ts'

/**
 * Several readings of one page, settled into one: finds of the same place that are nearly the same are one find, read
 * differently. The spelling wins that most readings, weighed by their sureness, agree on; between equals the longer one.
 */
export function settle(finds: readonly Find[]): Find[] {
  const groups: Find[][] = []
  for (const find of finds) {
    const group = groups.find((members) => members.some((member) => isSame(member, find)))
    if (group === undefined) groups.push([find])
    else group.push(find)
  }
  const settled = groups.map(winner)
  return settled.filter((find) => !settled.some((other) => other !== find && isPlaced(find, other)))
}

function winner(group: readonly Find[]): Find {
  const weight = (id: string): number => group.filter((find) => find.id === id).reduce((sum, find) => sum + find.confidence ** 2, 0)
  return group.reduce((best, find) => {
    const gain = weight(find.id) - weight(best.id)
    if (find.id === best.id) return find.confidence > best.confidence ? find : best
    // A name that goes on where another reading stopped was cut short there.
    if (find.id.startsWith(best.id) && gain > -1) return find
    if (best.id.startsWith(find.id) && gain < 1) return best
    return gain > 0 || (gain === 0 && find.id.length > best.id.length) ? find : best
  })
}

/** Two finds of one reading are two things; of two readings, the same when place and spelling nearly agree. */
function isSame(a: Find, b: Find): boolean {
  if (a.kind !== b.kind) return false
  if (a.id === b.id && a.pass === b.pass) return true
  if (a.pass === b.pass || a.crop.page !== b.crop.page) return false
  if (a.id !== b.id && a.account?.platform !== b.account?.platform) return false
  return overlap(a.crop, b.crop) > 0.35 && isNear(a.id, b.id)
}

/** A bare name is settled when another reading saw the platform beside it. */
const isPlaced = (find: Find, other: Find): boolean =>
  find.kind === 'bare' &&
  other.kind === 'account' &&
  find.pass !== other.pass &&
  overlap(find.crop, other.crop) > 0.35 &&
  isNear(find.id.replace(/^@/, ''), (other.id.split(':').at(-1) ?? '').replace(/^@/, ''))

/** Share of the lower one's height that two boxes have in common, or 0 when they stand beside each other. */
function overlap(a: Box, b: Box): number {
  const width = Math.min(a.x + a.w, b.x + b.w) - Math.max(a.x, b.x)
  const height = Math.min(a.y + a.h, b.y + b.h) - Math.max(a.y, b.y)
  if (width <= 0 || height <= 0) return 0
  return height / Math.min(a.h, b.h)
}

const closeEnough = 0.25

function isNear(a: string, b: string): boolean {
  if (a.startsWith(b) || b.startsWith(a)) return true
  return distance(a.slice(0, 200), b.slice(0, 200)) <= Math.max(1, closeEnough * Math.min(a.length, b.length, 200))
}

/** Edits between two words (Levenshtein). */
export function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)))
    row = next
  }
  return row[b.length] ?? 0
}
