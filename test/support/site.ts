import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

type Handler = (request: IncomingMessage, response: ServerResponse) => void

/** A page of a fixture site: its markup, a whole response, or a handler that does what it likes. */
export type Page = string | { status?: number; headers?: Record<string, string | string[]>; body?: string | Uint8Array } | Handler

export interface Site {
  readonly origin: string
  readonly host: string
  readonly port: number
  /** Every request so far, as `GET /path`, with its headers. */
  readonly requests: readonly { line: string; headers: IncomingMessage['headers']; at: number }[]
  url(path: string): string
  /** How often a path was asked. */
  hits(path: string): number
  /** Changes or adds pages while the site runs. */
  set(pages: Record<string, Page>): void
  stop(): Promise<void>
}

/**
 * A web site on 127.0.0.1 with a port of its own. Paths are matched with their query, then without;
 * `*` answers what no other path does. Without `/robots.txt` among the pages that one is a 404.
 */
export async function startSite(pages: Record<string, Page> = {}): Promise<Site> {
  const shown: Record<string, Page> = { ...pages }
  const requests: { line: string; headers: IncomingMessage['headers']; at: number }[] = []
  const server = createServer((request, response) => {
    const path = request.url ?? '/'
    requests.push({ line: `${request.method} ${path}`, headers: request.headers, at: performance.now() })
    const fallback = path.startsWith('/robots.txt') ? undefined : shown['*']
    const page = shown[path] ?? shown[path.split('?')[0] ?? ''] ?? fallback ?? { status: 404, body: '<h1>Niet gevonden</h1>' }
    if (typeof page === 'function') page(request, response)
    else answer(page, response)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  const origin = `http://127.0.0.1:${port}`
  return {
    origin,
    host: '127.0.0.1',
    port,
    requests,
    url: (path) => origin + path,
    hits: (path) => requests.filter(({ line }) => line.endsWith(` ${path}`)).length,
    set: (more) => void Object.assign(shown, more),
    async stop() {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

function answer(page: Exclude<Page, Handler>, response: ServerResponse): void {
  const { status = 200, headers = {}, body = '' } = typeof page === 'string' ? { body: page } : page
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers })
  response.end(body)
}

/** An address rule that lets exactly these sites through, for `createAddressGuard`. */
export function allowSites(...sites: Pick<Site, 'host' | 'port'>[]): (host: string, port: number) => boolean {
  return (host, port) => sites.some((site) => site.host === host && site.port === port)
}
