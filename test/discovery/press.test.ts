import { expect, test } from 'vitest'
import { publishedOn, readPressPage, readPressText } from '../../src/discovery/press.ts'
import { readPage } from '../../src/discovery/website/read-page.ts'

const piece = { page: null, title: 'De Streekkrant, 3 maart', seenAt: '2026-11-02T09:00:00.000Z', record: null }

test('a typed-over clipping gives the accounts it names, with the passage around each', () => {
  const { claims } = readPressText(
    'Zorggroep De Linde opent een bakkerij.\n\nVolg de opening op Instagram: @delinde of kijk op facebook.com/delindezorg.',
    piece,
  )
  expect(claims.map(({ key }) => key).sort()).toEqual(['facebook:delindezorg', 'instagram:delinde'])
  expect(claims[0]?.via).toMatchObject({
    route: 'press',
    pageTitle: 'De Streekkrant, 3 maart',
    quote: expect.stringContaining('de opening'),
  })
})

test('an account named twice is one', () => {
  const { claims } = readPressText('Instagram: @delinde\n\nNog eens: instagram.com/DeLinde', piece)
  expect(claims).toHaveLength(1)
})

test('profiles of people are counted and not kept', () => {
  const { claims, people } = readPressText('Lees meer op linkedin.com/in/jannie-de-wit en linkedin.com/company/delinde', piece)
  expect(people).toBe(1)
  expect(claims.map(({ key }) => key)).toEqual(['linkedin:company/delinde'])
})

test('a text without accounts gives none', () => {
  expect(readPressText('Er was taart. Het was gezellig, mail naar info@delinde.example.', piece)).toEqual({ claims: [], people: 0 })
})

const article = `<!doctype html><html lang="nl"><head><title>Bakkerij open</title><meta name="twitter:site" content="@streekkrant"></head><body>
<header><a href="https://www.facebook.com/streekkrant">Facebook</a></header>
<article><h1>Bakkerij open</h1><p>De nieuwe bakkerij is te volgen op
<a href="https://www.instagram.com/dekruimel/">Instagram</a>.</p></article>
<footer><a href="https://www.instagram.com/streekkrant/">Instagram</a></footer></body></html>`

test('of an article’s page only what the text names counts, not the paper’s own accounts', () => {
  const page = { url: 'https://streekkrant.example/bakkerij', fetchedAt: piece.seenAt, record: 'r' }
  const { claims } = readPressPage(readPage(article, page), article, { ...piece, page: page.url, title: 'Bakkerij open', record: 'r' })
  expect(claims.map(({ key }) => key)).toEqual(['instagram:dekruimel'])
  expect(claims[0]?.via).toMatchObject({
    page: page.url,
    record: 'r',
    quote: 'De nieuwe bakkerij is te volgen op Instagram.',
  })
})

test.each([
  ['<meta property="article:published_time" content="2026-05-12T08:00:00+02:00">', '2026-05-12'],
  ['<meta content="2026-05-13" name=date>', '2026-05-13'],
  ['<script type="application/ld+json">{"@type":"NewsArticle","datePublished": "2026-05-14T06:00"}</script>', '2026-05-14'],
  ['<meta property="article:modified_time" content="2026-05-15">', null],
  ['<p>Dinsdag 12 mei</p>', null],
])('the day of publication is what the page says: %s', (html, day) => expect(publishedOn(html)).toBe(day))

test('a megabyte of meta tags takes no time', () => {
  const start = performance.now()
  expect(publishedOn('<meta name=date content='.repeat(45_000))).toBeNull()
  expect(performance.now() - start).toBeLessThan(1_000)
})
