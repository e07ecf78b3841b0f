import { describe, expect, it } from 'vitest'
import { platformIds } from '../../src/model/platform.ts'
import { classifyUrl } from '../../src/platforms/classify.ts'
import { read } from './read.ts'
import { samples } from './samples.ts'

describe('an address on a platform', () => {
  it.each(samples)('%s is %s', (address, reads) => {
    expect(read(address)).toBe(reads)
  })

  it('is written canonically once: reading the canonical address changes nothing', () => {
    for (const [address] of samples) {
      const { url, key, kind } = classifyUrl(address)
      if (url === null) continue
      const again = classifyUrl(url)
      expect([again.url, again.key, again.kind], address).toEqual([url, key, kind === 'content' ? 'account' : kind])
    }
  })

  it.each([
    ['another protocol', (url: string) => url.replace('https:', 'http:')],
    ['no protocol', (url: string) => url.replace('https://', '')],
    ['the host in capitals', (url: string) => url.replace(/\/\/[^/]+/, (host) => host.toUpperCase())],
    ['a slash behind', (url: string) => (url.includes('?') ? url : `${url.replace(/\/$/, '')}/`)],
    ['tracking behind', (url: string) => `${url}${url.includes('?') ? '&' : '?'}utm_source=acme&fbclid=x`],
    ['a fragment behind', (url: string) => `${url}#top`],
    ['white space around', (url: string) => `\n ${url}\t`],
    ['slashes doubled', (url: string) => url.replace(/(\w)\/(\w)/g, '$1//$2')],
    ['the port', (url: string) => url.replace(/(\/\/[^/]+)/, '$1:443')],
    ['a redirect of Facebook around it', (url: string) => `https://l.facebook.com/l.php?u=${encodeURIComponent(url)}&h=AT0`],
    ['the slashes escaped as in JSON', (url: string) => url.replaceAll('/', '\\/')],
  ])('reads the same with %s', (_, change) => {
    for (const [address, reads] of samples) expect(read(change(address)), change(address)).toBe(reads)
  })

  it('has a sample for every platform', () => {
    const sampled = new Set(samples.map(([, reads]) => reads.split(' ')[1]))
    expect(platformIds.filter((id) => !sampled.has(id))).toEqual([])
  })
})
