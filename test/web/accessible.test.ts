import axe from 'axe-core'
import { eq } from 'drizzle-orm'
import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Deps } from '../../src/deps.ts'
import { createBatch } from '../../src/services/batch.ts'
import { inviteMember } from '../../src/services/change-member.ts'
import { gradeSubject } from '../../src/services/grade-subject.ts'
import { savePublicCheck } from '../../src/services/public-check.ts'
import { readTeam } from '../../src/services/read-team.ts'
import { saveSchedule } from '../../src/services/schedule.ts'
import { startAudit } from '../../src/services/start-audit.ts'
import { saveSubscription } from '../../src/services/subscriptions.ts'
import { unsubscribeToken } from '../../src/services/unsubscribe.ts'
import { audits, subscriptions } from '../../src/store/schema.ts'
import { testDeps } from '../support/deps.ts'
import { sampleAudit } from '../support/sample-audit.ts'
import { sampleManagers } from '../support/sample-managers.ts'
import { sampleSheet } from '../support/sample-sheet.ts'
import { sampleTeam } from '../support/sample-team.ts'
import { twoAudits } from '../support/two-audits.ts'
import { complaintsOf, openBrowser, serveApp } from './browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const options: axe.RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  rules: { 'target-size': { enabled: true } },
  resultTypes: ['violations'],
  preload: false,
}

/** Every sort of page, by a name to find it back. */
async function pagesOf(deps: Deps) {
  const sample = await sampleAudit(deps)
  gradeSubject(deps, {
    auditId: sample.auditId,
    subject: 'uniformity',
    grade: '8',
    reason: 'Het lijkt op elkaar.',
    personId: sample.jannie,
  })
  const { bram } = sampleManagers(deps, sample)
  sampleTeam(deps, sample.auditId)
  const { token } = inviteMember(deps, { auditId: sample.auditId, memberId: readTeam(deps, sample.auditId).members[0]?.id ?? '' })
  await sampleSheet(deps, sample)
  const quarters = await twoAudits(deps, { now: new Date() })
  const inState = async (state: string, more: Partial<typeof audits.$inferInsert> = {}) => {
    const { auditId } = await startAudit(deps, { name: `De Kruimel ${state}`, website: 'https://kruimel.example' })
    deps.store.db
      .update(audits)
      .set({ state, ...more })
      .where(eq(audits.id, auditId))
      .run()
    return `/audits/${auditId}`
  }
  const choice = { wikidataId: 'Q1', name: 'De Kruimel', description: 'bakkerij', website: null, country: 'nl', aliases: [] }
  const { id: list } = await createBatch(deps, { label: 'Regio', organisations: [{ name: 'De Linde' }, { name: 'Het Anker' }] })
  await saveSchedule(deps, sample.auditId, { timeZone: 'Europe/Lisbon' })
  const audit = `/audits/${sample.auditId}`
  saveSubscription(deps, sample.auditId, { channel: 'webhook', to: 'https://hooks.zorgwijde.example/' })
  const mail = saveSubscription(deps, sample.auditId, { channel: 'mail', to: 'jannie@zorgwijde.example' }).id
  const reader = deps.store.db.select().from(subscriptions).where(eq(subscriptions.id, mail)).get()
  savePublicCheck(deps, { auditId: sample.auditId, slug: 'zorgwijde' })
  const pages = {
    home: '/',
    about: '/uitleg',
    missing: '/nowhere',
    found: audit,
    accounts: `${audit}/accounts?show=all`,
    look: `${audit}/accounts/${sample.accounts.get('linkedin:company/zorgwijde')}/look`,
    grades: `${audit}/grades`,
    uniformity: `${audit}/uniformity`,
    whatIf: `${audit}/what-if?target=9`,
    houseStyle: `${audit}/house-style`,
    names: `${audit}/names`,
    contactSheet: `${audit}/contactvel`,
    visitor: `${audit}/contactvel?as=visitor&sort=avatar`,
    report: `${audit}/report`,
    difference: `/audits/${quarters.second}/verschil`,
    firstDifference: `/audits/${quarters.first}/verschil`,
    trend: `/audits/${quarters.second}/verloop`,
    compare: `/vergelijk?audit=${quarters.first}&audit=${sample.auditId}&rubric=then`,
    compareChoose: `/vergelijk?audit=${quarters.second}&do=compare`,
    followedUp: `/audits/${quarters.second}/uniformity`,
    managers: `${audit}/managers`,
    schedule: `${audit}/schedule`,
    lists: '/batches',
    list: `/batches/${list}`,
    team: `${audit}/team`,
    teamNotice: `${audit}/team/notice`,
    invitation: `/invitation/${token}`,
    prints: `${audit}/prints`,
    news: `${audit}/news`,
    publicCheck: `${audit}/public-check`,
    check: '/check/zorgwijde?url=facebook.com/zorgwijde',
    checkUnknown: '/check/zorgwijde?url=wat',
    checkEmpty: '/check/zorgwijde?url=',
    checkList: '/check/zorgwijde/list',
    unsubscribe: `/unsubscribe/${reader ? unsubscribeToken(reader) : ''}`,
    manager: `${audit}/managers?edit=${bram}`,
    evidence: `${audit}/evidence/${sample.page}?q=Website%20door`,
    expired: `${audit}/evidence/${'0'.repeat(64)}`,
    running: await inState('running'),
    choosing: await inState('choosing', { choices: [choice, { ...choice, wikidataId: 'Q2' }] }),
    empty: await inState('done', { siteBelongs: 'no' }),
    teamOff: `${await inState('done', { peopleCounted: 8 })}/team`,
    failed: await inState('failed', { failure: 'x' }),
  }
  return { sample, pages }
}

test.each([
  ['nl', 360, 'light'],
  ['en', 1280, 'dark'],
] as const)(
  'every page in %s at %d pixels, %s: no barrier, nothing sticks out, no complaint',
  async (locale, width, colorScheme) => {
    const { deps } = await testDeps({ SMTP_URL: 'smtp://127.0.0.1:2525', MAIL_FROM: 'eenlijn@zorgwijde.example' })
    const { sample, pages } = await pagesOf(deps)
    const origin = await serveApp(deps)
    const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme, reducedMotion: 'reduce' })
    await context.addCookies([{ name: 'eenlijn-person', value: sample.jannie, url: origin }])
    const page = await context.newPage()
    const complaints = complaintsOf(page)
    const barriers: string[] = []
    for (const [name, path] of Object.entries(pages)) {
      await page.goto(`${origin}/${locale}${path}`)
      await page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true")
      if (await page.evaluate('document.documentElement.scrollWidth > innerWidth')) barriers.push(`${name}: wider than the screen`)
      // Before the tool comes in: it puts styles of its own into the page, which the policy stops.
      barriers.push(...complaints.map((complaint) => `${name}: ${complaint}`))
      await page.evaluate(axe.source)
      for (const { id, nodes } of (await page.evaluate<axe.AxeResults>(`axe.run(${JSON.stringify(options)})`)).violations)
        barriers.push(`${name}: ${id} ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`)
      complaints.length = 0
    }
    await context.close()
    expect(barriers).toEqual([])
  },
  180_000,
)
