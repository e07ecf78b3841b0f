import type { Context } from 'hono'
import type { Env } from '../../config/env.ts'
import { EenlijnError } from '../model/errors.ts'
import { clientOf, createRateLimit } from './rate-limit.ts'

/** Enough for a person, or for a page that checks its own links; too little to draw out lists. */
const gate = { most: 60, perMs: 60_000 }

export interface PublicGate {
  /** Says nothing when the client may ask. @throws EenlijnError `too-many-requests`, with the header that says for how long. */
  pass(c: Context): void
}

/** Guards what anybody may ask without being known here. */
export function createPublicGate(env: Pick<Env, 'behindProxy'>): PublicGate {
  const limit = createRateLimit(gate)
  return {
    pass(c) {
      const seconds = limit.wait(clientOf(c, env))
      if (seconds === 0) return
      throw new EenlijnError(
        'too-many-requests',
        {
          nl: `Je vraagt veel in korte tijd. Probeer het over ${seconds} seconden opnieuw.`,
          en: `You ask much in a short time. Try again in ${seconds} seconds.`,
        },
        { retryAfterSeconds: seconds },
      )
    },
  }
}
