import { expect, it } from 'vitest'
import { askAddresses } from '../../src/print/ask-addresses.ts'
import type { PrintSource } from '../../src/print/types.ts'
import { type Answered, fetcherOf } from '../support/fetcher.ts'

const place = (url: string, from: PrintSource = 'code') => ({ url, from, crop: { page: 1, x: 0, y: 0, w: 10, h: 10 } })
const website = 'https://www.delinde.example/'

async function ask(answers: Readonly<Record<string, Answered>>, ...places: ReturnType<typeof place>[]) {
  const fetcher = fetcherOf(answers)
  const found = await askAddresses(places, { fetcher, website })
  return { found, asked: fetcher.asked.map(({ url }) => url) }
}

it('follows a short link in a code to the account that it leads to', async () => {
  const answers = { 'https://bit.ly/linde': { html: '', redirectedTo: 'https://www.instagram.com/delinde/' } }
  const { found } = await ask(answers, place('https://bit.ly/linde'))
  expect(found).toMatchObject([
    { state: 'answers', leadsTo: 'https://www.instagram.com/delinde/', account: 'https://www.instagram.com/delinde/' },
  ])
})

it('says nothing of a person’s profile behind a short link', async () => {
  const answers = { 'https://bit.ly/jan': { html: '', redirectedTo: 'https://www.linkedin.com/in/jan-de-wit/' } }
  const { found } = await ask(answers, place('https://bit.ly/jan'))
  expect(found).toMatchObject([{ state: 'answers', leadsTo: null, account: null }])
})

it.each([
  ['a page that is there', '<p>Open dag</p>', 'answers'],
  ['a page that is gone', { html: '', status: 404 }, 'dead'],
  ['a wall', { blocked: 'forbidden' }, 'unseen'],
  ['a name that nobody knows', { failed: 'dns' }, 'unseen'],
  ['no network', { failed: 'offline' }, 'unseen'],
] as const)('tells %s from the others', async (_what, answer, state) => {
  const { found } = await ask({ 'https://actie.example/open': answer }, place('https://actie.example/open'))
  expect(found).toMatchObject([{ state, account: null }])
  expect(found[0]?.why === null).toBe(state === 'answers')
})

it('asks nothing of strangers whose address was only read as letters, nor of platforms', async () => {
  const { found, asked } = await ask(
    {},
    place('https://www.delinde.example/opendag', 'text'),
    place('https://www.buurman.example/', 'text'),
    place('https://www.facebook.com/delinde', 'text'),
    place('https://www.facebook.com/events/12345'),
    place('mailto:info@delinde.example', 'text'),
  )
  expect(asked).toEqual(['https://www.delinde.example/opendag'])
  expect(found.map(({ url, state }) => [url, state])).toEqual([
    ['https://www.delinde.example/opendag', 'unseen'],
    ['https://www.buurman.example/', 'not-asked'],
    ['https://www.facebook.com/events/12345', 'not-asked'],
  ])
})

it('asks twelve addresses of one sheet and lists the rest', async () => {
  const many = Array.from({ length: 20 }, (_, at) => place(`https://actie${at}.example/`))
  const { found, asked } = await ask({}, ...many)
  expect([found.length, asked.length]).toEqual([20, 12])
})
