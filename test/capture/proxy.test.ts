import { once } from 'node:events'
import { request } from 'node:http'
import { connect, createServer, type Socket } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { createAddressGuard } from '../../src/capture/address-guard.ts'
import { type FilteringProxy, startProxy } from '../../src/capture/proxy.ts'
import { allowSites, type Site, startSite } from '../support/site.ts'

const open: { stop?(): Promise<unknown>; close?(): unknown }[] = []
afterEach(async () => {
  for (const one of open.splice(0)) await (one.stop?.() ?? one.close?.())
})

async function proxyFor(
  sites: Pick<Site, 'host' | 'port'>[],
  limits: { bytes?: number; connections?: number } = {},
): Promise<FilteringProxy> {
  const guard = createAddressGuard({ allow: allowSites(...sites), resolve: async () => ['127.0.0.1'] })
  const proxy = await startProxy({ guard, bytes: 2 ** 20, connections: 100, ...limits })
  open.push(proxy)
  return proxy
}

async function site(pages: Parameters<typeof startSite>[0]): Promise<Site> {
  const started = await startSite(pages)
  open.push(started)
  return started
}

/** What a browser sends a proxy for a page without TLS. */
function ask(proxy: FilteringProxy, url: string): Promise<{ status: number; body: string }> {
  const { hostname, port } = new URL(proxy.url)
  return new Promise((done, fail) => {
    request({ host: hostname, port, path: url, headers: { host: new URL(url).host } }, (response) => {
      let body = ''
      response.on('data', (chunk) => {
        body += chunk
      })
      response.on('error', fail).on('end', () => done({ status: response.statusCode ?? 0, body }))
    })
      .on('error', fail)
      .end()
  })
}

/** Opens a tunnel and gives the proxy's first words with the socket. */
async function tunnel(proxy: FilteringProxy, target: string): Promise<{ words: string; socket: Socket }> {
  const socket = connect(Number(new URL(proxy.url).port), '127.0.0.1')
  socket.on('error', () => {})
  socket.write(`CONNECT ${target} HTTP/1.1\r\nHost: ${target}\r\n\r\n`)
  const [words] = await Promise.race([once(socket, 'data'), once(socket, 'close').then(() => [''])])
  return { words: String(words), socket }
}

describe('the proxy of a page', () => {
  it('passes what may be asked', async () => {
    const stad = await site({ '/a?b=1': 'hoi' })
    const proxy = await proxyFor([stad])
    expect(await ask(proxy, stad.url('/a?b=1'))).toEqual({ status: 200, body: 'hoi' })
    expect(proxy.bytes()).toBe(3)
    expect(proxy.refused).toEqual([])
  })

  it.each([
    'http://127.0.0.1:PORT/',
    'http://localhost:PORT/',
    'http://2130706433/',
    'http://[::1]/',
    'http://169.254.169.254/',
    'http://intern.example/',
  ])('refuses %s', async (address) => {
    const victim = await site({ '/': 'geheim' })
    const proxy = await proxyFor([])
    const { status, body } = await ask(proxy, address.replace('PORT', String(victim.port)))
    expect(status === 403 || status === 502).toBe(true)
    expect(body).toBe('')
    expect(proxy.refused).toHaveLength(1)
    expect(victim.requests).toEqual([])
  })

  it.each(['127.0.0.1:PORT', '0x7f.1:443', '[::ffff:127.0.0.1]:443', 'intern.example:443', 'stad.example:22', 'geen adres', ''])(
    'opens no tunnel to "%s"',
    async (target) => {
      const victim = await site({})
      const proxy = await proxyFor([])
      const { words, socket } = await tunnel(proxy, target.replace('PORT', String(victim.port)))
      expect(words).not.toContain(' 200 ')
      socket.destroy()
    },
  )

  it('opens tunnels for TLS and nothing else', async () => {
    const heard: Buffer[] = []
    const server = createServer((socket) => socket.on('data', (chunk) => heard.push(chunk)).on('error', () => {}))
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    open.push({ stop: async () => server.close() })
    const { port } = server.address() as { port: number }
    const proxy = await proxyFor([{ host: '127.0.0.1', port }])
    const plain = await tunnel(proxy, `127.0.0.1:${port}`)
    expect(plain.words).toContain(' 200 ')
    plain.socket.write('GET / HTTP/1.1\r\nUpgrade: websocket\r\n\r\n')
    await once(plain.socket, 'close')
    expect(heard).toEqual([])
    const secure = await tunnel(proxy, `127.0.0.1:${port}`)
    secure.socket.write(Buffer.from([0x16, 3, 1, 0, 5]))
    await expect.poll(() => heard.length).toBe(1)
    secure.socket.destroy()
  })

  it('cuts everything at its byte limit', async () => {
    const stad = await site({ '/': 'x'.repeat(50_000) })
    const proxy = await proxyFor([stad], { bytes: 10_000 })
    await expect(ask(proxy, stad.url('/'))).rejects.toThrow()
    expect(proxy.bytes()).toBeGreaterThan(10_000)
  })

  it('opens so many connections and no more', async () => {
    const stad = await site({ '/': 'x' })
    const proxy = await proxyFor([stad], { connections: 2 })
    const statuses = []
    for (let n = 0; n < 3; n++) statuses.push((await ask(proxy, stad.url('/'))).status)
    expect(statuses).toEqual([200, 200, 403])
  })

  it('closes with connections open', async () => {
    const stad = await site({ '/': () => {} })
    const proxy = await proxyFor([stad])
    const asked = ask(proxy, stad.url('/')).catch(() => 'gone')
    await expect.poll(() => stad.hits('/')).toBe(1)
    await proxy.close()
    open.splice(open.indexOf(proxy), 1)
    expect(await asked).toBe('gone')
  })
})
