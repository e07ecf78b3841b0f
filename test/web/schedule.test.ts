import { load } from 'cheerio'
import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { demoOrganisation } from '../../src/demo/organisation.ts'
import { turnInWords } from '../../src/report/schedule-words.ts'
import { readSchedule, saveSchedule } from '../../src/services/schedule.ts'
import { startAudit } from '../../src/services/start-audit.ts'
import { audits, schedules } from '../../src/store/schema.ts'
import { testDeps } from '../support/deps.ts'
import { readable, titleOf, visitor } from './visitor.ts'

async function setting(options: { demo?: boolean } = {}) {
  const { deps, clock } = await testDeps()
  const { auditId } = await startAudit(deps, { name: 'Zorg Wijde', website: 'https://zorgwijde.example' }, options)
  deps.store.db.update(audits).set({ state: 'done' }).where(eq(audits.id, auditId)).run()
  return { deps, clock, auditId, page: `/nl/audits/${auditId}/schedule`, somebody: visitor(deps) }
}

describe('the page "Opnieuw"', () => {
  test('is reached from the report, and offers a quarter first', async () => {
    const { auditId, page, somebody } = await setting()
    expect((await somebody.get(`/nl/audits/${auditId}/report`)).text).toContain(`href="${page}"`)
    const empty = await somebody.get(page)
    expect(titleOf(empty)).toBe('Opnieuw')
    expect(readable(empty)).toContain('Deze organisatie wordt nog niet vanzelf opnieuw bekeken.')
    expect(empty.text).toMatch(/value="quarterly" checked/)
  })

  test('turns it on, says when the next turn is in words, and takes it away again', async () => {
    const { deps, auditId, page, somebody } = await setting()
    const saved = await somebody.post(page, { rhythm: 'monthly', rule: '', timeZone: 'Europe/Amsterdam' })
    expect([saved.status, saved.headers.get('location')]).toEqual([303, page])
    const schedule = readSchedule(deps, auditId)
    const said = readable(await somebody.get(page))
    expect(said).toContain(`Wij bekijken Zorg Wijde weer op ${turnInWords(schedule?.nextAt ?? '', 'Europe/Amsterdam', 'nl')}.`)
    expect(said).toContain('Dat doen wij elke maand.')
    expect(said).toContain('Er is nog geen keer geweest.')
    expect(readable(await somebody.get(page.replace('/nl/', '/en/')))).toContain('We look at Zorg Wijde again on ')

    expect((await somebody.post(`${page}/remove`)).status).toBe(303)
    expect(readSchedule(deps, auditId)).toBeNull()
    expect((await somebody.get(`${page}/remove`)).headers.get('location')).toBe(page)
  })

  test('takes a rule of one’s own, and refuses one that is none without losing it', async () => {
    const { deps, auditId, page, somebody } = await setting()
    const refused = await somebody.post(page, { rhythm: 'own', rule: 'elke maandag', timeZone: 'Europe/Amsterdam' })
    expect(refused.status).toBe(400)
    expect(readable(refused)).toContain('‘elke maandag’ is geen kalenderregel.')
    expect(refused.text).toMatch(/id="rule"[^>]*value="elke maandag"/)
    expect(refused.text).toMatch(/<details open/)
    expect(refused.text).toMatch(/value="own" checked/)
    expect((await somebody.post(page, { rhythm: 'own', rule: '12 6 7 1 *', timeZone: 'Elzerdijk' })).status).toBe(400)
    expect((await somebody.post(page, { rhythm: 'own', rule: '12 6 7 1 *', timeZone: 'Europe/Amsterdam' })).status).toBe(303)
    expect(readSchedule(deps, auditId)).toMatchObject({ rhythm: 'own', rule: '12 6 7 1 *' })
  })

  test('explains turns that were passed over', async () => {
    const { deps, auditId, page, somebody } = await setting()
    await saveSchedule(deps, auditId, {})
    deps.store.db.update(schedules).set({ skipped: 2 }).run()
    expect(readable(await somebody.get(page))).toContain('2 keer overgeslagen. Toen liep er nog een audit van deze organisatie.')
  })

  test('of the invented organisation offers nothing, and a form for it is refused', async () => {
    const { page, somebody, auditId } = await setting({ demo: true })
    expect((await somebody.get(page)).text).not.toContain('name="rhythm"')
    expect((await somebody.get(`/nl/audits/${auditId}/report`)).text).not.toContain(`href="${page}"`)
    expect(readable(await somebody.post(page, { rhythm: 'quarterly', timeZone: 'Europe/Amsterdam' }))).toContain(
      'Het voorbeeld is verzonnen',
    )
  })
})

