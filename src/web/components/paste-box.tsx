import type { PasteOutcome } from '../../services/paste-links.ts'
import type { Ui } from '../ui.ts'
import { Field } from './field.tsx'

interface PasteProps {
  readonly ui: Ui
  readonly auditId: string
  /** What stands in the box: the lines that were not understood, to be mended. */
  readonly text: string
  readonly error?: string | null
}

/** Links in any form, one or a hundred. */
export const PasteBox = ({ ui, auditId, text, error = null }: PasteProps) => {
  const { paste } = ui.t.accounts
  return (
    <section aria-labelledby="paste">
      <h2 id="paste">{paste.title}</h2>
      <form method="post" action={ui.to(`/audits/${auditId}/links`)}>
        <Field ui={ui} id="links" name="links" label={paste.label} help={paste.help} rows={4} value={text} error={error} required />
        <button type="submit">{paste.button}</button>
      </form>
    </section>
  )
}

/** How many accounts came in, how many were there already, and how many profiles of people were left out. */
export function addedText(ui: Ui, { added, known, people }: Pick<PasteOutcome, 'added' | 'known' | 'people'>): string {
  const { paste } = ui.t.accounts
  return [paste.added(added), known > 0 ? paste.known(known) : '', people > 0 ? paste.people(people) : ''].filter(Boolean).join(' ')
}

/** What became of the pasted lines, and why some were not understood. */
export const PasteResult = ({ ui, outcome }: { ui: Ui; outcome: PasteOutcome }) => {
  const { paste } = ui.t.accounts
  return (
    <div class="notice calm" role="status" tabindex={-1} data-focus>
      <p>{addedText(ui, outcome)}</p>
      {outcome.notUnderstood.length > 0 ? (
        <>
          <p>{paste.notUnderstood}</p>
          <ul>
            {outcome.notUnderstood.map((line) => (
              <li>
                <strong>{paste.line(line.line)}</strong>: <q>{line.raw}</q>. {ui.text(line.why)}
              </li>
            ))}
          </ul>
          <p>
            <a href="#links">{paste.title}</a>
          </p>
        </>
      ) : null}
    </div>
  )
}
