import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { createArchiveFetcher, openArchive } from '../../src/capture/archive.ts'
import { discoverWebsite } from '../../src/discovery/website/crawl.ts'
import { readPageWithLinks } from '../../src/discovery/website/read-page.ts'
import type { Candidate, RouteId } from '../../src/model/candidate.ts'
import type { Claim } from '../../src/model/jobs.ts'
import type { PageReading } from '../../src/model/mention.ts'
import type { Organisation } from '../../src/model/organisation.ts'
import { accountFromHandle, classifyUrl } from '../../src/platforms/classify.ts'
import { siteBelongsTo } from '../../src/verification/site-belongs-to.ts'
import { verify } from '../../src/verification/verify.ts'
import { keyOf, neutralKeys, type PageTruth, reliability, type Stated } from './score.ts'

interface SiteTruth {
  readonly id: string
  readonly org: string
  readonly aliases: readonly string[]
  readonly home: string
  readonly archive: string
  readonly accounts: readonly { readonly url: string }[]
  readonly units: readonly { readonly url: string }[]
}

/** An organisation with its own pages and what is known of it. */
interface Subject {
  readonly id: string
  readonly organisation: Organisation
  readonly pages: readonly PageReading[]
  readonly truth: ReadonlySet<string>
  readonly neutral: ReadonlySet<string>
  /** Addresses of its own accounts. */
  readonly urls: readonly string[]
}

const real = join(new URL('../..', import.meta.url).pathname, '../shared/real')
const verbose = process.argv.includes('--errors')

function organisationOf(name: string, aliases: readonly string[], website: string | null): Organisation {
  return { name, aliases: [...aliases], website, country: null, wikidataId: null }
}

function readPages(): Subject[] {
  const truth = JSON.parse(readFileSync(join(real, 'pages/truth.json'), 'utf8')) as (PageTruth & { org: string })[]
  return truth.map((page) => {
    const html = gunzipSync(readFileSync(join(real, 'pages', page.file))).toString('utf8')
    const url = page.url || (page.domain ? `https://${page.domain}/` : 'https://unknown.invalid/')
    const { reading } = readPageWithLinks(html, { url, fetchedAt: '', record: null })
    return {
      id: page.id,
      organisation: organisationOf(page.org, [], page.domain ? `https://${page.domain}/` : page.url),
      pages: [reading],
      truth: new Set(page.accounts.map((account) => keyOf(account.url))),
      neutral: new Set(neutralKeys(page)),
      urls: page.accounts.map((account) => account.url),
    }
  })
}

async function readSites(): Promise<Subject[]> {
  const truth = JSON.parse(readFileSync(join(real, 'sites/truth.json'), 'utf8')) as SiteTruth[]
  const subjects: Subject[] = []
  for (const site of truth) {
    const organisation = organisationOf(site.org, site.aliases, site.home)
    const fetcher = createArchiveFetcher(await openArchive(join(real, 'sites', site.archive)))
    const { pages } = await discoverWebsite({ organisation, fetcher })
    const truthKeys = new Set(site.accounts.map(({ url }) => keyOf(url)))
    const neutral = new Set(site.units.map(({ url }) => keyOf(url)))
    subjects.push({ id: site.id, organisation, pages, truth: truthKeys, neutral, urls: site.accounts.map(({ url }) => url) })
  }
  return subjects
}

function claimOf(url: string, route: RouteId): Claim[] {
  const { kind, platform, handle, url: canonical, key, closed, doubt, owner } = classifyUrl(url, { fediverse: true })
  if (kind !== 'account' || owner === 'person' || !platform || !handle || !canonical || !key) return []
  const via = {
    route,
    page: null,
    pageTitle: '',
    source: 'link',
    zone: 'unknown',
    label: '',
    quote: url,
    seenAt: '',
    record: null,
  } as const
  return [{ platform, handle, url: canonical, key, closed, doubt, via }]
}

const routes: readonly RouteId[] = ['search-engine', 'platform-search', 'press']
const othersMixedIn = 5

/** Accounts of five other organisations, spread over the list so that the same ones do not always meet. */
function strangers(subjects: readonly Subject[], at: number): Claim[] {
  const all = Array.from({ length: othersMixedIn }, (_, n) => subjects[(at + 7 + n * 29) % subjects.length]?.urls ?? [])
  return all.flat().flatMap((url, n) => claimOf(url, routes[n % routes.length] ?? 'press'))
}

/** Names that fans, haters and namesakes take. */
function lookAlikes({ organisation: { website } }: Subject): Claim[] {
  const label = (website === null ? '' : new URL(website).hostname.replace(/^www\./, '').split('.')[0]) ?? ''
  return ['fans', 'memes', 'camping'].flatMap((word, n) => {
    const handle = n === 1 ? `${word}_${label}` : `${label}_${word}`
    const address = accountFromHandle('instagram', handle.slice(0, 30).replace(/[^\w.]/g, ''))
    return address?.url ? claimOf(address.url, 'platform-search') : []
  })
}

interface Judged extends Stated {
  readonly candidate: Candidate
  readonly subject: Subject
  readonly sort: 'named by the site' | 'of another organisation' | 'look-alike'
}

