import { afterEach, describe, expect, it } from 'vitest'
import {
  blueskySearch,
  facebookPicture,
  fediverseCheck,
  githubCheck,
  handleGuess,
  telegramCheck,
  tiktokCheck,
} from '../../src/discovery/handle-guess.ts'
import { nonsenseNames } from '../../src/discovery/nonsense.ts'
import type { ExistenceCheck } from '../../src/discovery/platform-search/client.ts'
import { youtubeSearch } from '../../src/discovery/platform-search.ts'
import type { PlatformId } from '../../src/model/platform.ts'
import { httpFetcherFor } from '../capture/setting.ts'
import { type Page, type Site, startSite } from '../support/site.ts'

const sites: Site[] = []
afterEach(async () => {
  await Promise.all(sites.splice(0).map((site) => site.stop()))
})
async function open(pages: Record<string, Page>): Promise<Site> {
  const site = await startSite(pages)
  sites.push(site)
  return site
}

const organisation = { name: 'Stad Voorbeeld', aliases: [], website: 'https://www.stadvoorbeeld.nl/', country: 'nl', wikidataId: null }
const json = (body: unknown, status = 200): Page => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
})

async function guess(site: Site, check: ExistenceCheck, more: { platforms?: PlatformId[]; most?: number; totalMs?: number } = {}) {
  const fetcher = httpFetcherFor([site], more.totalMs ? { totalMs: more.totalMs, idleMs: more.totalMs } : {})
  return handleGuess({
    organisation,
    confirmed: [],
    platforms: more.platforms ?? [check.platform],
    checks: [check],
    fetcher,
    most: more.most ?? 2,
  })
}

/** Facebook as it answers: a picture for a page, an error for a name that nobody has. */
const noSuchAlias = json(
  { error: { message: '(#803) Some of the aliases you requested do not exist: x', type: 'OAuthException', code: 803 } },
  404,
)
const picture = json({ data: { height: 200, is_silhouette: false, url: 'https://scontent.example/p.jpg', width: 200 } })

describe('a guess on Facebook', () => {
  it('is a candidate when its picture exists, and proves nothing', async () => {
    const site = await open({ '/stadvoorbeeld/picture': picture, '*': noSuchAlias })
    const found = await guess(site, facebookPicture({ graph: site.origin }))
    expect(found).toMatchObject({ state: 'done', why: null, links: [], setAside: [] })
    expect(found.claims).toMatchObject([
      { key: 'facebook:stadvoorbeeld', proof: null, displayName: null, via: { route: 'handle-guess', label: 'stadvoorbeeld' } },
    ])
    expect(found.guesses.map(({ handle }) => handle)).toEqual(['stadvoorbeeld', 'stadvoorbeeldnl'])
    expect(site.requests.map(({ line }) => line).filter((line) => line.includes('/picture'))).toEqual([
      ...nonsenseNames('Stad Voorbeeld').map((name) => `GET /${name}/picture?redirect=0&type=large`),
      'GET /stadvoorbeeld/picture?redirect=0&type=large',
      'GET /stadvoorbeeldnl/picture?redirect=0&type=large',
    ])
  })

  it('never asks for a number, which always has a picture', () => {
    const check = facebookPicture()
    expect(['100064718678925', '12', 'stad.voorbeeld', 'groups/stad'].map((handle) => check.takes(handle))).toEqual([
      false,
      false,
      true,
      false,
    ])
  })

  it('is set aside when made-up names have a picture too', async () => {
    const site = await open({ '*': picture })
    const found = await guess(site, facebookPicture({ graph: site.origin }))
    expect(found).toMatchObject({ state: 'partial', claims: [] })
    expect(found.setAside).toHaveLength(2)
    expect(found.why?.nl).toContain('namen die wij zelf verzonnen')
    expect(found.links.map(({ url }) => url)).toEqual([
      'https://www.facebook.com/stadvoorbeeld',
      'https://www.facebook.com/stadvoorbeeldnl',
    ])
  })

  it.each<[string, Page]>([
    ['a limit', json({ error: { message: '(#4) Application request limit reached', code: 4 } }, 400)],
    ['a token that it asks for', json({ error: { message: 'An access token is required to request this resource.', code: 104 } }, 400)],
    ['a bare 404', { status: 404, body: 'Not found' }],
    ['a refusal', { status: 403, body: '' }],
    ['a wall', { status: 999, body: '' }],
    ['too many questions', { status: 429, headers: { 'retry-after': '600' } }],
    ['half an answer', { headers: { 'content-type': 'application/json' }, body: '{"data":' }],
    ['silence', () => {}],
  ])('answered with %s is not looked at, and no name is called free', async (_, page) => {
    const site = await open({ '*': page })
    const found = await guess(site, facebookPicture({ graph: site.origin }), { totalMs: 300 })
    expect(found).toMatchObject({ state: 'not-looked', claims: [] })
    expect(found.why).not.toBeNull()
    expect(found.links).toHaveLength(2)
  })

  it('is partly looked at when the platform stops answering half way', async () => {
    const site = await open({
      '/stadvoorbeeld/picture': picture,
      '/stadvoorbeeldnl/picture': { status: 429, headers: { 'retry-after': '600' } },
      '*': noSuchAlias,
    })
    const found = await guess(site, facebookPicture({ graph: site.origin }))
    expect(found).toMatchObject({
      state: 'partial',
      claims: [{ key: 'facebook:stadvoorbeeld' }],
      why: { nl: expect.stringContaining('10 minuten') },
    })
  })
})

