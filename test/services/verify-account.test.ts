import { describe, expect, test } from 'vitest'
import type { Deps } from '../../src/deps.ts'
import type { AccountKind } from '../../src/model/candidate.ts'
import { decideCandidate, latestDecision } from '../../src/services/decide-candidate.ts'
import { readPublicCheck, removePublicCheck, savePublicCheck } from '../../src/services/public-check.ts'
import { startAudit } from '../../src/services/start-audit.ts'
import { readOfficialAccounts, verifyAccount } from '../../src/services/verify-account.ts'
import { testDeps } from '../support/deps.ts'
import { type Sample, sampleAudit } from '../support/sample-audit.ts'
import { secondAudit } from '../support/second-audit.ts'

/** An organisation that answers: a person said that Facebook, YouTube and LinkedIn are theirs, and that an agency is not. */
async function setting() {
  const { deps } = await testDeps()
  const sample = await sampleAudit(deps)
  savePublicCheck(deps, { auditId: sample.auditId, slug: 'zorgwijde' })
  return { deps, sample, ask: (url: string, slug?: string) => verifyAccount(deps, { url, ...(slug ? { slug } : {}) }) }
}

function say(deps: Deps, { auditId, accounts }: Sample, key: string, decision: 'ours' | 'not-ours' | 'unsure' | null, kind?: AccountKind) {
  const accountId = accounts.get(key) ?? ''
  const basedOn = latestDecision(deps.store.db, accountId)?.id ?? null
  decideCandidate(deps, { auditId, accountId, decision, ...(kind ? { kind } : {}), basedOn, personId: null })
}

describe('an account', () => {
  test.each([
    'https://www.facebook.com/zorgwijde',
    'facebook.com/Zorgwijde/',
    'https://m.facebook.com/zorgwijde?ref=page&utm_source=x#top',
    ' https://nl-nl.facebook.com/zorgwijde/posts/?locale=nl ',
    'https://l.facebook.com/l.php?u=https%3A%2F%2Fwww.facebook.com%2Fzorgwijde',
  ])('is official however its address is written: %s', async (url) => {
    const { ask } = await setting()
    expect(ask(url)).toMatchObject({
      status: 'official',
      account: { platform: 'facebook', handle: 'zorgwijde', url: 'https://www.facebook.com/zorgwijde' },
      organisation: { name: 'Zorgwijde', slug: 'zorgwijde' },
      since: '2026-11-12T13:30:00.000Z',
      lastSeen: '2026-11-12T13:30:00.000Z',
    })
  })

  test('that the platform says is gone is closed, with the day it was last seen', async () => {
    const { deps, ask } = await setting()
    await secondAudit(deps)
    expect(ask('https://www.youtube.com/@ZorgwijdeTV')).toMatchObject({ status: 'closed', since: '2026-11-12T13:30:00.000Z' })
    expect(ask('https://www.facebook.com/zorgwijde')).toMatchObject({ status: 'official', lastSeen: '2026-11-14T10:00:00.000Z' })
  })

  test.each([
    ['that only we think is theirs', 'https://x.com/Zorg_Wijde'],
    ['of a supplier', 'https://www.instagram.com/studio.kwast'],
    ['that poses as theirs', 'https://www.instagram.com/zorgwijde.echt'],
    ['of a person', 'https://www.linkedin.com/in/jannie-de-wit'],
    ['that nobody ever saw', 'https://www.instagram.com/zorgwijde'],
    ['that is none', 'https://www.zorgwijde.example/contact'],
    ['that is a post', 'https://www.facebook.com/zorgwijde/posts/123'],
    ['that is no address', 'wie ben jij'],
  ])('%s is unknown, in the same words as any other', async (_, url) => {
    const { deps, ask } = await setting()
    await secondAudit(deps)
    const answer = ask(url, 'zorgwijde')
    expect({ ...answer, account: null }).toEqual({
      ...{ status: 'unknown', asked: url, account: null, since: null, lastSeen: null },
      organisation: { name: 'Zorgwijde', slug: 'zorgwijde', website: 'https://www.zorgwijde.example/' },
    })
  })

  test.each(['person', 'host', 'agency', 'partner', 'quoted', 'impostor', 'fan', 'affiliate'] as const)(
    'that somebody called theirs and of the sort “%s” is not told of',
    async (kind) => {
      const { deps, sample, ask } = await setting()
      say(deps, sample, 'facebook:zorgwijde', 'ours', kind)
      expect(ask('https://www.facebook.com/zorgwijde').status).toBe('unknown')
      expect(readOfficialAccounts(deps, 'zorgwijde').accounts.map(({ key }) => key)).not.toContain('facebook:zorgwijde')
    },
  )

  test.each(['not-ours', 'unsure', null] as const)('is unknown at once when somebody says %s of it', async (decision) => {
    const { deps, sample, ask } = await setting()
    say(deps, sample, 'facebook:zorgwijde', decision)
    expect(ask('https://www.facebook.com/zorgwijde').status).toBe('unknown')
  })
})

