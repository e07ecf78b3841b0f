import { load } from 'cheerio'
import { describe, expect, test } from 'vitest'
import { createApp } from '../../src/web/app.tsx'
import { testDeps } from '../support/deps.ts'
import { endedAudit } from '../support/ended-audit.ts'
import { threeOrganisations } from '../support/three-organisations.ts'

async function setting() {
  const { deps, clock } = await testDeps()
  const [north, bridge, wide] = await threeOrganisations(deps, clock)
  const app = createApp(deps)
  const get = async (path: string) => {
    const response = await app.request(path)
    const text = await response.text()
    return { status: response.status, type: response.headers.get('content-type') ?? '', text, $: load(text) }
  }
  return { deps, get, ids: [north.second, bridge.second, wide.second], old: north.first }
}

const chosen = (...ids: readonly string[]) => ids.map((id) => `audit=${id}`).join('&')

describe('the page that compares', () => {
  test('bars and a table with the same numbers, in both languages, as CSV for the reader’s spreadsheet and from the API', async () => {
    const { get, ids } = await setting()
    for (const [locale, names, notCompared] of [
      ['nl', 'Namen', 'niet vergeleken'],
      ['en', 'Names', 'not compared'],
    ] as const) {
      const { status, text, $ } = await get(`/${locale}/vergelijk?${chosen(...ids)}`)
      expect([status, /undefined|\[object|NaN/.test(text), text.includes(notCompared)]).toEqual([200, false, false])
      const rows = $('.compare-measure')
        .filter((_, element) => $(element).find('h3').text() === names)
        .find('li')
      const bars = rows.map((_, row) => [[$(row).find('.compare-name').text(), $(row).find('.compare-value').text()]]).get()
      expect(bars.map(([name]) => name)).toEqual(['Stichting De Brug', 'Wijdezorg', 'Zorgkring Noord'])
      const heads = $('.compare-numbers thead th').map((_, head) => $(head).text())
      const column = heads.get().indexOf(names)
      const cells = $('.compare-numbers tbody tr').map((_, row) => $(row).children().eq(column).text())
      expect(cells.get()).toEqual(bars.map(([, grade]) => grade))
      expect($('.compare-bar .length').length).toBeGreaterThan(6)
    }
    const csv = await get(`/nl/vergelijk.csv?${chosen(...ids)}`)
    expect([csv.type, csv.text.trim().split('\r\n').length]).toEqual(['text/csv; charset=UTF-8', 4])
    expect(csv.text).toMatch(/Wijdezorg;\w{20};2026-11-02;2026\.2;0,\d+;/)
    const api = JSON.parse((await get(`/v1/comparison?audits=${ids.join(',')}`)).text)
    expect(api).toMatchObject({ by: { rubric: '2026.2', agreements: 'own' }, notCompared: [] })
    expect((await get(`/v1/comparison?audits=${ids[0]}`)).status).toBe(400)
    expect((await get(`/v1/comparison?audits=${ids.join(',')}&agreements=none`)).status).toBe(400)
  })

  test('says what is not compared, and the way out of it is one press away', async () => {
    const { get, ids, old } = await setting()
    const { $ } = await get(`/nl/vergelijk?${chosen(old, ids[1] ?? '')}&rubric=then`)
    expect($('#why').text()).toBe('Wat wij niet vergelijken')
    const button = $('.compare-why a.button')
    expect(button.text()).toBe('Meet alles met meetlat 2026.2')
    const again = await get(button.attr('href') ?? '')
    expect(again.text).toContain('Gemeten met meetlat 2026.2')
    expect(again.text).not.toContain('Meet alles met meetlat')
  })

  test('without two of them one chooses; looking for another one keeps what was ticked', async () => {
    const { get, ids } = await setting()
    const first = await get(`/nl/vergelijk?${chosen(ids[0] ?? '')}`)
    expect(first.$('input[name=audit]:checked').attr('value')).toBe(ids[0])
    expect(first.$('.refused')).toHaveLength(0)
    const found = await get(`/nl/vergelijk?${chosen(ids[0] ?? '', ids[1] ?? '')}&q=wijde&do=find`)
    expect(found.$('input[name=audit]:checked')).toHaveLength(2)
    expect(found.$('input[name=audit]')).toHaveLength(3)
    expect((await get('/nl/vergelijk?q=zebra&do=find')).text).toContain('‘zebra’')
  })

  test('one alone, or too many, are refused with what to do, and what was ticked stays', async () => {
    const { deps, get, ids } = await setting()
    const one = await get(`/nl/vergelijk?${chosen(ids[0] ?? '')}&do=compare`)
    expect([one.status, one.$('.refused a').text()]).toEqual([400, 'Kies minstens twee organisaties om te vergelijken.'])
    expect(one.$('input[name=audit]:checked')).toHaveLength(1)
    const many = Array.from({ length: 31 }, (_, at) => endedAudit(deps, { name: `De Linde ${at}` }))
    const tooMany = await get(`/nl/vergelijk?${chosen(...many)}`)
    expect(tooMany.status).toBe(400)
    expect(tooMany.$('.refused a').text()).toContain('hoogstens 30')
    expect(tooMany.$('input[name=audit]:checked')).toHaveLength(31)
    expect((await get(`/nl/vergelijk?${chosen(ids[0] ?? '', 'nowhere')}`)).status).toBe(404)
  })

  test('is reached from the start page and from the trend', async () => {
    const { get, ids } = await setting()
    expect((await get('/nl/')).$('a[href="/nl/vergelijk"]').text()).toBe('Leg organisaties naast elkaar')
    expect((await get(`/nl/audits/${ids[0]}/verloop`)).$(`a[href="/nl/vergelijk?audit=${ids[0]}"]`)).toHaveLength(1)
  })
})
