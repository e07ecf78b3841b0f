import { describe, expect, test } from 'vitest'
import type { PlatformId } from '../../src/model/platform.ts'
import { classifyUrl } from '../../src/platforms/classify.ts'
import { readProfile } from '../../src/platforms/profile.ts'
import { type Answered, fetchedOf } from '../support/fetcher.ts'

/** Reads an answer to the question for this account. */
function read(url: string, answer: Answered) {
  const { platform, handle } = classifyUrl(url)
  if (platform === null || handle === null) throw new Error(`no account: ${url}`)
  return readProfile({ platform, handle, url }, fetchedOf(url, answer))
}

const meta = (tags: Readonly<Record<string, string>>, title = '') =>
  `<!doctype html><html><head><title>${title}</title>${Object.entries(tags)
    .map(([name, content]) => `<meta property="${name}" content="${content}">`)
    .join('')}</head><body><script>var s = ["account suspended", "sorry, this page isn't available"]</script></body></html>`

const ld = (json: unknown) => `<html><head><script type="application/ld+json">${JSON.stringify(json)}</script></head><body></body></html>`

describe('the name on a profile, without what the platform writes around it', () => {
  test.each<[string, Readonly<Record<string, string>>, string]>([
    ['https://www.instagram.com/delinde/', { 'og:title': 'De Linde (@delinde) • Instagram photos and videos' }, 'De Linde'],
    ['https://www.instagram.com/delinde/', { 'og:title': 'De Linde (@delinde) • Instagram-foto’s en -video’s' }, 'De Linde'],
    ['https://x.com/delinde', { 'og:title': 'Zorggroep De Linde (@delinde) / X' }, 'Zorggroep De Linde'],
    ['https://www.linkedin.com/company/delinde/', { 'og:title': 'Zorggroep De Linde | LinkedIn' }, 'Zorggroep De Linde'],
    ['https://www.youtube.com/@delinde', { 'og:title': 'De Linde' }, 'De Linde'],
    ['https://www.facebook.com/delinde', { 'og:title': 'Zorggroep De Linde (Gouda)' }, 'Zorggroep De Linde (Gouda)'],
    ['https://www.tiktok.com/@delinde', { 'og:title': 'De Linde (@delinde) | TikTok' }, 'De Linde'],
    ['https://www.threads.com/@delinde', { 'og:title': 'De Linde (@delinde) • Threads, Say more' }, 'De Linde'],
    ['https://www.pinterest.com/delinde/', { 'og:title': 'De Linde (delinde) - Profile | Pinterest' }, 'De Linde'],
    ['https://mastodon.social/@delinde', { 'og:title': 'De Linde (@delinde@mastodon.social)' }, 'De Linde'],
  ])('%s', (url, tags, name) => {
    expect(read(url, meta(tags))).toMatchObject({
      state: 'captured',
      wall: null,
      httpStatus: 200,
      displayName: { seen: true, value: name, from: 'og:title' },
    })
  })

  test('is taken from a title only when the platform signed it', () => {
    expect(read('https://www.facebook.com/delinde', meta({}, 'De Linde - Berichten | Facebook')).displayName).toEqual({
      seen: true,
      value: 'De Linde',
      from: 'title',
    })
    expect(read('https://www.facebook.com/delinde', meta({}, 'Zo maar iets')).state).toBe('unreachable')
  })

  test('may be empty: then it is absent, and the profile was seen all the same', () => {
    expect(read('https://www.instagram.com/delinde/', meta({ 'og:title': '@delinde • Instagram photos and videos' }))).toMatchObject({
      state: 'captured',
      displayName: { seen: false, why: 'absent' },
    })
  })
})

describe('the description', () => {
  test.each<[string, string, string]>([
    [
      'https://www.facebook.com/delinde',
      'De Linde, Gouda. 1.234 vind-ik-leuks · 12 personen praten hierover · 56 waren hier. Zorg dichtbij.',
      'Zorg dichtbij.',
    ],
    [
      'https://www.threads.com/@delinde',
      '1.2K Followers • 34 Threads • Zorg dichtbij. See the latest conversations with @delinde.',
      'Zorg dichtbij',
    ],
    ['https://www.linkedin.com/company/delinde/', 'De Linde | 2,345 followers on LinkedIn. Zorg dichtbij.', 'Zorg dichtbij.'],
    ['https://mastodon.social/@delinde', '12 Posts, 3 Following, 45 Followers · Zorg dichtbij.', 'Zorg dichtbij.'],
    ['https://www.youtube.com/@delinde', 'Zorg dichtbij.', 'Zorg dichtbij.'],
  ])('of %s is kept apart from its counts', (url, description, own) => {
    const reading = read(url, meta({ 'og:title': 'De Linde', 'og:description': description }))
    expect(reading.description).toMatchObject({ seen: true, value: own })
  })

  test.each<[string, string]>([
    ['https://www.instagram.com/delinde/', '12 Followers, 3 Following, 4 Posts - See Instagram photos and videos from De Linde (@delinde)'],
    ['https://www.youtube.com/@delinde', 'Share your videos with friends, family, and the world'],
    ['https://t.me/delinde', 'You can contact @delinde right away.'],
  ])('of %s that the platform wrote itself is not the account’s', (url, description) => {
    expect(read(url, meta({ 'og:title': 'De Linde', 'og:description': description })).description).toEqual({
      seen: false,
      why: 'not-offered',
    })
  })
})

