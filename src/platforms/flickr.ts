import { definePlatform } from './define.ts'
import { account, content, type Form, unresolved } from './grammar.ts'

const url = 'https://www.flickr.com/photos/{}'
const name: Form = { handle: '{}', url, pattern: /^(?!(?:tags|upload|organize|friends|me)$)[\w.-]{2,60}$/i }

export const flickr = definePlatform({
  id: 'flickr',
  name: 'Flickr',
  words: 'flickr.com flikr',
  handleRule: { pattern: /^[a-z0-9_-]{2,32}$/i, min: 2, max: 32, caseSensitive: false, allowed: 'a-z 0-9 _ -' },
  forms: {
    nsid: { handle: '{}', url, pattern: /^\d{4,12}@N\d{2}$/i },
    group: { handle: 'groups/{}', url: 'https://www.flickr.com/groups/{}', pattern: /^[\w@.-]{2,60}$/, kind: 'community' },
    name,
  },
  reserved: `photos people groups explore search cameras apps services help about jobs account signin signup login logout upgrade commons
    galleries creativecommons map places tools prints photosof settings mail recent invite images comment photostream.gne
    hermes_error_beacon.gne beacon_client_api_timings.gne events get-the-most a upload create trending new blog fragment.gne
    report_abuse beta cgi-bin x explore.gne show.gne slideshow tags organize friends me`,
  sites: [
    {
      hosts: 'flickr.com',
      under: '@ www m secure {locale}',
      except: 'api',
      rules: [
        account('groups/:group/**'),
        content('photos|people/:nsid/sets|albums|galleries|collections/*/**', 'photos|people/:name/sets|albums|galleries|collections/*/**'),
        account('photos|people/:nsid', 'photos|people/:name', 'x/t/*/photos|people/:nsid', 'x/t/*/photos|people/:name'),
        account('photos|people/:nsid/albums|sets|galleries|collections|favorites|groups|stats|about|archives|tags|with/**'),
        account('photos|people/:name/albums|sets|galleries|collections|favorites|groups|stats|about|archives|tags|with/**'),
        content('photos|people/:nsid/*/**', 'photos|people/:name/*/**'),
        account(':nsid', ':name'),
      ],
    },
    { hosts: 'flic.kr', rules: [content('p/**'), unresolved('**')] },
  ],
  avatar: { width: 300, height: 300, shape: 'circle' },
  banner: { width: 2048, height: 492, avatarOver: 'bottom-left' },
  wikidata: { nsid: 'P3267' },
})
