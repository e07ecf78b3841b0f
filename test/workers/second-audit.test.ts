import { describe, expect, test } from 'vitest'
import type { Deps } from '../../src/deps.ts'
import type { Change, Difference } from '../../src/model/difference.ts'
import { noHouseStyle } from '../../src/model/house-style.ts'
import { decideCandidate } from '../../src/services/decide-candidate.ts'
import { openEvidence } from '../../src/services/evidence.ts'
import { explainDeviation } from '../../src/services/explain-deviation.ts'
import { savePlanItem } from '../../src/services/plan.ts'
import { readAudit } from '../../src/services/read-audit.ts'
import { readDifference } from '../../src/services/read-difference.ts'
import { saveHouseStyle } from '../../src/services/save-house-style.ts'
import { startAudit } from '../../src/services/start-audit.ts'
import { testApplication, untilEnded } from '../support/application.ts'
import { school, webAfter, webBefore, webWalled } from '../support/music-school.ts'
import { type Answer, packWeb } from '../support/pack-web.ts'
import { scoredUnder } from '../support/two-audits.ts'

const nobody = { personId: null }

async function audit(deps: Deps, web: Readonly<Record<string, Answer>>, at: string): Promise<string> {
  const archive = await deps.blobs.put(await packWeb(web, at))
  const { auditId } = await startAudit(deps, { ...school, archive, routes: ['website', 'platform-search'] })
  await untilEnded(deps, auditId)
  return auditId
}

const accountIn = (deps: Deps, auditId: string, key: string): string =>
  readAudit(deps, auditId, nobody).candidates.find((one) => one.key === key)?.accountId ?? ''

/** The first audit, and a person's word on the one account that only a page of news leads to: it is looked at again. */
async function auditFirst(deps: Deps): Promise<string> {
  const auditId = await audit(deps, webBefore, '2026-06-01T08:00:00.000Z')
  const accountId = accountIn(deps, auditId, 'x:wielewaal_zaal')
  decideCandidate(deps, { auditId, accountId, decision: 'ours', basedOn: null, personId: null })
  return auditId
}
const auditAgain = (deps: Deps, web: Readonly<Record<string, Answer>>) => audit(deps, web, '2026-09-01T08:00:00.000Z')

async function differenceOf(deps: Deps, auditId: string): Promise<Difference> {
  const difference = await readDifference(deps, auditId)
  if (!difference) throw new Error('there is no earlier audit')
  return difference
}

/** One change in a line: what changed, better or worse, through what, what it follows from and what it warns of. */
const line = ({ item, detail, kind, effect, cause, follows, alert }: Change): string =>
  [
    `${item}${detail === null ? '' : `:${detail}`} ${kind} ${effect} ${cause}`,
    follows === null ? '' : ` < ${follows.split('/')[0]}`,
    alert === null ? '' : ` !${alert}`,
  ].join('')

const isScore = ({ item }: Change) => item === 'grade' || item === 'coverage'

/** Everything that is told, by account; the score is told by itself. */
function told({ accounts, changes }: Difference): Record<string, string[]> {
  const keyOf = new Map(accounts.map(({ id, key }) => [id, key]))
  const bySubject = Map.groupBy(
    changes.filter((change) => !isScore(change)),
    ({ subject }) => (subject === null ? 'all' : (keyOf.get(subject) ?? subject)),
  )
  return Object.fromEntries([...bySubject].map(([subject, own]) => [subject, own.map(line).sort()]))
}

const hidden = (fields: string, ...checks: string[]) => [
  `sight:${fields} changed neutral visibility`,
  ...checks.map((check) => `check:${check} changed neutral visibility < sight`),
]
const looks = ['avatar', 'completeness', 'description', 'display-names', 'legibility'] as const

/** What the platforms showed of nobody in between, by account. */
const walls = {
  'instagram:wielewaal': hidden('display-name,description,picture', ...looks, 'link'),
  'threads:wielewaal': hidden('display-name,description,picture', ...looks),
  'tiktok:wielewaalklassiek': hidden('display-name,description,website,picture,verified,followers', ...looks, 'link'),
  // What sort of account it is was read from the page that could not be read again.
  'x:wielewaal_zaal': ['place gone neutral visibility', 'kind changed neutral visibility < place'],
}
const lessOfTheSite = 'route:website changed neutral visibility'

/** The school agreed on a word that all of these have in their description. */
const newWord = 'check:description changed improvement norm < agreement'

const changed: Readonly<Record<string, readonly string[]>> = {
  all: ['agreement:description new neutral norm', lessOfTheSite, 'rubric changed neutral norm'],
  'x:wielewaal': ['banner changed neutral organisation', 'check:background changed improvement organisation < banner', newWord],
  'x:wielewaal_jeugd': [
    'check:completeness changed regression organisation < website',
    'check:link changed regression organisation < website',
    'website gone neutral organisation',
    newWord,
  ],
  'x:wielewaal_band': ['account gone regression organisation !vanished', newWord],
  'x:wielewaal_koor': ['check:link changed neutral norm < explanation', 'explanation:link new neutral norm', newWord],
  'bluesky:wielewaal.example': ['handle changed neutral organisation'],
  'bluesky:wielewaal-winactie.bsky.social': ['account new neutral visibility !look-alike'],
  'youtube:@wielewaal': [
    'check:display-names changed improvement organisation < display-name',
    'display-name changed neutral organisation',
    newWord,
  ],
  'tiktok:wielewaal': ['account new neutral organisation'],
  'tiktok:wielewaalslagwerk': [
    'account:hands changed regression organisation !changed-hands',
    'kind changed neutral organisation < verdict',
    'verdict changed neutral organisation < account',
    newWord,
  ],
  'vimeo:wielewaal': ['place gone regression organisation !lost-link', newWord],
  'instagram:wielewaal': [...walls['instagram:wielewaal'], newWord],
  'threads:wielewaal': [...walls['threads:wielewaal'], newWord],
  'tiktok:wielewaalklassiek': [...walls['tiktok:wielewaalklassiek'], newWord],
  'x:wielewaal_zaal': [...walls['x:wielewaal_zaal'], newWord],
}

