import { describe, expect, it } from 'vitest'
import { platformIds } from '../../src/model/platform.ts'
import { accountFromHandle } from '../../src/platforms/classify.ts'
import { linkInBioHosts, platform, platformOfName, platforms } from '../../src/platforms/index.ts'
import { shorteners } from '../../src/platforms/shorteners.ts'
import { channelId } from './read.ts'

describe('a handle', () => {
  it.each([
    ['x', '@acme', 'https://x.com/acme'],
    ['x', 'https://twitter.com/acme', 'https://x.com/acme'],
    ['linkedin', 'company/acme', 'https://www.linkedin.com/company/acme'],
    ['linkedin', 'acme', 'https://www.linkedin.com/company/acme'],
    ['linkedin', 'in/noor', 'https://www.linkedin.com/in/noor'],
    ['youtube', '@acme', 'https://www.youtube.com/@acme'],
    ['youtube', channelId, `https://www.youtube.com/channel/${channelId}`],
    ['youtube', 'user/acme', 'https://www.youtube.com/user/acme'],
    ['facebook', '123456789', 'https://www.facebook.com/123456789'],
    ['facebook', 'groups/acme', 'https://www.facebook.com/groups/acme'],
    ['facebook', 'pages/Acme/123456789', 'https://www.facebook.com/123456789'],
    ['tiktok', '@acme', 'https://www.tiktok.com/@acme'],
    ['threads', 'acme', 'https://www.threads.com/@acme'],
    ['bluesky', '@acme.bsky.social', 'https://bsky.app/profile/acme.bsky.social'],
    ['mastodon', '@noor@Mastodon.Social', 'https://mastodon.social/@noor'],
    ['mastodon', 'noor@mastodon.social', 'https://mastodon.social/@noor'],
    ['whatsapp', '+31 6 12345678', 'https://wa.me/31612345678'],
    ['reddit', 'r/acme', 'https://www.reddit.com/r/acme'],
    ['discord', 'AcMe1', 'https://discord.gg/AcMe1'],
    ['googleplus', '+Acme', 'https://plus.google.com/+Acme'],
  ] as const)('on %s "%s" leads to %s', (id, handle, url) => {
    expect(accountFromHandle(id, handle).url).toBe(url)
    if (!/^(?:https|pages|\+31|noor@)/.test(handle)) expect(platform(id).profileUrl(handle)).toBe(url)
  })

  it.each([
    ['x', 'School de Acme'],
    ['x', 'a_name_longer_than_fifteen'],
    ['x', 'home'],
    ['x', ''],
    ['x', '@'],
    ['x', 'https://www.facebook.com/acme'],
    ['x', 'https://x.com/acme/status/1'],
    ['facebook', 'share.php'],
    ['instagram', 'acme..nl'],
    ['bluesky', 'acme'],
    ['mastodon', '@noor'],
    ['linkedin', 'company/'],
    ['whatsapp', '0612'],
  ] as const)('on %s "%s" breaks the rule', (id, handle) => {
    expect(accountFromHandle(id, handle).kind).toBe('none')
  })

  it('keeps its spelling, while the key does not', () => {
    expect(accountFromHandle('x', 'AcMe')).toMatchObject({ handle: 'AcMe', key: 'x:acme' })
  })
})

describe('the name of a platform', () => {
  it.each([
    ['Twitter', 'x'],
    ['X', 'x'],
    ['Twitter/X', 'x'],
    ['fb', 'facebook'],
    ['Facebook:', 'facebook'],
    ['insta', 'instagram'],
    ['Linked In', 'linkedin'],
    ['YouTube', 'youtube'],
    ['Google+', 'googleplus'],
    ['bsky', 'bluesky'],
  ] as const)('"%s" is %s', (word, id) => {
    expect(platformOfName(word)).toBe(id)
  })

  it.each(['', 'acme', 'meta', 'book', 'x'.repeat(500)])('"%s" is none', (word) => {
    expect(platformOfName(word)).toBeNull()
  })
})

describe('the list of platforms', () => {
  it('has every platform of the vocabulary once, in its order', () => {
    expect(platforms.map(({ id }) => id)).toEqual(platformIds)
  })

  it('calls no two platforms by one word', () => {
    const words = platforms.flatMap(({ words }) => words)
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([])
    for (const { id, words } of platforms) for (const word of words) expect(platformOfName(word), word).toBe(id)
  })

  it('names a form of its own for every Wikidata property', () => {
    for (const { forms, wikidata } of platforms) for (const form of Object.keys(wikidata)) expect(Object.keys(forms)).toContain(form)
  })

  it('keeps shorteners and link pages apart', () => {
    expect([...shorteners].filter((host) => linkInBioHosts.has(host))).toEqual([])
  })
})
