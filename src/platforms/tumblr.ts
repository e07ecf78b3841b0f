import { definePlatform } from './define.ts'
import { account, content, type Form, inHost, page, share, unresolved } from './grammar.ts'

const pattern = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,30}[A-Za-z0-9])?$/
const blog: Form = { handle: '{}', url: 'https://{}.tumblr.com', pattern, clean: inHost }

export const tumblr = definePlatform({
  id: 'tumblr',
  name: 'Tumblr',
  words: 'tumblr.com',
  handleRule: { pattern, min: 1, max: 32, caseSensitive: false, allowed: 'a-z 0-9 -' },
  forms: { blog },
  reserved: `dashboard explore search login register tagged share widgets blog policy about apps settings live communities customize docs
    developers help inbox likes following new themes jobs press logo oauth oembed post privacy security spotlight support
    tips tumblrmart messaging activity edit svc api radar day abuse buttons js follow
    www assets embed platform px media static safe secure staff mx t srvcs`,
  sites: [
    {
      hosts: 'tumblr.com',
      rules: [
        share('share/**', 'widgets/share/**'),
        account('blog/view/:blog', 'blog/:blog', 'follow/:blog', 'dashboard/blog/:blog'),
        content('blog/view/:blog/*/**', 'dashboard/blog/:blog/*/**'),
        page('tagged/**'),
        account(':blog', ':blog/archive|about|likes|following'),
        content(':blog/*/**'),
      ],
    },
    {
      hosts: 'tumblr.com',
      under: ':blog',
      except: 'api assets help embed platform px media static safe secure staff t mx srvcs cdn',
      rules: [content('post|image|video|day|tagged|private/**'), account('**')],
    },
    { hosts: 'tmblr.co', rules: [unresolved('**')] },
  ],
  avatar: { width: 512, height: 512, shape: 'square' },
  banner: { width: 3000, height: 1055 },
  wikidata: { blog: 'P3943' },
})
