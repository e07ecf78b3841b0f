import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createDesk } from '../../workers/desk.ts'
import { until } from '../support/until.ts'

/** A desk whose readers are only counted. */
function countedDesk(idleMs: number) {
  const counts = { opened: 0, closed: 0 }
  const open = async () => {
    counts.opened++
    return { number: counts.opened, close: async () => void counts.closed++ }
  }
  return { counts, desk: createDesk(open, idleMs) }
}

const never = new AbortController().signal

test('one borrower at a time has the same readers, in the order in which they asked', async () => {
  const { counts, desk } = countedDesk(10_000)
  const seen: string[] = []
  const borrow = (name: string, ms: number) =>
    desk.read(never, async ({ number }) => {
      seen.push(`${name} begins with ${number}`)
      await wait(ms)
      seen.push(`${name} ends`)
    })
  await Promise.all([borrow('first', 30), borrow('second', 1)])
  expect(seen).toEqual(['first begins with 1', 'first ends', 'second begins with 1', 'second ends'])
  await desk.close()
  expect(counts).toEqual({ opened: 1, closed: 1 })
})

test('readers that nobody asks for go, and are opened anew for the next', async () => {
  const { counts, desk } = countedDesk(20)
  await desk.read(never, async () => wait(60))
  expect(counts.closed).toBe(0)
  await until(() => counts.closed || undefined, 5)
  expect(await desk.read(never, async ({ number }) => number)).toBe(2)
  await desk.close()
})

test('a stop ends the readers in the middle of what they read; who is stopped before its turn never has them', async () => {
  const { counts, desk } = countedDesk(10_000)
  const stop = new AbortController()
  const reading = desk.read(stop.signal, () => until(() => (counts.closed > 0 ? 'ended' : undefined), 5))
  const behind = desk.read(stop.signal, async () => 'had them')
  behind.catch(() => undefined)
  await wait(20)
  stop.abort()
  expect(await reading).toBe('ended')
  await expect(behind).rejects.toMatchObject({ name: 'AbortError' })
  await desk.close()
})

test('readers that could not be opened are tried again for the next', async () => {
  let tries = 0
  const desk = createDesk(async () => {
    if (++tries === 1) throw new Error('no memory')
    return { close: async () => {} }
  }, 10_000)
  await expect(desk.read(never, async () => 1)).rejects.toThrow('no memory')
  expect(await desk.read(never, async () => 2)).toBe(2)
  await desk.close()
})
