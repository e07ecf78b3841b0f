import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { readAudit } from '../../src/services/read-audit.ts'
import { takeResultPage } from '../../src/services/read-result-page.ts'
import { startAudit } from '../../src/services/start-audit.ts'
import { audits } from '../../src/store/schema.ts'
import { testDeps } from '../support/deps.ts'

async function endedAudit(state = 'done') {
  const { deps } = await testDeps()
  const { auditId } = await startAudit(deps, { name: 'Zorgwijde', routes: ['website'] })
  deps.store.db.update(audits).set({ state }).where(eq(audits.id, auditId)).run()
  const give = (handed: { text?: string; page?: string; query?: string }) =>
    takeResultPage(deps, {
      auditId,
      text: handed.text ?? '',
      page: handed.page === undefined ? null : new TextEncoder().encode(handed.page),
      query: handed.query ?? '',
    })
  return { give, audit: () => readAudit(deps, auditId, { personId: null }) }
}

const savedFrom = (url: string, body: string) =>
  `<!DOCTYPE html>\n<!-- saved from url=(0042)${url} -->\n<html><head><title>zoeken</title></head><body>${body}</body></html>`
const link = (url: string, words: string) => `<p><a href="${url}">${words}</a></p>`

describe('a page of results that a person hands over', () => {
  test('gives candidates with rank, question and date, from a saved page of a search engine', async () => {
    const { give, audit } = await endedAudit()
    const page = savedFrom(
      'https://www.google.com/search?q=zorgwijde+facebook&sca_esv=geheim&gs_lp=wie',
      link('/url?q=https://www.facebook.com/anders/', 'Anders') + link('https://www.facebook.com/zorgwijde/', 'Zorgwijde | Facebook'),
    )
    expect(await give({ page })).toEqual({
      added: 2,
      known: 0,
      people: 0,
      others: 0,
      route: 'search-engine',
      query: 'zorgwijde facebook',
    })
    const found = audit().candidates.find(({ handle }) => handle === 'zorgwijde')
    expect(found?.foundVia).toMatchObject([
      {
        route: 'search-engine',
        label: '#2 · zorgwijde facebook',
        pageTitle: 'Google',
        page: 'https://www.google.com/search?q=zorgwijde+facebook',
        quote: 'Zorgwijde | Facebook',
        seenAt: '2026-11-02T09:00:00.000Z',
      },
    ])
    expect(audit().routes.find(({ route }) => route === 'search-engine')).toMatchObject({ state: 'partial', found: 2, handed: 1 })
  })

  test('takes from a platform’s own page only what names the organisation, not who is signed in', async () => {
    const { give, audit } = await endedAudit()
    const page = savedFrom(
      'https://www.facebook.com/search/pages/?q=zorgwijde',
      link('https://www.facebook.com/jannie.dewit', 'Jannie') +
        link('https://www.facebook.com/zorgwijde.dijkhof', 'Zorgwijde De Dijkhof') +
        link('https://www.facebook.com/schaatsclub', 'De Schaatsclub'),
    )
    expect(await give({ page })).toMatchObject({ added: 1, others: 2, route: 'platform-search' })
    expect(audit().candidates.map(({ handle }) => handle)).toEqual(['zorgwijde.dijkhof'])
  })

  test('is read from pasted text and pasted markup too, and counted twice when handed over twice', async () => {
    const { give, audit } = await endedAudit()
    expect(await give({ text: 'Zorgwijde\nhttps://www.instagram.com › zorgwijde', query: 'zorgwijde' })).toMatchObject({ added: 1 })
    expect(await give({ text: link('https://www.instagram.com/zorgwijde', 'Zörgwijde') })).toMatchObject({ added: 0, known: 1, query: '' })
    expect(audit().routes.find(({ route }) => route === 'search-engine')).toMatchObject({ handed: 2 })
    expect(audit().candidates[0]?.foundVia.map(({ quote }) => quote)).toContain('Zörgwijde')
  })

  test.each([
    ['nothing', { text: '  ' }, 'invalid-input', 'results'],
    ['text without an account', { text: 'Geen resultaten voor zorgwijde' }, 'invalid-input', 'results'],
    ['more text than anybody copies', { text: 'x'.repeat(500_001) }, 'too-large', 'results'],
    ['a larger file than a page', { page: ' '.repeat(10 * 2 ** 20 + 1) }, 'too-large', 'resultsPage'],
    ['a file that is no page', { page: 'naam;adres' }, 'not-accepted', 'page'],
    ['markup that nests without end', { text: `<div>${'<div>'.repeat(5_000)}` }, 'not-accepted', 'page'],
  ])('refuses %s', async (_, handed, code, field) => {
    const { give } = await endedAudit()
    await expect(give(handed)).rejects.toMatchObject({ code, field })
  })

  test('waits until the audit has ended: its own findings would overwrite it', async () => {
    const { give } = await endedAudit('running')
    await expect(give({ text: 'https://www.instagram.com/zorgwijde' })).rejects.toMatchObject({ code: 'conflict' })
  })
})
