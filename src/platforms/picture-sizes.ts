import type { PlatformId } from '../model/platform.ts'

/** Pixels as the platform names them; for a crop only the proportion matters: it is filled and centred. */
export interface Size {
  readonly width: number
  readonly height: number
}

export type AvatarShape = 'circle' | 'rounded' | 'square'

/** How a profile's head is drawn on one sort of screen. */
export interface ProfileHead {
  /** What shows of the banner. */
  readonly crop: Size
  /** Where the avatar stands; `below` does not touch the banner. */
  readonly avatar: 'left' | 'centre' | 'below'
  /** The avatar's width as a share of the banner's shown width, 0 to 1. */
  readonly avatarWidth: number
}

export interface PictureSizes {
  readonly avatar: Size & { readonly shape: AvatarShape }
  /** `null`: a profile on this platform has no banner. */
  readonly banner: {
    readonly upload: Size
    /** The middle of the upload that every screen shows. */
    readonly safe: Size | null
    readonly desktop: ProfileHead
    readonly phone: ProfileHead
  } | null
  /** The platform says so itself, or its own files do; otherwise by the year's guides, and then about right. */
  readonly certain: boolean
}

const avatar = (width: number, shape: AvatarShape = 'circle') => ({ width, height: width, shape })
const size = (width: number, height: number): Size => ({ width, height })
const head = (crop: Size, place: ProfileHead['avatar'], avatarWidth: number): ProfileHead => ({ crop, avatar: place, avatarWidth })
const onlyAvatar = (width: number, shape: AvatarShape = 'circle', certain = true): PictureSizes => ({
  avatar: avatar(width, shape),
  banner: null,
  certain,
})

/** The same head on every screen; a phone draws the avatar larger beside a narrower banner. */
const alike = (upload: Size, place: ProfileHead['avatar'], safe: Size | null = null) => ({
  upload,
  safe,
  desktop: head(upload, place, 0.2),
  phone: head(upload, place, 0.24),
})

/**
 * Picture sizes and crops per platform, November 2026. Sources: YouTube, "Manage your channel branding" (banner 2560 × 1440,
 * safe area 1546 × 423); Mastodon documentation, user/profile (header 1500 × 500, avatar 400 × 400); Bluesky's
 * `app.bsky.actor.profile` lexicon; LinkedIn's and X's own picture addresses (191_1128; 1500x500, 400x400); the rest and the
 * shown sizes (X 134 of 600, Facebook 176 of 820 and 196 of 640) by the guides of 2026.
 */
const sizes: Partial<Readonly<Record<PlatformId, PictureSizes>>> = {
  x: {
    avatar: avatar(400),
    banner: {
      upload: size(1500, 500),
      safe: size(1500, 380),
      desktop: head(size(1500, 500), 'left', 134 / 600),
      // Phones cut a strip off the top and the bottom.
      phone: head(size(1500, 460), 'left', 0.22),
    },
    certain: true,
  },
  linkedin: {
    avatar: avatar(400, 'rounded'),
    banner: {
      upload: size(1128, 191),
      safe: null,
      desktop: head(size(1128, 191), 'left', 0.14),
      phone: head(size(1128, 191), 'left', 0.22),
    },
    certain: true,
  },
  youtube: {
    avatar: avatar(800),
    banner: {
      upload: size(2560, 1440),
      safe: size(1546, 423),
      desktop: head(size(2560, 423), 'below', 98 / 1060),
      phone: head(size(1546, 423), 'below', 0.2),
    },
    certain: true,
  },
  facebook: {
    avatar: avatar(320),
    banner: {
      upload: size(851, 315),
      safe: size(640, 312),
      desktop: head(size(820, 312), 'left', 176 / 820),
      phone: head(size(640, 360), 'left', 196 / 640),
    },
    certain: false,
  },
  instagram: onlyAvatar(320),
  tiktok: onlyAvatar(200),
  threads: onlyAvatar(320),
  bluesky: { avatar: avatar(400), banner: alike(size(1500, 500), 'left'), certain: true },
  mastodon: { avatar: avatar(400, 'rounded'), banner: alike(size(1500, 500), 'left'), certain: true },
  pinterest: { avatar: avatar(280), banner: alike(size(800, 450), 'centre'), certain: false },
  whatsapp: onlyAvatar(640),
  telegram: onlyAvatar(512),
  snapchat: onlyAvatar(320, 'circle', false),
  vimeo: onlyAvatar(300, 'circle', false),
  flickr: { avatar: avatar(300), banner: alike(size(2048, 492), 'left'), certain: false },
  github: onlyAvatar(500, 'rounded'),
  reddit: { avatar: avatar(256), banner: alike(size(1280, 384), 'left'), certain: false },
  discord: onlyAvatar(512, 'rounded', false),
  twitch: { avatar: avatar(600), banner: alike(size(1200, 480), 'below'), certain: false },
  spotify: onlyAvatar(750, 'square', false),
  medium: onlyAvatar(400, 'circle', false),
  tumblr: { avatar: avatar(512, 'square'), banner: alike(size(3000, 1055), 'centre'), certain: false },
  xing: { avatar: avatar(1024, 'square'), banner: alike(size(984, 333), 'left'), certain: false },
  substack: onlyAvatar(256, 'circle', false),
}

/** Platforms that nobody measured show a round avatar, as nearly all do, and no banner. */
const unknown: PictureSizes = onlyAvatar(400, 'circle', false)

/** What a visitor's screen makes of a profile's pictures on this platform. */
export const pictureSizesOf = (platform: PlatformId): PictureSizes => sizes[platform] ?? unknown

/** A banner can be put up on a profile of this platform. */
export const hasBanner = (platform: PlatformId): boolean => pictureSizesOf(platform).banner !== null
