import axe from 'axe-core'
import type { Browser } from 'playwright'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import type { Deps } from '../../src/deps.ts'
import { importLocations } from '../../src/services/import-locations.ts'
import { readLocations } from '../../src/services/read-locations.ts'
import { testDeps } from '../support/deps.ts'
import { setWords } from '../support/location-set.ts'
import { sampleAudit } from '../support/sample-audit.ts'
import { addAccount, addPage, cellsOf } from '../support/sample-locations.ts'
import { complaintsOf, openBrowser, serveApp } from './browser.ts'
import { readable, visitor } from './visitor.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** A list of so many locations over twenty places. */
const listOf = (count: number) =>
  Array.from({ length: count }, (_, at) => `De ${setWords.names[at % 25]} ${at};${setWords.places[at % 20]}`).join('\n')

async function setting(text = 'naam;plaats\nDe Linde;Gouda\nHet Baken;Woerden') {
  const { deps } = await testDeps()
  const sample = await sampleAudit(deps)
  const { auditId } = sample
  if (text) importLocations(deps, { auditId, text })
  const accountId = addAccount(deps, auditId, 'facebook', 'zorgwijdedelinde')
  addAccount(deps, auditId, 'instagram', 'zorgwijdegouda')
  return { deps, sample, auditId, accountId, path: `/nl/audits/${auditId}/locations`, linde: idOf(deps, auditId, 'De Linde') }
}
const idOf = (deps: Deps, auditId: string, name: string) =>
  readLocations(deps, auditId).rows.find(({ location }) => location.name === name)?.location.id ?? ''

describe('without scripts', () => {
  test('a list is pasted, bad lines are told, and a refused one comes back', async () => {
    const { deps, path } = await setting('')
    const somebody = visitor(deps)
    expect(readable(await somebody.get(path))).toContain('Er zijn nog geen locaties.')
    const page = await somebody.post(path, { locations: 'De Linde;Gouda\n;Woerden' })
    expect(readable(page)).toContain('1 locatie toegevoegd.')
    expect(readable(page)).toMatch(/Regel 2 : · ?Woerden ?\. Er staat geen naam\./)
    const refused = await somebody.post(path, { locations: '; ;\n;Gouda' })
    expect(refused.status).toBe(400)
    expect(refused.text).toContain(';Gouda</textarea>')
    expect(refused.text).toContain('id="locations-error"')
  })

  test('they are read from the website', async () => {
    const { deps, auditId, path } = await setting('')
    await addPage(deps, auditId, 'https://www.zorgwijde.example/locaties/de-merel', '<title>De Merel | Zorgwijde</title>')
    const somebody = visitor(deps)
    expect((await somebody.get(path)).text).toContain('Lees ze van de website</button>')
    expect(readable(await somebody.post(`${path}/site`))).toContain('1 locatie toegevoegd.')
    expect((await somebody.get(`${path}/site`)).headers.get('location')).toBe(path)
  })

  test('a cell opens to what it rests on, takes an answer, and takes an account', async () => {
    const { deps, auditId, accountId, path, linde } = await setting()
    const somebody = visitor(deps)
    const open = await somebody.get(`${path}?open=${linde}.facebook`)
    expect(readable(open)).toMatch(/Aanwezig, De Linde op Facebook Er is een account gevonden\./)
    expect(readable(open)).toContain('De naam van de locatie staat erin: De Linde.')
    const answered = await somebody.post(`${path}/${linde}/x/answer?q=linde&open=${linde}.x`, {
      answer: 'deliberately-absent',
      note: 'Te klein',
    })
    expect(answered.headers.get('location')).toBe(`${path}?q=linde&open=${linde}.x#opened`)
    expect(readable(await somebody.get(`${path}?open=${linde}.x`))).toContain('Iemand zegt: bewust geen account. ‘Te klein’')
    await somebody.post(`${path}/${linde}/facebook/detach`, { accountId })
    expect(cellsOf(deps, auditId)['De Linde facebook']).toBe('could-not-look')
    await somebody.post(`${path}/${linde}/facebook/attach`, { accountId })
    expect(cellsOf(deps, auditId)['De Linde facebook']).toBe('present')
    expect((await somebody.post(`${path}/${linde}/x/answer`, {})).status).toBe(400)
    expect((await somebody.post(`${path}/${linde}/nergens/answer`, { answer: 'not-found' })).status).toBe(404)
  })

  test('the list is filtered by text and by state', async () => {
    const { deps, path } = await setting()
    const somebody = visitor(deps)
    expect(readable(await somebody.get(`${path}?q=woer`))).toContain('1 van 2 locaties')
    expect(readable(await somebody.get(`${path}?state=present`))).toContain('1 van 2 locaties')
    expect(readable(await somebody.get(`${path}?state=double`))).toContain('0 van 2 locaties')
  })

  test('an account that stands apart is decided on, and the decision is taken back', async () => {
    const { deps, auditId, path } = await setting()
    const somebody = visitor(deps)
    const accountId = readLocations(deps, auditId).accounts.find(({ handle }) => handle === 'zorgwijdegouda')?.accountId ?? ''
    const decided = await somebody.post(`/nl/audits/${auditId}/sprawl/${accountId}`, { decision: 'close', note: 'Niet meer nodig' })
    expect(decided.headers.get('location')).toMatch(new RegExp(`#s-${accountId}$`))
    expect(readable(await somebody.get(path))).toMatch(/Opheffen \( ?Besloten door een collega op .*\) ?Niet meer nodig/)
    await somebody.post(`/nl/audits/${auditId}/sprawl/${accountId}`, { decision: '' })
    expect(readable(await somebody.get(path))).not.toContain('Besloten door')
  })

  test('the overview is a table for a spreadsheet', async () => {
    const { deps, path } = await setting()
    const { text, headers } = await visitor(deps).get(`${path}.csv`)
    expect(headers.get('content-disposition')).toContain('eenlijn-locaties.csv')
    expect(text.split('\r\n').slice(0, 2)).toEqual([
      'locatie;plaats;adres;pagina;X;LinkedIn;YouTube;Facebook;Instagram',
      'De Linde;Gouda;;;niet gekeken;niet gekeken;niet gekeken;aanwezig: zorgwijdedelinde;aanwezig: zorgwijdegouda',
    ])
  })
})

