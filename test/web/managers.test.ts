import type { Browser } from 'playwright'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { readManagers } from '../../src/services/read-managers.ts'
import { startAudit } from '../../src/services/start-audit.ts'
import { testDeps } from '../support/deps.ts'
import { sampleAudit } from '../support/sample-audit.ts'
import { sampleManagers, someone } from '../support/sample-managers.ts'
import { complaintsOf, openBrowser, serveApp } from './browser.ts'
import { readable, titleOf, visitor } from './visitor.ts'

async function setting() {
  const { deps } = await testDeps()
  const sample = await sampleAudit(deps)
  const page = `/nl/audits/${sample.auditId}/managers`
  return { deps, sample, page, somebody: visitor(deps) }
}

describe('the page', () => {
  test('without anybody yet leads to the form; from the report and the accounts a link leads here', async () => {
    const { sample, page, somebody } = await setting()
    const empty = await somebody.get(page)
    expect(titleOf(empty)).toBe('Wie beheert wat')
    expect(readable(empty)).toContain('Er staat nog niemand in de lijst.')
    expect(empty.text).toMatch(/<details class="screen-only" id="add" open/)
    for (const step of ['report', 'accounts'])
      expect((await somebody.get(`/nl/audits/${sample.auditId}/${step}`)).text.split(`href="${page}"`)).toHaveLength(2)
  })

  test('says first what goes well, then what can be better, why, and how to mend it', async () => {
    const { deps, sample, page, somebody } = await setting()
    sampleManagers(deps, sample)
    const nl = readable(await somebody.get(page))
    const order = [
      'Dit staat goed',
      '1 account heeft twee of meer beheerders.',
      'Dit kan beter',
      'Waarom dit telt',
      'Zo los je het op',
      'Per account',
      'Per persoon',
    ]
    expect(order.map((text) => nl.indexOf(text))).toEqual(order.map((text) => nl.indexOf(text)).toSorted((a, b) => a - b))
    expect(order.filter((text) => !nl.includes(text))).toEqual([])
    expect(nl).toContain('YouTube (@ZorgwijdeTV): Noor van Vliet (stagiair).')
    expect(nl).toContain('Noor van Vliet stopt over 18 dagen.')
    expect(nl).toContain('vervangt Fatima el Amrani, sinds 1 maart 2024')
    const en = readable(await somebody.get(page.replace('/nl/', '/en/')))
    expect(en).toContain('YouTube (@ZorgwijdeTV): Noor van Vliet (trainee).')
    expect(en).toContain('Noor van Vliet stops in 18 days.')
  })

  test('of an audit without accounts asks to say first which are theirs', async () => {
    const { deps } = await testDeps()
    const { auditId } = await startAudit(deps, { name: 'De Kruimel' })
    expect(readable(await visitor(deps).get(`/nl/audits/${auditId}/managers`))).toContain('Er zijn nog geen accounts van jullie')
    expect((await visitor(deps).get('/nl/audits/nobody/managers')).status).toBe(404)
  })
})

