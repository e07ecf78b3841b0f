import { load } from 'cheerio'
import { describe, expect, test } from 'vitest'
import { type DemoMoment, demoMoments, pagesAt } from '../../src/demo/moments.ts'
import { bodyOf } from '../../src/demo/pack.ts'
import { isOwn, origin } from './files.ts'

const moment = (id: DemoMoment['id']) => demoMoments.find((one) => one.id === id) as DemoMoment

async function answer(id: DemoMoment['id'], url: string): Promise<string | null> {
  const page = pagesAt(moment(id)).find((one) => one.url === url)
  return page ? new TextDecoder().decode(await bodyOf(page)) : null
}

describe.each(demoMoments)('the web of $id', (at) => {
  test('has an answer for every link and picture of every page of the site', async () => {
    const pages = pagesAt(at)
    const answered = new Set(pages.map(({ url }) => url))
    for (const page of pages.filter(({ url, file }) => isOwn(url) && file?.endsWith('.html'))) {
      const $ = load(new TextDecoder().decode(await bodyOf(page)))
      const leads = $('[href], [src]')
        .toArray()
        .map((element) => $(element).attr('href') ?? $(element).attr('src') ?? '')
        .filter((href) => !/^(?:mailto|tel):|^#/.test(href))
        .map((href) => new URL(href, page.url).href.split('#')[0] as string)
      expect(leads.filter((url) => isOwn(url) && !answered.has(url))).toEqual([])
    }
  })

  test('says nothing of what happened later', async () => {
    const months = 'januari februari maart april mei juni juli augustus september oktober november december'.split(' ')
    for (const page of pagesAt(at).filter(({ url, file }) => isOwn(url) && file?.endsWith('.html'))) {
      const text = new TextDecoder().decode(await bodyOf(page))
      const days = [...text.matchAll(/<p class="meta">(?:<time[^>]*>)?(\d{1,2}) ([a-z]+) (\d{4})/g)]
      const dates = days.map(([, day, month, year]) => Date.UTC(Number(year), months.indexOf(month as string), Number(day)))
      expect(
        dates.filter((date) => date > Date.parse(at.at)),
        page.url,
      ).toEqual([])
    }
  })

  test('every change of text changes something', async () => {
    const found = new Map<string, boolean>()
    for (const page of pagesAt(at))
      for (const edit of page.edits ?? []) {
        const { edits: _, ...bare } = page
        const text = new TextDecoder().decode(await bodyOf(bare))
        const key = String(edit[0])
        found.set(key, (found.get(key) ?? false) || (typeof edit[0] === 'string' ? text.includes(edit[0]) : text.search(edit[0]) >= 0))
      }
    expect([...found].filter(([, isThere]) => !isThere).map(([edit]) => edit)).toEqual([])
  })
})

describe('over the year', () => {
  const across = (read: (id: DemoMoment['id']) => Promise<unknown>) => Promise.all(demoMoments.map(({ id }) => read(id)))

  test('the account on X takes another name and stays the same account', async () => {
    const old = await answer('2025-12', 'https://x.com/ZG_Wilgenwaard')
    const now = await answer('2026-03', 'https://x.com/wilgenwaard')
    expect(old).toContain('"additionalName": "ZG_Wilgenwaard"')
    for (const page of [old, now]) expect(page).toContain('"identifier": "990000000000000001"')
    expect(await answer('2025-12', 'https://x.com/wilgenwaard')).toContain('This account doesn’t exist')
    expect(await answer('2026-03', 'https://x.com/ZG_Wilgenwaard')).toContain('This account doesn’t exist')
  })

  test('the site gains TikTok, Threads and Bluesky, and leaves the old name of X in its head', async () => {
    const links = await across(async (id) => (await answer(id, `${origin}/links/`))?.match(/tiktok|threads|bsky/g)?.length ?? 0)
    expect(links).toEqual([0, 3, 3, 3])
    expect(await across(async (id) => (await answer(id, `${origin}/`))?.includes('content="@ZG_Wilgenwaard"'))).toEqual(Array(4).fill(true))
  })

  test('accounts vanish, change their name and picture, and one appears that looks like ours', async () => {
    const api = 'https://public.api.bsky.app/xrpc/app.bsky.actor.getProfile?actor='
    const nameOn = async (id: DemoMoment['id'], actor: string) =>
      (JSON.parse((await answer(id, `${api}${actor}`)) ?? '{}') as { displayName?: string }).displayName ?? null
    expect(await across((id) => nameOn(id, 'hetbaken.bsky.social'))).toEqual(['Het Baken', 'Het Baken', null, null])
    expect(await across((id) => nameOn(id, 'wilgenwaard.example'))).toEqual([
      'Wilgenwaard',
      'Wilgenwaard',
      'Zorggroep Wilgenwaard',
      'Zorggroep Wilgenwaard',
    ])
    expect(await across((id) => nameOn(id, 'wilgenwaard-winactie.bsky.social'))).toEqual([null, null, null, 'Zorggroep Wilgenwaard'])
    const suspended = await across(async (id) => (await answer(id, 'https://x.com/dijkhof_elzer'))?.includes('Account suspended'))
    expect(suspended).toEqual([false, false, true, true])
    const banner = await across(async (id) => (await answer(id, 'https://www.youtube.com/@zorggroepwilgenwaard'))?.includes('2009banner'))
    expect(banner).toEqual([true, true, true, false])
  })

  test('what could be seen changes too: Instagram once, Threads twice', async () => {
    const instagram = await across(async (id) =>
      (await answer(id, 'https://www.instagram.com/zorggroepwilgenwaard'))?.includes('1.204 volgers'),
    )
    expect(instagram).toEqual([false, true, false, false])
    const threads = await across(async (id) => (await answer(id, 'https://www.threads.com/@zorggroepwilgenwaard')) !== null)
    expect(threads).toEqual([false, true, true, false])
  })
})
