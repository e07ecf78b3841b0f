import { readPageWithLinks } from '../discovery/website/read-page.ts'
import type { Candidate, RouteId } from '../model/candidate.ts'
import { EenlijnError } from '../model/errors.ts'
import type { Claim } from '../model/jobs.ts'
import type { PageReading } from '../model/mention.ts'
import type { Organisation } from '../model/organisation.ts'
import { type Address, platformIdSchema } from '../model/platform.ts'
import type { Snapshot } from '../model/snapshot.ts'
import { accountFromHandle, classifyUrl } from '../platforms/classify.ts'
import { readProfile } from '../platforms/profile.ts'
import { withScheme } from '../verification/profile-links.ts'
import { verify } from '../verification/verify.ts'
import { fileBytes } from './file-bytes.ts'
import { exit, type Io, speaker } from './io.ts'
import { readOptions } from './options.ts'
import { answerIn } from './saved-answer.ts'
import { bytesOfFile, pathBeside, readVerifyInput, type VerifyCandidate, type VerifyGroup, type VerifySite } from './verify-input.ts'

/** `verify --candidates FILE`: whose each account is, a line of JSON for each. */
export async function verifyCommand(args: readonly string[], io: Io): Promise<number> {
  const { values } = readOptions(args, { candidates: { type: 'string' } })
  if (values.candidates === undefined) throw usage()
  await verifyFile(values.candidates, (line) => void io.stdout.write(`${JSON.stringify(line)}\n`), speaker(io).locale)
  return exit.done
}

/**
 * A line per candidate, in the order of the list: `{platform, handle, url, verdict, confidence, kind, signals: [{id, weight, text}]}`,
 * with the candidate's or group's `id` and the address as it was given (`input`). What is no account has a `why` and no verdict of ours.
 * An unreadable file of one organisation gives its candidates an `error` and does not stop the others.
 * @throws EenlijnError `invalid-input` when the list itself cannot be read.
 */
export async function verifyFile(list: string, write: (line: object) => void, locale: 'nl' | 'en'): Promise<void> {
  for (const group of readVerifyInput(fileBytes(list, 'candidates').toString('utf8')))
    for (const { site, candidates } of oneSiteEach(group))
      try {
        await verifyGroup(list, site, candidates, write, locale)
      } catch (error) {
        if (!(error instanceof EenlijnError)) throw error
        for (const candidate of candidates ?? [{}])
          write({ ...given(site, candidate), verdict: 'unknown', confidence: 0, error: error.text[locale] })
      }
}

/** Candidates that bring their own organisation or page are judged by that. */
function oneSiteEach({ site, candidates }: VerifyGroup): VerifyGroup[] {
  if (candidates === null) return [{ site, candidates }]
  const isOwn = ({ organisation, org, website, domain, page, pages, archive }: VerifyCandidate): boolean =>
    Boolean(organisation || org || website || domain || page || pages || archive)
  const shared = candidates.filter((candidate) => !isOwn(candidate))
  const own = candidates.filter(isOwn).map((candidate) => ({ site: { ...site, ...withoutNothing(candidate) }, candidates: [candidate] }))
  return [...(shared.length > 0 ? [{ site, candidates: shared }] : []), ...own]
}

const withoutNothing = <T extends object>(some: T): Partial<T> =>
  Object.fromEntries(Object.entries(some).filter(([, value]) => value !== null && value !== undefined)) as Partial<T>

async function verifyGroup(
  list: string,
  site: VerifySite,
  candidates: readonly VerifyCandidate[] | null,
  write: (line: object) => void,
  locale: 'nl' | 'en',
): Promise<void> {
  const organisation = organisationOf(site)
  const pages = await pagesOf(list, site, organisation)
  const asked = (candidates ?? []).map((candidate) => ({ candidate, address: addressOf(candidate) }))
  const snapshots = new Map<string, Snapshot>()
  for (const { candidate, address } of asked)
    if (address?.key && candidate.profile) snapshots.set(address.key, snapshotOf(list, candidate.profile, address))
  const claims = asked.flatMap(({ candidate, address }) => (address ? claimsOf(candidate, address) : []))
  const judged = verify({ organisation, pages, claims, snapshots }).candidates
  if (candidates === null) {
    for (const candidate of judged) write({ ...(site.id === undefined ? {} : { id: site.id }), ...said(candidate, locale) })
    return
  }
  const byKey = new Map(judged.map((candidate) => [candidate.key, candidate]))
  for (const { candidate, address } of asked) {
    const found = address?.key ? byKey.get(address.key) : undefined
    write({ ...given(site, candidate), ...(found ? said(found, locale) : notJudged(address, locale)) })
  }
}

