import { load } from 'cheerio'
import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { locales } from '../../src/model/text.ts'
import { createApi } from '../../src/web/api/index.ts'
import { testDeps } from '../support/deps.ts'
import { sampleAudit } from '../support/sample-audit.ts'
import { sampleManagers } from '../support/sample-managers.ts'
import { visitor } from './visitor.ts'

/** The product keeps where the way into an account lies, never the way in. So nothing may be called like one. */
const secretWords =
  /pass[\s_-]?(?:word|phrase|code|key)|passwd|\bpwd\b|wachtwoord|toegangscode|pincode|credential|inloggegeven|\bsecret\b|geheim/i

/** Names and labels of everything that can be filled in on a page. */
function fieldsOf(html: string): string[] {
  const $ = load(html)
  return $('input, select, textarea, button, label, legend')
    .toArray()
    .flatMap((element) => {
      const attributes = ['name', 'id', 'type', 'autocomplete', 'placeholder', 'aria-label', 'title'].map(
        (name) => $(element).attr(name) ?? '',
      )
      return [...attributes, $(element).is('label, legend') ? $(element).text() : '']
    })
    .filter(Boolean)
}

/** Names of properties and parameters, wherever they stand in an API document. */
const propertiesOf = (value: unknown): string[] =>
  value !== null && typeof value === 'object'
    ? Object.entries(value).flatMap(([key, inner]) => [
        ...(key === 'properties' ? Object.keys(inner as object) : []),
        ...(key === 'parameters' && Array.isArray(inner) ? inner.map(({ name }: { name: string }) => name) : []),
        ...propertiesOf(inner),
      ])
    : []

describe('nothing asks for the way into an account', () => {
  test('no column of the database', async () => {
    const { deps } = await testDeps()
    const columns = deps.store.db.all<{ name: string }>(
      sql`select m.name || '.' || c.name as name from sqlite_master m join pragma_table_info(m.name) c where m.type = 'table'`,
    )
    expect(columns.map(({ name }) => name)).toContain('managers.job_title')
    // What signs our own news to a webhook is no way into an account.
    const own = 'subscriptions.secret'
    expect(columns.filter(({ name }) => name !== own && secretWords.test(name))).toEqual([])
  })

  test('no field of a form, by its name or by its label', async () => {
    const { deps } = await testDeps()
    const sample = await sampleAudit(deps)
    const { bram } = sampleManagers(deps, sample)
    const steps = ['', '/accounts?show=all', '/grades', '/uniformity', '/report', '/managers', `/managers?edit=${bram}`]
    for (const locale of locales)
      for (const path of ['/', ...steps.map((step) => `/audits/${sample.auditId}${step}`)]) {
        const page = await visitor(deps).get(`/${locale}${path}`)
        expect(page.status).toBe(200)
        expect(
          fieldsOf(page.text).filter((field) => secretWords.test(field)),
          path,
        ).toEqual([])
      }
  })

  test('no property or parameter of the API', async () => {
    const { deps } = await testDeps()
    const document: unknown = await (await createApi(deps).request('/openapi.json')).json()
    const properties = propertiesOf(document)
    expect(properties).toEqual(expect.arrayContaining(['workEmail', 'recovery', 'auditId']))
    expect(properties.filter((name) => secretWords.test(name))).toEqual([])
  })

  test.each([
    '<input name="password">',
    '<input type="password" name="a">',
    '<label for="a">Wachtwoord van het account</label>',
    '<input aria-label="Pass phrase">',
    '<input autocomplete="current-password">',
    '<legend>Inloggegevens</legend>',
  ])('and the search for it finds %s', (html) => {
    expect(fieldsOf(html).some((field) => secretWords.test(field))).toBe(true)
  })
})
