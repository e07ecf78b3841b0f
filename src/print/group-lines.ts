import type { Box, Line } from './types.ts'

export const around = (boxes: readonly Box[]): Box => {
  const x = Math.min(...boxes.map((box) => box.x))
  const y = Math.min(...boxes.map((box) => box.y))
  return {
    x,
    y,
    w: Math.max(...boxes.map((box) => box.x + box.w)) - x,
    h: Math.max(...boxes.map((box) => box.y + box.h)) - y,
  }
}

const openEnd =
  /(?:[\p{L}\p{N}]\.[\p{L}]{2,10}\/\S{0,80}[-/._]|[\p{L}\p{N}]\.[\p{L}]{2,10}\/|www\.\S{0,60}[-.]|https?:\/\/\S{0,80}|(?:^|\s)@)$/iu
const continued = /^[\p{L}\p{N}/._-]+(?:\s|$)/u

/**
 * An address that breaks over two lines, put together: the first ends inside an address, the second stands right under it.
 * The parts stay as well; what they hold on their own is found too.
 */
export function brokenAddresses(lines: readonly Line[]): Line[] {
  return lines.flatMap((line, at): Line[] => {
    const next = lines[at + 1]
    if (next === undefined || next.pass !== line.pass) return []
    const first = line.text.trimEnd()
    const second = next.text.trimStart()
    const isOpen = openEnd.test(first) || (second.startsWith('/') && /\.\p{L}{2,10}$/u.test(first))
    const isUnder = next.box.y > line.box.y && next.box.y - line.box.y < 2.5 * Math.max(line.box.h, next.box.h)
    if (!isOpen || !isUnder || !continued.test(second)) return []
    return [{ ...line, text: first + second, box: around([line.box, next.box]), confidence: Math.min(line.confidence, next.confidence) }]
  })
}
