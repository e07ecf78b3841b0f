import type { Context, MiddlewareHandler } from 'hono'

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
 * (DNS rebinding) gets nothing, and a foreign page cannot change anything.
 */
export const originGuard = (allowedHosts: readonly string[]): MiddlewareHandler => {
  const allowed = new Set([...local, ...allowedHosts].map((host) => hostname(host)))
  return async (c, next) => {
    const host = hostOf(c)
    if (!allowed.has(hostname(host))) return refuse(c, 421, unknownHost)
    if (changesState(c.req.method) && !isSameOrigin(c, host)) return refuse(c, 403, foreignPage)
    await next()
  }
}

const unknownHost =
  'Dit adres is hier niet bekend. Zet de naam in EENLIJN_HOSTS als hij klopt.\nThis address is not known here. Add the name to EENLIJN_HOSTS if it is right.\n'
const foreignPage =
  'Deze aanvraag komt van een andere website en is niet uitgevoerd.\nThis request came from another website and was not carried out.\n'

const refuse = (c: Context, status: 403 | 421, text: string) => c.text(text, status)

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
