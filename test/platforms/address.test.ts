import { describe, expect, it } from 'vitest'
import { mightBePlatformUrl } from '../../src/platforms/classify.ts'
import { read } from './read.ts'

const acme = 'account facebook acme'

describe('what a page writes instead of an address', () => {
  it.each([
    '//www.facebook.com/acme',
    'www.facebook.com/acme',
    'facebook.com/acme',
    'HTTPS://WWW.FACEBOOK.COM/acme',
    'http:/www.facebook.com/acme',
    'http//www.facebook.com/acme',
    'https:www.facebook.com/acme',
    'https;//www.facebook.com/acme',
    'htps://www.facebook.com/acme',
    'hhttps://www.facebook.com/acme',
    'http://http://www.facebook.com/acme',
    'https:////www.facebook.com/acme',
    'https:\\\\www.facebook.com\\acme',
    'https%3A%2F%2Fwww.facebook.com%2Facme',
    'https&#58;&#x2F;&#47;www.facebook.com&sol;acme',
    'https:\\u002F\\u002Fwww.facebook.com\\u002Facme',
    'https://user:secret@www.facebook.com/acme',
    'https://www.facebook.com./acme',
    'wwww.facebook.com/acme',
    'https://www.m.facebook.com/acme',
    'https://www.facebook.com/acme%20',
    'https://www.facebook.com/%20acme',
    'https://www.facebook.com/acme\u200b',
    'https://www.facebook.com/acme"',
    'https://www.facebook.com/acme,',
    'https://www.facebook.com/acme&ref=ts',
    'https://www.facebook.com/acme%3Ffref=ts',
    'https://ｗｗｗ.facebook.com/acme',
  ])('%s is understood', (raw) => {
    expect(read(raw)).toBe(acme)
  })

  it.each([
    '',
    ' ',
    '#',
    '/acme',
    '../acme',
    'acme',
    '?acme',
    'javascript:open("https://www.facebook.com/acme")',
    'mailto:acme@facebook.com',
    'acme@facebook.com',
    'tel:+31612345678',
    'data:text/html,https://www.facebook.com/acme',
    '://www.facebook.com/acme',
    'xhttps://www.facebook.com/acme',
    '_https://www.facebook.com/acme',
    'https://',
    'https:///',
    'https://%',
    'https://[::1]/acme',
    'https://www.facebook.com:acme:acme@evil.example/acme',
  ])('"%s" is no address of a platform', (raw) => {
    expect(read(raw)).toBe('none')
  })

  it('reads a relative address against a page of the platform', () => {
    expect(read('/acme/status/1', { base: 'https://x.com/other' })).toBe('content x acme')
    expect(read('/acme/status/1', { base: 'https://www.acme.example/' })).toBe('none')
    expect(read('acme', { base: 'no address' })).toBe('none')
  })

  it('leaves out the punctuation behind an address in a sentence, and only there', () => {
    expect(read('https://x.com/acme).', { fromText: true })).toBe('account x acme')
    expect(read('https://www.xing.com/pages/acme-e.v.')).toBe('account xing pages/acme-e.v.')
  })
})

describe('a host', () => {
  it.each([
    'https://evilfacebook.com/acme',
    'https://facebook.com.evil.example/acme',
    'https://facebookXcom/acme',
    'https://facebook.com@evil.example/acme',
    'https://facebook.example/acme',
    'https://static.ads-twitter.com/uwt.js',
    'https://static.bam-x.com/tags',
    'https://ax.com/acme',
    'https://x.com.example/acme',
    'https://com/acme',
  ])('%s is compared by label', (raw) => {
    expect(read(raw)).toBe('none')
    expect(mightBePlatformUrl(raw)).toBe(false)
  })

  it('keeps the platform’s own sub-domains apart from the profiles', () => {
    expect(read('https://developers.facebook.com/acme')).toBe('platform-page facebook')
    expect(read('https://help.x.com/acme')).toBe('platform-page x')
    expect(read('https://business.instagram.com/acme')).toBe('platform-page instagram')
    expect(read('https://www.google.com/maps/place/acme')).toBe('none')
  })
})

