import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findAudit } from '../../src/services/find-audit.ts'
import { readCandidates } from '../../src/services/read-candidates.ts'
import { startAudit } from '../../src/services/start-audit.ts'
import { readRecord } from '../../src/services/write-record.ts'
import { writeArchive } from '../cli/archive.ts'
import { testApplication, untilEnded } from '../support/application.ts'
import { temporaryDir } from '../support/deps.ts'

const profile = (name: string, handle: string, website: string) =>
  `<html><head><meta property="og:title" content="${name} (@${handle}) | X"><script type="application/ld+json">${JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'ProfilePage',
    relatedLink: [website],
    mainEntity: { '@type': 'Organization', name, additionalName: handle, description: `${name} in Voorbeeldstad`, identifier: '4242' },
  })}</script></head><body></body></html>`

const site = (footer: string) =>
  `<!doctype html><html lang="nl"><head><title>De Linde</title></head><body><main><h1>De Linde</h1></main><footer><h2>Volg ons</h2><ul>${footer}</ul></footer></body></html>`

const pages: Readonly<Record<string, string>> = {
  'https://www.delinde.example/': site(
    '<li><a href="https://x.com/delinde">X</a></li><li><a href="https://www.instagram.com/delinde">Instagram</a></li>',
  ),
  'https://x.com/delinde': profile('De Linde', 'delinde', 'https://linktr.ee/delinde'),
  'https://linktr.ee/delinde':
    '<html><head><title>De Linde | Linktree</title></head><body><a href="https://www.delinde.example/">Website</a><a href="https://www.tiktok.com/@delindezorg">TikTok</a></body></html>',
}

async function audited(archive: Readonly<Record<string, string>>, request: object = {}) {
  const { deps } = await testApplication()
  const file = await writeArchive(join(temporaryDir(), 'site.warc'), archive)
  const digest = await deps.blobs.put(readFileSync(file))
  const asked = { name: 'De Linde', website: 'https://www.delinde.example/', archive: digest, ...request }
  const { auditId } = await startAudit(deps, asked)
  await untilEnded(deps, auditId)
  return { record: readRecord(deps, auditId), found: readCandidates(deps.store.db, findAudit(deps.store.db, auditId)) }
}

describe('what confirmed accounts lead to', () => {
  test('the page of links that an account names gives a new candidate, which is looked at like the others', async () => {
    const { record, found } = await audited(pages)
    const tiktok = found.find(({ platform }) => platform === 'tiktok')
    expect(tiktok).toMatchObject({
      foundVia: [{ route: 'linked-account', page: 'https://linktr.ee/delinde' }],
      snapshot: { wall: 'not-in-archive' },
    })
    expect(tiktok?.signals.map(({ id }) => id)).toContain('linked-by-ours')
    expect(tiktok?.foundVia[0]?.record).toMatch(/^[0-9a-f]{64}$/)
    const route = record.routes.find((one) => one.route === 'linked-account')
    expect(route).toMatchObject({ state: 'partial', found: 1, byHand: { nl: expect.any(String) } })
  })

  test('an account whose profile leads to the site that names it has both sides on record', async () => {
    const { record } = await audited({ ...pages, 'https://x.com/delinde': profile('De Linde', 'delinde', 'https://www.delinde.example/') })
    const x = record.accounts.find(({ platform }) => platform === 'x')
    expect(x?.signals.find(({ id }) => id === 'links-both-ways')?.shown?.record).toMatch(/^[0-9a-f]{64}$/)
  })

  test('an audit that does not take the route follows nothing, and ends', async () => {
    const { record, found } = await audited(pages, { routes: ['website'] })
    expect(record.state).toBe('done')
    expect(record.routes.map(({ route }) => route)).not.toContain('linked-account')
    expect(found.map(({ platform }) => platform).sort()).toEqual(['instagram', 'x'])
    expect(found.find(({ platform }) => platform === 'x')?.snapshot?.state).toBe('captured')
  })
})
