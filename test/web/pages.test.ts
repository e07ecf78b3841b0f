import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import type { Deps } from '../../src/deps.ts'
import type { AuditState, RouteState } from '../../src/model/audit.ts'
import { startAudit } from '../../src/services/start-audit.ts'
import { auditRoutes, audits } from '../../src/store/schema.ts'
import { testDeps } from '../support/deps.ts'
import { sampleAudit } from '../support/sample-audit.ts'
import { readable, titleOf, visitor } from './visitor.ts'

const steps = ['', '/accounts', '/grades', '/uniformity', '/report']

describe('every page', () => {
  test('has its language, title, skip link, landmarks and one heading, in Dutch and English', async () => {
    const { deps } = await testDeps()
    const { auditId, page } = await sampleAudit(deps)
    const paths = ['/', '/uitleg', ...steps.map((step) => `/audits/${auditId}${step}`), `/audits/${auditId}/evidence/${page}`]
    for (const locale of ['nl', 'en'])
      for (const path of paths) {
        const { status, text } = await visitor(deps).get(`/${locale}${path}`)
        expect(status, path).toBe(200)
        expect(text, path).toMatch(new RegExp(`^<!doctype html><html lang="${locale}">`))
        expect(text, path).toMatch(/<title>[^<]+ · Eenlijn<\/title>/)
        expect(text, path).toContain('href="#main"')
        expect(text, path).toContain('<main id="main"')
        expect(text.match(/<h1/g), path).toHaveLength(1)
      }
  })

  test('has ids that occur once, and labels and descriptions that point to one', async () => {
    const { deps } = await testDeps()
    const { auditId } = await sampleAudit(deps)
    for (const step of steps) {
      const { text } = await visitor(deps).get(`/nl/audits/${auditId}${step}${step === '/accounts' ? '?show=all' : ''}`)
      const ids = [...text.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id)
      expect(ids.length, step).toBe(new Set(ids).size)
      const wanted = [...text.matchAll(/\s(?:for|aria-describedby|aria-labelledby)="([^"]+)"/g)].flatMap(([, list]) =>
        (list ?? '').split(' '),
      )
      expect(
        wanted.filter((id) => !ids.includes(id)),
        step,
      ).toEqual([])
    }
  })

  test('speaks English where English is asked: none of our Dutch words are left', async () => {
    const { deps } = await testDeps()
    const { auditId } = await sampleAudit(deps, 'found')
    for (const step of steps) {
      const page = await visitor(deps).get(`/en/audits/${auditId}${step}?show=all`)
      const words = readable(page).replace(/Website door|Volg ons ook op|Nederlands/g, '')
      expect(words.match(/\b(?:niet|geen|jullie|wij|volgens|bekijk|cijfer|verslag|waarschijnlijk)\b/gi), step).toBeNull()
    }
  })
})

describe('languages', () => {
  test('the first page follows the browser, then the choice', async () => {
    const { deps } = await testDeps()
    const somebody = visitor(deps)
    const first = (languages: string) => somebody.get('/', { 'Accept-Language': languages }).then(({ headers }) => headers.get('location'))
    expect(await first('fr, en-GB;q=0.8, nl;q=0.5')).toBe('/en/')
    expect(await first('fr')).toBe('/nl/')
    const chosen = await somebody.get('/language/en?to=/uitleg')
    expect(chosen.headers.get('location')).toBe('/en/uitleg')
    expect(await first('nl')).toBe('/en/')
  })

  test('the switch keeps the page, and leads nowhere else', async () => {
    const { deps } = await testDeps()
    const somebody = visitor(deps)
    const { auditId } = await sampleAudit(deps)
    const { text } = await somebody.get(`/nl/audits/${auditId}/accounts?show=all`)
    const link = /href="(\/language\/en[^"]+)"/.exec(text)?.[1] ?? ''
    expect((await somebody.get(link)).headers.get('location')).toBe(`/en/audits/${auditId}/accounts?show=all`)
    for (const to of ['//evil.example', 'https://evil.example', '/\\evil.example', '%2F%2Fevil.example'])
      expect((await somebody.get(`/language/nl?to=${to}`)).headers.get('location')).toBe('/nl/')
  })
})

describe('what is not there', () => {
  test('says so in the language of the address', async () => {
    const { deps } = await testDeps()
    const missing = await visitor(deps).get('/nl/nergens')
    expect(missing.status).toBe(404)
    expect(titleOf(missing)).toBe('Deze pagina is er niet')
    const audit = await visitor(deps).get('/en/audits/none/report')
    expect(audit.status).toBe(404)
    expect(readable(audit)).toContain('This audit does not exist (any more).')
  })

  test('a fault of ours shows nothing of the inside', async () => {
    const { deps } = await testDeps()
    const broken: Deps = {
      ...deps,
      store: {
        ...deps.store,
        get db(): never {
          throw new Error('secret path /var/lib')
        },
      },
    }
    const page = await visitor(broken).get('/nl/')
    expect(page.status).toBe(500)
    expect(readable(page)).toContain('Er ging bij ons iets mis')
    expect(page.text).not.toContain('secret')
  })
})

