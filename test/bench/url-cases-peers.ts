import type { Address } from '../../src/model/platform.ts'
import { classifyUrl } from '../../src/platforms/classify.ts'
import { addressesInText } from '../../src/platforms/in-text.ts'
import { type Claim, claimsOf, type PeerCase, productRules } from './url-cases-claims.ts'
import { type PolicyRule, policyOf, policyRules } from './url-cases-policy.ts'
import { all, names, percent, read, sameHandle, show } from './url-cases-shared.ts'

interface Tally {
  cases: number
  right: number
  readonly outOfScope: Map<string, number>
  readonly mapped: Map<keyof typeof productRules, number>
  readonly policy: Map<PolicyRule, string[]>
  readonly wrong: string[]
}

const add = <K>(counts: Map<K, number>, key: K): unknown => counts.set(key, (counts.get(key) ?? 0) + 1)

function agrees(claim: Claim, address: Address): boolean {
  if (claim.kind === 'none') return !names(address)
  if (claim.kind === 'content') return address.kind === 'content'
  return names(address) && (claim.handle === null || sameHandle(address, claim.handle))
}

interface Difference {
  readonly rule: PolicyRule | null
  readonly line: string
}

function judge(peer: PeerCase, tally: Tally): void {
  const claims = claimsOf(peer)
  if (typeof claims === 'string') {
    add(tally.outOfScope, claims)
    return
  }
  tally.cases++
  for (const rule of new Set(claims.flatMap((claim) => claim.mapped ?? []))) add(tally.mapped, rule)
  const differences =
    peer.kind === 'text'
      ? textDifferences(peer, claims)
      : claims.flatMap((claim) => difference(peer, claim, classifyUrl(String(peer.input ?? ''))))
  const wrong = differences.find((entry) => entry.rule === null)
  const [first] = differences
  if (wrong !== undefined) tally.wrong.push(wrong.line)
  else if (first?.rule) tally.policy.set(first.rule, [...(tally.policy.get(first.rule) ?? []), first.line])
  else tally.right++
}

function difference(peer: PeerCase, claim: Claim, address: Address): Difference[] {
  if (agrees(claim, address)) return []
  const line = `${claim.text ?? String(peer.input)} → ${show(address)}; expected ${claim.kind} ${claim.handle ?? ''}`
  return [{ rule: policyOf(peer, claim, address), line }]
}

/** A text must give every address that the peer found in it, and no account that it did not find. */
function textDifferences(peer: PeerCase, claims: readonly Claim[]): Difference[] {
  const answers = addressesInText(String(peer.input ?? '')).map((found) => found.address)
  const expected = claims.filter((claim) => claim.kind !== 'none')
  const missed = expected.filter((claim) => !answers.some((address) => agrees(claim, address)))
  const readings = missed.map((claim) => ({ claim, address: nearest(claim, answers) }))
  const extra = answers.filter(
    (address) =>
      names(address) &&
      !expected.some((claim) => agrees(claim, address)) &&
      !readings.some((reading) => reading.address.key === address.key),
  )
  return [
    ...readings.flatMap(({ claim, address }) => difference(peer, claim, address)),
    ...extra.map((address) => ({
      rule: policyOf(peer, { text: null, kind: 'none', handle: null, mapped: null }, address),
      line: `also ${show(address)}`,
    })),
  ]
}

/** What we made of the address that a claim is about, `none` when the text did not give it. */
function nearest(claim: Claim, answers: readonly Address[]): Address {
  const read = classifyUrl(claim.text ?? '')
  return answers.find((address) => address.key === read.key && address.platform === read.platform) ?? classifyUrl('')
}

const sources = [
  'crawlee',
  'fluquid-extract-social-media',
  'wvanderp-social-profile-url-parser',
  'salesflare-social-profile-url-parser',
  'share-urls-negatives',
]

/** Prints, per source, how many cases are right, differ by a written rule, or are wrong. */
export function peers(): void {
  const total = { cases: 0, right: 0, policy: 0, wrong: 0 }
  for (const source of sources) {
    const tally: Tally = { cases: 0, right: 0, outOfScope: new Map(), mapped: new Map(), policy: new Map(), wrong: [] }
    for (const peer of read<PeerCase[]>(`url-cases/${source}.json`)) judge(peer, tally)
    const policy = [...tally.policy.values()].reduce((sum, lines) => sum + lines.length, 0)
    console.log(`\n${source}: ${tally.cases} cases, right ${tally.right}, policy ${policy}, wrong ${tally.wrong.length}`)
    for (const [why, count] of tally.outOfScope) console.log(`  out of scope ${count}: ${why}`)
    for (const [rule, count] of tally.mapped) console.log(`  put into our terms ${count}: ${productRules[rule]}`)
    for (const [rule, lines] of tally.policy) {
      console.log(`  policy ${rule} ${lines.length}: ${policyRules[rule]}`)
      if (all) for (const line of lines) console.log(`      ${line}`)
    }
    for (const line of tally.wrong) console.log(`  WRONG ${line}`)
    total.cases += tally.cases
    total.right += tally.right
    total.policy += policy
    total.wrong += tally.wrong.length
  }
  const { cases, right, policy, wrong } = total
  console.log(
    `\nall peers: ${cases} cases; right ${percent(right, cases)}; policy ${percent(policy, cases)}; wrong ${percent(wrong, cases)}`,
  )
  console.log(`right where policies agree: ${percent(right, cases - policy)}`)
}
