import { describe, expect, it } from 'vitest'
import { classifyUrl } from '../../src/platforms/classify.ts'
import { channelId, read } from './read.ts'

describe('X', () => {
  it.each([
    ['https://twitter.com/acme', 'account x acme'],
    ['https://mobile.twitter.com/@acme', 'account x acme'],
    ['https://twitter.com/%40acme', 'account x acme'],
    ['https://twitter.com/#!/acme', 'account x acme'],
    ['https://twitter.com/#%21/acme', 'account x acme'],
    ['https://twitter.com/intel', 'account x intel'],
    ['https://twitter.com/homestead', 'account x homestead'],
    ['https://twitter.com/intent/user?screen_name=@acme', 'account x acme'],
    ['https://twitter.com/intent/user?user_id=12', 'account x i/user/12'],
    ['https://fxtwitter.com/acme', 'account x acme'],
    ['https://twitter.com/intent/tweet?text=a&via=acme', 'share x'],
    ['https://twitter.com/share?url=https://www.acme.example', 'share x'],
    ['https://twitter.com/home?status=hallo', 'share x'],
    ['https://twitter.com/hashtag/acme', 'platform-page x'],
    ['https://twitter.com/search?q=acme', 'platform-page x'],
    ['https://twitter.com/widgets.js', 'platform-page x'],
    ['https://platform.twitter.com/widgets.js', 'platform-page x'],
    ['https://twitter.com/statuses/12', 'content x'],
    ['https://twitter.com/i/web/status/12', 'content x'],
    ['https://pic.twitter.com/AbCdEf', 'content x'],
    ['https://twitter.com/a_name_longer_than_fifteen', 'platform-page x'],
    ['https://twitter.com/Noor Bakker', 'platform-page x'],
    ['https://t.co/AbCdEf', 'unresolved'],
  ])('%s is %s', (raw, reads) => {
    expect(read(raw)).toBe(reads)
  })

  it('asks a person about a name that is a route as well', () => {
    expect(classifyUrl('https://x.com/business').doubt).toBe('soft-reserved')
    expect(classifyUrl('https://x.com/intent/user?screen_name=business').doubt).toBeNull()
    expect(classifyUrl('https://x.com/businessinsider').doubt).toBeNull()
  })
})

describe('LinkedIn', () => {
  it.each([
    ['https://nl.linkedin.com/company/acme/jobs?trk=x', 'account linkedin company/acme'],
    ['https://www.linkedin.com/company-beta/808', 'account linkedin company/808'],
    ['https://www.linkedin.com/mwlite/company/acme', 'account linkedin company/acme'],
    ['https://www.linkedin.com/company/acme-b.v.', 'account linkedin company/acme-b.v.'],
    ['https://www.linkedin.com/company/bakker-&-zoon?trk=x', 'account linkedin company/bakker-&-zoon'],
    ['https://www.linkedin.com/company/b%C3%A4cker-gmbh/about/', 'account linkedin company/bäcker-gmbh'],
    ['https://www.linkedin.com/company/b%E4cker-gmbh', 'account linkedin company/bäcker-gmbh'],
    ['https://www.linkedin.com/company/b%25C3%25A4cker-gmbh', 'account linkedin company/bäcker-gmbh'],
    ['https://www.linkedin.com/edu/school?id=20165', 'account linkedin school/20165'],
    ['https://www.linkedin.com/edu/acme-college-18357', 'account linkedin school/acme-college-18357'],
    ['https://www.linkedin.com/in/noor-bakker/nl', 'account linkedin in/noor-bakker'],
    ['https://www.linkedin.com/groups?home=&gid=123456', 'community linkedin groups/123456'],
    ['https://www.linkedin.com/authwall?sessionRedirect=https%3A%2F%2Fwww.linkedin.com%2Fin%2Fnoor', 'account linkedin in/noor'],
    ['https://www.linkedin.com/shareArticle?mini=true&url=x', 'share linkedin'],
    ['https://www.linkedin.com/sharing/share-offsite/?url=x', 'share linkedin'],
    ['https://www.linkedin.com/pulse/hallo-noor-bakker', 'content linkedin'],
    ['https://www.linkedin.com/company/setup/new', 'platform-page linkedin'],
    ['https://www.linkedin.com/company/', 'platform-page linkedin'],
    ['https://www.linkedin.com/company/{{slug}}', 'platform-page linkedin'],
    ['https://www.linkedin.com/company/..', 'platform-page linkedin'],
    ['https://www.linkedin.com/pub/dir/Noor/Bakker', 'platform-page linkedin'],
    ['https://platform.linkedin.com/in.js', 'platform-page linkedin'],
    ['https://lnkd.in/abc', 'unresolved'],
  ])('%s is %s', (raw, reads) => {
    expect(read(raw)).toBe(reads)
  })

  it('keeps companies, schools and people apart, and says whose form it is', () => {
    const [company, school, person] = ['company', 'school', 'in'].map((folder) => classifyUrl(`https://www.linkedin.com/${folder}/acme`))
    expect(new Set([company?.key, school?.key, person?.key]).size).toBe(3)
    expect([company?.owner, school?.owner, person?.owner]).toEqual(['organisation', 'organisation', 'person'])
  })
})

