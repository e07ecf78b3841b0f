import { describe, expect, test } from 'vitest'
import type { Deps } from '../../src/deps.ts'
import { type CaptureInput, captureByHand, maxPageBytes, maxScreenshotBytes } from '../../src/services/capture-by-hand.ts'
import { openEvidence } from '../../src/services/evidence.ts'
import { erasePerson } from '../../src/services/person.ts'
import { readAudit } from '../../src/services/read-audit.ts'
import { testDeps } from '../support/deps.ts'
import { mhtmlOf } from '../support/mhtml.ts'
import { type Sample, sampleAudit } from '../support/sample-audit.ts'
import { samplePicture } from '../support/sample-picture.ts'

const url = 'https://www.linkedin.com/company/zorgwijde/'
const html = (over: { url?: string; name?: string } = {}) =>
  `<!doctype html><html><head><title>(2) ${over.name ?? 'Zorgwijde'}: Over ons | LinkedIn</title>
  <link rel="canonical" href="${over.url ?? url}">
  <meta property="og:title" content="${over.name ?? 'Zorgwijde'} | LinkedIn">
  <meta property="og:image" content="https://media.example/logo.png">
  <script>document.title = 'uitgevoerd'</script></head><body><h1>Zorgwijde</h1></body></html>`
const bytes = (text: string) => new TextEncoder().encode(text)
const logo = samplePicture([15, 92, 99], [255, 255, 255])
const noFields = { name: '', description: '', website: '', lastPost: '', hasPicture: '' }

async function setting() {
  const { deps } = await testDeps()
  const sample = await sampleAudit(deps)
  const accountId = sample.accounts.get('linkedin:company/zorgwijde') ?? ''
  const capture = (over: Partial<CaptureInput>) =>
    captureByHand(deps, {
      auditId: sample.auditId,
      accountId,
      personId: sample.jannie,
      found: 'profile',
      page: null,
      screenshot: null,
      fields: noFields,
      ...over,
    })
  return { deps, sample, accountId, capture }
}

const accountIn = (deps: Deps, { auditId }: Sample, accountId: string) =>
  readAudit(deps, auditId, { personId: null }).candidates.find((candidate) => candidate.accountId === accountId)

describe('what a person saw', () => {
  test('in a saved page becomes the snapshot, with the picture out of the file, the name and the day', async () => {
    const { deps, sample, accountId, capture } = await setting()
    expect(accountIn(deps, sample, accountId)?.snapshot?.state).toBe('walled')
    await capture({ page: mhtmlOf({ url, html: html(), pictures: { 'https://media.example/logo.png': logo } }) })
    const account = accountIn(deps, sample, accountId)
    expect(account?.snapshot).toMatchObject({
      state: 'captured',
      wall: null,
      seenBy: 'person',
      via: 'saved-page',
      displayName: { seen: true, value: 'Zorgwijde', from: 'og:title' },
      activity: 'unknown',
      record: null,
    })
    expect(account?.byHand).toMatchObject({ by: 'Jannie de Wit', machine: { state: 'walled' } })
    const picture = account?.snapshot?.picture
    const kept = picture?.seen ? await openEvidence(deps, { auditId: sample.auditId, digest: picture.value }) : null
    expect(kept).toMatchObject({ kind: 'picture', content: { mediaType: 'image/png', body: Buffer.from(logo) } })
  })

  test('and typed goes before what the page shows; what nobody told stays unseen', async () => {
    const { capture } = await setting()
    const fields = { ...noFields, name: 'Zorgwijde Nederland', website: 'www.zorgwijde.example', lastPost: '2026-01-02', hasPicture: 'no' }
    expect(await capture({ fields })).toMatchObject({
      via: 'typed',
      displayName: { seen: true, value: 'Zorgwijde Nederland', from: 'typed' },
      website: { seen: true, value: 'https://www.zorgwijde.example/' },
      lastPost: { seen: true, value: '2026-01-02T00:00:00.000Z' },
      picture: { seen: false, why: 'absent' },
      description: { seen: false, why: 'not-offered' },
      followers: { seen: false, why: 'not-offered' },
    })
  })

  test('on a picture of the screen is kept as evidence, and claims no field', async () => {
    const { deps, sample, capture } = await setting()
    const snapshot = await capture({ screenshot: logo })
    expect(snapshot).toMatchObject({ via: 'screenshot', displayName: { seen: false, why: 'not-offered' } })
    expect(await openEvidence(deps, { auditId: sample.auditId, digest: snapshot.screenshot ?? '' })).toMatchObject({ kind: 'picture' })
  })

  test('may be that the account is not there', async () => {
    const { deps, sample, accountId, capture } = await setting()
    await capture({ found: 'gone' })
    expect(accountIn(deps, sample, accountId)?.snapshot).toMatchObject({ state: 'gone', wall: 'not-found', seenBy: 'person' })
  })

  test('last counts, what the machine saw stays, and an erased name leaves the look', async () => {
    const { deps, sample, accountId, capture } = await setting()
    await capture({ fields: { ...noFields, name: 'Eerst' } })
    await capture({ fields: { ...noFields, name: 'Daarna' } })
    erasePerson(deps, sample.jannie)
    const account = accountIn(deps, sample, accountId)
    expect(account?.snapshot?.displayName).toMatchObject({ value: 'Daarna' })
    expect(account?.byHand).toMatchObject({ by: null, machine: { state: 'walled', wall: expect.any(String) } })
  })

  test('does not take away what the machine did see', async () => {
    const { deps, sample, capture } = await setting()
    const facebook = sample.accounts.get('facebook:zorgwijde') ?? ''
    const before = accountIn(deps, sample, facebook)?.snapshot
    await capture({ accountId: facebook, fields: { ...noFields, lastPost: '2026-10-01' } })
    expect(accountIn(deps, sample, facebook)?.snapshot).toMatchObject({
      displayName: before?.displayName,
      picture: before?.picture,
      lastPost: { value: '2026-10-01T00:00:00.000Z', from: 'typed' },
    })
  })
})

