import { z } from 'zod'
import type { Fetcher } from '../../model/fetch.ts'
import { askJson, type ServiceAnswer, troubleOf } from '../service-answer.ts'
import type { About, ExistenceCheck, Hit, NameSearch } from './client.ts'
import { addressesIn, isOurs } from './websites.ts'

/** https://docs.bsky.app/docs/api/app-bsky-actor-get-profile; both calls ask for no login. */
const profile = z.object({
  did: z.string(),
  handle: z.string(),
  displayName: z.string().optional(),
  description: z.string().optional(),
  website: z.string().optional(),
  labels: z.array(z.object({ val: z.string() })).catch([]),
})
const searchAnswer = z.object({ actors: z.array(profile) })

export interface BlueskyOptions {
  readonly appView?: string
  /** The address where a domain says whose it is, given the domain. */
  readonly didOf?: (domain: string) => string
}

const service = 'Bluesky'
const DID = /^did:(?:plc:[a-z2-7]{24}|web:[\w.:%-]{3,200})$/
/** Refusals by name mean that there is no such account to be seen; any other 400 does not. */
const isAbsent = (status: number, text: string) =>
  status === 400 && /Profile not found|Unable to resolve handle|AccountTakedown|AccountDeactivated/.test(text)

export function blueskySearch({
  appView = 'https://public.api.bsky.app',
  didOf = wellKnown,
}: BlueskyOptions = {}): NameSearch & ExistenceCheck {
  const call = (method: string, parameters: Record<string, string>) => `${appView}/xrpc/${method}?${new URLSearchParams(parameters)}`
  const profileOf = (actor: string, fetcher: Fetcher) =>
    askJson(fetcher, { service, url: call('app.bsky.actor.getProfile', { actor }), schema: profile, isAbsent })
  return {
    platform: 'bluesky',
    service,
    async find(name, about, fetcher) {
      const url = call('app.bsky.actor.searchActors', { limit: '10', q: name })
      const asked = await askJson(fetcher, { service, url, schema: searchAnswer })
      return asked.kind === 'seen' ? { ...asked, value: asked.value.actors.map((one) => hitOf(one, about)) } : asked
    },
    takes: (handle) => handle.includes('.'),
    async check(handle, about, fetcher) {
      const named = await profileOf(handle, fetcher)
      if (named.kind === 'seen') return { ...named, value: hitOf(named.value, about) }
      if (named.kind === 'trouble' || handle !== about.domain) return named
      return byDomain(handle, about, fetcher)
    },
  }

  /** The domain's own word for it: the account may not use the domain as its handle yet. */
  async function byDomain(domain: string, about: About, fetcher: Fetcher): Promise<ServiceAnswer<Hit>> {
    const fetched = await fetcher.get(didOf(domain), { accept: 'any', maxBytes: 10_000 })
    const { at, record } = fetched
    if (fetched.kind === 'missing') return { kind: 'absent', at, record }
    if (fetched.kind !== 'page') return troubleOf(domain, fetched)
    const did = fetched.text.trim()
    // Many sites answer every address with a page of their own.
    if (!DID.test(did)) return { kind: 'absent', at, record }
    const named = await profileOf(did, fetcher)
    return named.kind === 'seen' ? { ...named, value: { ...hitOf(named.value, about), proof: 'domain-handle' } } : named
  }
}

const wellKnown = (domain: string): string => `https://${domain}/.well-known/atproto-did`

function hitOf({ handle, displayName, description, website, labels }: z.infer<typeof profile>, about: About): Hit {
  const proof = isOurs(`https://${handle}`, about)
    ? 'domain-handle'
    : [website, ...addressesIn(description)].some((url) => isOurs(url, about))
      ? 'names-our-site'
      : null
  // The owner asks not to be shown to who is not logged in: that it exists is said, what it says is not.
  const hidden = labels.some(({ val }) => val === '!no-unauthenticated')
  const quote = hidden ? handle : [displayName, handle, description].filter(Boolean).join(' · ')
  return { handle, displayName: hidden ? null : displayName || null, quote, proof }
}
