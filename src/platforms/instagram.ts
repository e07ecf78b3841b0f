import { definePlatform } from './define.ts'
import { account, content, type Form, page, unresolved } from './grammar.ts'
import { languages, ownPages } from './languages.ts'

const url = 'https://www.instagram.com/{}'
const name: Form = { handle: '{}', url, pattern: /^(?!.*\.\.)[A-Za-z0-9_](?:[A-Za-z0-9_.]{0,28}[A-Za-z0-9_])?$/ }

export const instagram = definePlatform({
  id: 'instagram',
  name: 'Instagram',
  words: 'ig insta instagram.com instagr.am instagramm',
  handleRule: {
    pattern: /^(?!.*\.\.)[a-z0-9_](?:[a-z0-9_.]{0,28}[a-z0-9_])?$/i,
    min: 1,
    max: 30,
    caseSensitive: false,
    allowed: 'a-z 0-9 . _',
  },
  forms: { name },
  reserved: `p reel reels tv stories s explore accounts about legal developer developers directory direct web api graphql v1 oauth emails
    press popular locations tags share sharer create challenge your_activity session push ads business archive topics live
    igtv guides nametag qr fxcal privacy terms help jobs blog download login logout signup static embed.js data ar lite
    channels channel notes threads meta_verified safety invites invite logging query ajax favicon.ico robots.txt
    unsupportedbrowser consent oembed media mobile i a c ig audio hashtag _n _u`,
  sites: [
    {
      hosts: 'instagram.com instagr.am',
      under: '@ www m {locale}',
      except: 'l api i',
      rules: [
        account('_u|_n/:name/**'),
        content('p|reel|tv/* ?taken-by=:name', 'stories/highlights/**', 'stories/:name/**', ':name/p|reel|tv/*/**', 'p|reel|reels|tv|s/**'),
        unresolved('share/**'),
        page(`${languages}/${ownPages}/**`),
        account(':name/**'),
      ],
    },
    { hosts: 'ig.me', rules: [account('m/:name', ':name'), unresolved('**')] },
  ],
  avatar: { width: 320, height: 320, shape: 'circle' },
  banner: null,
  wikidata: { name: 'P2003' },
})
