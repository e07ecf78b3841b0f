import type { Text } from '../model/text.ts'
import type { NameKind, NamesView } from '../services/read-names.ts'
import { type CsvOptions, writeCsv } from './csv.ts'
import { platformName } from './platform-name.ts'

const heads: readonly Text[] = [
  { nl: 'soort', en: 'kind' },
  { nl: 'van', en: 'of' },
  { nl: 'platform', en: 'platform' },
  { nl: 'accountnaam nu', en: 'handle now' },
  { nl: 'accountnaam om te kiezen', en: 'handle to choose' },
  { nl: 'naam die bezoekers nu zien', en: 'name shown now' },
  { nl: 'naam om te laten zien', en: 'name to show' },
  { nl: 'kan zo blijven', en: 'can stay' },
  { nl: 'verschil', en: 'difference' },
]

const kinds: Readonly<Record<NameKind, Text>> = {
  organisation: { nl: 'organisatie', en: 'organisation' },
  units: { nl: 'locatie of afdeling', en: 'location or unit' },
  people: { nl: 'medewerker', en: 'colleague' },
}
const yes: Text = { nl: 'ja', en: 'yes' }
const no: Text = { nl: 'nee', en: 'no' }

/** A row for each name to take, in the same form and with the same guard against formulas as the report's table. */
export function namesCsv({ rows }: Pick<NamesView, 'rows'>, { separator, locale }: CsvOptions): string {
  return writeCsv(
    heads.map((head) => head[locale]),
    rows.map(({ kind, about, platform, current, handle, displayName, keep, differs }) => [
      kinds[kind][locale],
      about,
      platformName(platform),
      current?.handle ?? null,
      handle,
      current?.displayName ?? null,
      displayName,
      current === null ? null : (keep ? yes : no)[locale],
      differs?.[locale] ?? null,
    ]),
    separator,
  )
}
