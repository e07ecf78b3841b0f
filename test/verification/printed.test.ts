import { describe, expect, it } from 'vitest'
import type { FoundVia } from '../../src/model/candidate.ts'
import type { PrintedAccountItem } from '../../src/model/print-item.ts'
import { seen, unseen } from '../../src/model/seen.ts'
import type { Snapshot } from '../../src/model/snapshot.ts'
import { type PrintedCandidate, type PrintedItem, printedNotes } from '../../src/verification/printed.ts'

const looked = (part: Partial<Snapshot>): Snapshot => ({
  key: 'instagram:delinde',
  url: 'https://www.instagram.com/delinde/',
  state: 'captured',
  wall: null,
  httpStatus: null,
  displayName: unseen('absent'),
  description: unseen('absent'),
  picture: unseen('absent'),
  website: unseen('absent'),
  takenAt: '2026-11-02T09:00:00.000Z',
  record: null,
  ...part,
})
const candidate = (handle: string, part: Partial<PrintedCandidate> = {}): PrintedCandidate => ({
  accountId: `id-${handle}`,
  key: `instagram:${handle}`,
  platform: 'instagram',
  handle,
  closed: false,
  standing: 'unknown',
  snapshot: null,
  foundVia: [],
  ...part,
})
const onSite: FoundVia[] = [
  {
    ...{ route: 'website', page: 'https://www.delinde.example/', pageTitle: '', source: 'link', zone: 'footer' },
    ...{ label: '', quote: '', seenAt: '2026-11-02T09:00:00.000Z', record: null },
  },
]
const inUse = candidate('delinde_nieuw', { standing: 'ours', foundVia: onSite })
const account = (handle: string): PrintedAccountItem => ({
  ...{ platform: 'instagram', handle, url: `https://www.instagram.com/${handle}/`, key: `instagram:${handle}` },
  ...{ tier: 'certain', quote: handle, crop: 'c'.repeat(64), page: 1 },
})
const poster: PrintedItem = { id: 'p1', name: 'poster.png', title: '', route: 'print', accounts: [account('delinde')], addresses: [] }
const notesOn = (printed: PrintedCandidate, others: readonly PrintedCandidate[] = [], item = poster) =>
  printedNotes([item], [printed, ...others])

describe('print that says what no longer holds gives a note', () => {
  it.each([
    ['gone', candidate('delinde', { standing: 'ours', snapshot: looked({ state: 'gone', wall: 'not-found' }) })],
    ['renamed', candidate('delinde', { snapshot: looked({ state: 'gone', wall: 'moved' }) })],
    ['renamed', candidate('delinde', { standing: 'ours', snapshot: looked({ handle: seen('delinde_zorg', 'page') }) })],
    ['closed', candidate('delinde', { standing: 'ours', closed: true })],
    ['not-ours', candidate('delinde', { standing: 'not-ours' })],
    ['not-ours', candidate('delinde', { standing: 'ours', takenOverAt: '2026-10-01T09:00:00.000Z' })],
  ])('%s', (kind, printed) => {
    const [note] = notesOn(printed)
    expect(note).toMatchObject({ kind, itemId: 'p1', item: 'poster.png', accountId: 'id-delinde', crop: 'c'.repeat(64) })
    expect(note?.verdict.nl).toContain('delinde')
  })

  it('names the account that is in use as what to print instead', () => {
    const [note] = notesOn(candidate('delinde', { snapshot: looked({ state: 'gone', wall: 'not-found' }) }), [inUse])
    expect(note?.mend.nl).toContain('delinde_nieuw')
  })

  it('when the account took another name since', () => {
    const former = { url: 'https://www.instagram.com/delinde/', renamed: true }
    const [note] = notesOn(candidate('delinde_zorg', { standing: 'ours', formerNames: [former] }))
    expect(note).toMatchObject({ kind: 'renamed', accountId: 'id-delinde_zorg' })
    expect(note?.verdict.nl).toContain('heet nu ‘delinde_zorg’')
    expect(notesOn(candidate('delinde_zorg', { formerNames: [{ ...former, renamed: false }] }))).toEqual([])
  })

  it('when the site gives another name than the print', () => {
    expect(notesOn(candidate('delinde'), [inUse])).toMatchObject([{ kind: 'other-name' }])
  })

  it('when an address on it is dead', () => {
    const dead = { url: 'https://www.delinde.example/oud', crop: null, state: 'dead', leadsTo: null, why: null } as const
    expect(printedNotes([{ ...poster, accounts: [], addresses: [dead] }], [])).toMatchObject([{ kind: 'dead-address', accountId: null }])
  })
})

describe('nothing is said', () => {
  it.each([
    ['of an account that could not be looked at', candidate('delinde', { snapshot: looked({ state: 'walled', wall: 'login' }) })],
    ['of an account that did not answer', candidate('delinde', { snapshot: looked({ state: 'unreachable', wall: 'network' }) })],
    ['of an account that shows the printed name', candidate('delinde', { snapshot: looked({ handle: seen('@DeLinde', 'page') }) })],
  ])('%s', (_what, printed) => expect(notesOn(printed)).toEqual([]))

  it('of a second account that is ours too', () => expect(notesOn(candidate('delinde', { standing: 'ours' }), [inUse])).toEqual([]))

  it('of a clipping: a paper’s words are not the organisation’s to mend', () =>
    expect(notesOn(candidate('delinde', { standing: 'not-ours' }), [], { ...poster, route: 'press' })).toEqual([]))

  it('of an address that could not be seen', () => {
    const unsure = { url: 'https://www.delinde.example/', crop: null, state: 'unseen', leadsTo: null, why: null } as const
    expect(printedNotes([{ ...poster, accounts: [], addresses: [unsure] }], [])).toEqual([])
  })
})
