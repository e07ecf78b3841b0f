import { expect, test } from 'vitest'
import { createApp } from '../../src/web/app.tsx'
import { testDeps } from '../support/deps.ts'
import { sampleAudit, viewOf } from '../support/sample-audit.ts'
import { visitor } from './visitor.ts'

test('no page may run or load anything but our own files', async () => {
  const { deps } = await testDeps()
  for (const path of ['/nl/', '/en/uitleg', '/nl/nowhere', '/assets/house.css']) {
    const { headers } = await visitor(deps).get(path)
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy, path).toContain("default-src 'none'")
    expect(policy, path).not.toMatch(/unsafe|data:|\*/)
    expect(headers.get('x-content-type-options'), path).toBe('nosniff')
    expect(headers.get('referrer-policy'), path).toBe('same-origin')
  }
})

test('pages hold no script or style of their own, as the policy asks', async () => {
  const { deps } = await testDeps()
  const { auditId } = await sampleAudit(deps)
  for (const page of ['', '/accounts', '/grades', '/uniformity', '/report']) {
    const { text } = await visitor(deps).get(`/nl/audits/${auditId}${page}`)
    expect(text, page).not.toMatch(/<script(?![^>]* src="\/assets\/)|<style|\sstyle="|\son[a-z]+="/)
  }
})

test('a name that is not ours gets nothing, so that a foreign name pointing here is of no use', async () => {
  const { deps } = await testDeps({ EENLIJN_HOSTS: 'audit.zorgwijde.example' })
  const ask = (host: string) => createApp(deps).request('http://localhost/nl/', { headers: { host } })
  expect((await ask('evil.example')).status).toBe(421)
  expect((await ask('localhost.evil.example')).status).toBe(421)
  // The page that says so looks as ours do.
  const style = await createApp(deps).request('http://localhost/assets/house.css', { headers: { host: 'evil.example' } })
  expect(style.status).toBe(200)
  const encoded = await createApp(deps).request('http://localhost/assets/../nl/', { headers: { host: 'evil.example' } })
  expect(encoded.status).toBe(421)
  expect((await ask('audit.zorgwijde.example:8080')).status).toBe(200)
  expect((await ask('127.0.0.1:4180')).status).toBe(200)
  expect((await ask('[::1]:4180')).status).toBe(200)
})

test('a form of another site changes nothing', async () => {
  const { deps } = await testDeps()
  const somebody = visitor(deps)
  const refused: Record<string, string>[] = [
    { Origin: 'https://evil.example' },
    { Origin: 'http://localhost:9999' },
    { Origin: 'null' },
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-site' },
  ]
  for (const headers of refused) expect((await somebody.post('/nl/audits', { name: 'Zorgwijde' }, headers)).status).toBe(403)
  expect((await somebody.get('/nl/')).text).not.toContain('Zorgwijde</a>')
  expect((await somebody.post('/nl/audits', { name: 'Zorgwijde' }, { 'Sec-Fetch-Site': 'same-origin' })).status).toBe(303)
})

test('who is turned away reads why in their own language, and nothing of what is inside', async () => {
  const { deps } = await testDeps()
  const app = createApp(deps)
  const ask = (path: string, headers: Record<string, string>, method = 'POST') =>
    app.request(`http://localhost${path}`, { method, headers: { host: 'localhost', ...headers } })

  const fromElsewhere = await ask('/en/audits', { origin: 'https://evil.example' })
  const page = await fromElsewhere.text()
  expect(fromElsewhere.headers.get('content-type')).toContain('text/html')
  expect(fromElsewhere.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(page).toContain('<html lang="en">')
  expect(page).toContain('This request came from another website. Nothing was changed.')
  expect(page).toContain('href="/en/"')

  const foreignName = await ask('/', { host: 'evil.example', 'accept-language': 'nl-NL' }, 'GET')
  const shut = await foreignName.text()
  expect(foreignName.status).toBe(421)
  expect(shut).toContain('<html lang="nl">')
  expect(shut).toContain('EENLIJN_HOSTS')
  expect(shut).not.toMatch(/<a |<form|<script/)
  expect(shut).not.toContain(deps.version)
})

test('a program that is turned away gets a problem with a code', async () => {
  const { deps } = await testDeps()
  const app = createApp(deps)
  const ask = (headers: Record<string, string>) =>
    app.request('http://localhost/v1/audits', { method: 'POST', headers: { host: 'localhost', 'accept-language': 'en', ...headers } })
  for (const [headers, status, code] of [
    [{ host: 'evil.example' }, 421, 'unknown-host'],
    [{ origin: 'https://evil.example' }, 403, 'other-site'],
  ] as const) {
    const answer = await ask(headers)
    expect(answer.status).toBe(status)
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
    expect(await answer.json()).toMatchObject({ status, code, type: `/v1/docs#${code}` })
  }
})

test('a picture comes as a picture and with no rights at all', async () => {
  const { deps } = await testDeps()
  const sample = await sampleAudit(deps)
  const picture = viewOf(deps, sample)
    .candidates.map((account) => account.snapshot?.picture)
    .find((seen) => seen?.seen)
  const { status, headers } = await visitor(deps).get(`/audits/${sample.auditId}/pictures/${picture?.seen ? picture.value : ''}`)
  expect(status).toBe(200)
  expect(headers.get('content-type')).toBe('image/png')
  expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
  expect(headers.get('x-content-type-options')).toBe('nosniff')
})

test('a kept page is never given out as a picture, nor anything that is not of this audit', async () => {
  const { deps } = await testDeps()
  const { auditId, page } = await sampleAudit(deps)
  expect((await visitor(deps).get(`/audits/${auditId}/pictures/${page}`)).status).toBe(404)
  expect((await visitor(deps).get(`/audits/${auditId}/pictures/${'0'.repeat(64)}`)).status).toBe(404)
})

test('assets are only those of the house', async () => {
  const { deps } = await testDeps()
  const { get } = visitor(deps)
  expect((await get('/assets/house.css')).status).toBe(200)
  expect((await get('/assets/pico.css')).headers.get('content-type')).toContain('text/css')
  for (const path of ['/assets/..%2fapp.tsx', '/assets/%2e%2e/app.tsx', '/assets/app.tsx', '/assets/.env', '/assets/none.css'])
    expect((await get(path)).status, path).toBe(404)
})

test('an asset that did not change is not sent again', async () => {
  const { deps } = await testDeps()
  const { get } = visitor(deps)
  const etag = (await get('/assets/house.css')).headers.get('etag') ?? ''
  expect((await get('/assets/house.css', { 'If-None-Match': etag })).status).toBe(304)
})
