import { definePlatform } from './define.ts'
import { account, content, type Form, share } from './grammar.ts'

const pattern = /^[A-Za-z0-9_][A-Za-z0-9_.]{1,49}$/
const name: Form = { handle: '{}', url: 'https://vk.com/{}', pattern }
const post = '^(?:wall|photos?|videos?|albums?|topic|board|page|doc|note|clips?|audios?|story|market|podcast)'

export const vk = definePlatform({
  id: 'vk',
  name: 'VK',
  words: 'vkontakte vk.com',
  handleRule: { pattern: /^[a-z][a-z0-9_.]{4,31}$/i, min: 5, max: 32, caseSensitive: false, allowed: 'a-z 0-9 _ .' },
  forms: {
    clubPost: {
      handle: 'club{}',
      url: 'https://vk.com/club{}',
      pattern: new RegExp(`${post}-(\\d{1,12})(?:_\\d+)?$`),
      doubt: 'needs-resolving',
    },
    userPost: {
      handle: 'id{}',
      url: 'https://vk.com/id{}',
      pattern: new RegExp(`${post}(\\d{1,12})(?:_\\d+)?$`),
      doubt: 'needs-resolving',
    },
    event: { handle: 'event{}', url: 'https://vk.com/event{}', pattern: /^\d{1,12}$/, kind: 'community' },
    name,
  },
  reserved: `share.php away.php feed im login join about terms privacy support apps games video music search friends groups dev jobs ads
    blog bugs restore settings mail docs market stickers help widget_like.php widget_comments.php widget_community.php js
    images css share clips audios albums video_ext.php`,
  sites: [
    {
      hosts: 'vk.com vk.ru vkontakte.ru',
      under: '@ www m new',
      rules: [
        share('share.php/**', 'share/**'),
        content(':clubPost/**', ':userPost/**', 'video_ext.php', 'video|clips/*'),
        account('event:event', ':name'),
        content(':name/*/**'),
      ],
    },
  ],
  avatar: { width: 400, height: 400, shape: 'circle' },
  banner: { width: 1590, height: 400 },
  wikidata: { name: 'P3185' },
})
