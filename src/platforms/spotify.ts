import { definePlatform } from './define.ts'
import { account, content, type Form, unresolved } from './grammar.ts'

const base62 = /^[A-Za-z0-9]{22}$/
const form = (folder: string, pattern: RegExp, more: Partial<Form>): Form => ({
  handle: `${folder}/{}`,
  url: `https://open.spotify.com/${folder}/{}`,
  pattern,
  ...more,
})

export const spotify = definePlatform({
  id: 'spotify',
  name: 'Spotify',
  words: 'spotify.com open.spotify.com',
  handleRule: { pattern: base62, min: 22, max: 22, caseSensitive: true, allowed: 'A-Z a-z 0-9' },
  forms: {
    artist: form('artist', base62, { caseSensitive: true }),
    show: form('show', base62, { caseSensitive: true, owner: 'organisation' }),
    user: form('user', /^[^\s/?#]{1,100}$/u, {}),
    podcast: {
      handle: 'pod/show/{}',
      url: 'https://creators.spotify.com/pod/show/{}',
      pattern: /^[\w.-]{1,100}$/,
      owner: 'organisation',
      doubt: 'needs-resolving',
    },
  },
  sites: [
    {
      hosts: 'open.spotify.com play.spotify.com',
      under: '@',
      skip: /^intl-[a-z-]{2,5}$/,
      rules: [
        content('user/:user/playlist/**', 'embed|embed-podcast/show/:show/**', 'embed|embed-podcast/artist/:artist/**'),
        account('artist/:artist/**', 'show/:show/**', 'user/:user/**'),
        content('track|album|playlist|episode|embed|embed-podcast|audiobook|concert|prerelease|chapter/**'),
      ],
    },
    { hosts: 'shop.spotify.com', under: '@', skip: /^[a-z]{2}(?:-[a-z]{2})?$/, rules: [account('artist/:artist/**')] },
    {
      hosts: 'creators.spotify.com podcasters.spotify.com anchor.fm',
      under: '@ www',
      rules: [content('pod/show/:podcast/episodes/**', 'pod/show/:podcast/embed/**'), account('pod/show|profile/:podcast/**')],
    },
    { hosts: 'spoti.fi spotify.link', rules: [unresolved('**')] },
    { hosts: 'spotify.com', under: '@ www', rules: [] },
  ],
  avatar: { width: 750, height: 750, shape: 'circle' },
  banner: { width: 2660, height: 1140 },
  wikidata: { artist: 'P1902', show: 'P5916', user: 'P11625' },
})
