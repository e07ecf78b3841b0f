/**
 * How often banners, logos and backdrops are told right, beside what is usually done, on the same pictures.
 *   node --import tsx test/bench/images.ts [folder of the real pictures] [--only banners|logos|portraits] [--each 120] [--no-peers]
 * `--each`: pairs of a kind, or marks; `--each 0` takes all.
 */
import { existsSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Backdrop } from '../../src/images/portraits/backdrop.ts'
import { groupBackdrops } from '../../src/images/portraits/group.ts'
import { openImageReaders } from '../../src/images/readers/open.ts'
import { openPeers } from './images-peers.ts'

const { values, positionals } = parseArgs({
  options: { only: { type: 'string' }, each: { type: 'string', default: '120' }, 'no-peers': { type: 'boolean', default: false } },
  allowPositionals: true,
})
const folder = positionals[0] ?? join(import.meta.dirname, '../../../shared/real/images')
const each = Number(values.each) || Number.POSITIVE_INFINITY
const readers = openImageReaders({ get: (file) => readFile(file).catch(() => null), processes: 2 })
const peers = values['no-peers'] ? null : await openPeers()
const say = (line: string) => void process.stdout.write(`${line}\n`)
const percent = (part: number, whole: number) => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`)

interface Judged {
  readonly kind: string
  readonly right: boolean
  /** `null`: not answered. */
  readonly score: number | null
  readonly said: boolean
}

/** Score that one in a hundred of the wrong pairs exceeds. */
function barOf(judged: readonly Judged[]): number {
  const wrong = judged.flatMap(({ right, score }) => (right || score === null ? [] : [score])).sort((a, b) => a - b)
  return wrong[Math.ceil(wrong.length * 0.99) - 1] ?? 0
}

function tell(name: string, judged: readonly Judged[]): void {
  const bar = barOf(judged)
  const answered = judged.filter(({ score }) => score !== null)
  const line = (list: readonly Judged[]) => {
    const [right, wrong] = [list.filter((one) => one.right), list.filter((one) => !one.right)]
    const found = right.filter(({ score }) => score !== null && score > bar).length
    return `${right.length ? `found at 1 % false ${percent(found, right.length)}, said so ${percent(right.filter(({ said }) => said).length, right.length)}` : ''}${wrong.length ? `${right.length ? '; ' : ''}wrongly said ${percent(wrong.filter(({ said }) => said).length, wrong.length)}` : ''}`
  }
  say(`${name}: ${judged.length} judged, answered ${percent(answered.length, judged.length)}; of those answered: ${line(answered)}`)
  for (const kind of [...new Set(judged.map((one) => one.kind))].sort()) {
    const own = judged.filter((one) => one.kind === kind)
    say(
      `  ${kind} (${own.length}, answered ${percent(own.filter(({ score }) => score !== null).length, own.length)}): ${line(own.filter(({ score }) => score !== null))}`,
    )
  }
}

/** At most `each` of every kind, spread over the list. */
function spread<T>(list: readonly T[], kindOf: (one: T) => string): T[] {
  const counts = new Map<string, number>()
  const totals = new Map<string, number>()
  for (const one of list) totals.set(kindOf(one), (totals.get(kindOf(one)) ?? 0) + 1)
  return list.filter((one) => {
    const kind = kindOf(one)
    const at = counts.get(kind) ?? 0
    counts.set(kind, at + 1)
    const share = Math.min(1, each / (totals.get(kind) ?? 1))
    return Math.floor((at + 1) * share) !== Math.floor(at * share)
  })
}

async function twoAtATime<T>(list: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const waiting = [...list].reverse()
  await Promise.all(
    [0, 1].map(async () => {
      for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) await work(one)
    }),
  )
}

async function banners(): Promise<void> {
  const { items, pairs }: { items: { file: string }[]; pairs: [number, number, 0 | 1, string][] } = read('banners.json')
  const ours: Judged[] = []
  const floor: Record<'dHash' | 'orb', Judged[]> = { dHash: [], orb: [] }
  const started = performance.now()
  const chosen = spread(pairs, ([, , , kind]) => kind)
  const file = (at: number) => join(folder, items[at]?.file ?? '')
  await twoAtATime(chosen, async ([a, b, same, kind]) => {
    const found = await readers.compare(file(a), file(b), 'banner')
    const answered = found !== null && found.verdict !== 'cannot-tell'
    ours.push({ kind, right: same === 1, score: answered ? found.score : null, said: found?.verdict === 'same' })
  })
  tell(`banners, ${Math.round((performance.now() - started) / chosen.length)} ms a pair`, ours)
  for (const [name, compare] of peers
    ? ([
        ['dHash', peers.dHash],
        ['orb', peers.orb],
      ] as const)
    : []) {
    for (const [a, b, same, kind] of chosen) {
      const score = await compare(readFileSync(file(a)), readFileSync(file(b)))
      floor[name].push({ kind, right: same === 1, score, said: false })
    }
    tell(`  peer ${name} (no verdict of its own)`, floor[name])
  }
}

async function logos(): Promise<void> {
  const set: { logos: { f: string; kind: string }[]; items: { f: string; logo: number; t: string }[] } = read('logos.json')
  const marks = spread([...set.logos.entries()], ([, { kind }]) => kind).map(([at]) => at)
  const keyOf = (at: number) => join(folder, 'logos/svg', set.logos[at]?.f ?? '')
  const ours: Judged[] = []
  const orb: Judged[] = []
  const started = performance.now()
  const chosen = set.items.filter(({ logo }) => logo < 0 || marks.includes(logo))
  let looked = 0
  await twoAtATime(chosen, async ({ f, logo, t }) => {
    // Others of its kind, another few for each picture; the own one first.
    const others = marks.filter((at) => at !== logo && (logo < 0 || set.logos[at]?.kind === set.logos[logo]?.kind))
    const start = [...f].reduce((sum, sign) => sum * 31 + sign.charCodeAt(0), 7) % Math.max(1, others.length)
    const tried = [...(logo < 0 ? [] : [logo]), ...[0, 1, 2].flatMap((step) => others[(start + step * 7) % others.length] ?? [])]
    const file = join(folder, 'logos/placed', f)
    const looks = await readers.find(file, tried.map(keyOf))
    looked += tried.length
    for (const at of tried) {
      const found = looks?.find(({ logo: key }) => key === keyOf(at))
      const isOwn = at === logo
      const answered = found !== undefined && found.verdict !== 'cannot-tell'
      const kind = isOwn ? `${t}, ${set.logos[at]?.kind}` : 'other marks'
      ours.push({ kind, right: isOwn, score: answered ? found.score : null, said: found?.verdict === 'present' })
      if (peers) orb.push({ kind, right: isOwn, score: await peers.orb(readFileSync(keyOf(at)), readFileSync(file)), said: false })
    }
  })
  tell(`logos, ${Math.round((performance.now() - started) / looked)} ms a look`, ours)
  if (peers) tell('  peer orb (no verdict of its own)', orb)
}

async function portraits(): Promise<void> {
  const list: { file: string; session: string | null }[] = read('portraits.json')
  const seen: { file: string; session: string | null; backdrop: Backdrop }[] = []
  const started = performance.now()
  for (const { file, session } of list) {
    const look = await readers.look(join(folder, file), { kind: 'avatar', faces: true, logos: [] })
    if (look?.portrait) seen.push({ file, session, backdrop: look.portrait.backdrop })
  }
  say(`portraits: ${seen.length} faces in ${list.length} pictures, ${Math.round((performance.now() - started) / list.length)} ms each`)
  const { groups, pairOf } = groupBackdrops(seen.map(({ backdrop }) => backdrop))
  const ours: Judged[] = []
  const floor: Judged[] = []
  for (const [a, one] of seen.entries())
    for (const [b, other] of seen.entries()) {
      if (b <= a) continue
      const right = one.session !== null && one.session === other.session
      const { verdict, score } = pairOf(a, b)
      ours.push({
        kind: right ? 'one session' : 'others',
        right,
        score: verdict === 'cannot-tell' ? null : score,
        said: verdict === 'same',
      })
      if (peers)
        floor.push({
          kind: right ? 'one session' : 'others',
          right,
          score: await peers.dHash(readFileSync(join(folder, one.file)), readFileSync(join(folder, other.file))),
          said: false,
        })
    }
  tell('portrait pairs', ours)
  if (peers) tell('  peer dHash (no verdict of its own)', floor)
  for (const session of new Set(seen.flatMap((one) => one.session ?? []))) {
    const size = seen.filter((one) => one.session === session).length
    const best = groups
      .map((group) => ({ group, own: group.filter((at) => seen[at]?.session === session).length }))
      .sort((x, y) => y.own - x.own)[0]
    say(`  ${session}: ${best?.own} of ${size} in one group of ${best?.group.length}`)
  }
}

const read = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8'))

try {
  const parts = { banners, logos, portraits }
  for (const [name, run] of Object.entries(parts)) {
    if (values.only !== undefined && values.only !== name) continue
    if (existsSync(join(folder, `${name}.json`))) await run()
    else say(`${name}: skipped, the pictures are not here`)
  }
} finally {
  await readers.close()
}
