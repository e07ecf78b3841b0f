import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { activityOf } from '../../src/platforms/activity.ts'
import { classifyUrl } from '../../src/platforms/classify.ts'
import { countIn } from '../../src/platforms/count.ts'
import { readProfile } from '../../src/platforms/profile.ts'
import { dayOfRelative } from '../../src/platforms/relative-date.ts'
import { fetchedOf } from '../support/fetcher.ts'

const read = (url: string, body: unknown) => {
  const { platform, handle } = classifyUrl(url)
  if (platform === null) throw new Error(`no account: ${url}`)
  return readProfile({ platform, handle: handle ?? '', url }, fetchedOf(url, typeof body === 'string' ? body : { json: body }))
}
const value = <T>(of: T, from: string) => ({ seen: true, value: of, from })

describe('a number that a platform wrote for people', () => {
  test.each<[string, number | null]>([
    ['84 subscribers', 84],
    ['2 805 members', 2805],
    ['2\u00a0805 leden', 2805],
    ['1.234 volgers', 1234],
    ['15,689,074 Followers', 15_689_074],
    ['783.4K', 783_400],
    ['783,4 mil seguidores', 783_400],
    ['4,69 M de suscriptores', 4_690_000],
    ['1,2 mln. abonnees', 1_200_000],
    ['12 followers', 12],
    ['Geen abonnees', null],
    ['', null],
  ])('%j is %s', (text, count) => expect(countIn(text)).toBe(count))

  test('of any text is a whole number or none', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const count = countIn(text)
        return count === null || (Number.isInteger(count) && count >= 0)
      }),
    )
  })
})

test.each<[string, string | null]>([
  ['2 weeks ago', '2026-11-08'],
  ['Streamed 3 days ago', '2026-11-19'],
  ['3 uur geleden', '2026-11-22'],
  ['1 jaar geleden', '2025-11-22'],
  ['Premieres tomorrow', null],
])('%j is the day %s', (text, day) => expect(dayOfRelative(text, '2026-11-22T12:00:00.000Z')).toBe(day))

test.each([
  ['2026-11-01', 'active'],
  ['2026-09-01', 'quiet'],
  ['2026-02-01', 'dormant'],
  ['2024-02-01', 'abandoned'],
])('with its last post on %s an account is %s', (day, activity) =>
  expect(activityOf({ seen: true, value: day, from: 'JSON-LD' }, '2026-11-22T12:00:00.000Z')).toBe(activity),
)

test('an account without a post that can be seen is unknown, never inactive', () => {
  for (const why of ['absent', 'walled', 'not-offered', 'unreadable'] as const)
    expect(activityOf({ seen: false, why }, '2026-11-22T12:00:00.000Z')).toBe('unknown')
})

