import { definePlatform } from './define.ts'
import { account, content, type Form, unresolved } from './grammar.ts'

const group: Form = {
  handle: '{}',
  url: 'https://www.meetup.com/{}',
  pattern: /^[\p{L}\p{N}_-]{3,80}$/u,
  kind: 'community',
  owner: 'organisation',
}

export const meetup = definePlatform({
  id: 'meetup',
  name: 'Meetup',
  words: 'meetup.com',
  handleRule: { pattern: group.pattern, min: 3, max: 80, caseSensitive: false, allowed: 'letters, figures, _ -' },
  forms: {
    pro: { handle: 'pro/{}', url: 'https://www.meetup.com/pro/{}', pattern: group.pattern, kind: 'community', owner: 'organisation' },
    member: { handle: 'members/{}', url: 'https://www.meetup.com/members/{}', pattern: /^\d{1,12}$/, owner: 'person' },
    group,
  },
  reserved: `find cities topics apps help about pro members login register create privacy terms blog jobs meetup_api api home settings
    account messages notifications pricing careers press lp media your-events start events discover`,
  sites: [
    {
      hosts: 'meetup.com',
      skip: /^[a-z]{2}-[a-z]{2}$/i,
      rules: [account('pro/:pro/**', 'members/:member/**'), content(':group/events/*/**'), account(':group/**')],
    },
    { hosts: 'meetu.ps', rules: [unresolved('**')] },
  ],
  avatar: { width: 600, height: 338, shape: 'rounded-square' },
  banner: { width: 1200, height: 675 },
  wikidata: { group: 'P6228' },
})
