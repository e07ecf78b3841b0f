import { and, eq } from 'drizzle-orm'
import { expect, onTestFinished, test } from 'vitest'
import { expireEvidence } from '../../src/services/evidence.ts'
import { startAudit } from '../../src/services/start-audit.ts'
import { readRecord } from '../../src/services/write-record.ts'
import { evidence, requests } from '../../src/store/schema.ts'
import { testApplication, untilEnded } from '../support/application.ts'
import { startSite } from '../support/site.ts'

const page = (body: string) => `<!doctype html><html lang="nl"><head><title>Zorg Wijde</title></head><body>
<main><h1>Zorg Wijde</h1><p>${'Wij helpen mensen die zorg nodig hebben, elke dag en dichtbij. '.repeat(4)}</p>${body}</main></body></html>`

const links = ['/contact', '/ons-team', '/aanbod', '/aanbod/dagbesteding'].map((path) => `<a href="${path}">${path}</a>`).join(' ')
const pages = {
  '/': page(`${links} <a href="https://www.facebook.com/zorgwijde">Facebook</a>`),
  '/contact': page('Bel ons.'),
  '/ons-team': page('<ul><li><h3>Tom Kramer</h3><p>Bestuurder</p></li></ul>'),
  '/aanbod': page('Van alles.'),
  '/aanbod/dagbesteding': page('Vraag het <a href="https://www.linkedin.com/in/sanne-van-vliet">Sanne</a>.'),
}

test('pages of people go within thirty days; the others stay for a quarter’s audit to ask by, and what was judged stays', async () => {
  const site = await startSite(pages)
  onTestFinished(() => site.stop())
  const { deps } = await testApplication({ EENLIJN_NETWORK: 'on', EENLIJN_ALLOW_PRIVATE: `${site.host}:${site.port}` })
  const { auditId } = await startAudit(deps, { name: 'Zorg Wijde', website: site.url('/'), routes: ['website'] })
  await untilEnded(deps, auditId)
  const record = readRecord(deps, auditId)
  const left = () =>
    deps.store.db
      .select({ url: requests.url })
      .from(requests)
      .innerJoin(evidence, and(eq(evidence.digest, requests.record), eq(evidence.auditId, requests.auditId)))
      .where(eq(requests.outcome, 'page'))
      .all()
      .map(({ url }) => new URL(url).pathname)
      .sort()
  expect(left()).toEqual(Object.keys(pages).sort())
  const after = (days: number) => expireEvidence({ ...deps, now: () => new Date(Date.now() + days * 86_400_000) })
  await after(31)
  // By its address, by its address, and by what is read on it.
  expect(left()).toEqual(['/', '/aanbod'])
  await after(99)
  expect(left()).toEqual(['/', '/aanbod'])
  await after(101)
  expect(left()).toEqual([])
  expect(readRecord(deps, auditId)).toEqual(record)
}, 60_000)
