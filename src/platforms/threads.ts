import { definePlatform } from './define.ts'
import { account, content, misspelt, share } from './grammar.ts'

const pattern = /^(?!.*\.\.)[A-Za-z0-9_](?:[A-Za-z0-9_.]{0,28}[A-Za-z0-9_])?$/

export const threads = definePlatform({
  id: 'threads',
  name: 'Threads',
  words: 'threads.net threads.com instagramthreads',
  handleRule: { pattern, min: 1, max: 30, caseSensitive: false, allowed: 'a-z 0-9 . _' },
  forms: { name: { handle: '{}', url: 'https://www.threads.com/@{}', pattern } },
  reserved: `intent t login signup search activity settings saved liked insights custom_feed for_you following privacy terms legal help
    about download api graphql tag post v1.0 ajax embed`,
  sites: [
    {
      hosts: 'threads.com threads.net',
      rules: [
        account('intent/follow|user ?username=:name'),
        share('intent/**'),
        content('@:name/post/**', 't|post/**'),
        account('@:name/**'),
        misspelt(':name'),
      ],
    },
  ],
  avatar: { width: 320, height: 320, shape: 'circle' },
  banner: null,
  wikidata: { name: 'P11892' },
})
