import { afterEach, describe, expect, it } from 'vitest'
import { type LinkingAccount, linkedAccounts } from '../../src/discovery/linked-account.ts'
import { seen, unseen } from '../../src/model/seen.ts'
import { httpFetcherFor } from '../capture/setting.ts'
import { fetcherOf, type ListedFetcher } from '../support/fetcher.ts'
import { type Site, startSite } from '../support/site.ts'

const sites: Site[] = []
afterEach(async () => {
  await Promise.all(sites.splice(0).map((site) => site.stop()))
})

const organisation = { name: 'Stad Voorbeeld', aliases: [], website: 'https://www.stadvoorbeeld.example/', country: 'nl', wikidataId: null }

function account(key: string, shown: { website?: string; description?: string; links?: string[] } = {}): LinkingAccount {
  const from = 'og:description'
  return {
    key,
    url: `https://${key.replace(':', '.com/')}`,
    snapshot: {
      website: shown.website === undefined ? unseen('absent') : seen(shown.website, from),
      description: shown.description === undefined ? unseen('absent') : seen(shown.description, from),
      linksBack: shown.links === undefined ? unseen('not-offered') : seen(shown.links, from),
      takenAt: '2026-11-02T09:00:00.000Z',
      record: null,
    },
  }
}

const run = (accounts: LinkingAccount[], fetcher: ListedFetcher = fetcherOf({})) => linkedAccounts({ organisation, accounts, fetcher })

describe('what a profile says of other accounts', () => {
  it('becomes a claim with the field that said it', async () => {
    const found = await run([
      account('instagram:stadvoorbeeld', {
        description: 'Ook op https://www.tiktok.com/@stadvoorbeeld en x.com/stadvoorbeeld!',
        website: 'https://youtube.com/@stadvoorbeeld',
      }),
    ])
    expect(found).toMatchObject({ state: 'done', why: null })
    expect(found.claims.map(({ key, via }) => [key, via.route, via.label, via.page])).toEqual([
      ['youtube:@stadvoorbeeld', 'linked-account', 'website', 'https://instagram.com/stadvoorbeeld'],
      ['tiktok:stadvoorbeeld', 'linked-account', 'bio', 'https://instagram.com/stadvoorbeeld'],
      ['x:stadvoorbeeld', 'linked-account', 'bio', 'https://instagram.com/stadvoorbeeld'],
    ])
  })

  it('names no persons and no share links, and does not repeat what is known', async () => {
    const found = await run([
      account('x:stadvoorbeeld', {
        description: 'Vragen? https://www.linkedin.com/in/jan-jansen-1a2b3c',
        links: ['https://x.com/stadvoorbeeld', 'https://x.com/intent/post?text=hoi'],
      }),
    ])
    expect(found).toMatchObject({ claims: [], people: 1 })
  })
})

describe('a link back', () => {
  it('is one to our own domain, compared by label', async () => {
    const { linksBack } = await run([
      account('x:stadvoorbeeld', { website: 'https://stadvoorbeeld.example/welkom' }),
      account('instagram:stad', { description: 'https://mijn.stadvoorbeeld.example/balie' }),
      account('facebook:fans', { website: 'https://nepstadvoorbeeld.example/' }),
    ])
    expect(linksBack).toEqual([
      { key: 'x:stadvoorbeeld', url: 'https://stadvoorbeeld.example/welkom', from: 'website-field' },
      { key: 'instagram:stad', url: 'https://mijn.stadvoorbeeld.example/balie', from: 'description' },
    ])
  })

  it('between two accounts counts when both lead to each other', async () => {
    const { bothWays, claims } = await run([
      account('x:stadvoorbeeld', { website: 'https://instagram.com/stadvoorbeeld' }),
      account('instagram:stadvoorbeeld', { website: 'https://x.com/stadvoorbeeld' }),
      account('tiktok:stadvoorbeeld', { website: 'https://x.com/stadvoorbeeld' }),
    ])
    expect(bothWays).toEqual([['instagram:stadvoorbeeld', 'x:stadvoorbeeld']])
    expect(claims).toEqual([])
  })
})

describe('a link-in-bio page', () => {
  const page =
    '<title>Stad Voorbeeld</title><a href="https://www.facebook.com/stadvoorbeeld">Facebook</a><a href="https://t.me/stadvoorbeeld">Telegram</a>'

  it('is read once, however many accounts lead to it', async () => {
    const fetcher = fetcherOf({ 'https://linktr.ee/stadvoorbeeld': page })
    const found = await run(
      [
        account('x:stadvoorbeeld', { website: 'https://linktr.ee/stadvoorbeeld' }),
        account('instagram:stadvoorbeeld', { description: 'Alles: linktr.ee/stadvoorbeeld', links: ['https://linktr.ee/stadvoorbeeld'] }),
      ],
      fetcher,
    )
    expect(found.claims.map(({ key, via }) => [key, via.page, via.pageTitle])).toEqual([
      ['facebook:stadvoorbeeld', 'https://linktr.ee/stadvoorbeeld', 'Stad Voorbeeld'],
      ['telegram:stadvoorbeeld', 'https://linktr.ee/stadvoorbeeld', 'Stad Voorbeeld'],
    ])
    expect(fetcher.asked.map(({ url }) => url)).toEqual(['https://linktr.ee/stadvoorbeeld'])
  })

  it('that could not be read makes the route a part, with the reason', async () => {
    const fetcher = fetcherOf({ 'https://stad.carrd.co/': { blocked: 'forbidden', status: 403 } })
    const found = await run([account('x:stadvoorbeeld', { website: 'https://stad.carrd.co/' })], fetcher)
    expect(found).toMatchObject({ state: 'partial', claims: [], why: { nl: 'stad.carrd.co liet ons er niet in.' } })
    expect(found.byHand).not.toBeNull()
  })

  it('is no other page: a website of its own is not asked', async () => {
    const site = await startSite({ '*': page })
    sites.push(site)
    const accounts = [account('x:stadvoorbeeld', { website: site.url('/stadvoorbeeld') })]
    await linkedAccounts({ organisation, accounts, fetcher: httpFetcherFor([site]) })
    expect(site.requests).toEqual([])
  })
})

describe('accounts that could not be seen', () => {
  it('leave the route not looked at, or a part', async () => {
    const blind = account('facebook:stadvoorbeeld')
    expect(await run([])).toMatchObject({ state: 'not-looked', why: { nl: expect.stringContaining('nog geen account') } })
    expect(await run([blind])).toMatchObject({ state: 'not-looked', why: { nl: 'Van 1 account konden wij het profiel niet zien.' } })
    expect(await run([blind, account('x:stadvoorbeeld', { description: 'Hoi' })])).toMatchObject({ state: 'partial' })
  })
})

describe('a hostile description', () => {
  it('of a megabyte is read in a second', async () => {
    for (const text of ['a.b/'.repeat(250_000), 'https://'.repeat(125_000), 'linktr.ee/'.repeat(100_000), 'a'.repeat(1_000_000)]) {
      const start = performance.now()
      await run([account('x:stadvoorbeeld', { description: text })])
      expect(performance.now() - start).toBeLessThan(1000)
    }
  })
})
