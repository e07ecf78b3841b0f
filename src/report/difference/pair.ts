import type { AccountThen } from './side.ts'

/** One account in two audits; one side is `null` where the audit did not have it. */
export type Pair =
  | { readonly id: string; readonly before: AccountThen; readonly after: AccountThen }
  | { readonly id: string; readonly before: AccountThen; readonly after: null }
  | { readonly id: string; readonly before: null; readonly after: AccountThen }

export const isBoth = (pair: Pair): pair is Extract<Pair, { before: AccountThen; after: AccountThen }> =>
  pair.before !== null && pair.after !== null

const numberOf = ({ platform, snapshot }: AccountThen): string | null =>
  snapshot?.permanentId?.seen ? `${platform} ${snapshot.permanentId.value}` : null

/** By what an account is known again, the surest first: our own id, the platform's number for it, the name that it bears. */
const marks: readonly ((account: AccountThen) => string | null)[] = [({ id }) => id, numberOf, ({ key }) => key]

/** Lays two audits' accounts beside each other. An account that was renamed is one account. */
export function pairAccounts(before: readonly AccountThen[], after: readonly AccountThen[]): Pair[] {
  const twinOf = new Map<AccountThen, AccountThen>()
  const taken = new Set<AccountThen>()
  for (const mark of marks) {
    const known = new Map(before.filter((one) => !taken.has(one)).map((one) => [mark(one), one]))
    for (const one of after) {
      const sign = mark(one)
      const twin = sign === null || twinOf.has(one) ? undefined : known.get(sign)
      if (!twin || taken.has(twin)) continue
      twinOf.set(one, twin)
      taken.add(twin)
    }
  }
  return [
    ...after.map((one): Pair => {
      const twin = twinOf.get(one)
      return twin ? { id: one.id, before: twin, after: one } : { id: one.id, before: null, after: one }
    }),
    ...before.filter((one) => !taken.has(one)).map((one): Pair => ({ id: one.id, before: one, after: null })),
  ]
}

/** The platform's own number changed under one name: somebody else bears it now. */
export const changedHands = ({ before, after }: Pair): boolean => {
  const [was, is] = [before && numberOf(before), after && numberOf(after)]
  return was !== null && is !== null && was !== is
}
