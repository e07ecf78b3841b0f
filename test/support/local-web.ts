import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** An organisation of the local web, and what is true of it. */
export interface LocalOrganisation {
  readonly name: string
  readonly website: string
  /** Keys of the accounts that its site names, sorted: no other account is there to be found. */
  readonly accounts: readonly string[]
  /** Addresses of its pages. */
  readonly pages: readonly string[]
}

export interface LocalWeb {
  readonly organisations: readonly LocalOrganisation[]
  /** For `EENLIJN_ALLOW_PRIVATE`. */
  readonly allowed: string
  /** How many requests it answered so far. */
  answered(): number
  stop(): Promise<void>
}

const kinds = ['Museum', 'Stichting', 'Zorghuis', 'Theater', 'Bibliotheek', 'Sportclub', 'Kinderboerderij', 'Muziekschool']
const places = ['Elzenhof', 'Kraanvogel', 'Wielewaal', 'Rietkade', 'Zandplaat', 'Merelveld', 'Lindeborg', 'Otterlaan', 'Duinroos']

/** Addresses of accounts, and what their keys begin with: every organisation has three to five of them, on platforms that differ. */
const profiles: readonly (readonly [prefix: string, address: (handle: string) => string])[] = [
  ['instagram:', (handle) => `https://www.instagram.com/${handle}/`],
  ['facebook:', (handle) => `https://www.facebook.com/${handle}`],
  ['youtube:@', (handle) => `https://www.youtube.com/@${handle}`],
  ['tiktok:', (handle) => `https://www.tiktok.com/@${handle}`],
  ['x:', (handle) => `https://x.com/${handle}`],
  ['threads:', (handle) => `https://www.threads.com/@${handle}`],
  ['pinterest:', (handle) => `https://www.pinterest.com/${handle}/`],
  ['telegram:', (handle) => `https://t.me/${handle}`],
]

const paths = ['/', '/contact', '/over-ons', '/nieuws', '/steun-ons']
const words = 'Wij zijn er voor iedereen uit de buurt, van jong tot oud, en de koffie staat elke ochtend klaar. '

/**
 * A web of small sites on this machine, each on an address of its own (127.1.0.1 and on, all of one port), that answer after
 * `latencyMs`. What an organisation is called and which accounts it has follows from its number alone.
 */
export async function startLocalWeb({ size, latencyMs = 0 }: { size: number; latencyMs?: number }): Promise<LocalWeb> {
  let answered = 0
  const server = createServer(async (request, response) => {
    if (latencyMs > 0) await sleep(latencyMs)
    answered++
    const page = pageOf(numberOf(request.headers.host ?? ''), request.url ?? '/')
    response.writeHead(page === null ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' })
    response.end(page ?? '<h1>Niet gevonden</h1>')
  })
  await new Promise<void>((ready) => server.listen(0, '0.0.0.0', ready))
  const { port } = server.address() as AddressInfo
  const numbers = Array.from({ length: size }, (_, number) => number)
  return {
    organisations: numbers.map((number) => organisationOf(number, port)),
    allowed: numbers.map((number) => `${addressOf(number)}:${port}`).join(','),
    answered: () => answered,
    async stop() {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

const addressOf = (number: number): string => `127.1.${Math.floor(number / 250)}.${(number % 250) + 1}`

function numberOf(host: string): number {
  const [, , high = '0', low = '1'] = (host.split(':')[0] ?? '').split('.')
  return Number(high) * 250 + Number(low) - 1
}

const nameOf = (number: number): string =>
  `${kinds[number % kinds.length]} ${places[Math.floor(number / kinds.length) % places.length]} ${number + 1}`

/** At most 15 characters: the shortest limit of the platforms. */
const handleOf = (number: number): string => nameOf(number).split(' ').slice(1).join('').toLowerCase()

function accountsOf(number: number): { key: string; url: string }[] {
  const handle = handleOf(number)
  return Array.from({ length: 3 + (number % 3) }, (_, n) => {
    const [prefix, address] = profiles[(number * 3 + n) % profiles.length] as (typeof profiles)[number]
    return { key: `${prefix}${handle}`, url: address(handle) }
  })
}

function organisationOf(number: number, port: number): LocalOrganisation {
  const origin = `http://${addressOf(number)}:${port}`
  return {
    name: nameOf(number),
    website: `${origin}/`,
    accounts: accountsOf(number)
      .map(({ key }) => key)
      .sort(),
    pages: paths.map((path) => `${origin}${path}`),
  }
}

function pageOf(number: number, path: string): string | null {
  if (!paths.includes(path)) return null
  const name = nameOf(number)
  const menu = paths.map((to) => `<a href="${to}">${to === '/' ? 'Home' : to.slice(1)}</a>`).join(' ')
  const links = accountsOf(number).map(({ url }) => `<a href="${url}">Volg ${name}</a>`)
  return `<!doctype html><html lang="nl"><head><title>${name}</title></head><body><header><nav>${menu}</nav></header>
<main><h1>${name}</h1><p>${words.repeat(3)}</p></main><footer>${links.join(' ')}</footer></body></html>`
}
