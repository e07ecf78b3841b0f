import type { PlatformId } from '../../model/platform.ts'
import { platformName } from '../../report/platform-name.ts'
import type { NameRow } from '../../services/read-names.ts'
import type { Ui } from '../ui.ts'

/** A handle as one types it on the platform, and what the platform puts before it: `in/` and `jan-bos`. */
export function typedHandle(platform: PlatformId, handle: string): { readonly before: string; readonly typed: string } {
  const before = platform === 'linkedin' ? (/^[a-z]+\//.exec(handle)?.[0] ?? '') : handle.startsWith('@') ? '@' : ''
  return { before, typed: handle.slice(before.length) }
}

/** What somebody has to do to take these names, as plain text; `null` when nothing has to change. */
export function namesMessage(ui: Ui, organisation: string, rows: readonly NameRow[]): string | null {
  const t = ui.t.names.message
  const [first] = rows
  const lines = rows.flatMap(({ platform, handle, displayName, current, keep }) => {
    const choose = handle === null || keep ? [] : [t.choose(platformName(platform), typedHandle(platform, handle).typed)]
    const show = displayName === null || displayName === current?.displayName || choose.length === 0 ? [] : [t.display(displayName)]
    return choose.length > 0 ? [[...choose, ...show].join('\n')] : []
  })
  if (first === undefined || lines.length === 0) return null
  const person = first.kind === 'people'
  const opening = person
    ? [t.greeting(firstName(first.about)), t.intro(organisation)]
    : [t.hello, ...(first.kind === 'units' ? [t.introUnit(first.about, organisation)] : [])]
  return [...opening, ...lines, ui.t.names.free, t.taken].join('\n\n')
}

/** A mail to finish and send by whoever clicks; nothing is sent from here. */
export const namesMail = (ui: Ui, organisation: string, text: string): string =>
  `mailto:?subject=${encodeURIComponent(ui.t.names.message.subject(organisation))}&body=${encodeURIComponent(text.replaceAll('\n', '\r\n'))}`

/** `Jannie` of `Jannie de Wit`; of initials the whole name. */
function firstName(name: string): string {
  const first = name.split(' ')[0] ?? name
  return first.length < 2 || first.includes('.') ? name : first
}
