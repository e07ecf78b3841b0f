import { request } from 'undici'
import type { FailureReason } from '../model/fetch.ts'
import { type AddressGuard, createAddressGuard } from './address-guard.ts'
import { retryAfter } from './answer.ts'
import { checkedAgent } from './exchange.ts'
import { failureOf } from './failure.ts'

/** What came of one message: the receiver's status, or why it was not reached. */
export type Posted =
  | { readonly kind: 'answered'; readonly status: number; readonly retryAfterSeconds: number | null }
  | { readonly kind: 'failed'; readonly reason: FailureReason }

export interface Poster {
  /** Sends one message. Redirects are not followed: whoever answers one chose another address than the one that was given. */
  post(url: string, message: { readonly headers: Readonly<Record<string, string>>; readonly body: string }): Promise<Posted>
  close(): Promise<void>
}

export interface PosterOptions {
  readonly guard: AddressGuard
  readonly userAgent: string
  /** From connecting to the headers of the answer. Milliseconds. */
  readonly timeoutMs: number
  /** Epoch milliseconds. */
  readonly now: () => number
}

/** The addresses of the public web, and the exact private ones (`host:port`) that the operator allows. */
export const webGuard = (allowPrivate: readonly string[]): AddressGuard =>
  createAddressGuard({ allow: (host, port) => allowPrivate.includes(`${host}:${port}`) })

/** Sends messages to addresses that people gave: each connection is checked, nothing of the answer is kept but its status. */
export function createPoster({ guard, userAgent, timeoutMs, now }: PosterOptions): Poster {
  const agent = checkedAgent(guard, { connectMs: timeoutMs, idleMs: timeoutMs, concurrency: 2, headerBytes: 32 * 1024 })
  return {
    async post(url, { headers, body }) {
      const signal = AbortSignal.timeout(timeoutMs)
      try {
        const target = new URL(url)
        guard.check(target)
        const response = await request(target, {
          method: 'POST',
          dispatcher: agent,
          signal,
          headers: { ...headers, 'user-agent': userAgent },
          body,
        })
        response.body.on('error', () => {}).destroy()
        const asked = [response.headers['retry-after']].flat()[0]
        return { kind: 'answered', status: response.statusCode, retryAfterSeconds: retryAfter(asked, now()) }
      } catch (thrown) {
        return { kind: 'failed', reason: failureOf(signal.aborted ? signal.reason : thrown).reason }
      }
    },
    close: () => agent.destroy(),
  }
}
