import { z } from 'zod'
import { classifyUrl } from '../../platforms/classify.ts'
import { askJson } from '../service-answer.ts'
import type { About, ExistenceCheck, Hit, NameSearch } from './client.ts'
import { addressesIn, isOurs, plainText } from './websites.ts'

/** https://docs.joinmastodon.org/methods/accounts/#lookup; anonymous unless the server is in limited mode (401). */
const account = z.object({
  acct: z.string(),
  display_name: z.string().catch(''),
  note: z.string().catch(''),
  url: z.string(),
  fields: z.array(z.object({ value: z.string().catch(''), verified_at: z.string().nullish().catch(null) })).catch([]),
  suspended: z.boolean().optional(),
})
const searchAnswer = z.object({ accounts: z.array(account) })
/** RFC 7033. */
const finger = z.object({
  subject: z.string().catch(''),
  links: z.array(z.object({ rel: z.string(), type: z.string().optional(), href: z.string().optional() })).catch([]),
})

/** Servers where organisations of the Netherlands, Flanders and Europe gather, beside their own. */
const knownServers: readonly string[] = [
  'mastodon.social',
  'mastodon.nl',
  'social.overheid.nl',
  'social.edu.nl',
  'social.network.europa.eu',
]

export interface FediverseOptions {
  readonly servers?: readonly string[]
  /** The web address of a server, given its name. */
  readonly origin?: (server: string) => string
}

const toOrigin = (server: string): string => `https://${server}`

const notThere = (status: number) => status === 404 || status === 410

/** Searches names on one large server, which knows accounts of many others. https://docs.joinmastodon.org/methods/search/#v2 */
export function fediverseSearch({
  server = 'mastodon.social',
  origin = toOrigin,
}: { readonly server?: string } & FediverseOptions = {}): NameSearch {
  return {
    platform: 'mastodon',
    service: 'Mastodon',
    async find(name, about, fetcher) {
      const url = `${origin(server)}/api/v2/search?${new URLSearchParams({ limit: '10', q: name, type: 'accounts' })}`
      const asked = await askJson(fetcher, { service: server, url, schema: searchAnswer })
      if (asked.kind !== 'seen') return asked
      return { ...asked, value: asked.value.accounts.map((one) => hitOf(one, nameOn(server, one.acct), about)) }
    },
  }
}

/** Accounts of the server itself are named without it. */
const nameOn = (server: string, acct: string): string => `@${acct.includes('@') ? acct : `${acct}@${server}`}`

/** Looks an account up on a known server, or by WebFinger on the organisation's own domain. */
export function fediverseCheck({ servers = knownServers, origin = toOrigin }: FediverseOptions = {}): ExistenceCheck {
  return {
    platform: 'mastodon',
    service: 'Mastodon',
    takes: (handle) => splitName(handle) !== null,
    alsoAsk(handle) {
      const { user, server } = splitName(handle) ?? { user: '', server: '' }
      return server === servers[0] ? servers.slice(1).map((other) => `@${user}@${other}`) : []
    },
    async check(handle, about, fetcher) {
      const { user, server } = splitName(handle) ?? { user: handle, server: '' }
      if (!servers.includes(server)) {
        const url = `${origin(server)}/.well-known/webfinger?${new URLSearchParams({ resource: `acct:${user}@${server}` })}`
        // Sites without the Fediverse refuse the path or answer it with a page: no WebFinger is no account there.
        const asked = await askJson(fetcher, {
          service: server,
          url,
          schema: finger,
          isAbsent: (status) => notThere(status) || status === 400,
        })
        return asked.kind === 'seen' ? fingered(asked, handle, server, about) : asked
      }
      const url = `${origin(server)}/api/v1/accounts/lookup?${new URLSearchParams({ acct: user })}`
      const asked = await askJson(fetcher, { service: server, url, schema: account, isAbsent: notThere })
      if (asked.kind !== 'seen') return asked
      if (asked.value.suspended) return { kind: 'absent', at: asked.at, record: asked.record }
      return { ...asked, value: hitOf(asked.value, handle, about) }
    },
  }
}

/** `@user@server.example` in its parts. */
function splitName(handle: string): { user: string; server: string } | null {
  const [user, server, ...rest] = handle.replace(/^@/, '').split('@')
  return user && server?.includes('.') && rest.length === 0 ? { user, server } : null
}

type Seen<T> = { readonly kind: 'seen'; readonly value: T; readonly at: string; readonly record: string | null }

function fingered(asked: Seen<z.infer<typeof finger>>, handle: string, server: string, about: About) {
  const profile = asked.value.links.find(({ rel }) => rel === 'http://webfinger.net/rel/profile-page')?.href
  const isActor = asked.value.links.some(({ rel, type }) => rel === 'self' && type?.includes('activity+json'))
  // WebFinger serves mail and logins too: without an actor or a profile it names no account of the Fediverse.
  if (profile === undefined && !isActor) return { kind: 'absent', at: asked.at, record: asked.record } as const
  const proof = isOurs(`https://${server}`, about) ? ('domain-handle' as const) : null
  const hit: Hit = { handle, displayName: null, quote: [asked.value.subject, profile].filter(Boolean).join(' · '), proof }
  return { ...asked, value: hit }
}

function hitOf({ display_name, note, url, fields }: z.infer<typeof account>, asked: string, about: About): Hit {
  const verified = fields.some(({ value, verified_at }) => verified_at && addressesIn(value).some((one) => isOurs(one, about)))
  const named = [...fields.map(({ value }) => value), note].some((text) => addressesIn(text).some((one) => isOurs(one, about)))
  // The server writes the handle as it is; the one asked may differ in capitals.
  const handle = classifyUrl(url, { fediverse: true }).handle ?? asked
  const quote = [display_name, handle, plainText(note)].filter(Boolean).join(' · ')
  return { handle, displayName: display_name || null, quote, proof: verified ? 'verified-link' : named ? 'names-our-site' : null }
}
