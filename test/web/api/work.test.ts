import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { packDemoArchive } from '../../../src/demo/pack.ts'
import type { AuditView, CandidateView, DecisionView, PlanItemView } from '../../../src/services/views.ts'
import { type ApiUnderTest, openApi, read } from './client.ts'

let api: ApiUnderTest
let id: string
beforeAll(async () => {
  api = await openApi()
})
beforeEach(async () => {
  id = await api.start({ name: 'De Linde', links: 'https://x.com/delinde\nhttps://www.facebook.com/delinde' })
})
afterAll(() => api.close())

const candidates = async () => (await read<{ candidates: CandidateView[] }>(api.get(`/audits/${id}/candidates`))).candidates
const accountOn = async (platform: string) => {
  const found = (await candidates()).find(({ key }) => key.startsWith(`${platform}:`))
  if (!found) throw new Error(`no candidate on ${platform}`)
  return found.accountId
}
const person = async (name: string) => (await read<{ personId: string }>(api.send('POST', '/people', { name }))).personId

describe('links', () => {
  it('that were given at the start are candidates with where they came from', async () => {
    expect(await candidates()).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          key: 'x:delinde',
          platform: 'x',
          handle: 'delinde',
          url: 'https://x.com/delinde',
          foundVia: [expect.objectContaining({ route: 'pasted' })],
        }),
      ]),
    )
  })

  it('are added later, and told line by line where not understood', async () => {
    const response = await api.send('POST', `/audits/${id}/links`, {
      text: 'https://www.instagram.com/delinde/\nhttps://x.com/delinde\nhallo daar',
    })
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({
      added: 1,
      known: 1,
      notUnderstood: [expect.objectContaining({ line: 3, raw: 'hallo daar' })],
    })
  })
})

describe('a decision', () => {
  const decide = (accountId: string, body: Record<string, unknown>) =>
    api.send('PUT', `/audits/${id}/candidates/${accountId}/decision`, body)

  it('stands, with who took it, and can be taken back', async () => {
    const accountId = await accountOn('x')
    const personId = await person('Jannie')
    const decided = await read<DecisionView>(decide(accountId, { decision: 'ours', basedOn: null, personId }))
    expect(decided).toMatchObject({ decision: 'ours', by: 'Jannie', auditId: id })
    expect((await candidates()).find((candidate) => candidate.accountId === accountId)?.standing).toBe('ours')
    const undone = await decide(accountId, { decision: null, basedOn: decided.id })
    expect(await undone.json()).toMatchObject({ decision: null })
  })

  it('is a conflict when somebody else decided since', async () => {
    const accountId = await accountOn('facebook')
    await decide(accountId, { decision: 'not-ours', basedOn: null })
    const late = await decide(accountId, { decision: 'ours', basedOn: null })
    expect(late.status).toBe(409)
    expect(await late.json()).toMatchObject({ code: 'conflict', detail: expect.stringContaining('niet van ons') })
  })

  it('by somebody unknown is refused', async () => {
    const response = await decide(await accountOn('x'), { decision: 'ours', personId: 'nobody' })
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ field: 'personId' })
  })

  it('of another kind is refused with the kinds there are', async () => {
    const response = await decide(await accountOn('x'), { decision: 'maybe' })
    expect(await response.json()).toMatchObject({ field: 'decision', detail: expect.stringContaining('ours, not-ours, unsure') })
  })
})

describe('a grade', () => {
  const grade = (subject: string, body: Record<string, unknown>) => api.send('PUT', `/audits/${id}/grades/${subject}`, body)

  it('is taken as a number, with a comma or with a point', async () => {
    const personId = await person('Marit')
    const subject = await accountOn('x')
    for (const typed of [5.5, '5,5', '5.5'])
      expect(await read(grade(subject, { grade: typed, reason: 'want', personId }))).toMatchObject({ halfPoints: 11, by: 'Marit' })
  })

  it('that is no half point from 1 to 10 is refused in Dutch', async () => {
    const personId = await person('Marit')
    const subject = await accountOn('x')
    for (const typed of ['5,4', 11, 0, 'goed']) {
      const response = await grade(subject, { grade: typed, reason: 'want', personId })
      expect(response.status, String(typed)).toBe(400)
      expect(await response.json()).toMatchObject({ field: 'grade', code: 'invalid-input' })
    }
  })

  it('needs its reason, and so does not being able to grade', async () => {
    const personId = await person('Marit')
    for (const typed of [7, null]) {
      const response = await grade('uniformity', { grade: typed, reason: ' ', personId })
      expect(await response.json()).toMatchObject({ field: 'reason' })
    }
    expect(await read(grade('uniformity', { grade: null, reason: 'niet te zien', personId }))).toMatchObject({ halfPoints: null })
  })

  it('of others is shown to who has graded', async () => {
    const subject = await accountOn('x')
    const [jannie, erik] = [await person('Jannie'), await person('Erik')]
    await grade(subject, { grade: 8, reason: 'scherp', personId: jannie })
    const gradingFor = async (who: string) =>
      (await read<{ candidates: CandidateView[] }>(api.get(`/audits/${id}/candidates?person=${who}`))).candidates.find(
        ({ accountId }) => accountId === subject,
      )?.grading
    expect(await gradingFor(erik)).toMatchObject({ others: [], othersCount: 1, revealed: false })
    await grade(subject, { grade: 6, reason: 'saai', personId: erik })
    expect(await gradingFor(erik)).toMatchObject({
      mine: { halfPoints: 12 },
      others: [expect.objectContaining({ halfPoints: 16, by: 'Jannie' })],
    })
  })
})

