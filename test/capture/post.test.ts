import { afterEach, describe, expect, onTestFinished, test } from 'vitest'
import { createAddressGuard } from '../../src/capture/address-guard.ts'
import { createPoster, type Poster } from '../../src/capture/post.ts'
import { type Page, type Site, startSite } from '../support/site.ts'

let poster: Poster | null = null
afterEach(() => poster?.close())

async function posting(pages: Record<string, Page>) {
  const site = await startSite(pages)
  onTestFinished(() => site.stop())
  const guard = createAddressGuard({
    allow: (host, port) => host === '127.0.0.1' && port === site.port,
    resolve: async (host) => (host === 'inside.example' ? ['127.0.0.1', '10.0.0.7'] : []),
  })
  poster = createPoster({ guard, userAgent: 'Eenlijn/test', timeoutMs: 300, now: () => Date.parse('2026-11-02T09:00:00Z') })
  return { site, post: (path: string) => (poster as Poster).post(path, { headers: { 'webhook-id': '1' }, body: '{}' }) }
}
const at = (site: Site) => site.url('/hook')

describe('a message', () => {
  test('is posted, and its answer is the status alone', async () => {
    const { site, post } = await posting({ '/hook': { status: 202, body: 'x'.repeat(1_000_000) } })
    expect(await post(at(site))).toEqual({ kind: 'answered', status: 202, retryAfterSeconds: null })
    expect(site.requests.map(({ line }) => line)).toEqual(['POST /hook'])
    expect(site.requests[0]?.headers).toMatchObject({ 'user-agent': 'Eenlijn/test', 'webhook-id': '1' })
  })

  test('brings back for how long the receiver wants to be left alone, as seconds or as a date', async () => {
    const { site, post } = await posting({ '/hook': { status: 429, headers: { 'retry-after': 'Mon, 02 Nov 2026 09:01:00 GMT' } } })
    expect(await post(at(site))).toEqual({ kind: 'answered', status: 429, retryAfterSeconds: 60 })
  })

  test('is not sent on to where a redirect leads', async () => {
    const { site, post } = await posting({ '/hook': { status: 308, headers: { location: '/other' } }, '/other': { status: 200 } })
    expect(await post(at(site))).toMatchObject({ status: 308 })
    expect(site.hits('/other')).toBe(0)
  })

  test.each([
    ['that is never answered', () => {}],
    [
      'whose answer stops half-way through its head',
      (_: unknown, response: { socket: { write(text: string): void } | null }) => response.socket?.write('HTTP/1.1 2'),
    ],
  ] as const)('%s ends in time', async (_, handler) => {
    const { site, post } = await posting({ '/hook': handler as Page })
    const began = performance.now()
    expect(await post(at(site))).toEqual({ kind: 'failed', reason: 'timeout' })
    expect(performance.now() - began).toBeLessThan(3_000)
  })

  test('is not sent to a name that leads to a private address, nor to a private address itself', async () => {
    const { post } = await posting({})
    expect(await post('http://inside.example/hook')).toEqual({ kind: 'failed', reason: 'private-address' })
    expect(await post('http://192.168.1.4/')).toEqual({ kind: 'failed', reason: 'private-address' })
    expect(await post('http://inside.example:6379/')).toEqual({ kind: 'failed', reason: 'bad-address' })
  })
})