describe('the search, in each of its states', () => {
  /** An audit without accounts, put into a state. */
  async function audit(deps: Deps, state: AuditState, route: RouteState, more: Partial<typeof audits.$inferInsert> = {}) {
    const { auditId } = await startAudit(deps, { name: 'Zorgwijde', website: 'https://zorgwijde.example' })
    deps.store.db
      .update(audits)
      .set({ state, ...more })
      .where(eq(audits.id, auditId))
      .run()
    for (const row of deps.store.db.select().from(auditRoutes).where(eq(auditRoutes.auditId, auditId)).all()) {
      const why = route === 'not-looked' ? { nl: 'Er was geen verbinding.', en: 'There was no connection.' } : null
      deps.store.db
        .update(auditRoutes)
        .set({
          report: { ...row.report, state: route, why, byHand: why && { nl: 'Open de website zelf.', en: 'Open the website yourself.' } },
        })
        .where(eq(auditRoutes.route, row.route))
        .run()
    }
    return visitor(deps).get(`/nl/audits/${auditId}`)
  }

  test('running: what is done, what is left, and a way to stop', async () => {
    const { deps } = await testDeps()
    const page = await audit(deps, 'running', 'running')
    expect(titleOf(page)).toBe('Wij zijn aan het zoeken')
    expect(readable(page)).toContain('0 van 6 zoekroutes klaar')
    expect(page.text).toMatch(/data-watch="\/nl\/audits\/[^"]+\/live"/)
    expect(page.text).toContain('/cancel"')
  })

  test('nothing found is not the same as nowhere looked, and neither counts as absent', async () => {
    const { deps } = await testDeps()
    const empty = await audit(deps, 'done', 'done')
    expect(titleOf(empty)).toBe('Wij vonden geen accounts')
    expect(readable(empty)).toContain('Dat betekent niet dat ze er niet zijn.')
    const blind = await audit(deps, 'done', 'not-looked')
    expect(titleOf(blind)).toBe('Wij konden nergens kijken')
    expect(readable(blind)).toContain('Er was geen verbinding. Zo doe je het zelf: Open de website zelf.')
    expect(readable(blind)).not.toMatch(/\b0 accounts gevonden|\b0 pagina/)
    for (const page of [empty, blind]) expect(page.text).toContain('name="links"')
  })

  test('failed and cancelled say what stays and how to go on', async () => {
    const { deps } = await testDeps()
    const failed = await audit(deps, 'failed', 'cancelled', { failure: 'disk on fire' })
    expect(readable(failed)).toContain('Jij hebt niets fout gedaan.')
    expect(readable(failed)).toContain('disk on fire')
    expect(readable(await audit(deps, 'cancelled', 'cancelled'))).toContain('Wat al gevonden was, staat er nog.')
  })

  test('a site that is perhaps somebody else’s is said calmly', async () => {
    const { deps } = await testDeps()
    expect(readable(await audit(deps, 'done', 'done', { siteBelongs: 'no' }))).toContain(
      'De website zorgwijde.example lijkt niet van Zorgwijde te zijn.',
    )
    expect(readable(await audit(deps, 'done', 'done', { siteBelongs: 'doubtful' }))).toContain('Wij weten niet zeker')
    expect(readable(await audit(deps, 'done', 'done', { siteBelongs: 'yes' }))).not.toContain('Kijk of het adres klopt')
  })
})

describe('accounts', () => {
  test('a wall has its own words, and a page that is gone others', async () => {
    const { deps } = await testDeps()
    const { auditId } = await sampleAudit(deps, 'found')
    const words = readable(await visitor(deps).get(`/nl/audits/${auditId}/accounts?show=all`))
    expect(words).toContain('Niet te zien. Je ziet dit account alleen als je bent ingelogd. Dat zegt niets over het account.')
    expect(words).toContain('Niet meer te vinden. Op dit adres staat geen account meer.')
    expect(words).toContain('Op de website staan 14 profielen van mensen. Die houden wij niet bij zonder vastgelegde grondslag.')
  })

  test('each place where an account was found comes with its quote, its place in words and the kept page', async () => {
    const { deps } = await testDeps()
    const { auditId, page } = await sampleAudit(deps, 'found')
    const { text } = await visitor(deps).get(`/nl/audits/${auditId}/accounts?show=all`)
    expect(text).toContain('&lt;meta name=&quot;twitter:site&quot; content=&quot;@<mark>Zorg_Wijde</mark>&quot;&gt;')
    expect(text).toContain('in de gegevens achter de pagina')
    expect(text).toContain(`/nl/audits/${auditId}/evidence/${page}?q=`)
  })
})

describe('evidence', () => {
  test('is shown as text with the quote marked, and never run', async () => {
    const { deps } = await testDeps()
    const { auditId, page } = await sampleAudit(deps)
    const { text } = await visitor(deps).get(`/nl/audits/${auditId}/evidence/${page}?q=${encodeURIComponent('Website   door')}`)
    expect(text).toContain('<mark id="quote">Website door</mark>')
    expect(text).toContain('&lt;script&gt;document.body.textContent')
  })

  test('that expired says so, and when it did', async () => {
    const { deps } = await testDeps()
    const { auditId } = await sampleAudit(deps)
    const page = await visitor(deps).get(`/nl/audits/${auditId}/evidence/${'0'.repeat(64)}`)
    expect(page.status).toBe(410)
    expect(readable(page)).toContain('Wij bewaren pagina’s en foto’s 100 dagen, en pagina’s over mensen 30 dagen.')
    expect(readable(page)).toContain('pagina’s over mensen gewist vanaf 12 december 2026 en de andere vanaf 20 februari 2027.')
  })
})
