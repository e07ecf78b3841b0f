import type { Fetcher } from '../../model/fetch.ts'
import type { PlatformId } from '../../model/platform.ts'
import type { Proof } from '../outcome.ts'
import type { ServiceAnswer } from '../service-answer.ts'

/** An account as a platform shows it. */
export interface Hit {
  /** As the platform writes it, or its address. */
  readonly handle: string
  readonly displayName: string | null
  /** What was read, for the quote. */
  readonly quote: string
  readonly proof: Proof | null
  /** The form or type says that it is a person's. */
  readonly isPerson?: boolean
}

/** Finds accounts by a name in words. `absent` and an empty list both mean: looked, none. */
export interface NameSearch {
  readonly platform: PlatformId
  /** Whom the person knows it as. */
  readonly service: string
  find(name: string, about: About, fetcher: Fetcher): Promise<ServiceAnswer<readonly Hit[]>>
}

/** Says whether an account of this handle exists; only where a platform tells that honestly. */
export interface ExistenceCheck {
  readonly platform: PlatformId
  readonly service: string
  /** Whether this handle can be asked here at all. */
  takes(handle: string): boolean
  /** The same name in other places of the platform that are worth asking. */
  alsoAsk?(handle: string): string[]
  check(handle: string, about: About, fetcher: Fetcher): Promise<ServiceAnswer<Hit>>
}

/** What makes a hit the organisation's own, beside its name. */
export interface About {
  /** The registered domain of its website, such as `stadvoorbeeld.example`; `null` when it has none. */
  readonly domain: string | null
}
