import { eq } from 'drizzle-orm'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import type { Deps } from '../../src/deps.ts'
import { upsertCandidate } from '../../src/services/candidates.ts'
import { decideCandidate } from '../../src/services/decide-candidate.ts'
import { tell } from '../../src/services/events.ts'
import { audits } from '../../src/store/schema.ts'
import { testDeps } from '../support/deps.ts'
import { type Sample, sampleAudit, viewOf } from '../support/sample-audit.ts'
import { sampleAccounts, seenAt } from '../support/sample-candidates.ts'
import { complaintsOf, openBrowser, serveApp } from './browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** A page of a sample audit in a browser, as Jannie sees it. */
async function open(stage: 'found' | 'graded', step: string, prepare: (deps: Deps, sample: Sample) => void = () => undefined) {
  const { deps } = await testDeps()
  const sample = await sampleAudit(deps, stage)
  prepare(deps, sample)
  const origin = await serveApp(deps)
  const context = await browser.newContext({ reducedMotion: 'reduce' })
  onTestFinished(() => context.close())
  await context.addCookies([{ name: 'eenlijn-person', value: sample.jannie, url: origin }])
  const page = await context.newPage()
  const complaints = complaintsOf(page)
  await page.goto(`${origin}/nl/audits/${sample.auditId}${step}`)
  return { deps, sample, page, complaints }
}

const focused = (page: Page) => page.evaluate<string>("document.activeElement?.id ?? ''")

describe('deciding with the keyboard', () => {
  test('j goes to an account, 1 decides and goes on, u takes it back', async () => {
    const { deps, sample, page, complaints } = await open('found', '/accounts')
    await page.keyboard.press('j')
    const first = await focused(page)
    await page.keyboard.press('1')
    await page.locator(`#${first}[data-decided="ours"]`).waitFor()
    const second = await focused(page)
    expect(second).not.toBe(first)
    expect(await page.locator('.left').textContent()).toBe('Nog 6 te beslissen.')
    await page.keyboard.press('2')
    await page.locator(`#${second}[data-decided="not-ours"]`).waitFor()
    await page.keyboard.press('u')
    await page.locator(`#${second}[data-decided=""]`).waitFor()
    expect(await focused(page)).toBe(second)
    const view = viewOf(deps, sample).candidates
    expect(view.filter((account) => account.decision?.decision).map((account) => `a-${account.accountId}`)).toEqual([first])
    expect(complaints).toEqual([])
  })

  test('a click leaves the place and what was opened', async () => {
    const { sample, page } = await open('found', '/accounts')
    const card = page.locator(`#a-${sample.accounts.get('facebook:zorgwijde')}`)
    await card.locator('summary').first().click()
    await card.getByRole('button', { name: 'Weet ik niet' }).click()
    await page.locator(`#a-${sample.accounts.get('facebook:zorgwijde')}[data-decided="unsure"]`).waitFor()
    expect(await card.locator('details').first().getAttribute('open')).not.toBeNull()
    expect(await card.getByRole('button', { name: 'Weet ik niet' }).getAttribute('aria-pressed')).toBe('true')
  })

  test('what somebody else decided meanwhile is told in the card', async () => {
    const { deps, sample, page } = await open('found', '/accounts')
    const accountId = sample.accounts.get('facebook:zorgwijde') ?? ''
    decideCandidate(deps, { auditId: sample.auditId, accountId, decision: 'ours', basedOn: null, personId: sample.marit })
    const card = page.locator(`#a-${accountId}`)
    await card.getByRole('button', { name: 'Niet van ons' }).click()
    await card.getByRole('alert').waitFor()
    expect(await card.getByRole('alert').textContent()).toContain('Marit Bos koos intussen ‘Van ons’. Jij koos ‘Niet van ons’.')
    await card.getByRole('button', { name: 'Niet van ons' }).click()
    await page.locator(`#a-${accountId}[data-decided="not-ours"]`).waitFor()
  })

  test('without a connection nothing is lost and nothing is pretended', async () => {
    const { deps, sample, page } = await open('found', '/accounts')
    const card = page.locator(`#a-${sample.accounts.get('facebook:zorgwijde')}`)
    await page.context().setOffline(true)
    await card.getByRole('button', { name: 'Niet van ons' }).click()
    expect(await card.getByRole('alert').textContent()).toContain('Dit is niet bewaard.')
    expect(viewOf(deps, sample).candidates.filter((account) => account.decision)).toEqual([])
    await page.context().setOffline(false)
    await card.getByRole('button', { name: 'Niet van ons' }).click()
    await page.locator(`#a-${sample.accounts.get('facebook:zorgwijde')}[data-decided="not-ours"]`).waitFor()
  })

  test('keys do nothing while somebody types, and can be turned off under "?"', async () => {
    const { deps, sample, page } = await open('found', '/accounts')
    await page.locator('#links').fill('1')
    await page.locator('#links').press('1')
    await page.locator('#links').press('?')
    expect(await page.locator('#shortcuts').isVisible()).toBe(false)
    await page.locator('h1').click()
    await page.keyboard.press('?')
    expect(await page.locator('#shortcuts').isVisible()).toBe(true)
    await page.getByLabel('Sneltoetsen aan').uncheck()
    await page.keyboard.press('Escape')
    await page.reload()
    await page.keyboard.press('j')
    await page.keyboard.press('1')
    await page.keyboard.press('?')
    expect(await page.locator('#shortcuts').isVisible()).toBe(false)
    expect(viewOf(deps, sample).candidates.filter((account) => account.decision)).toEqual([])
  })
})

