import type { SprawlReason } from '../model/location.ts'
import type { Organisation } from '../model/organisation.ts'
import { ownWords } from '../naming/build.ts'
import { coreOf } from '../naming/likeness.ts'
import { chosenName, stemOf } from '../naming/tokens.ts'
import type { LocatableAccount } from './locate.ts'

export interface SprawlAccount extends LocatableAccount {
  /** A person said that it is ours. */
  readonly owned: boolean
  /** The website links to it. */
  readonly linked: boolean
  /** Bears or has a location's name. */
  readonly located: boolean
  readonly abandoned: boolean
  readonly gone: boolean
}

/** Shorter words of the organisation are met by chance. */
const SHORTEST = 4

/**
 * Why an account looks like sprawl: related by its name or its location, and apart from the rest. `null` for one that
 * is not related, is linked and branded, or is plainly somebody else's.
 */
export function createSprawl(organisation: Organisation): (account: SprawlAccount) => SprawlReason[] | null {
  const own = ownWords(organisation)
    .flatMap((word) => [word, coreOf(word)])
    .filter((word) => word.length >= SHORTEST)
  const whole = own.filter((word) => coreOf(word) !== '')
  return (account) => {
    if (account.standing === 'not-ours' || account.kind === 'person') return null
    const names = [chosenName(account.platform, account.handle), account.displayName].filter((name) => name !== null)
    const branded = names.some((name) => whole.some((word) => stemOf(name).includes(word)))
    const related = branded || account.located || account.standing === 'ours' || account.standing === 'likely'
    const apart: SprawlReason[] = [
      ...(account.linked ? [] : (['not-linked'] as const)),
      ...(branded ? [] : (['not-branded'] as const)),
      ...(account.abandoned ? (['abandoned'] as const) : []),
      ...(account.gone ? (['gone'] as const) : []),
    ]
    if (!related || apart.length === 0) return null
    return account.owned ? apart : [...apart, 'not-owned']
  }
}