describe('the form', () => {
  test('puts somebody in the list; an address elsewhere is a hint, no refusal', async () => {
    const { deps, sample, page, somebody } = await setting()
    const { status, headers } = await somebody.post(page, {
      ...someone,
      workEmail: 'fatima@thuis.example',
      accounts: [...sample.accounts.values()].slice(0, 2),
    })
    const [saved] = readManagers(deps, sample.auditId).managers
    expect([status, headers.get('location')]).toEqual([303, `${page}#m-${saved?.id}`])
    expect(saved?.accounts).toHaveLength(2)
    expect(readable(await somebody.get(page))).toContain('fatima@thuis.example Eindigt niet op zorgwijde.example. Klopt dat?')
  })

  test('that is refused comes back with everything that was typed and the sentence at its field', async () => {
    const { deps, sample, page, somebody } = await setting()
    const { fatima, youtube } = sampleManagers(deps, sample)
    const typed = { ...someone, role: 'volunteer', workEmail: 'fatima', deputyOf: '', accounts: [youtube] }
    for (const [address, id] of [
      [page, 'new'],
      [`${page}/${fatima}`, fatima],
    ] as const) {
      const answer = await somebody.post(address, typed)
      expect(answer.status).toBe(400)
      expect(answer.text).toContain(`id="manager-${id}-workEmail-error">Dit is geen e-mailadres.`)
      expect(answer.text).toMatch(new RegExp(`role="alert"[\\s\\S]*href="#manager-${id}-workEmail"`))
      expect(answer.text).toMatch(/<option value="volunteer" selected/)
      expect(answer.text).toMatch(new RegExp(`value="${youtube}" checked`))
    }
    expect(readManagers(deps, sample.auditId).managers).toHaveLength(3)
  })

  test('changes and removes; a form’s own address opened again leads to the page', async () => {
    const { deps, sample, page, somebody } = await setting()
    const { noor } = sampleManagers(deps, sample)
    expect((await somebody.get(`${page}?edit=${noor}`)).text).toContain('value="Noor van Vliet"')
    await somebody.post(`${page}/${noor}`, { ...someone, name: 'Noor de Vries' })
    expect(readable(await somebody.get(page))).toContain('Noor de Vries')
    expect((await somebody.get(`${page}/${noor}`)).headers.get('location')).toBe(page)
    expect((await somebody.post(`${page}/${noor}/remove`)).status).toBe(303)
    expect(readable(await somebody.get(page))).not.toContain('Noor')
    expect((await somebody.post(`${page}/${noor}/remove`)).status).toBe(404)
  })

  test('notes where the access is kept, and gives back what is too long', async () => {
    const { deps, sample, page, somebody } = await setting()
    const { youtube } = sampleManagers(deps, sample)
    const address = `${page}/recovery/${youtube}`
    expect((await somebody.post(address, { note: 'Kluis van ICT' })).headers.get('location')).toBe(`${page}#a-${youtube}`)
    expect(readable(await somebody.get(page))).toContain('Toegang bewaard: Kluis van ICT')
    const refused = await somebody.post(address, { note: 'b'.repeat(301) })
    expect(refused.status).toBe(400)
    expect(refused.text).toContain(`value="${'b'.repeat(301)}"`)
    expect(refused.text).toContain(`id="recovery-${youtube}-error"`)
  })

  test('shows what was typed as text, never as markup', async () => {
    const { page, somebody } = await setting()
    await somebody.post(page, { ...someone, name: '<b>Jannie</b>', jobTitle: '"><script>' })
    const { text } = await somebody.get(page)
    expect(text).not.toContain('<b>Jannie')
    expect(text).not.toContain('"><script>')
  })
})

describe('asking for a post', () => {
  const mails = (text: string) => [...text.matchAll(/href="(mailto:[^"]*)"/g)].map(([, href]) => (href ?? '').replaceAll('&amp;', '&'))

  test('is a mail to those who manage the account now, with subject and text', async () => {
    const { deps, sample, page, somebody } = await setting()
    sampleManagers(deps, sample)
    const [mail, ...more] = mails((await somebody.get(page)).text)
    expect(more).toEqual([])
    const url = new URL(mail ?? '')
    expect(url.pathname).toBe('bram.kuipers@post.example,f.elamrani@zorgwijde.example')
    expect(url.searchParams.get('subject')).toBe('Wil je dit plaatsen op Facebook (zorgwijde)?')
    expect(url.searchParams.get('body')).toMatch(/^Hoi Bram en Fatima,\r\n\r\nDit bericht .*facebook\.com\/zorgwijde[\s\S]*like/)
  })

  test('after a year there is also a mail that asks whether the list is still right; saving again is the answer', async () => {
    const { deps, clock } = await testDeps()
    const sample = await sampleAudit(deps)
    const { fatima, facebook } = sampleManagers(deps, sample)
    const page = `/nl/audits/${sample.auditId}/managers`
    const asked = async () =>
      mails((await visitor(deps).get(page)).text).filter((mail) => decodeURIComponent(mail).includes('Klopt het nog'))
    expect(await asked()).toEqual([])
    clock.now = new Date('2027-11-10T09:00:00.000Z')
    expect((await asked()).map((mail) => new URL(mail).pathname)).toEqual(['bram.kuipers@post.example', 'f.elamrani@zorgwijde.example'])
    expect(new URL((await asked())[1] ?? '').searchParams.get('body')).toContain('Volgens onze lijst beheer jij: Facebook (zorgwijde).')
    await visitor(deps).post(`${page}/${fatima}`, { ...someone, accounts: [facebook] })
    expect((await asked()).map((mail) => new URL(mail).pathname)).toEqual(['bram.kuipers@post.example'])
  })

  test('an address cannot bring more into the mail than an address', async () => {
    const { sample, page, somebody } = await setting()
    const accounts = [sample.accounts.get('facebook:zorgwijde') ?? '']
    await somebody.post(page, { ...someone, workEmail: 'a?bcc=b&cc=c@post.example', accounts })
    const url = new URL(mails((await somebody.get(page)).text)[0] ?? '')
    expect([...url.searchParams.keys()]).toEqual(['subject', 'body'])
    expect(decodeURIComponent(url.pathname)).toBe('a?bcc=b&cc=c@post.example')
  })
})

