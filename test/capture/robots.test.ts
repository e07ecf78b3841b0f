import { afterEach, describe, expect, it } from 'vitest'
import { createMemoryPace } from '../../src/capture/pace.ts'
import { type Page, type Site, startSite } from '../support/site.ts'
import { httpFetcherFor } from './setting.ts'

const sites: Site[] = []
afterEach(async () => {
  await Promise.all(sites.splice(0).map((site) => site.stop()))
})

async function siteWith(robots: Page, more: Record<string, Page> = {}): Promise<Site> {
  const site = await startSite({ '/robots.txt': robots, '*': 'pagina', ...more })
  sites.push(site)
  return site
}

const text = (body: string) => ({ headers: { 'content-type': 'text/plain' }, body })

describe('robots.txt', () => {
  it('that forbids us keeps us away', async () => {
    const site = await siteWith(text('User-agent: EenlijnBot\nDisallow: /\n\nUser-agent: *\nAllow: /'))
    expect(await httpFetcherFor([site]).get(site.url('/'))).toMatchObject({ kind: 'blocked', reason: 'robots', status: null })
    expect(site.hits('/')).toBe(0)
  })

  it('that forbids everybody a folder leaves the rest', async () => {
    const site = await siteWith(text('User-agent: *\nDisallow: /intern/\nAllow: /intern/open'))
    const fetcher = httpFetcherFor([site])
    expect(await fetcher.get(site.url('/intern/lijst'))).toMatchObject({ kind: 'blocked', reason: 'robots' })
    expect(await fetcher.get(site.url('/intern/open'))).toMatchObject({ kind: 'page' })
    expect(await fetcher.get(site.url('/team'))).toMatchObject({ kind: 'page' })
    expect(site.hits('/robots.txt')).toBe(1)
  })

  it.each([401, 403, 404, 410])('that answers %i forbids nothing', async (status) => {
    const site = await siteWith({ status, body: 'User-agent: *\nDisallow: /' })
    expect(await httpFetcherFor([site]).get(site.url('/'))).toMatchObject({ kind: 'page' })
  })

  it.each([500, 503])('that answers %i forbids everything, and says why', async (status) => {
    const site = await siteWith({ status })
    const result = await httpFetcherFor([site]).get(site.url('/'))
    expect(result).toMatchObject({ kind: 'blocked', reason: 'robots' })
    expect(result.kind === 'blocked' && result.text).toContain(`could not be read (${status})`)
    expect(site.hits('/')).toBe(0)
  })

  it('that cannot be reached is the failure of the page', async () => {
    const site = await siteWith((_, response) => void response.destroy())
    expect(await httpFetcherFor([site]).get(site.url('/'))).toMatchObject({ kind: 'failed', reason: 'network' })
    expect(site.hits('/')).toBe(0)
  })

  it('is read through redirects, and its rules hold for the site that was asked', async () => {
    const other = await siteWith(text('User-agent: *\nDisallow: /weg'))
    const site = await siteWith({ status: 301, headers: { location: other.url('/robots.txt') } })
    const fetcher = httpFetcherFor([site, other])
    expect(await fetcher.get(site.url('/weg'))).toMatchObject({ kind: 'blocked', reason: 'robots' })
    expect(await fetcher.get(site.url('/hier'))).toMatchObject({ kind: 'page' })
  })

  it('that redirects for ever forbids nothing', async () => {
    const site = await siteWith({ status: 302, headers: { location: '/robots.txt' } })
    expect(await httpFetcherFor([site]).get(site.url('/'))).toMatchObject({ kind: 'page' })
  })

  it('of half a gigabyte is read as far as the limit', async () => {
    const site = await siteWith((_, response) => {
      response.writeHead(200, { 'content-type': 'text/plain' })
      response.write('User-agent: *\nDisallow: /weg\n')
      const more = () => {
        while (!response.destroyed && response.write('# vulling\n'.repeat(1000)));
        response.once('drain', more)
      }
      more()
    })
    const fetcher = httpFetcherFor([site])
    expect(await fetcher.get(site.url('/weg'))).toMatchObject({ kind: 'blocked', reason: 'robots' })
    expect(await fetcher.get(site.url('/hier'))).toMatchObject({ kind: 'page' })
  })

  it('that is a web page forbids nothing', async () => {
    const site = await siteWith('<!doctype html><h1>Welkom</h1>')
    expect(await httpFetcherFor([site]).get(site.url('/'))).toMatchObject({ kind: 'page' })
  })

  it('may ask for more space between requests, up to our limit', async () => {
    const site = await siteWith(text('User-agent: *\nCrawl-delay: 900'))
    const pace = createMemoryPace({ minIntervalMs: 1, now: Date.now })
    const fetcher = httpFetcherFor([site], { crawlDelayMs: 300 }, { pace })
    for (const path of ['/a', '/b', '/c']) await fetcher.get(site.url(path))
    const times = site.requests.slice(1).map(({ at }) => at)
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThan(200)
    expect((times[2] ?? 0) - (times[1] ?? 0)).toBeGreaterThan(200)
    expect((times[2] ?? 0) - (times[0] ?? 0)).toBeLessThan(3000)
  })

  it('made to keep us busy is not weighed, and nothing is asked', async () => {
    const rules = Array.from({ length: 20_000 }, (_, n) => `Disallow: /*a*a*a*a*${n}`).join('\n')
    const site = await siteWith(text(`User-agent: *\n${rules}`))
    const started = performance.now()
    const result = await httpFetcherFor([site]).get(site.url(`/${'a'.repeat(2000)}`))
    expect(performance.now() - started).toBeLessThan(1000)
    expect(result).toMatchObject({ kind: 'blocked', reason: 'robots' })
  })
})
