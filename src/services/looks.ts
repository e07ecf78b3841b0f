import { asc, eq, sql } from 'drizzle-orm'
import type { PlatformId } from '../model/platform.ts'
import type { Seen } from '../model/seen.ts'
import type { Snapshot } from '../model/snapshot.ts'
import { keptLook } from '../platforms/expired.ts'
import type { Db } from '../store/open.ts'
import { prepareOnce } from '../store/prepare-once.ts'
import { accounts, looksByHand, snapshots } from '../store/schema.ts'
import { namesOf } from './person.ts'
import type { LookByHandView } from './views.ts'

export interface Look {
  readonly snapshot: Snapshot
  readonly byHand: LookByHandView | null
}

const auditId = sql.placeholder('auditId')
const looksByMachine = prepareOnce((db) =>
  db
    .select({ look: snapshots, platform: accounts.platform })
    .from(snapshots)
    .innerJoin(accounts, eq(accounts.id, snapshots.accountId))
    .where(eq(snapshots.auditId, auditId))
    .prepare(),
)
const looksByPeople = prepareOnce((db) =>
  db.select().from(looksByHand).where(eq(looksByHand.auditId, auditId)).orderBy(asc(looksByHand.id)).prepare(),
)

/**
 * How each account of an audit looked, by account id: what a person saw last where somebody looked, else the machine.
 * @param now the moment at which it is shown or judged: what may not be kept that long is left out
 */
export function looksOf(db: Db, auditId: string, now?: Date): Map<string, Look> {
  const looks = new Map<string, Look>()
  for (const { look, platform } of looksByMachine(db).all({ auditId }))
    looks.set(look.accountId, { snapshot: now ? keptLook(platform as PlatformId, look.body, now) : look.body, byHand: null })
  const nameOf = namesOf(db)
  for (const row of looksByPeople(db).all({ auditId })) {
    const known = looks.get(row.accountId)
    const machine = known?.byHand ? known.byHand.machine : (known?.snapshot ?? null)
    looks.set(row.accountId, {
      snapshot: machine?.state === 'captured' ? filled(row.body, machine) : row.body,
      byHand: { by: nameOf(row.personId), at: row.at, machine },
    })
  }
  return looks
}

const fillable = [
  'displayName',
  'description',
  'picture',
  'website',
  'handle',
  'permanentId',
  'banner',
  'verified',
  'category',
  'language',
  'lastPost',
  'followers',
  'linksBack',
] as const

/** What the person did not see and the machine did stays, with its own source. */
function filled(person: Snapshot, machine: Snapshot): Snapshot {
  if (person.state !== 'captured') return person
  const fromMachine = fillable.filter((field) => !isSeen(person[field]) && isSeen(machine[field]))
  return { ...person, ...Object.fromEntries(fromMachine.map((field) => [field, machine[field]])) }
}

const isSeen = (field: Seen<unknown> | undefined): boolean => field?.seen === true
