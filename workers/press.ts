import { readPressPage, titleOfArticle } from '../src/discovery/press.ts'
import { readPage } from '../src/discovery/website/read-page.ts'
import { pressJob } from '../src/model/jobs.ts'
import { defineJob } from './job.ts'

/** More than this many accounts make a list, not an article; the first ones are kept. */
const mostClaims = 60

/** Reads one article and says which accounts it names. */
export const press = defineJob(pressJob, async (deps, { url, archive, earlier }, job) => {
  const visiting = await deps.visit({ archive, earlier, signal: job.signal })
  const fetched = await visiting.fetcher.get(url, { accept: 'html', render: true, signal: job.signal })
  if (fetched.kind !== 'page') return { read: false, claims: [], people: 0, log: await visiting.keepLog() }
  const page = { url: fetched.url, fetchedAt: fetched.at, record: fetched.record }
  const reading = readPage(fetched.text, page)
  const { claims, people } = readPressPage(reading, fetched.text, {
    page: fetched.url,
    title: titleOfArticle(reading.title, fetched.text),
    seenAt: fetched.at,
    record: fetched.record,
  })
  return { read: true, claims: claims.slice(0, mostClaims), people, log: await visiting.keepLog() }
})
