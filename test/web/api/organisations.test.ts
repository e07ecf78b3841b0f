import { afterAll, beforeAll, expect, it } from 'vitest'
import { type ApiUnderTest, openApi, read } from './client.ts'

let api: ApiUnderTest
const ids: string[] = []
beforeAll(async () => {
  api = await openApi()
  for (const website of ['https://delinde.example', 'https://www.linde-zorg.example', 'https://www.linde-zorg.example'])
    ids.push(await api.start({ name: 'De Linde', website }))
  ids.push(await api.start({ name: 'De Es' }))
})
afterAll(() => api.close())

interface Found {
  id: string
  name: string
  website: string | null
  audits: number
  lastAudit: { id: string } | null
}
const list = async (query: string) => (await read<{ organisations: Found[] }>(api.get(`/organisations${query}`))).organisations

it('tells organisations of one name apart, the newest first, with how many audits each has', async () => {
  expect(await list('?name=de%20linde')).toMatchObject([
    { name: 'De Linde', website: 'https://www.linde-zorg.example/', audits: 2, lastAudit: { id: ids[2] } },
    { name: 'De Linde', website: 'https://delinde.example/', audits: 1, lastAudit: { id: ids[0] } },
  ])
  expect((await list('')).map(({ name }) => name)).toEqual(['De Es', 'De Linde', 'De Linde'])
  expect(await list('?limit=1')).toMatchObject([{ name: 'De Es', website: null }])
})

it('narrows a name by website or id', async () => {
  const [newest] = await list('?name=De%20Linde&website=linde-zorg.example/contact')
  expect(newest).toMatchObject({ lastAudit: { id: ids[2] } })
  expect(await list(`?id=${newest?.id}`)).toEqual([newest])
  expect(await list(`?id=${newest?.id}&name=De%20Es`)).toEqual([])
  expect(await list('?name=Elders')).toEqual([])
  expect(await read(api.get('/organisations?website=geen%20adres'))).toMatchObject({ code: 'invalid-input', field: 'website' })
})

it('begins no audit by a name alone that several have, and says which there are', async () => {
  const refused = await api.send('POST', '/audits', { name: 'De Linde' })
  expect(refused.status).toBe(409)
  expect(await read(refused)).toMatchObject({
    code: 'organisation-ambiguous',
    field: 'website',
    detail: expect.stringContaining('www.linde-zorg.example, delinde.example'),
  })
})
