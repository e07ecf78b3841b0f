import { nonsenseNames } from '../../src/discovery/nonsense.ts'
import type { Answer } from './pack-web.ts'
import { samplePicture } from './sample-picture.ts'

/** A music school that does not exist, its website and what the platforms show of it: the web before, and the web after. */
export const school = { name: 'Muziekschool De Wielewaal', website: 'https://www.wielewaal.example/' }

type Web = Readonly<Record<string, Answer>>

const site = 'https://www.wielewaal.example'
const text = 'Muziekles voor iedereen, van jong tot oud, in Elzerdijk.'
const pictures = {
  logo: samplePicture([20, 90, 160], [255, 255, 255]),
  house: samplePicture([30, 120, 60], [250, 220, 40]),
  autumn: samplePicture([160, 60, 20], [20, 20, 20]),
  strange: samplePicture([200, 200, 200], [220, 20, 120]),
}
type PictureName = keyof typeof pictures
const pictureAt = (name: PictureName) => `https://pictures.example/${name}.png`

interface Profile {
  readonly id: string
  readonly name?: string
  readonly avatar?: PictureName
  readonly banner?: PictureName
  readonly link?: string | null
  readonly text?: string
}

function x(
  handle: string,
  { id, name = school.name, avatar = 'logo', banner = 'house', link = `${site}/`, text: about = text }: Profile,
): Web {
  const picture = `https://pbs.twimg.com/profile_images/${id}/${avatar}_400x400.png`
  const wide = `https://pbs.twimg.com/profile_banners/${id}/${banner}/1500x500`
  const mainEntity = {
    ...{ '@type': 'Person', additionalName: handle, name, description: about, identifier: id, url: `https://x.com/${handle}` },
    image: { '@type': 'ImageObject', contentUrl: picture },
    interactionStatistic: [
      { '@type': 'InteractionCounter', interactionType: 'https://schema.org/FollowAction', name: 'Follows', userInteractionCount: 120 },
    ],
  }
  const data = { '@context': 'http://schema.org', '@type': 'ProfilePage', mainEntity, ...(link === null ? {} : { relatedLink: [link] }) }
  return {
    [`https://x.com/${handle}`]: `<!doctype html><html lang="nl"><head><title>${name} (@${handle}) / X</title>
<meta property="og:title" content="${name} (@${handle}) / X"><script type="application/ld+json">${JSON.stringify(data)}</script></head>
<body><main><img src="${wide}" alt=""><h1>${name}</h1><p>@${handle}</p></main></body></html>`,
    [picture]: pictures[avatar],
    [wide]: pictures[banner],
  }
}

function tiktok(handle: string, { id, name = school.name, avatar = 'logo', link = `${site}/`, text: signature = text }: Profile): Web {
  const user = { id, uniqueId: handle, nickname: name, avatarLarger: pictureAt(avatar), signature, verified: false, bioLink: { link } }
  const data = { __DEFAULT_SCOPE__: { 'webapp.user-detail': { userInfo: { user, stats: { followerCount: 80 } }, statusCode: 0 } } }
  return {
    [`https://www.tiktok.com/@${handle}`]: `<!doctype html><html lang="nl"><head><title>${name} (@${handle}) | TikTok</title></head>
<body><script id="__UNIVERSAL_DATA_FOR_REHYDRATION__" type="application/json">${JSON.stringify(data)}</script></body></html>`,
    [pictureAt(avatar)]: pictures[avatar],
  }
}

const blueskyApi = 'https://public.api.bsky.app/xrpc/app.bsky.actor.'
function bluesky(
  handle: string,
  { id, name = school.name, avatar = 'logo', banner = 'house', link = `${site}/`, text: about = text }: Profile,
): Web {
  const description = link === null ? about : `${about} ${link}`
  const json = { did: id, handle, displayName: name, description, followersCount: 30, postsCount: 3 }
  return {
    [`${blueskyApi}getProfile?actor=${handle}`]: { json: { ...json, avatar: pictureAt(avatar), banner: pictureAt(banner) } },
    [pictureAt(avatar)]: pictures[avatar],
    [pictureAt(banner)]: pictures[banner],
  }
}
const noBluesky = (handle: string): Web => ({
  [`${blueskyApi}getProfile?actor=${handle}`]: { json: { error: 'InvalidRequest', message: 'Profile not found' }, status: 400 },
})

