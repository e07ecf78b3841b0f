import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readAudit } from '../../src/services/read-audit.ts'
import { createApp } from '../../src/web/app.tsx'
import { testDeps } from '../support/deps.ts'
import { sampleAudit } from '../support/sample-audit.ts'
import { samplePicture } from '../support/sample-picture.ts'
import { openBrowser, serveApp } from './browser.ts'
import { readable, visitor } from './visitor.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

async function setting() {
  const { deps } = await testDeps()
  const sample = await sampleAudit(deps)
  const idOf = (key: string) => sample.accounts.get(key) ?? ''
  const accountId = idOf('linkedin:company/zorgwijde')
  const path = `/audits/${sample.auditId}/accounts/${accountId}/look`
  const look = () => readAudit(deps, sample.auditId, { personId: null }).candidates.find((one) => one.accountId === accountId)
  const post = (fields: Readonly<Record<string, string | File>>) => {
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) form.set(name, value)
    return createApp(deps).request(`http://localhost/nl${path}`, { method: 'POST', body: form, headers: { Origin: 'http://localhost' } })
  }
  return { deps, sample, idOf, accountId, path, look, post }
}

const page = (text: string) => new File([text], 'pagina.html', { type: 'text/html' })

test('an account behind a wall offers to look oneself, on both pages; one that was seen, or is closed, does not', async () => {
  const { deps, sample, idOf, accountId } = await setting()
  const visit = visitor(deps)
  const accounts = await visit.get(`/nl/audits/${sample.auditId}/accounts?show=all`)
  expect(accounts.text).toContain(`/accounts/${accountId}/look?from=accounts`)
  expect(accounts.text).not.toContain(`/accounts/${idOf('facebook:zorgwijde')}/look`)
  expect((await visit.get(`/nl/audits/${sample.auditId}/grades`)).text).toContain(`/accounts/${accountId}/look?from=grades`)
})

test('the page says where to look, and opens the account in a tab of its own', async () => {
  const { deps, path } = await setting()
  const answer = await visitor(deps).get(`/nl${path}`)
  expect(readable(answer)).toContain('Kies ‘Over ons’ of ‘Info’.')
  expect(answer.text).toMatch(
    /<a href="https:\/\/www\.linkedin\.com\/company\/zorgwijde[^"]*" target="_blank" rel="noopener noreferrer nofollow"/,
  )
})

test('what was typed becomes the snapshot without any script, signed with the name that was given', async () => {
  const { deps, sample, look, post, accountId } = await setting()
  const answer = await post({ from: 'grades', found: 'profile', name: 'Zorgwijde', lastPost: '2026-10-01', person: 'Noor Bakker' })
  expect(answer.status).toBe(303)
  expect(answer.headers.get('location')).toBe(`/nl/audits/${sample.auditId}/grades#s-${accountId}`)
  expect(look()).toMatchObject({ snapshot: { seenBy: 'person', displayName: { value: 'Zorgwijde' } }, byHand: { by: 'Noor Bakker' } })
  const shown = readable(await visitor(deps).get(`/nl/audits/${sample.auditId}/accounts?show=all`))
  expect(shown).toContain('Gezien door Noor Bakker op')
  expect(shown).toContain('Kijk opnieuw')
  expect(shown).toMatch(/laatste bericht 1 oktober 2026 \((?:actief|rustig|slapend|verlaten)\)/)
})

test('a refused page comes back with its sentence at the field and with what was typed', async () => {
  const { look, post } = await setting()
  const answer = await post({ name: 'Zorgwijde', page: page('<html><title>Sign Up | LinkedIn</title></html>') })
  expect(answer.status).toBe(400)
  const text = await answer.text()
  expect(text).toMatch(/id="page-error">Op deze pagina staat het account niet\./)
  expect(text).toContain('value="Zorgwijde"')
  expect(look()?.byHand).toBeNull()
})

test('a name of a person that is too long is told at that name', async () => {
  const { post } = await setting()
  expect(await (await post({ name: 'Zorgwijde', person: 'a'.repeat(101) })).text()).toMatch(/id="person-error">Vul je naam in/)
})

test('a body beyond every limit is refused before it is read', async () => {
  const { post } = await setting()
  const answer = await post({ page: new File([new Uint8Array(32 * 2 ** 20)], 'groot.html') })
  expect(answer.status).toBe(413)
})

test('an account of another audit has no such page', async () => {
  const { deps, sample } = await setting()
  expect((await visitor(deps).get(`/nl/audits/${sample.auditId}/accounts/nergens/look`)).status).toBe(404)
})

test('files dropped on the page and pictures pasted into it reach the form', async () => {
  const { deps, path, look } = await setting()
  const origin = await serveApp(deps)
  const tab = await browser.newPage()
  await tab.goto(`${origin}/nl${path}`)
  await tab.evaluate(
    `(bytes) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([new Uint8Array(bytes)], 'scherm.png', { type: 'image/png' }))
      dispatchEvent(new ClipboardEvent('paste', { clipboardData: transfer, cancelable: true }))
    }`
      .replace(/^/, '(')
      .concat(`)(${JSON.stringify([...samplePicture([15, 92, 99], [255, 255, 255])])})`),
  )
  expect(await tab.textContent('[data-drop-status]')).toBe('Klaar om te bewaren: scherm.png')
  await Promise.all([tab.waitForURL(/\/accounts\?show=all/), tab.click('[data-capture] button[type=submit]')])
  await tab.close()
  expect(look()?.snapshot).toMatchObject({ via: 'screenshot', screenshot: expect.stringMatching(/^[0-9a-f]{64}$/) })
})
