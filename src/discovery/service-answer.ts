import type { z } from 'zod'
import type { Fetched, Fetcher, FetchOptions } from '../model/fetch.ts'
import type { Text } from '../model/text.ts'

/** Where an answer came from. */
interface AnsweredAt {
  readonly at: string
  readonly record: string | null
}

/** What a service said. `trouble` is never an absence. */
export type ServiceAnswer<T> =
  | ({ readonly kind: 'seen'; readonly value: T } & AnsweredAt)
  | ({ readonly kind: 'absent' } & AnsweredAt)
  /** `final`: the next question to this service would go the same way. */
  | { readonly kind: 'trouble'; readonly why: Text; readonly final: boolean }

export interface Question<T> {
  /** Name of the service, for the reason. */
  readonly service: string
  readonly url: string
  readonly schema: z.ZodType<T>
  readonly headers?: FetchOptions['headers']
  /** Whether a refusal says that the account does not exist: the status and the text of the answer. */
  readonly isAbsent?: (status: number, text: string) => boolean
  /** A reason that the service gives in its refusal, such as a key that it does not know. */
  readonly whyRefused?: (status: number, text: string) => Text | null
}

/** Asks a service for JSON. Never throws for what the other side does: refusals, time-outs and nonsense are `trouble`. */
export async function askJson<T>(fetcher: Fetcher, question: Question<T>): Promise<ServiceAnswer<T>> {
  const { service, url, schema, headers, isAbsent = () => false } = question
  const fetched = await fetcher.get(url, { accept: 'json', maxBytes: LARGEST_ANSWER, ...(headers ? { headers } : {}) })
  const { at, record } = fetched
  if ((fetched.kind === 'missing' || fetched.kind === 'blocked') && fetched.status !== null && isAbsent(fetched.status, fetched.text))
    return { kind: 'absent', at, record }
  if (fetched.kind === 'blocked' && fetched.status !== null) {
    const why = question.whyRefused?.(fetched.status, fetched.text) ?? null
    if (why !== null) return { kind: 'trouble', why, final: true }
  }
  if (fetched.kind !== 'page') return troubleOf(service, fetched)
  const parsed = schema.safeParse(jsonOf(fetched.text))
  return parsed.success ? { kind: 'seen', value: parsed.data, at, record } : troubleOf(service, fetched)
}

const LARGEST_ANSWER = 2 * 1024 * 1024

export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

/** Why a service could not be read, for people. */
export function troubleOf(service: string, fetched: Fetched): { kind: 'trouble'; why: Text; final: boolean } {
  const trouble = (nl: string, en: string, final: boolean) =>
    ({ kind: 'trouble', why: { nl: `${service} ${nl}`, en: `${service} ${en}` }, final }) as const
  switch (fetched.kind) {
    case 'blocked':
      if (fetched.reason === 'rate-limited') return trouble(...patience(fetched.retryAfterSeconds), true)
      if (fetched.reason === 'robots') return trouble('laat programma’s hier niet kijken.', 'does not let programs look here.', true)
      return trouble('liet ons er niet in.', 'did not let us in.', fetched.reason !== 'denied')
    case 'missing':
      return trouble('gaf geen antwoord op deze vraag.', 'gave no answer to this question.', false)
    case 'page':
      return trouble('gaf een antwoord dat wij niet konden lezen.', 'gave an answer that we could not read.', false)
    case 'failed':
      if (fetched.reason === 'timeout') return trouble('antwoordde niet op tijd.', 'did not answer in time.', true)
      if (fetched.reason === 'not-in-archive') return trouble('staat niet in dit archief.', 'is not in this archive.', false)
      if (fetched.reason === 'offline')
        return trouble('is niet gevraagd: het netwerk staat uit.', 'was not asked: the network is off.', true)
      if (fetched.reason === 'private-address')
        return trouble('heeft een adres dat alleen binnen een netwerk bestaat.', 'has an address that exists inside a network only.', true)
      if (fetched.reason === 'wrong-type' || fetched.reason === 'too-large' || fetched.reason === 'undecodable')
        return trouble('gaf een antwoord dat wij niet konden lezen.', 'gave an answer that we could not read.', false)
      return trouble('was niet te bereiken.', 'could not be reached.', fetched.reason !== 'server-error')
  }
}

function patience(seconds: number | null): [nl: string, en: string] {
  if (seconds === null || seconds <= 0) return ['vroeg ons om te wachten.', 'asked us to wait.']
  const minutes = Math.ceil(seconds / 60)
  return seconds < 90
    ? [`vroeg ons om ${seconds} seconden te wachten.`, `asked us to wait for ${seconds} seconds.`]
    : [`vroeg ons om ${minutes} minuten te wachten.`, `asked us to wait for ${minutes} minutes.`]
}