describe('an address inside another one', () => {
  it.each([
    'https://facebook.com/https://www.facebook.com/acme',
    'https://www.facebook.com/www.facebook.com/acme',
    'https://facebook.com/facebook.com/acme/',
    'https://www.facebook.com/http%3A%2F%2Fwww.facebook.com%2Facme',
    'https://www.facebook.com/https:/www.facebook.com/acme',
    'https://l.facebook.com/l.php?u=https%3A%2F%2Fwww.facebook.com%2Facme',
    'https://www.google.com/url?sa=t&url=https%3A%2F%2Fwww.facebook.com%2Facme&usg=x',
    'https://www.google.nl/url?q=https://www.facebook.com/acme',
    'https://www.youtube.com/redirect?event=x&q=https%3A%2F%2Fwww.facebook.com%2Facme',
    'https://www.linkedin.com/redir/redirect?url=https%3A%2F%2Fwww.facebook.com%2Facme',
    'https://out.reddit.com/t3_x?url=https%3A%2F%2Fwww.facebook.com%2Facme',
    'https://nam02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.facebook.com%2Facme&data=x',
    'https://urldefense.proofpoint.com/v2/url?u=https-3A__www.facebook.com_acme&d=x',
    'https://urldefense.com/v3/__https://www.facebook.com/acme__;!!x',
    'https://www.facebook.comhttps://www.facebook.com/acme',
    'https://www.facebook.com/pg/https://www.facebook.com/acme',
    'https://href.li/?https://www.facebook.com/acme',
    'https://web.archive.org/web/20200101000000/https://www.facebook.com/acme',
    '/web/20200101000000im_/https://www.facebook.com/acme',
    'https://www.facebook.com/login/?next=https%3A%2F%2Fwww.facebook.com%2Facme%2F',
    'https://www.facebook.com/login.php?next=%2Facme%2F',
    'https://www.facebook.com/plugins/page.php?href=https%3A%2F%2Fwww.facebook.com%2Facme&tabs=timeline',
  ])('%s is read', (raw) => {
    expect(read(raw)).toBe(acme)
  })

  it('is followed three deep and no further', () => {
    const wrap = (url: string): string => `https://l.facebook.com/l.php?u=${encodeURIComponent(url)}`
    const three = wrap(wrap(wrap('https://www.facebook.com/acme')))
    expect(read(three)).toBe(acme)
    expect(read(wrap(three))).not.toBe(acme)
  })

  it('says what stays when nothing of a platform is inside', () => {
    expect(read('https://l.facebook.com/l.php?u=https%3A%2F%2Fwww.acme.example')).toBe('none')
    expect(read('https://www.facebook.com/plugins/like.php?href=https%3A%2F%2Fwww.acme.example')).toBe('platform-page facebook')
    expect(read('https://www.instagram.com/accounts/login/?next=%2F')).toBe('platform-page instagram')
  })

  it('is nobody’s when two addresses stand side by side', () => {
    expect(read('https://x.com/acme https://x.com/other')).toBe('platform-page x')
  })

  it('does not take a name with a dot for a host', () => {
    expect(read('https://www.instagram.com/vk.com/reels/')).toBe('account instagram vk.com')
    expect(read('https://www.linkedin.com/company/bit.ly/about')).toBe('account linkedin company/bit.ly')
    expect(read('https://www.instagram.com/about.me/')).toBe('account instagram about.me')
    expect(read('https://www.facebook.com/acme.com')).toBe('account facebook acme.com')
  })
})

describe('an address that opens an app', () => {
  it.each([
    ['fb://page/123456789', 'account facebook 123456789'],
    ['twitter://user?screen_name=acme', 'account x acme'],
    ['instagram://user?username=acme', 'account instagram acme'],
    ['tg://resolve?domain=acmeco', 'account telegram acmeco'],
    ['whatsapp://send?text=hallo', 'share whatsapp'],
    ['whatsapp://send?phone=31612345678', 'account whatsapp 31612345678'],
    ['acct:acme@mastodon.social', 'account mastodon @acme@mastodon.social'],
  ])('%s is %s', (raw, reads) => {
    expect(read(raw)).toBe(reads)
  })
})
