import { definePlatform } from './define.ts'
import { account, content, type Form, share } from './grammar.ts'

const home = 'https://www.xing.com/'
const form = (folder: string, more: Partial<Form>): Form => ({
  handle: `${folder}/{}`,
  url: `${home}${folder}/{}`,
  // Slugs may end in a dot: "verein-acme-e.v.".
  pattern: /^[^\s/?#"<>{}]{2,120}$/u,
  ...more,
})

export const xing = definePlatform({
  id: 'xing',
  name: 'XING',
  words: 'xing.com',
  handleRule: { pattern: /^[A-Za-z0-9_]{3,100}$/, min: 3, max: 100, caseSensitive: false, allowed: 'a-z 0-9 _' },
  forms: {
    page: form('pages', { owner: 'organisation' }),
    profile: form('profile', { owner: 'person' }),
    company: form('companies', { owner: 'organisation', doubt: 'needs-resolving' }),
    news: form('news/pages', { owner: 'organisation' }),
    community: form('communities/groups', { kind: 'community' }),
    net: form('net', { kind: 'community' }),
  },
  bare: 'page',
  sites: [
    {
      hosts: 'xing.com',
      under: '@ www {locale}',
      except: 'faq nwx dev',
      skip: /^(?:de|en|fr|es|it|nl|pl)$/,
      rules: [
        share('spi/**', 'social_plugins/share/**', 'app/share/**', 'app/user ?op'),
        account('pages/:page/**', 'profile/:profile/**', 'company|companies/:company/**', 'news/pages/:news/**'),
        account('communities/groups/:community/**', 'net/:net/**'),
        content('news|events|jobs|communities|discover/*/**'),
      ],
    },
  ],
  avatar: { width: 1024, height: 1024, shape: 'circle' },
  banner: { width: 984, height: 333 },
  wikidata: {},
})