function judge(subject: Subject, at: number, all: readonly Subject[]): Judged[] {
  const alike = lookAlikes(subject)
  const aliked = new Set(alike.map(({ key }) => key))
  const { candidates } = verify({ ...subject, claims: [...strangers(all, at), ...alike], snapshots: new Map() })
  return candidates
    .filter(({ key, signals }) => !subject.neutral.has(key) && !signals.some(({ id }) => id === 'group-address'))
    .map((candidate) => ({
      candidate,
      subject,
      confidence: candidate.confidence,
      ours: subject.truth.has(candidate.key),
      sort: candidate.foundVia.some(({ route }) => route === 'website')
        ? 'named by the site'
        : aliked.has(candidate.key)
          ? 'look-alike'
          : 'of another organisation',
    }))
}

function say(title: string, judged: readonly Judged[], wanted: number): void {
  const claimed = judged.filter(({ candidate }) => candidate.verdict === 'ours')
  const right = claimed.filter(({ ours }) => ours).length
  const { rows, ece } = reliability(judged)
  console.log(
    `${title}: ${judged.length} candidates; ours: precision ${share(right, claimed.length)}  recall ${share(right, wanted)}  ECE ${ece.toFixed(3)}`,
  )
  for (const { from, n, stated, right: correct } of rows)
    if (n > 0) console.log(`  ${from.toFixed(1)}+  n ${String(n).padStart(5)}  stated ${stated.toFixed(3)}  right ${correct.toFixed(3)}`)
}

const share = (part: number, of: number): string => (of === 0 ? '—' : (part / of).toFixed(3))

/** The name of one organisation with the site of another: how often it is said, and how many accounts are still claimed. */
function swapped(subjects: readonly Subject[]): void {
  const said = { no: 0, doubtful: 0, yes: 0 }
  let claimed = 0
  let pairs = 0
  for (const [at, site] of subjects.entries())
    for (let step = 1; step <= 20; step++) {
      const other = subjects[(at + step * 7) % subjects.length] as Subject
      if (other.id === site.id) continue
      const organisation = organisationOf(other.organisation.name, other.organisation.aliases, site.organisation.website)
      pairs++
      said[siteBelongsTo(organisation, site.pages).verdict]++
      const ours = verify({ organisation, pages: site.pages, claims: [], snapshots: new Map() }).candidates.filter(
        ({ verdict }) => verdict === 'ours',
      )
      claimed += ours.length
      if (verbose && ours.length > 0) console.log(`  ${organisation.name} with ${organisation.website}: ${ours.length} claimed`)
    }
  console.log(
    `name of A with the site of B, ${pairs} pairs: said no ${said.no}, doubtful ${said.doubtful}, unsaid ${said.yes}; ${claimed} claimed as ours`,
  )
}

/** A name of pronounceable nonsense, the same in every run. */
function nonsenseName(n: number): string {
  const [onsets, vowels, ends] = ['bl kw zr fn gv dw sj tl vr xp'.split(' '), 'a e i o u oe'.split(' '), 'x zk mf bt lq rw nv'.split(' ')]
  let state = (n + 1) * 2_654_435_761
  const pick = (list: readonly string[]): string => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return list[state % list.length] ?? ''
  }
  const word = (): string => `${pick(onsets)}${pick(vowels)}${pick(onsets)}${pick(vowels)}${pick(ends)}`
  return `${word()} ${word()}`
}

const nonsenseNames = 1_000

function nonsense(subjects: readonly Subject[]): void {
  let claimed = 0
  let unsaid = 0
  for (let n = 0; n < nonsenseNames; n++) {
    const site = subjects[n % subjects.length] as Subject
    const organisation = organisationOf(nonsenseName(n), [], site.organisation.website)
    const { candidates, siteBelongs } = verify({ organisation, pages: site.pages, claims: strangers(subjects, n), snapshots: new Map() })
    if (siteBelongs === 'yes') unsaid++
    claimed += candidates.filter(({ verdict }) => verdict === 'ours').length
  }
  console.log(
    `${nonsenseNames} nonsense names, each with a real site and strangers' accounts: ${claimed} claimed as ours; site taken for theirs ${unsaid} times`,
  )
}

async function main(): Promise<void> {
  if (!existsSync(join(real, 'pages/truth.json'))) {
    console.log('bench whose: skipped, ../shared/real is not here')
    return
  }
  const subjects = [...readPages(), ...(await readSites())]
  const wanted = (some: readonly Subject[]): number => some.reduce((sum, { truth }) => sum + truth.size, 0)
  const judged = subjects.flatMap((subject, at) => judge(subject, at, subjects))
  say('all', judged, wanted(subjects))
  for (const half of [0, 1]) {
    const part = subjects.filter((_, at) => at % 2 === half)
    say(
      half === 0 ? 'even half' : 'odd half',
      judged.filter(({ subject }) => part.includes(subject)),
      wanted(part),
    )
  }
  for (const sort of ['named by the site', 'of another organisation', 'look-alike'] as const)
    say(
      sort,
      judged.filter((one) => one.sort === sort),
      wanted(subjects),
    )
  const belongs = subjects.map(({ organisation, pages }) => siteBelongsTo(organisation, pages).verdict)
  console.log(
    `own name with own site: yes ${belongs.filter((one) => one === 'yes').length}, doubtful ${belongs.filter((one) => one === 'doubtful').length}, no ${belongs.filter((one) => one === 'no').length}`,
  )
  if (verbose)
    for (const { candidate, ours, subject } of judged)
      if ((candidate.verdict === 'ours') !== ours)
        console.log(
          subject.id,
          subject.organisation.name,
          candidate.key,
          candidate.confidence.toFixed(2),
          candidate.signals.map(({ id }) => id).join(' '),
        )
  swapped(subjects)
  nonsense(subjects)
}

await main()
