import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AccountKind } from '../../src/model/candidate.ts'
import type { Organisation } from '../../src/model/organisation.ts'
import type { PlatformId } from '../../src/model/platform.ts'
import { commonBuild, type NamedAccount, suggestHandle } from '../../src/naming/build.ts'
import { handleFrom } from '../../src/naming/handle-form.ts'
import { chosenName, stemOf } from '../../src/naming/tokens.ts'
import { platform } from '../../src/platforms/index.ts'

const organisation: Organisation = {
  name: 'Zorggroep De Linde',
  aliases: [],
  website: 'https://www.delinde.example/',
  country: 'nl',
  wikidataId: null,
}

const account = (on: PlatformId, handle: string, kind: AccountKind = 'central', displayName: string | null = null): NamedAccount => ({
  key: `${on}:${handle}`,
  platform: on,
  handle,
  kind,
  displayName,
})

describe('the common build of the handles', () => {
  test('is the name that most accounts have, with its support and its exceptions', () => {
    const build = commonBuild(
      [
        account('x', 'delinde'),
        account('instagram', 'de_linde'),
        account('facebook', 'DeLinde'),
        account('linkedin', 'company/de-linde'),
        account('tiktok', 'lindezorgt'),
      ],
      organisation,
    )
    expect(build).toMatchObject({ stem: 'delinde', support: 4, of: 5, exceptions: ['tiktok:lindezorgt'] })
  })

  test('is written as most accounts write it', () => {
    const build = commonBuild([account('x', 'de_linde'), account('instagram', 'de_linde'), account('facebook', 'delinde')], organisation)
    expect(build?.spelled).toBe('de_linde')
  })

  test('is carried by accounts of a place that put the place behind it', () => {
    const build = commonBuild(
      [account('facebook', 'delinde'), account('instagram', 'delindegouda', 'location'), account('x', 'delinde_leiden', 'location')],
      organisation,
    )
    expect(build).toMatchObject({ stem: 'delinde', support: 3, of: 3, exceptions: [] })
  })

  test('does not count accounts whose handle is a number', () => {
    const accounts = [
      account('x', 'delinde'),
      account('youtube', 'channel/UCabcdefghijklmnopqrstuv'),
      account('facebook', '100064718678925'),
    ]
    expect(commonBuild(accounts, organisation)).toMatchObject({ support: 1, of: 1 })
    expect(commonBuild(accounts.slice(1), organisation)).toBeNull()
  })

  test('when every account has another name, the own domain is proposed', () => {
    const build = commonBuild([account('x', 'lindezorgt'), account('instagram', 'wijzijnlinde')], organisation)
    expect(build).toMatchObject({ stem: 'delinde', support: 0, of: 2 })
  })

  test('a tie goes to the name nearest to the website', () => {
    const accounts = [
      account('x', 'thuisbij'),
      account('instagram', 'thuisbij'),
      account('facebook', 'delinde'),
      account('tiktok', 'delinde'),
    ]
    expect(commonBuild(accounts, organisation)?.stem).toBe('delinde')
  })

  test('does not depend on the order of the accounts', () => {
    const accounts = [
      account('x', 'lindeoost'),
      account('instagram', 'delinde_nl'),
      account('facebook', 'linde.zorg'),
      account('tiktok', 'lindeoost'),
    ]
    fc.assert(
      fc.property(fc.shuffledSubarray(accounts, { minLength: 4 }), (shuffled) => {
        expect(commonBuild(shuffled, organisation)?.stem).toBe(commonBuild(accounts, organisation)?.stem)
      }),
    )
  })
})

describe('the handle that is suggested', () => {
  const shared = (spelled: string) => {
    const build = commonBuild([account('instagram', spelled), account('tiktok', spelled)], organisation)
    if (!build) throw new Error('no build')
    return build
  }

  test.each([
    ['x', 'lindezorgt', 'delinde', 'delinde'],
    ['facebook', 'lindezorgt', 'de_linde', 'delinde'],
    ['linkedin', 'company/lindezorgt', 'delinde', 'company/delinde'],
    ['linkedin', 'showcase/lindezorgt', 'delinde', 'showcase/delinde'],
    ['youtube', 'channel/UCabcdefghijklmnopqrstuv', 'delinde', '@delinde'],
    ['bluesky', 'lindezorgt.bsky.social', 'delinde', 'delinde.bsky.social'],
    ['mastodon', '@lindezorgt@zorg.example', 'delinde', '@delinde@zorg.example'],
    // X takes 15 signs: the word that says least goes.
    ['x', 'lindezorgt', 'zorggroepdelinde', 'delinde'],
    // Facebook asks for 5 signs.
    ['facebook', 'lindezorgt', 'lin', 'linnl'],
  ] as const)('on %s instead of %s, with %s elsewhere: %s', (on, handle, spelled, expected) => {
    expect(suggestHandle(account(on, handle), shared(spelled), organisation)).toBe(expected)
  })

  test('an account of a place keeps its place, from its own name or from its handle', () => {
    const build = shared('delinde')
    expect(suggestHandle(account('x', 'zorgingouda', 'location', 'Zorggroep De Linde Gouda'), build, organisation)).toBe('delindegouda')
    expect(suggestHandle(account('facebook', 'lindeleiden', 'location'), build, organisation)).toBe('delindeleiden')
    expect(suggestHandle(account('facebook', 'linde', 'location'), build, organisation)).toBeNull()
  })

  test('nothing is suggested where nobody chooses a name', () => {
    expect(suggestHandle(account('whatsapp', 'channel/0029VaAbCdEfGhIjKlMnOp'), shared('delinde'), organisation)).toBeNull()
  })

  const platforms: PlatformId[] = [
    'x',
    'linkedin',
    'youtube',
    'facebook',
    'instagram',
    'tiktok',
    'threads',
    'pinterest',
    'snapchat',
    'telegram',
    'github',
  ]
  const name = fc.stringMatching(/^[a-zA-Z0-9éü._-]{1,24}$/)

  test('always keeps the rule of the platform, and always the same name', () => {
    fc.assert(
      fc.property(fc.constantFrom(...platforms), name, (on, wanted) => {
        const handle = handleFrom(on, wanted, 'current')
        if (handle === null) return
        const chosen = chosenName(on, handle)
        const { pattern, min, max } = platform(on).handleRule
        expect(chosen).toMatch(pattern)
        expect(chosen?.length).toBeGreaterThanOrEqual(min)
        expect(chosen?.length).toBeLessThanOrEqual(max)
        expect(stemOf(chosen ?? '')).toBe(stemOf(wanted))
      }),
    )
  })
})
