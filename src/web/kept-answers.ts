import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Context, MiddlewareHandler } from 'hono'
import type { Deps } from '../deps.ts'
import { organisationIdOf } from '../services/find-audit.ts'
import { personIdOf } from './person.ts'
import { createShelf } from './shelf.ts'

/** What is kept together, where nobody says otherwise: some thousands of pages. */
const usualBytes = 64 * 2 ** 20
/** Beside its body an answer has headers and an address. */
const bytesBesides = 1_024
/** What may be shown for so many days, such as what an interface gave, is shown this much longer at most. */
const longestMs = 10 * 60_000
/** Smaller than this is not worth compressing. */
const leastGzipped = 1_024
/** A third of the time that the usual level takes, for a seventh more bytes. */
const gzipLevel = 3

/** What is asked often and takes long to make, and is made from one organisation's data alone. */
const ofOneAudit =
  /^\/(?:(?:nl|en)\/audits\/([^/]+)(?:\/(?:accounts|grades|uniformity|report))?|v1\/audits\/([^/]+)(?:\/(?:candidates|report|uniformity))?)$/
/** What is made from everybody's. */
const ofAll = /^\/(?:(?:nl|en)\/?|v1\/audits)$/

interface Answer {
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array<ArrayBuffer>
  /** The moment of the store before it was made, and whose data it was made from; `null`: everybody's. */
  readonly moment: number
  readonly organisationId: string | null
  readonly madeAt: number
}

/**
 * Keeps answers to what is asked often, and gives them again as long as nothing was written that could make them differ. They
 * are kept by all that an answer differs by: its whole address, who looks, and whether it is compressed. A browser that has
 * the answer is told so (304); one that asks for `no-cache`, as a forced reload does, has it made anew.
 * @param madeFrom whose data the answer to a request is made from, `null` for everybody's; `undefined`: this one is not kept.
 */
export function keepAnswers(
  deps: Deps,
  madeFrom: (deps: Deps, c: Context) => string | null | undefined = madeFromAudit,
  mostBytes = usualBytes,
): MiddlewareHandler {
  const { changes } = deps.store
  const shelf = createShelf<Answer>(mostBytes, (key, { body }) => key.length + body.length + bytesBesides)
  const holds = ({ moment, organisationId, madeAt }: Answer) =>
    !changes.since(moment, organisationId) && deps.now().getTime() - madeAt < longestMs
  return async (c, next) => {
    if (c.req.method !== 'GET') return next()
    const isGzipped = acceptsGzip(c)
    const key = JSON.stringify([c.req.url, personIdOf(c), isGzipped])
    const known = c.req.header('cache-control')?.includes('no-cache') ? undefined : shelf.get(key)
    if (known && holds(known)) return answerWith(c, known)
    const moment = changes.now()
    const organisationId = madeFrom(deps, c)
    await next()
    if (organisationId === undefined || c.res.status !== 200 || c.res.headers.has('set-cookie')) return
    const answer = { ...(await read(c.res, isGzipped)), moment, organisationId, madeAt: deps.now().getTime() }
    shelf.put(key, answer)
    c.res = answerWith(c, answer)
  }
}

function madeFromAudit(deps: Deps, { req: { path } }: Context): string | null | undefined {
  if (ofAll.test(path)) return null
  const [, page, api] = ofOneAudit.exec(path) ?? []
  const auditId = page ?? api
  return auditId === undefined ? undefined : organisationIdOf(deps.store.db, auditId)
}

const acceptsGzip = (c: Context): boolean =>
  /(?:^|[\s,])gzip(?:$|[\s,]|;q=(?:1|0\.\d*[1-9]))/i.test((c.req.header('accept-encoding') ?? '').slice(0, 500))

const zip = promisify(gzip)

async function read(res: Response, isGzipped: boolean): Promise<Pick<Answer, 'headers' | 'body'>> {
  const body = new Uint8Array(await res.arrayBuffer())
  const headers = {
    'cache-control': 'private, no-cache',
    ...Object.fromEntries(res.headers),
    // Weak: compressed or not, it is the same answer.
    etag: `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
    vary: 'Accept-Encoding',
  }
  if (!isGzipped || body.length < leastGzipped) return { headers, body }
  return { headers: { ...headers, 'content-encoding': 'gzip' }, body: new Uint8Array(await zip(body, { level: gzipLevel })) }
}

function answerWith(c: Context, { headers, body }: Answer): Response {
  const known = (c.req.header('if-none-match') ?? '').slice(0, 2_000).split(',')
  const isKnown = known.some((one) => one.trim() === headers.etag)
  return new Response(isKnown ? null : body, { status: isKnown ? 304 : 200, headers })
}
