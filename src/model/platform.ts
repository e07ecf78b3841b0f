import { z } from 'zod'

/** Every platform that the product knows, the five of the worksheet first. */
export const platformIds = [
  'x',
  'linkedin',
  'youtube',
  'facebook',
  'instagram',
  'tiktok',
  'threads',
  'bluesky',
  'mastodon',
  'pinterest',
  'whatsapp',
  'snapchat',
  'telegram',
  'vimeo',
  'flickr',
  'github',
  'reddit',
  'discord',
  'twitch',
  'spotify',
  'medium',
  'tumblr',
  'xing',
  'substack',
  'googleplus',
  'hyves',
  'vk',
  'weibo',
  'soundcloud',
  'slideshare',
  'meetup',
  'slack',
] as const
export type PlatformId = (typeof platformIds)[number]
export const platformIdSchema = z.enum(platformIds)

/** The platforms that the worksheet names (S96 to S100); each audit has a slot for each. */
export const namedPlatforms = ['x', 'linkedin', 'youtube', 'facebook', 'instagram'] as const satisfies readonly PlatformId[]

/** Where a search looks when nobody chose: the named five, then the living platforms on which Dutch organisations are found. */
export const searchedPlatforms: readonly PlatformId[] = platformIds.slice(0, namedPlatforms.length + 9)

/**
 * What an address is.
 * `account`: a profile, page or channel. `content`: a post or video; its author is a weak mention.
 * `community`: a group, invite or board. `share`: a share or compose link. `platform-page`: the platform's own.
 * `unresolved`: a shortener or code that only a request can resolve. `none`: no platform's address.
 */
const addressKinds = ['account', 'content', 'community', 'share', 'platform-page', 'unresolved', 'none'] as const
export type AddressKind = (typeof addressKinds)[number]

/** What the form of the address says about its owner: `/company/` an organisation, `/in/` a person. */
const ownerForms = ['organisation', 'person', 'any'] as const
export type OwnerForm = (typeof ownerForms)[number]

/** An address read by the grammar of its platform. Pure text work: nothing is requested. */
export interface Address {
  readonly kind: AddressKind
  readonly platform: PlatformId | null
  /** As a person would write it: `@whole30` on YouTube, `company/acme` on LinkedIn, `acme` on X. */
  readonly handle: string | null
  /** The canonical address of the account (for `content`: of its author). */
  readonly url: string | null
  /** Identity of the account, equal for every spelling of the same one: `x:acme`. */
  readonly key: string | null
  readonly owner: OwnerForm
  /** `null` when certain; else why a person should look: the word may be a page of the platform, or only a request resolves it. */
  readonly doubt: 'soft-reserved' | 'needs-resolving' | null
  /** The platform no longer exists (Google+, Hyves). Still reported, as closed. */
  readonly closed: boolean
}

export const addressSchema = z.object({
  kind: z.enum(addressKinds),
  platform: platformIdSchema.nullable(),
  handle: z.string().nullable(),
  url: z.string().nullable(),
  key: z.string().nullable(),
  owner: z.enum(ownerForms),
  doubt: z.enum(['soft-reserved', 'needs-resolving']).nullable(),
  closed: z.boolean(),
})
