import { z } from 'zod'
import type { Text } from '../../model/text.ts'
import { askJson } from '../service-answer.ts'
import type { ExistenceCheck } from './client.ts'
import { proofOfWebsite } from './websites.ts'

/** https://docs.github.com/rest/users/users#get-a-user; 60 questions an hour without a token. */
const user = z.object({
  login: z.string(),
  type: z.string(),
  name: z.string().nullish(),
  blog: z.string().nullish(),
  bio: z.string().nullish(),
})

const limited: Text = {
  nl: 'GitHub beantwoordt dit uur geen vragen meer van ons.',
  en: 'GitHub answers no more of our questions this hour.',
}

export function githubCheck({ api = 'https://api.github.com' }: { readonly api?: string } = {}): ExistenceCheck {
  return {
    platform: 'github',
    service: 'GitHub',
    takes: (handle) => /^[A-Za-z0-9-]{1,39}$/.test(handle),
    async check(handle, about, fetcher) {
      const asked = await askJson(fetcher, {
        service: 'GitHub',
        url: `${api}/users/${handle}`,
        schema: user,
        isAbsent: (status) => status === 404,
        whyRefused: (status, text) => (status === 403 && /rate limit/i.test(text) ? limited : null),
      })
      if (asked.kind !== 'seen') return asked
      const { login, type, name, blog, bio } = asked.value
      const proof = proofOfWebsite(blog, about)
      const quote = [name, login, bio].filter(Boolean).join(' · ')
      // An organisation may work from an ordinary account, which then names its website.
      return {
        ...asked,
        value: { handle: login, displayName: name || null, quote, proof, isPerson: type !== 'Organization' && proof === null },
      }
    },
  }
}
