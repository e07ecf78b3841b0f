/** A row of a table that somebody handed in, with the line where it began (from 1). */
export interface CsvRow {
  readonly line: number
  readonly cells: readonly string[]
}

const separators = [';', '\t', ','] as const

/** How much of a text shows how it is separated. */
const sample = 4_096

/** The sign that cuts every row of the beginning into the most cells; a comma where nothing is cut. */
export function separatorOf(text: string): string {
  const cells = (sign: string) =>
    Math.min(
      ...readCsvRows(text.slice(0, sample), sign)
        .slice(0, 5)
        .map((row) => row.cells.length),
    )
  const [best] = separators.map((sign) => ({ sign, cells: cells(sign) })).sort((a, b) => b.cells - a.cells)
  return best && best.cells > 1 && Number.isFinite(best.cells) ? best.sign : ','
}

/**
 * Reads rows as RFC 4180 has them, with any separator. A quote that is never closed ends with the text.
 * One pass: the time grows with the text. Rows without anything in them are left out.
 */
export function readCsvRows(text: string, separator: string): CsvRow[] {
  const rows: CsvRow[] = []
  let cells: string[] = []
  let cell = ''
  let quoted = false
  let line = 1
  let begun = 1
  const endRow = () => {
    cells.push(cell.trim())
    if (cells.some((one) => one !== '')) rows.push({ line: begun, cells })
    cells = []
    cell = ''
  }
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at)
    if (sign === '\r' && text.charAt(at + 1) === '\n') continue
    const breaks = sign === '\n' || sign === '\r'
    if (quoted) {
      if (sign !== '"') cell += breaks ? ' ' : sign
      else if (text.charAt(at + 1) === '"') cell += text.charAt(at++)
      else quoted = false
    } else if (sign === '"' && cell.trim() === '') {
      quoted = true
      cell = ''
    } else if (sign === separator) {
      cells.push(cell.trim())
      cell = ''
    } else if (breaks) endRow()
    else cell += sign
    if (breaks) line++
    if (breaks && !quoted) begun = line
  }
  endRow()
  return rows
}
