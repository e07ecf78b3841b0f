import type { FoundVia } from '../model/candidate.ts'
import type { Claim } from '../model/jobs.ts'
import type { PrintItemReading, PrintRoute } from '../model/print-item.ts'
import { classifyUrl } from '../platforms/classify.ts'

interface Item {
  readonly name: string
  readonly route: PrintRoute
  /** ISO 8601. */
  readonly seenAt: string
}

/** The accounts on one item as candidates: the words around each as the quote, how sure the reading is as the label. */
export function claimsOf(reading: PrintItemReading, { name, route, seenAt }: Item): Claim[] {
  return reading.accounts.flatMap(({ platform, handle, url, key, tier, quote, crop }): Claim[] => {
    if (platform === null || url === null || key === null) return []
    const { closed, doubt, owner } = classifyUrl(url)
    if (owner === 'person') return []
    const via: FoundVia = {
      route,
      page: null,
      pageTitle: reading.title || name,
      source: 'text',
      zone: 'unknown',
      label: tier,
      quote,
      seenAt,
      record: reading.record ?? null,
      crop,
    }
    return [{ platform, handle, url, key, closed, doubt, via }]
  })
}
