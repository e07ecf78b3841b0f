import { lookup as systemLookup } from 'node:dns/promises'
import type { LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'
import { CaptureFailure } from './failure.ts'

/** Decides which addresses may be connected to. Everything that opens a socket asks it, on every hop. */
export interface AddressGuard {
  /** @throws CaptureFailure `bad-address` for a port or scheme, `private-address` for an address written as a number */
  check(url: URL): void
  /** Name resolution that gives public addresses only, for connections to this port. */
  lookupFor(port: number): LookupFunction
}

export interface AddressGuardOptions {
  /** Exact host and port pairs that are exempt, for tests and development. Nothing is by default. */
  readonly allow?: (host: string, port: number) => boolean
  /** Addresses of a name; the system's resolver by default. */
  readonly resolve?: (host: string) => Promise<readonly string[]>
}

export function createAddressGuard({ allow = () => false, resolve = systemResolve }: AddressGuardOptions = {}): AddressGuard {
  return {
    check(url) {
      if (url.protocol !== 'http:' && url.protocol !== 'https:')
        throw new CaptureFailure('bad-address', `${url.protocol} is not http or https`)
      const port = portOf(url)
      const host = hostOf(url)
      if (allow(host, port)) return
      if (port !== 80 && port !== 443) throw new CaptureFailure('bad-address', `port ${port} is not a port of the web`)
      if (!isPublicHost(host)) throw new CaptureFailure('private-address', `${host} is not a public address`)
    },
    lookupFor: (port) => (host, options, done) => {
      addressesOf(host, port).then(
        (addresses) => answerLookup(addresses, options, done),
        (error: NodeJS.ErrnoException) => done(error, []),
      )
    },
  }

  async function addressesOf(host: string, port: number): Promise<readonly string[]> {
    const addresses = await resolve(host)
    if (addresses.length === 0) throw new CaptureFailure('dns', `${host} has no address`)
    const permitted = allow(host, port) ? addresses : addresses.filter(isPublicAddress)
    if (permitted.length === 0)
      throw new CaptureFailure('private-address', `${host} leads to ${addresses[0]}, which is not a public address`)
    return permitted
  }
}

async function systemResolve(host: string): Promise<string[]> {
  return (await systemLookup(host, { all: true })).map(({ address }) => address)
}

function answerLookup(
  addresses: readonly string[],
  options: { all?: boolean; family?: unknown },
  done: Parameters<LookupFunction>[2],
): void {
  const list = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
  const first = list.find(({ family }) => family === options.family) ?? list[0]
  if (options.all) done(null, list)
  else done(null, first?.address ?? '', first?.family)
}

/** The port an address asks for, its scheme's own when it names none. */
export function portOf(url: URL): number {
  return Number(url.port) || (url.protocol === 'https:' ? 443 : 80)
}

/** The host without the brackets of IPv6 and without a last dot. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')
}

function isPublicHost(host: string): boolean {
  if (host === 'localhost' || host.endsWith('.localhost')) return false
  return !ipaddr.isValid(host) || isPublicAddress(host)
}

// Public by number, private by use: the service address of every machine at one cloud provider.
const serviceAddresses = new Set(['168.63.129.16'])

/** Whether an address belongs to the public internet; IPv6 forms that carry an IPv4 address never do. */
function isPublicAddress(text: string): boolean {
  const bare = text.replace(/%.*$/, '')
  if (!ipaddr.isValid(bare)) return false
  const address = ipaddr.parse(bare)
  if (address.range() !== 'unicast') return false
  // Of IPv6 only 2000::/3 is handed out as global unicast (RFC 4291, IANA).
  if (address instanceof ipaddr.IPv6) return ((address.parts[0] ?? 0) & 0xe000) === 0x2000
  return !serviceAddresses.has(address.toString())
}
