import { setTimeout as sleep } from 'node:timers/promises'

/** An audit to be asked for: by itself, or as one of a list. */
export interface Asked {
  readonly request: Readonly<Record<string, unknown>> & { readonly name: string }
  /** Unique; sent as the idempotency key. */
  readonly key: string
}

/** Sends until there is an answer that is no fault of the server: it may be dead, or have died before it could answer. */
async function insist(address: string, key: string, body: unknown, signal: AbortSignal): Promise<{ id: string }> {
  const headers = { 'content-type': 'application/json', 'idempotency-key': key }
  for (;;) {
    signal.throwIfAborted()
    try {
      const timeout = AbortSignal.any([signal, AbortSignal.timeout(10_000)])
      const response = await fetch(address, { method: 'POST', headers, body: JSON.stringify(body), signal: timeout })
      if (response.ok) return (await response.json()) as { id: string }
      const text = await response.text()
      if (response.status < 500) throw new Refused(`${response.status} ${text}`)
    } catch (error) {
      if (error instanceof Refused) throw error
    }
    await sleep(250)
  }
}

class Refused extends Error {}

/** Asks for the same audit twice, at the same moment. @returns the ids given, which must be one. */
export async function askTwice(address: string, { request, key }: Asked, signal: AbortSignal): Promise<Set<string>> {
  const both = await Promise.all([0, 1].map(() => insist(`${address}/v1/audits`, key, request, signal)))
  return new Set(both.map(({ id }) => id))
}

/** Hands in a list, twice at the same moment. @returns the ids given, which must be one. */
export async function handInTwice(address: string, label: string, list: readonly Asked[], signal: AbortSignal): Promise<Set<string>> {
  const body = { label, organisations: list.map(({ request }) => request) }
  const both = await Promise.all([0, 1].map(() => insist(`${address}/v1/batches`, label, body, signal)))
  return new Set(both.map(({ id }) => id))
}
