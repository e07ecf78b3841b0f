import { describe, expect, it } from 'vitest'
import { extractPage } from '../../src/cli/extract.ts'
import { classifyUrl } from '../../src/platforms/classify.ts'
import { others } from './page-traits/others.ts'
import { sorts } from './page-traits/sorts.ts'
import { systems } from './page-traits/systems.ts'
import { widgets } from './page-traits/widgets.ts'

const keysOf = (accounts: readonly { readonly url: string }[]): (string | null)[] =>
  accounts.map(({ url }) => classifyUrl(url, { fediverse: true }).key).toSorted()

describe('what pages of many sorts name', () => {
  it.each([...systems, ...sorts, ...widgets, ...others])('$trait', ({ url, html, ours, people = [] }) => {
    const found = extractPage(html, { url, domain: new URL(url).hostname.replace(/^www\./, '') })
    expect(keysOf(found.accounts)).toEqual([...ours].toSorted())
    expect(keysOf(found.people)).toEqual(expect.arrayContaining([...people]))
  })
})
