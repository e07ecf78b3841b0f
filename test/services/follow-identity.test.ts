import { describe, expect, test } from 'vitest'
import type { Deps } from '../../src/deps.ts'
import type { Candidate } from '../../src/model/candidate.ts'
import { seen, unseen } from '../../src/model/seen.ts'
import type { Snapshot } from '../../src/model/snapshot.ts'
import { accountFromHandle } from '../../src/platforms/classify.ts'
import { upsertCandidate } from '../../src/services/candidates.ts'
import { captureByHand } from '../../src/services/capture-by-hand.ts'
import { decideCandidate } from '../../src/services/decide-candidate.ts'
import { findAudit } from '../../src/services/find-audit.ts'
import { keepLook } from '../../src/services/keep-look.ts'
import { readCandidates } from '../../src/services/read-candidates.ts'
import { rejudgeAudit } from '../../src/services/rejudge-audit.ts'
import { startAudit } from '../../src/services/start-audit.ts'
import { accounts, audits } from '../../src/store/schema.ts'
import { type AnySignalId, confidenceOf, signalOf, verdictOf } from '../../src/verification/confidence.ts'
import { testDeps } from '../support/deps.ts'

type Platform = Candidate['platform']

function candidate(
  platform: Platform,
  handle: string,
  ids: AnySignalId[] = ['in-footer', 'name-alike'],
  route: 'website' | 'search-engine' = 'website',
): Candidate {
  const { url, key } = accountFromHandle(platform, handle)
  const signals = ids.map((id) => signalOf(id))
  const confidence = confidenceOf(signals, route === 'website')
  const via = {
    page: null,
    pageTitle: '',
    source: 'link',
    zone: 'footer',
    label: '',
    quote: '',
    seenAt: '2026-11-02T09:00:00.000Z',
    record: null,
  } as const
  return {
    key: key ?? '',
    platform,
    handle,
    url: url ?? '',
    closed: false,
    doubt: null,
    verdict: verdictOf(confidence),
    confidence,
    kind: 'central',
    signals,
    foundVia: [{ route, ...via }],
    furtherPlaces: 0,
  }
}

async function auditWith(deps: Deps, ...found: Candidate[]) {
  const { auditId } = await startAudit(deps, { name: 'De Linde', website: 'https://delinde.example/' })
  const { organisationId } = findAudit(deps.store.db, auditId)
  const ids = deps.store.transact((tx) => {
    tx.update(audits).set({ siteBelongs: 'yes', state: 'done' }).run()
    return found.map((one) => upsertCandidate(tx, auditId, organisationId, one, deps.now().toISOString()).accountId)
  })
  const look = (accountId: string, url: string, key: string, permanentId: string, handle: string | null = null) =>
    deps.store.transact((tx) => {
      const snapshot: Snapshot = {
        key,
        url,
        state: 'captured',
        wall: null,
        httpStatus: 200,
        displayName: seen('De Linde', 'page'),
        description: unseen('absent'),
        picture: unseen('absent'),
        website: unseen('absent'),
        permanentId: seen(permanentId, 'page'),
        ...(handle === null ? {} : { handle: seen(handle, 'page') }),
        takenAt: deps.now().toISOString(),
        record: null,
      }
      const kept = keepLook(tx, { auditId, organisationId, accountId, snapshot, now: deps.now().toISOString() })
      rejudgeAudit(tx, auditId)
      return kept
    })
  return { auditId, ids, look, view: () => readCandidates(deps.store.db, findAudit(deps.store.db, auditId)) }
}

const lookAt = (
  audit: Awaited<ReturnType<typeof auditWith>>,
  at: number,
  one: Candidate,
  permanentId: string,
  handle: string | null = null,
) => audit.look(audit.ids[at] ?? '', one.url, one.key, permanentId, handle)

