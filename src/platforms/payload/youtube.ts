import { countIn } from '../count.ts'
import { at, countAt, isText, listOf, type ProfileFields, textAt } from '../profile-fields.ts'

/** Text as YouTube writes it: plain, in runs, or as `content`. */
const said = (json: unknown): string | null =>
  typeof json === 'string'
    ? json
    : (textAt(json, 'simpleText') ??
      textAt(json, 'content') ??
      (listOf(at(json, 'runs'))
        .map((run) => textAt(run, 'text') ?? '')
        .join('') ||
        null))

/** The pieces of a line below a title: handle, number of subscribers, when. */
const partsOf = (metadata: unknown): string[] =>
  listOf(at(metadata, 'contentMetadataViewModel', 'metadataRows'))
    .flatMap((row) => listOf(at(row, 'metadataParts')))
    .map((part) => said(at(part, 'text')))
    .filter(isText)

/** The header of a channel since 2024 (`pageHeaderRenderer`). */
function pageHeader(json: unknown) {
  const view = at(json, 'header', 'pageHeaderRenderer', 'content', 'pageHeaderViewModel')
  if (view === undefined) return null
  const texts = partsOf(at(view, 'metadata'))
  const badge = JSON.stringify(at(view, 'title') ?? null)
  return {
    handle: texts.find((text) => /^@\S+$/.test(text)),
    banner: textAt(view, 'banner', 'imageBannerViewModel', 'image', 'sources', 0, 'url'),
    subscribers: texts.find((text) => !text.startsWith('@') && /\d/.test(text) && !/v[ií]deo|vidéo/i.test(text)),
    verified: /"(?:CHECK_CIRCLE_FILLED|CHECK_CIRCLE_THICK|AUDIO_BADGE|MUSIC_FILLED)"/.test(badge),
    link: said(at(view, 'attribution', 'attributionViewModel', 'text')),
    redirects: addressesIn(at(view, 'attribution')),
  }
}

/** The header before that (`c4TabbedHeaderRenderer`). */
function tabbedHeader(json: unknown) {
  const header = at(json, 'header', 'c4TabbedHeaderRenderer') ?? at(json, 'header', 'interactiveTabbedHeaderRenderer')
  if (said(at(header, 'title')) === null) return null
  const badges = listOf(at(header, 'badges')).map((badge) => textAt(badge, 'metadataBadgeRenderer', 'style') ?? '')
  return {
    handle:
      said(at(header, 'channelHandleText')) ??
      /@[^/?]+$/.exec(textAt(header, 'navigationEndpoint', 'browseEndpoint', 'canonicalBaseUrl') ?? '')?.[0],
    banner: textAt(header, 'banner', 'thumbnails', 0, 'url'),
    subscribers: said(at(header, 'subscriberCountText')) ?? undefined,
    verified: badges.some((style) => style.startsWith('BADGE_STYLE_TYPE_VERIFIED')),
    link: said(at(header, 'headerLinks', 'channelHeaderLinksViewModel', 'firstLink')),
    redirects: addressesIn(at(header, 'headerLinks')),
  }
}

/** The header of a channel about a subject or a sport (`carouselHeaderRenderer`). */
function carouselHeader(json: unknown) {
  const contents = listOf(at(json, 'header', 'carouselHeaderRenderer', 'contents'))
  const details = contents.map((one) => at(one, 'topicChannelDetailsRenderer')).find((one) => one !== undefined)
  if (details === undefined) return null
  const subscribers = said(at(details, 'subtitle')) ?? undefined
  return { handle: undefined, banner: undefined, subscribers, verified: undefined, link: null, redirects: [] }
}

/** A channel for adults says its name and shows its picture, no more, to who is not logged in. */
function ageGate(json: unknown): ProfileFields | null {
  for (const tab of listOf(at(json, 'contents', 'twoColumnBrowseResultsRenderer', 'tabs'))) {
    const gate = at(tab, 'tabRenderer', 'content', 'sectionListRenderer', 'contents', 0, 'channelAgeGateRenderer')
    if (gate === undefined) continue
    return {
      from: 'channelAgeGateRenderer',
      name: textAt(gate, 'channelTitle'),
      picture: textAt(gate, 'avatar', 'thumbnails', 0, 'url'),
      id: textAt(json, 'header', 'c4TabbedHeaderRenderer', 'channelId') ?? undefined,
    }
  }
  return null
}