test('the table comes as a file that no cache keeps', async () => {
  const { deps, sample, page, somebody } = await setting()
  sampleManagers(deps, sample)
  const csv = await somebody.get(`${page}.csv?sep=comma`)
  expect(csv.headers.get('content-type')).toBe('text/csv; charset=UTF-8')
  expect(csv.headers.get('content-disposition')).toBe('attachment; filename="eenlijn-managers.csv"')
  expect(csv.headers.get('cache-control')).toBe('private, no-store')
  expect(csv.text).toContain('Facebook,zorgwijde,https://www.facebook.com/zorgwijde,Bram Kuipers,')
})

describe('in a browser', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())

  async function open() {
    const { deps, sample, page } = await setting()
    const ids = sampleManagers(deps, sample)
    const context = await browser.newContext({ reducedMotion: 'reduce' })
    onTestFinished(() => context.close())
    const tab = await context.newPage()
    const complaints = complaintsOf(tab)
    await tab.goto(`${await serveApp(deps)}${page}`)
    return { deps, sample, ids, tab, complaints }
  }

  test('whom one follows is ticked off, and stays so in this browser', async () => {
    const { tab, complaints } = await open()
    const facebook = tab.getByRole('checkbox', { name: 'Ik volg Facebook (zorgwijde)' })
    await facebook.check()
    await tab.reload()
    expect(await facebook.isChecked()).toBe(true)
    expect(await tab.getByRole('checkbox', { name: 'Ik volg YouTube (@ZorgwijdeTV)' }).isChecked()).toBe(false)
    await facebook.uncheck()
    expect(await tab.evaluate('Object.keys(localStorage)')).toEqual([])
    expect(complaints).toEqual([])
  })

  test('somebody is put in the list with the keyboard alone', async () => {
    const { deps, sample, tab } = await open()
    await tab.locator('#add > summary').focus()
    await tab.keyboard.press('Enter')
    const type = async (text: string) => {
      await tab.keyboard.press('Tab')
      await tab.keyboard.type(text)
    }
    await type('Sanne Bakker')
    await type('s.bakker@zorgwijde.example')
    await type('V')
    await type('Gastvrouw')
    await tab.getByRole('checkbox', { name: 'YouTube (@ZorgwijdeTV)', exact: true }).focus()
    await tab.keyboard.press('Space')
    await tab.keyboard.press('Enter')
    await tab.getByRole('heading', { name: 'Sanne Bakker' }).waitFor()
    expect(readManagers(deps, sample.auditId).managers.find(({ name }) => name === 'Sanne Bakker')).toMatchObject({
      workEmail: 's.bakker@zorgwijde.example',
      role: 'volunteer',
      jobTitle: 'Gastvrouw',
      accounts: [sample.accounts.get('youtube:@zorgwijdetv')],
    })
  })

  test('on paper stand the lists, and nothing to press', async () => {
    const { tab } = await open()
    await tab.emulateMedia({ media: 'print' })
    expect(await tab.getByRole('heading', { name: 'Per account' }).isVisible()).toBe(true)
    expect(await tab.getByText('Noor van Vliet stopt over 18 dagen.').isVisible()).toBe(true)
    for (const hidden of ['form', 'details', '.exports', '[data-follow]', '.steps'])
      expect(await tab.locator(hidden).filter({ visible: true }).count(), hidden).toBe(0)
  })
})