const sorted = (all: Readonly<Record<string, readonly string[]>>) =>
  Object.fromEntries(Object.entries(all).map(([subject, lines]) => [subject, lines.toSorted()]))

interface Asked {
  readonly what: string
  readonly mends?: { readonly checks: readonly string[]; readonly subject: string }
}
const asked = (what: string, check: string, subject: string): Asked => ({ what, mends: { checks: [check], subject } })
const done: readonly Asked[] = [
  asked('Zet de huisfoto op X', 'background', 'x:wielewaal'),
  asked('Gebruik op YouTube de hele naam', 'display-names', 'youtube:@wielewaal'),
  asked('Houd op Bluesky de omschrijving', 'description', 'bluesky:wielewaal.bsky.social'),
  asked('Zeg waarom het koor een eigen agenda heeft', 'link', 'x:wielewaal_koor'),
]
const open: readonly Asked[] = [
  asked('Houd de link bij de jeugd', 'link', 'x:wielewaal_jeugd'),
  asked('Zet op Instagram een link', 'link', 'instagram:wielewaal'),
  { what: 'Praat met de docenten' },
]

describe('a world that was audited, changed, and audited again', () => {
  test('every change is told with its cause and nothing else is, and the plan is followed up with evidence', async () => {
    const { deps } = await testApplication()
    const first = await auditFirst(deps)
    scoredUnder(deps, first, '2026.1')
    for (const line of [...done, ...open]) savePlanItem(deps, { auditId: first, how: '', owner: '', due: '', done: false, ...line })
    const style = { ...noHouseStyle, description: { words: ['Elzerdijk'], link: null, passage: null } }
    saveHouseStyle(deps, { auditId: first, style, personId: null })
    const why = { check: 'link', reason: 'Het koor heeft een eigen agenda.', approver: 'communicatie', personId: null }
    explainDeviation(deps, { auditId: first, accountId: accountIn(deps, first, 'x:wielewaal_koor'), ...why })

    const second = await auditAgain(deps, webAfter)
    const difference = await differenceOf(deps, second)
    expect(told(difference)).toEqual(sorted(changed))
    expect(difference.counts).toMatchObject({ up: 2, down: 5 })
    expect(difference.changes.filter(({ effect, cause }) => cause === 'visibility' && effect !== 'neutral')).toEqual([])
    const alike = difference.changes.find(({ alert }) => alert === 'look-alike')
    expect(alike?.why.nl).toContain('De vorige keer zochten wij ook')
    const { steps } = difference.score
    for (const [at, step] of steps.entries()) if (at > 0) expect(step.from).toEqual(steps[at - 1]?.to)

    const { followedUp = [], plan } = readAudit(deps, second, nobody)
    expect(followedUp.map(({ what }) => what)).toEqual(done.map(({ what }) => what))
    expect(plan.map(({ what }) => what)).toEqual(open.map(({ what }) => what))
    for (const { saw, record } of followedUp) {
      expect(saw).toHaveLength(1)
      expect((await openEvidence(deps, { auditId: second, digest: record ?? '' }))?.content.url).toMatch(/^https:/)
    }
  })

  test('the same world again is no difference, and another rubric alone is no deed of the organisation', async () => {
    const { deps } = await testApplication()
    const first = await auditFirst(deps)
    const second = await auditAgain(deps, webBefore)
    const same = await differenceOf(deps, second)
    expect([same.changes, same.counts.up, same.counts.down]).toEqual([[], 0, 0])
    expect(same.counts.equal).toBeGreaterThan(40)

    scoredUnder(deps, first, '2026.1')
    const otherRubric = await differenceOf(deps, second)
    expect(otherRubric.changes.map(line)).toEqual(['grade changed neutral norm', 'rubric changed neutral norm'])
    expect(otherRubric.counts).toEqual(same.counts)
  })

  test('of a world of which less can be seen, or more again, nothing went better or worse', async () => {
    const { deps } = await testApplication()
    await auditFirst(deps)
    const walled = await differenceOf(deps, await auditAgain(deps, webWalled))
    expect(told(walled)).toEqual(sorted({ all: [lessOfTheSite], ...walls }))
    const seenAgain = await differenceOf(deps, await auditAgain(deps, webBefore))
    expect(Object.keys(told(seenAgain)).sort()).toEqual(['all', ...Object.keys(walls)].sort())
    for (const { changes, counts } of [walled, seenAgain]) {
      expect([counts.up, counts.down]).toEqual([0, 0])
      expect(changes.filter(({ effect, cause }) => effect !== 'neutral' || cause !== 'visibility')).toEqual([])
    }
  })
})
