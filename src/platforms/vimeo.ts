import { definePlatform } from './define.ts'
import { account, content, page } from './grammar.ts'
import { languages, ownPages } from './languages.ts'

const pattern = /^(?!\d+$)[\p{L}\p{N}_-]{2,60}$/u

export const vimeo = definePlatform({
  id: 'vimeo',
  name: 'Vimeo',
  words: 'vimeo.com',
  handleRule: { pattern: /^(?!\d+$)[a-z0-9_-]{2,60}$/i, min: 2, max: 60, caseSensitive: false, allowed: 'a-z 0-9 _ -' },
  forms: {
    channel: { handle: 'channels/{}', url: 'https://vimeo.com/channels/{}', pattern: /^[\w-]{2,60}$/ },
    group: { handle: 'groups/{}', url: 'https://vimeo.com/groups/{}', pattern: /^[\w-]{2,60}$/, kind: 'community' },
    name: { handle: '{}', url: 'https://vimeo.com/{}', pattern },
  },
  reserved: `about album api blog categories channels channel create customers cookie_policy creatorfund create-video enterprise event
    events external explore features for-hire forgot_password groups help home hubnut import jobs join log_in login logout
    manage marketplace moogaloop.swf notifications ondemand ott partners player plus pricing privacy pro
    progressive_redirect review search settings showcase site_map solutions staffpicks stats stock store tag teams terms
    upgrade upload users video videos video-marketing virtual-events watch watchlater widget _rv live webinars integrations
    professionals screen-recorder dmca legal everywhere music couchmode cameo go i subscribe username`,
  sites: [
    {
      hosts: 'vimeo.com',
      rules: [
        page(`${languages}/${ownPages}/**`),
        account('channels/:channel', 'groups/:group/**'),
        content('channels|album|showcase|event|ondemand|video|review|moogaloop.swf/**'),
        account(':name', ':name/videos|about|following|followers|collections|likes|albums|channels|groups|page/**'),
        content(':name/*/**', '#/**'),
      ],
    },
    { hosts: 'player.vimeo.com', under: '@', rules: [content('**')] },
  ],
  avatar: { width: 300, height: 300, shape: 'circle' },
  banner: { width: 2560, height: 1440 },
  wikidata: { name: 'P4015' },
})
