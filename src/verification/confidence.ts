import { claimSignals } from '../../config/claim-signals.ts'
import { type ProfileSignalId, profileSignals } from '../../config/profile-signals.ts'
import { prior, type SignalId, signals as siteSignals, thresholds } from '../../config/signals.ts'
import type { Signal, Verdict } from '../model/candidate.ts'

type ClaimSignalId = keyof typeof claimSignals
export type AnySignalId = SignalId | ClaimSignalId | ProfileSignalId

const known: Readonly<Record<string, { readonly weight: number; readonly text: Signal['text'] }>> = {
  ...siteSignals,
  ...claimSignals,
  ...profileSignals,
}

/** A signal by its id, with the weight and the words of this version. */
export function signalOf(id: AnySignalId, shown?: Signal['shown']): Signal {
  const { weight, text } = known[id] as { weight: number; text: Signal['text'] }
  return { id, weight, text, ...(shown ? { shown } : {}) }
}

/** What nobody but the organisation, a register or a person of it can bring about. */
const decisive: ReadonlySet<string> = new Set(['in-register', 'earlier-ours', 'domain-handle', 'verified-link', 'rel-me-both-ways'])
/** What holds although the website is a stranger's: it does not lean on that website. */
const withoutSite: ReadonlySet<string> = new Set(['in-register', 'earlier-ours'])
/** A site that names an account like this does not vouch for it. */
const notVouched: ReadonlySet<string> = new Set([
  'in-comments',
  'in-credit',
  'in-embedded-post',
  'in-byline',
  'among-partners',
  'host-default',
  'placeholder',
])
/** An account of ours names partners too; the name or a link back is the second that it takes. */
const seconds: readonly string[] = [
  'name-alike',
  'name-close',
  'display-name-alike',
  'profile-names-our-site',
  'names-our-site',
  'both-ways-with-ours',
]

const probability = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds))

function logOdds(confidence: number): number {
  const bounded = Math.min(Math.max(confidence, 1e-6), 1 - 1e-6)
  return Math.log(bounded / (1 - bounded))
}

const justUnder = (threshold: number): number => threshold - 0.01

/** Whether the site itself, and not a visitor or maker of it, names the account. */
export const siteVouches = (signals: readonly Pick<Signal, 'id'>[], namedBySite: boolean): boolean =>
  namedBySite && !signals.some(({ id }) => notVouched.has(id))

/**
 * How likely an account is the organisation's, 0 to 1, from its signals alone. What the website says is summed and capped by
 * whether the website is the organisation's; what others and the profile add comes on top. Weak signals, however many, never
 * make it surely ours: that takes the site, a register, the domain itself, a person, or an account of ours that it belongs with.
 */
export function confidenceOf(signals: readonly Signal[], namedBySite: boolean): number {
  const ids = new Set(signals.map(({ id }) => id))
  const sum = (some: readonly Signal[]): number => some.reduce((total, { weight }) => total + weight, 0)
  const site = signals.filter(({ id }) => Object.hasOwn(siteSignals, id))
  const others = signals.filter(({ id }) => !Object.hasOwn(siteSignals, id))
  const bySite = Math.min(probability(prior + sum(site)), capOf(ids))
  if (others.length === 0 && namedBySite) return bySite
  const all = probability(logOdds(bySite) + sum(others))
  if ([...withoutSite].some((id) => ids.has(id))) return all
  return Math.min(
    all,
    capOf(ids),
    hasSecond(ids, namedBySite && bySite >= thresholds.ours, signals, namedBySite) ? 1 : justUnder(thresholds.ours),
  )
}

/** The most that may be said of what leans on a doubtful site: likely, and of a stranger's site not even that. */
function capOf(ids: ReadonlySet<string>): number {
  if (ids.has('site-of-another')) return justUnder(thresholds.likely)
  return ids.has('site-in-doubt') ? justUnder(thresholds.ours) : 1
}

function hasSecond(ids: ReadonlySet<string>, bySiteAlone: boolean, signals: readonly Signal[], namedBySite: boolean): boolean {
  if (bySiteAlone || siteVouches(signals, namedBySite)) return true
  if ([...decisive].some((id) => ids.has(id))) return true
  return ids.has('linked-by-ours') && seconds.some((id) => ids.has(id))
}

export function verdictOf(confidence: number): Verdict {
  if (confidence >= thresholds.ours) return 'ours'
  if (confidence >= thresholds.likely) return 'likely'
  return confidence <= thresholds.notOurs ? 'not-ours' : 'unknown'
}