describe('what structured data says', () => {
  const profile = {
    '@type': 'ProfilePage',
    mainEntity: {
      '@type': 'Organization',
      name: 'De Linde',
      description: 'Zorg dichtbij.',
      image: { '@type': 'ImageObject', contentUrl: 'https://pictures.example/delinde.png' },
    },
    relatedLink: ['https://t.co/abc', 'https://www.delinde.example/'],
  }

  test('goes before meta tags, with its source', () => {
    expect(read('https://x.com/delinde', ld(profile))).toMatchObject({
      displayName: { value: 'De Linde', from: 'JSON-LD' },
      description: { value: 'Zorg dichtbij.' },
      website: { value: 'https://www.delinde.example/' },
      pictureUrl: 'https://pictures.example/delinde.png',
      picture: { seen: false, why: 'unreadable' },
    })
  })

  test('a profile without a website says that there is none; a page that does not tell says so', () => {
    const bare = { '@type': 'ProfilePage', mainEntity: { '@type': 'Person', name: 'De Linde' } }
    expect(read('https://x.com/delinde', ld(bare)).website).toEqual({ seen: false, why: 'absent' })
    expect(read('https://x.com/delinde', meta({ 'og:title': 'De Linde (@delinde) / X' })).website).toEqual({
      seen: false,
      why: 'not-offered',
    })
  })

  test('about the author of an article is not about the account', () => {
    expect(
      read('https://vimeo.com/delinde', ld({ '@type': 'VideoObject', name: 'Open dag', author: { '@type': 'Person', name: 'De Linde' } }))
        .state,
    ).toBe('unreachable')
  })

  test('of YouTube and TikTok stands in their own scripts', () => {
    const channel = {
      metadata: {
        channelMetadataRenderer: {
          title: 'De Linde',
          description: 'Zorg dichtbij.',
          avatar: { thumbnails: [{ url: 'https://p.example/a.png' }] },
        },
      },
    }
    expect(
      read(
        'https://www.youtube.com/@delinde',
        `<title>De Linde - YouTube</title><script>var ytInitialData = ${JSON.stringify(channel)};</script>`,
      ),
    ).toMatchObject({
      displayName: { value: 'De Linde', from: 'channelMetadataRenderer' },
      description: { value: 'Zorg dichtbij.' },
      pictureUrl: 'https://p.example/a.png',
    })
    const user = {
      nickname: 'De Linde',
      signature: 'Zorg dichtbij.',
      bioLink: { link: 'delinde.example' },
      avatarLarger: 'https://p.example/b.png',
    }
    const data = { __DEFAULT_SCOPE__: { 'webapp.user-detail': { userInfo: { user } } } }
    const script = `<script id="__UNIVERSAL_DATA_FOR_REHYDRATION__" type="application/json">${JSON.stringify(data)}</script>`
    expect(read('https://www.tiktok.com/@delinde', script)).toMatchObject({
      displayName: { value: 'De Linde' },
      website: { value: 'https://delinde.example' },
    })
  })

  test('of the fediverse may come as a payload', () => {
    const actor = {
      inbox: 'https://zorg.example/inbox',
      preferredUsername: 'delinde',
      name: 'De Linde',
      summary: '<p>Zorg<br>dichtbij.</p>',
      icon: { url: 'https://zorg.example/a.png?s=1&#038;d=2' },
      attachment: [{ type: 'PropertyValue', value: '<a href="https://www.delinde.example/" rel="me">delinde</a>' }],
    }
    expect(read('https://mastodon.social/@delinde', { json: actor })).toMatchObject({
      state: 'captured',
      wall: null,
      description: { value: 'Zorg\ndichtbij.' },
      website: { value: 'https://www.delinde.example/' },
      pictureUrl: 'https://zorg.example/a.png?s=1&d=2',
    })
    expect(read('https://mastodon.social/@delinde', { json: { ...actor, movedTo: 'https://elders.example/@delinde' } })).toMatchObject({
      state: 'captured',
      wall: 'moved',
    })
  })

  test('of Telegram stands in the page, with the first link of the description as its website', () => {
    const page = `<title>Telegram: Contact @delinde</title><meta property="og:title" content="De Linde">
      <div class="tgme_page_title"><span>De Linde</span></div><img class="tgme_page_photo_image" src="https://p.example/c.jpg">
      <div class="tgme_page_description">Zorg dichtbij<br>https://www.delinde.example/</div>`
    expect(read('https://t.me/delinde', page)).toMatchObject({
      displayName: { value: 'De Linde' },
      description: { value: 'Zorg dichtbij\nhttps://www.delinde.example/' },
      website: { value: 'https://www.delinde.example/' },
    })
  })
})

