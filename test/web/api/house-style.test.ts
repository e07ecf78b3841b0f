import { describe, expect, test } from 'vitest'
import { noHouseStyle } from '../../../src/model/house-style.ts'
import { createApp } from '../../../src/web/app.tsx'
import { testDeps } from '../../support/deps.ts'
import { sampleAudit } from '../../support/sample-audit.ts'
import { samplePicture } from '../../support/sample-picture.ts'
import { sampleSheet } from '../../support/sample-sheet.ts'

async function setting() {
  const { deps } = await testDeps()
  const sample = await sampleAudit(deps)
  const { accounts, digestOf } = await sampleSheet(deps, sample)
  const app = createApp(deps)
  const ask = async (method: string, path: string, body?: unknown) => {
    const init = body instanceof FormData ? { body } : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }
    const response = await app.request(`http://localhost/v1/audits/${sample.auditId}${path}`, {
      method,
      ...(body === undefined ? {} : init),
    })
    const text = await response.text()
    return { status: response.status, body: text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : text }
  }
  const upload = (bytes: Uint8Array) => {
    const form = new FormData()
    form.append('file', new File([new Uint8Array(bytes)], 'logo.png'))
    return ask('POST', '/house-style/pictures', form)
  }
  return { sample, accounts, digestOf, ask, upload }
}

describe('the house style by the API', () => {
  test('is read, recorded with a picture that was handed in, and read back with its version', async () => {
    const { ask, upload, sample } = await setting()
    expect((await ask('GET', '/house-style')).body).toMatchObject({
      style: noHouseStyle,
      versions: [],
      found: { background: { n: 5, of: 8 } },
    })
    const kept = await upload(samplePicture([15, 92, 99], [255, 255, 255]))
    expect(kept).toMatchObject({ status: 201, body: { width: 96, height: 96 } })
    const style = {
      ...noHouseStyle,
      background: { references: [kept.body.digest], passage: { quote: 'Eén omslag.', document: 'Huisstijl' } },
    }
    expect(await ask('PUT', '/house-style', { style, personId: sample.jannie })).toMatchObject({ status: 200, body: { changed: true } })
    expect(await ask('PUT', '/house-style', { style })).toMatchObject({ body: { changed: false } })
    const { body } = await ask('GET', '/house-style')
    expect(body.style.background).toEqual(style.background)
    expect(body.versions).toMatchObject([{ number: 1, by: 'Jannie de Wit', changed: ['background'] }])
    expect((await ask('GET', `/evidence/${kept.body.digest}`)).status).toBe(200)
  })

  test('refuses what is not right, with the field', async () => {
    const { ask, upload } = await setting()
    const names = { ...noHouseStyle.names, people: ['{voornaam}'] }
    expect(await ask('PUT', '/house-style', { style: { ...noHouseStyle, names } })).toMatchObject({
      status: 400,
      body: { code: 'invalid-input', field: 'names.people' },
    })
    expect((await ask('PUT', '/house-style', { style: { ...noHouseStyle, colours: { hex: ['rood'], passage: null } } })).status).toBe(400)
    expect(await upload(Buffer.from('hallo'))).toMatchObject({ status: 415, body: { code: 'not-accepted', field: 'file' } })
    expect((await upload(Buffer.alloc(6 * 2 ** 20))).status).toBe(413)
    expect(await ask('POST', '/house-style/pictures', new FormData())).toMatchObject({ status: 400, body: { field: 'file' } })
  })
})

test('the contact sheet by the API is laid together by the asked picture, for one platform when asked', async () => {
  const { ask, digestOf } = await setting()
  const sheet = await ask('GET', '/contact-sheet')
  expect(sheet.body).toMatchObject({ sort: 'banner', norm: 'majority', references: [digestOf('house')] })
  expect(sheet.body.groups.map(({ kind }: { kind: string }) => kind)).toContain('apart')
  const facebook = await ask('GET', '/contact-sheet?sort=avatar&platform=facebook')
  const shown = facebook.body.groups.flatMap(({ items }: { items: { platform: string }[] }) => items.map(({ platform }) => platform))
  expect(new Set(shown)).toEqual(new Set(['facebook']))
  expect((await ask('GET', '/contact-sheet?sort=nothing')).status).toBe(400)
})

test('a deviation is explained and the explanation taken back by the API', async () => {
  const { ask, accounts } = await setting()
  const path = `/accounts/${accounts.get('facebook:atelierzorgwijde')}/explanations/background`
  expect(await ask('PUT', path, { reason: 'Eigen merk', approver: 'team communicatie' })).toMatchObject({
    status: 200,
    body: { reason: 'Eigen merk', approver: 'team communicatie' },
  })
  const explained = async () => {
    const { body } = await ask('GET', '/uniformity')
    return body.uniformity.explained.map(({ subject }: { subject: string }) => subject)
  }
  expect(await explained()).toEqual(['facebook:atelierzorgwijde'])
  expect((await ask('DELETE', path)).status).toBe(204)
  expect(await explained()).toEqual([])
  expect((await ask('PUT', path, { reason: '', approver: 'x' })).status).toBe(400)
  expect((await ask('DELETE', path.replace('background', 'nothing'))).status).toBe(404)
})
