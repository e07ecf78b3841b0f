import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { demoOrganisation } from '../../src/demo/organisation.ts'
import { packDemoArchive } from '../../src/demo/pack.ts'
import type { Deps } from '../../src/deps.ts'
import { confirmMember, noteInformed } from '../../src/services/change-member.ts'
import { objectMember } from '../../src/services/erase-member.ts'
import { expireTeam } from '../../src/services/expire-team.ts'
import { importTeam } from '../../src/services/import-team.ts'
import { readTeam } from '../../src/services/read-team.ts'
import { saveTeamBasis } from '../../src/services/save-team-basis.ts'
import { startAudit } from '../../src/services/start-audit.ts'
import { withdrawTeamBasis } from '../../src/services/withdraw-team-basis.ts'
import { audits, objections, persons, requests, teamBases, teamLooks, teamMembers, teamProfiles } from '../../src/store/schema.ts'
import { testApplication, untilEnded } from '../support/application.ts'
import { testDeps } from '../support/deps.ts'
import { basis, recordBasis, sampleTeam, teamCsv } from '../support/sample-team.ts'
import { startSite } from '../support/site.ts'

const thrownBy = (work: () => unknown) => {
  try {
    work()
  } catch (error) {
    return error
  }
}

/** An audit that was begun and goes no further. */
async function setting() {
  const { deps, clock } = await testDeps()
  const { auditId } = await startAudit(deps, { name: 'Zorgwijde', website: 'https://www.zorgwijde.example' })
  deps.store.db.update(audits).set({ state: 'done' }).run()
  return { deps, clock, auditId }
}

test('a basis with an open blank, an empty box or without a tick is not recorded', async () => {
  const { deps, auditId } = await setting()
  const save = (over: object) => () => saveTeamBasis(deps, { auditId, ...basis, confirmed: true, personId: null, ...over })
  expect(thrownBy(save({ interest: 'Wij willen [wat …].' }))).toMatchObject({ code: 'invalid-input', field: 'interest' })
  expect(thrownBy(save({ purpose: ' ' }))).toMatchObject({ field: 'purpose' })
  expect(thrownBy(save({ balance: 'b'.repeat(4_001) }))).toMatchObject({ field: 'balance' })
  expect(thrownBy(save({ confirmed: false }))).toMatchObject({ field: 'confirmed' })
  expect(readTeam(deps, auditId)).toMatchObject({ basis: null, versions: [] })
  save({})()
  save({ purpose: 'Anders.' })()
  expect(readTeam(deps, auditId)).toMatchObject({
    basis: { purpose: 'Anders.' },
    versions: [{ purpose: 'Anders.' }, { purpose: basis.purpose }],
  })
})

test('nobody goes on the list without a basis', async () => {
  const { deps, auditId } = await setting()
  expect(thrownBy(() => importTeam(deps, { auditId, text: teamCsv }))).toMatchObject({ code: 'conflict' })
  expect(deps.store.db.select().from(persons).all()).toEqual([])
})

test('a profile in a list counts only when the line says that the person agreed', async () => {
  const { deps, auditId } = await setting()
  const imported = sampleTeam(deps, auditId)
  expect(imported).toMatchObject({ added: 3, known: 0, skipped: 0, bad: [{ line: 3 }] })
  const { members } = readTeam(deps, auditId)
  expect(
    members.map(({ name, role, unit, profiles, agreedAt }) => [name, role, unit, profiles.map(({ handle }) => handle), agreedAt !== null]),
  ).toEqual([
    ['Pieter Bosgraaf', 'Kok', 'De Linde', [], false],
    ['Sanne van Vliet', 'Teamleider', 'De Linde', ['in/sannevanvliet-zorg'], true],
    ['Yasmina el Idrissi', 'Verpleegkundige', 'De Esdoorn', [], false],
  ])
  expect(importTeam(deps, { auditId, text: 'Van Vliet Sanne' })).toMatchObject({ added: 0, known: 1 })
})

