import { definePlatform } from './define.ts'
import { account, content, type Form, share, unresolved } from './grammar.ts'

const url = 'https://bsky.app/profile/{}'
const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?'
const name: Form = { handle: '{}', url, pattern: new RegExp(`^(?=.{4,253}$)(?:${label}\\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$`, 'i') }

export const bluesky = definePlatform({
  id: 'bluesky',
  name: 'Bluesky',
  words: 'bsky bsky.app atproto bluesky.social',
  handleRule: { pattern: name.pattern, min: 4, max: 253, caseSensitive: false, allowed: 'a domain: a-z 0-9 - .' },
  forms: {
    did: { handle: '{}', url, pattern: /^did:(?:plc:[a-z2-7]{24}|web:[\w.:%-]{3,200})$/, caseSensitive: true },
    subdomain: { handle: '{}.bsky.social', url: 'https://bsky.app/profile/{}.bsky.social', pattern: new RegExp(`^${label}$`, 'i') },
    name,
  },
  sites: [
    {
      hosts: 'bsky.app bsky.dev',
      under: '*',
      except: 'docs cdn api public.api video status',
      rules: [
        content('profile/:did/*/*/**', 'profile/:name/post|feed|lists|labeler/**', 'profile/*/post|feed|lists/**', 'embed/:did/**'),
        content('starter-pack/:name/**', 'starter-pack|start/**'),
        account('profile/:did/**', 'profile/:name/**'),
        share('intent/compose/**'),
      ],
    },
    { hosts: 'go.bsky.app', under: '@', rules: [unresolved('**')] },
    { hosts: 'bsky.social', under: ':subdomain', except: 'www staging docs api status', rules: [account('**')] },
  ],
  // https://docs.bsky.app/docs/api/app-bsky-actor-get-profile
  publicApi: ({ handle }) => `https://public.api.bsky.app/xrpc/app.bsky.actor.getProfile?${new URLSearchParams({ actor: handle })}`,
  avatar: { width: 400, height: 400, shape: 'circle' },
  banner: { width: 1500, height: 500, avatarOver: 'bottom-left' },
  wikidata: { name: 'P12361' },
})
