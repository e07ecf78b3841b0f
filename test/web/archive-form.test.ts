import { expect, test } from 'vitest'
import { packDemoArchive } from '../../src/demo/pack.ts'
import { readAudit } from '../../src/services/read-audit.ts'
import { createApp } from '../../src/web/app.tsx'
import { testDeps } from '../support/deps.ts'

async function post(deps: Parameters<typeof createApp>[0], archive: Uint8Array) {
  const form = new FormData()
  form.set('name', 'Zorggroep Wilgenwaard')
  form.set('archive', new File([Uint8Array.from(archive)], 'site.warc.gz'))
  return createApp(deps).request('http://localhost/nl/audits', { method: 'POST', body: form })
}

test('a web archive that comes with the form is what the audit replays', async () => {
  const { deps } = await testDeps()
  const response = await post(deps, await packDemoArchive())
  expect(response.status).toBe(303)
  const auditId = response.headers.get('location')?.split('/').at(-1) ?? ''
  expect(readAudit(deps, auditId, { personId: null }).request.archive).toMatch(/^[0-9a-f]{64}$/)
})

test('a file that is no web archive comes back with the sentence at its field and what was typed', async () => {
  const { deps } = await testDeps()
  const response = await post(deps, new TextEncoder().encode('a shopping list'))
  expect(response.status).toBe(422)
  const page = await response.text()
  expect(page).toMatch(/id="archive-error">Dit bestand is geen leesbaar webarchief/)
  expect(page).toContain('value="Zorggroep Wilgenwaard"')
})
