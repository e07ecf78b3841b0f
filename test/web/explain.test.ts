import { describe, expect, test } from 'vitest'
import { explainDeviation, explanationsOf, takeBackExplanation } from '../../src/services/explain-deviation.ts'
import { readUniformity } from '../../src/services/read-uniformity.ts'
import { testDeps } from '../support/deps.ts'
import { sampleAudit } from '../support/sample-audit.ts'
import { sampleSheet } from '../support/sample-sheet.ts'
import { readable, visitor } from './visitor.ts'

async function setting() {
  const { deps, clock } = await testDeps()
  const sample = await sampleAudit(deps)
  const { accounts } = await sampleSheet(deps, sample)
  const { auditId } = sample
  const atelier = accounts.get('facebook:atelierzorgwijde') ?? ''
  const model = () => readUniformity(deps, auditId, { personId: null, reveal: true })
  const background = () => model()?.parts.find(({ part }) => part === 'background')?.checks[0]
  const erik = visitor(deps)
  await erik.post(`/nl/audits/${auditId}/person`, { name: 'Erik', step: 'uniformity' })
  await erik.post(`/nl/audits/${auditId}/grades/uniformity`, { grade: '8', reason: 'Overal dezelfde naam.', basedOn: '0' })
  return { deps, clock, auditId, atelier, accounts, model, background, erik, form: `/nl/audits/${auditId}/explain/${atelier}/background` }
}

describe('a deviation that is explained', () => {
  test('is no fail any more, is shown with who approved it, and counts again when it is taken back', async () => {
    const { background, erik, form, auditId, model } = await setting()
    const before = model()?.score.grade ?? 0
    expect(background()).toMatchObject({ toMend: 3, explained: 0 })
    const kept = await erik.post(form, { reason: 'Het atelier heeft een eigen merk.', approver: 'team communicatie' })
    expect([kept.status, kept.headers.get('location')]).toEqual([
      303,
      `/nl/audits/${auditId}/uniformity#f-background-facebook-atelierzorgwijde`,
    ])
    expect(background()).toMatchObject({ toMend: 2, explained: 1 })
    expect(model()?.score.grade).toBeGreaterThan(before)
    const page = await erik.get(`/nl/audits/${auditId}/uniformity`)
    expect(readable(page)).toContain('Het atelier heeft een eigen merk.')
    expect(readable(page)).toContain('Goedgevonden door team communicatie, 2 november 2026')
    const sheet = readable(await erik.get(`/nl/audits/${auditId}/contactvel`))
    expect(sheet).toContain('Uitleg: Het atelier heeft een eigen merk.')
    expect(sheet.split(' wijkt af ').length - 1).toBe(1)
    await erik.post(form, { takeBack: 'yes' })
    expect(background()).toMatchObject({ toMend: 3, explained: 0 })
    expect(model()?.score.grade).toBe(before)
  })

  test('asks for a reason and for who approves, and gives back what was typed at its field', async () => {
    const { erik, form, atelier, background } = await setting()
    const refused = await erik.post(form, { reason: 'Eigen merk', approver: ' ' })
    expect(refused.status).toBe(400)
    expect(refused.text).toMatch(new RegExp(`role="alert"[\\s\\S]*href="#x-${atelier}-background-approver"`))
    expect(refused.text).toContain(`id="x-${atelier}-background-approver-error">Schrijf op wie het goed vindt`)
    expect(refused.text).toContain('Eigen merk</textarea>')
    expect(background()?.explained).toBe(0)
    expect((await erik.post(form, { reason: 'a'.repeat(1_001), approver: 'team' })).status).toBe(400)
  })

  test('is of an account of this audit and of a check that exists; a form’s own address opened again leads to the page', async () => {
    const { erik, auditId, atelier, form } = await setting()
    const said = { reason: 'Eigen merk', approver: 'team' }
    expect((await erik.post(`/nl/audits/${auditId}/explain/${atelier}/nothing`, said)).status).toBe(404)
    expect((await erik.post(`/nl/audits/${auditId}/explain/nobody/background`, said)).status).toBe(404)
    expect((await erik.get(form)).headers.get('location')).toBe(`/nl/audits/${auditId}/uniformity`)
  })

  test('the last word holds, and an empty one takes it back', async () => {
    const { deps, auditId, atelier } = await setting()
    const input = { auditId, accountId: atelier, check: 'avatar', personId: null }
    explainDeviation(deps, { ...input, reason: 'Eerst dit', approver: 'team' })
    explainDeviation(deps, { ...input, reason: ' Toch dit ', approver: 'het  team' })
    const { organisation } = await import('../../src/services/read-house-style.ts').then(({ readHouseStyle }) =>
      readHouseStyle(deps, auditId),
    )
    expect([...explanationsOf(deps.store.db, organisation.id)]).toEqual([
      ['facebook:atelierzorgwijde avatar', { reason: 'Toch dit', approver: 'het team', at: '2026-11-02T09:00:00.000Z' }],
    ])
    takeBackExplanation(deps, input)
    expect(explanationsOf(deps.store.db, organisation.id).size).toBe(0)
  })
})

