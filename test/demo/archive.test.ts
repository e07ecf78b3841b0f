import { readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, test } from 'vitest'
import { createArchiveFetcher, openArchive } from '../../src/capture/archive.ts'
import { demoMoments, pagesAt } from '../../src/demo/moments.ts'
import { demoOrganisation } from '../../src/demo/organisation.ts'
import { packDemoArchive } from '../../src/demo/pack.ts'
import { demoPages } from '../../src/demo/pages.ts'
import { firstLook } from '../../src/discovery/first-look.ts'
import { discoverWebsite } from '../../src/discovery/website/crawl.ts'
import { readPageWithLinks } from '../../src/discovery/website/read-page.ts'
import { resolveOrganisation } from '../../src/discovery/wikidata.ts'
import type { Fetcher } from '../../src/model/fetch.ts'
import type { Address } from '../../src/model/platform.ts'
import { origin, ownPages, placeOf, textOf } from './files.ts'

describe('the packed archive', () => {
  let bytes: Uint8Array
  let fetcher: Fetcher
  beforeAll(async () => {
    bytes = await packDemoArchive()
    fetcher = createArchiveFetcher(await openArchive(bytes))
  })

  test.each(demoMoments)('of $id has the same bytes every time, and not too many', async (moment) => {
    const packed = await packDemoArchive(moment)
    expect(Buffer.compare(packed, await packDemoArchive(moment))).toBe(0)
    expect(packed.length).toBeLessThan(700_000)
    const archive = await openArchive(packed)
    expect(archive.pages.map(({ url }) => url)).toEqual(pagesAt(moment).map(({ url }) => new URL(url).href))
  })

  test('without a moment it is the newest, and the web as it lies in the files', async () => {
    expect(Buffer.compare(bytes, await packDemoArchive(demoMoments.at(-1)))).toBe(0)
    expect(pagesAt(demoMoments.at(-1) as (typeof demoMoments)[number])).toEqual(demoPages)
  })

  test('it opens whole and gives every answer as it lies in the files', async () => {
    const archive = await openArchive(bytes)
    expect(archive.truncatedAt).toBeNull()
    expect(archive.pages.map(({ url, status }) => `${status} ${url}`)).toEqual(
      demoPages.map(({ url, status }) => `${status} ${new URL(url).href}`),
    )
    for (const [index, page] of demoPages.entries()) {
      const answer = await archive.read(archive.pages[index] as (typeof archive.pages)[number])
      const file = page.file === null ? Buffer.alloc(0) : await readFile(placeOf(page.file))
      expect(answer.kind === 'answer' && Buffer.compare(answer.body, file), page.url).toBe(0)
    }
  })

  test('its site answers as a site does: pages, redirects, refusals and dead ends', async () => {
    const outcome = async (url: string) => {
      const fetched = await fetcher.get(url)
      return `${fetched.kind === 'blocked' ? fetched.reason : fetched.kind} ${new URL(fetched.url).pathname}`
    }
    expect(await outcome('https://wilgenwaard.example/')).toBe('page /')
    expect(await outcome(`${origin}/over/`)).toBe('page /over-ons/')
    expect(await outcome(`${origin}/vrijwilligers/`)).toBe('missing /vrijwilligers/')
    expect(await outcome(`${origin}/mijn-wilgenwaard/`)).toBe('forbidden /mijn-wilgenwaard/')
    expect(await outcome(`${origin}/intern/rooster/`)).toBe('robots /intern/rooster/')
    expect(await outcome('https://lnkd.in/eWilgenwaardVoorbeeld')).toBe('denied /company/zorggroep-wilgenwaard/jobs/')
  })

  test('the register tells the organisation from its namesake, and names only what holds today', async () => {
    const { state, chosen, choices, claims } = await resolveOrganisation({ ...demoOrganisation, wikidataId: null, fetcher })
    expect([state, chosen?.wikidataId, chosen?.website]).toEqual(['one', 'Q990000017', demoOrganisation.website])
    expect(claims.map(({ key }) => key).sort()).toEqual([
      'facebook:wilgenwaard',
      'instagram:zorggroepwilgenwaard',
      'linkedin:company/zorggroep-wilgenwaard',
      'x:wilgenwaard',
      'youtube:channel/UCWilgenwaardVoorbeeld01',
    ])
    expect(choices.map(({ wikidataId }) => wikidataId)).toEqual(['Q990000017'])
    const unsure = await resolveOrganisation({
      name: demoOrganisation.name,
      aliases: [],
      website: null,
      country: null,
      wikidataId: null,
      fetcher,
    })
    expect([unsure.state, unsure.choices.map(({ country }) => country)]).toEqual(['several', ['nl', 'be']])
  })

  /** What a first look at each account that the site names is designed to meet: the state, the wall, the name shown. */
  const designed: Readonly<Record<string, string>> = {
    'x:wilgenwaard': 'captured "Wilgenwaard" with picture',
    'youtube:channel/UCWilgenwaardVoorbeeld01': 'captured "ZG Wilgenwaard" with picture',
    'youtube:@zorggroepwilgenwaard': 'captured "ZG Wilgenwaard" with picture',
    'tiktok:wilgenwaardzorg': 'captured "Wilgenwaard" with picture',
    'bluesky:wilgenwaard.example': 'captured "Zorggroep Wilgenwaard" with picture',
    'mastodon:@wilgenwaard@zorgplein.example': 'captured "Zorggroep Wilgenwaard" with picture',
    'spotify:show/0nderDeWilgenVoorbeeld': 'captured "Onder de wilgen" with picture',
    'instagram:atelierdekwast.wilgenwaard': 'captured "Atelier De Kwast" with picture',
    'x:dewilgenwaard': 'captured "Camping De Wilgenwaard" with picture',
    'x:zg_wilgenwaard': 'gone not-found',
    'x:dijkhof_elzer': 'gone suspended',
    'bluesky:hetbaken.bsky.social': 'gone not-found',
    'mastodon:@dekruimel@zorgplein.example': 'captured "Bakkerij De Kruimel" with picture',
    'youtube:@atelierdekwast': 'walled consent',
    'pinterest:atelierdekwast': 'walled robots',
    'flickr:zgwilgenwaard': 'walled rate-limited',
    'googleplus:+zorggroepwilgenwaard': 'gone closed-platform',
    'hyves:zgwilgenwaard': 'gone closed-platform',
    'threads:zorggroepwilgenwaard': 'unreachable not-in-archive',
    'x:maritvdlaak_zgw': 'unreachable unreadable',
    'x:sanne_merelveen': 'unreachable unreadable',
    'x:gem_elzerdelta': 'unreachable unreadable',
    'linkedin:company/zorggroep-wilgenwaard': 'walled blocked',
    'linkedin:company/bureau-appelschuur': 'walled blocked',
    'linkedin:company/zorgkantoor-laak-en-vliet': 'walled blocked',
    'linkedin:school/roc-de-vlietstroom': 'walled blocked',
    'linkedin:in/marit-van-der-laak-wilgenwaard': 'walled blocked',
    'linkedin:in/joost-elzenbroek-4b7d10a2': 'walled blocked',
    'linkedin:in/samira-el-ouarzazi-communicatie': 'walled blocked',
    'linkedin:in/tineke-hofdijk-0c9e51b7': 'walled blocked',
    'facebook:wilgenwaard': 'walled login',
    'facebook:dedijkhofelzerdijk': 'walled login',
    'facebook:100099900000123': 'walled login',
    'facebook:100099900000456': 'walled login',
    'facebook:campingdewilgenwaard': 'walled login',
    'facebook:gemeenteelzerdelta': 'walled login',
    'facebook:elzerdijkseboys': 'walled login',
    'facebook:ouderverenigingwilgenwaard': 'walled login',
    'facebook:groups/clientenraadwilgenwaard': 'walled login',
    'instagram:zorggroepwilgenwaard': 'walled login',
    'instagram:dedijkhof.wilgenwaard': 'walled login',
    'instagram:bakkerijdekruimel.elzerdijk': 'walled login',
    'instagram:gewoonmeedoen.wilgenwaard': 'walled login',
    'instagram:henk.van.de.veerpont': 'walled login',
    'instagram:rocdevlietstroom': 'walled login',
    'instagram:elzerdijkseboys': 'walled login',
    'instagram:oudervereniging.wilgenwaard': 'walled login',
  }

  test('every account that the site names is captured, walled, gone or absent as designed', async () => {
    const readable = ownPages.filter(({ url, status }) => status === 200 && !url.includes('/intern/'))
    const accounts = new Map<string, Address>()
    for (const page of readable) {
      const { reading } = readPageWithLinks(await textOf(page.file), { url: page.url, fetchedAt: '', record: null })
      for (const { address } of reading.mentions) if (address.key !== null && !accounts.has(address.key)) accounts.set(address.key, address)
    }
    const seen: Record<string, string> = {}
    for (const { key, platform, url } of accounts.values()) {
      if (key === null || platform === null || url === null) continue
      const look = await firstLook({ candidate: { key, platform, url }, fetcher, putPicture: async () => 'kept', now: () => new Date(0) })
      const name = look.displayName.seen ? `"${look.displayName.value}" ${look.picture.seen ? 'with' : 'without'} picture` : look.wall
      seen[key] = `${look.state} ${name}`
    }
    expect(seen).toEqual(designed)
  })

  test('reading the site meets every account and its closed doors, and never what robots.txt forbids', async () => {
    const { pages, visits } = await discoverWebsite({ organisation: { ...demoOrganisation, wikidataId: null }, fetcher, maxPages: 60 })
    const refused = visits.filter(({ outcome }) => outcome !== 'page').map(({ url, reason }) => `${reason} ${new URL(url).pathname}`)
    expect(refused.sort()).toEqual(['404 /vrijwilligers/', 'forbidden /mijn-wilgenwaard/', 'robots /intern/rooster/'])
    const keys = new Set(pages.flatMap(({ mentions }) => mentions.flatMap(({ address }) => address.key ?? [])))
    expect([...keys].sort()).toEqual(Object.keys(designed).sort())
    expect(await textOf('site/intern/rooster/index.html')).toContain('https://www.instagram.com/rooster.wilgenwaard.intern/')
  })
})
