import type { platformIds } from '../../model/platform.ts'
import { platformName } from '../../report/platform-name.ts'

/** Two letters each, as in the table of elements: our own marks, none is a platform's logo. */
const letters: Readonly<Record<(typeof platformIds)[number], string>> = {
  x: 'X',
  linkedin: 'Li',
  youtube: 'Yt',
  facebook: 'Fb',
  instagram: 'Ig',
  tiktok: 'Tt',
  threads: 'Th',
  bluesky: 'Bs',
  mastodon: 'Ma',
  pinterest: 'Pi',
  whatsapp: 'Wa',
  snapchat: 'Sc',
  telegram: 'Tg',
  vimeo: 'Vi',
  flickr: 'Fl',
  github: 'Gh',
  reddit: 'Re',
  discord: 'Di',
  twitch: 'Tw',
  spotify: 'Sp',
  medium: 'Me',
  tumblr: 'Tu',
  xing: 'Xi',
  substack: 'Su',
  googleplus: 'G+',
  hyves: 'Hy',
  vk: 'Vk',
  weibo: 'We',
  soundcloud: 'So',
  slideshare: 'Ss',
  meetup: 'Mu',
  slack: 'Sl',
}

const isKnown = (platform: string): platform is keyof typeof letters => Object.hasOwn(letters, platform)

const lettersOf = (platform: string): string => (isKnown(platform) ? letters[platform] : platform.slice(0, 2))

/** A platform's mark with its name. */
export const Platform = ({ platform }: { platform: string }) => (
  <span class="platform">
    <span class="mark" aria-hidden="true">
      {lettersOf(platform)}
    </span>
    <span>{platformName(platform)}</span>
  </span>
)

/** A mark alone, beside a name that says the same. */
export const Mark = ({ platform }: { platform: string }) => (
  <span class="mark" aria-hidden="true">
    {lettersOf(platform)}
  </span>
)
