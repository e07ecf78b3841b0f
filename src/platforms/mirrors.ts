import type { PlatformId } from '../model/platform.ts'

/** Other people's windows on a platform: the same paths, the same handles. */
export const mirrors: Partial<Readonly<Record<PlatformId, string>>> = {
  x: 'fxtwitter.com vxtwitter.com fixupx.com fixvx.com nitter.net twstalker.com xcancel.com',
  bluesky: 'bsyy.app fxbsky.app bskx.app deer.social blacksky.community skyview.social',
  instagram: 'ddinstagram.com kkinstagram.com',
  tiktok: 'vxtiktok.com tnktok.com',
  reddit: 'teddit.net libreddit.de rxddit.com',
  youtube: 'yewtu.be invidious.io',
}