describe('a guess on Bluesky', () => {
  const missing = json({ error: 'InvalidRequest', message: 'Profile not found' }, 400)
  const did = 'did:plc:aaaaaaaaaaaaaaaaaaaaaaaa'
  const client = (site: Site) => blueskySearch({ appView: site.origin, didOf: () => site.url('/.well-known/atproto-did') })

  it('begins with the own domain, and what the domain says itself is proof', async () => {
    const site = await open({
      [`/xrpc/app.bsky.actor.getProfile?actor=${encodeURIComponent(did)}`]: json({
        did,
        handle: 'voorbeeldstad.bsky.social',
        displayName: 'Stad Voorbeeld',
      }),
      '/.well-known/atproto-did': { headers: { 'content-type': 'text/plain' }, body: `${did}\n` },
      '*': missing,
    })
    const found = await guess(site, client(site))
    expect(found.guesses.map(({ handle }) => handle)).toEqual(['stadvoorbeeld.nl', 'stadvoorbeeld.bsky.social'])
    expect(found).toMatchObject({ state: 'done', claims: [{ key: 'bluesky:voorbeeldstad.bsky.social', proof: 'domain-handle' }] })
  })

  it('does not believe a site that answers every address with a page', async () => {
    const site = await open({ '/.well-known/atproto-did': '<h1>Welkom</h1>', '*': missing })
    expect(await guess(site, client(site))).toMatchObject({ state: 'done', claims: [] })
  })

  it('does not take another refusal for an absence', async () => {
    const site = await open({ '*': json({ error: 'UpstreamFailure', message: 'try later' }, 400) })
    expect(await guess(site, client(site))).toMatchObject({ state: 'not-looked' })
  })
})

describe('a guess on the Fediverse', () => {
  const actor = {
    subject: 'acct:stadvoorbeeld@stadvoorbeeld.nl',
    links: [{ rel: 'self', type: 'application/activity+json', href: 'https://stadvoorbeeld.nl/users/stadvoorbeeld' }],
  }
  const finger = '/.well-known/webfinger?resource=acct%3Astadvoorbeeld%40stadvoorbeeld.nl'

  it('is asked by WebFinger on the own domain and looked up on known servers, each with nonsense of its own', async () => {
    const [own, social, limited] = await Promise.all([
      open({ [finger]: json(actor) }),
      open({
        '/api/v1/accounts/lookup?acct=stadvoorbeeld': json({
          acct: 'stadvoorbeeld',
          display_name: 'Stad',
          url: 'https://mastodon.social/@stadvoorbeeld',
          fields: [],
        }),
      }),
      open({ '*': { status: 401, body: '' } }),
    ])
    const origins: Record<string, Site> = { 'stadvoorbeeld.nl': own, 'mastodon.social': social, 'mastodon.nl': limited }
    const check = fediverseCheck({
      servers: ['mastodon.social', 'mastodon.nl'],
      origin: (server) => origins[server]?.origin ?? 'http://127.0.0.1:1',
    })
    const fetcher = httpFetcherFor([own, social, limited])
    const found = await handleGuess({ organisation, confirmed: [], platforms: ['mastodon'], checks: [check], fetcher, most: 2 })
    expect(found.claims.map(({ handle, proof }) => [handle, proof])).toEqual([
      ['@stadvoorbeeld@stadvoorbeeld.nl', 'domain-handle'],
      ['@stadvoorbeeld@mastodon.social', null],
    ])
    expect(found.sources.map(({ service, state, asked }) => [service, state, asked])).toEqual([
      ['stadvoorbeeld.nl', 'done', 3],
      ['mastodon.social', 'done', 3],
      ['mastodon.nl', 'not-looked', 1],
    ])
    expect(found).toMatchObject({ state: 'partial', why: { nl: expect.stringContaining('mastodon.nl liet ons er niet in') } })
  })

  it('on a server that knows every name is set aside', async () => {
    const site = await open({ '*': json(actor) })
    const check = fediverseCheck({ servers: ['mastodon.social'], origin: () => site.origin })
    const found = await guess(site, check)
    expect(found.sources[0]).toMatchObject({
      service: 'stadvoorbeeld.nl',
      state: 'partial',
      claims: [],
      setAside: [{ handle: '@stadvoorbeeld@stadvoorbeeld.nl' }],
    })
  })
})

