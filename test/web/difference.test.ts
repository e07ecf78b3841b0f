import { describe, expect, test } from 'vitest'
import { createApp } from '../../src/web/app.tsx'
import { testDeps } from '../support/deps.ts'
import { twoAudits } from '../support/two-audits.ts'

async function setting() {
  const { deps, clock } = await testDeps()
  const sample = await twoAudits(deps, clock)
  const app = createApp(deps)
  const get = async (path: string) => {
    const response = await app.request(path)
    return { status: response.status, type: response.headers.get('content-type') ?? '', text: await response.text() }
  }
  return { ...sample, get }
}

const places = (html: string, ...texts: string[]) => texts.map((text) => html.indexOf(text))

describe('the page with differences', () => {
  test.each([
    ['nl', 'Dit ging vooruit', 'Dit kan beter', 'De norm veranderde', 'Wat er te zien was</h2>'],
    ['en', 'This went better', 'This can be better', 'The norm changed', 'What could be seen</h2>'],
  ])('in %s: strengths first, then what can be better, the norm and sight apart', async (locale, ...headings) => {
    const { get, second } = await setting()
    const { status, text } = await get(`/${locale}/audits/${second}/verschil`)
    expect(status).toBe(200)
    const found = places(text, ...headings)
    expect(found.every((place) => place > 0)).toBe(true)
    expect(found).toEqual(found.toSorted((a, b) => a - b))
    expect(text).not.toMatch(/undefined|\[object/)
    // What the grade changed through is said once for each cause.
    const causes = [...text.matchAll(/<dt>([^<]+)<\/dt>/g)].map((match) => match[1])
    expect(causes.length).toBeGreaterThan(1)
    expect(new Set(causes).size).toBe(causes.length)
  })

  test('a first audit says so, and another organisation’s audit is refused', async () => {
    const { get, first, second } = await setting()
    expect((await get(`/nl/audits/${first}/verschil`)).text).toContain('Dit is de eerste audit')
    expect((await get(`/nl/audits/${second}/verschil?with=nergens`)).status).toBe(404)
  })

  test('whoever still has to grade sees what changed, and nothing that was computed', async () => {
    const { deps, clock } = await testDeps()
    const { second } = await twoAudits(deps, clock)
    const app = createApp(deps)
    const { identifyPerson } = await import('../../src/services/person.ts')
    const { personId } = identifyPerson(deps, { name: 'Marit', personId: null })
    const headers = { cookie: `eenlijn-person=${personId}` }
    const text = await (await app.request(`/nl/audits/${second}/verschil`, { headers })).text()
    expect(text).toContain('Achtergrondfoto')
    expect(text).not.toContain('steps-of-score')
    expect(await (await app.request(`/nl/audits/${second}/verschil`)).text()).toContain('steps-of-score')
    expect(text).not.toContain('9,9')
    expect(await (await app.request(`/nl/audits/${second}/verloop`, { headers })).text()).not.toContain('9,9')
  })
})

describe('the trend', () => {
  test('is there as a page with a picture and a table, and as CSV, SVG and PNG', async () => {
    const { get, second } = await setting()
    const page = await get(`/nl/audits/${second}/verloop`)
    expect(page.text).toContain('<svg xmlns')
    expect(page.text).toContain('3 augustus 2026')
    const csv = await get(`/nl/audits/${second}/verloop.csv`)
    expect([csv.type, csv.text.trim().split('\r\n').length]).toEqual(['text/csv; charset=UTF-8', 3])
    expect(csv.text).toContain('2026-08-03;2026.1;10;9,6')
    expect((await get(`/en/audits/${second}/verloop.svg`)).text).toMatch(/^<svg .*<title.*<\/svg>$/s)
    expect((await get(`/en/audits/${second}/verloop.png`)).type).toBe('image/png')
  })
})

describe('the API', () => {
  test('gives the same difference, and scores an old audit again', async () => {
    const { deps, clock } = await testDeps()
    const { first, second } = await twoAudits(deps, clock)
    const app = createApp(deps)
    const read = async (path: string, init?: RequestInit) => (await app.request(`/v1${path}`, init)).json()
    const { difference } = (await read(`/audits/${second}/difference`)) as { difference: { counts: object; before: { auditId: string } } }
    expect(difference).toMatchObject({ counts: { up: 2, down: 5 }, before: { auditId: first } })
    expect(await read(`/audits/${first}/difference`)).toEqual({ difference: null })
    const headers = { 'content-type': 'application/json' }
    const scored = await read(`/audits/${first}/assessments`, { method: 'POST', headers, body: JSON.stringify({ rubric: '2026.2' }) })
    expect(scored).toMatchObject({ rubric: '2026.2', version: 2 })
    expect(await read(`/audits/${first}/assessments`, { method: 'POST', headers, body: '{"rubric":"1"}' })).toMatchObject({
      code: 'invalid-input',
    })
  })
})