describe('an organisation', () => {
  test('is not told of before it chose to be, and at once not any more when it chose otherwise', async () => {
    const { deps, sample, ask } = await setting()
    removePublicCheck(deps, sample.auditId)
    expect(ask('https://www.facebook.com/zorgwijde')).toMatchObject({ status: 'unknown', organisation: null })
    expect(() => ask('https://www.facebook.com/zorgwijde', 'zorgwijde')).toThrow(expect.objectContaining({ code: 'not-found' }))
    expect(() => readOfficialAccounts(deps, 'zorgwijde')).toThrow(expect.objectContaining({ code: 'not-found' }))
    expect(readPublicCheck(deps, sample.auditId)).toMatchObject({ check: null, proposal: 'zorgwijde' })
  })

  test('answers for its own accounts alone, under its slug', async () => {
    const { deps, ask } = await setting()
    const { auditId } = await startAudit(deps, { name: 'De Linde' })
    savePublicCheck(deps, { auditId, slug: 'de-linde' })
    expect(ask('https://www.facebook.com/zorgwijde', 'de-linde').status).toBe('unknown')
    expect(ask('https://www.facebook.com/zorgwijde').organisation?.slug).toBe('zorgwijde')
  })

  test('lists what it published, in the order of platforms', async () => {
    const { deps } = await setting()
    expect(readOfficialAccounts(deps, 'ZORGWIJDE').accounts.map(({ key, status }) => [key, status])).toEqual([
      ['linkedin:company/zorgwijde', 'official'],
      ['youtube:@zorgwijdetv', 'official'],
      ['facebook:zorgwijde', 'official'],
    ])
  })

  test.each(['', 'x', 'Zorg wijde', '-zorg', 'zorg-', 'a/b', 'é', 'a'.repeat(61)])('cannot have the slug “%s”', async (slug) => {
    const { deps, sample } = await setting()
    expect(() => savePublicCheck(deps, { auditId: sample.auditId, slug })).toThrow(
      expect.objectContaining({ code: 'invalid-input', field: 'slug' }),
    )
  })

  test('cannot take another one’s slug, and is proposed a free one', async () => {
    const { deps, sample } = await setting()
    const { auditId } = await startAudit(deps, { name: 'Zorgwijde', website: 'https://zorgwijde-oost.example' })
    expect(() => savePublicCheck(deps, { auditId, slug: 'zorgwijde' })).toThrow(
      expect.objectContaining({ code: 'conflict', field: 'slug' }),
    )
    expect(readPublicCheck(deps, auditId).proposal).toBe('zorgwijde-2')
    expect(savePublicCheck(deps, { auditId: sample.auditId, slug: 'Zorg-Wijde' })).toEqual({ slug: 'zorg-wijde' })
    expect(savePublicCheck(deps, { auditId, slug: 'zorgwijde' })).toEqual({ slug: 'zorgwijde' })
  })
})

test.each(['', '   ', `https://x.com/${'a'.repeat(2_000)}`])('a question that is empty or too long is refused', async (url) => {
  const { ask } = await setting()
  expect(() => ask(url)).toThrow(expect.objectContaining({ code: 'invalid-input', field: 'url' }))
})
