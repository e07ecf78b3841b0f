import { createServer, request as httpRequest, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { type Duplex, Transform } from 'node:stream'
import { type AddressGuard, hostOf, portOf } from './address-guard.ts'
import { failureOf } from './failure.ts'

/** A forward proxy on loopback that one page's traffic must pass through. */
export interface FilteringProxy {
  readonly url: string
  /** Bytes brought in so far. */
  bytes(): number
  /** Targets that were refused or not reached, with the reason. */
  readonly refused: readonly string[]
  close(): Promise<void>
}

export interface ProxyOptions {
  readonly guard: AddressGuard
  /** All bytes that may come in; at the limit every connection is cut. */
  readonly bytes: number
  readonly connections: number
}

/** What both kinds of passage share. */
interface Gate {
  readonly guard: AddressGuard
  /** @throws when the target may not be connected to */
  admit(target: string): URL
  refuse(target: string, thrown: unknown): void
  /** Ends with the proxy, and is no error of its own when it breaks. */
  attach<S extends Duplex>(socket: S): S
  /** Counts what comes in, and cuts everything at the limit. */
  meter(): Transform
}

/** Starts a proxy (plain requests and CONNECT) that connects to addresses that the guard allows, and to nothing else. */
export async function startProxy(options: ProxyOptions): Promise<FilteringProxy> {
  const { guard, bytes: limit, connections } = options
  const sockets = new Set<Duplex>()
  const refused: string[] = []
  let bytes = 0
  let admitted = 0
  const cut = () => {
    for (const socket of sockets) socket.destroy()
  }
  const gate: Gate = {
    guard,
    admit(target) {
      const url = new URL(target)
      guard.check(url)
      if (++admitted > connections) throw new Error(`more than ${connections} connections`)
      return url
    },
    refuse: (target, thrown) => void refused.push(`${target}: ${failureOf(thrown).message}`),
    attach(socket) {
      sockets.add(socket)
      socket.on('error', () => socket.destroy()).on('close', () => sockets.delete(socket))
      return socket
    },
    meter: () =>
      new Transform({
        transform(chunk: Buffer, _, done) {
          bytes += chunk.length
          if (bytes > limit) cut()
          done(bytes > limit ? new Error('byte limit') : null, chunk)
        },
      }).on('error', () => {}),
  }
  const server = createServer((request, response) => passRequest(request, response, gate))
  server.on('connection', gate.attach)
  server.on('connect', (request: IncomingMessage, client: Duplex, head: Buffer) => openTunnel(request.url ?? '', client, head, gate))
  server.on('upgrade', (_, socket) => socket.destroy())
  const { port } = await listening(server)
  return {
    url: `http://127.0.0.1:${port}`,
    bytes: () => bytes,
    refused,
    async close() {
      cut()
      await new Promise((done) => server.close(done))
    },
  }
}

/** Headers that are about one connection and do not travel on (RFC 9110, section 7.6.1). */
const hopHeaders = ['connection', 'keep-alive', 'proxy-connection', 'proxy-authorization', 'transfer-encoding', 'upgrade']

function travelling(headers: IncomingMessage['headers']): IncomingMessage['headers'] {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !hopHeaders.includes(name)))
}

function passRequest(request: IncomingMessage, response: ServerResponse, gate: Gate): void {
  const target = request.url ?? ''
  const fail = (status: number, thrown: unknown) => {
    gate.refuse(target, thrown)
    if (!response.headersSent) response.writeHead(status)
    response.end()
  }
  try {
    const url = gate.admit(target)
    const port = portOf(url)
    const out = httpRequest({
      agent: false,
      host: hostOf(url),
      port,
      method: request.method,
      path: url.pathname + url.search,
      headers: travelling(request.headers),
      lookup: gate.guard.lookupFor(port),
    })
    out.on('socket', gate.attach)
    out.on('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, travelling(answer.headers))
      answer.on('error', () => response.destroy())
      answer.pipe(gate.meter()).pipe(response)
    })
    out.on('error', (error) => fail(502, error))
    response.on('close', () => out.destroy())
    request.pipe(out)
  } catch (thrown) {
    fail(403, thrown)
  }
}

function openTunnel(target: string, client: Duplex, head: Buffer, gate: Gate): void {
  try {
    const url = gate.admit(`https://${target}`)
    const port = portOf(url)
    const upstream = gate.attach(connect({ host: hostOf(url), port, lookup: gate.guard.lookupFor(port) }))
    upstream.on('error', (error) => gate.refuse(target, error))
    upstream.on('close', () => client.destroy())
    client.on('close', () => upstream.destroy())
    const start = (first: Buffer) => {
      // A tunnel is for TLS. Anything else, an open WebSocket for one, has no business here.
      if (first[0] !== 0x16) return void client.destroy()
      upstream.write(first)
      client.pipe(upstream)
    }
    upstream.on('connect', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n')
      if (head.length > 0) start(head)
      else client.once('data', start)
      upstream.pipe(gate.meter()).pipe(client)
    })
  } catch (thrown) {
    gate.refuse(target, thrown)
    client.end('HTTP/1.1 403 Forbidden\r\n\r\n')
  }
}

async function listening(server: Server): Promise<AddressInfo> {
  await new Promise<void>((ready, fail) => server.once('error', fail).listen(0, '127.0.0.1', ready))
  return server.address() as AddressInfo
}
