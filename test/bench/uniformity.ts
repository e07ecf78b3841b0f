/**
 * What comparing the pictures of a whole organisation costs, cold: drawn banners and avatars, one look each, then groups.
 *   node --import tsx test/bench/uniformity.ts [--sizes 10,100,1000,5000] [--processes 2]
 * Six in ten profiles have one of four banners in some platform's crop, the others one of their own; half of the
 * avatars are portraits before one of five backdrops, the other half a mark.
 */
import { createHash } from 'node:crypto'
import { parseArgs } from 'node:util'
import { compareSet, type PictureOfSet } from '../../src/images/compare-set.ts'
import { openImageReaders } from '../../src/images/readers/open.ts'
import { asAvatar, asBanner, mark, portrait, scene, toJpeg } from '../support/draw-pictures.ts'
import { random } from '../support/random.ts'

const { values } = parseArgs({
  options: { sizes: { type: 'string', default: '10,100,1000,5000' }, processes: { type: 'string', default: '2' } },
})
const sizes = values.sizes.split(',').map(Number)
const processes = Number(values.processes)
const platforms = ['x', 'linkedin', 'company', 'facebook'] as const

interface Drawn {
  readonly bytes: ReadonlyMap<string, Uint8Array>
  readonly set: readonly PictureOfSet[]
  /** Digest of each banner with the design that it shows. */
  readonly designs: ReadonlyMap<string, number>
}

async function draw(profiles: number): Promise<Drawn> {
  const next = random(profiles)
  const bytes = new Map<string, Uint8Array>()
  const set: PictureOfSet[] = []
  const designs = new Map<string, number>()
  const keep = (picture: Uint8Array, role: PictureOfSet['role']): string => {
    const digest = createHash('sha256').update(picture).digest('hex')
    bytes.set(digest, picture)
    set.push({ digest, role })
    return digest
  }
  keep(await asAvatar(mark(1), '#ffffff', 0.9), 'logo')
  for (let profile = 0; profile < profiles; profile++) {
    const design = next() < 0.6 ? Math.floor(next() * 4) : 10 + profile
    const crop = { zoom: 1 + next() * 0.2, right: next(), down: 0.35 + next() * 0.3, quality: 60 + Math.floor(next() * 20) }
    designs.set(keep(await asBanner(scene(design), platforms[Math.floor(next() * 4)] ?? 'x', crop), 'banner'), design)
    keep(
      await (next() < 0.5 ? drawnPortrait(next) : asAvatar(mark(next() < 0.6 ? 1 : profile + 2), '#ffffff', 0.5 + next() * 0.3)),
      'avatar',
    )
  }
  return { bytes, set, designs }
}

function drawnPortrait(next: () => number): Promise<Uint8Array> {
  const hue = Math.floor(next() * 5) * 72
  const stripes = Array.from(
    { length: 9 },
    (_, at) => `<rect x="${at * 50}" width="${12 + hue / 12}" height="400" fill="hsl(${hue} 45% 35%)"/>`,
  )
  const shirt = `hsl(${Math.floor(next() * 360)} 50% 40%)`
  return toJpeg(
    portrait(
      `<rect width="400" height="400" fill="hsl(${hue} 40% 55%)"/>${stripes.join('')}`,
      shirt,
      '#d9a47c',
      Math.round(next() * 30 - 15),
    ),
  )
}

/** Of the banners of the four shared designs, how many lie in their design's largest group; and how many groups mix designs. */
function grouped(groups: readonly { members: readonly string[] }[], designs: Drawn['designs']): string {
  const shared = [...designs.values()].filter((design) => design < 10).length
  const most = [0, 1, 2, 3].map((design) =>
    Math.max(0, ...groups.map(({ members }) => members.filter((member) => designs.get(member) === design).length)),
  )
  const mixed = groups.filter(({ members }) => new Set(members.map((member) => designs.get(member))).size > 1).length
  return `${most.reduce((sum, count) => sum + count, 0)} of ${shared} shared banners in their group, ${mixed} groups mixed`
}

let before: { profiles: number; seconds: number; cpu: number } | null = null
for (const profiles of sizes) {
  const { bytes, set, designs } = await draw(profiles)
  const readers = openImageReaders({ get: async (digest) => bytes.get(digest) ?? null, processes })
  const [started, cpu] = [performance.now(), process.cpuUsage()]
  const reading = await compareSet(set, readers, { atOnce: processes })
  const seconds = (performance.now() - started) / 1000
  const used = process.cpuUsage(cpu)
  const apart = readers.used()
  const cpuSeconds = (used.user + used.system) / 1e6 + apart.cpuSeconds
  const peakBytes = process.resourceUsage().maxRSS * 1024 + apart.peakBytes
  await readers.close()
  const growth =
    before === null
      ? ''
      : `, growth N^${(Math.log(cpuSeconds / before.cpu) / Math.log(profiles / before.profiles)).toFixed(2)} (processor), N^${(Math.log(seconds / before.seconds) / Math.log(profiles / before.profiles)).toFixed(2)} (clock)`
  process.stdout.write(
    `${profiles} profiles: ${seconds.toFixed(1)} s (${cpuSeconds.toFixed(1)} s of processor), peak ${Math.round(peakBytes / 2 ** 20)} MB${growth}\n` +
      `  ${reading.banners.pairs.length + reading.avatars.pairs.length} pairs aligned; ${grouped(reading.banners.groups, designs)}; ${reading.portraits.faces.length} faces in ${reading.portraits.groups.length} groups; ${reading.unreadable.length} unreadable\n`,
  )
  before = { profiles, seconds, cpu: cpuSeconds }
}
