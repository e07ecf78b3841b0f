import { connect } from 'node:net'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createAddressGuard } from '../../src/capture/address-guard.ts'
import { CaptureFailure, failureOf } from '../../src/capture/failure.ts'
import { startSite } from '../support/site.ts'

const guard = createAddressGuard()

function verdict(address: string): string {
  try {
    guard.check(new URL(address))
    return 'allowed'
  } catch (thrown) {
    return failureOf(thrown).reason
  }
}

describe('an address written as a number', () => {
  it.each([
    ['loopback', '127.0.0.1'],
    ['loopback, short', '127.1'],
    ['decimal', '2130706433'],
    ['octal', '0177.0.0.1'],
    ['hexadecimal', '0x7f000001'],
    ['mixed', '0x7f.0.0.01'],
    ['a private network', '10.1.2.3'],
    ['a private network', '172.16.0.1'],
    ['a private network', '192.168.1.1'],
    ['this network', '0.0.0.0'],
    ['link-local, with the metadata of cloud machines', '169.254.169.254'],
    ['a service address of a cloud provider', '168.63.129.16'],
    ['carrier-grade NAT', '100.64.0.1'],
    ['multicast', '224.0.0.1'],
    ['broadcast', '255.255.255.255'],
    ['reserved', '240.0.0.1'],
    ['benchmarking', '198.18.0.1'],
    ['documentation', '192.0.2.1'],
    ['IPv6 loopback', '[::1]'],
    ['IPv6 nothing', '[::]'],
    ['IPv4 in IPv6', '[::ffff:127.0.0.1]'],
    ['IPv4 in IPv6, hexadecimal', '[::ffff:7f00:1]'],
    ['a public IPv4 in IPv6', '[::ffff:8.8.8.8]'],
    ['IPv4 in old IPv6', '[::127.0.0.1]'],
    ['NAT64', '[64:ff9b::7f00:1]'],
    ['local NAT64', '[64:ff9b:1::a00:1]'],
    ['6to4', '[2002:7f00:1::]'],
    ['Teredo', '[2001:0:1::1]'],
    ['unique local', '[fd00:ec2::254]'],
    ['IPv6 link-local', '[fe80::1]'],
    ['IPv6 site-local', '[fec0::1]'],
    ['IPv6 multicast', '[ff02::1]'],
    ['IPv6 documentation', '[2001:db8::1]'],
    ['not handed out', '[4000::1]'],
    ['a name for loopback', 'localhost'],
    ['a name for loopback', 'x.localhost.'],
  ])('%s is refused: %s', (_, host) => {
    expect(verdict(`http://${host}/`)).toBe('private-address')
    expect(verdict(`https://${host}/`)).toBe('private-address')
  })

  it.each(['8.8.8.8', '[2606:4700::1111]', 'stad.example', 'stad.example.'])('a public one is allowed: %s', (host) => {
    expect(verdict(`https://${host}/`)).toBe('allowed')
  })

  it('is refused in every form of a private network', () => {
    const octet = fc.nat(255)
    const form = fc.constantFrom<(parts: number[]) => string>(
      (parts) => parts.join('.'),
      (parts) => parts.map((part) => `0${part.toString(8)}`).join('.'),
      (parts) => parts.map((part) => `0x${part.toString(16)}`).join('.'),
      (parts) => String(parts.reduce((number, part) => number * 256 + part, 0)),
      (parts) => `[::ffff:${parts.join('.')}]`,
    )
    fc.assert(
      fc.property(fc.constantFrom(10, 127), octet, octet, octet, form, (a, b, c, d, write) => {
        expect(verdict(`http://${write([a, b, c, d])}/`)).toBe('private-address')
      }),
    )
  })
})

describe('a port and a scheme', () => {
  it.each(['http://stad.example:22/', 'https://stad.example:8443/', 'http://8.8.8.8:6379/', 'ftp://stad.example/', 'file:///etc/passwd'])(
    'that are not of the web are refused: %s',
    (address) => {
      expect(verdict(address)).toBe('bad-address')
    },
  )
})

describe('a name', () => {
  const addresses = (list: string[]) => createAddressGuard({ resolve: async () => list })
  const lookUp = (list: string[], all: boolean) =>
    new Promise((done, fail) => {
      addresses(list).lookupFor(443)('stad.example', { all }, (error, found, family) =>
        error ? fail(error) : done(all ? found : [found, family]),
      )
    })

  it('that leads to a private address is refused', async () => {
    await expect(lookUp(['10.0.0.1'], true)).rejects.toMatchObject({ reason: 'private-address' })
    await expect(lookUp(['::ffff:192.168.0.1', '127.0.0.1'], false)).rejects.toBeInstanceOf(CaptureFailure)
  })

  it('that leads to both keeps its public addresses', async () => {
    expect(await lookUp(['10.0.0.1', '8.8.8.8', '::1'], true)).toEqual([{ address: '8.8.8.8', family: 4 }])
    expect(await lookUp(['10.0.0.1', '2606:4700::1111'], false)).toEqual(['2606:4700::1111', 6])
  })

  it('that leads nowhere is a DNS failure', async () => {
    await expect(lookUp([], true)).rejects.toMatchObject({ reason: 'dns' })
  })

  it('that leads here is stopped at the socket itself', async () => {
    const site = await startSite()
    const socket = connect({ host: 'stad.example', port: site.port, lookup: addresses(['127.0.0.1']).lookupFor(site.port) })
    const error = await new Promise<Error>((failed) => socket.once('error', failed))
    expect(failureOf(error).reason).toBe('private-address')
    await site.stop()
  })
})

describe('an exemption', () => {
  it('holds for one host and one port', () => {
    const exempt = createAddressGuard({ allow: (host, port) => host === '127.0.0.1' && port === 8080 })
    expect(() => exempt.check(new URL('http://127.0.0.1:8080/'))).not.toThrow()
    expect(() => exempt.check(new URL('http://127.0.0.1:8081/'))).toThrow(CaptureFailure)
    expect(() => exempt.check(new URL('http://127.0.0.2:8080/'))).toThrow(CaptureFailure)
  })
})
