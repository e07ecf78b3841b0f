import type { Hint, MentionSource } from '../../model/mention.ts'
import type { Address } from '../../model/platform.ts'
import { accountFromHandle, classifyUrl, mightBePlatformUrl } from '../../platforms/classify.ts'
import type { Attributes } from './tokens.ts'

/** What the head gives away goes here. */
export interface HeadSink {
  account(address: Address, raw: string, source: MentionSource, hints: readonly Hint[]): void
  siteName(name: string): void
  author(name: string): void
  readonly base: string
}

const xHandle = /^\s*@?([A-Za-z0-9_]{1,15})\s*$/

function readMeta(property: string, content: string, sink: HeadSink): void {
  switch (property) {
    case 'twitter:site':
    case 'twitter:creator': {
      const source = property === 'twitter:site' ? 'meta-twitter-site' : 'meta-twitter-creator'
      const handle = xHandle.exec(content)?.[1]
      if (handle !== undefined) sink.account(accountFromHandle('x', handle), content, source, [])
      else if (mightBePlatformUrl(content)) sink.account(classifyUrl(content, { base: sink.base }), content, source, [])
      return
    }
    case 'fediverse:creator':
      sink.account(accountFromHandle('mastodon', content), content, 'meta-other', ['byline'])
      return
    case 'article:publisher':
    case 'article:author':
      if (mightBePlatformUrl(content)) {
        sink.account(
          classifyUrl(content, { base: sink.base }),
          content,
          property === 'article:publisher' ? 'article-publisher' : 'article-author',
          [],
        )
      } else if (property === 'article:author' && !content.includes('/')) sink.author(content)
      return
    case 'author':
      if (content.length < 80) sink.author(content)
      return
    case 'og:site_name':
    case 'application-name':
    case 'al:ios:app_name':
      sink.siteName(content)
      return
    case 'og:see_also':
      sink.account(classifyUrl(content, { base: sink.base }), content, 'meta-other', ['declared'])
      return
    default:
      if (
        /^(?:og|al|twitter|fb|msapplication|description|keywords|music|video|profile|viewport)\b/.test(property) ||
        !mightBePlatformUrl(content)
      )
        return
      if (!/\s/.test(content.trim())) sink.account(classifyUrl(content, { base: sink.base }), content, 'meta-other', [])
  }
}

/** Reads one `<meta>` or `<link>`. */
export function readHeadTag(name: string, attributes: Attributes['named'], sink: HeadSink): void {
  if (name === 'meta') {
    const property = (attributes.property ?? attributes.name ?? '').trim().toLowerCase()
    const content = attributes.content?.trim() ?? ''
    if (property !== '' && content !== '') readMeta(property, content, sink)
    return
  }
  const rel = attributes.rel?.toLowerCase() ?? ''
  const href = attributes.href ?? ''
  if (/(?:^|\s)(?:me|publisher)(?:\s|$)/.test(rel))
    sink.account(classifyUrl(href, { base: sink.base, fediverse: true }), href, 'rel-me', ['declared'])
  else if (/(?:^|\s)author(?:\s|$)/.test(rel)) sink.account(classifyUrl(href, { base: sink.base }), href, 'meta-other', ['byline'])
}
