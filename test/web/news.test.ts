import { load } from 'cheerio'
import { describe, expect, test } from 'vitest'
import { findAudit } from '../../src/services/find-audit.ts'
import { readSubscriptions, saveSubscription } from '../../src/services/subscriptions.ts'
import { unsubscribeToken } from '../../src/services/unsubscribe.ts'
import { deliveries, subscriptions } from '../../src/store/schema.ts'
import { testDeps } from '../support/deps.ts'
import { sampleAudit } from '../support/sample-audit.ts'
import { secondAt, secondAudit } from '../support/second-audit.ts'
import { readable, titleOf, visitor } from './visitor.ts'

const mailOn = {
  EENLIJN_NETWORK: 'on',
  SMTP_URL: 'smtp://127.0.0.1:2525',
  MAIL_FROM: 'eenlijn@zorgwijde.example',
  PUBLIC_URL: 'https://eenlijn.example/',
}

async function setting(settings: Record<string, string> = mailOn) {
  const { deps, clock } = await testDeps(settings)
  const sample = await sampleAudit(deps)
  const page = `/nl/audits/${sample.auditId}/news`
  return { deps, clock, sample, page, somebody: visitor(deps), organisationId: findAudit(deps.store.db, sample.auditId).organisationId }
}

describe('the page', () => {
  test('puts a mail address in the list and takes it away; from the report a link leads here', async () => {
    const { deps, sample, page, somebody } = await setting()
    const empty = await somebody.get(page)
    expect(titleOf(empty)).toBe('Nieuws')
    expect(readable(empty)).toContain('Nog niemand.')
    expect((await somebody.get(`/nl/audits/${sample.auditId}/report`)).text).toContain(`href="${page}"`)
    const added = await somebody.post(page, { channel: 'mail', to: 'jannie@zorgwijde.example', wants: 'alerts', locale: 'en' })
    const [saved] = readSubscriptions(deps, sample.auditId).subscriptions
    expect([added.status, added.headers.get('location')]).toEqual([303, `${page}#s-${saved?.id}`])
    expect(readable(await somebody.get(page))).toContain('jannie@zorgwijde.example Per mail, alleen als er haast bij is, in het Engels.')
    await somebody.post(`${page}/${saved?.id}/remove`)
    expect(readable(await somebody.get(page))).not.toContain('jannie@')
    expect((await somebody.post(`${page}/${saved?.id}/remove`)).status).toBe(404)
  })

  test('shows the secret of a webhook once, kept by no cache', async () => {
    const { page, somebody } = await setting()
    const made = await somebody.post(page, { channel: 'webhook', to: 'https://hooks.zorgwijde.example/eenlijn', wants: 'all' })
    const secret = /whsec_[A-Za-z0-9+/=]{44}/.exec(made.text)?.[0]
    expect(secret).toBeDefined()
    expect(readable(made)).toContain('Bewaar deze sleutel nu')
    expect(made.headers.get('cache-control')).toBe('private, no-cache')
    expect((await somebody.get(page)).text).not.toContain('whsec_')
  })

  test('says that nothing goes out while the network is off, of each message too, and what to do', async () => {
    const { deps, sample, page, somebody } = await setting({ ...mailOn, EENLIJN_NETWORK: 'off' })
    const { id } = saveSubscription(deps, sample.auditId, { channel: 'mail', to: 'jannie@zorgwijde.example' })
    const waiting = { id: 'd1', subscriptionId: id, auditId: sample.auditId, attempts: 0, nextAt: secondAt }
    deps.store.db
      .insert(deliveries)
      .values({ ...waiting, state: 'waiting' })
      .run()
    const said = readable(await somebody.get(page))
    expect(said).toContain('Er wordt nu niets verstuurd Het netwerk van deze server staat uit, dus wij sturen geen mail en geen webhook.')
    expect(said).toContain('De beheerder zet het aan met EENLIJN_NETWORK=on.')
    expect(said).toContain('Het bericht wacht tot het netwerk aanstaat.')
    expect(said).not.toContain('gaat zo weg')
    expect(readable(await somebody.get(page.replace('/nl/', '/en/')))).toContain('Nothing goes out now The network of this server is off')
  })

  test('says who gets nothing while no mail can be sent', async () => {
    const { deps, sample, page, somebody } = await setting({ EENLIJN_NETWORK: 'on' })
    expect(readable(await somebody.get(page))).not.toContain('Er gaat nu')
    const mailing = { ...deps, env: { ...deps.env, mail: { smtpUrl: 'smtp://127.0.0.1', from: 'a@zorgwijde.example' } } }
    saveSubscription(mailing, sample.auditId, { channel: 'mail', to: 'jannie@zorgwijde.example' })
    const said = readable(await somebody.get(page))
    expect(said).toContain('Er gaat nu geen mail weg 1 lezer krijgt daardoor geen nieuws.')
    expect(said).toContain('De beheerder zet mail aan met SMTP_URL en MAIL_FROM.')
    expect(said).toContain('Er is nog niets verstuurd. Er gaat geen mail weg tot mail aanstaat.')
    expect(readable(await visitor(mailing).get(page))).not.toContain('Er gaat nu geen mail weg')
  })

  test('that refuses something keeps what was typed and says at its field what is wrong', async () => {
    const { page, somebody } = await setting()
    const refused = await somebody.post(page, { channel: 'webhook', to: 'http://192.168.1.9/hook', wants: 'alerts' })
    expect(refused.status).toBe(400)
    const $ = load(refused.text)
    expect($('#webhook-to').val()).toBe('http://192.168.1.9/hook')
    expect($('#webhook-to-error').text()).toContain('het ligt niet op het openbare web')
    expect($('details[open] #webhook-to')).toHaveLength(1)
    expect($('form:has(#webhook-to) [value=alerts]').attr('checked')).toBeDefined()
    expect($('[role=alert] a').attr('href')).toBe('#webhook-to')
    expect((await somebody.post(page, { channel: 'mail', to: 'jannie', wants: 'all' })).text).toContain('Dit is geen e-mailadres.')
    expect((await somebody.post(page, { channel: 'duif', to: 'x' })).status).toBe(400)
  })

  test('says that mail is off where it is, and takes no address then', async () => {
    const { deps, page, somebody } = await setting({})
    expect(readable(await somebody.get(page))).toContain('Mail staat uit')
    expect(readable(await somebody.get(page))).not.toContain('Een webhook en de feed werken wel.')
    const online = visitor({ ...deps, env: { ...deps.env, network: true } })
    expect(readable(await online.get(page))).toContain('MAIL_FROM. Een webhook en de feed werken wel.')
    expect((await somebody.get(page)).text).not.toContain('id="mail-to"')
    expect((await somebody.post(page, { channel: 'mail', to: 'jannie@zorgwijde.example', wants: 'all' })).status).toBe(409)
  })

  test.each([
    [{ state: 'sent', sentAt: secondAt, attempts: 1 }, 'Laatste bericht verstuurd op 14 november 2026, 11:00.'],
    [{ state: 'nothing', attempts: 1 }, 'Na de laatste audit was er geen haast.'],
    [{ state: 'waiting', attempts: 0, nextAt: secondAt }, 'Het bericht gaat zo weg.'],
    [
      { state: 'waiting', attempts: 2, nextAt: secondAt, problem: 'status-503' },
      'De ontvanger antwoordde met fout 503. Wij probeerden het 2 keer en doen het opnieuw op 14 november 2026, 11:00.',
    ],
    [
      { state: 'given-up', attempts: 6, problem: 'timeout' },
      'Niet gelukt. De ontvanger antwoordde niet op tijd. Wij probeerden het 6 keer en zijn gestopt.',
    ],
  ])('tells how the newest message went: %j', async (row, text) => {
    const { deps, sample, page, somebody } = await setting()
    const { id } = saveSubscription(deps, sample.auditId, { channel: 'webhook', to: 'https://hooks.zorgwijde.example/' })
    deps.store.db
      .insert(deliveries)
      .values({ id: 'd1', subscriptionId: id, auditId: sample.auditId, ...row })
      .run()
    expect(readable(await somebody.get(page))).toContain(text)
  })
})

