import { and, desc, eq, sql } from 'drizzle-orm'
import { type HouseStyle, noHouseStyle } from '../model/house-style.ts'
import type { Db } from '../store/open.ts'
import { prepareOnce } from '../store/prepare-once.ts'
import { houseStyles } from '../store/schema.ts'

const newestOf = prepareOnce((db) =>
  db
    .select({ body: houseStyles.body })
    .from(houseStyles)
    .where(eq(houseStyles.organisationId, sql.placeholder('organisationId')))
    .orderBy(desc(houseStyles.id))
    .limit(1)
    .prepare(),
)

/** The newest agreements of an organisation; nothing agreed when there are none. */
export function houseStyleOf(db: Db, organisationId: string): HouseStyle {
  return newestOf(db).get({ organisationId })?.body ?? noHouseStyle
}

/** Whether any version of this organisation's agreements (of any organisation's, for `null`) names the picture. */
export function isHousePicture(db: Db, organisationId: string | null, digest: string): boolean {
  const names = sql`instr(${houseStyles.body}, ${digest}) > 0`
  const where = organisationId === null ? names : and(eq(houseStyles.organisationId, organisationId), names)
  return db.select({ id: houseStyles.id }).from(houseStyles).where(where).limit(1).get() !== undefined
}
