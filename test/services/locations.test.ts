import { describe, expect, test } from 'vitest'
import { answerLocation, attachAccount } from '../../src/services/answer-location.ts'
import { decideSprawl } from '../../src/services/decide-sprawl.ts'
import { importLocations, importLocationsFromSite, removeLocation } from '../../src/services/import-locations.ts'
import { identifyPerson } from '../../src/services/person.ts'
import { readLocations } from '../../src/services/read-locations.ts'
import { startAudit } from '../../src/services/start-audit.ts'
import { requests } from '../../src/store/schema.ts'
import { testDeps } from '../support/deps.ts'
import { addAccount, addPage, cellsOf } from '../support/sample-locations.ts'

async function setting() {
  const { deps } = await testDeps()
  const { auditId } = await startAudit(deps, { name: 'Zorgwijde', website: 'https://www.zorgwijde.example/' })
  const { personId } = identifyPerson(deps, { name: 'Jannie', personId: null })
  return { deps, auditId, personId }
}
const list = 'naam;plaats\nDe Linde;Gouda\nHet Baken;Woerden'

describe('importing locations', () => {
  test('a second import adds what is new and fills in what was empty', async () => {
    const { deps, auditId } = await setting()
    expect(importLocations(deps, { auditId, text: list })).toEqual({ added: 2, known: 0, bad: [] })
    const again = importLocations(deps, { auditId, text: 'naam;plaats;adres\nde linde;Gouda;Dijk 1\nDe Merel;Gouda;' })
    expect(again).toMatchObject({ added: 1, known: 1 })
    const linde = readLocations(deps, auditId).rows.find(({ location }) => location.name === 'De Linde')
    expect(linde?.location.address).toBe('Dijk 1')
  })

  test('they hold in a later audit of the same organisation, and one taken off the list does not', async () => {
    const { deps, auditId } = await setting()
    importLocations(deps, { auditId, text: list })
    const [baken] = readLocations(deps, auditId).rows.filter(({ location }) => location.name === 'Het Baken')
    removeLocation(deps, { auditId, locationId: baken?.location.id ?? '' })
    const later = await startAudit(deps, { name: 'Zorgwijde', website: 'https://www.zorgwijde.example/' })
    expect(readLocations(deps, later.auditId).rows.map(({ location }) => location.name)).toEqual(['De Linde'])
  })

  test('nothing, too much, and another organisation’s location are refused with a sentence', async () => {
    const { deps, auditId } = await setting()
    expect(() => importLocations(deps, { auditId, text: ' \n' })).toThrow(/one a line/)
    expect(() => importLocations(deps, { auditId, text: ';Gouda\n' })).toThrow(/Line 1: There is no name/)
    expect(() => importLocations(deps, { auditId, text: 'é'.repeat(200_000) })).toThrow(/256 kB/)
    importLocations(deps, { auditId, text: list })
    const locationId = readLocations(deps, auditId).rows[0]?.location.id ?? ''
    const other = await startAudit(deps, { name: 'De Kruimel' })
    expect(() => removeLocation(deps, { auditId: other.auditId, locationId })).toThrow(/does not exist here/)
  })

  test('the website’s own pages name them', async () => {
    const { deps, auditId } = await setting()
    const site = 'https://www.zorgwijde.example'
    await addPage(
      deps,
      auditId,
      `${site}/locaties/`,
      '<title>Locaties</title><a href="de-linde/">De Linde</a><a href="/locaties/merel">De Merel</a>',
    )
    await addPage(deps, auditId, `${site}/locaties/de-linde/`, '<title>De Linde | Zorgwijde</title>')
    await addPage(deps, auditId, `${site}/nieuws/`, '<title>Nieuws</title>')
    expect(await importLocationsFromSite(deps, { auditId })).toMatchObject({ added: 2, known: 0, pages: 2 })
    expect(await importLocationsFromSite(deps, { auditId })).toMatchObject({ added: 0, known: 2 })
    expect(readLocations(deps, auditId).rows.map(({ location }) => location.name)).toEqual(['De Linde', 'De Merel'])
  })
})

describe('the matrix of an audit', () => {
  test('an account comes to its location by name; a person’s word stands above it and can say otherwise', async () => {
    const { deps, auditId, personId } = await setting()
    importLocations(deps, { auditId, text: list })
    const accountId = addAccount(deps, auditId, 'facebook', 'zorgwijdedelinde')
    expect(cellsOf(deps, auditId)).toMatchObject({ 'De Linde facebook': 'present', 'De Linde x': 'could-not-look' })
    const baken = readLocations(deps, auditId).rows.find(({ location }) => location.name === 'Het Baken')?.location.id ?? ''
    attachAccount(deps, { auditId, accountId, locationId: baken, personId })
    expect(cellsOf(deps, auditId)).toMatchObject({ 'De Linde facebook': 'could-not-look', 'Het Baken facebook': 'present' })
    attachAccount(deps, { auditId, accountId, locationId: null, personId })
    expect(cellsOf(deps, auditId)).toMatchObject({ 'De Linde facebook': 'could-not-look', 'Het Baken facebook': 'could-not-look' })
  })

  test('missing only after somebody looked, or the platform answered a search for that location', async () => {
    const { deps, auditId, personId } = await setting()
    importLocations(deps, { auditId, text: list })
    const locationId = readLocations(deps, auditId).rows[0]?.location.id ?? ''
    const say = (answer: 'not-found' | 'deliberately-absent' | null) =>
      answerLocation(deps, { auditId, locationId, platform: 'x', answer, note: '', personId })
    say('not-found')
    expect(cellsOf(deps, auditId)).toMatchObject({ 'De Linde x': 'missing', 'De Linde facebook': 'could-not-look' })
    say('deliberately-absent')
    expect(cellsOf(deps, auditId)['De Linde x']).toBe('deliberately-absent')
    say(null)
    expect(cellsOf(deps, auditId)['De Linde x']).toBe('could-not-look')
    const ask = (id: string, name: string, outcome: string) => {
      const url = `https://www.googleapis.com/youtube/v3/search?q=${encodeURIComponent(`Zorgwijde ${name}`)}`
      deps.store.db.insert(requests).values({ id, auditId, url, outcome, status: 200, at: '2026-11-12T13:30:00.000Z', record: null }).run()
    }
    ask('1', 'De Linde', 'page')
    ask('2', 'Het Baken', 'blocked: forbidden')
    expect(cellsOf(deps, auditId)).toMatchObject({ 'De Linde youtube': 'missing', 'Het Baken youtube': 'could-not-look' })
  })

  test('sprawl keeps the last decision, with who and why', async () => {
    const { deps, auditId, personId } = await setting()
    const accountId = addAccount(deps, auditId, 'instagram', 'zorgwijdegouda')
    const decide = (decision: 'merge' | 'close' | null) => decideSprawl(deps, { auditId, accountId, decision, note: 'Dubbel', personId })
    expect(readLocations(deps, auditId).sprawl).toEqual([{ accountId, locationId: null, why: ['not-linked', 'not-owned'], decision: null }])
    decide('merge')
    decide('close')
    expect(readLocations(deps, auditId).sprawl[0]?.decision).toMatchObject({ decision: 'close', note: 'Dubbel', by: 'Jannie' })
    decide(null)
    expect(readLocations(deps, auditId).sprawl[0]?.decision).toBeNull()
  })
})
