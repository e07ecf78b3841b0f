import { definePlatform } from './define.ts'
import { account, content, misspelt, unresolved } from './grammar.ts'

const url = 'https://www.tiktok.com/@{}'

export const tiktok = definePlatform({
  id: 'tiktok',
  name: 'TikTok',
  words: 'tik tiktok.com',
  handleRule: { pattern: /^[a-z0-9_.]{1,23}[a-z0-9_]$/i, min: 2, max: 24, caseSensitive: false, allowed: 'a-z 0-9 _ .' },
  forms: {
    numericId: { handle: '{}', url, pattern: /^\d{17,20}$/, doubt: 'needs-resolving' },
    name: { handle: '{}', url, pattern: /^[A-Za-z0-9_.]{1,39}[A-Za-z0-9_]$/ },
  },
  reserved: `tag music sticker effect discover explore foryou following friends live search upload login signup logout about legal
    privacy terms community-guidelines safety creators business forgood download embed oembed share t v i18n node api place
    topics channel trending setting settings messages coin tiktokstudio inbox transparency browserslist help link feedback
    favicon.ico h5 ads amp game shop video photo player embed.js en`,
  sites: [
    {
      hosts: 'tiktok.com tiktokv.com',
      under: '@ www m us {locale}',
      rules: [
        content('@:name/video|photo|collection|playlist/*/**'),
        account('@:numericId/**', '@:name/**', 'embed/@:name', 'share/user|usr/:numericId', 'h5/share/user|usr/:numericId'),
        content('embed|v|video|player/**'),
        unresolved('t/*'),
        misspelt(':name'),
      ],
    },
    { hosts: 'vm.tiktok.com vt.tiktok.com', under: '@', rules: [unresolved('**')] },
  ],
  avatar: { width: 200, height: 200, shape: 'circle' },
  banner: null,
  wikidata: { name: 'P7085' },
})
