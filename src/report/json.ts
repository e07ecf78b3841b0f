import type { ReportModel } from './model.ts'

/** The report as JSON of a fixed order (that of `ReportModel`), so that two reports can be compared line by line. */
export function reportJson(model: ReportModel): string {
  return `${JSON.stringify(model, null, 2)}\n`
}