const given = (site: VerifySite, { id, url, handle }: VerifyCandidate) => ({
  ...((id ?? site.id) ? { id: id ?? site.id } : {}),
  input: url ?? handle ?? null,
})

const said = ({ platform, handle, url, verdict, confidence, kind, signals }: Candidate, locale: 'nl' | 'en') => ({
  platform,
  handle,
  url,
  verdict,
  confidence: Math.round(confidence * 10_000) / 10_000,
  kind,
  signals: signals.map(({ id, weight, text }) => ({ id, weight, text: text[locale] })),
})

/** A share link or a page of a platform is nobody's account; a person's profile is never the organisation's. */
function notJudged(address: Address | null, locale: 'nl' | 'en') {
  const isPerson = address?.owner === 'person'
  const why = isPerson
    ? { nl: 'Dit is het profiel van een persoon.', en: 'This is a person’s profile.' }
    : { nl: 'Dit adres is geen account.', en: 'This address is not an account.' }
  const { platform = null, handle = null, url = null } = address ?? {}
  const verdict = address === null ? 'unknown' : 'not-ours'
  return { platform, handle, url, verdict, confidence: 0, kind: isPerson ? 'person' : 'unknown', signals: [], why: why[locale] }
}

function organisationOf(site: VerifySite): Organisation {
  const { organisation: own } = site
  const website = own?.website ?? site.website ?? site.home ?? (own && 'domain' in own ? own.domain : null) ?? site.domain ?? null
  return {
    name: own?.name || site.org || site.name || '',
    aliases: [...(own?.aliases ?? []), ...(site.aliases ?? [])],
    website: website === null || website === '' ? null : withScheme(website),
    country: own?.country ?? site.country ?? null,
    wikidataId: null,
  }
}

async function pagesOf(list: string, { pages, page, archive }: VerifySite, organisation: Organisation): Promise<PageReading[]> {
  const files = [...(pages ?? []), ...(page ? [page] : [])]
  const saved = files.map(({ file, url }) => {
    const html = Buffer.from(bytesOfFile(list, file)).toString('utf8')
    return readPageWithLinks(html, { url: url || (organisation.website ?? 'https://unknown.invalid/'), fetchedAt: '', record: null })
      .reading
  })
  return archive ? [...saved, ...(await pagesInArchive(pathBeside(list, archive), organisation))] : saved
}

async function pagesInArchive(path: string, organisation: Organisation): Promise<readonly PageReading[]> {
  const { createArchiveFetcher, openArchive } = await import('../capture/archive.ts')
  const { discoverWebsite } = await import('../discovery/website/crawl.ts')
  return (await discoverWebsite({ organisation, fetcher: createArchiveFetcher(await openArchive(path)) })).pages
}

function addressOf({ url, platform, handle }: VerifyCandidate): Address | null {
  if (url) return classifyUrl(url, { fediverse: true })
  const known = platformIdSchema.safeParse(platform)
  return known.success && handle ? accountFromHandle(known.data, handle) : null
}

/** Without a word on where it was found an account is taken for the hit of a search, which proves nothing. */
function claimsOf(
  { foundVia, url }: VerifyCandidate,
  { kind, platform, handle, url: canonical, key, closed, doubt, owner }: Address,
): Claim[] {
  if ((kind !== 'account' && kind !== 'community') || owner === 'person' || !platform || !handle || !canonical || !key) return []
  const routes: readonly RouteId[] = foundVia ? [foundVia].flat() : ['search-engine']
  return routes
    .filter((route) => route !== 'website')
    .map((route) => ({
      platform,
      handle,
      url: canonical,
      key,
      closed,
      doubt,
      via: { route, page: null, pageTitle: '', source: 'link', zone: 'unknown', label: '', quote: url ?? '', seenAt: '', record: null },
    }))
}

function snapshotOf(
  list: string,
  { file, url }: { file: string; url?: string | null },
  { key, platform, handle, url: canonical }: Address,
): Snapshot {
  const at = url ?? canonical ?? ''
  const fetched = answerIn(bytesOfFile(list, file), at)
  const {
    pictureUrl: _,
    bannerUrl: __,
    canonical: ___,
    ...reading
  } = readProfile({ platform: platform ?? 'x', handle: handle ?? '', url: at }, fetched)
  return { key: key ?? '', ...reading, takenAt: '', seenBy: 'machine', via: 'saved-page' }
}

const usage = () =>
  new EenlijnError('invalid-input', {
    nl: 'Geef de lijst met kandidaten: eenlijn verify --candidates LIJST.json',
    en: 'Give the list of candidates: eenlijn verify --candidates LIST.json',
  })
