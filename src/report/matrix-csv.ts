import type { Location, MatrixCell } from '../model/location.ts'
import type { PlatformId } from '../model/platform.ts'
import { type CsvOptions, writeCsv } from './csv.ts'
import { cellWords } from './matrix-words.ts'
import { platformName } from './platform-name.ts'

interface Table {
  readonly platforms: readonly PlatformId[]
  readonly rows: readonly { readonly location: Location; readonly cells: readonly MatrixCell[] }[]
  readonly accounts: readonly { readonly accountId: string; readonly handle: string }[]
}

const heads = {
  nl: ['locatie', 'plaats', 'adres', 'pagina'],
  en: ['location', 'place', 'address', 'page'],
}

/** A row for each location, a column for each platform: its state, and the accounts behind a colon. */
export function matrixCsv({ platforms, rows, accounts }: Table, { locale, separator }: CsvOptions): string {
  const handles = new Map(accounts.map(({ accountId, handle }) => [accountId, handle]))
  const cellText = ({ state, accounts: here }: MatrixCell) =>
    [cellWords[state][locale], here.map(({ accountId }) => handles.get(accountId) ?? '').join(', ')].filter(Boolean).join(': ')
  return writeCsv(
    [...heads[locale], ...platforms.map(platformName)],
    rows.map(({ location, cells }) => [location.name, location.place, location.address, location.page, ...cells.map(cellText)]),
    separator,
  )
}