describe('the uniformity page', () => {
  test('says the grade with its sum, what a 10 means, strengths first, and each part with its points', async () => {
    const { erik, auditId, model } = await setting()
    const text = readable(await erik.get(`/nl/audits/${auditId}/uniformity`))
    const order = [
      'Wat wij berekenden',
      'punten → 1 + 9 ×',
      'Een 10 betekent',
      'Dit gaat goed',
      'Waaruit het cijfer bestaat',
      'De namen onder elkaar',
    ]
    expect(order.filter((part) => !text.includes(part))).toEqual([])
    expect(order.map((part) => text.indexOf(part))).toEqual(order.map((part) => text.indexOf(part)).toSorted((a, b) => a - b))
    expect(text).toContain(model()?.formula?.nl ?? 'no formula')
    expect(text).toMatch(/Oordeel|Wat wij zagen Waarom dit telt|Wat wij zagen/)
  })

  test('opens each figure to its pictures and fields: every link of the table leads to a place on the page', async () => {
    const { erik, auditId } = await setting()
    const { text } = await erik.get(`/nl/audits/${auditId}/uniformity`)
    const links = [...text.matchAll(/href="#((?:c|part)-[a-z-]+)"/g)].map(([, id]) => id)
    expect(links.length).toBeGreaterThan(10)
    expect(links.filter((id) => !text.includes(`id="${id}"`))).toEqual([])
    expect(text).toMatch(/<ul class="finding-pictures">[\s\S]*<img src="\/audits\/[^"]+\/pictures\/[0-9a-f]{64}" alt="[^"]+"/)
  })

  test('hides what we computed from who has not graded yet, in the plan too', async () => {
    const { deps, auditId } = await setting()
    const stranger = visitor(deps)
    for (const page of ['uniformity', 'what-if?target=9'])
      expect(readable(await stranger.get(`/nl/audits/${auditId}/${page}`)), page).not.toMatch(/1 \+ 9 ×|Nu: \d/)
  })
})

describe('the plan by what it brings', () => {
  test('gives each mend with its exact gain, and a way to a grade that comes out as it says', async () => {
    const { erik, auditId, model } = await setting()
    const page = `/nl/audits/${auditId}/what-if`
    const plan = model()?.plan
    const [first] = plan?.mends ?? []
    const text = readable(await erik.get(page))
    expect(text).toContain(`Nu: ${String(plan?.grade).replace('.', ',')}`)
    expect(text).toContain(`+${first?.gain.toFixed(2).replace('.', ',')} op het cijfer`)
    const way = readable(await erik.get(`${page}?target=9`))
    expect(way).toMatch(/Naar een 9: \d+ dingen doen, samen ongeveer/)
    expect(way).toContain('Het cijfer wordt dan een 9,0.')
  })

  test('answers what cannot be reached, what is reached, and what is no grade', async () => {
    const { erik, auditId } = await setting()
    const ask = async (target: string) => erik.get(`/nl/audits/${auditId}/what-if?target=${encodeURIComponent(target)}`)
    expect(readable(await ask('2'))).toContain('Jullie staan al op een 2 of hoger.')
    for (const wrong of ['11', 'acht', '8,55', '0', '9'.repeat(50)]) {
      const answer = await ask(wrong)
      expect(answer.status, wrong).toBe(400)
      expect(readable(answer)).toContain('Schrijf een cijfer van 1 tot en met 10')
    }
  })

  test('becomes lines of the plan, one or the whole way, each once', async () => {
    const { erik, auditId, model } = await setting()
    const page = `/nl/audits/${auditId}/what-if`
    const mend = model()?.plan.mends.find(({ id }) => id === 'facebook:atelierzorgwijde banner')
    await erik.post(page, { mends: mend?.id ?? '' })
    await erik.post(page, { mends: mend?.id ?? '' })
    const lines = async () => (await erik.get(`/nl/audits/${auditId}/uniformity`)).text.split('<strong>Verander ').length - 1
    expect(await lines()).toBe(1)
    expect(readable(await erik.get(page))).toContain('Staat in het plan')
    const path = await erik.post(page, { mends: 'path', target: '9,5' })
    expect(path.headers.get('location')).toBe(`${page}?target=9%2C5`)
    expect(await lines()).toBeGreaterThan(3)
    expect((await erik.post(page, { mends: 'nothing' })).status).toBe(303)
  })
})
