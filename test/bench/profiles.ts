/**
 * How many real profile pages, walls and not-found pages are read right, per platform.
 *   node --import tsx test/bench/profiles.ts [folder]
 * A profile is right when the name, and each further field that the page holds, is the labelled one; a wall when nothing
 * is taken for a profile and it is not called gone; a not-found page when it is called gone; a post when no profile is seen in it.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Fetched } from '../../src/model/fetch.ts'
import { type PlatformId, platformIds } from '../../src/model/platform.ts'
import { classifyUrl } from '../../src/platforms/classify.ts'
import { type ProfileReading, readProfile } from '../../src/platforms/profile.ts'

interface Labelled {
  readonly file: string
  readonly platform: string
  readonly url: string | null
  readonly kind: 'profile' | 'loginwall' | 'notfound' | 'post'
  readonly form: 'raw-html' | 'raw-json' | 'derived-json' | 'har'
  readonly expected: Readonly<Record<string, unknown>> | null
}

interface Har {
  readonly log: { readonly entries: readonly { readonly request: { readonly url: string }; readonly response: HarResponse }[] }
}
interface HarResponse {
  readonly status: number
  readonly content?: { readonly mimeType?: string; readonly text?: string }
}

const folder = process.argv[2] ?? join(import.meta.dirname, '../../../shared/real/profiles')

/** What a fetcher hands over: refusals by status, pages by their text. */
function fetched(url: string, status: number, mediaType: string, text: string): Fetched {
  const asked = { requested: url, url, redirects: [], at: '2026-11-01T00:00:00.000Z', record: null }
  if (status === 403 || status === 999) return { ...asked, kind: 'blocked', reason: 'forbidden', status, retryAfterSeconds: null, text }
  return { ...asked, kind: 'page', status, headers: {}, mediaType, body: new TextEncoder().encode(text), text, rendered: false }
}

function load({ file, form, url }: Labelled, platform: PlatformId): Fetched {
  const text = gunzipSync(readFileSync(join(folder, file.replace('profiles/', '')))).toString('utf8')
  if (form === 'har') {
    const entry = (JSON.parse(text) as Har).log.entries[0]
    if (!entry) throw new Error(`${file} holds no response`)
    const { status, content } = entry.response
    return fetched(entry.request.url, status, content?.mimeType ?? 'text/html', content?.text ?? '')
  }
  return fetched(url ?? `https://${platform}.com/asked`, 200, form === 'raw-json' ? 'application/json' : 'text/html', text)
}

/** Labels differ in line breaks, entities and trailing slashes; those do not count. */
const same = (a: unknown, b: string) =>
  typeof a === 'string' &&
  [a, b]
    .map((text) =>
      text
        .replace(/^https?:\/\//, '')
        .replace(/\s+/g, '')
        .replace(/&#038;/g, '&')
        .replace(/\/$/, ''),
    )
    .every((text, _, all) => text === all[0])

function wrongFields(expected: Readonly<Record<string, unknown>>, reading: ProfileReading): string[] {
  const read = {
    displayName: reading.displayName,
    bio: reading.description,
    website: reading.website,
    avatarUrl:
      reading.pictureUrl === null ? ({ seen: false, why: 'absent' } as const) : { seen: true, value: reading.pictureUrl, from: '' },
  } as const
  return Object.entries(read).flatMap(([field, value]) => {
    const label = expected[field]
    if (typeof label === 'string')
      return value.seen && same(label, value.value)
        ? []
        : [`${field}: ${value.seen ? value.value.slice(0, 80) : value.why}, not ${label.slice(0, 80)}`]
    // `null` says that the page does not hold it: what was read there instead is made up.
    return label === null && value.seen ? [`${field}: ${value.value.slice(0, 80)}, though not there`] : []
  })
}

function judge(labelled: Labelled, reading: ProfileReading): string[] {
  const said = `${reading.state}${reading.wall ? ` (${reading.wall})` : ''}`
  if (labelled.kind === 'profile') {
    if (labelled.expected && typeof labelled.expected.displayName !== 'string') return reading.state === 'gone' ? [said] : []
    return reading.state === 'captured' ? wrongFields(labelled.expected ?? {}, reading) : [said]
  }
  if (labelled.kind === 'loginwall') return reading.state === 'walled' ? [] : [said]
  if (labelled.kind === 'notfound') return reading.state === 'gone' ? [] : [said]
  return reading.state === 'captured' || reading.state === 'gone' ? [`${said}: ${JSON.stringify(reading.displayName)}`] : []
}

function main() {
  if (!existsSync(join(folder, 'expected.json'))) {
    console.log(`profiles: skipped, no material in ${folder}`)
    return
  }
  const all = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Labelled[]
  // What a scraper distilled is no page; platforms that the product does not know cannot be asked for.
  const readable = all.filter(({ form, kind, platform }) => form !== 'derived-json' && (isKnown(platform) || kind === 'loginwall'))
  const tally = new Map<string, { right: number; all: number }>()
  const started = performance.now()
  for (const labelled of readable) {
    const platform = isKnown(labelled.platform) ? labelled.platform : 'youtube'
    const url = labelled.url ?? `https://${platform}.com/asked`
    const handle = classifyUrl(url).handle ?? String(labelled.expected?.handle ?? 'asked')
    const wrong = judge(labelled, readProfile({ platform, handle, url }, load(labelled, platform)))
    const key = `${labelled.platform} ${labelled.kind}`
    const count = tally.get(key) ?? { right: 0, all: 0 }
    tally.set(key, { right: count.right + (wrong.length === 0 ? 1 : 0), all: count.all + 1 })
    for (const line of wrong) console.log(`  wrong ${labelled.file}: ${line}`)
  }
  const counts = [...tally.values()]
  for (const [key, { right, all: of }] of tally) console.log(`${key.padEnd(24)} ${right} of ${of}`)
  const sum = (pick: (one: { right: number; all: number }) => number) => counts.reduce((total, one) => total + pick(one), 0)
  const perPage = (performance.now() - started) / readable.length
  console.log(
    `profiles: ${sum(({ right }) => right)} of ${sum(({ all: of }) => of)} right; ${all.length - readable.length} are no pages; ${perPage.toFixed(0)} ms a page`,
  )
}

const isKnown = (platform: string): platform is PlatformId => (platformIds as readonly string[]).includes(platform)

main()
