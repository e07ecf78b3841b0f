import { describe, expect, it } from 'vitest'
import { createMemo } from '../../src/capture/memo.ts'

function memo(maxBytes = 100) {
  const made: string[] = []
  const get = createMemo<string>({ maxBytes, sizeOf: (text) => text.length, passing: (text) => text === 'afgebroken' })
  const ask = (key: string, result = key) =>
    get(key, async () => {
      made.push(key)
      await new Promise((done) => setTimeout(done, 5))
      return result
    })
  return { ask, made }
}

describe('a memo', () => {
  it('does a thing once, for who waits and for who comes later', async () => {
    const { ask, made } = memo()
    expect(await Promise.all([ask('a'), ask('a'), ask('b')])).toEqual(['a', 'a', 'b'])
    expect(await ask('a')).toBe('a')
    expect(made).toEqual(['a', 'b'])
  })

  it('forgets the oldest when it is full', async () => {
    const { ask, made } = memo(6)
    for (const key of ['aaa', 'bbb', 'ccc', 'bbb', 'aaa']) await ask(key)
    expect(made).toEqual(['aaa', 'bbb', 'ccc', 'aaa'])
  })

  it('hands nobody what another broke off', async () => {
    const { ask, made } = memo()
    const [first, second] = await Promise.all([ask('a', 'afgebroken'), ask('a', 'heel')])
    expect([first, second]).toEqual(['afgebroken', 'heel'])
    expect(await ask('a')).toBe('heel')
    expect(made).toEqual(['a', 'a'])
  })

  it('keeps no error', async () => {
    const get = createMemo<string>({ maxBytes: 100, sizeOf: () => 1, passing: () => false })
    await expect(get('a', () => Promise.reject(new Error('vol')))).rejects.toThrow('vol')
    expect(await get('a', async () => 'goed')).toBe('goed')
  })
})