describe('every field with its source', () => {
  test('YouTube: the header that channels have now', () => {
    const channel = {
      metadata: {
        channelMetadataRenderer: {
          title: 'De Linde',
          externalId: 'UC0123456789012345678901',
          avatar: { thumbnails: [{ url: 'https://p.example/a' }] },
        },
      },
      header: {
        pageHeaderRenderer: {
          content: {
            pageHeaderViewModel: {
              title: {
                dynamicTextViewModel: {
                  text: { content: 'De Linde', attachmentRuns: [{ element: { clientResource: { imageName: 'CHECK_CIRCLE_FILLED' } } }] },
                },
              },
              banner: { imageBannerViewModel: { image: { sources: [{ url: 'https://p.example/b' }] } } },
              metadata: {
                contentMetadataViewModel: {
                  metadataRows: [
                    { metadataParts: [{ text: { content: '@delinde' } }] },
                    { metadataParts: [{ text: { content: '1,2 mln. abonnees' } }, { text: { content: '12 video’s' } }] },
                  ],
                },
              },
              attribution: { attributionViewModel: { text: { content: 'www.delinde.example' } } },
            },
          },
        },
      },
      contents: {
        twoColumnBrowseResultsRenderer: {
          tabs: [
            {
              tabRenderer: {
                content: {
                  richGridRenderer: {
                    contents: [
                      { richItemRenderer: { content: { videoRenderer: { publishedTimeText: { simpleText: '2 weken geleden' } } } } },
                    ],
                  },
                },
              },
            },
          ],
        },
      },
    }
    const from = 'channelMetadataRenderer'
    expect(read('https://www.youtube.com/channel/UC0123456789012345678901', channel)).toMatchObject({
      handle: value('@delinde', from),
      permanentId: value('UC0123456789012345678901', from),
      followers: value(1_200_000, from),
      verified: value(true, from),
      website: value('https://www.delinde.example', from),
      linksBack: value(['https://www.delinde.example'], from),
      bannerUrl: 'https://p.example/b',
      banner: { seen: false, why: 'unreadable' },
      activity: 'active',
    })
  })

  test('YouTube: an account elsewhere is a link, not the website', () => {
    const link = { content: 'facebook.com/delinde' }
    const header = { c4TabbedHeaderRenderer: { title: 'De Linde', headerLinks: { channelHeaderLinksViewModel: { firstLink: link } } } }
    expect(
      read('https://www.youtube.com/@delinde', { metadata: { channelMetadataRenderer: { title: 'De Linde' } }, header }),
    ).toMatchObject({
      website: { seen: false, why: 'absent' },
      linksBack: { seen: true, value: ['https://facebook.com/delinde'] },
    })
  })

  test('X: JSON-LD gives the followers and the number of the account', () => {
    const page = {
      '@type': 'ProfilePage',
      mainEntity: {
        '@type': 'Person',
        name: 'De Linde',
        identifier: '1234',
        interactionStatistic: [
          { interactionType: 'https://schema.org/WriteAction', userInteractionCount: 9 },
          { interactionType: 'https://schema.org/FollowAction', userInteractionCount: 345 },
        ],
      },
      relatedLink: ['https://t.co/a', 'https://delinde.example'],
    }
    const html = `<script type="application/ld+json">${JSON.stringify(page)}</script><img src="https://pbs.example/profile_banners/1234/5/1500x500">`
    expect(read('https://x.com/delinde', html)).toMatchObject({
      permanentId: value('1234', 'JSON-LD'),
      followers: value(345, 'JSON-LD'),
      linksBack: value(['https://delinde.example'], 'JSON-LD'),
      bannerUrl: 'https://pbs.example/profile_banners/1234/5/1500x500',
      lastPost: { seen: false, why: 'not-offered' },
      activity: 'unknown',
    })
  })

  test('Facebook: likes are not followers', () => {
    const page = (about: string) => `<meta property="og:title" content="De Linde"><meta property="og:description" content="${about}">`
    expect(read('https://www.facebook.com/delinde', page('De Linde. 5.411 likes · 25 talking about this. Zorg.')).followers).toEqual({
      seen: false,
      why: 'not-offered',
    })
    expect(read('https://www.facebook.com/delinde', page('De Linde. 5.411 volgers · 25 praten hierover. Zorg.')).followers).toEqual(
      value(5411, 'og:title'),
    )
  })

  test('a fediverse account: what it links to, whether a link is proven, and the day of its last post', () => {
    const account = {
      id: '10',
      acct: 'delinde',
      username: 'delinde',
      display_name: 'De Linde',
      url: 'https://mastodon.social/@delinde',
      avatar: 'https://files.example/a.png',
      header: 'https://mastodon.social/headers/original/missing.png',
      followers_count: 7,
      last_status_at: '2020-01-01',
      fields: [{ name: 'Web', value: '<a href="https://delinde.example/">x</a>', verified_at: '2024-01-01T00:00:00.000Z' }],
    }
    expect(read('https://mastodon.social/@delinde', account)).toMatchObject({
      handle: value('@delinde@mastodon.social', 'Mastodon API'),
      banner: { seen: false, why: 'absent' },
      verified: value(true, 'Mastodon API'),
      linksBack: value(['https://delinde.example/'], 'Mastodon API'),
      activity: 'abandoned',
    })
  })

  test.each<[string, unknown, object]>([
    [
      'https://bsky.app/profile/delinde.example',
      {
        did: 'did:plc:a',
        handle: 'delinde.example',
        displayName: 'De Linde',
        followersCount: 3,
        verification: { verifiedStatus: 'valid' },
      },
      { permanentId: { value: 'did:plc:a' }, followers: { value: 3 }, verified: { value: true } },
    ],
    [
      'https://github.com/delinde',
      {
        login: 'delinde',
        id: 5,
        avatar_url: 'https://p.example/a',
        name: null,
        blog: 'delinde.example',
        followers: 2,
        type: 'Organization',
        is_verified: true,
      },
      {
        displayName: { value: 'delinde' },
        website: { value: 'https://delinde.example' },
        category: { value: 'Organization' },
        verified: { value: true },
      },
    ],
    [
      'https://www.instagram.com/delinde/',
      {
        data: {
          user: {
            username: 'delinde',
            full_name: 'De Linde',
            biography: 'Zorg',
            is_verified: false,
            edge_followed_by: { count: 8 },
            category_name: 'Zorg',
          },
        },
      },
      { displayName: { value: 'De Linde' }, followers: { value: 8 }, verified: { value: false }, category: { value: 'Zorg' } },
    ],
    [
      'https://www.tiktok.com/@delinde',
      {
        userInfo: {
          user: { uniqueId: 'delinde', nickname: 'De Linde', verified: true },
          stats: { followerCount: 700 },
          statsV2: { followerCount: '712' },
        },
      },
      { handle: { value: 'delinde' }, followers: { value: 712 } },
    ],
    [
      'https://x.com/delinde',
      {
        data: {
          user: {
            result: {
              rest_id: '9',
              is_blue_verified: true,
              core: { screen_name: 'DeLinde', name: 'De Linde' },
              legacy: { followers_count: 4, statuses_count: 1, url: 'https://t.co/a' },
            },
          },
        },
      },
      { handle: { value: 'DeLinde' }, permanentId: { value: '9' }, verified: { value: true }, website: { seen: false, why: 'absent' } },
    ],
    [
      'https://www.facebook.com/delinde',
      {
        username: 'delinde',
        name: 'De Linde',
        intro: 'Zorg',
        website: 'delinde.example',
        cover_photo_url: 'https://p.example/b',
        likes: 5,
      },
      { displayName: { value: 'De Linde', from: 'JSON' }, bannerUrl: 'https://p.example/b', followers: { seen: false } },
    ],
  ])('%s', (url, payload, fields) => expect(read(url, payload)).toMatchObject({ state: 'captured', ...fields }))

  test('LinkedIn: its own posts in the page say when the last was; those of others do not', () => {
    const post = (name: string, day: string) => ({ '@type': 'DiscussionForumPosting', author: { name }, datePublished: day })
    const graph = [
      { '@type': 'Organization', name: 'De Linde', sameAs: 'https://delinde.example' },
      post('De Linde', '2026-10-30'),
      post('Een ander', '2026-11-01'),
    ]
    const html = `<script type="application/ld+json">${JSON.stringify({ '@graph': graph })}</script>`
    expect(read('https://www.linkedin.com/company/delinde/', html)).toMatchObject({
      website: value('https://delinde.example', 'JSON-LD'),
      lastPost: value('2026-10-30T00:00:00.000Z', 'JSON-LD'),
      activity: 'active',
    })
  })

  test('X: what it shows to who is not logged in is no sign of how active an account is', () => {
    const article = '<div data-testid="primaryColumn"><article><time datetime="2019-01-01T00:00:00.000Z"></time></article></div>'
    const page = (inside: string) => `<title>De Linde (@delinde) / X</title>${article}${inside}`
    expect(read('https://x.com/delinde', page('')).activity).toBe('unknown')
    const menu = '<div data-testid="SideNav_AccountSwitcher_Button"></div>'
    expect(read('https://x.com/delinde', page(menu)).activity).toBe('abandoned')
  })

  test('Telegram: the messages that can be seen say when the last was', () => {
    const html = `<div class="tgme_channel_info_header_title">De Linde</div><div class="tgme_channel_info_header_username"><a>@delinde</a></div>
      <div class="tgme_channel_info_counter"><span>2.8K</span> <span>subscribers</span></div>
      <a class="tgme_widget_message_date"><time datetime="2026-10-30T10:00:00+00:00"></time></a>`
    expect(read('https://t.me/delinde', html)).toMatchObject({
      followers: { value: 2800 },
      lastPost: { value: '2026-10-30T10:00:00.000Z' },
    })
  })
})

test('behind a wall the handle is known from the address; of an account that is gone nothing is', () => {
  const login = '<title>Login • Instagram</title>'
  expect(read('https://www.instagram.com/delinde/', login)).toMatchObject({
    state: 'walled',
    handle: value('delinde', 'address'),
    followers: { why: 'walled' },
  })
  const gone = '<title>Page not found • Instagram</title>'
  expect(read('https://www.instagram.com/delinde/', gone)).toMatchObject({ state: 'gone', handle: { seen: false, why: 'absent' } })
})

test('any JSON at all is read without breaking', () => {
  fc.assert(
    fc.property(
      fc.jsonValue(),
      fc.constantFrom('https://x.com/delinde', 'https://www.youtube.com/@delinde', 'https://bsky.app/profile/a.example'),
      (json, url) => {
        expect(['captured', 'unreachable', 'gone', 'walled']).toContain(read(url, json ?? {}).state)
      },
    ),
  )
})
