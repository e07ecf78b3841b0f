import type { NameKind, NameRow } from '../../services/read-names.ts'
import type { Ui } from '../ui.ts'
import { namesMail, namesMessage, typedHandle } from './names-message.ts'
import { Platform } from './platform.tsx'

interface NamesTableProps {
  readonly ui: Ui
  readonly organisation: string
  readonly kind: NameKind
  /** Rows of one subject stand together. */
  readonly rows: readonly NameRow[]
}

/** For each of one kind and each platform what there is now and what to take. */
export const NamesTable = ({ ui, organisation, kind, rows }: NamesTableProps) => {
  const t = ui.t.names
  const subjects = [...Map.groupBy(rows, ({ key }) => key)]
  return (
    <section aria-labelledby={`names-${kind}`}>
      <h2 id={`names-${kind}`}>{t.kinds[kind]}</h2>
      {kind === 'people' ? <p class="aside">{t.people.free}</p> : null}
      <table class="name-table">
        <thead>
          <tr>
            <th scope="col">{ui.t.contactSheet.filter.platform}</th>
            <th scope="col">{t.now}</th>
            <th scope="col">{t.take}</th>
            <th scope="col">{t.show}</th>
          </tr>
        </thead>
        {subjects.map(([, own]) => (
          <tbody>
            <tr class="subject">
              <th scope="rowgroup" colspan={4}>
                <span class="about">{own[0]?.about}</span>
                <Message ui={ui} organisation={organisation} rows={own} />
              </th>
            </tr>
            {own.map((row) => (
              <Row ui={ui} row={row} />
            ))}
          </tbody>
        ))}
      </table>
    </section>
  )
}

const Row = ({ ui, row }: { ui: Ui; row: NameRow }) => {
  const t = ui.t.names
  const { platform, current, handle, displayName, keep, differs } = row
  return (
    <tr>
      <th scope="row">
        <Platform platform={platform} />
      </th>
      <td data-label={t.now}>
        {current ? <span class="handle">{current.handle}</span> : <span class="aside">{t.none}</span>}
        {differs ? <span class="aside differs">{ui.text(differs)}</span> : null}
      </td>
      <td data-label={t.take}>
        {keep ? (
          <span class="aside">{t.keep}</span>
        ) : handle === null ? (
          <span class="aside">{t.noneFits}</span>
        ) : (
          <Handle ui={ui} row={row} />
        )}
      </td>
      <td data-label={t.show}>
        {displayName === null ? (
          <span class="aside">–</span>
        ) : displayName === current?.displayName ? (
          <span class="aside">{t.keep}</span>
        ) : (
          <Take ui={ui} text={displayName} />
        )}
      </td>
    </tr>
  )
}

const Handle = ({ ui, row: { platform, handle } }: { ui: Ui; row: NameRow }) => {
  const { before, typed } = typedHandle(platform, handle ?? '')
  return <Take ui={ui} before={before} text={typed} />
}

/** One click selects the name; with a script a button copies it. */
const Take = ({ ui, before = '', text }: { ui: Ui; before?: string; text: string }) => (
  <span class="take">
    <span>
      {before ? <span class="aside">{before}</span> : null}
      <code>{text}</code>
    </span>
    <button type="button" class="link small" data-copy={text} data-copied={ui.t.names.copied} aria-label={ui.t.names.copyWhat(text)} hidden>
      {ui.t.names.copy}
    </button>
  </span>
)

const Message = ({ ui, organisation, rows }: Pick<NamesTableProps, 'ui' | 'organisation' | 'rows'>) => {
  const t = ui.t.names.message
  const text = namesMessage(ui, organisation, rows)
  const [first] = rows
  if (text === null || first === undefined) return null
  return (
    <details class="screen-only">
      <summary>
        {t.open}
        <span class="visually-hidden">: {first.about}</span>
      </summary>
      <textarea rows={Math.min(16, text.split('\n').length + 1)} readonly aria-label={t.label(first.about)}>
        {text}
      </textarea>
      <p>
        <a href={namesMail(ui, organisation, text)}>
          {t.mail}
          <span class="visually-hidden">: {first.about}</span>
        </a>{' '}
        <button type="button" class="link small" data-copy={text} data-copied={ui.t.names.copied} hidden>
          {ui.t.names.copy}
        </button>
      </p>
    </details>
  )
}
