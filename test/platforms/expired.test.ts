import { describe, expect, test } from 'vitest'
import { seen } from '../../src/model/seen.ts'
import type { Snapshot } from '../../src/model/snapshot.ts'
import { keptLook } from '../../src/platforms/expired.ts'

const look = (over: Partial<Snapshot> = {}): Snapshot => ({
  key: 'youtube:@zorgwijde',
  url: 'https://www.youtube.com/@zorgwijde',
  state: 'captured',
  wall: null,
  httpStatus: 200,
  displayName: seen('Zorgwijde TV', 'api'),
  description: seen('Zorg dichtbij', 'api'),
  picture: seen('a'.repeat(64), 'api'),
  website: seen('https://zorgwijde.example', 'api'),
  followers: seen(412, 'api'),
  takenAt: '2026-10-01T12:00:00.000Z',
  record: 'b'.repeat(64),
  via: 'api',
  ...over,
})
const day = (n: number) => new Date(Date.parse('2026-10-01T12:00:00.000Z') + n * 86_400_000)

describe('what YouTube’s interface gave', () => {
  test('is kept as it is for thirty days', () => {
    expect(keptLook('youtube', look(), day(30))).toEqual(look())
  })

  test('is gone after that, and said to be gone: nothing of it is left', () => {
    const kept = keptLook('youtube', look(), day(31))
    expect(kept).toMatchObject({ state: 'walled', wall: 'expired', displayName: { seen: false, why: 'walled' }, record: null })
    expect(JSON.stringify(kept)).not.toMatch(/Zorgwijde TV|dichtbij|412|aaaa|bbbb/)
  })

  test('is not what a page showed, nor what another platform gave', () => {
    expect(keptLook('youtube', look({ via: 'live' }), day(90))).toMatchObject({ state: 'captured' })
    expect(keptLook('x', look(), day(90))).toMatchObject({ state: 'captured' })
  })
})