test('the first page says whose turn comes, and leads to it', async () => {
  const { deps, auditId, page, somebody } = await setting()
  expect(readable(await somebody.get('/nl/'))).not.toContain('Dit komt eraan')
  await saveSchedule(deps, auditId, {})
  const home = await somebody.get('/nl/')
  expect(readable(home)).toContain('Dit komt eraan')
  expect(home.text).toContain(`href="${page}"`)
})

test('the first page says how many audits an organisation has and when the next comes, at its newest alone', async () => {
  const { deps, clock, auditId, somebody } = await setting()
  const rows = async () => {
    const $ = load((await somebody.get('/nl/')).text)
    return $('section[aria-labelledby=audits] .audit-list li')
      .map((_, row) => $(row).text().replace(/\s+/g, ' ').trim())
      .get()
  }
  expect((await rows())[0]).not.toContain('1 audit')
  const schedule = await saveSchedule(deps, auditId, {})
  const turn = turnInWords(schedule.nextAt ?? '', 'Europe/Amsterdam', 'nl')
  expect((await rows())[0]).toContain(`1 audit tot nu toe · volgende keer op ${turn}`)
  clock.now = new Date(clock.now.getTime() + 60_000)
  await startAudit(deps, { name: 'Zorg Wijde', website: 'https://zorgwijde.example' })
  await startAudit(deps, { name: 'De Linde' })
  const [linde, newest, oldest] = await rows()
  expect(linde).not.toContain('1 audit')
  expect(newest).toContain(`2 audits tot nu toe · volgende keer op ${turn}`)
  expect(oldest).not.toContain('audits')
  expect(readable(await somebody.get('/nl/'))).toContain(`op ${turn} · 2 audits tot nu toe`)
  expect(readable(await somebody.get('/en/'))).toContain('2 audits so far')
})

test('the invented organisation is said to have as many audits as it has', async () => {
  const { deps, clock } = await testDeps()
  const somebody = visitor(deps)
  await startAudit(deps, { ...demoOrganisation }, { demo: true })
  expect(readable(await somebody.get('/nl/'))).toContain('Dit is een audit van een verzonnen organisatie.')
  clock.now = new Date(clock.now.getTime() + 60_000)
  await startAudit(deps, { ...demoOrganisation }, { demo: true })
  expect(readable(await somebody.get('/nl/'))).toMatch(/Dit zijn 2 audits van een verzonnen organisatie\./)
})

test('a turn is written as its own calendar has it', () => {
  const winter = '2027-01-07T05:12:00.000Z'
  expect(turnInWords(winter, 'Europe/Amsterdam', 'nl')).toBe('donderdag 7 januari 2027 om 06:12')
  expect(turnInWords(winter, 'Europe/Amsterdam', 'en')).toBe('Thursday 7 January 2027 at 06:12')
  expect(turnInWords('2027-07-01T04:00:00.000Z', 'Europe/Amsterdam', 'nl')).toBe('donderdag 1 juli 2027 om 06:00')
  expect(turnInWords(winter, 'America/New_York', 'en')).toBe('Thursday 7 January 2027 at 00:12')
})
