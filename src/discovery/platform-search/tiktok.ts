import { z } from 'zod'
import { askJson, jsonOf } from '../service-answer.ts'
import type { ExistenceCheck } from './client.ts'

/** https://developers.tiktok.com/doc/embed-creator-profiles; official and without a key. */
const embed = z.object({ author_name: z.string().catch(''), author_url: z.string(), title: z.string().catch('') })

export function tiktokCheck({ origin = 'https://www.tiktok.com' }: { readonly origin?: string } = {}): ExistenceCheck {
  return {
    platform: 'tiktok',
    service: 'TikTok',
    takes: (handle) => /^[A-Za-z0-9_.]{2,24}$/.test(handle),
    async check(handle, _about, fetcher) {
      const url = `${origin}/oembed?${new URLSearchParams({ url: `https://www.tiktok.com/@${handle}` })}`
      // An unknown name is refused with status and code 400; a bare 400 may be a wall.
      const asked = await askJson(fetcher, {
        service: 'TikTok',
        url,
        schema: embed,
        isAbsent: (status, text) => status === 400 && codeIn(text) === 400,
      })
      if (asked.kind !== 'seen') return asked
      const { author_name, title } = asked.value
      return {
        ...asked,
        value: { handle, displayName: author_name || null, quote: [author_name, title].filter(Boolean).join(' · '), proof: null },
      }
    },
  }
}

const codeIn = (text: string): unknown => (jsonOf(text) as { code?: unknown } | null | undefined)?.code
