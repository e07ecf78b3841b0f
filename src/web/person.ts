import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { Deps } from '../deps.ts'
import { readPerson } from '../services/person.ts'

const cookie = 'eenlijn-person'
const yearSeconds = 365 * 24 * 60 * 60

export interface Person {
  readonly personId: string
  readonly name: string
}

/** The id that this browser gave with its request, of somebody who is known or not. */
export const personIdOf = (c: Context): string | null => getCookie(c, cookie) ?? null

/** Who sits at this browser, when they gave their name before. There is no login to prove it. */
export function personOf(c: Context, deps: Deps): Person | null {
  const personId = personIdOf(c)
  return personId ? readPerson(deps, personId) : null
}

export function rememberPerson(c: Context, personId: string): void {
  setCookie(c, cookie, personId, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: new URL(c.req.url).protocol === 'https:',
    maxAge: yearSeconds,
  })
}
