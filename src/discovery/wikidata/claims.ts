import type { Claim } from '../../model/jobs.ts'
import type { PlatformId } from '../../model/platform.ts'
import { accountFromHandle } from '../../platforms/classify.ts'
import { platforms } from '../../platforms/index.ts'
import type { Item } from './items.ts'

/** An account that the register names, with the statement that says so. */
export interface RegisterClaim extends Claim {
  /** `P2002`. */
  readonly property: string
  /** The place on the item's page where the statement stands. */
  readonly statementUrl: string
}

interface AccountProperty {
  readonly property: string
  readonly platform: PlatformId
  /** How a value becomes a handle, `{}` standing for it: `company/{}`. */
  readonly handle: string
}

/** The properties that name accounts, out of the platforms' own files; what names a person is left out. */
const accountProperties: readonly AccountProperty[] = platforms.flatMap(({ id, forms, wikidata }) =>
  Object.entries(wikidata).flatMap(([name, property]) => {
    const form = forms[name]
    return form && form.owner !== 'person' ? [{ property, platform: id, handle: form.handle }] : []
  }),
)

/** Registered values carry a prefix now and then: `@acme`, `r/acme`. The platform's own reading takes those away. */
function addressOf({ platform, handle }: AccountProperty, value: string) {
  const written = accountFromHandle(
    platform,
    handle.replace('{}', () => value.trim()),
  )
  return written.kind === 'none' ? accountFromHandle(platform, value) : written
}

/** The accounts that an item of the register names, each once. Groups and boards are none. */
export function claimsOf(item: Item, seenAt: string, record: string | null): RegisterClaim[] {
  const byKey = new Map<string, RegisterClaim>()
  for (const property of accountProperties) {
    for (const value of item.values(property.property)) {
      const { kind, platform, handle, url, key, closed, doubt } = addressOf(property, value)
      if (kind !== 'account' || !platform || !handle || !url || !key || byKey.has(key)) continue
      const statementUrl = `https://www.wikidata.org/wiki/${item.id}#${property.property}`
      byKey.set(key, {
        ...{ platform, handle, url, key, closed, doubt, property: property.property, statementUrl },
        via: {
          route: 'wikidata',
          page: statementUrl,
          pageTitle: `Wikidata: ${item.name}`,
          source: 'declared-file',
          zone: 'unknown',
          label: property.property,
          quote: value.slice(0, 300),
          seenAt,
          record,
        },
      })
    }
  }
  return [...byKey.values()]
}
