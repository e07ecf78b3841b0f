import { parts } from '../checks/check.ts'
import type { Locale } from '../model/text.ts'
import { type CsvOptions, writeCsv } from './csv.ts'
import type { TrendModel } from './trend.ts'

const heads: Readonly<Record<Locale, readonly string[]>> = {
  nl: ['audit', 'datum', 'meetlat', 'cijfer toen', 'cijfer nu gemeten', 'gezien', 'cijfer van mensen', 'aantal mensen', 'norm veranderde'],
  en: ['audit', 'date', 'rubric', 'grade then', 'grade measured now', 'seen', 'grade by people', 'people', 'norm changed'],
}
const partHeads: Readonly<Record<Locale, Readonly<Record<(typeof parts)[number], string>>>> = {
  nl: { names: 'namen', background: 'achtergrond', pictures: 'profielfoto en logo', text: 'omschrijving en link', portraits: 'portretten' },
  en: {
    names: 'names',
    background: 'background',
    pictures: 'profile picture and logo',
    text: 'description and link',
    portraits: 'portraits',
  },
}

/** A row for each audit, the oldest first; parts and locations are by the present rubric. An empty cell was not measured. */
export function trendCsv({ points }: TrendModel, { locale, separator }: CsvOptions): string {
  const locations = [...new Set(points.flatMap((point) => point.locations.map(({ location }) => location)))].sort()
  const share = ({ inLine, measured }: { inLine: number; measured: number }) => Math.round((inLine / measured) * 100) / 100
  return writeCsv(
    [...heads[locale], ...parts.map((part) => partHeads[locale][part]), ...locations],
    points.map((point) => [
      ...[point.auditId, point.at.slice(0, 10), point.stored?.rubric ?? null, point.stored?.grade ?? null, point.fair?.grade ?? null],
      ...[point.fair ? Math.round(point.fair.coverage * 100) / 100 : null, point.people.grade, point.people.count],
      point.normChanged.map((text) => text[locale]).join('; ') || null,
      ...parts.map((part) => point.fair?.parts[part] ?? null),
      ...locations.map((name) => {
        const found = point.locations.find(({ location }) => location === name)
        return found ? share(found) : null
      }),
    ]),
    separator,
  )
}
