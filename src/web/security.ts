import type { Context, MiddlewareHandler } from 'hono'
import { EenlijnError } from '../model/errors.ts'

const headers = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  // Not `no-referrer`: browsers then send `Origin: null` with our own forms.
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
}

/** Sets what every answer carries, unless the answer set its own. */
export const securityHeaders: MiddlewareHandler = async (c, next) => {
  await next()
  // The older header cannot say yes, so an answer that may stand in a frame goes without it.
  const isFramed = c.res.headers.get('Content-Security-Policy')?.includes('frame-ancestors *') ?? false
  for (const [name, value] of Object.entries(headers))
    if (!c.res.headers.has(name) && !(isFramed && name === 'X-Frame-Options')) c.res.headers.set(name, value)
}

const local = ['localhost', '127.0.0.1', '[::1]']

/**
 * Without a login, the browser of whoever sits at this machine is the key. So a foreign name that points here
 * (DNS rebinding) gets nothing, and a foreign page cannot change anything. Throws `unknown-host` and `other-site`.
 */
export const originGuard = (allowedHosts: readonly string[]): MiddlewareHandler => {
  const allowed = new Set([...local, ...allowedHosts].map((host) => hostname(host)))
  return async (c, next) => {
    const host = hostOf(c)
    // Style and drawings are the same for everybody: the page that turns somebody away needs them as well.
    if (c.req.method === 'GET' && c.req.path.startsWith('/assets/')) return next()
    if (!allowed.has(hostname(host))) throw unknownHost()
    if (changesState(c.req.method) && !isSameOrigin(c, host)) throw otherSite()
    await next()
  }
}

const unknownHost = () =>
  new EenlijnError('unknown-host', {
    nl: 'Eenlijn kent deze naam niet als een naam van zichzelf. Klopt het adres wel? Dan zet de beheerder de naam in EENLIJN_HOSTS.',
    en: 'Eenlijn does not know this name as one of its own. If the address is right, the administrator adds the name to EENLIJN_HOSTS.',
  })

const otherSite = () =>
  new EenlijnError('other-site', {
    nl: 'Deze aanvraag kwam van een andere website. Er is niets veranderd. Open Eenlijn zelf en probeer het daar opnieuw.',
    en: 'This request came from another website. Nothing was changed. Open Eenlijn itself and try again there.',
  })

const hostOf = (c: Context) => c.req.header('host') ?? new URL(c.req.url).host

/** Host name without its port, in lower case; '' for what is not a host. */
function hostname(host: string): string {
  const url = `http://${host}/`
  return URL.canParse(url) ? new URL(url).hostname : ''
}

const changesState = (method: string) => !['GET', 'HEAD', 'OPTIONS'].includes(method)

/** Programs send neither header; every current browser sends at least one with a request that changes something. */
function isSameOrigin(c: Context, host: string): boolean {
  const site = c.req.header('sec-fetch-site')
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  const origin = c.req.header('origin')
  if (origin === undefined) return true
  return URL.canParse(origin) && new URL(origin).host === host.toLowerCase()
}