describe('a slot', () => {
  it('keeps why there is no account, and gives the answer up again', async () => {
    const answerOf = async () =>
      (await read<AuditView>(api.get(`/audits/${id}`))).slots.find(({ platform }) => platform === 'youtube')?.answer
    const put = (answer: string | null) => api.send('PUT', `/audits/${id}/slots/youtube`, { answer, note: 'geen film' })
    expect((await put('deliberately-absent')).status).toBe(204)
    expect(await answerOf()).toMatchObject({ answer: 'deliberately-absent', note: 'geen film' })
    expect((await put(null)).status).toBe(204)
    expect(await answerOf()).toBeNull()
  })
})

describe('the plan', () => {
  it('is made, changed, listed and cleared', async () => {
    const made = await api.send('POST', `/audits/${id}/plan`, { what: 'Zelfde logo', owner: 'Marit', due: '2027-05-01' })
    expect(made.status).toBe(201)
    const item = await read<PlanItemView>(made)
    expect(made.headers.get('Location')).toBe(`/v1/audits/${id}/plan/${item.id}`)
    const { id: itemId, ...rest } = item
    const changed = await read(api.send('PUT', `/audits/${id}/plan/${itemId}`, { ...rest, done: true, due: null }))
    expect(changed).toEqual({ id: itemId, what: 'Zelfde logo', how: '', owner: 'Marit', due: null, done: true })
    expect(await read(api.get(`/audits/${id}/plan`))).toEqual({ items: [changed] })
    expect((await api.raw(`/audits/${id}/plan/${itemId}`, { method: 'DELETE' })).status).toBe(204)
    expect(await read(api.get(`/audits/${id}/plan`))).toEqual({ items: [] })
  })

  it('takes no date that does not exist', async () => {
    const response = await api.send('POST', `/audits/${id}/plan`, { what: 'x', due: '2027-02-30' })
    expect(await response.json()).toMatchObject({ field: 'due' })
  })
})

describe('the report', () => {
  it('is JSON, also as a file with the organisation’s name', async () => {
    const report = await read(api.get(`/audits/${id}/report`))
    expect(report).toMatchObject({ auditId: id, organisation: { name: 'De Linde' }, provenance: { productVersion: api.deps.version } })
    const file = await api.get(`/audits/${id}/report.json`)
    expect(file.headers.get('Content-Disposition')).toContain('filename="eenlijn-De-Linde.json"')
    expect(await file.json()).toEqual(report)
  })

  it('is CSV with the separator and the language that were asked for', async () => {
    const first = async (path: string, language = 'nl') => {
      const response = await api.get(`/audits/${id}/report.csv${path}`, { 'Accept-Language': language })
      expect(response.headers.get('Content-Type')).toBe('text/csv; charset=UTF-8')
      return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer()).split('\r\n')[0]
    }
    expect(await first('')).toMatch(/^\uFEFFplatform;account;/)
    expect(await first('', 'en')).toMatch(/^\uFEFFplatform,handle,/)
    expect(await first('?sep=,')).toMatch(/^\uFEFFplatform,account,/)
    expect(await first('?sep=%3B&lang=en')).toMatch(/^\uFEFFplatform;handle;/)
    expect((await api.get(`/audits/${id}/report.csv?sep=x`)).status).toBe(400)
  })
})

describe('an archive', () => {
  const put = (body: string | Uint8Array<ArrayBuffer> | null, type = 'application/warc') =>
    api.raw('/archives', { method: 'PUT', body, headers: { 'Content-Type': type } })

  it('is kept under its digest and can be named in an audit', async () => {
    const archive = Uint8Array.from(await packDemoArchive())
    const stored = await read<{ digest: string }>(put(archive))
    expect(stored).toEqual({ digest: expect.stringMatching(/^[0-9a-f]{64}$/), bytes: archive.length })
    expect((await api.send('POST', '/audits', { name: 'x', archive: stored.digest })).status).toBe(202)
  })

  it('in which nothing can be read is refused', async () => {
    const response = await put('no archive')
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({ code: 'archive-corrupt' })
  })

  it('that was never handed in cannot be named', async () => {
    const response = await api.send('POST', '/audits', { name: 'x', archive: 'b'.repeat(64) })
    expect(await response.json()).toMatchObject({ code: 'invalid-input', field: 'archive' })
  })

  it('must be an archive by its type, not empty and not too large', async () => {
    expect((await put('x', 'application/json')).status).toBe(415)
    expect((await put(null)).status).toBe(400)
    const large = api.raw('/archives', {
      method: 'PUT',
      body: 'x',
      headers: { 'Content-Type': 'application/warc', 'Content-Length': '9000000000' },
    })
    expect((await large).status).toBe(413)
  })
})
