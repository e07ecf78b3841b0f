import { definePlatform } from './define.ts'
import { account, content, type Form, page, share } from './grammar.ts'
import { languages, ownPages } from './languages.ts'

const home = 'https://www.youtube.com/'
const legacy = (folder: string): Form => ({
  handle: `${folder}{}`,
  url: `${home}${folder}{}`,
  pattern: /^[^\s/?#@&<>"{}=]{1,100}$/u,
  doubt: 'needs-resolving',
})
const deep = 'shorts|post|community|live|videos|playlists|podcasts|courses'

export const youtube = definePlatform({
  id: 'youtube',
  name: 'YouTube',
  words: 'yt youtube.com youtubechannel youtubekanaal',
  handleRule: {
    pattern: /^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}_.·・ー-]{1,28}[\p{L}\p{M}\p{N}ー]$/u,
    min: 3,
    max: 30,
    caseSensitive: false,
    allowed: 'letters and figures of every script, _ - . ·',
  },
  forms: {
    handle: { handle: '@{}', url: `${home}@{}`, pattern: /^[\p{L}\p{M}\p{N}_.·・ー-]{3,30}$/u },
    channel: { handle: 'channel/{}', url: `${home}channel/{}`, pattern: /^UC[\w-]{22}$/, caseSensitive: true },
    user: legacy('user/'),
    custom: legacy('c/'),
    bare: { ...legacy(''), pattern: /^(?!UC[\w-]{22}$)[^\s/?#@.&<>"{}=:]{2,100}$/u },
  },
  bare: 'channel',
  reserved: `channel c user playlist watch w v vi embed e live watch_popup watch_videos clip shorts movies results search shared hashtag
    trending explore feed feeds browse oembed get_video_info iframe_api s source storefront oops index account accounts t
    about upload signin login logout gaming music premium redirect ads creators creator howyoutubeworks yt img api
    player_api youtubei ptracking opensearch attribution_link subscription_center subscribe_widget subscribe_embed profile post post_login
    podcasts sports learning fashion kids tv tvkids paid_memberships testtube new dashboard live_dashboard my_videos comments
    artists charts news jobs dev reporthistory supported_browsers error signup verify handle pagead ipv6 set_app csi
    generate_204 view_all_playlists get_midroll_info ytscframe channels share sharing_services intl static privacy terms`,
  sites: [
    {
      hosts: 'youtube.com youtube.de youtube.nl youtube.be youtube.fr youtube.co.uk youtube.es youtube.it youtube.at youtube.ch youtube.pl',
      under: '@ www m music gaming studio {locale}',
      except: 'tv',
      rules: [
        content(`@:handle/${deep}/*/**`, 'embed/live_stream ?channel=:channel', 'embed/** ?listtype=user_uploads ?list=:user'),
        account('channel|browse/:channel/**', '@:handle/**', 'c|user|channel/@:handle/**', 'c/:custom/**', 'user/:user/**'),
        account('feeds/** ?channel_id=:channel', 'feeds/** ?user=:user', 'profile ?user=:user', 'subscribe_widget ?p=:user'),
        account('subscribe_embed ?channelid=:channel', 'subscribe_embed ?channel=:user'),
        account('subscription_center ?add_user=:user', 'subscription_center ?add_user_id=:channel'),
        share('share/**', 'sharing_services/**'),
        content('watch|watch_popup|watch_videos|playlist|embed|e|v|vi|shorts|live|clip|w/**'),
        page(`${languages}/${ownPages}/**`),
        account(':channel/**', ':bare/**'),
      ],
    },
    { hosts: 'youtube-nocookie.com youtu.be', under: '@ www m', rules: [content('embed|v/**', '*')] },
  ],
  avatar: { width: 800, height: 800, shape: 'circle' },
  banner: { width: 2560, height: 1440, safeArea: { width: 1546, height: 423 } },
  wikidata: { channel: 'P2397', handle: 'P11245' },
})
