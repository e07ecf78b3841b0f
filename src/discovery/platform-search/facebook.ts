import { z } from 'zod'
import { askJson, jsonOf } from '../service-answer.ts'
import type { ExistenceCheck } from './client.ts'

const picture = z.object({ data: z.object({ url: z.string(), is_silhouette: z.boolean().optional() }) })
const refusal = z.object({ error: z.object({ code: z.number(), error_subcode: z.number().optional(), message: z.string().catch('') }) })

const service = 'Facebook'

/**
 * Whether a page of this name exists, by the picture that Facebook gives without a login. Names only: a number always
 * gets a picture, so it proves nothing and is not asked.
 */
export function facebookPicture({ graph = 'https://graph.facebook.com' }: { readonly graph?: string } = {}): ExistenceCheck {
  return {
    platform: 'facebook',
    service,
    takes: (handle) => /^[A-Za-z0-9.]{2,80}$/.test(handle) && !/^\d+$/.test(handle),
    async check(handle, _about, fetcher) {
      const url = `${graph}/${encodeURIComponent(handle)}/picture?redirect=0&type=large`
      const asked = await askJson(fetcher, { service, url, schema: picture, isAbsent: saysAbsent })
      if (asked.kind !== 'seen') return asked
      // The answer names nobody; a silhouette is an account that has not set a picture.
      const quote = asked.value.data.is_silhouette ? 'picture: silhouette' : 'picture'
      return { ...asked, value: { handle, displayName: null, quote, proof: null } }
    },
  }
}

/** Only these errors speak of the name: 803 "some of the aliases do not exist", 100/33 "object does not exist". Others are limits or walls. */
function saysAbsent(_status: number, text: string): boolean {
  const parsed = refusal.safeParse(jsonOf(text))
  if (!parsed.success) return false
  const { code, error_subcode, message } = parsed.data.error
  return (code === 803 && /do not exist/i.test(message)) || (code === 100 && error_subcode === 33)
}
