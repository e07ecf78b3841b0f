import { definePlatform } from './define.ts'
import { account, content, type Form, page, share } from './grammar.ts'

// Slugs hold every script, ampersands, dots and soft hyphens; what they never hold is markup.
const slug = /^[^\s/?{}<>"`|\\^]{1,100}$/u
const home = 'https://www.linkedin.com/'

const organisation = (folder: string): Form => ({
  handle: `${folder}/{}`,
  url: `${home}${folder}/{}`,
  pattern: slug,
  owner: 'organisation',
})
const organisationId = (folder: string): Form => ({ ...organisation(folder), pattern: /^\d{1,20}$/, doubt: 'needs-resolving' })
const person = (folder: string, pattern: RegExp): Form => ({ handle: `${folder}{}`, url: `${home}${folder}{}`, pattern, owner: 'person' })

export const linkedin = definePlatform({
  id: 'linkedin',
  name: 'LinkedIn',
  words: 'linkedin.com linked lnkd',
  handleRule: {
    pattern: /^[\p{L}\p{M}\p{N}_'’%&.,+–—()（）©®™!*-]{2,100}$/u,
    min: 2,
    max: 100,
    caseSensitive: false,
    allowed: 'a-z 0-9 -, letters of every script',
  },
  forms: {
    companyId: organisationId('company'),
    company: organisation('company'),
    schoolId: organisationId('school'),
    school: organisation('school'),
    showcase: organisation('showcase'),
    group: { handle: 'groups/{}', url: `${home}groups/{}`, pattern: /^(?:[^\s/]*-)?(\d{3,20})$/, kind: 'community' },
    namedGroup: { handle: 'groups/{}', url: `${home}groups/{}`, pattern: slug, kind: 'community' },
    in: person('in/', slug),
    pub: { ...person('pub/', /^[^\s/]{1,120}(?:\/[0-9a-z]{1,5}){0,3}$/i), doubt: 'needs-resolving' },
    view: { ...person('profile/view?id=', /^[\w-]{1,80}$/), caseSensitive: true, doubt: 'needs-resolving' },
    sales: { ...person('sales/people/', /^[\w,-]{1,80}$/), caseSensitive: true, doubt: 'needs-resolving' },
  },
  bare: 'company',
  sites: [
    {
      hosts: 'linkedin.com linkedin.cn',
      under: '*',
      except: `platform static media px px.ads snap dms api help blog developer developers engineering members badges brand legal press
        news about careers learning`,
      skip: /^(?:mwlite|m)$/,
      rules: [
        page('company/setup|unavailable|login/**', 'in/unavailable|edit/**', 'pub/dir/**', 'edu/alumni|rankings/**'),
        account('company|companies|company-beta|organization/:companyId/**', 'company|companies|company-beta|organization/:company/**'),
        account('organization-guest/company/:companyId/**', 'organization-guest/company/:company/**', 'sales/company/:companyId/**'),
        account('school/:schoolId/**', 'school/:school/**', 'edu/school ?id=:schoolId', 'edu/school/:school/**', 'edu/:school'),
        account('showcase/:showcase/**', 'organization-guest/showcase/:showcase/**', 'organization-guest/school/:school/**'),
        account('in/:in/**', 'pub/:pub+', 'profile/view ?id=:view', 'sales/people|lead/:sales/**'),
        account(
          'groups/** ?gid=:group',
          'groups|grp/:group/**',
          'groups|grp/:namedGroup/**',
          'grps ?gid=:group',
          'groupregistration|groupitem ?gid=:group',
        ),
        share('sharearticle/**', 'share/**', 'sharing/**', 'cws/**', 'feed/** ?shareactive', 'post/new'),
        content('posts|pulse|newsletters|events|video|learning/*/**', 'feed|embed/**', 'today/author/**'),
      ],
    },
  ],
  avatar: { width: 400, height: 400, shape: 'rounded-square' },
  banner: { width: 1128, height: 191, avatarOver: 'bottom-left' },
  wikidata: { company: 'P4264', in: 'P6634' },
})
