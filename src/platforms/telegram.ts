import { definePlatform } from './define.ts'
import { account, content, type Form, share } from './grammar.ts'

const pattern = /^[A-Za-z][A-Za-z0-9_]{3,31}$/
const name: Form = { handle: '{}', url: 'https://t.me/{}', pattern }

export const telegram = definePlatform({
  id: 'telegram',
  name: 'Telegram',
  words: 'tg telegram.me t.me telegramkanaal telegramchannel',
  handleRule: { pattern, min: 5, max: 32, caseSensitive: false, allowed: 'a-z 0-9 _' },
  forms: {
    phone: { handle: '+{}', url: 'https://t.me/+{}', pattern: /^[1-9]\d{6,14}$/, doubt: 'needs-resolving' },
    invite: { handle: '+{}', url: 'https://t.me/+{}', pattern: /^[\w-]{10,32}$/, kind: 'community', caseSensitive: true },
    name,
  },
  reserved: `s joinchat addstickers addemoji addtheme addlist share proxy socks setlanguage bg confirmphone login iv invoice boost c k a m
    giftcode contact nft faq privacy tos dl apps blog img js css stories call stars_topup _websync_ v username`,
  sites: [
    {
      hosts: 't.me telegram.me telegram.dog',
      rules: [
        share('share/**'),
        account('joinchat/:invite', '+:phone', '+:invite'),
        content('s/:name/*/**', 'c/**', ':name/*/**', 'iv'),
        account('s/:name', ':name'),
      ],
    },
    { hosts: 't.me', under: ':name', rules: [content('*/**'), account('**')] },
    { hosts: 'web.telegram.org', under: '@', rules: [account('@:name')] },
  ],
  avatar: { width: 512, height: 512, shape: 'circle' },
  banner: null,
  wikidata: { name: 'P3789' },
})
