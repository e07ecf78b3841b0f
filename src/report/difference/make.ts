import type { Change, Stand } from '../../model/difference.ts'
import type { Text } from '../../model/text.ts'
import { isOpaque } from '../../verification/likeness.ts'
import type { AccountThen, AuditThen } from './side.ts'

type Said = Pick<Change, 'item' | 'kind' | 'cause' | 'why'> & Partial<Omit<Change, 'id'>>

/** A change with all that was not said left at its plainest. */
export function change({ detail = null, subject = null, ...said }: Said): Change {
  return {
    id: [said.item, detail, subject ?? 'organisation', said.cause].filter((part) => part !== null).join('/'),
    detail,
    subject,
    effect: 'neutral',
    before: null,
    after: null,
    follows: null,
    alert: null,
    ...said,
  }
}

/** What an account calls itself, where its handle is a number or a code that says nothing to a reader. */
export const shownNameOf = ({ handle, snapshot }: AccountThen): string | null =>
  isOpaque(handle) && snapshot?.displayName.seen ? snapshot.displayName.value : null

type Standing = { readonly value: Stand['value']; readonly text: Text } & Partial<Stand>

/** Of the organisation as a whole, at the end of an audit. */
export const standOf = ({ at }: Pick<AuditThen, 'at'>, { value, text, ...more }: Standing): Stand => ({
  value,
  text,
  at,
  record: null,
  picture: null,
  page: null,
  ...more,
})

/** Of an account, as its look showed it. */
export const shown = (audit: Pick<AuditThen, 'at'>, { snapshot, url }: AccountThen, standing: Standing): Stand =>
  standOf(audit, { at: snapshot?.takenAt ?? audit.at, record: snapshot?.record ?? null, page: url, ...standing })
