import { definePlatform } from './define.ts'
import { account, content, type Form, inHost } from './grammar.ts'

const publication: Form = {
  handle: '{}',
  url: 'https://{}.substack.com',
  pattern: /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,60}[A-Za-z0-9])?$/,
  clean: inHost,
}

export const substack = definePlatform({
  id: 'substack',
  name: 'Substack',
  words: 'substack.com',
  handleRule: { pattern: publication.pattern, min: 1, max: 62, caseSensitive: false, allowed: 'a-z 0-9 -' },
  forms: {
    writer: { handle: '@{}', url: 'https://substack.com/@{}', pattern: /^[\w-]{1,60}$/ },
    profile: { handle: 'profile/{}', url: 'https://substack.com/profile/{}', pattern: /^\d{1,12}(?:-[\w.-]{1,80})?$/, owner: 'person' },
    publication,
  },
  reserved: 'www support cdn on api open email substackcdn',
  sites: [
    {
      hosts: 'substack.com',
      rules: [content('@:writer/note|p/**', 'note|p|home|inbox/*/**'), account('@:writer/**', 'profile/:profile/**', 'pub/:publication')],
    },
    { hosts: 'open.substack.com', under: '@', rules: [content('pub/:publication/*/**'), account('pub/:publication')] },
    {
      hosts: 'substack.com',
      under: ':publication',
      except: 'support cdn on api open email reader',
      rules: [content('p|i|note|podcast|cp|chat/*/**'), account('**')],
    },
  ],
  avatar: { width: 256, height: 256, shape: 'circle' },
  banner: null,
  wikidata: {},
})
