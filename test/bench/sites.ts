import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createArchiveFetcher, openArchive } from '../../src/capture/archive.ts'
import { discoverWebsite } from '../../src/discovery/website/crawl.ts'
import { judgeSite } from '../../src/verification/judge-site.ts'
import { siteBelongsTo } from '../../src/verification/site-belongs-to.ts'
import { compare, identity, keyOf, reliability, type Score, type Stated, totals } from './score.ts'

interface SiteTruth {
  readonly id: string
  readonly org: string
  readonly aliases: readonly string[]
  readonly home: string
  readonly archive: string
  readonly accounts: readonly { readonly url: string }[]
  readonly units: readonly { readonly url: string }[]
  readonly people: readonly { readonly profiles: readonly { readonly url: string }[] }[]
}

const folder = join(new URL('../..', import.meta.url).pathname, '../shared/real/sites')
const truthFile = join(folder, 'truth.json')
const verbose = process.argv.includes('--errors')

async function judged(site: SiteTruth, name: string, aliases: readonly string[]) {
  const organisation = { name, aliases: [...aliases], website: site.home, country: null, wikidataId: null }
  const fetcher = createArchiveFetcher(await openArchive(join(folder, site.archive)))
  const found = await discoverWebsite({ organisation, fetcher })
  return { found, organisation, ...judgeSite({ pages: found.pages, organisation }) }
}

async function main(): Promise<void> {
  if (!existsSync(truthFile)) {
    console.log('bench sites: skipped, ../shared/real/sites is not here')
    return
  }
  const sites = JSON.parse(readFileSync(truthFile, 'utf8')) as SiteTruth[]
  const scores: Score[] = []
  const stated: Stated[] = []
  let nonsense = 0
  console.log('site             state      pages  named  right missed  wrong  people  seconds  belongs')
  for (const site of sites) {
    const start = performance.now()
    const { found, organisation, candidates, people } = await judged(site, site.org, site.aliases)
    const seconds = (performance.now() - start) / 1000
    const truth = new Set(site.accounts.map(({ url }) => keyOf(url)))
    const neutral = new Set(site.units.map(({ url }) => keyOf(url)))
    const claimed = candidates.filter(
      ({ verdict, signals }) => (verdict === 'ours' || verdict === 'likely') && !signals.some(({ id }) => id === 'group-address'),
    )
    const score = compare(
      claimed.map(({ key }) => key),
      truth,
      neutral,
    )
    scores.push(score)
    for (const { key, confidence } of candidates) if (!neutral.has(key)) stated.push({ confidence, ours: truth.has(key) })
    const row = [found.pages.length, candidates.length, score.right.length, score.missed.length, score.wrong.length, people].map((n) =>
      String(n).padStart(6),
    )
    console.log(
      `${site.id.padEnd(16)} ${found.state.padEnd(10)}${row.join(' ')}  ${seconds.toFixed(1).padStart(7)}  ${siteBelongsTo(organisation, found.pages).verdict}`,
    )
    if (verbose) {
      console.log({ missed: score.missed, wrong: score.wrong })
      for (const { key, confidence, verdict, kind, signals } of candidates)
        console.log(' ', confidence.toFixed(3), verdict, kind, identity({ key } as never, ''), signals.map(({ id }) => id).join(' '))
    }
    const other = await judged(site, 'Kwaxelbrint Fizzorama', [])
    nonsense += other.candidates.filter(({ verdict }) => verdict === 'ours' || verdict === 'likely').length
  }
  const { precision, recall, whole } = totals(scores)
  console.log(
    `precision ${precision.toFixed(3)}  recall ${recall.toFixed(3)}  wholly right ${whole} of ${sites.length}; under a nonsense name ${nonsense} accounts claimed`,
  )
  const { rows, ece } = reliability(stated)
  console.log(`confidence, ${stated.length} judged accounts, ECE ${ece.toFixed(3)}`)
  for (const row of rows)
    if (row.n > 0)
      console.log(
        `  ${row.from.toFixed(1)}+  n ${String(row.n).padStart(4)}  stated ${row.stated.toFixed(2)}  right ${row.right.toFixed(2)}`,
      )
}

await main()
