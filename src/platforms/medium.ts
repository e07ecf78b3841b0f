import { definePlatform } from './define.ts'
import { account, content, type Form, share, unresolved } from './grammar.ts'

const writer: Form = { handle: '@{}', url: 'https://medium.com/@{}', pattern: /^[\w.-]{1,60}$/ }
const tabs = 'about|followers|following|lists|latest|archive|subscribe|membership'

export const medium = definePlatform({
  id: 'medium',
  name: 'Medium',
  words: 'medium.com',
  handleRule: { pattern: /^[a-z0-9_.-]{1,30}$/i, min: 1, max: 30, caseSensitive: false, allowed: 'a-z 0-9 _ . -' },
  forms: {
    writer,
    writerId: { handle: 'u/{}', url: 'https://medium.com/u/{}', pattern: /^[0-9a-f]{8,14}$/, doubt: 'needs-resolving' },
    // A writer's own sub-domain, or since 2020 a publication's: the address does not tell.
    subdomain: { ...writer, pattern: /^[a-z0-9](?:[a-z0-9-]{0,60}[a-z0-9])?$/i, doubt: 'needs-resolving' },
    publication: { handle: '{}', url: 'https://medium.com/{}', pattern: /^[a-z0-9](?:[a-z0-9-]{1,60}[a-z0-9])$/i, owner: 'organisation' },
  },
  reserved: `m p me u tag tags topic topics search explore-topics membership plans about business creators jobs-at-medium policy new-story
    feed media r sitemap collections browse series oembed verify signin gift partner-program earn jobs blog users v2 v3 _
    friendlinks dashboard lists help terms privacy`,
  sites: [
    {
      hosts: 'medium.com',
      rules: [
        account('u/:writerId', '@:writer', `@:writer/${tabs}/**`, 'feed/@:writer', 'feed/:publication'),
        content('@:writer/*/**', 'p/**'),
        share('new-story/**'),
        account(':publication', `:publication/${tabs}/**`),
        content(':publication/*/**'),
      ],
    },
    { hosts: 'link.medium.com', under: '@', rules: [unresolved('**')] },
    {
      hosts: 'medium.com',
      under: ':subdomain',
      except: 'help policy blog miro cdn-client cdn-images-1 about api glyph status link',
      rules: [account(`${tabs}/**`), content('*/**'), account('**')],
    },
  ],
  avatar: { width: 400, height: 400, shape: 'circle' },
  banner: { width: 1500, height: 750 },
  wikidata: { writer: 'P3899' },
})