test('who was not informed within thirty days is pointed out', async () => {
  const { deps, clock, auditId } = await setting()
  sampleTeam(deps, auditId)
  const [pieter] = readTeam(deps, auditId).members
  noteInformed(deps, { auditId, memberId: pieter?.id ?? '', on: '2026-11-03' })
  clock.now = new Date('2026-12-03T09:00:01.000Z')
  expect(readTeam(deps, auditId).members.map(({ informLate }) => informLate)).toEqual([false, true, true])
  expect(thrownBy(() => noteInformed(deps, { auditId, memberId: pieter?.id ?? '', on: 'morgen' }))).toMatchObject({ code: 'invalid-input' })
})

test('an objection leaves only keyed hashes, and holds when the list comes again in another spelling', async () => {
  const { deps, auditId } = await setting()
  sampleTeam(deps, auditId)
  const sanne = readTeam(deps, auditId).members.find(({ name }) => name.startsWith('Sanne'))
  await objectMember(deps, { auditId, memberId: sanne?.id ?? '' })
  const kept = deps.store.db.select().from(objections).all()
  expect(kept).toHaveLength(2)
  expect(JSON.stringify(kept)).not.toMatch(/sanne|vliet/i)
  expect(importTeam(deps, { auditId, text: 'naam\nMw. SANNE VAN VLIET\nTom Kra' })).toMatchObject({ added: 1, skipped: 1 })
  const profile = 'naam,linkedin,akkoord\nS. Jansen,linkedin.com/in/sannevanvliet-zorg,ja'
  expect(importTeam(deps, { auditId, text: profile })).toMatchObject({ added: 0, skipped: 1 })
})

test('withdrawing the basis takes all people away and keeps objections', async () => {
  const { deps, auditId } = await setting()
  sampleTeam(deps, auditId)
  await objectMember(deps, { auditId, memberId: readTeam(deps, auditId).members[0]?.id ?? '' })
  expect(await withdrawTeamBasis(deps, { auditId })).toEqual({ removed: 2 })
  expect(readTeam(deps, auditId)).toMatchObject({ basis: null, members: [], objections: 1 })
  expect(deps.store.db.select().from(teamProfiles).all()).toEqual([])
  expect(
    deps.store.db
      .select({ name: persons.name })
      .from(persons)
      .all()
      .filter(({ name }) => name !== null),
  ).toEqual([])
})

describe('after twelve months', () => {
  const month = 30 * 86_400_000
  const csv = 'naam,linkedin,akkoord\nSanne van Vliet,linkedin.com/in/sannevanvliet-zorg,ja\nTom Kramer,,'

  test('whoever nothing has named since goes, with profiles and all', async () => {
    const { deps, clock, auditId } = await setting()
    recordBasis(deps, auditId)
    importTeam(deps, { auditId, text: csv })
    const [sanne] = readTeam(deps, auditId).members
    expect(sanne?.keptUntil).toBe('2027-11-02T09:00:00.000Z')
    clock.now = new Date('2027-11-02T08:59:59.000Z')
    expect(await expireTeam(deps)).toEqual({ looks: 0, profiles: 0, members: 0 })
    clock.now = new Date('2027-11-02T09:00:00.000Z')
    expect(await expireTeam(deps)).toEqual({ looks: 0, profiles: 1, members: 2 })
    expect(readTeam(deps, auditId).members).toEqual([])
    const named = deps.store.db.select({ name: persons.name }).from(persons).all()
    expect(named.filter(({ name }) => name !== null)).toEqual([])
  })

  test('who was informed and is named again stays; who was never informed gains no time', async () => {
    const { deps, clock, auditId } = await setting()
    recordBasis(deps, auditId)
    importTeam(deps, { auditId, text: csv })
    const [sanne] = readTeam(deps, auditId).members
    noteInformed(deps, { auditId, memberId: sanne?.id ?? '', on: '2026-11-02' })
    clock.now = new Date(clock.now.getTime() + 11 * month)
    importTeam(deps, { auditId, text: csv })
    clock.now = new Date(clock.now.getTime() + 2 * month)
    expect(await expireTeam(deps)).toEqual({ looks: 0, profiles: 0, members: 1 })
    const { members } = readTeam(deps, auditId)
    expect(members.map(({ name, profiles }) => [name, profiles.length])).toEqual([['Sanne van Vliet', 1]])
    expect(members.map(({ since }) => since)).toEqual([sanne?.since])
  })
})

async function auditDemo(deps: Deps): Promise<string> {
  const archive = await deps.blobs.put(await packDemoArchive())
  const { auditId } = await startAudit(deps, { name: demoOrganisation.name, website: demoOrganisation.website, archive })
  await untilEnded(deps, auditId)
  return auditId
}

