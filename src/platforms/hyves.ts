import { definePlatform } from './define.ts'
import { account, content, inHost, share } from './grammar.ts'

const pattern = /^[a-z0-9](?:[a-z0-9-]{0,60}[a-z0-9])?$/i

export const hyves = definePlatform({
  id: 'hyves',
  name: 'Hyves',
  words: 'hyves.nl',
  closed: { since: '2013-12-02' },
  handleRule: { pattern, min: 2, max: 62, caseSensitive: false, allowed: 'a-z 0-9 -' },
  forms: { name: { handle: '{}', url: 'https://{}.hyves.nl', pattern, clean: inHost } },
  reserved: 'www m help blog api static cdn',
  sites: [
    { hosts: 'hyves.nl', rules: [share('profielbutton|respect|share/**', 'profilemanage/add/**')] },
    {
      hosts: 'hyves.nl',
      under: ':name',
      except: 'm help blog api static cdn',
      rules: [content("blog|foto's|fotos|photos|videos|weblogs/*/**"), account('**')],
    },
    { hosts: 'hyves-share.nl', rules: [share('**')] },
  ],
  avatar: { width: 200, height: 200, shape: 'square' },
  banner: null,
  wikidata: {},
})
