import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PlatformId } from '../../src/model/platform.ts'
import { accountFromHandle, classifyUrl, mightBePlatformUrl } from '../../src/platforms/classify.ts'
import { platforms } from '../../src/platforms/index.ts'
import { samples } from './samples.ts'

const alphabet = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-äøЖ本']

/** A name as the platform's rule allows it, and the handle made of it. */
const handleOf: Partial<Record<PlatformId, (name: string) => string>> = {
  mastodon: (name) => `@${name}@mastodon.social`,
  medium: (name) => `@${name}`,
  spotify: (name) => `artist/${name}`,
  youtube: (name) => `@${name}`,
}

function names(platform: (typeof platforms)[number]): fc.Arbitrary<string> {
  const { pattern, min, max } = platform.handleRule
  const allowed = platform.id === 'whatsapp' ? [...'0123456789'] : platform.id === 'spotify' ? alphabet.slice(0, 62) : alphabet
  const unit = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...allowed.slice(0, Math.min(26, allowed.length))) },
    fc.constantFrom(...allowed),
  )
  const name = fc.string({ unit, minLength: min, maxLength: Math.min(max, 40) })
  return (platform.id === 'bluesky' ? name.map((text) => `${text}.example`) : name).filter(
    (text) => pattern.test(text) && /[\p{L}\p{N}]/u.test(text),
  )
}

describe('every handle within the rule of its platform', () => {
  it.each(platforms.map((platform) => [platform.id, platform] as const))('on %s is read back from its address', (id, platform) => {
    fc.assert(
      fc.property(names(platform), (name) => {
        const handle = handleOf[id]?.(name) ?? name
        const made = accountFromHandle(id, handle)
        fc.pre(!platform.reserved.has(name.toLowerCase()))
        expect(made.kind, handle).not.toBe('none')
        expect(platform.profileUrl(handle)).toBe(made.url)
        const read = classifyUrl(made.url ?? '')
        expect([read.handle, read.key, read.url, read.platform]).toEqual([made.handle, made.key, made.url, id])
      }),
      { numRuns: 60 },
    )
  })
})

describe('whatever is given', () => {
  const pieces = fc.constantFrom(
    ...samples.map(([address]) => address),
    ...[
      'https://',
      '//',
      '/',
      '?',
      '#!/',
      '&',
      '%',
      '%2F',
      '%E4',
      '\\',
      '\\u002f',
      '&#x2F;',
      '@',
      '.',
      ':',
      ' ',
      'www.',
      'facebook.com',
      '@noor@todon.nl',
      'acct:',
      'url=',
      'u=',
      '\ud800',
      '💐',
      'é',
    ],
  )
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.array(pieces, { maxLength: 8 }).map((parts) => parts.join('')),
  )

  it('nothing throws, and what is found has all its parts', () => {
    fc.assert(
      fc.property(anything, fc.constantFrom('', 'https://x.com/acme', 'no address'), fc.boolean(), (raw, base, fromText) => {
        const address = classifyUrl(raw, { base, fromText })
        mightBePlatformUrl(raw)
        const parts = [address.handle, address.url, address.key]
        expect(new Set(parts.map((part) => part === null)).size, raw).toBe(1)
        if (address.kind === 'account' || address.kind === 'community') expect(address.handle, raw).not.toBeNull()
      }),
      { numRuns: 3000 },
    )
  })

  it('the cheap test never says no to a platform’s address', () => {
    fc.assert(
      fc.property(anything, (raw) => {
        if (classifyUrl(raw).kind !== 'none') expect(mightBePlatformUrl(raw), raw).toBe(true)
      }),
      { numRuns: 3000 },
    )
  })

  it('a canonical address stays what it is', () => {
    fc.assert(
      fc.property(anything, (raw) => {
        const { url, key } = classifyUrl(raw)
        if (url === null) return
        const again = classifyUrl(url, { fediverse: true })
        expect([again.url, again.key], raw).toEqual([url, key])
      }),
      { numRuns: 3000 },
    )
  })

  it('no handle throws', () => {
    fc.assert(
      fc.property(fc.constantFrom(...platforms.map(({ id }) => id)), anything, (id, handle) => {
        accountFromHandle(id, handle)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('a hostile address', () => {
  const long = (unit: string): string => unit.repeat(Math.ceil(6000 / unit.length))
  const hosts = [
    'https://www.facebook.com/',
    'https://www.linkedin.com/company/',
    'https://www.youtube.com/@',
    'https://www.acme.example/@',
    'https://l.facebook.com/l.php?u=',
    '',
  ]
  const units = [
    'a',
    '/',
    'a/',
    '%25',
    '%',
    '.',
    '-',
    '@',
    '&',
    '&amp;',
    '#!/',
    'https://',
    '?u=',
    '\\',
    '\\u002f',
    'a.',
    '..a',
    'ä',
    ' ',
    '-1',
    'a@',
    '(',
    '=',
  ]

  it('of six thousand characters takes less than 20 ms', () => {
    for (const host of hosts) {
      for (const unit of units) {
        const raw = host + long(unit)
        const times = [1, 2, 3].map(() => {
          const start = performance.now()
          classifyUrl(raw, { fromText: true, base: 'https://x.com/' })
          return performance.now() - start
        })
        expect(Math.min(...times), `${host}${unit}…`).toBeLessThan(20)
      }
    }
  })

  it('of a million characters does not break the reader', () => {
    for (const unit of units) expect(() => classifyUrl(`https://x.com/${unit.repeat(1_000_000 / unit.length)}`)).not.toThrow()
  })
})
