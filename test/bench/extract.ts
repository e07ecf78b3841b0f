import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { Parser } from 'htmlparser2'
import { extractPage } from '../../src/cli/extract.ts'
import { readPage } from '../../src/discovery/website/read-page.ts'
import { judgeSite } from '../../src/verification/judge-site.ts'
import { loadPeer } from './peer.ts'
import { compare, keyOf, neutralKeys, type PageTruth, reliability, type Score, type Stated, totals } from './score.ts'

const root = new URL('../..', import.meta.url).pathname
const folder = join(root, '../shared/real/pages')
const truthFile = join(folder, 'truth.json')
const verbose = process.argv.includes('--errors')
const part = process.argv.includes('--odd') ? 1 : process.argv.includes('--even') ? 0 : null

const htmlOf = (page: PageTruth): string => gunzipSync(readFileSync(join(folder, page.file))).toString('utf8')

type Reader = (html: string, page: PageTruth) => unknown

/**
 * Pages a second over all pages, one thread, reading the files included: the best of `rounds`. Processor time is counted,
 * not the clock, so that other work on the machine weighs less.
 */
function speedOf(pages: readonly PageTruth[], rounds: number, read: Reader): number {
  let best = 0
  for (let round = 0; round < rounds; round++) {
    const start = process.cpuUsage()
    for (const page of pages) read(htmlOf(page), page)
    const { user, system } = process.cpuUsage(start)
    best = Math.max(best, pages.length / ((user + system) / 1e6))
  }
  return best
}

function scoreOf(page: PageTruth, claimed: readonly string[]): Score {
  return compare(
    claimed,
    page.accounts.map(({ url }) => keyOf(url)),
    neutralKeys(page),
  )
}

const percent = (share: number): string => share.toFixed(3)

async function main(): Promise<void> {
  if (!existsSync(truthFile)) {
    console.log('bench extract: skipped, ../shared/real/pages is not here')
    return
  }
  const all = JSON.parse(readFileSync(truthFile, 'utf8')) as PageTruth[]
  const pages = part === null ? all : all.filter((_, index) => index % 2 === part)
  const stated: Stated[] = []
  let peopleRight = 0
  let peopleAll = 0
  const scores = pages.map((page) => {
    const { accounts, people } = extractPage(htmlOf(page), page)
    const score = scoreOf(
      page,
      accounts.map(({ url }) => keyOf(url)),
    )
    const truePeople = new Set(page.people.map(({ url }) => keyOf(url)))
    peopleAll += truePeople.size
    peopleRight += new Set(people.map(({ url }) => keyOf(url)).filter((key) => truePeople.has(key))).size
    if (verbose && score.missed.length + score.wrong.length > 0)
      console.log(page.id, page.url ?? page.domain, { missed: score.missed, wrong: score.wrong })
    stated.push(...statedOn(page))
    return score
  })
  const ours = totals(scores)
  console.log(
    `eenlijn  precision ${percent(ours.precision)}  recall ${percent(ours.recall)}  wholly right ${ours.whole} of ${pages.length}  people ${peopleRight} of ${peopleAll}`,
  )
  const { rows, ece } = reliability(stated)
  console.log(`confidence, ${stated.length} judged accounts, ECE ${ece.toFixed(3)}`)
  for (const row of rows)
    if (row.n > 0)
      console.log(
        `  ${row.from.toFixed(1)}+  n ${String(row.n).padStart(4)}  stated ${row.stated.toFixed(2)}  right ${row.right.toFixed(2)}`,
      )
  if (process.argv.includes('--quick')) return
  const speed = speedOf(pages, 8, extractPage)
  const bare = speedOf(pages, 8, (html) => new Parser({}).end(html))
  console.log(`eenlijn  ${speed.toFixed(0)} pages/s; htmlparser2 with no handlers ${bare.toFixed(0)} pages/s`)
  // Loaded last: the rubbish that it leaves in memory would slow whatever is measured after it.
  const peer = await loadPeer(root)
  if (peer === null) {
    console.log('peer: skipped, it could not be installed')
    return
  }
  const theirs = totals(pages.map((page) => scoreOf(page, peer.read(htmlOf(page)).map(peerKey))))
  const peerSpeed = speedOf(pages, 3, (html) => peer.read(html))
  console.log(
    `${peer.name}  precision ${percent(theirs.precision)}  recall ${percent(theirs.recall)}  wholly right ${theirs.whole} of ${pages.length}  ${peerSpeed.toFixed(1)} pages/s`,
  )
  console.log(`${(speed / peerSpeed).toFixed(1)} times as fast as ${peer.name}`)
}

/** The peer leaves out the scheme at times. */
const peerKey = (found: string): string => keyOf(found.includes('://') ? found : `https://${found.replace(/^\/\//, '')}`)

/** Every judged account of a page with its confidence; neutral ones and people's left out. */
function statedOn(page: PageTruth): Stated[] {
  const url = page.url || (page.domain ? `https://${page.domain}/` : 'https://unknown.invalid/')
  const reading = readPage(htmlOf(page), { url, fetchedAt: '', record: null })
  const organisation = { name: '', aliases: [], website: page.domain ? `https://${page.domain}/` : null, country: null, wikidataId: null }
  const truth = new Set(page.accounts.map((account) => keyOf(account.url)))
  const neutral = new Set(neutralKeys(page))
  return judgeSite({ pages: [reading], organisation })
    .candidates.filter((candidate) => !neutral.has(candidate.key))
    .map(({ key, confidence }) => ({ confidence, ours: truth.has(key) }))
}

await main()
