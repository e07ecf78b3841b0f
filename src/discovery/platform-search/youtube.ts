import { z } from 'zod'
import type { Text } from '../../model/text.ts'
import { askJson, jsonOf } from '../service-answer.ts'
import type { ExistenceCheck, Hit, NameSearch } from './client.ts'
import { addressesIn, isOurs } from './websites.ts'

/** https://developers.google.com/youtube/v3/docs/search/list and /channels/list */
const searchAnswer = z.object({
  items: z.array(
    z.object({ id: z.object({ channelId: z.string() }), snippet: z.object({ title: z.string(), description: z.string().catch('') }) }),
  ),
})
const channelAnswer = z.object({
  items: z
    .array(
      z.object({
        id: z.string(),
        snippet: z.object({ title: z.string(), description: z.string().catch(''), customUrl: z.string().optional() }),
      }),
    )
    .optional(),
})
const refusal = z.object({
  error: z.object({ errors: z.array(z.object({ reason: z.string() })).catch([]), message: z.string().catch('') }),
})

export interface YouTubeOptions {
  /** The asker's own key; sent as a header, so that no address holds it. */
  readonly key: string
  readonly endpoint?: string
}

/** Counted as Google counts: 10,000 units and, since June 2026 apart, 100 searches a day. */
export interface YouTubeUse {
  searches: number
  units: number
}

const service = 'YouTube'

export function youtubeSearch({
  key,
  endpoint = 'https://www.googleapis.com/youtube/v3',
}: YouTubeOptions): NameSearch & ExistenceCheck & { readonly use: YouTubeUse } {
  const use: YouTubeUse = { searches: 0, units: 0 }
  const headers = { 'X-Goog-Api-Key': key }
  const call = (path: string, parameters: Record<string, string>) => `${endpoint}/${path}?${new URLSearchParams(parameters)}`
  return {
    platform: 'youtube',
    service,
    use,
    async find(name, about, fetcher) {
      use.searches++
      const url = call('search', { maxResults: '10', part: 'snippet', q: name, type: 'channel' })
      const asked = await askJson(fetcher, { service, url, schema: searchAnswer, headers, whyRefused })
      if (asked.kind !== 'seen') return asked
      const hits = asked.value.items.map(({ id, snippet }): Hit => hitOf(`channel/${id.channelId}`, snippet, about))
      return { ...asked, value: hits }
    },
    takes: (handle) => handle.startsWith('@'),
    async check(handle, about, fetcher) {
      use.units++
      const url = call('channels', { forHandle: handle, part: 'snippet' })
      const asked = await askJson(fetcher, { service, url, schema: channelAnswer, headers, whyRefused })
      if (asked.kind !== 'seen') return asked
      const channel = asked.value.items?.[0]
      if (channel === undefined) return { kind: 'absent', at: asked.at, record: asked.record }
      return { ...asked, value: hitOf(channel.snippet.customUrl ?? handle, channel.snippet, about) }
    },
  }
}

function hitOf(
  handle: string,
  { title, description }: { title: string; description: string },
  about: Parameters<NameSearch['find']>[1],
): Hit {
  const proof = addressesIn(description).some((one) => isOurs(one, about)) ? 'names-our-site' : null
  return { handle, displayName: title, quote: [title, description].filter(Boolean).join(' · '), proof }
}

function whyRefused(_status: number, text: string): Text | null {
  const parsed = refusal.safeParse(jsonOf(text))
  if (!parsed.success) return null
  const reasons = parsed.data.error.errors.map(({ reason }) => reason)
  if (reasons.includes('quotaExceeded') || reasons.includes('dailyLimitExceeded'))
    return {
      nl: 'Je YouTube-sleutel heeft zijn aantal vragen voor vandaag op.',
      en: 'Your YouTube key has used up its questions for today.',
    }
  if (reasons.includes('keyInvalid') || reasons.includes('badRequest') || /API key/i.test(parsed.data.error.message))
    return {
      nl: 'YouTube kent je sleutel niet, of hij mag dit niet vragen.',
      en: 'YouTube does not know your key, or it may not ask this.',
    }
  return null
}