describe('a page that speaks of the platform names nobody', () => {
  test.each<[string, string]>([
    ['https://x.com/delinde', 'Profile / X'],
    ['https://www.instagram.com/delinde/', 'Instagram'],
    ['https://www.facebook.com/delinde', 'Facebook'],
    ['https://www.linkedin.com/company/delinde/', 'LinkedIn'],
    ['https://www.tiktok.com/@delinde', 'TikTok - Make Your Day'],
    ['https://www.twitch.tv/delinde', 'Twitch'],
    ['https://bsky.app/profile/delinde.nl', 'Bluesky'],
  ])('%s: %s', (url, title) => {
    expect(read(url, meta({ 'og:title': title }, title))).toMatchObject({
      state: 'unreachable',
      wall: 'unreadable',
      displayName: { seen: false, why: 'unreadable' },
    })
  })
})

describe('walls are told apart', () => {
  test.each<[string, string, Answered, string, string]>([
    ['login', 'https://www.instagram.com/delinde/', meta({}, 'Login • Instagram'), 'walled', 'login'],
    [
      'login',
      'https://www.facebook.com/delinde',
      meta({ 'og:title': 'Facebook – log in or sign up' }, 'Log into Facebook'),
      'walled',
      'login',
    ],
    [
      'login by redirect',
      'https://www.linkedin.com/company/delinde/',
      { html: meta({ 'og:title': 'De Linde' }), redirectedTo: 'https://www.linkedin.com/authwall?trk=x' },
      'walled',
      'login',
    ],
    ['login, title of wall and missing alike', 'https://www.threads.com/@delinde', meta({}, 'Threads • Log in'), 'walled', 'login'],
    [
      'owner’s wish',
      'https://bsky.app/profile/delinde.nl',
      { json: { did: 'did:plc:abc', displayName: 'De Linde', labels: [{ val: '!no-unauthenticated' }] } },
      'walled',
      'login',
    ],
    [
      'consent',
      'https://www.youtube.com/@delinde',
      { html: '<title>Before you continue to YouTube</title>', redirectedTo: 'https://consent.youtube.com/m?continue=x' },
      'walled',
      'consent',
    ],
    ['challenge', 'https://medium.com/@delinde', meta({}, 'Just a moment...'), 'walled', 'blocked'],
    ['999', 'https://www.linkedin.com/company/delinde/', { blocked: 'denied', status: 999 }, 'walled', 'blocked'],
    ['403', 'https://www.facebook.com/delinde', { blocked: 'forbidden', status: 403 }, 'walled', 'blocked'],
    ['401', 'https://www.instagram.com/delinde/', { blocked: 'forbidden', status: 401 }, 'walled', 'login'],
    ['429', 'https://x.com/delinde', { blocked: 'rate-limited', status: 429 }, 'walled', 'rate-limited'],
    ['robots.txt', 'https://www.facebook.com/delinde', { blocked: 'robots' }, 'walled', 'robots'],
    ['508 as a page', 'https://www.facebook.com/delinde', { html: '', status: 508 }, 'walled', 'blocked'],
    ['not found by title', 'https://www.instagram.com/delinde/', meta({}, 'Page not found • Instagram'), 'gone', 'not-found'],
    ['not found by status', 'https://www.linkedin.com/company/delinde/', { html: '', status: 404 }, 'gone', 'not-found'],
    ['not found by script', 'https://www.tiktok.com/@delinde', '<script>{"statusCode":10221}</script>', 'gone', 'not-found'],
    [
      'not found on a 400',
      'https://bsky.app/profile/delinde.nl',
      { blocked: 'denied', status: 400, text: '{"error":"InvalidRequest","message":"Profile not found"}' },
      'gone',
      'not-found',
    ],
    [
      'not found, shown in text',
      'https://x.com/delinde',
      '<title>Profile / X</title><p>This account doesn’t exist</p>',
      'gone',
      'not-found',
    ],
    [
      'no such name',
      'https://t.me/delinde',
      meta({ 'og:title': 'Telegram: Contact @delinde' }, 'Telegram: Contact @delinde'),
      'gone',
      'not-found',
    ],
    ['suspended', 'https://x.com/delinde', '<title>Profile / X</title><p>Account suspended</p>', 'gone', 'suspended'],
    [
      'terminated',
      'https://www.youtube.com/@delinde',
      '<title>YouTube</title><p>This account has been terminated for spam</p>',
      'gone',
      'suspended',
    ],
    ['left its server', 'https://mastodon.social/@delinde', { html: '', status: 410 }, 'gone', 'suspended'],
    ['unreachable', 'https://x.com/delinde', { failed: 'timeout' }, 'unreachable', 'network'],
    ['not in the archive', 'https://x.com/delinde', { failed: 'not-in-archive' }, 'unreachable', 'not-in-archive'],
    ['no page', 'https://x.com/delinde', { failed: 'wrong-type' }, 'unreachable', 'unreadable'],
  ])('%s', (_, url, answer, state, wall) => {
    const reading = read(url, answer)
    expect(reading).toMatchObject({ state, wall, pictureUrl: null })
    expect(reading.displayName.seen).toBe(false)
  })

  test('a 404 proves nothing where missing and hidden look alike', () => {
    expect(read('https://www.facebook.com/delinde', { html: '', status: 404 })).toMatchObject({ state: 'unreachable', wall: 'unreadable' })
    expect(read('https://www.facebook.com/delinde', meta({}, 'Facebook'))).toMatchObject({ state: 'unreachable' })
    expect(read('https://www.tiktok.com/@delinde', { html: '', status: 404 })).toMatchObject({ state: 'unreachable' })
  })

  test('sentences in a script are not shown, and a name goes before a sentence', () => {
    expect(read('https://x.com/delinde', meta({ 'og:title': 'De Linde (@delinde) / X' })).state).toBe('captured')
    const page = '<title>Zorg (@delinde) / X</title><p>Account suspended? Lees onze tips</p>'
    expect(read('https://x.com/delinde', page)).toMatchObject({ state: 'captured', displayName: { value: 'Zorg' } })
  })

  test('a post names its author, but shows no profile', () => {
    const post = meta({ 'og:title': 'De Linde on Instagram', 'og:url': 'https://www.instagram.com/p/CabcdEF/', 'og:type': 'article' })
    expect(read('https://www.instagram.com/delinde/', post).state).toBe('unreachable')
  })

  test('a redirect to another account of the platform is a move; to the same one it is not', () => {
    const page = meta({ 'og:title': 'De Linde | LinkedIn' })
    const asked = 'https://www.linkedin.com/company/delinde-oud/'
    expect(read(asked, { html: page, redirectedTo: 'https://www.linkedin.com/company/delinde/' })).toMatchObject({
      state: 'captured',
      wall: 'moved',
      url: 'https://www.linkedin.com/company/delinde/',
    })
    expect(read(asked, { html: page, redirectedTo: 'https://nl.linkedin.com/company/DeLinde-oud' }).wall).toBeNull()
    expect(
      read('https://www.linkedin.com/company/162903/', { html: page, redirectedTo: 'https://www.linkedin.com/company/delinde/' }).wall,
    ).toBeNull()
  })

  test.each<[PlatformId, string]>([
    ['googleplus', 'https://plus.google.com/+delinde'],
    ['hyves', 'https://delinde.hyves.nl/'],
  ])('a closed platform is gone, whatever answered: %s', (platform, url) => {
    expect(readProfile({ platform, handle: 'delinde', url }, fetchedOf(url, '<title>De Linde</title>'))).toMatchObject({
      state: 'gone',
      wall: 'closed-platform',
      httpStatus: null,
    })
  })
})

test.each([
  ['one endless title', `<title>${'a • '.repeat(250_000)}`],
  ['open brackets', `<meta property="og:title" content="${'('.repeat(1_000_000)}">`],
  [
    'one endless description',
    `<meta property="og:title" content="De Linde"><meta property="og:description" content="${'1 likes · '.repeat(100_000)}">`,
  ],
  ['half scripts', '<script id="'.repeat(80_000)],
])('1 MB of %s is read in linear time', (_, page) => {
  const started = performance.now()
  for (const url of ['https://x.com/delinde', 'https://www.facebook.com/delinde', 'https://www.tiktok.com/@delinde']) read(url, page)
  // Tenths of a second on a quiet machine; minutes when a pattern backtracks.
  expect(performance.now() - started).toBeLessThan(10_000)
})
