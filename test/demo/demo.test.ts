import { readdir, readFile, stat } from 'node:fs/promises'
import { load } from 'cheerio'
import { describe, expect, test } from 'vitest'
import { readSavedPage } from '../../src/capture/saved-page.ts'
import { demoMoments, pagesAt } from '../../src/demo/moments.ts'
import { type DemoPage, demoPages } from '../../src/demo/pages.ts'
import { classifyUrl } from '../../src/platforms/classify.ts'
import { linkInBioHosts } from '../../src/platforms/link-in-bio.ts'
import { isOwn, origin, ownPages, placeOf, textOf } from './files.ts'

/** Addresses that a page links to or loads, absolute. */
async function addressesOn(page: DemoPage & { readonly file: string }): Promise<string[]> {
  const $ = load(await textOf(page.file))
  const written = $('[href], [src]')
    .toArray()
    .map((element) => $(element).attr('href') ?? $(element).attr('src') ?? '')
  return written.filter((href) => !/^(?:mailto|tel):|^#/.test(href)).map((href) => new URL(href, page.url).href)
}

describe('the demonstration site', () => {
  test('every link and picture of every page has an answer', async () => {
    const answered = new Set(demoPages.map(({ url }) => url))
    for (const page of ownPages) {
      const unanswered = (await addressesOn(page)).filter((url) => isOwn(url) && !answered.has(url.split('#')[0] as string))
      expect(unanswered, page.url).toEqual([])
    }
  })

  test('one dead page, one closed page and two files that sites seldom have: nothing else is refused', () => {
    const refused = ownPages.filter(({ status }) => status !== 200).map(({ url, status }) => `${status} ${new URL(url).pathname}`)
    expect(refused).toEqual(['404 /vrijwilligers/', '403 /mijn-wilgenwaard/', '404 /xpoc-manifest.json', '404 /trust.txt'])
  })

  test('every page is reached from the home page or the sitemap', async () => {
    const sitemap = [...(await textOf('site/sitemap.xml')).matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) => match[1] as string)
    const linked = (await Promise.all(ownPages.map(addressesOn))).flat()
    const known = new Set([...sitemap, ...linked])
    const lost = ownPages.filter(({ url, status }) => status === 200 && !known.has(url))
    expect(lost.map(({ url }) => url)).toEqual([])
    expect(linked).not.toContain(`${origin}/archief/open-dag-2014/`)
  })

  test('every page is well formed: a title, a language, one heading, alternative texts, readable data', async () => {
    for (const page of ownPages) {
      const errors: string[] = []
      const $ = load(await textOf(page.file), { onParseError: ({ code }) => errors.push(code) })
      const isOld = page.url.includes('/archief/')
      expect(
        errors.filter(() => !isOld),
        page.url,
      ).toEqual([])
      expect($('title').text().trim(), page.url).not.toBe('')
      expect($('html').attr('lang'), page.url).toBe(page.url.includes('/en/') ? 'en' : 'nl')
      expect($('h1').length, page.url).toBe(1)
      expect($('img:not([alt])').length, page.url).toBe(0)
      for (const script of $('script[type="application/ld+json"]').toArray())
        expect(() => JSON.parse($(script).text()), page.url).not.toThrow()
    }
  })

  test('every account stands on the page whose trait it is', async () => {
    const traits: readonly (readonly [path: string, text: string])[] = [
      ['/', '"https:\\/\\/twitter.com\\/ZG_Wilgenwaard"'],
      ['/', '<meta name="twitter:site" content="@ZG_Wilgenwaard">'],
      ['/werken-bij/', '<a class="icoon icoon-x" href="https://x.com/wilgenwaard"></a>'],
      ['/werken-bij/begeleider-de-dijkhof/', 'Volg ons op Instagram: @zorggroepwilgenwaard.'],
      ['/archief/open-dag-2014/', 'https://plus.google.com/+ZorggroepWilgenwaard'],
      ['/nieuws/tien-jaar-de-dijkhof/', '<blockquote class="twitter-tweet"'],
      ['/locaties/de-dijkhof/', 'data-href="https://www.facebook.com/dedijkhof.elzerdijk"'],
      ['/locaties/atelier-de-kwast/', 'https://www.youtube.com/@atelierdekwast'],
      ['/locaties/atelier-de-kwast/', 'https://www.pinterest.com/atelierdekwast/'],
      ['/locaties/bakkerij-de-kruimel/', 'https://zorgplein.example/@dekruimel'],
      ['/locaties/het-baken/', 'https://bsky.app/profile/hetbaken.bsky.social'],
      ['/archief/open-dag-2014/', 'https://www.flickr.com/photos/zgwilgenwaard/'],
    ]
    for (const [path, text] of traits) expect(await textOf(`site${path}index.html`), path).toContain(text)
  })
})