describe('what somebody is typing', () => {
  test('survives a reload until it is saved, and no longer', async () => {
    const { sample, page, complaints } = await open('graded', '/grades')
    const form = page.locator(`form[data-draft*="${sample.accounts.get('youtube:@zorgwijdetv')}"]`)
    await form.getByLabel('Cijfer', { exact: true }).fill('5.5')
    await form.getByLabel('Omdat').fill('Het oude logo. ')
    await page.reload()
    expect(await form.getByLabel('Omdat').inputValue()).toBe('Het oude logo. ')
    expect(await form.locator('[data-draft-note]').isVisible()).toBe(true)
    await form.getByRole('button', { name: 'Bewaar cijfer' }).click()
    await page.getByText('versie 1').last().waitFor()
    await page.reload()
    expect(await form.getByLabel('Cijfer', { exact: true }).inputValue()).toBe('5,5')
    expect(await form.locator('[data-draft-note]').isVisible()).toBe(false)
    expect(await page.evaluate('Object.keys(localStorage)')).toEqual([])
    expect(complaints).toEqual([])
  })

  test('can be thrown away', async () => {
    const { sample, page } = await open('graded', '/grades')
    const form = page.locator(`form[data-draft*="${sample.accounts.get('youtube:@zorgwijdetv')}"]`)
    await form.getByLabel('Omdat').fill('Toch niet.')
    await page.reload()
    await form.getByRole('button', { name: 'Gooi deze tekst weg' }).click()
    expect(await form.getByLabel('Omdat').inputValue()).toBe('')
    await page.reload()
    expect(await form.locator('[data-draft-note]').isVisible()).toBe(false)
  })
})

describe('while an audit runs', () => {
  const running = (deps: Deps, { auditId }: Sample) =>
    void deps.store.db.update(audits).set({ state: 'running', finishedAt: null }).where(eq(audits.id, auditId)).run()

  const find = (deps: Deps, { auditId }: Sample, handle: string) => {
    const known = sampleAccounts[0]?.candidate
    const audit = deps.store.db.select().from(audits).where(eq(audits.id, auditId)).get()
    if (!known || !audit) throw new Error('no sample')
    deps.store.transact((tx) => {
      upsertCandidate(tx, auditId, audit.organisationId, { ...known, handle, key: `facebook:${handle}`, verdict: 'likely' }, seenAt)
      tell(tx, auditId, { kind: 'found', data: { accounts: 1 } }, seenAt)
    })
    deps.bell.ring(auditId)
  }

  test('what is being done shows at once, and what was found is added at the end', async () => {
    const { deps, sample, page, complaints } = await open('found', '', running)
    deps.store.transact((tx) =>
      tell(
        tx,
        sample.auditId,
        { kind: 'page', data: { url: 'https://www.zorgwijde.example/contact', outcome: 'page', read: 2, planned: 9, found: 8 } },
        seenAt,
      ),
    )
    deps.bell.ring(sample.auditId)
    await page.getByText('wij lezen https://www.zorgwijde.example/contact (2/9)').waitFor()
    find(deps, sample, 'zorgwijde.zuid')
    await page.getByRole('link', { name: 'zorgwijde.zuid' }).waitFor()
    expect(await page.locator('.found-list > li').last().textContent()).toContain('zorgwijde.zuid')
    await page.getByText('9 accounts gevonden, ').waitFor({ state: 'attached' })
    expect(complaints).toEqual([])
  })

  test('accounts that come while somebody decides wait behind a button', async () => {
    const { deps, sample, page } = await open('found', '/accounts', running)
    find(deps, sample, 'zorgwijde.west')
    const more = page.getByRole('button', { name: 'Laat 1 nieuwe zien' })
    await more.waitFor()
    expect(await page.locator('.candidate').filter({ hasText: 'zorgwijde.west' }).count()).toBe(0)
    await more.click()
    expect(await page.locator('.candidate').last().textContent()).toContain('zorgwijde.west')
    expect(await more.isVisible()).toBe(false)
  })

  test('a question to the reader comes up by itself', async () => {
    const { deps, sample, page } = await open('found', '', running)
    const choice = { wikidataId: 'Q1', name: 'Zorgwijde', description: 'zorggroep', website: null, country: 'nl', aliases: [] }
    deps.store.transact((tx) => {
      tx.update(audits)
        .set({ state: 'choosing', choices: [choice] })
        .where(eq(audits.id, sample.auditId))
        .run()
      tell(tx, sample.auditId, { kind: 'state', data: { state: 'choosing' } }, seenAt)
    })
    deps.bell.ring(sample.auditId)
    await page.getByRole('radio', { name: 'Geen van deze' }).waitFor()
  })

  test('the end is told, and the way on appears without a new page', async () => {
    const { deps, sample, page } = await open('found', '', running)
    deps.store.transact((tx) => {
      tx.update(audits).set({ state: 'done', finishedAt: seenAt }).where(eq(audits.id, sample.auditId)).run()
      tell(tx, sample.auditId, { kind: 'state', data: { state: 'done' } }, seenAt)
    })
    deps.bell.ring(sample.auditId)
    await page.getByRole('heading', { name: 'Wij vonden 8 accounts op 7 platforms' }).waitFor()
    expect(await page.getByRole('status').first().textContent()).toBe('Het zoeken is klaar.')
    expect(await page.getByRole('button', { name: 'Stop de audit' }).count()).toBe(0)
    await page.getByRole('link', { name: 'Zeg welke van jullie zijn' }).waitFor()
  })
})
