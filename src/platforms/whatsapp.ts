import { definePlatform } from './define.ts'
import { account, type Form, share } from './grammar.ts'

const code = (folder: string, url: string, pattern: RegExp): Form => ({ handle: `${folder}{}`, url, pattern, caseSensitive: true })

export const whatsapp = definePlatform({
  id: 'whatsapp',
  name: 'WhatsApp',
  words: 'wa whatsapp.com whatsappbusiness whatsappkanaal whatsappchannel whats app',
  handleRule: { pattern: /^[1-9]\d{5,14}$/, min: 6, max: 15, caseSensitive: false, allowed: '0-9, a phone number with its country code' },
  forms: {
    channel: code('channel/', 'https://whatsapp.com/channel/{}', /^0029[A-Za-z0-9]{12,28}$/),
    message: code('message/', 'https://wa.me/message/{}', /^[A-Z0-9]{8,20}$/i),
    qr: code('qr/', 'https://wa.me/qr/{}', /^[A-Z0-9]{8,20}$/i),
    group: { ...code('invite/', 'https://chat.whatsapp.com/{}', /^[A-Za-z0-9_-]{16,30}$/), kind: 'community' },
    phone: {
      handle: '{}',
      url: 'https://wa.me/{}',
      pattern: /^\+?(?:00)?([1-9](?:[\s().-]*\d){5,14})$/,
      clean: (text) => text.replace(/\D/g, ''),
    },
  },
  sites: [
    { hosts: 'wa.me', rules: [account('message/:message', 'qr/:qr', 'c/:phone/**', 'p/*/:phone', ':phone/**'), share('** ?text')] },
    {
      hosts: 'whatsapp.com',
      under: '@ www api web',
      rules: [account('channel/:channel/**', 'send|catalog/** ?phone=:phone', 'catalog/:phone/**'), share('send/**', '** ?text')],
    },
    { hosts: 'chat.whatsapp.com', under: '@', rules: [account('invite/:group', ':group')] },
  ],
  avatar: { width: 640, height: 640, shape: 'circle' },
  banner: null,
  wikidata: {},
})
