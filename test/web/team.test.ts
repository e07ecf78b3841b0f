import { expect, test } from 'vitest'
import { readTeam } from '../../src/services/read-team.ts'
import { persons, teamMembers } from '../../src/store/schema.ts'
import { testDeps } from '../support/deps.ts'
import { sampleAudit } from '../support/sample-audit.ts'
import { basis, recordBasis, sampleTeam, teamCsv } from '../support/sample-team.ts'
import { readable, titleOf, visitor } from './visitor.ts'

async function setting() {
  const { deps, clock } = await testDeps()
  const sample = await sampleAudit(deps)
  const page = `/nl/audits/${sample.auditId}/team`
  const team = () => readTeam(deps, sample.auditId)
  return { deps, clock, auditId: sample.auditId, page, team, somebody: visitor(deps) }
}

const pathIn = (text: string): string => /http:\/\/[^/"]+(\/nl\/invitation\/[\w-]+)/.exec(text)?.[1] ?? ''

test('without a basis the page says that it is off; the starting texts alone are refused and come back', async () => {
  const { page, somebody, team } = await setting()
  const off = await somebody.get(page)
  expect(titleOf(off)).toBe('Teamleden')
  expect(readable(off)).toContain('Dit deel staat uit')
  const refused = await somebody.post(`${page}/basis`, { ...basis, interest: 'Wij willen [wat …]', confirmed: 'yes' })
  expect(refused.status).toBe(400)
  expect(refused.text).toContain('id="basis-interest-error"')
  expect(refused.text).toContain(basis.purpose)
  expect(team().basis).toBeNull()
  expect((await somebody.post(`${page}/basis`, { ...basis, confirmed: 'yes' })).status).toBe(303)
  expect(readable(await somebody.get(page))).toContain('De grondslag geldt sinds')
})

test('a list is taken, each person is shown with where they come from, and nobody is ranked', async () => {
  const { deps, auditId, page, somebody, team } = await setting()
  recordBasis(deps, auditId)
  const taken = readable(await somebody.post(page, { team: teamCsv }))
  expect(taken).toContain('3 personen erbij')
  expect(taken).toContain('Regel 3')
  const names = team().members.map(({ name }) => taken.indexOf(name))
  expect(names).toEqual(names.toSorted((a, b) => a - b))
  expect(taken).toContain('Eenlijn rangschikt niemand')
  const { id = '' } = team().members[0] ?? {}
  expect((await somebody.post(`${page}/${id}/informed`, { on: '2026-13-40' })).text).toContain(`id="informed-${id}-error"`)
  await somebody.post(`${page}/${id}/informed`, { on: '2026-11-01' })
  expect(readable(await somebody.get(page))).toContain('Geïnformeerd op 1 november 2026')
  expect((await somebody.get(`${page}/${id}/informed`)).headers.get('location')).toBe(page)
})

test('the message follows from the basis, in both languages', async () => {
  const { deps, auditId, page, somebody } = await setting()
  recordBasis(deps, auditId)
  const nl = readable(await somebody.get(`${page}/notice`))
  for (const told of [basis.purpose, basis.contact, 'Welke gegevens', 'Hoe lang', 'bezwaar maken', 'Autoriteit Persoonsgegevens'])
    expect(nl).toContain(told)
  expect(readable(await somebody.get(`${page.replace('/nl/', '/en/')}/notice`))).toContain('Your rights')
})

test('a person sees their own data by a link that is shown once, adds a profile, and leaves for good', async () => {
  const { deps, auditId, page, somebody, team } = await setting()
  sampleTeam(deps, auditId)
  const pieter = team().members.find(({ name }) => name.startsWith('Pieter'))
  const made = await somebody.post(`${page}/${pieter?.id}/invite`)
  const own = pathIn(made.text)
  expect(own).not.toBe('')
  const token = own.split('/').at(-1) ?? ''
  expect((await somebody.get(page)).text).not.toContain(token)
  expect(JSON.stringify(deps.store.db.select().from(teamMembers).all())).not.toContain(token)
  const shown = readable(await somebody.get(own))
  expect(shown).toContain('Pieter Bosgraaf')
  expect(shown).not.toContain('Sanne')
  expect((await somebody.post(`${own}/profiles`, { url: 'zomaar' })).text).toContain('id="url-error"')
  await somebody.post(`${own}/profiles`, { url: 'https://www.instagram.com/pieterkookt' })
  expect(team().members.find(({ id }) => id === pieter?.id)).toMatchObject({
    agreedAt: expect.any(String),
    profiles: [{ platform: 'instagram', source: 'agreed' }],
  })
  await somebody.post(`${own}/disagree`)
  expect(team().members.find(({ id }) => id === pieter?.id)).toMatchObject({ agreedAt: null, profiles: [] })
  expect(readable(await somebody.post(`${own}/object`))).toContain('slaat je voortaan over')
  expect((await somebody.get(own)).status).toBe(404)
  expect(JSON.stringify(deps.store.db.select().from(persons).all())).not.toContain('Pieter')
  expect(readable(await somebody.post(page, { team: 'Pieter Bosgraaf\nTom Kra' }))).toContain('1 persoon maakte bezwaar en is overgeslagen')
  expect((await somebody.get('/nl/invitation/zomaar')).status).toBe(404)
})

test('figures of the team are told only from five people up', async () => {
  const { deps, auditId, page, somebody } = await setting()
  sampleTeam(deps, auditId)
  expect(readable(await somebody.get(page))).not.toContain('Het team samen')
  await somebody.post(page, { team: 'Tom Kra\nEls Vos' })
  expect(readable(await somebody.get(page))).toContain('1 van 5 mensen hebben een werkprofiel')
})