test('the site’s own team pages are read only once a basis holds; nobody confirms, and after fourteen days they go', async () => {
  const { deps } = await testApplication()
  const before = await auditDemo(deps)
  expect(deps.store.db.select().from(teamMembers).all()).toEqual([])
  recordBasis(deps, before)
  const auditId = await auditDemo(deps)
  const team = readTeam(deps, auditId)
  expect(team.members.map(({ name }) => name)).toContain('Joost Elzenbroek')
  const joost = team.members.find(({ name }) => name === 'Joost Elzenbroek')
  expect(joost).toMatchObject({ joinedBy: 'team-page', page: expect.stringContaining('/team/'), profiles: [{ source: 'published' }] })
  expect(team.reading).toMatchObject({ added: team.members.length, skipped: 0 })
  confirmMember(deps, { auditId, memberId: joost?.id ?? '' })
  const later = { ...deps, now: () => new Date(Date.now() + 15 * 86_400_000) }
  expect((await expireTeam(later)).members).toBe(team.members.length - 1)
  expect(readTeam(deps, auditId).members.map(({ name }) => name)).toEqual(['Joost Elzenbroek'])
}, 120_000)

test('without a basis not one request goes out for a person; with one each profile is asked for once, and little is kept', async () => {
  const site = await startSite({
    '/': '<html><head><title>De Kruimel</title></head><body><h1>De Kruimel</h1></body></html>',
    '/@sanne': `<html><head><title>Sanne van Vliet</title><meta property="og:title" content="Sanne van Vliet (@sanne)">
      <meta property="og:description" content="Werkt bij De Kruimel. Houdt van schaatsen."><meta property="og:image" content="/face.png"></head><body></body></html>`,
  })
  const { deps } = await testApplication({ EENLIJN_NETWORK: 'on', EENLIJN_ALLOW_PRIVATE: `${site.host}:${site.port}` })
  const audit = async () => {
    const { auditId } = await startAudit(deps, { name: 'De Kruimel', website: site.origin, routes: ['website'] })
    await untilEnded(deps, auditId)
    return auditId
  }
  const first = await audit()
  recordBasis(deps, first)
  importTeam(deps, { auditId: first, text: 'Sanne van Vliet' })
  const { organisationId, id: memberId } = deps.store.db.select().from(teamMembers).get() as typeof teamMembers.$inferSelect
  const row = { id: 'p', memberId, platform: 'mastodon', handle: '@sanne', key: 'mastodon:@sanne', url: site.url('/@sanne') }
  deps.store.db
    .insert(teamProfiles)
    .values({ ...row, source: 'published', page: null, quote: '', foundAt: '' })
    .run()
  const withdrawn = (withdrawnAt: string | null) => deps.store.db.update(teamBases).set({ withdrawnAt }).run()
  withdrawn('2026-11-01')
  await audit()
  expect(site.hits('/@sanne') + site.hits('/face.png')).toBe(0)
  withdrawn(null)
  const auditId = await audit()
  expect(site.hits('/@sanne')).toBe(1)
  const [look] = deps.store.db.select().from(teamLooks).all()
  expect(look?.body).toMatchObject({ state: 'captured', description: { seen: false }, record: null, mentionsOrganisation: { value: true } })
  expect(JSON.stringify(look)).not.toContain('schaatsen')
  expect(
    deps.store.db
      .select()
      .from(requests)
      .all()
      .filter(({ url, record }) => url.includes('@sanne') && record !== null),
  ).toEqual([])
  for await (const { digest } of deps.blobs.list()) {
    const bytes = (await deps.blobs.get(digest)) as Uint8Array
    const text = Buffer.from(bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString('utf8')
    expect(text.includes('schaatsen')).toBe(false)
  }
  expect(readTeam(deps, auditId).members[0]?.profiles[0]?.look?.state).toBe('captured')
  expect((await expireTeam({ ...deps, now: () => new Date(Date.now() + 31 * 86_400_000) })).looks).toBe(1)
  expect(deps.store.db.select().from(teamLooks).all()).toEqual([])
  expect(organisationId).not.toBe('')
  await site.stop()
}, 120_000)