function blueskySearch(actors: readonly object[]): Web {
  const asked = (name: string) => `${blueskyApi}searchActors?${new URLSearchParams({ limit: '10', q: name })}`
  const names = [...nonsenseNames(school.name).map((name) => [name, []] as const), [school.name, actors] as const]
  return Object.fromEntries(names.map(([name, found]) => [asked(name), { json: { actors: found } }]))
}

function youtube(handle: string, { id, name = school.name, avatar = 'logo', banner = 'house' }: Profile): Web {
  const header = {
    pageHeaderRenderer: {
      pageTitle: name,
      content: {
        pageHeaderViewModel: {
          banner: { imageBannerViewModel: { image: { sources: [{ url: pictureAt(banner), width: 1707, height: 283 }] } } },
        },
      },
    },
  }
  const channelMetadataRenderer = {
    title: name,
    description: text,
    externalId: id,
    vanityChannelUrl: `http://www.youtube.com/@${handle}`,
    avatar: { thumbnails: [{ url: pictureAt(avatar), width: 900, height: 900 }] },
  }
  return {
    [`https://www.youtube.com/@${handle}`]: `<!doctype html><html lang="nl"><head><title>${name} - YouTube</title>
<link rel="canonical" href="https://www.youtube.com/channel/${id}"><meta property="og:site_name" content="YouTube"><meta property="og:title" content="${name}">
<meta property="og:image" content="${pictureAt(avatar)}"><meta property="og:description" content="${text}"></head>
<body><script>var ytInitialData = ${JSON.stringify({ header, metadata: { channelMetadataRenderer } })};</script></body></html>`,
    [pictureAt(avatar)]: pictures[avatar],
    [pictureAt(banner)]: pictures[banner],
  }
}

const openGraph = (url: string, title: string, picture: PictureName): Web => ({
  [url]: `<!doctype html><html lang="nl"><head><title>${title}</title><meta property="og:type" content="profile">
<meta property="og:title" content="${title}"><meta property="og:url" content="${url}"><meta property="og:description" content="${text}">
<meta property="og:image" content="${pictureAt(picture)}"></head><body></body></html>`,
  [pictureAt(picture)]: pictures[picture],
})

const loginWall = (url: string): Web => {
  const login = `https://www.instagram.com/accounts/login/?next=${encodeURIComponent(url)}`
  return { [url]: { to: login }, [login]: '<!doctype html><title>Inloggen • Instagram</title><form><input name="username"></form>' }
}

const gone = (url: string): Web => ({
  [url]: { html: '<!doctype html><title>Niet gevonden</title><h1>Deze pagina bestaat niet</h1>', status: 404 },
})
const refused = (url: string): Web => ({
  [url]: { html: '<!doctype html><title>Access denied</title><h1>Access denied</h1>', status: 403 },
})

const page = (title: string, body: string, links: readonly string[]) => `<!doctype html><html lang="nl"><head><title>${title}</title></head>
<body><header><a href="/">De Wielewaal</a> <a href="/nieuws/">Nieuws</a></header><main><h1>${title}</h1><p>${`${text} `.repeat(5)}</p>${body}</main>
<footer><p>Volg Muziekschool De Wielewaal</p>${links.map((link) => `<a href="${link}">${new URL(link).hostname}</a>`).join(' ')}</footer></body></html>`

const accounts = {
  main: 'https://x.com/wielewaal',
  youth: 'https://x.com/wielewaal_jeugd',
  band: 'https://x.com/wielewaal_band',
  choir: 'https://x.com/wielewaal_koor',
  old: 'https://bsky.app/profile/wielewaal.bsky.social',
  renamed: 'https://bsky.app/profile/wielewaal.example',
  youtube: 'https://www.youtube.com/@wielewaal',
  tiktok: 'https://www.tiktok.com/@wielewaal',
  drums: 'https://www.tiktok.com/@wielewaalslagwerk',
  classical: 'https://www.tiktok.com/@wielewaalklassiek',
  vimeo: 'https://vimeo.com/wielewaal',
  instagram: 'https://www.instagram.com/wielewaal',
  threads: 'https://www.threads.com/@wielewaal',
} as const
const always = ['main', 'youth', 'band', 'choir', 'youtube', 'drums', 'classical', 'instagram', 'threads'] as const

