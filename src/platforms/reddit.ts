import { definePlatform } from './define.ts'
import { account, content, type Form, share, unresolved } from './grammar.ts'

const subreddit: Form = {
  handle: 'r/{}',
  url: 'https://www.reddit.com/r/{}',
  pattern: /^(?!u_)[A-Za-z0-9][A-Za-z0-9_]{1,20}$/,
  kind: 'community',
}
const user: Form = { handle: 'u/{}', url: 'https://www.reddit.com/user/{}', pattern: /^(?:u_)?([A-Za-z0-9_-]{3,20})$/ }

export const reddit = definePlatform({
  id: 'reddit',
  name: 'Reddit',
  words: 'reddit.com subreddit',
  handleRule: { pattern: /^[A-Za-z0-9_-]{3,20}$/, min: 3, max: 20, caseSensitive: false, allowed: 'a-z 0-9 _ -' },
  forms: { subreddit, profileName: { ...user, pattern: /^u_([A-Za-z0-9_-]{3,20})$/ }, user },
  bare: 'user',
  sites: [
    {
      hosts: 'reddit.com',
      under: '@ www old new np i m amp sh {locale}',
      except: 'ads mod',
      rules: [
        share('submit/**', 'r/*/submit/**'),
        content('u|user/:user/comments/*/**', 'r/*/comments|duplicates/**', 'r/u_/*/**', 'comments|tb|gallery|live|poll/**'),
        unresolved('r|u|user/*/s/*'),
        account('r/:profileName/**', 'r/:subreddit/**', 'u|user/:user/**'),
      ],
    },
    { hosts: 'redd.it', rules: [content('**')] },
  ],
  avatar: { width: 256, height: 256, shape: 'circle' },
  banner: { width: 1280, height: 384, avatarOver: 'bottom-left' },
  wikidata: { subreddit: 'P3984', user: 'P4265' },
})
