import { definePlatform } from './define.ts'
import { account, content, type Form, share, unresolved } from './grammar.ts'

const home = 'https://plus.google.com/'
const name: Form = { handle: '+{}', url: `${home}+{}`, pattern: /^\+?([\p{L}\p{M}\p{N}_.-]{1,80})$/u }

export const googleplus = definePlatform({
  id: 'googleplus',
  name: 'Google+',
  words: 'google+ google+plus gplus g+ googleplus plus.google.com',
  closed: { since: '2019-04-02' },
  handleRule: { pattern: /^[\p{L}\p{N}]{1,80}$/u, min: 1, max: 80, caseSensitive: false, allowed: 'letters and figures' },
  forms: {
    community: { handle: 'communities/{}', url: `${home}communities/{}`, pattern: /^\d{15,25}$/, kind: 'community' },
    id: { handle: '{}', url: `${home}{}`, pattern: /^\d{15,25}$/ },
    name,
  },
  bare: 'name',
  sites: [
    {
      hosts: 'plus.google.com',
      under: '@ www',
      rules: [
        share('share/**'),
        account('communities/:community/**', 'u/*/communities/:community/**'),
        content('b/*/:id/posts/*', 'b/*/+:name/posts/*', 'u/*/:id/posts/*', 'u/*/+:name/posts/*', ':id/posts/*', '+:name/posts/*'),
        account('u/*/b/*/:id/**', 'u/*/b/*/+:name/**', 'b/*/:id/**', 'b/*/+:name/**', 'u/*/b/:id', 'b/:id'),
        account('u/*/:id/**', 'u/*/+:name/**', 'app/basic/:id/**', ':id/**', '+:name/**'),
        content('photos|events|collection/**'),
      ],
    },
    { hosts: 'gplus.to', rules: [unresolved('**')] },
    { hosts: 'google.com', shared: true, rules: [account('+:name/**')] },
    { hosts: 'profiles.google.com', under: '@', shared: true, rules: [account(':id/**')] },
  ],
  avatar: { width: 250, height: 250, shape: 'circle' },
  banner: { width: 1080, height: 608 },
  wikidata: { id: 'P2847' },
})
