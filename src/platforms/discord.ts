import { definePlatform } from './define.ts'
import { account, type Form, page, unresolved } from './grammar.ts'

const invite: Form = {
  handle: '{}',
  url: 'https://discord.gg/{}',
  pattern: /^[A-Za-z0-9-]{2,64}$/,
  kind: 'community',
  caseSensitive: true,
}

export const discord = definePlatform({
  id: 'discord',
  name: 'Discord',
  words: 'discord.gg discord.com discordapp discordserver',
  handleRule: { pattern: invite.pattern, min: 2, max: 64, caseSensitive: true, allowed: 'A-Z a-z 0-9 -' },
  forms: {
    user: { handle: 'users/{}', url: 'https://discord.com/users/{}', pattern: /^\d{17,20}$/, owner: 'person' },
    server: { handle: 'channels/{}', url: 'https://discord.com/channels/{}', pattern: /^\d{17,20}$/, kind: 'community' },
    listing: { handle: 'servers/{}', url: 'https://discord.com/servers/{}', pattern: /^[\w-]{2,120}$/, kind: 'community' },
    invite,
  },
  sites: [
    { hosts: 'discord.gg', rules: [account('invite/:invite', ':invite/**')] },
    {
      hosts: 'discord.com discordapp.com',
      under: '@ www ptb canary',
      rules: [account('invite|invites/:invite/**', 'servers/:listing/**', 'users/:user', 'channels/:server/**'), page('**')],
    },
    {
      hosts: 'discord.me discord.io invite.gg discord.link dsc.gg',
      rules: [page('about|privacy|terms|login|servers/**'), unresolved('**')],
    },
  ],
  avatar: { width: 512, height: 512, shape: 'rounded-square' },
  banner: { width: 960, height: 540 },
  wikidata: { invite: 'P9078' },
})
