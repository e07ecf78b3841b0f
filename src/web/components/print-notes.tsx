import type { PrintedNote } from '../../model/print-item.ts'
import type { Ui } from '../ui.ts'
import { Icon } from './icon.tsx'

interface NotesProps {
  readonly ui: Ui
  readonly auditId: string
  readonly notes: readonly PrintedNote[]
}

/** What the organisation's own print says that no longer holds, with the place on it and how to put it right. */
export const PrintNotes = ({ ui, auditId, notes }: NotesProps) => {
  const t = ui.t.prints
  if (notes.length === 0) return null
  return (
    <section class="print-notes" aria-labelledby="print-notes">
      <h2 id="print-notes">{t.notes.title}</h2>
      <p>{t.notes.lead}</p>
      <ul>
        {notes.map((note) => (
          <li class="finding mend">
            <h3>
              <Icon name="arrow" /> {ui.text(note.verdict)}
            </h3>
            {note.crop ? (
              <img class="crop" src={`/audits/${auditId}/pictures/${note.crop}`} alt={t.cropOf(note.item)} loading="lazy" />
            ) : null}
            <dl>
              <dt>{ui.t.finding.saw}</dt>
              <dd>
                {t.notes.on} <a href={`${ui.to(`/audits/${auditId}/prints`)}#p-${note.itemId}`}>{note.item}</a>. {ui.text(note.saw)}
              </dd>
              <dt>{ui.t.finding.mend}</dt>
              <dd>{ui.text(note.mend)}</dd>
            </dl>
          </li>
        ))}
      </ul>
    </section>
  )
}