describe('refused with a sentence about its field', () => {
  const wall = '<html><head><title>Sign Up | LinkedIn</title></head><body>Sign in to continue</body></html>'
  test.each<[string, Partial<CaptureInput>, { code: string; field: string }]>([
    ['nothing at all', {}, { code: 'invalid-input', field: 'page' }],
    [
      'the page of another account',
      { page: bytes(html({ url: 'https://www.linkedin.com/company/anders/' })) },
      { code: 'invalid-input', field: 'page' },
    ],
    [
      'the page of another account by the address that the browser noted',
      { page: mhtmlOf({ url: 'https://www.linkedin.com/company/anders/', html: html() }) },
      { code: 'invalid-input', field: 'page' },
    ],
    [
      'another sort of page of the same name',
      { page: bytes(html({ url: 'https://www.linkedin.com/school/zorgwijde/' })) },
      { code: 'invalid-input', field: 'page' },
    ],
    ['a wall', { page: bytes(wall) }, { code: 'invalid-input', field: 'page' }],
    ['a page that names no account', { page: bytes('<html><title>Zomaar</title></html>') }, { code: 'invalid-input', field: 'page' }],
    ['a page that nests too deep', { page: bytes(`<html>${'<div>'.repeat(20_000)}`) }, { code: 'not-accepted', field: 'page' }],
    ['a page that is too large', { page: new Uint8Array(maxPageBytes + 1) }, { code: 'too-large', field: 'page' }],
    ['a picture that is too large', { screenshot: new Uint8Array(maxScreenshotBytes + 1) }, { code: 'too-large', field: 'screenshot' }],
    ['a picture that is none', { screenshot: bytes('<svg onload="alert(1)">') }, { code: 'not-accepted', field: 'screenshot' }],
    ['a website that is none', { fields: { ...noFields, website: 'javascript:alert(1)' } }, { code: 'invalid-input', field: 'website' }],
    ['a day to come', { fields: { ...noFields, lastPost: '2999-01-01' } }, { code: 'invalid-input', field: 'lastPost' }],
    ['a name that is too long', { fields: { ...noFields, name: 'a'.repeat(301) } }, { code: 'invalid-input', field: 'name' }],
  ])('%s', async (_, over, error) => {
    const { deps, sample, accountId, capture } = await setting()
    await expect(capture(over)).rejects.toMatchObject(error)
    expect(accountIn(deps, sample, accountId)?.byHand).toBeNull()
  })

  test('an account of another audit', async () => {
    const { capture } = await setting()
    await expect(capture({ accountId: 'nergens', screenshot: logo })).rejects.toMatchObject({ code: 'not-found' })
  })
})

test('a page of the account itself without any address is known by its links to itself', async () => {
  const { capture } = await setting()
  const page = (href: string) =>
    bytes(`<html><head><title>Zorgwijde | LinkedIn</title></head><body><a href="${href}">Berichten</a></body></html>`)
  expect(await capture({ page: page('/company/zorgwijde/posts/') })).toMatchObject({ displayName: { value: 'Zorgwijde', from: 'title' } })
  await expect(capture({ page: page('/company/anders/posts/') })).rejects.toMatchObject({ code: 'invalid-input' })
})