describe('the link in a mail', () => {
  test('changes nothing when it is opened, and ends the mail when the button is pressed', async () => {
    const { deps, sample, somebody } = await setting()
    saveSubscription(deps, sample.auditId, { channel: 'mail', to: 'jannie@zorgwijde.example' })
    const row = deps.store.db.select().from(subscriptions).get()
    const link = `/nl/unsubscribe/${unsubscribeToken(row ?? { id: '', secret: '' })}`
    const opened = await somebody.get(link)
    expect([titleOf(opened), opened.headers.get('referrer-policy')]).toEqual(['Geen mail meer?', 'no-referrer'])
    expect(opened.text).not.toContain('jannie')
    expect(readSubscriptions(deps, sample.auditId).subscriptions).toHaveLength(1)
    // As mail programs press it: no Origin, no page before it (RFC 8058).
    const pressed = await visitor(deps).post(link, { 'List-Unsubscribe': 'One-Click' }, { Origin: 'http://localhost' })
    expect([pressed.status, titleOf(pressed)]).toEqual([200, 'Je krijgt geen mail meer'])
    expect(readSubscriptions(deps, sample.auditId).subscriptions).toEqual([])
    expect(titleOf(await somebody.get(link))).toBe('Je krijgt geen mail meer')
    expect((await somebody.get(`${link.slice(0, -2)}xx`)).status).toBe(404)
  })

  test('of a webhook does not exist', async () => {
    const { deps, sample, somebody } = await setting()
    const { id, signingKey } = saveSubscription(deps, sample.auditId, { channel: 'webhook', to: 'https://hooks.zorgwijde.example/' })
    expect((await somebody.get(`/nl/unsubscribe/${encodeURIComponent(`${id}.${signingKey}`)}`)).status).toBe(404)
  })
})