describe('nothing real is touched', () => {
  const platformFiles =
    /^(?:pbs\.twimg\.com|yt3\.googleusercontent\.com|p16-sign-va\.tiktokcdn\.com|cdn\.bsky\.app|i\.scdn\.co|scontent\.cdninstagram\.com)$/
  /** Where platforms answer programs, and who has not agreed to cookies yet. */
  const services =
    /^(?:public\.api\.bsky\.app|graph\.facebook\.com|consent\.youtube\.com|www\.pinterest\.com|mastodon\.(?:social|nl)|social\.(?:overheid|edu)\.nl|social\.network\.europa\.eu)$/
  const vocabularies = /^(?:schema\.org|www\.w3\.org|www\.sitemaps\.org)$/

  test('every address in every file is made up, a platform’s or the register’s', async () => {
    const texts = await Promise.all(
      [...new Set(demoPages.flatMap(({ file }) => (file === null || file.endsWith('.png') ? [] : [file])))].map(async (file) => ({
        file,
        text: await textOf(file),
      })),
    )
    const allowed = (url: string) => {
      const { hostname } = new URL(url)
      if (hostname.endsWith('.example') || platformFiles.test(hostname) || services.test(hostname) || vocabularies.test(hostname))
        return true
      return hostname === 'www.wikidata.org' || linkInBioHosts.has(hostname) || classifyUrl(url).kind !== 'none'
    }
    for (const { file, text } of texts) {
      const plain = text.replaceAll('\\/', '/').replaceAll('\\u002F', '/')
      const addresses = [...plain.matchAll(/(?:https?:)?\/\/[a-z0-9-]+\.[^\s"'<>)\\]+/gi)].map(
        ([address]) => new URL(address, 'https://x.com').href,
      )
      expect(
        addresses.filter((url) => !allowed(url)),
        file,
      ).toEqual([])
    }
    for (const { url } of demoPages) expect(allowed(url), url).toBe(true)
  })

  test('pictures are small PNG files, each of them shown at some moment', async () => {
    const shown = new Set(demoMoments.flatMap((moment) => pagesAt(moment).flatMap(({ file }) => (file?.endsWith('.png') ? [file] : []))))
    expect((await readdir(placeOf('pictures/'))).map((name) => `pictures/${name}`).sort()).toEqual([...shown].sort())
    for (const file of shown) {
      const place = placeOf(file)
      expect((await stat(place)).size, file).toBeLessThanOrEqual(40_000)
      expect((await readFile(place)).subarray(1, 4).toString('latin1'), file).toBe('PNG')
    }
  })

  test('what a person saved is small, and holds no address of anybody', async () => {
    for (const name of await readdir(placeOf('saved/'))) {
      const bytes = await readFile(placeOf(`saved/${name}`))
      expect(bytes.length, name).toBeLessThanOrEqual(60_000)
      const { html } = readSavedPage(bytes)
      expect(html, name).toContain('Zorggroep Wilgenwaard')
      expect(html, name).not.toMatch(/linkedin\.com\/in\/|[\w.]+@[\w-]+\.\w/)
    }
  })
})
