import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { createRecorder } from '../../src/capture/record.ts'
import { demoOrganisation } from '../../src/demo/organisation.ts'
import { packDemoArchive } from '../../src/demo/pack.ts'
import type { Deps } from '../../src/deps.ts'
import { auditArchive } from '../../src/services/audit-archive.ts'
import { inviteMember } from '../../src/services/change-member.ts'
import { eraseMember } from '../../src/services/erase-member.ts'
import { importTeam } from '../../src/services/import-team.ts'
import { readTeam } from '../../src/services/read-team.ts'
import { startAudit } from '../../src/services/start-audit.ts'
import { audits, events, evidence, foundVia, teamLooks } from '../../src/store/schema.ts'
import { createApp } from '../../src/web/app.tsx'
import { testApplication, untilEnded } from '../support/application.ts'
import { samplePicture } from '../support/sample-picture.ts'
import { recordBasis } from '../support/sample-team.ts'

const at = '2026-09-14T07:30:00.000Z'
const profile = 'https://x.com/maritvdlaak_zgw'
const face = 'https://media.example/1.png'

/** The demonstration's web, with the profile page of one of its people and the picture on it. */
async function archiveWithProfile(deps: Deps): Promise<string> {
  const records = [await packDemoArchive()]
  const { keep } = createRecorder({ put: async (bytes) => String(records.push(bytes)) })
  const page = `<html><head><title>Marit van der Laak (@maritvdlaak_zgw) / X</title><meta property="og:title" content="Marit van der Laak (@maritvdlaak_zgw) / X">
    <meta property="og:image" content="${face}"><meta property="og:description" content="Bestuurder van Wilgenwaard"></head><body><h1>Marit van der Laak</h1></body></html>`
  const answer = { kind: 'response', at, status: 200 } as const
  await keep({ ...answer, url: profile, headers: { 'content-type': 'text/html; charset=utf-8' }, body: Buffer.from(page) })
  await keep({ ...answer, url: face, headers: { 'content-type': 'image/png' }, body: samplePicture([20, 90, 160], [240, 240, 240]) })
  return deps.blobs.put(Buffer.concat(records))
}

/** Every byte that is kept: the database with its log, the queue, every blob as it is and unpacked. */
function everything(folder: string): string {
  return readdirSync(folder)
    .map((name) => {
      const file = join(folder, name)
      if (statSync(file).isDirectory()) return everything(file)
      const bytes = readFileSync(file)
      return `${bytes.toString('utf8')}\n${bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes).toString('utf8') : ''}`
    })
    .join('\n')
}

/** Where it stands, with what stands around it; `null` where it does not. */
function aroundTrace(text: string, trace: RegExp): string | null {
  const at = text.search(trace)
  return at < 0 ? null : text.slice(Math.max(0, at - 80), at + 100)
}

async function exportsOf(deps: Deps, auditId: string): Promise<string> {
  const app = createApp(deps)
  const paths = ['report', 'report.json', 'report.csv', 'record', 'team', 'candidates', 'evidence'].map(
    (name) => `/v1/audits/${auditId}/${name}`,
  )
  const pages = ['', '/accounts?show=all', '/report', '/team', '/report.csv', '/report.json'].map((name) => `/nl/audits/${auditId}${name}`)
  const texts: string[] = []
  for (const path of [...paths, ...pages]) texts.push(await (await app.request(path)).text())
  const archive: Uint8Array[] = []
  for await (const record of auditArchive(deps, auditId)) archive.push(record)
  return [...texts, gunzipSync(Buffer.concat(archive)).toString('utf8')].join('\n')
}

test('who is erased after a full audit is in no database file, blob, page, archive or export any more', async () => {
  const { deps } = await testApplication()
  const digest = await archiveWithProfile(deps)
  const audit = async () => {
    const { auditId } = await startAudit(deps, {
      name: demoOrganisation.name,
      website: demoOrganisation.website,
      archive: digest,
      links: `Marit: ${profile}`,
    })
    await untilEnded(deps, auditId)
    return auditId
  }
  recordBasis(deps, await audit())
  const auditId = await audit()
  const marit = readTeam(deps, auditId).members.find(({ name }) => name === 'Marit van der Laak')
  expect(marit?.profiles.find(({ url }) => url === profile)?.look).toMatchObject({ state: 'captured', picture: { seen: true } })
  const picture = marit?.profiles.find(({ url }) => url === profile)?.look?.picture
  inviteMember(deps, { auditId, memberId: marit?.id ?? '' })
  const quoting = deps.store.db.select().from(foundVia).limit(1).get()
  deps.store.db.update(foundVia).set({ quote: 'Vraag het Marit van der Laak (maritvdlaak_zgw)' }).run()
  deps.store.db
    .insert(events)
    .values({ auditId, kind: 'page', data: { url: profile }, at })
    .run()
  expect(quoting).toBeDefined()
  deps.store.checkpoint()
  const before = everything(deps.env.dataDir)
  for (const trace of [/Marit van der Laak/, /maritvdlaak_zgw/, /marit-van-der-laak-wilgenwaard/]) expect(before).toMatch(trace)
  const others = readTeam(deps, auditId).members.length

  await eraseMember(deps, { auditId, memberId: marit?.id ?? '' })

  const after = everything(deps.env.dataDir)
  const exported = await exportsOf(deps, auditId)
  for (const trace of [/van[ -]der[ -]laak/i, /maritvdlaak/i]) {
    expect(aroundTrace(after, trace)).toBeNull()
    expect(aroundTrace(exported, trace)).toBeNull()
  }
  expect(picture?.seen && (await deps.blobs.get(picture.value))).toBeNull()
  expect(
    deps.store.db
      .select()
      .from(teamLooks)
      .all()
      .filter(({ body }) => body.url === profile),
  ).toEqual([])
  expect(readTeam(deps, auditId).members).toHaveLength(others - 1)
  // What was not about the person is still there, the archive that can be replayed among it.
  expect(
    deps.store.db
      .select()
      .from(evidence)
      .all()
      .filter(({ kind }) => kind === 'page').length,
  ).toBeGreaterThan(20)
  const [replay] = deps.store.db.select().from(audits).all()
  expect(replay?.request.archive).not.toBe(digest)
  expect(await deps.blobs.path(replay?.request.archive ?? '')).not.toBeNull()
  expect(await deps.blobs.path(digest)).toBeNull()
}, 120_000)

test('nobody is erased halfway: while an audit runs it is refused, and nothing changes', async () => {
  const { deps } = await testApplication({ EENLIJN_EMBEDDED_WORKER: 'no' })
  const { auditId } = await startAudit(deps, { name: 'De Kruimel' })
  recordBasis(deps, auditId)
  importTeam(deps, { auditId, text: 'Tom Kra' })
  const [tom] = readTeam(deps, auditId).members
  await expect(eraseMember(deps, { auditId, memberId: tom?.id ?? '' })).rejects.toMatchObject({ code: 'conflict' })
  expect(readTeam(deps, auditId).members).toHaveLength(1)
})
