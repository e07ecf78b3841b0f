import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clean, localeOf } from '../../src/cli/io.ts'
import { progressLine } from '../../src/cli/progress.ts'
import { readServerEvents } from '../../src/cli/sse.ts'
import { recordTable } from '../../src/cli/table.ts'
import type { AuditRecord } from '../../src/model/audit.ts'

const at = '2027-03-01T09:00:00.000Z'

describe('server-sent events', () => {
  it('are read the same however the stream is cut', async () => {
    const text = ': still here\n\nevent: state\ndata: {"a":"é"}\nid: 1\n\ndata: x\ndata: y\nid: 2\n\ndata: broken off'
    const bytes = new TextEncoder().encode(text)
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: bytes.length }), { maxLength: 6 }), async (cuts) => {
        const at = [0, ...cuts.toSorted((a, b) => a - b), bytes.length]
        async function* stream() {
          for (const [i, from] of at.entries()) yield bytes.subarray(from, at[i + 1] ?? bytes.length)
        }
        const events = []
        for await (const event of readServerEvents(stream())) events.push(event)
        expect(events).toEqual([
          { id: '1', data: '{"a":"é"}' },
          { id: '2', data: 'x\ny' },
        ])
      }),
    )
  })
})

describe('the language', () => {
  it('follows LC_ALL, LC_MESSAGES and LANG in that order', () => {
    expect(localeOf({ LANG: 'en_GB.UTF-8' })).toBe('en')
    expect(localeOf({ LANG: 'en_GB.UTF-8', LC_MESSAGES: 'nl_NL' })).toBe('nl')
    expect(localeOf({ LANG: 'nl_NL', LC_ALL: 'en' })).toBe('en')
    expect(localeOf({})).toBe('nl')
    expect(localeOf({ LANG: 'enm_XX' })).toBe('nl')
  })
})

describe('what is shown', () => {
  it('cannot steer the terminal', () => {
    expect(clean('a\u001b[31mb\u0007\u202ec\nd')).toBe('a [31mb  c\nd')
  })

  it('says how a route that could not look is gone on with by hand', () => {
    const why = { nl: 'Het netwerk staat uit.', en: 'The network is off.' }
    const byHand = { nl: 'Plak de links.', en: 'Paste the links.' }
    const data = { route: 'wikidata', state: 'not-looked', pagesRead: 0, pagesUnseen: 0, found: 0, why, byHand } as const
    expect(progressLine({ id: 1, at, kind: 'route', data })?.nl).toBe('Wikidata: niet bekeken. Het netwerk staat uit. Plak de links.')
    expect(progressLine({ id: 1, at, kind: 'route', data: { ...data, state: 'running' } })).toBeNull()
  })

  it('tells about pages now and then, not each time', () => {
    const page = (read: number) =>
      progressLine({ id: 1, at, kind: 'page', data: { url: 'x', outcome: 'page', read, planned: 40, found: 0 } })?.en ?? null
    expect([0, 1, 9, 10, 11, 20].map(page)).toEqual([null, null, null, '10 of 40 pages read.', null, '20 of 40 pages read.'])
  })

  it('puts the accounts that are ours first and never rounds up to certainty', () => {
    const account = (key: string, verdict: 'ours' | 'not-ours' | 'likely', confidence: number) =>
      ({
        key,
        platform: 'x',
        handle: key,
        url: `https://x.com/${key}`,
        closed: false,
        doubt: null,
        verdict,
        confidence,
        kind: 'central',
        signals: [],
        foundVia: [],
        furtherPlaces: 0,
      }) as const
    const score = {
      rubric: '1',
      points: 0,
      maximum: 0,
      coverage: 0,
      grade: null,
      notGradedBecause: { nl: 'Te weinig gezien.', en: 'Too little seen.' },
    }
    const record = {
      organisation: { name: 'De Linde', website: null, aliases: [], country: null, wikidataId: null },
      accounts: [account('ander', 'not-ours', 0.01), account('misschien', 'likely', 0.8), account('linde', 'ours', 0.999)],
      routes: [],
      people: { counted: 2 },
      assessment: { rubric: '1', accounts: [], findings: [], score, createdAt: at },
    } as unknown as AuditRecord
    const table = recordTable(record, 'nl')
    expect(
      table
        .split('\n')
        .slice(2, 6)
        .map((line) => line.split(/ {2,}/).slice(1, 4)),
    ).toEqual([
      ['account', 'van wie', 'zekerheid'],
      ['linde', 'van ons', '99%'],
      ['misschien', 'waarschijnlijk van ons', '80%'],
      ['ander', 'niet van ons', '1%'],
    ])
    expect(table).toContain('Uniformiteit van de namen: Te weinig gezien.')
    expect(table).toContain('Profielen van mensen (alleen geteld): 2')
  })
})
