import robotsModule from 'robots-parser'
import type { Answer, Stop } from './answer.ts'
import { arrive, type Hop } from './follow.ts'
import { robotsToken } from './user-agent.ts'

// The package's types describe an ES module, its code is CommonJS: the function is the import itself.
const parseRobots = robotsModule as unknown as typeof robotsModule.default

/** What a site's robots.txt says of one address. */
interface Ruling {
  /** Why the address is not asked, or `null` when it may be. */
  readonly stop: Stop | null
  /** `Crawl-delay` in milliseconds, 0 when none is set. */
  readonly delayMs: number
}

export interface Robots {
  rulingFor(url: URL): Promise<Ruling>
}

type Rules = (url: URL) => Ruling

export interface RobotsOptions {
  /** Asks for a robots.txt, by the same checked way as for pages. */
  readonly hop: Hop
  readonly redirects: number
  /** Epoch milliseconds. */
  readonly now: () => number
}

/** Obeys robots.txt as RFC 9309 describes; each site's is read once. */
export function createRobots(options: RobotsOptions): Robots {
  const sites = new Map<string, Promise<Rules>>()
  return {
    async rulingFor(url) {
      if (url.pathname === '/robots.txt') return { stop: null, delayMs: 0 }
      let rules = sites.get(url.origin)
      if (rules === undefined) {
        rules = readRules(url.origin, options)
        sites.set(url.origin, rules)
        // Our own trouble, such as a full disk, is no ruling.
        rules.catch(() => sites.delete(url.origin))
      }
      return (await rules)(url)
    },
  }
}

async function readRules(origin: string, options: RobotsOptions): Promise<Rules> {
  const address = `${origin}/robots.txt`
  const { end } = await arrive(address, options.hop, { accept: 'any' }, options)
  if (end.kind === 'answer') return rulesOf(end, address)
  // An archive without robots.txt, or one that redirects for ever, has no rules (RFC 9309, 2.3.1.2 and 2.3.1.3).
  if (end.kind === 'failed' && (end.reason === 'not-in-archive' || end.reason === 'redirect-loop')) return allowed
  // A site whose robots.txt cannot be reached would not give the page either: the same failure, and the page is not asked.
  return () => ({ stop: end, delayMs: 0 })
}

const allowed: Rules = () => ({ stop: null, delayMs: 0 })

function rulesOf(answer: Answer, address: string): Rules {
  const { status, at, record } = answer
  const refuse = (message: string): Ruling => ({
    stop: { kind: 'blocked', reason: 'robots', message, retryAfterSeconds: null, at, record },
    delayMs: 0,
  })
  if (status >= 500 || status === 429) return () => refuse(`${address} could not be read (${status}), so nothing is asked of this site`)
  if (status < 200 || status >= 300) return allowed
  const text = Buffer.from(answer.body).toString('utf8')
  if (wildcardBytes(text) > mostWildcardBytes)
    return () => refuse(`${address} has more patterns than can be weighed, so nothing is asked of this site`)
  const rules = parseRobots(address, text)
  const delayMs = Math.max(0, (rules.getCrawlDelay(robotsToken) ?? 0) * 1000)
  return (url) =>
    rules.isAllowed(url.href, robotsToken) === false ? refuse(`${address} does not allow this page`) : { stop: null, delayMs }
}

// Weighing a pattern takes its length times that of the address: at this size a fifth of a second, at 500 KB many.
const mostWildcardBytes = 64 * 1024

function wildcardBytes(text: string): number {
  return text
    .split(/[\r\n]/)
    .filter((line) => line.includes('*') && !/^\s*user-agent/i.test(line))
    .reduce((sum, line) => sum + line.length, 0)
}
