import { expect, test } from 'vitest'
import type { Located, Location } from '../../src/model/location.ts'
import { buildMatrix, type MatrixAccount, type MatrixInput } from '../../src/report/matrix.ts'

const linde: Location = { id: 'linde', name: 'De Linde', place: 'Gouda', address: null, page: null }
const account = (accountId: string, over: Partial<MatrixAccount> = {}): MatrixAccount => ({
  accountId,
  platform: 'facebook',
  standing: 'ours',
  closed: false,
  snapshot: { state: 'captured', wall: null, activity: 'active' },
  ...over,
})
const at = (accountId: string): Located => ({ locationId: 'linde', accountId, confidence: 0.9, by: 'machine', reasons: [] })

const input = (over: Partial<MatrixInput>): MatrixInput => ({
  locations: [linde],
  accounts: [],
  located: [],
  answers: [],
  platforms: ['facebook'],
  searches: [],
  pagesRead: new Set(),
  ...over,
})
const cellOf = (over: Partial<MatrixInput>) => buildMatrix(input(over)).rows[0]?.cells[0]
const withAccounts = (...accounts: MatrixAccount[]) => cellOf({ accounts, located: accounts.map(({ accountId }) => at(accountId)) })
const said = (answer: 'not-found' | 'deliberately-absent' | 'could-not-look') => ({
  answers: [{ locationId: 'linde', platform: 'facebook' as const, answer, note: 'Te klein', by: 'Jannie' }],
})

test.each([
  ['one account', withAccounts(account('a')), 'present'],
  ['two accounts', withAccounts(account('a'), account('b')), 'double'],
  ['one that is left', withAccounts(account('a', { snapshot: { state: 'captured', wall: null, activity: 'abandoned' } })), 'abandoned'],
  [
    'one in use and one that is gone',
    withAccounts(account('a'), account('b', { snapshot: { state: 'gone', wall: 'not-found' } })),
    'present',
  ],
  ['one behind a wall: not seen is not left', withAccounts(account('a', { snapshot: { state: 'walled', wall: 'login' } })), 'present'],
  ['an account that is somebody else’s', withAccounts(account('a', { standing: 'not-ours' })), 'could-not-look'],
  ['nobody looked', cellOf({}), 'could-not-look'],
  ['only the location’s page was read', cellOf({ pagesRead: new Set(['linde']) }), 'could-not-look'],
  ['the platform was searched by its name', cellOf({ searches: [{ locationId: 'linde', platform: 'facebook' }] }), 'missing'],
  ['another platform was searched', cellOf({ searches: [{ locationId: 'linde', platform: 'bluesky' }] }), 'could-not-look'],
  ['somebody looked', cellOf(said('not-found')), 'missing'],
  ['somebody chose so', cellOf(said('deliberately-absent')), 'deliberately-absent'],
  ['somebody could not look', cellOf({ ...said('could-not-look'), searches: [] }), 'could-not-look'],
])('%s', (_what, cell, state) => {
  expect(cell?.state).toBe(state)
  expect(cell?.why.length).toBeGreaterThan(0)
})

test('who said it, and with what words, stands in the reason; an account found speaks louder', () => {
  expect(cellOf(said('deliberately-absent'))?.why[0]?.en).toBe('Jannie says: deliberately no account. ‘Te klein’')
  expect(cellOf({ ...said('deliberately-absent'), accounts: [account('a')], located: [at('a')] })?.state).toBe('present')
})

test('every cell is counted once', () => {
  const { counts } = buildMatrix(input({ platforms: ['facebook', 'x'], accounts: [account('a')], located: [at('a')] }))
  expect(counts).toEqual({ present: 1, double: 0, abandoned: 0, missing: 0, 'deliberately-absent': 0, 'could-not-look': 1 })
})