describe('in a browser', () => {
  async function open(text: string, width: number, locale = 'nl', colorScheme: 'light' | 'dark' = 'light') {
    const { deps, auditId, linde } = await setting(text)
    const origin = await serveApp(deps)
    const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme, reducedMotion: 'reduce' })
    onTestFinished(() => context.close())
    const page = await context.newPage()
    const complaints = complaintsOf(page)
    const first = readLocations(deps, auditId).rows[0]?.location.id ?? ''
    await page.goto(`${origin}/${locale}/audits/${auditId}/locations?open=${linde || first}.${colorScheme === 'dark' ? 'x' : 'facebook'}`)
    return { page, complaints, deps, auditId }
  }

  test.each([
    ['nl', 360, 'light'],
    ['nl', 1280, 'dark'],
    ['en', 360, 'dark'],
    ['en', 1280, 'light'],
  ] as const)('in %s at %d pixels, %s: no barrier, nothing sticks out', async (locale, width, colorScheme) => {
    const { page, complaints } = await open('naam;plaats\nDe Linde;Gouda\nHet Baken;Woerden', width, locale, colorScheme)
    await page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true")
    expect(await page.evaluate('document.documentElement.scrollWidth > innerWidth')).toBe(false)
    expect(complaints).toEqual([])
    await page.evaluate(axe.source)
    const run = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], rules: { 'target-size': { enabled: true } } }
    const { violations } = await page.evaluate<axe.AxeResults>(`axe.run(${JSON.stringify(run)})`)
    expect(violations.map(({ id, nodes }) => `${id} ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`)).toEqual([])
  })

  test('a cell opens in place with the keyboard, and Escape goes back to it', async () => {
    const { page, complaints, deps, auditId } = await open('De Linde;Gouda\nHet Baken;Woerden', 1280)
    const id = `c-${idOf(deps, auditId, 'Het Baken')}-x`
    await page.locator(`#${id}`).focus()
    await page.keyboard.press('Enter')
    await page.locator('#opened', { hasText: 'Het Baken op X' }).waitFor()
    expect(await page.locator('.opened').count()).toBe(1)
    expect(await page.evaluate("document.activeElement?.id ?? ''")).toBe('opened')
    await page.keyboard.press('Escape')
    expect(await page.locator('.opened').count()).toBe(0)
    expect(await page.evaluate("document.activeElement?.id ?? ''")).toBe(id)
    expect(complaints).toEqual([])
  })

  test('with 300 locations the head and the names stay in sight, and the page comes within a second', async () => {
    const { page, deps, auditId } = await open(listOf(300), 1280)
    expect(await page.locator('.matrix tbody tr:not(.group, .opened)').count()).toBe(300)
    await page.locator('.matrix').evaluate((box) => box.scrollTo(200, 4_000))
    const top = await page.locator('.matrix').boundingBox()
    const head = await page.locator('.matrix thead th').nth(1).boundingBox()
    expect(Math.abs((head?.y ?? 0) - (top?.y ?? 99))).toBeLessThan(3)
    const start = performance.now()
    readLocations(deps, auditId)
    expect(performance.now() - start).toBeLessThan(500)
  })
})
