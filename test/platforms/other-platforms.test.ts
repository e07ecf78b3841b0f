import { describe, expect, it } from 'vitest'
import { classifyUrl } from '../../src/platforms/classify.ts'
import { plusId, read, spotifyId } from './read.ts'

describe('the other platforms', () => {
  it.each([
    ['https://www.tiktok.com/embed/@acme', 'account tiktok acme'],
    ['https://www.tiktok.com/trending', 'platform-page tiktok'],
    ['https://www.threads.net/intent/follow?username=acme', 'account threads acme'],
    ['https://web-cdn.bsky.app/profile/acme.bsky.social', 'account bluesky acme.bsky.social'],
    ['https://bsky.app/profile/acme', 'platform-page bluesky'],
    ['https://bsky.app/intent/compose?text=hallo', 'share bluesky'],
    ['https://www.pinterest.co.uk/acme/_saved/', 'account pinterest acme'],
    ['https://www.pinterest.com/pin/create/button/?url=x', 'share pinterest'],
    ['https://assets.pinterest.com/js/pinit.js', 'platform-page pinterest'],
    ['https://pin.it/abc', 'unresolved pinterest'],
    ['https://wa.me/?text=hallo', 'share whatsapp'],
    ['https://api.whatsapp.com/send?phone=%2B31%206%201234%205678&text=x', 'account whatsapp 31612345678'],
    ['https://api.whatsapp.com/send?text=x', 'share whatsapp'],
    ['https://www.snapchat.com/nl-NL/@acmesnap', 'account snapchat acmesnap'],
    ['https://www.snapchat.com/terms', 'platform-page snapchat'],
    ['https://t.me/s/acmeco', 'account telegram acmeco'],
    ['https://acmeco.t.me', 'account telegram acmeco'],
    ['https://web.telegram.org/k/#@acmeco', 'account telegram acmeco'],
    ['https://t.me/share/url?url=x', 'share telegram'],
    ['https://vimeo.com/user123456', 'account vimeo user123456'],
    ['https://vimeo.com/acme/hallo', 'content vimeo acme'],
    ['https://vimeo.com/privacy', 'platform-page vimeo'],
    ['https://www.flickr.com/acme', 'account flickr acme'],
    ['https://www.flickr.com/apps/badge/badge_iframe.gne?x', 'platform-page flickr'],
    ['https://github.com/orgs/acme/repositories', 'account github acme'],
    ['https://acme.github.io/docs/', 'content github acme'],
    ['https://github.com/features/actions', 'platform-page github'],
    ['https://www.reddit.com/r/u_acme/', 'account reddit u/acme'],
    ['https://www.reddit.com/submit?url=x', 'share reddit'],
    ['https://discord.com/invite/AcMe1', 'community discord AcMe1'],
    ['https://discord.com/channels/112233445566778899/1', 'community discord channels/112233445566778899'],
    ['https://player.twitch.tv/?channel=acme', 'content twitch acme'],
    [`https://open.spotify.com/intl-de/artist/${spotifyId}`, `account spotify artist/${spotifyId}`],
    [`https://open.spotify.com/embed/show/${spotifyId}`, `content spotify show/${spotifyId}`],
    [`https://open.spotify.com/playlist/${spotifyId}`, 'content spotify'],
    ['https://acme.medium.com/hallo-1a2b', 'content medium @acme'],
    ['https://www.tumblr.com/blog/view/acme', 'account tumblr acme'],
    ['https://www.tumblr.com/widgets/share/tool?x', 'share tumblr'],
    ['https://www.xing.com/spi/shares/new?url=x', 'share xing'],
    ['https://acme.substack.com/p/hallo', 'content substack acme'],
    [`https://plus.google.com/u/0/b/${plusId}/${plusId}/posts#x`, `account googleplus ${plusId}`],
    [`https://plus.google.com/b/${plusId}/+Acme/posts/AbC`, 'content googleplus +Acme'],
    ['https://www.google.com/+Acme', 'account googleplus +Acme'],
    ['https://plus.google.com/share?url=x', 'share googleplus'],
    ['https://vk.com/wall-123_45', 'content vk club123'],
    ['https://weibo.com/1234567890/AbCdE', 'content weibo u/1234567890'],
    ['https://w.soundcloud.com/player/?url=x', 'content soundcloud'],
    ['https://www.slideshare.net/slideshow/embed_code/1', 'content slideshare'],
    ['https://www.meetup.com/acme-avond/events/1/', 'content meetup acme-avond'],
    ['https://join.slack.com/t/acme/shared_invite/x', 'community slack acme'],
    ['https://www.addtoany.com/share', 'share'],
    ['https://bit.ly/acme', 'unresolved'],
    ['https://linktr.ee/acme', 'none'],
  ])('%s is %s', (raw, reads) => {
    expect(read(raw)).toBe(reads)
  })

  it('reports what was on a closed platform as closed', () => {
    expect(classifyUrl('https://plus.google.com/+Acme').closed).toBe(true)
    expect(classifyUrl('https://acme.hyves.nl').closed).toBe(true)
    expect(classifyUrl('https://x.com/acme').closed).toBe(false)
  })

  it('minds case where the platform does', () => {
    expect(classifyUrl('https://discord.gg/AcMe1').key).not.toBe(classifyUrl('https://discord.gg/acme1').key)
    expect(classifyUrl('https://www.instagram.com/AcMe').key).toBe(classifyUrl('https://www.instagram.com/acme').key)
  })
})

describe('the Fediverse', () => {
  it.each([
    ['https://mastodon.acme.example/@noor', 'account mastodon @noor@mastodon.acme.example'],
    ['https://social.acme.example/users/noor', 'account mastodon @noor@social.acme.example'],
    ['https://todon.nl/web/@noor', 'account mastodon @noor@todon.nl'],
    ['https://mastodon.social/@noor@pixelfed.social', 'account mastodon @noor@pixelfed.social'],
    ['https://mastodon.social/@noor/media', 'account mastodon @noor@mastodon.social'],
    ['https://mastodon.social/about', 'none'],
    ['https://www.acme.example/@noor', 'none'],
    ['https://mastodon.social/@', 'none'],
  ])('%s is %s', (raw, reads) => {
    expect(read(raw)).toBe(reads)
  })

  it('believes a page that says so of an unknown server', () => {
    expect(read('https://www.acme.example/@noor', { fediverse: true })).toBe('account mastodon @noor@www.acme.example')
    expect(read('https://www.acme.example/noor', { fediverse: true })).toBe('none')
  })
})
