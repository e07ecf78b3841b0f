import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { PrintItemReading } from '../../model/print-item.ts'
import { audits } from './audits.ts'
import { persons } from './people.ts'

/** A poster, flyer or clipping that somebody handed in, and what was read on it. */
export const printItems = sqliteTable(
  'print_items',
  {
    id: text().primaryKey(),
    auditId: text()
      .notNull()
      .references(() => audits.id, { onDelete: 'cascade' }),
    /** `print` or `press`: a clipping from a paper is read the same way and counts as press. */
    route: text().notNull(),
    /** The file's name as it was handed in, and its bytes in the blob store. */
    name: text().notNull(),
    file: text().notNull(),
    /** `reading`, `read` or `failed`. */
    state: text().notNull(),
    reading: text({ mode: 'json' }).$type<PrintItemReading>(),
    personId: text().references(() => persons.id),
    at: text().notNull(),
  },
  (t) => [index('print_items_audit').on(t.auditId, t.id)],
)