describe('the platform’s own number for an account', () => {
  test('under another name in a later audit it is the same account, with its history', async () => {
    const { deps } = await testDeps()
    const [before, after] = [candidate('x', 'delinde'), candidate('x', 'delinde_zorg')]
    const first = await auditWith(deps, before)
    lookAt(first, 0, before, '42')
    decideCandidate(deps, { auditId: first.auditId, accountId: first.ids[0] ?? '', decision: 'ours', basedOn: null, personId: null })
    const second = await auditWith(deps, after)
    expect(lookAt(second, 0, after, '42')?.id).toBe(first.ids[0])
    expect(second.view()).toMatchObject([
      {
        accountId: first.ids[0],
        handle: 'delinde_zorg',
        decision: { decision: 'ours' },
        formerNames: [{ handle: 'delinde', renamed: true }],
        takenOverAt: null,
        snapshot: { key: 'x:delinde_zorg', state: 'captured' },
      },
    ])
    expect(deps.store.db.select().from(accounts).all()).toHaveLength(1)
  })

  test('it is renamed too when the site still names the former one', async () => {
    const { deps } = await testDeps()
    const [before, after] = [candidate('x', 'delinde'), candidate('x', 'delinde_zorg')]
    const first = await auditWith(deps, before)
    lookAt(first, 0, before, '42')
    const second = await auditWith(deps, before, after)
    lookAt(second, 1, after, '42')
    expect(second.view()).toMatchObject([{ handle: 'delinde_zorg', formerNames: [{ handle: 'delinde', renamed: true }] }])
  })

  test('another number under a known name is another account, and what was said of the first does not hold for it', async () => {
    const { deps, clock } = await testDeps()
    const one = candidate('x', 'delinde', ['name-alike', 'found-by-search'], 'search-engine')
    const first = await auditWith(deps, one)
    lookAt(first, 0, one, '42')
    decideCandidate(deps, { auditId: first.auditId, accountId: first.ids[0] ?? '', decision: 'ours', basedOn: null, personId: null })
    clock.now = new Date('2027-02-01T09:00:00.000Z')
    const second = await auditWith(deps, one)
    lookAt(second, 0, one, '666')
    const [now] = second.view()
    expect(now).toMatchObject({ handle: 'delinde', decision: null, takenOverAt: expect.any(String), formerNames: [] })
    expect(now?.signals.map(({ id }) => id)).toContain('taken-over')
    expect(['unknown', 'not-ours']).toContain(now?.standing)
    lookAt(second, 0, one, '42')
    expect(second.view()).toMatchObject([{ takenOverAt: null, decision: { decision: 'ours' } }])
  })

  const channel = 'UCabcdefghijklmnopqrstuv'
  test.each([
    ['the number first', [0, 1]],
    ['the name first', [1, 0]],
  ])('a channel by its number and by its name become one when both were looked at, %s', async (_, order) => {
    const { deps } = await testDeps()
    const both = [candidate('youtube', `channel/${channel}`, ['in-footer', 'in-register']), candidate('youtube', '@delinde')]
    const audit = await auditWith(deps, ...both)
    for (const at of order) lookAt(audit, at, both[at] as Candidate, channel, '@delinde')
    const [only, ...others] = audit.view()
    expect(others).toEqual([])
    expect(only).toMatchObject({
      handle: '@delinde',
      formerNames: [{ handle: `channel/${channel}`, renamed: false }],
      snapshot: { state: 'captured' },
    })
    expect(only?.snapshot?.url).toBe(both[1]?.url)
    expect(only?.foundVia).toHaveLength(2)
  })

  test('a channel known by its number alone takes the name that its profile shows', async () => {
    const { deps } = await testDeps()
    const one = candidate('youtube', `channel/${channel}`)
    const audit = await auditWith(deps, one)
    lookAt(audit, 0, one, channel, '@delinde')
    expect(audit.view()).toMatchObject([{ handle: '@delinde', key: 'youtube:@delinde' }])
  })
})

describe('what a person saw', () => {
  test('moves the verdict at once, and says that a person saw it', async () => {
    const { deps } = await testDeps()
    const one = candidate('instagram', 'lindezorg', ['name-close', 'on-one-page'])
    const audit = await auditWith(deps, one)
    expect(audit.view()[0]?.verdict).toBe('unknown')
    const fields = { name: 'De Linde', description: '', website: 'https://delinde.example/', lastPost: '', hasPicture: '' }
    await captureByHand(deps, {
      auditId: audit.auditId,
      accountId: audit.ids[0] ?? '',
      personId: null,
      found: 'profile',
      page: null,
      screenshot: null,
      fields,
    })
    const [now] = audit.view()
    expect(now?.verdict).toBe('ours')
    expect(now?.signals.find(({ id }) => id === 'links-both-ways')?.shown).toMatchObject({ by: 'person' })
  })
})

describe('the kind that a person says', () => {
  test('stands beside the one that we thought, also while only the owner is said again, and is taken back with it', async () => {
    const { deps } = await testDeps()
    const audit = await auditWith(deps, candidate('x', 'delinde'))
    const say = (decision: 'ours' | null, kind?: 'campaign' | null) => {
      const basedOn = audit.view()[0]?.decision?.id ?? null
      return decideCandidate(deps, { auditId: audit.auditId, accountId: audit.ids[0] ?? '', decision, kind, basedOn, personId: null })
    }
    say(null, 'campaign')
    expect(audit.view()).toMatchObject([{ kind: 'campaign', judgedKind: 'central', standing: 'ours' }])
    say('ours', 'campaign')
    say('ours')
    expect(audit.view()).toMatchObject([{ kind: 'campaign' }])
    say(null)
    expect(audit.view()).toMatchObject([{ kind: 'central' }])
  })
})