describe('a guess on GitHub, TikTok, Telegram and YouTube', () => {
  it('on GitHub is an organisation, or an account that names our site; other persons are counted', async () => {
    const user = (type: string, blog: string) => json({ login: 'StadVoorbeeld', type, name: 'Stad Voorbeeld', blog })
    const results = []
    for (const page of [user('Organization', ''), user('User', 'stadvoorbeeld.nl'), user('User', 'https://jan.example')]) {
      const site = await open({ '/users/stadvoorbeeld': page })
      const { claims, people } = await guess(site, githubCheck({ api: site.origin }))
      results.push([claims.map(({ key, proof }) => [key, proof]), people])
    }
    expect(results).toEqual([
      [[['github:stadvoorbeeld', null]], 0],
      [[['github:stadvoorbeeld', 'names-our-site']], 0],
      [[], 1],
    ])
  })

  it('on GitHub says when the hour is used up', async () => {
    const site = await open({ '*': json({ message: 'API rate limit exceeded for 192.0.2.1.' }, 403) })
    expect(await guess(site, githubCheck({ api: site.origin }))).toMatchObject({
      state: 'not-looked',
      why: { en: expect.stringContaining('this hour') },
    })
  })

  it('on TikTok exists when the embed names it, is absent by code 400 and unknown by a bare 400', async () => {
    const asked = (handle: string) => `/oembed?${new URLSearchParams({ url: `https://www.tiktok.com/@${handle}` })}`
    const site = await open({
      [asked('stadvoorbeeld')]: json({
        author_name: 'Stad Voorbeeld',
        author_url: 'https://www.tiktok.com/@stadvoorbeeld',
        title: 'Stad Voorbeeld’s Creator Profile',
      }),
      '*': json({ code: 400, message: 'Something went wrong' }, 400),
    })
    expect(await guess(site, tiktokCheck({ origin: site.origin }))).toMatchObject({
      state: 'done',
      claims: [{ key: 'tiktok:stadvoorbeeld', displayName: 'Stad Voorbeeld' }],
    })
    const walled = await open({ '*': { status: 400, body: 'Bad request' } })
    expect(await guess(walled, tiktokCheck({ origin: walled.origin }))).toMatchObject({ state: 'not-looked' })
  })

  it('on Telegram is a channel with followers; a page without a name that is not indexed is nobody', async () => {
    const page = (title: string, extra: string) =>
      `<html><head></head><body><div class="tgme_page"><div class="tgme_page_title"><span dir="auto">${title}</span></div><div class="tgme_page_extra">${extra}</div><div class="tgme_page_description" dir="auto">Nieuws: https://stadvoorbeeld.nl/nieuws</div></div></body></html>`
    const nobody = '<html><head><meta name="robots" content="noindex, nofollow"></head><body><div class="tgme_page"></div></body></html>'
    const site = await open({ '/stadvoorbeeld': page('Stad Voorbeeld', '1 234 subscribers'), '*': nobody })
    expect(await guess(site, telegramCheck({ origin: site.origin }))).toMatchObject({
      state: 'done',
      claims: [{ key: 'telegram:stadvoorbeeld', displayName: 'Stad Voorbeeld', proof: 'names-our-site' }],
    })
    const walled = await open({ '*': '<title>Even geduld</title>' })
    expect(await guess(walled, telegramCheck({ origin: walled.origin }))).toMatchObject({ state: 'not-looked' })
  })

  it('on YouTube is one unit a question', async () => {
    const site = await open({
      '/channels?forHandle=%40stadvoorbeeld&part=snippet': json({
        items: [{ id: 'UCabcdefghijklmnopqrstuv', snippet: { title: 'Stad Voorbeeld', customUrl: '@stadvoorbeeld' } }],
      }),
      '*': json({ pageInfo: { totalResults: 0 } }),
    })
    const check = youtubeSearch({ key: 'k', endpoint: site.origin })
    expect(await guess(site, check)).toMatchObject({ state: 'done', claims: [{ key: 'youtube:@stadvoorbeeld' }] })
    expect(check.use).toEqual({ searches: 0, units: 4 })
  })
})

describe('a platform that does not say honestly what exists', () => {
  it('is never asked; its guesses are links', async () => {
    const site = await open({ '*': noSuchAlias })
    const found = await guess(site, facebookPicture({ graph: site.origin }), { platforms: ['facebook', 'instagram', 'linkedin'] })
    expect(found.state).toBe('partial')
    expect(found.links.map(({ url }) => url)).toEqual([
      'https://www.instagram.com/stadvoorbeeld',
      'https://www.instagram.com/stadvoorbeeldnl',
      'https://www.linkedin.com/company/stadvoorbeeld',
      'https://www.linkedin.com/company/stad-voorbeeld',
    ])
  })
})

describe('nonsense names', () => {
  it('are two, the same ones for the same organisation, and fit on every platform', () => {
    const names = nonsenseNames('Stad Voorbeeld')
    expect(nonsenseNames('Stad Voorbeeld')).toEqual(names)
    expect(new Set([...names, ...nonsenseNames('Stad Voorbeelden')]).size).toBe(4)
    for (const name of names) expect(name).toMatch(/^[b-z]{13}$/)
  })
})
