import { definePlatform } from './define.ts'
import { account, content, type Form, share, unresolved } from './grammar.ts'

const pattern = /^(?!\d+$)[A-Za-z0-9_.-]{2,40}$/
const uid: Form = { handle: 'u/{}', url: 'https://weibo.com/u/{}', pattern: /^\d{5,12}$/ }

export const weibo = definePlatform({
  id: 'weibo',
  name: 'Weibo',
  words: 'weibo.com sinaweibo',
  handleRule: { pattern, min: 4, max: 40, caseSensitive: false, allowed: 'a-z 0-9' },
  forms: {
    uid,
    nickname: { handle: 'n/{}', url: 'https://weibo.com/n/{}', pattern: /^[\p{L}\p{N}_-]{2,30}$/u, doubt: 'needs-resolving' },
    page: { handle: 'p/{}', url: 'https://weibo.com/p/{}', pattern: /^\d{8,24}$/, doubt: 'needs-resolving' },
    name: { handle: '{}', url: 'https://weibo.com/{}', pattern },
  },
  reserved: `u n p tv login.php signup share search hot home discover at messages settings ttarticle detail status top mygroups
    friends login reg fav about ajax`,
  sites: [
    {
      hosts: 'weibo.com weibo.cn',
      under: '@ www m e us hk tw cn',
      rules: [
        share('share/**'),
        account('u|profile/:uid/**', 'n/:nickname', 'p/:page/**'),
        content('tv|ttarticle|detail|status/**'),
        account(':uid', ':uid/profile|info|follow|fans|album|home/**'),
        content(':uid/*/**'),
        account(':name/**'),
      ],
    },
    { hosts: 't.cn', under: '@', rules: [unresolved('**')] },
  ],
  avatar: { width: 180, height: 180, shape: 'circle' },
  banner: { width: 920, height: 300 },
  wikidata: { uid: 'P8057' },
})
