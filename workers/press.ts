import { readArticle } from '../src/discovery/read-article.ts'
import { pressJob } from '../src/model/jobs.ts'
import { defineJob } from './job.ts'

/** Reads one article and says which accounts it names. */
export const press = defineJob(pressJob, async (deps, { url, archive, earlier }, job) => {
  const visiting = await deps.visit({ archive, earlier, signal: job.signal })
  const fetched = await visiting.fetcher.get(url, { accept: 'html', render: true, signal: job.signal })
  if (fetched.kind !== 'page') return { read: false, claims: [], people: 0, log: await visiting.keepLog() }
  const { claims, people } = readArticle(fetched.text, { url: fetched.url, fetchedAt: fetched.at, record: fetched.record })
  return { read: true, claims: [...claims], people, log: await visiting.keepLog() }
})
