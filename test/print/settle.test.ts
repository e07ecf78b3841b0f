import { expect, it } from 'vitest'
import { findsInLines } from '../../src/print/collect.ts'
import { distance, settle } from '../../src/print/settle.ts'
import type { Box, Line } from '../../src/print/types.ts'

const line = (pass: number, text: string, confidence = 0.9, y = 100): Line => ({ pass, text, confidence, box: { x: 10, y, w: 300, h: 30 } })
const settled = (...lines: Line[]) =>
  settle(findsInLines(lines, 1, 'text', (box: Box) => box)).flatMap(({ account }) => (account ? [account.key ?? account.handle] : []))

it('takes two readings of one name as one, and the longer when one stopped early', () =>
  expect(settled(line(0, 'Instagram: @de.brug utrecht'), line(1, 'Instagram: @de.brug_utrecht'))).toEqual(['instagram:de.brug_utrecht']))

it('takes the surer of two spellings', () =>
  expect(settled(line(0, 'facebook.com/buurttuln', 0.65), line(1, 'facebook.com/buurttuin', 0.95))).toEqual(['facebook:buurttuin']))

it('takes the spelling that two of three readings agree on', () =>
  expect(settled(line(0, 'X: @koor', 0.8), line(1, 'X: @kooi', 0.9), line(2, 'X: @koor', 0.8))).toEqual(['x:koor']))

it('keeps two names that stand apart', () =>
  expect(settled(line(0, 'X: @koor1'), line(1, 'X: @koor2', 0.9, 400))).toEqual(['x:koor1', 'x:koor2']))

it('keeps two names in one line of one reading', () => expect(settled(line(0, 'X: @koor1 @koor2'))).toEqual(['x:koor1', 'x:koor2']))

it('drops a bare name where another reading saw its platform', () =>
  expect(settled(line(0, '¥: @tuindelinde'), line(1, 'X: @tuindelinde'))).toEqual(['x:tuindelinde']))

it('puts an address together that breaks over two lines', () =>
  expect(settled(line(0, 'linkedin.com/company/'), line(0, 'river-theatre', 0.9, 150))).toEqual(['linkedin:company/river-theatre']))

it('leaves out what was hardly legible', () => expect(settled(line(0, 'X: @koor', 0.2), line(0, 'Volg @koor', 0.4))).toEqual([]))

it('calls an address in a badly read line likely', () => {
  const [find] = findsInLines([line(0, 'facebook.com/koor', 0.45)], 1, 'text', (box: Box) => box)
  expect(find?.account?.tier).toBe('likely')
})

it('counts edits', () => {
  expect(distance('', 'abc')).toBe(3)
  expect(distance('kitten', 'sitting')).toBe(3)
})
