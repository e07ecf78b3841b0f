import { accountFromHandle, classifyUrl } from '../../src/platforms/classify.ts'
import { platformOfName } from '../../src/platforms/index.ts'
import { all, names, percent, read, sameHandle, show } from './url-cases-shared.ts'

interface TruthAccount {
  readonly platform: string
  readonly url: string | null
  readonly handle?: string | null
  readonly raw?: readonly string[]
}
interface TruthPage {
  readonly accounts: readonly TruthAccount[]
  readonly secondary?: readonly TruthAccount[]
  readonly people?: readonly (TruthAccount | { readonly profiles: readonly TruthAccount[] })[]
  readonly decoys?: readonly (string | { readonly url: string })[]
}

/** Prints how many links of real pages give the account that their truth names. */
export function truth(): void {
  for (const folder of ['pages', 'sites']) {
    const counts = { urls: 0, same: 0, handles: 0, sameHandle: 0 }
    const misses: string[] = []
    for (const page of read<TruthPage[]>(`${folder}/truth.json`)) {
      const people = (page.people ?? []).flatMap((person) => ('profiles' in person ? person.profiles : [person]))
      for (const entry of [...page.accounts, ...(page.secondary ?? []), ...people]) measureTruth(entry, counts, misses)
    }
    console.log(
      `\n${folder}: ${counts.urls} addresses, same account ${percent(counts.same, counts.urls)}; handles as written ${percent(counts.sameHandle, counts.handles)}`,
    )
    for (const miss of misses) console.log(`  MISS ${miss}`)
  }
}

function measureTruth(
  entry: TruthAccount,
  counts: { urls: number; same: number; handles: number; sameHandle: number },
  misses: string[],
): void {
  const wanted = entry.url === null ? null : classifyUrl(entry.url)
  for (const raw of entry.raw?.length ? entry.raw : [entry.url ?? '']) {
    const got = classifyUrl(raw)
    counts.urls++
    if (got.key !== null && got.key === wanted?.key && got.platform === entry.platform) counts.same++
    else misses.push(`${raw} → ${show(got)}; truth ${entry.platform} ${entry.handle}`)
    if (typeof entry.handle !== 'string') continue
    counts.handles++
    if (got.handle?.toLowerCase() === entry.handle.normalize('NFC').toLowerCase()) counts.sameHandle++
    else if (got.key === wanted?.key) misses.push(`handle: ${raw} → ${show(got)}; truth ${entry.handle}`)
  }
}

interface Registered {
  readonly accounts: readonly { readonly platform: string; readonly handle: string; readonly url: string | null }[]
}

/** Prints how many registered handles survive the way to an address and back. */
export function registers(): void {
  for (const file of ['brands-wikidata-nsi-nl-be', 'civic-brigades', 'people-us-congress']) {
    const counts = { accounts: 0, roundTrip: 0, fromUrl: 0 }
    const misses: string[] = []
    for (const { platform: name, handle, url } of read<Registered[]>(`registries/${file}.json`).flatMap((entry) => entry.accounts)) {
      const id = platformOfName(name)
      if (id === null) continue
      counts.accounts++
      const made = accountFromHandle(id, handle)
      if (made.url !== null && classifyUrl(made.url).key === made.key) counts.roundTrip++
      else misses.push(`${name} ${handle} → ${show(made)}`)
      const read = classifyUrl(url ?? made.url ?? '')
      if (names(read) && sameHandle(read, handle)) counts.fromUrl++
      else misses.push(`${url} → ${show(read)}`)
    }
    console.log(
      `\n${file}: ${counts.accounts} handles; handle → address → handle ${percent(counts.roundTrip, counts.accounts)}; register's address → handle ${percent(counts.fromUrl, counts.accounts)}`,
    )
    for (const miss of misses.slice(0, 20)) console.log(`  MISS ${miss}`)
  }
}

/** Prints how many links to others look like an account: the page has to tell those apart. */
export function decoys(): void {
  let count = 0
  const accounts: string[] = []
  for (const decoy of read<TruthPage[]>('pages/truth.json').flatMap((page) => page.decoys ?? [])) {
    const url = typeof decoy === 'string' ? decoy : decoy.url
    const address = classifyUrl(url)
    count++
    if (names(address)) accounts.push(url)
  }
  console.log(`\ndecoys: ${count}; ${accounts.length} have the form of an account and need the page to tell whose`)
  if (all) for (const url of accounts) console.log(`  ${url} → ${show(classifyUrl(url))}`)
}

/** Prints addresses a second. */
export function speed(): void {
  const platformUrls = read<TruthPage[]>('pages/truth.json').flatMap((page) => page.accounts.flatMap((entry) => entry.raw ?? []))
  const others = platformUrls.map((_, index) => `https://www.acme-${index}.example/nieuws/${index}/een-heel-gewoon-bericht?id=${index}`)
  for (const [label, urls] of [
    ['platform', platformUrls],
    ['other', others],
    ['relative', others.map((url) => url.slice(url.indexOf('/', 10)))],
  ] as const) {
    for (let warm = 0; warm < 20; warm++) for (const url of urls) classifyUrl(url)
    const rounds = 100
    const start = process.hrtime.bigint()
    for (let round = 0; round < rounds; round++) for (const url of urls) classifyUrl(url)
    const seconds = Number(process.hrtime.bigint() - start) / 1e9
    const each = (seconds / (rounds * urls.length)) * 1e6
    console.log(
      `${label} addresses: ${Math.round((rounds * urls.length) / seconds).toLocaleString('en')} a second, ${each.toFixed(2)} µs each`,
    )
  }
}
