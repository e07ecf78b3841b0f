import { describe, expect, test } from 'vitest'
import { noHouseStyle } from '../../src/model/house-style.ts'
import { seen, unseen } from '../../src/model/seen.ts'
import { isExpired } from '../../src/platforms/expired.ts'
import { readContactSheet } from '../../src/services/contact-sheet.ts'
import { decideCandidate } from '../../src/services/decide-candidate.ts'
import { importTeam } from '../../src/services/import-team.ts'
import { saveHouseStyle } from '../../src/services/save-house-style.ts'
import { readSheetPeople } from '../../src/services/sheet-people.ts'
import { evidence, teamLooks, teamProfiles } from '../../src/store/schema.ts'
import { testDeps } from '../support/deps.ts'
import { sampleAudit } from '../support/sample-audit.ts'
import { sampleSheet } from '../support/sample-sheet.ts'
import { recordBasis, sampleTeam } from '../support/sample-team.ts'

async function setting(more: Parameters<typeof sampleSheet>[2] = []) {
  const { deps, clock } = await testDeps()
  const sample = await sampleAudit(deps)
  const { accounts, digestOf } = await sampleSheet(deps, sample, more)
  const read = (query: Partial<Parameters<typeof readContactSheet>[2]> = {}) =>
    readContactSheet(deps, sample.auditId, { sort: 'banner', platform: null, ...query })
  const handles = (sheet: ReturnType<typeof read>) =>
    sheet.groups.map(({ kind, items }) => [kind, items.map(({ handle }) => handle).sort()])
  return { deps, clock, sample, accounts, digestOf, read, handles }
}

describe('the contact sheet', () => {
  test('lays what shows the same banner on top, what differs after it, and says of the rest why it was not judged', async () => {
    const { read, handles, digestOf } = await setting()
    const sheet = read()
    expect([sheet.norm, sheet.references]).toEqual(['majority', [digestOf('house')]])
    expect(handles(sheet)).toEqual([
      ['norm', ['company/zorgwijde-noord', 'zorgwijde', 'zorgwijde.example', 'zorgwijde.zuid', 'zorgwijde@zorg.example']],
      ['apart', ['@werkenbijzorgwijde']],
      ['apart', ['atelierzorgwijde']],
      ['absent', ['zorgwijde']],
      ['unsure', ['zorgwijde.west']],
      ['hidden', ['@ZorgwijdeTV', 'company/zorgwijde', 'zorgwijde']],
      ['not-offered', ['zorgwijde']],
    ])
  })

  test('is held to the agreed banner once there is one', async () => {
    const { deps, sample, read, handles, digestOf } = await setting()
    const style = { ...noHouseStyle, background: { references: [digestOf('autumn')], passage: null } }
    saveHouseStyle(deps, { auditId: sample.auditId, style, personId: null })
    const sheet = read()
    expect([sheet.norm, sheet.references]).toEqual(['agreed', [digestOf('autumn')]])
    expect(handles(sheet)[0]).toEqual(['norm', ['atelierzorgwijde']])
    expect(sheet.groups.filter(({ kind }) => kind === 'apart').map(({ items }) => items.length)).toEqual([5, 1])
  })

  test('can be of one platform; what most show stays that of all', async () => {
    const { read, handles, digestOf } = await setting()
    const sheet = read({ platform: 'facebook' })
    expect(handles(sheet)).toEqual([
      ['norm', ['zorgwijde.zuid']],
      ['apart', ['atelierzorgwijde']],
      ['unsure', ['zorgwijde.west']],
      ['hidden', ['zorgwijde']],
    ])
    expect(sheet.references).toEqual([digestOf('house')])
    expect(sheet.shown).toBeLessThan(sheet.all)
  })

  test('can be laid together by avatar too', async () => {
    const { read, handles } = await setting()
    expect(handles(read({ sort: 'avatar' })).map(([kind]) => kind)).toEqual(['norm', 'apart', 'apart', 'not-compared', 'hidden'])
  })

  test('leaves out people and what is not the organisation’s', async () => {
    const { deps, sample, accounts, read } = await setting([
      { platform: 'x', handle: 'jannie_zw', name: 'Jannie', kind: 'person', avatar: 'disc', banner: 'party' },
    ])
    const accountId = accounts.get('bluesky:zorgwijde.example') ?? ''
    decideCandidate(deps, { auditId: sample.auditId, accountId, decision: 'not-ours', basedOn: null, personId: null })
    const shown = read().groups.flatMap(({ items }) => items.map(({ key }) => key))
    expect(shown).not.toContain('x:jannie_zw')
    expect(shown).not.toContain('bluesky:zorgwijde.example')
  })

  test('says how many follow, of whom and when, for each account alone', async () => {
    const { read } = await setting()
    const x = read()
      .groups.flatMap(({ items }) => items)
      .find(({ key }) => key === 'x:zorgwijde')
    expect(x?.followers).toEqual({ count: 1843, from: 'page', at: '2026-11-01T13:30:00.000Z' })
  })

  test('shows nothing of YouTube’s interface after 30 days, and all of it before', async () => {
    const { clock, read } = await setting([
      {
        platform: 'youtube',
        handle: '@zorgvlog',
        name: 'Zorgvlog',
        avatar: 'leaf',
        banner: 'house',
        more: { via: 'api', followers: seen(7, 'api') },
      },
    ])
    const vlog = () =>
      read()
        .groups.flatMap(({ items }) => items)
        .find(({ key }) => key === 'youtube:@zorgvlog')
    expect(vlog()).toMatchObject({ expired: false, followers: { count: 7 }, displayName: { seen: true } })
    clock.now = new Date('2026-12-02T13:30:00.000Z')
    expect(vlog()).toMatchObject({
      expired: true,
      followers: null,
      displayName: { seen: false },
      avatar: { why: 'hidden' },
      banner: { why: 'hidden' },
    })
    const at = new Date('2026-12-31T00:00:00.000Z')
    expect(isExpired('youtube', { via: 'live', takenAt: '2026-01-01T00:00:00.000Z' }, at)).toBe(false)
    expect(isExpired('x', { via: 'api', takenAt: '2026-01-01T00:00:00.000Z' }, at)).toBe(false)
  })
})

