import type { Hint } from '../../model/mention.ts'
import { accountFromHandle, classifyUrl } from '../../platforms/classify.ts'
import type { Collector } from './collector.ts'
import type { Element } from './open-elements.ts'
import type { Attributes } from './tokens.ts'

/** A data attribute longer than this is an application's whole state. */
const longest = 200_000
const xName = /^@?\w{1,15}$/

/** Reads what widgets and scripts keep in `data-` attributes and `onclick`. */
export function readOtherAttributes(others: Attributes['others'], element: Element, collector: Collector): void {
  for (const [name, value] of others) {
    switch (name) {
      case 'data-screen-name':
      case 'data-via':
      case 'data-twitter-via':
        if (xName.test(value))
          collector.add(accountFromHandle('x', value), value, name === 'data-screen-name' ? 'data-attribute' : 'share-via', element)
        break
      case 'data-channelid':
      case 'data-channel':
        if (/^UC[\w-]{22}$/.test(value))
          collector.add(classifyUrl(`https://www.youtube.com/channel/${value}`), value, 'data-attribute', element)
        break
      case 'data-href':
      case 'data-url':
      case 'data-link':
      case 'data-profile':
        collector.addUrl(value, 'data-attribute', element)
        break
      default:
        if (value.length > 12 && value.length < longest && value.includes('/')) collector.addLoose(value, 'data-attribute', element)
    }
  }
}

/** Page plugins in frames: the page that `page.php?href=` names, the channel of a subscribe button. */
export function readFrame(named: Attributes['named'], element: Element, collector: Collector): void {
  const source = named.src
  if (source === undefined || source === '') return
  const hints: Hint[] = /page\.php|like_?box|follow|subscribe_/i.test(source) ? ['declared', 'follow'] : []
  collector.addUrl(source, 'plugin-frame', element, { hints })
}

/** `itemprop="sameAs"` of microdata; on a link, the link itself is read. */
export function readMicrodata(tag: string, named: Attributes['named'], element: Element, collector: Collector): void {
  if (named.itemprop === 'sameAs' && tag !== 'a')
    collector.addUrl(named.href ?? named.content ?? '', 'microdata', element, { entity: 'organisation' })
}
