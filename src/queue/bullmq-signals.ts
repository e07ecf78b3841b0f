import type { Redis } from 'ioredis'
import { hangUp } from './bullmq-redis.ts'

/** `cancel` tells workers of a group, `ended` wakes the taker, `progress` goes to watchers. */
type Channel = 'cancel' | 'ended' | 'progress'

interface Listener {
  message(text: string): void
  /** The connection was away: messages may have been missed. */
  gap?(): void
}

export interface Signals {
  /** Best effort: never rejects. */
  publish(channel: Channel, text: string): Promise<void>
  /** Resolves when messages flow. */
  subscribe(channel: Channel, listener: Listener): Promise<void>
  unsubscribe(channel: Channel, listener: Listener): void
  close(): void
}

/** Messages between the processes of one queue, over Redis publish/subscribe: none is ever kept. */
export function createSignals(client: Redis, prefix: string, onError: (error: unknown) => void): Signals {
  const listeners = new Map<string, Set<Listener>>()
  let subscriber: Redis | null = null

  const name = (channel: Channel) => `${prefix}:signal:${channel}`

  function subscribed(): Redis {
    if (subscriber) return subscriber
    subscriber = client.duplicate({ maxRetriesPerRequest: null, autoResubscribe: false })
    subscriber.on('error', onError)
    subscriber.on('message', (channel: string, text: string) => each(channel, (listener) => listener.message(text)))
    subscriber.on('ready', () => void resubscribe().catch(onError))
    return subscriber
  }

  async function resubscribe(): Promise<void> {
    if (!subscriber || listeners.size === 0) return
    await subscriber.subscribe(...listeners.keys())
    for (const channel of listeners.keys()) each(channel, (listener) => listener.gap?.())
  }

  function each(channel: string, tell: (listener: Listener) => void): void {
    for (const listener of listeners.get(channel) ?? []) {
      try {
        tell(listener)
      } catch (error) {
        onError(error)
      }
    }
  }

  return {
    async publish(channel, text) {
      await client.publish(name(channel), text).catch(onError)
    },
    async subscribe(channel, listener) {
      const known = listeners.get(name(channel)) ?? new Set()
      listeners.set(name(channel), known.add(listener))
      await subscribed().subscribe(name(channel)).catch(onError)
    },
    unsubscribe(channel, listener) {
      listeners.get(name(channel))?.delete(listener)
    },
    close() {
      listeners.clear()
      if (subscriber) hangUp(subscriber)
    },
  }
}
