import type { Browser } from 'playwright'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { noHouseStyle } from '../../src/model/house-style.ts'
import { saveHouseStyle } from '../../src/services/save-house-style.ts'
import { testDeps } from '../support/deps.ts'
import { sampleAudit } from '../support/sample-audit.ts'
import { sampleSheet } from '../support/sample-sheet.ts'
import { complaintsOf, openBrowser, serveApp } from './browser.ts'
import { readable, titleOf, visitor } from './visitor.ts'

async function setting(more: Parameters<typeof sampleSheet>[2] = []) {
  const { deps } = await testDeps()
  const sample = await sampleAudit(deps)
  const { digestOf } = await sampleSheet(deps, sample, more)
  return { deps, sample, digestOf, page: `/nl/audits/${sample.auditId}/contactvel`, somebody: visitor(deps) }
}

const inOrder = (text: string, ...parts: string[]) => {
  const places = parts.map((part) => text.indexOf(part))
  expect(parts.filter((_, index) => places[index] === -1)).toEqual([])
  expect(places).toEqual(places.toSorted((a, b) => a - b))
}

describe('the contact sheet', () => {
  test('has the common picture on top, what is like it below, and what differs marked with a word', async () => {
    const { page, somebody } = await setting()
    const answer = await somebody.get(page)
    expect(titleOf(answer)).toBe('Contactvel')
    const text = readable(answer)
    inOrder(
      text,
      'Dit beeld komt het vaakst voor',
      '2 accounts wijken af',
      'Deze horen bij elkaar',
      'Deze wijken af',
      'Niet te zeggen',
      'Niet te zien',
    )
    inOrder(text, 'Deze wijken af', 'wijkt af', 'Atelier Zorgwijde', 'niet te zeggen', 'Zorgwijde West')
    expect(text.split('wijkt af ').length - 1).toBe(2)
    expect(answer.text).toContain('alt="Achtergrondfoto van zorgwijde.zuid, Facebook"')
    expect(readable(await somebody.get(page.replace('/nl/', '/en/')))).toContain('These differ')
  })

  test('says whose norm it is once something is agreed', async () => {
    const { deps, sample, digestOf, page, somebody } = await setting()
    const style = { ...noHouseStyle, background: { references: [digestOf('house')], passage: null } }
    saveHouseStyle(deps, { auditId: sample.auditId, style, personId: null })
    expect(readable(await somebody.get(page))).toContain('Dit is jullie afspraak')
  })

  test('keeps what was asked for in the address: platform, picture, view and paper', async () => {
    const { page, somebody } = await setting()
    const { text } = await somebody.get(`${page}?sort=avatar&as=visitor&platform=facebook&paper=a3-portrait`)
    for (const chosen of ['avatar', 'visitor', 'facebook', 'a3-portrait']) expect(text).toContain(`<option value="${chosen}" selected`)
    expect(text).toContain('/assets/paper-a3-portrait.css')
    expect(text).toMatch(/\d van 1\d accounts/)
    const nonsense = await somebody.get(`${page}?sort=x&as=y&platform=z&paper=../house`)
    expect(nonsense.text).toContain('/assets/paper-a4-landscape.css')
  })

  test('shows each profile as a visitor sees it, by the platform’s measures, with words for who cannot', async () => {
    const { page, somebody } = await setting()
    const { text } = await somebody.get(`${page}?as=visitor`)
    expect(text).toContain('aria-label="zorgwijde, X: achtergrondfoto met de profielfoto links onderaan eroverheen"')
    expect(text).toContain('aria-label="@werkenbijzorgwijde, YouTube: achtergrondfoto met de profielfoto eronder"')
    expect(text).toContain('aria-label="zorgwijde, Instagram: profielfoto"')
    expect(text).toContain('viewBox="0 0 360 ')
  })

  test('of an audit without accounts of their own says what to do first', async () => {
    const { deps } = await testDeps()
    const sample = await sampleAudit(deps, 'found')
    const { text } = await visitor(deps).get(`/nl/audits/${sample.auditId}/contactvel`)
    expect(text).toContain('Contactvel')
    expect((await visitor(deps).get('/nl/audits/nobody/contactvel')).status).toBe(404)
  })
})

describe('in a browser', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())

  const open = async (setup: Awaited<ReturnType<typeof setting>>, query = '') => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' })
    onTestFinished(() => context.close())
    const tab = await context.newPage()
    const complaints = complaintsOf(tab)
    const asked: string[] = []
    tab.on('request', (request) => asked.push(request.url()))
    await tab.goto(`${await serveApp(setup.deps)}${setup.page}${query}`)
    return { tab, complaints, asked }
  }

  test('two hundred accounts open at once: what is far below is not drawn yet, and nothing is wider than the screen', async () => {
    const many = Array.from({ length: 200 }, (_, n) => ({
      platform: 'x' as const,
      handle: `zorgwijde_${n}`,
      name: `Zorgwijde ${n}`,
      avatar: 'leaf' as const,
      banner: 'house' as const,
    }))
    const started = performance.now()
    const { tab, complaints } = await open(await setting(many))
    expect(await tab.locator('.tile').count()).toBeGreaterThan(210)
    expect(await tab.locator('.many').count()).toBe(1)
    expect(performance.now() - started).toBeLessThan(20_000)
    expect(await tab.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
    const last = tab.locator('.tile').last()
    await last.scrollIntoViewIfNeeded()
    expect(await last.isVisible()).toBe(true)
    expect(complaints).toEqual([])
  }, 60_000)

  test.each([
    ['a4-landscape', 297],
    ['a3-portrait', 297],
    ['a3-landscape', 420],
  ] as const)('prints on %s: the sheet alone, with the marks', async (paper, widthMm) => {
    const { tab } = await open(await setting(), `?paper=${paper}`)
    await tab.emulateMedia({ media: 'print' })
    expect(await tab.getByRole('heading', { name: 'Deze wijken af' }).isVisible()).toBe(true)
    expect(await tab.getByText('wijkt af', { exact: true }).first().isVisible()).toBe(true)
    for (const hidden of ['.sheet-filter', '.steps', '.site-header nav'])
      expect(await tab.locator(hidden).filter({ visible: true }).count(), hidden).toBe(0)
    const pdf = await tab.pdf({ preferCSSPageSize: true })
    const [, width = '0'] = /\/MediaBox \[0 0 ([\d.]+)/.exec(pdf.toString('latin1')) ?? []
    expect(Math.round((Number(width) / 72) * 25.4)).toBe(widthMm)
  })
})