describe('YouTube', () => {
  it.each([
    [`https://www.youtube.com/subscribe_embed?channelid=${channelId}&layout=full`, `account youtube channel/${channelId}`],
    ['https://m.youtube.com/@acme/featured', 'account youtube @acme'],
    ['https://www.youtube.com/@B%C3%A4cker', 'account youtube @Bäcker'],
    ['https://www.youtube.com/c/@acme', 'account youtube @acme'],
    ['https://www.youtube.com/c/B%C3%A4cker', 'account youtube c/Bäcker'],
    ['https://www.youtube.com/user/acme#p/u/1/abc', 'account youtube user/acme'],
    ['https://www.youtube.com/cnnacme', 'account youtube cnnacme'],
    [`https://www.youtube.com/feeds/videos.xml?channel_id=${channelId}`, `account youtube channel/${channelId}`],
    ['https://www.youtube.com/subscription_center?add_user=acme', 'account youtube user/acme'],
    [`https://www.youtube.com/embed/live_stream?channel=${channelId}`, `content youtube channel/${channelId}`],
    ['https://www.youtube.com/embed?listType=user_uploads&list=acme', 'content youtube user/acme'],
    ['https://www.youtube.com/embed?listType=playlist&list=PLacme', 'content youtube'],
    ['https://www.youtube.com/watch?v=abc', 'content youtube'],
    ['https://www.youtube-nocookie.com/embed/abc', 'content youtube'],
    ['https://www.youtube.com/iframe_api', 'platform-page youtube'],
    ['https://www.youtube.com/results?search_query=acme', 'platform-page youtube'],
    ['https://www.youtube.com/t/terms', 'platform-page youtube'],
    ['https://www.youtube.com/', 'platform-page youtube'],
  ])('%s is %s', (raw, reads) => {
    expect(read(raw)).toBe(reads)
  })

  it('takes the old ways of writing a channel for the same one only once resolved', () => {
    for (const path of ['user/acme', 'c/acme', 'acme']) expect(classifyUrl(`https://www.youtube.com/${path}`).doubt).toBe('needs-resolving')
    expect(classifyUrl('https://www.youtube.com/@acme').doubt).toBeNull()
    expect(classifyUrl(`https://www.youtube.com/channel/${channelId}`).doubt).toBeNull()
  })

  it('minds the case of a channel’s id and of nothing else', () => {
    expect(classifyUrl(`https://www.youtube.com/channel/${channelId.replace('abc', 'ABC')}`).key).not.toBe(`youtube:channel/${channelId}`)
    expect(classifyUrl('https://www.youtube.com/@AcMe').key).toBe('youtube:@acme')
  })
})