describe('people beside the sheet', () => {
  const more = 'naam;functie;afdeling;linkedin;akkoord\nErik Smit;Kok;;;\nZoë van der Meer;Arts;;;\n'

  test('are not there without a basis, nor below five', async () => {
    const { deps, sample } = await setting()
    expect(readSheetPeople(deps, sample.auditId)).toBeNull()
    recordBasis(deps, sample.auditId)
    sampleTeam(deps, sample.auditId)
    expect(readSheetPeople(deps, sample.auditId)).toBeNull()
  })

  test('stand in order of initials, without names; a portrait only of who agreed, and only while it is kept', async () => {
    const { deps, sample, digestOf } = await setting()
    const { auditId } = sample
    sampleTeam(deps, auditId)
    importTeam(deps, { auditId, text: more })
    const profile = deps.store.db.select().from(teamProfiles).get()
    const look = {
      key: 'x',
      url: 'https://www.linkedin.com/in/x',
      state: 'captured' as const,
      wall: null,
      httpStatus: 200,
      displayName: seen('Sanne', 'og:title'),
      description: unseen('not-offered'),
      picture: seen(digestOf('disc'), 'og:image'),
      website: unseen('not-offered'),
      takenAt: '2026-11-01T13:30:00.000Z',
      record: null,
      mentionsOrganisation: unseen('not-offered'),
    }
    const id = profile?.id ?? ''
    deps.store.db.insert(teamLooks).values({ id: 'look', auditId, profileId: id, body: look, expiresAt: '2027-01-01' }).run()
    const people = readSheetPeople(deps, auditId)
    expect(people?.map(({ initials }) => initials)).toEqual(['ES', 'PB', 'SV', 'YI', 'ZM'])
    expect(people?.filter(({ portrait }) => portrait !== null)).toEqual([{ initials: 'SV', portrait: digestOf('disc') }])
    expect(JSON.stringify(people)).not.toMatch(/Sanne|Vliet|Smit/)
    deps.store.db.delete(evidence).run()
    expect(readSheetPeople(deps, auditId)?.every(({ portrait }) => portrait === null)).toBe(true)
  })
})
