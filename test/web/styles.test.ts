import { readdirSync, readFileSync } from 'node:fs'
import { load } from 'cheerio'
import { expect, test } from 'vitest'
import { testDeps } from '../support/deps.ts'
import { sampleAudit } from '../support/sample-audit.ts'
import { sampleManagers } from '../support/sample-managers.ts'
import { visitor } from './visitor.ts'

const folder = new URL('../../src/web/public/', import.meta.url)

/** The classes that each of our style sheets speaks of. */
const classesBySheet = new Map(
  readdirSync(folder)
    .filter((name) => name.endsWith('.css'))
    .map((name) => {
      const rules = readFileSync(new URL(name, folder), 'utf8').replaceAll(/\/\*[^*]*\*\/|url\([^)]*\)/g, '')
      return [name, new Set([...rules.matchAll(/\.([a-z][a-z-]*)/g)].map((match) => match[1] ?? ''))] as const
    }),
)
const styled = new Set([...classesBySheet.values()].flatMap((classes) => [...classes]))

test('a page loads the style sheet of every class that it uses', async () => {
  const { deps } = await testDeps()
  const sample = await sampleAudit(deps)
  sampleManagers(deps, sample)
  const somebody = visitor(deps)
  const audit = `/audits/${sample.auditId}`
  const paths = ['/', '/uitleg', audit, '/batches', '/vergelijk']
  for (const page of ['accounts?show=all', 'grades', 'uniformity', 'what-if?target=9', 'report', 'managers', 'locations', 'house-style'])
    paths.push(`${audit}/${page}`)
  for (const page of ['contactvel', 'prints', 'team', 'schedule', 'news', 'verschil', `evidence/${sample.page}`])
    paths.push(`${audit}/${page}`)
  paths.push(`${audit}/accounts/${sample.accounts.get('linkedin:company/zorgwijde')}/look`)
  const bare: string[] = []
  for (const path of paths) {
    const { text, status } = await somebody.get(`/nl${path}`)
    expect(status, path).toBe(200)
    const $ = load(text)
    const sheets = $('link[rel=stylesheet]')
      .map((_, link) => ($(link).attr('href') ?? '').replace('/assets/', ''))
      .get()
    const known = new Set(sheets.flatMap((sheet) => [...(classesBySheet.get(sheet) ?? [])]))
    const used = new Set(
      $('[class]')
        .map((_, element) => ($(element).attr('class') ?? '').split(' '))
        .get(),
    )
    for (const name of used) if (styled.has(name) && !known.has(name)) bare.push(`${path}: .${name}`)
    for (const sheet of sheets) if (sheet !== 'pico.css' && !classesBySheet.has(sheet)) bare.push(`${path}: no ${sheet}`)
  }
  expect(bare).toEqual([])
})