describe('Facebook', () => {
  it.each([
    ['https://nl-nl.facebook.com/acme/photos/?tab=album', 'account facebook acme'],
    ['https://m.facebook.com/acme', 'account facebook acme'],
    ['https://fb.com/acme', 'account facebook acme'],
    ['https://m.me/acme', 'account facebook acme'],
    ['https://fb.me/acme', 'account facebook acme'],
    ['https://www.facebook.com/pg/acme/about/', 'account facebook acme'],
    ['https://www.facebook.com/NPO', 'account facebook NPO'],
    ['https://www.facebook.com/Some_Page', 'account facebook Some_Page'],
    ['https://www.facebook.com/business.acme', 'account facebook business.acme'],
    ['https://www.facebook.com/pagesacme', 'account facebook pagesacme'],
    ['https://www.facebook.com/home.php?#!/acme', 'account facebook acme'],
    ['https://www.facebook.com/home.php#!/pages/Acme/123456789', 'account facebook 123456789'],
    ['https://www.facebook.com/acme#!/other', 'account facebook other'],
    ['https://www.facebook.com/acme#!', 'account facebook acme'],
    ['https://www.facebook.com/profile.php?ref=x&id=123456', 'account facebook 123456'],
    ['https://www.facebook.com/people/Noor-Bakker/100012345678901/', 'account facebook 100012345678901'],
    ['https://www.facebook.com/p/Acme-100012345678901/', 'account facebook 100012345678901'],
    ['https://www.facebook.com/pages/Utrecht/Acme/123456789', 'account facebook 123456789'],
    ['https://www.facebook.com/pages/category/Bakery/Acme-B%C3%A4cker-123456789012/', 'account facebook 123456789012'],
    ['https://www.facebook.com/pages/category/Bakery/acme/', 'account facebook acme'],
    ['https://www.facebook.com/acme-2020', 'account facebook acme-2020'],
    ['https://www.facebook.com/story.php?story_fbid=1&id=123456', 'content facebook 123456'],
    ['https://www.facebook.com/watch/?v=1', 'content facebook'],
    ['https://www.facebook.com/events/123/', 'content facebook'],
    ['https://www.facebook.com/sharer/sharer.php?u=x', 'share facebook'],
    ['https://www.facebook.com/share.php?u=x', 'share facebook'],
    ['https://www.facebook.com/v3.0/dialog/share?href=x', 'share facebook'],
    ['https://fb.me/e/1aBcDe', 'unresolved facebook'],
    ['https://fb.me/5xYzAbC1d', 'unresolved facebook'],
    ['https://www.facebook.com/privacy/explanation', 'platform-page facebook'],
    ['https://www.facebook.com/hashtag/acme', 'platform-page facebook'],
    ['https://www.facebook.com/tr?id=1', 'platform-page facebook'],
    ['https://www.facebook.com/pages/create', 'platform-page facebook'],
    ['https://www.facebook.com/en_US/sdk.js', 'platform-page facebook'],
    ['https://www.facebook.com/profile.php', 'platform-page facebook'],
  ])('%s is %s', (raw, reads) => {
    expect(read(raw)).toBe(reads)
  })

  it('ignores dots and case in a name, but writes the name as it was', () => {
    const dotted = classifyUrl('https://www.facebook.com/Acme.Bakkers')
    expect(dotted.handle).toBe('Acme.Bakkers')
    expect(dotted.key).toBe(classifyUrl('https://www.facebook.com/acmebakkers').key)
  })
})

describe('Instagram', () => {
  it.each([
    ['https://instagr.am/acme', 'account instagram acme'],
    ['https://www.instagram.com/_u/acme', 'account instagram acme'],
    ['https://www.instagram.com/_acme', 'account instagram _acme'],
    ['https://www.instagram.com/explorer_acme', 'account instagram explorer_acme'],
    ['https://ig.me/m/acme', 'account instagram acme'],
    ['https://www.instagram.com/acme/reels/', 'account instagram acme'],
    ['https://www.instagram.com/stories/acme/1/', 'content instagram acme'],
    ['https://www.instagram.com/p/Cabc/?taken-by=acme', 'content instagram acme'],
    ['https://www.instagram.com/p/Cabc/', 'content instagram'],
    ['https://www.instagram.com/explore/tags/acme/', 'platform-page instagram'],
    ['https://www.instagram.com/en_US/embeds.js', 'platform-page instagram'],
    ['https://www.instagram.com/embed.js', 'platform-page instagram'],
    ['https://www.instagram.com/_u/', 'platform-page instagram'],
  ])('%s is %s', (raw, reads) => {
    expect(read(raw)).toBe(reads)
  })
})

describe("a platform's own legal pages behind a language", () => {
  it.each([
    ['https://x.com/en/privacy', 'platform-page x'],
    ['https://x.com/nl/tos', 'platform-page x'],
    ['https://twitter.com/de/privacy/previous/version_13', 'platform-page x'],
    ['https://twitter.com/zh-cn/rules-and-policies', 'platform-page x'],
    ['https://x.com/nl', 'account x nl'],
    ['https://x.com/de/status/12', 'content x de'],
    ['https://x.com/pt/media', 'account x pt'],
    ['https://www.instagram.com/legal/privacy/', 'platform-page instagram'],
    ['https://www.instagram.com/nl/legal/privacy', 'platform-page instagram'],
    ['https://www.linkedin.com/legal/cookie-policy', 'platform-page linkedin'],
    ['https://www.facebook.com/nl-nl/privacy/policy', 'platform-page facebook'],
    ['https://www.facebook.com/full_data_use_policy', 'platform-page facebook'],
    ['https://www.facebook.com/adpreferences/ad_settings', 'platform-page facebook'],
    ['https://www.tiktok.com/legal/page/eea/privacy-policy/nl', 'platform-page tiktok'],
    ['https://policy.pinterest.com/nl/privacy-policy', 'platform-page pinterest'],
    ['https://www.pinterest.nl/nl/privacy-policy', 'platform-page pinterest'],
    ['https://www.pinterest.com/nl/brood', 'community pinterest nl/brood'],
    ['https://www.youtube.com/intl/nl/about/policies/', 'platform-page youtube'],
    ['https://www.youtube.com/static?template=terms', 'platform-page youtube'],
    ['https://vimeo.com/nl/privacy', 'platform-page vimeo'],
  ])('%s is %s', (raw, reads) => {
    expect(read(raw)).toBe(reads)
  })
})
