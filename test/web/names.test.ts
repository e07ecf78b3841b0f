import { and, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { importLocations } from '../../src/services/import-locations.ts'
import { snapshots } from '../../src/store/schema.ts'
import { testDeps } from '../support/deps.ts'
import { sampleAudit } from '../support/sample-audit.ts'
import { sampleSheet } from '../support/sample-sheet.ts'
import { sampleTeam } from '../support/sample-team.ts'
import { readable, titleOf, visitor } from './visitor.ts'

async function setting() {
  const { deps } = await testDeps()
  const sample = await sampleAudit(deps)
  await sampleSheet(deps, sample)
  return { deps, sample, page: `/nl/audits/${sample.auditId}/names`, somebody: visitor(deps) }
}

const times = (text: string, part: string) => text.split(part).length - 1

describe('the page with names', () => {
  test('says how names are built, which differ and which to take; once that nobody knows what is free', async () => {
    const { page, somebody } = await setting()
    const answer = await somebody.get(page)
    const text = readable(answer)
    expect(titleOf(answer)).toBe('Namen')
    expect(text).toContain('7 van de 8 namen volgen dit.')
    expect(text).toContain('‹naam van de organisatie›')
    expect(text).toContain('Er staat een woord bij.')
    expect(answer.text).toContain('data-copy="zorgwijde"')
    expect(times(text.split('Tekst om te sturen')[0] ?? '', 'weten wij niet. Dat zie je')).toBe(1)
    expect(readable(await somebody.get(page.replace('/nl/', '/en/')))).toContain('7 of the 8 names follow this.')
  })

  test('gives a text to send, as plain text and as a mail without a receiver', async () => {
    const { page, somebody } = await setting()
    const { text } = await somebody.get(`${page}?of=organisation`)
    expect(text).toContain('Kies op YouTube als accountnaam: zorgwijde')
    expect(text).toContain('mailto:?subject=Een%20naam%20die%20past%20bij%20Zorgwijde&amp;body=Hoi%2C%0D%0A')
  })

  test('shows what is asked for, fifty locations at a time', async () => {
    const { deps, sample, page, somebody } = await setting()
    const rows = Array.from({ length: 60 }, (_, at) => `Huis ${String.fromCharCode(97 + (at % 26))}${at};Delft`)
    importLocations(deps, { auditId: sample.auditId, text: `naam;plaats\n${rows.join('\n')}` })
    const first = readable(await somebody.get(`${page}?of=units&platform=x`))
    expect(first).toContain('Bladzijde 1 van 2')
    expect(first).not.toContain('LinkedIn company/')
    expect(readable(await somebody.get(`${page}?of=units&platform=x&page=9`))).toContain('Bladzijde 2 van 2')
    expect(readable(await somebody.get(`${page}?of=organisation&platform=x&show=change`))).toContain('Met deze keuze is er niets te zien.')
  })

  test('names colleagues only while a basis holds, and says how to get there', async () => {
    const { deps, sample, page, somebody } = await setting()
    expect(readable(await somebody.get(page))).toContain('Leg eerst vast waarom jullie naar profielen van mensen kijken.')
    sampleTeam(deps, sample.auditId)
    const text = readable(await somebody.get(`${page}?of=people`))
    expect(text).toContain('Yasmina el Idrissi')
    expect(text).toContain('Iedereen beslist zelf over de eigen naam.')
    expect((await somebody.get(`/nl/audits/${sample.auditId}/team`)).text).toContain(`href="${page}?of=people"`)
  })

  test('is linked from uniformity and agreements, and comes as a table', async () => {
    const { sample, page, somebody } = await setting()
    for (const from of ['uniformity', 'house-style'])
      expect((await somebody.get(`/nl/audits/${sample.auditId}/${from}`)).text).toContain(`href="${page}"`)
    const { text } = await somebody.get(`${page}.csv?sep=comma`)
    expect(text).toContain('organisatie,Zorgwijde,YouTube,')
    expect(text).toContain('Er staat een woord bij.')
  })
})

describe('the report', () => {
  test('has what the grade is made of, the sheet in short, pictures with the findings and what mends bring', async () => {
    const { sample, page, somebody } = await setting()
    const answer = await somebody.get(page.replace('names', 'report'))
    const text = readable(answer)
    expect(text).toContain('Waaruit het cijfer bestaat')
    expect(text).toMatch(/Deze horen bij elkaar \(5\) X \(zorgwijde\)/)
    expect(text).toMatch(/Verander de achtergrondfoto van YouTube \(@werkenbijzorgwijde\) \+\d,\d\d op het cijfer · 10 minuten/)
    expect(answer.text).toContain(`<img src="/audits/${sample.auditId}/pictures/`)
    const { uniformity } = JSON.parse((await somebody.get(page.replace('names', 'report.json'))).text)
    expect(uniformity.formula.en).toMatch(/points → 1 \+ 9 ×/)
    expect(uniformity.sheet.groups[0]).toMatchObject({ kind: 'norm', accounts: { length: 5 } })
  })

  test('shows nothing of YouTube’s interface that is older than thirty days, and says why', async () => {
    const { deps, sample, page, somebody } = await setting()
    const row = deps.store.db
      .select()
      .from(snapshots)
      .all()
      .find(({ body }) => body.displayName.seen && body.displayName.value === 'Zorgwijde TV')
    if (!row) throw new Error('no look at YouTube')
    const shown = async () => readable(await somebody.get(page.replace('names', 'report')))
    expect(await shown()).toContain('Zorgwijde TV')
    const body = { ...row.body, via: 'api' as const, takenAt: '2026-01-01T12:00:00.000Z' }
    deps.store.db
      .update(snapshots)
      .set({ body })
      .where(and(eq(snapshots.auditId, sample.auditId), eq(snapshots.accountId, row.accountId)))
      .run()
    const later = await shown()
    expect(later).not.toContain('Zorgwijde TV')
    expect(later).toContain('Wat YouTube ons gaf, is ouder dan 30 dagen.')
  })
})
