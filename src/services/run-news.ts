import { setTimeout as sleep } from 'node:timers/promises'
import { newsTurnMs } from '../../config/news.ts'
import type { Deps } from '../deps.ts'
import { deliverNews } from './deliver-news.ts'
import { createSenders } from './news-senders.ts'

/** A message that is under way when the server stops gets this long. */
const lastPatienceMs = 2_000

/** Looks again and again whether there is news to send; one turn ends before the next begins. */
export function runNews(deps: Deps, everyMs = newsTurnMs): { stop(): Promise<void> } {
  const senders = createSenders(deps)
  const stopping = new AbortController()
  let turn: Promise<void> = Promise.resolve()
  let timer: NodeJS.Timeout | undefined
  const wait = () => {
    timer = setTimeout(() => {
      turn = deliverNews(deps, senders, stopping.signal)
        .catch((error) => deps.log.error({ err: error }, 'news'))
        .finally(() => {
          if (!stopping.signal.aborted) wait()
        })
    }, everyMs)
    timer.unref()
  }
  wait()
  return {
    stop: async () => {
      stopping.abort()
      clearTimeout(timer)
      await Promise.race([turn, sleep(lastPatienceMs, undefined, { ref: false })])
      await senders.close()
      // What hung on a socket that is closed now ends at once.
      await Promise.race([turn, sleep(lastPatienceMs, undefined, { ref: false })])
    },
  }
}