describe('the feed', () => {
  const both = async (locale = 'nl') => {
    const set = await setting()
    const auditId = await secondAudit(set.deps)
    const path = `/${locale}/organisations/${set.organisationId}`
    return { ...set, auditId, path }
  }

  test('as Atom has an entry for each audit, with facts about their own accounts alone', async () => {
    const { auditId, path, somebody } = await both()
    const answer = await somebody.get(`${path}/news.atom`)
    expect(answer.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
    const $ = load(answer.text, { xml: true })
    expect($('feed > id').text()).toMatch(/^tag:eenlijn\.example,2026:news\//)
    expect($('feed > updated').text()).toBe(secondAt)
    expect($('feed > author > name').text()).toBe('Zorgwijde')
    expect($('feed > link[rel=self]').attr('href')).toBe(`https://eenlijn.example${path}/news.atom`)
    expect($('entry')).toHaveLength(1)
    expect($('entry > id').text()).toBe(`tag:eenlijn.example,2026:news/${auditId}`)
    expect($('entry > title').text()).toMatch(/^⬆ \d+ ⬇ \d+ ⏺ \d+ Zorgwijde$/)
    const lines = load($('entry > content').text())('li')
      .map((_, line) => load(line).text())
      .get()
    expect(lines).toContain('YouTube (@ZorgwijdeTV) bestaat niet meer op het platform.')
    expect(lines).toContain('Facebook (zorgwijde): beschrijving is veranderd.')
    for (const hidden of ['zorgwijde.echt', 'lijkt op', 'bevestigd', 'annie', 'Onderdeel']) expect(answer.text).not.toContain(hidden)
  })

  test('as JSON Feed says the same, in English too', async () => {
    const { auditId, path, somebody } = await both('en')
    const answer = await somebody.get(`${path}/news.json`)
    expect(answer.headers.get('content-type')).toBe('application/feed+json; charset=utf-8')
    const feed = JSON.parse(answer.text)
    expect(feed).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'What changed about the accounts of Zorgwijde',
      feed_url: `https://eenlijn.example${path}/news.json`,
      language: 'en',
    })
    expect(feed.items).toHaveLength(1)
    expect(feed.items[0]).toMatchObject({ id: `tag:eenlijn.example,2026:news/${auditId}`, date_published: secondAt })
    expect(feed.items[0].content_text).toContain('YouTube (@ZorgwijdeTV) no longer exists on the platform.')
  })

  test('is sent again only when there is news', async () => {
    const { deps, path, somebody } = await both()
    const address = `${path}/news.atom`
    const etag = (await somebody.get(address)).headers.get('etag') ?? ''
    const again = await somebody.get(address, { 'If-None-Match': `"x", ${etag}` })
    expect([again.status, again.text]).toEqual([304, ''])
    await secondAudit(deps, 'same', '2026-11-15T10:00:00.000Z')
    const newer = await somebody.get(address, { 'If-None-Match': etag })
    expect(newer.status).toBe(200)
    expect(load(newer.text, { xml: true })('entry')).toHaveLength(2)
  })

  test('stays sound XML whatever the organisation is called', async () => {
    const { deps } = await testDeps(mailOn)
    const sample = await sampleAudit(deps)
    const { organisations } = await import('../../src/store/schema.ts')
    deps.store.db.update(organisations).set({ name: 'A & B <c> ]]> "d" \u0007\ud800' }).run()
    await secondAudit(deps)
    const { organisationId } = findAudit(deps.store.db, sample.auditId)
    const { text } = await visitor(deps).get(`/nl/organisations/${organisationId}/news.atom`)
    expect(load(text, { xml: true })('feed > author > name').text()).toBe('A & B <c> ]]> "d" \ufffd')
    expect(text).not.toContain('\u0007')
  })

  test('of nobody is not found', async () => {
    const { somebody } = await setting()
    expect((await somebody.get('/nl/organisations/nobody/news.atom')).status).toBe(404)
  })
})