/** YouTube leads out through `/redirect?q=`; the address behind it is the channel's link. */
function addressesIn(json: unknown): string[] {
  if (json === undefined) return []
  const found = JSON.stringify(json).match(/"https:\/\/www\.youtube\.com\/redirect\?[^"\s]{1,2000}"/g) ?? []
  return [...new Set(found.map((text) => URL.parse(text.slice(1, -1).replaceAll('\\u0026', '&'))?.searchParams.get('q')).filter(isText))]
}

/** The panel "about", which a saved page may hold. */
function aboutPanel(json: unknown): unknown {
  for (const one of [...listOf(at(json, 'onResponseReceivedEndpoints')), ...listOf(at(json, 'engagementPanels'))]) {
    const items = listOf(at(one, 'appendContinuationItemsAction', 'continuationItems'))
    const about = items.map((item) => at(item, 'aboutChannelRenderer', 'metadata', 'aboutChannelViewModel')).find((item) => item)
    if (about) return about
  }
  return undefined
}

/** When the newest shown video was made, in YouTube's words: "2 weeks ago". Shelves are in order of their own. */
function lastVideo(json: unknown): string | undefined {
  for (const tab of listOf(at(json, 'contents', 'twoColumnBrowseResultsRenderer', 'tabs'))) {
    const item = at(tab, 'tabRenderer', 'content', 'richGridRenderer', 'contents', 0, 'richItemRenderer', 'content')
    const lockup = at(item, 'lockupViewModel', 'metadata', 'lockupMetadataViewModel', 'metadata')
    const words = partsOf(lockup).find((text) => /\d.{1,20}(?:ago|geleden)$/.test(text))
    const text = said(at(item, 'videoRenderer', 'publishedTimeText')) ?? words
    if (text) return text
  }
  return undefined
}

/** YouTube's description of a channel, in the page (`ytInitialData`) and in what the page asks for. */
export function youtubeChannel(json: unknown): ProfileFields | null {
  const channel = at(json, 'metadata', 'channelMetadataRenderer')
  if (channel === undefined) return ageGate(json) ?? youtubeApi(json)
  const header = pageHeader(json) ?? tabbedHeader(json) ?? carouselHeader(json)
  const about = aboutPanel(json)
  const links = [
    ...new Set([
      ...listOf(at(about, 'links'))
        .map((link) => said(at(link, 'channelExternalLinkViewModel', 'link')))
        .filter(isText),
      ...(header?.redirects ?? []),
      ...(header?.link && header.redirects.length === 0 ? [header.link] : []),
    ]),
  ].filter((link) => /[^\s.]\.[a-z]{2,}/i.test(link))
  const owner = textAt(channel, 'vanityChannelUrl') ?? textAt(channel, 'ownerUrls', 0)
  return {
    from: 'channelMetadataRenderer',
    name: textAt(channel, 'title'),
    description: textAt(channel, 'description'),
    picture: textAt(channel, 'avatar', 'thumbnails', 0, 'url'),
    // A channel has no website field: its links are listed, and the first that is no platform stands for it.
    website: undefined,
    handle: header?.handle ?? /\/(@[^/?#]+)$/.exec(decoded(owner ?? ''))?.[1],
    id: textAt(channel, 'externalId') ?? undefined,
    banner: header ? header.banner : undefined,
    verified: header?.verified,
    followers: countIn(said(at(about, 'subscriberCountText')) ?? header?.subscribers ?? '') ?? undefined,
    category: textAt(json, 'microformat', 'microformatDataRenderer', 'category') ?? undefined,
    lastPost: lastVideo(json),
    links,
  }
}

const decoded = (url: string): string => {
  try {
    return decodeURIComponent(url)
  } catch {
    return url
  }
}

/** A channel of the Data API v3, `channels.list`. */
function youtubeApi(json: unknown): ProfileFields | null {
  const channel = at(json, 'items', 0) ?? json
  const snippet = at(channel, 'snippet')
  if (textAt(channel, 'kind') !== 'youtube#channel' || snippet === undefined) return null
  const hidden = at(channel, 'statistics', 'hiddenSubscriberCount') === true
  return {
    from: 'YouTube Data API',
    name: textAt(snippet, 'title'),
    description: textAt(snippet, 'description'),
    picture:
      textAt(snippet, 'thumbnails', 'high', 'url') ??
      textAt(snippet, 'thumbnails', 'medium', 'url') ??
      textAt(snippet, 'thumbnails', 'default', 'url'),
    handle: textAt(snippet, 'customUrl') ?? undefined,
    id: textAt(channel, 'id'),
    banner: textAt(channel, 'brandingSettings', 'image', 'bannerExternalUrl') ?? undefined,
    followers: hidden ? null : countAt(channel, 'statistics', 'subscriberCount'),
    language: textAt(snippet, 'defaultLanguage') ?? undefined,
  }
}