const ofSite = (links: readonly string[], news: Web): Web => ({
  [`${site}/`]: page(school.name, '', links),
  [`${site}/robots.txt`]: { html: 'User-agent: *\nAllow: /', status: 200 },
  ...news,
})
const newsPage = (links: readonly string[]): Web => ({
  [`${site}/nieuws/`]: page(
    'Nieuws',
    '<p>Muziekschool De Wielewaal in de concertzaal: <a href="https://x.com/wielewaal_zaal">ons account van de concertzaal</a>.</p>',
    links,
  ),
})

/** What nobody changes in between. */
const steady: Web = {
  ...x('wielewaal_koor', { id: '9004', link: 'https://kooragenda.example/' }),
  ...x('wielewaal_zaal', { id: '9005' }),
  ...openGraph('https://vimeo.com/wielewaal', school.name, 'logo'),
}

const firstLinks = [...always.map((name) => accounts[name]), accounts.old, accounts.vimeo]
const secondLinks = [...always.map((name) => accounts[name]), accounts.renamed, accounts.tiktok]

export const webBefore: Web = {
  ...ofSite(firstLinks, newsPage(firstLinks)),
  ...steady,
  ...x('wielewaal', { id: '9001', banner: 'autumn' }),
  ...x('wielewaal_jeugd', { id: '9002' }),
  ...x('wielewaal_band', { id: '9003' }),
  ...bluesky('wielewaal.bsky.social', { id: 'did:plc:wielewaalvoorbeeld234567' }),
  ...noBluesky('wielewaal.example'),
  ...blueskySearch([]),
  ...youtube('wielewaal', { id: 'UCWielewaalVoorbeeld0001', name: 'Wielewaal' }),
  ...tiktok('wielewaalslagwerk', { id: '7001' }),
  ...tiktok('wielewaalklassiek', { id: '7002' }),
  ...openGraph('https://www.instagram.com/wielewaal', school.name, 'logo'),
  ...openGraph('https://www.threads.com/@wielewaal', school.name, 'logo'),
}

const alike = {
  did: 'did:plc:nietvandewielewaal23456',
  handle: 'wielewaal-winactie.bsky.social',
  displayName: school.name,
  description: 'Officieel. Win een piano.',
}

export const webAfter: Web = {
  ...ofSite(secondLinks, refused(`${site}/nieuws/`)),
  ...steady,
  ...x('wielewaal', { id: '9001' }),
  ...x('wielewaal_jeugd', { id: '9002', link: null }),
  ...gone('https://x.com/wielewaal_band'),
  ...noBluesky('wielewaal.bsky.social'),
  ...bluesky('wielewaal.example', { id: 'did:plc:wielewaalvoorbeeld234567' }),
  ...blueskySearch([alike]),
  ...bluesky(alike.handle, { id: alike.did, link: 'https://win-een-piano.example/', text: 'Officieel. Win een piano.' }),
  ...youtube('wielewaal', { id: 'UCWielewaalVoorbeeld0001' }),
  ...tiktok('wielewaal', { id: '7003' }),
  ...tiktok('wielewaalslagwerk', {
    id: '7999',
    name: 'Drumshop',
    avatar: 'strange',
    link: 'https://drumshop.example/',
    text: 'Goedkope trommels.',
  }),
  ...refused('https://www.tiktok.com/@wielewaalklassiek'),
  ...loginWall('https://www.instagram.com/wielewaal'),
}

/** The same web as before, of which less can be seen. */
export const webWalled: Web = {
  ...Object.fromEntries(Object.entries(webBefore).filter(([url]) => url !== 'https://www.threads.com/@wielewaal')),
  ...refused(`${site}/nieuws/`),
  ...refused('https://www.tiktok.com/@wielewaalklassiek'),
  ...loginWall('https://www.instagram.com/wielewaal'),
}
