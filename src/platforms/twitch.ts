import { definePlatform } from './define.ts'
import { account, content, type Form } from './grammar.ts'

const name: Form = { handle: '{}', url: 'https://www.twitch.tv/{}', pattern: /^[A-Za-z0-9][A-Za-z0-9_]{1,24}$/ }

export const twitch = definePlatform({
  id: 'twitch',
  name: 'Twitch',
  words: 'twitch.tv',
  handleRule: { pattern: /^[a-z0-9][a-z0-9_]{2,24}$/i, min: 3, max: 25, caseSensitive: false, allowed: 'a-z 0-9 _' },
  forms: { team: { handle: 'team/{}', url: 'https://www.twitch.tv/team/{}', pattern: /^[\w-]{1,50}$/, kind: 'community' }, name },
  reserved: `directory videos p downloads jobs store turbo settings subscriptions login signup logout search collections embed popout
    moderator u docs gql user friends inventory wallet drops prime bits team teams privacy terms about broadcast dashboard
    messages products redeem checkout event events payments partner activate annual-recap username s`,
  sites: [
    {
      hosts: 'twitch.tv',
      under: '@ www m go {locale}',
      except: 'dev id api gql link',
      rules: [
        account('team/:team/**', 'popout|embed|moderator|u/:name/**'),
        content(':name/clip|v|video/*/**', 'videos|collections|event|events/*/**'),
        account(':name/**'),
      ],
    },
    { hosts: 'player.twitch.tv embed.twitch.tv', under: '@', rules: [content('** ?channel=:name', '**')] },
    { hosts: 'clips.twitch.tv', under: '@', rules: [content('*/**')] },
  ],
  avatar: { width: 600, height: 600, shape: 'circle' },
  banner: { width: 1200, height: 480 },
  wikidata: { name: 'P5797' },
})
