import { definePlatform } from './define.ts'
import { account, share, unresolved } from './grammar.ts'

export const snapchat = definePlatform({
  id: 'snapchat',
  name: 'Snapchat',
  words: 'snap snapchat.com',
  handleRule: { pattern: /^[a-z][a-z0-9._-]{1,13}[a-z0-9]$/i, min: 3, max: 15, caseSensitive: false, allowed: 'a-z 0-9 . _ -' },
  forms: {
    opaque: { handle: 'p/{}', url: 'https://www.snapchat.com/p/{}', pattern: /^[0-9a-f-]{36}$/i, doubt: 'needs-resolving' },
    name: { handle: '{}', url: 'https://www.snapchat.com/add/{}', pattern: /^[A-Za-z][A-Za-z0-9._-]{1,28}[A-Za-z0-9]$/ },
  },
  sites: [
    {
      hosts: 'snapchat.com',
      under: '@ www web story',
      skip: /^[a-z]{2}(?:-[a-z]{2})?$/,
      rules: [account('add/:name/**', '@:name/**', 'p/:opaque/**'), share('scan/**', 'share/**'), unresolved('t/**')],
    },
    { hosts: 't.snapchat.com', under: '@', rules: [unresolved('**')] },
  ],
  avatar: { width: 320, height: 320, shape: 'circle' },
  banner: { width: 1280, height: 720 },
  wikidata: { name: 'P2984' },
})
