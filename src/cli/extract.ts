import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { z } from 'zod'
import { readPage } from '../discovery/website/read-page.ts'
import type { Candidate } from '../model/candidate.ts'
import { EenlijnError } from '../model/errors.ts'
import { judgeSite } from '../verification/judge-site.ts'

const manifestSchema = z.array(
  z.object({
    id: z.string(),
    /** Relative to the manifest; plain HTML or gzip, UTF-8. */
    file: z.string(),
    url: z.string().nullish(),
    domain: z.string().nullish(),
  }),
)
type Entry = z.infer<typeof manifestSchema>[number]

/** An account as `extract` reports it. */
interface Extracted {
  readonly platform: string
  readonly url: string
  readonly handle: string
  /** 0 to 1. */
  readonly confidence: number
  /** The sources that named it. */
  readonly via: readonly string[]
}

function readManifest(path: string): Entry[] {
  try {
    return manifestSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch (cause) {
    throw new EenlijnError(
      'invalid-input',
      {
        nl: `De lijst ${path} is niet te lezen: geef een JSON-lijst met id, file, url en domain.`,
        en: `The manifest ${path} cannot be read: give a JSON array with id, file, url and domain.`,
      },
      { field: 'manifest', cause },
    )
  }
}

/** The page's text, or why it cannot be read: one bad file must not end the whole list. */
function readPageFile(path: string): { html: string } | { error: string } {
  try {
    const bytes = readFileSync(path)
    return { html: (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('utf8') }
  } catch (cause) {
    return { error: `this page cannot be read: ${cause instanceof Error ? cause.message : String(cause)}` }
  }
}

function extracted(candidate: Candidate): Extracted {
  return {
    platform: candidate.platform,
    url: candidate.url,
    handle: candidate.handle,
    confidence: Math.round(candidate.confidence * 1000) / 1000,
    via: [...new Set(candidate.foundVia.map(({ source }) => source))],
  }
}

/** A group on a platform is a place to meet, not an account. */
const isGroup = ({ signals }: Candidate): boolean => signals.some(({ id }) => id === 'group-address')

/** Reads and judges one page, its organisation known by its domain alone. */
export function extractPage(html: string, page: { readonly url: string | null; readonly domain: string | null }) {
  const url = page.url || (page.domain ? `https://${page.domain}/` : 'https://unknown.invalid/')
  const reading = readPage(html, { url, fetchedAt: '', record: null })
  const website = page.domain ? `https://${page.domain}/` : (page.url ?? null)
  const { candidates } = judgeSite({ pages: [reading], organisation: { name: '', aliases: [], website, country: null, wikidataId: null } })
  const ours = candidates.filter((candidate) => (candidate.verdict === 'ours' || candidate.verdict === 'likely') && !isGroup(candidate))
  const people = candidates.filter(({ kind }) => kind === 'person')
  const rest = candidates.filter((candidate) => !ours.includes(candidate) && !people.includes(candidate))
  return {
    accounts: ours.map(extracted),
    people: people.map(extracted),
    mentions: rest.map((candidate) => ({
      ...extracted(candidate),
      kind: candidate.kind,
      why: candidate.signals.map(({ text }) => text.en),
    })),
  }
}

/**
 * Reads every page of a manifest and writes one line of JSON per page, then one summary.
 * A page that cannot be read gets a line with an `error`. Throws `EenlijnError` `invalid-input` for such a manifest.
 */
export function extractPages(manifestPath: string, sink: { write(line: string): void; writeSummary(line: string): void }): void {
  const entries = readManifest(manifestPath)
  const folder = dirname(manifestPath)
  const start = performance.now()
  for (const entry of entries) {
    const file = readPageFile(join(folder, entry.file))
    const read =
      'error' in file
        ? { accounts: [], people: [], mentions: [], ...file }
        : extractPage(file.html, { url: entry.url ?? null, domain: entry.domain ?? null })
    sink.write(`${JSON.stringify({ id: entry.id, ...read })}\n`)
  }
  const seconds = (performance.now() - start) / 1000
  sink.writeSummary(
    `${JSON.stringify({ pages: entries.length, seconds: Math.round(seconds * 1000) / 1000, pagesPerSecond: Math.round((entries.length / seconds) * 10) / 10 })}\n`,
  )
}
