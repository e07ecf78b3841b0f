import { definePlatform } from './define.ts'
import { account, content, type Form, unresolved } from './grammar.ts'

const pattern = /^[A-Za-z0-9_-]{2,60}$/
const name: Form = { handle: '{}', url: 'https://soundcloud.com/{}', pattern }

export const soundcloud = definePlatform({
  id: 'soundcloud',
  name: 'SoundCloud',
  words: 'soundcloud.com',
  handleRule: { pattern: /^[a-z0-9_-]{3,25}$/i, min: 3, max: 25, caseSensitive: false, allowed: 'a-z 0-9 _ -' },
  forms: { group: { handle: 'groups/{}', url: 'https://soundcloud.com/groups/{}', pattern, kind: 'community' }, name },
  reserved: `you discover stream upload search charts pages terms-of-use groups people jobs imprint apps mobile login logout signin
    settings messages notifications tags explore community-guidelines premium go pro checkout widget player tracks oembed
    popular connect`,
  sites: [
    {
      hosts: 'soundcloud.com',
      under: '@ www m',
      rules: [
        account('groups/:group/**'),
        account(':name', ':name/tracks|sets|albums|popular-tracks|likes|reposts|followers|following|comments|spotlight|toptracks'),
        content(':name/*/**'),
      ],
    },
    { hosts: 'w.soundcloud.com player.soundcloud.com', under: '@', rules: [content('**')] },
    { hosts: 'on.soundcloud.com snd.sc', under: '@', rules: [unresolved('**')] },
  ],
  avatar: { width: 1000, height: 1000, shape: 'circle' },
  banner: { width: 2480, height: 520 },
  wikidata: { name: 'P3040' },
})
