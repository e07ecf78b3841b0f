import type { Ui } from '../ui.ts'

interface ExportsProps {
  readonly ui: Ui
  /** Address of the page's table, in both ways of writing it. */
  readonly csv: string
  readonly more?: readonly { readonly href: string; readonly text: string }[]
}

/** What can be taken along from a page: on paper, as a table for either sort of spreadsheet, and what else there is. */
export const Exports = ({ ui, csv, more = [] }: ExportsProps) => {
  const t = ui.t.report
  const files = [{ href: `${csv}?sep=semicolon`, text: t.csvSemicolon }, { href: `${csv}?sep=comma`, text: t.csvComma }, ...more]
  return (
    <section class="exports" aria-labelledby="exports">
      <h2 id="exports">{t.exports}</h2>
      <p>
        <button type="button" data-print hidden>
          {t.print}
        </button>
      </p>
      <ul>
        {files.map(({ href, text }) => (
          <li>
            <a href={href}>{text}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
