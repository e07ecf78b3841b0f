import { eq } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { EenlijnError } from '../model/errors.ts'
import type { PlatformId } from '../model/platform.ts'
import { emptyReading, type PrintItemReading, type PrintRoute } from '../model/print-item.ts'
import { accountFromHandle } from '../platforms/classify.ts'
import { platform as platformById } from '../platforms/index.ts'
import { printItems } from '../store/schema.ts'
import { addClaims, countRoute } from './add-claims.ts'
import { findAudit } from './find-audit.ts'
import { handOver } from './owed-jobs.ts'
import { claimsOf } from './print-claims.ts'
import { findPrintItem } from './print-items.ts'

/**
 * A person says on which platform a bare `@name` on print is; it then is a find like the others.
 * @throws EenlijnError `not-found`, `invalid-input` when the name cannot be one of that platform, or is a person's.
 */
export async function placePrinted(
  deps: Deps,
  input: { readonly auditId: string; readonly itemId: string; readonly handle: string; readonly platform: PlatformId },
): Promise<void> {
  const address = accountFromHandle(input.platform, input.handle)
  const { kind, handle, url, key, owner } = address
  if (kind !== 'account' || handle === null || url === null || key === null || owner === 'person') throw cannotBe(input)
  const now = deps.now().toISOString()
  const auditId = deps.store.transact((tx) => {
    const audit = findAudit(tx, input.auditId)
    const item = findPrintItem(tx, audit.id, input.itemId)
    const reading = item.reading ?? emptyReading
    const bare = reading.accounts.find((account) => account.platform === null && account.handle === input.handle)
    if (!bare) throw noSuchName()
    const placed = { ...bare, platform: input.platform, handle, url, key }
    const isKnown = reading.accounts.some((account) => account.key === key)
    const others: PrintItemReading['accounts'] = reading.accounts.flatMap((account) =>
      account === bare ? (isKnown ? [] : [placed]) : [account],
    )
    tx.update(printItems)
      .set({ reading: { ...reading, accounts: others } })
      .where(eq(printItems.id, item.id))
      .run()
    if (isKnown) return audit.id
    const route = item.route as PrintRoute
    const claims = claimsOf({ ...reading, accounts: [placed] }, { name: item.name, route, seenAt: now })
    countRoute(tx, audit.id, route, { found: claims.length, read: 0, unseen: 0 }, now)
    addClaims(tx, audit, claims, now)
    return audit.id
  })
  deps.bell.ring(auditId)
  await handOver(deps, auditId)
}

const cannotBe = ({ handle, platform }: { handle: string; platform: PlatformId }) => {
  const { name } = platformById(platform)
  return new EenlijnError(
    'invalid-input',
    {
      nl: `‘${handle.slice(0, 80)}’ kan geen account van een organisatie op ${name} zijn. Kies een ander platform.`,
      en: `‘${handle.slice(0, 80)}’ cannot be an organisation’s account on ${name}. Choose another platform.`,
    },
    { field: 'platform' },
  )
}

const noSuchName = () =>
  new EenlijnError('not-found', {
    nl: 'Deze naam staat niet (meer) op dit drukwerk.',
    en: 'This name is not on this print (any more).',
  })
