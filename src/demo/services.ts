import { nonsenseNames } from '../discovery/nonsense.ts'
import { demoOrganisation } from './organisation.ts'
import type { DemoPage } from './pages.ts'

const json = { 'content-type': 'application/json; charset=utf-8' }
const html = { 'content-type': 'text/html; charset=utf-8' }

const answer = (url: string, status: number, file: string): DemoPage => ({
  url,
  status,
  headers: file.endsWith('.html') ? html : json,
  file: `profiles/${file}`,
})

/** Names that nobody bears, asked for to see whether a service tells names apart at all. */
const nonsense = nonsenseNames(demoOrganisation.name)
/** Names that can be thought up for the organisation. Of most there is no account. */
const guessed = [
  'wilgenwaard',
  'zorggroepwilgenwaard',
  'zorggroep-wilgenwaard',
  'zgwilgenwaard',
  'zgwilgenwaardnl',
  'wilgenwaardnl',
  'wilgenwaardnederland',
  'wilgenwaard_nl',
  'zg_wilgenwaard',
]
const nobody = [...nonsense, ...guessed]
const searched = [...nonsense, demoOrganisation.name, ...demoOrganisation.aliases, 'ZG Wilgenwaard']

const blueskyApi = 'https://public.api.bsky.app/xrpc/app.bsky.actor.'
const servers = ['mastodon.social', 'mastodon.nl', 'social.overheid.nl', 'social.edu.nl', 'social.network.europa.eu']
const query = (parameters: Record<string, string>) => new URLSearchParams(parameters)

const bluesky: readonly DemoPage[] = [
  ...searched.map((name) => {
    const found = nonsense.includes(name) ? 'nobody' : 'search'
    return answer(`${blueskyApi}searchActors?${query({ limit: '10', q: name })}`, 200, `bluesky/${found}.json`)
  }),
  ...nobody.map((name) => answer(`${blueskyApi}getProfile?${query({ actor: `${name}.bsky.social` })}`, 400, 'bluesky/not-found.json')),
]

const fediverse: readonly DemoPage[] = [
  ...searched.map((name) =>
    answer(`https://mastodon.social/api/v2/search?${query({ limit: '10', q: name, type: 'accounts' })}`, 200, 'mastodon/nobody.json'),
  ),
  ...servers.flatMap((server) =>
    nobody.map((name) => answer(`https://${server}/api/v1/accounts/lookup?${query({ acct: name })}`, 404, 'mastodon/not-found.json')),
  ),
  ...nobody.map((name) => {
    const resource = `acct:${name}@wilgenwaard.example`
    return answer(`https://wilgenwaard.example/.well-known/webfinger?${query({ resource })}`, 404, 'mastodon/not-found.json')
  }),
]

/** A channel of years ago, which nobody thinks of any more and no page links to. */
const forgotten = 'zorggroepwilgenwaard'

const others: readonly DemoPage[] = nobody.flatMap((name) => [
  answer(`https://graph.facebook.com/${name}/picture?redirect=0&type=large`, 404, 'facebook/no-picture.json'),
  answer(`https://www.tiktok.com/oembed?${query({ url: `https://www.tiktok.com/@${name}` })}`, 400, 'tiktok/no-creator.json'),
  answer(`https://t.me/${name}`, 200, `telegram/${name === forgotten ? forgotten : 'nobody'}.html`),
])

/** What platforms answer to whoever searches for the organisation, or asks whether a name exists. */
export const demoServices: readonly DemoPage[] = [...bluesky, ...fediverse, ...others]
