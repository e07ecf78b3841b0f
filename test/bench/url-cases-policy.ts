import type { Address } from '../../src/model/platform.ts'
import type { Claim, PeerCase } from './url-cases-claims.ts'

/** Where we differ from a peer on purpose. Every difference that is not listed here counts as wrong. */
export const policyRules = {
  page: "a page of the platform's own (trending) is no account, though the peer's pattern takes it",
  length: 'a name is as long as the platform allows; the peer draws the line elsewhere',
  misplacedAt: 'an @ names a YouTube handle, whatever folder was put before it',
  repository: 'a repository is content of its owner',
  news: "a news page on XING is the publisher's own presence",
  memberCode: 'a LinkedIn member code is given whole; the peer drops its first letter',
  memberNumber: 'a LinkedIn member number is a profile, whatever its form',
  chatNumber: 'the number of a Telegram chat is known to a signed-in reader only',
  part: 'the account is the server; the peer returns the channel inside it',
} as const
export type PolicyRule = keyof typeof policyRules

/** The rule that explains why `address` is not what the peer claims, or `null` when none does. */
export function policyOf(peer: PeerCase, claim: Claim, address: Address): PolicyRule | null {
  const input = String(claim.text ?? peer.input ?? '')
  const named = address.kind === 'account' || address.kind === 'community'
  if (claim.kind === 'account') {
    if (/profile\/view\?id=A/.test(address.handle ?? '')) return 'memberCode'
    if (address.kind === 'content' && address.platform === 'github') return 'repository'
    if (address.kind === 'platform-page' && /\/trending\b/.test(input)) return 'page'
    if (address.platform === 'telegram' && /web\.telegram\.org.*#-?\d+$/.test(input)) return 'chatNumber'
    if (named && /\/channels\/\d+\/\d+/.test(input)) return 'part'
    return null
  }
  if (!named) return null
  if (/youtube\.com\/(?:user|channel)\/@/.test(input)) return 'misplacedAt'
  if (/xing\.com\/news\/pages\//.test(input)) return 'news'
  if (/linkedin\.com\/profile\/view\?id=\d+/.test(input) && /id=\d+$/.test(address.handle ?? '')) return 'memberNumber'
  return (address.handle?.length ?? 0) > 60 ? 'length' : null
}
