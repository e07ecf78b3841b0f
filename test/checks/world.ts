import type { CheckedAccount, CheckedPerson, CheckInput } from '../../src/checks/check.ts'
import { runChecks } from '../../src/checks/run.ts'
import type { Finding } from '../../src/model/finding.ts'
import { type HouseStyle, noHouseStyle } from '../../src/model/house-style.ts'
import type { PictureGroup, PicturesReading } from '../../src/model/pictures.ts'
import type { PlatformId } from '../../src/model/platform.ts'
import { seen, unseen } from '../../src/model/seen.ts'

/** Small worlds of the fictional organisation De Linde, written down whole. */

/** A digest that can be read: `picture('house')`. */
export const picture = (name: string): string => Buffer.from(name).toString('hex').padEnd(64, '0')

export const organisation = {
  name: 'Zorggroep De Linde',
  aliases: ['De Linde'],
  website: 'https://www.delinde.example/',
  country: 'nl',
  wikidataId: null,
}

/** An account that is all in line, but for what is said otherwise. */
export function account(platform: PlatformId, handle = 'delinde', over: Partial<CheckedAccount> = {}): CheckedAccount {
  return {
    key: `${platform}:${handle}`,
    platform,
    handle,
    url: `https://example.org/${handle}`,
    kind: 'central',
    closed: false,
    state: 'captured',
    unit: null,
    displayName: seen('De Linde', 'og:title'),
    description: seen('Zorggroep De Linde, zorg dichtbij.', 'og:description'),
    website: seen('https://www.delinde.example/contact', 'website'),
    linksBack: unseen('not-offered'),
    avatar: seen(picture('logo'), 'og:image'),
    banner: seen(picture('house'), 'img'),
    verified: unseen('not-offered'),
    language: unseen('not-offered'),
    activity: 'active',
    ...over,
  }
}

/** An account of which nothing could be seen. */
export const walled = (platform: PlatformId, handle = 'delinde'): CheckedAccount => {
  const hidden = unseen('walled')
  return account(platform, handle, {
    state: 'walled',
    displayName: hidden,
    description: hidden,
    website: hidden,
    linksBack: hidden,
    avatar: hidden,
    banner: hidden,
  })
}

export const group = (reference: string | null, ...members: string[]): PictureGroup => ({
  members: members.map(picture),
  reference: reference === null ? null : picture(reference),
})

interface Compared {
  readonly banners?: readonly PictureGroup[]
  readonly avatars?: readonly PictureGroup[]
  readonly portraits?: readonly PictureGroup[]
  readonly unsure?: readonly string[]
  readonly over?: Partial<PicturesReading>
}

/** A comparison as the worker hands it in; pictures that nobody names are all alike. */
export function reading({ banners, avatars, portraits, unsure = [], over = {} }: Compared = {}): PicturesReading {
  const set = (groups: readonly PictureGroup[]) => ({ groups: [...groups], unsure: unsure.map(picture), pairs: [] })
  return {
    methods: '1',
    banners: set(banners ?? [group(null, 'house')]),
    avatars: set(avatars ?? [group(null, 'logo')]),
    logos: [],
    portraits: { groups: [...(portraits ?? [])], pairs: [], faces: [] },
    palettes: [],
    legibility: [],
    unreadable: [],
    ...over,
  }
}

export const style = (over: Partial<HouseStyle> = {}): HouseStyle => ({ ...noHouseStyle, ...over })

export const person = (id: string, portrait: string, over: Partial<CheckedPerson['profiles'][number]> = {}): CheckedPerson => ({
  id,
  profiles: [{ key: `linkedin:in/${id}`, platform: 'linkedin', portrait: seen(picture(portrait), 'og:image'), nameStep: 'same', ...over }],
})

export const input = (accounts: readonly CheckedAccount[], over: Partial<CheckInput> = {}): CheckInput => ({
  organisation,
  accounts,
  people: [],
  houseStyle: noHouseStyle,
  pictures: reading(),
  explanations: [],
  ...over,
})

/** The findings of one check, by account key. */
export function judged(check: string, world: CheckInput): Record<string, Finding> {
  const own = runChecks(world).filter((finding) => finding.check === check)
  return Object.fromEntries(own.map((finding) => [finding.subject ?? 'organisation', finding]))
}

const outcomeOf = (finding: Finding | undefined) => (finding?.outcome.kind === 'scored' ? finding.outcome.value : finding?.outcome.kind)

export const outcomes = (check: string, world: CheckInput) =>
  Object.fromEntries(Object.entries(judged(check, world)).map(([subject, finding]) => [subject, outcomeOf(finding)]))
