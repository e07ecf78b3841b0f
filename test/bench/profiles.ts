/**
 * How many fields of real profile payloads, and which walls and not-found pages, `profile read` reads right, per platform.
 *   node --import tsx test/bench/profiles.ts [folder]
 * A field counts when the label has it; it is right when equal up to spelling of space and address. What is read where the
 * label has nothing is listed apart: the label may have missed it. A wall is right when nothing is taken for a profile and it
 * is not called gone; a not-found page when it is called gone; a post when no profile is seen in it.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { profileIn } from '../../src/cli/profile.ts'
import { unseen } from '../../src/model/seen.ts'

interface Labelled {
  readonly file: string
  readonly platform: string
  readonly url: string | null
  readonly kind: 'profile' | 'loginwall' | 'notfound' | 'post'
  readonly expected: Readonly<Record<string, string | number | boolean | null>> | null
}

const folder = process.argv[2] ?? join(import.meta.dirname, '../../../shared/real/profiles')

/** The label's name of each field, and ours. */
const fields = {
  handle: 'handle',
  displayName: 'displayName',
  bio: 'description',
  website: 'website',
  avatarUrl: 'picture',
  bannerUrl: 'banner',
  verified: 'verified',
  followers: 'followers',
  channelId: 'permanentId',
} as const

type Reading = ReturnType<typeof profileIn>

/** Labels differ in line breaks, entities, schemes and trailing slashes; those do not count. */
const spelled = (value: unknown): string =>
  String(value)
    .replace(/^https?:\/\//, '')
    .replace(/\s+/g, '')
    .replace(/&#038;/g, '&')
    .replace(/\/$/, '')

const fieldOf = (reading: Reading, field: (typeof fields)[keyof typeof fields]) =>
  'displayName' in reading ? reading[field] : unseen('unreadable')

type Judged = { readonly right: true } | { readonly wrong: string } | { readonly beyond: string }

/** Each labelled field: right, wrong with a sentence, or read beyond the label. */
function judgeFields(expected: NonNullable<Labelled['expected']>, reading: Reading): Judged[] {
  return Object.entries(fields).flatMap(([label, field]): Judged[] => {
    if (!(label in expected)) return []
    const wanted = expected[label]
    const read = fieldOf(reading, field)
    if (wanted === null) return read.seen && read.value !== false ? [{ beyond: `${label}: ${String(read.value).slice(0, 70)}` }] : []
    const right = read.seen && spelled(read.value) === spelled(wanted)
    const said = read.seen ? String(read.value).slice(0, 80) : read.why
    return [right ? { right } : { wrong: `${label}: ${said}, not ${String(wanted).slice(0, 80)}` }]
  })
}

function judgeState({ kind }: Labelled, { state, wall }: Reading): string | null {
  const said = `${kind} read as ${state} (${wall})`
  if (kind === 'loginwall') return state === 'walled' ? null : said
  if (kind === 'notfound') return state === 'gone' ? null : said
  return state === 'captured' || state === 'gone' ? said : null
}

function main() {
  if (!existsSync(join(folder, 'expected.json'))) {
    console.log(`profiles: skipped, no material in ${folder}`)
    return
  }
  const all = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Labelled[]
  const tally = new Map<string, { right: number; all: number; beyond: number; payloads: number }>()
  const count = (key: string) => {
    const known = tally.get(key) ?? { right: 0, all: 0, beyond: 0, payloads: 0 }
    tally.set(key, known)
    return known
  }
  const started = performance.now()
  for (const labelled of all) {
    const { file, platform, url, kind, expected } = labelled
    const reading = profileIn(readFileSync(join(folder, file.replace('profiles/', ''))), { platform, url })
    const row = count(`${platform} ${kind === 'profile' ? 'fields' : kind}`)
    row.payloads++
    if (kind !== 'profile') {
      const wrong = judgeState(labelled, reading)
      row.all++
      if (wrong === null) row.right++
      else console.log(`  wrong ${file}: ${wrong}`)
      continue
    }
    for (const one of judgeFields(expected ?? {}, reading)) {
      if ('beyond' in one) {
        row.beyond++
        console.log(`  beyond the label ${file}: ${one.beyond}`)
        continue
      }
      row.all++
      if ('right' in one) row.right++
      else console.log(`  wrong ${file}: ${one.wrong}`)
    }
  }
  for (const [key, { right, all: of, payloads, beyond }] of tally)
    console.log(
      `${key.padEnd(20)} ${`${right} of ${of}`.padEnd(10)} ${payloads} payloads${beyond > 0 ? `, ${beyond} read beyond the label` : ''}`,
    )
  const sum = (kinds: RegExp, pick: (one: { right: number; all: number }) => number) =>
    [...tally].filter(([key]) => kinds.test(key)).reduce((total, [, one]) => total + pick(one), 0)
  const line = (kinds: RegExp) => `${sum(kinds, ({ right }) => right)} of ${sum(kinds, ({ all: of }) => of)}`
  const perPage = (performance.now() - started) / all.length
  console.log(
    `profiles: fields ${line(/fields$/)}; walls and not-found ${line(/(?:loginwall|notfound)$/)}; posts ${line(/post$/)}; ${perPage.toFixed(0)} ms a payload`,
  )
}

main()
