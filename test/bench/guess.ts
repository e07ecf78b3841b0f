/**
 * Whether the right account is among the first guesses, from name and website alone, over every registered account.
 *   node --import tsx test/bench/guess.ts [folder] [--even | --odd] [--missed]
 * Reads every file of organisations in the folder. All rows count: those without a website,
 * and accounts that are numbers or groups, which nobody guesses.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { type PlatformId, platformIds } from '../../src/model/platform.ts'
import { guessHandles } from '../../src/naming/guess.ts'
import { stemOf } from '../../src/naming/tokens.ts'
import { accountFromHandle } from '../../src/platforms/classify.ts'

const registered = z.array(
  z.object({
    name: z.string(),
    website: z.string().nullable(),
    accounts: z.array(z.object({ platform: z.string(), handle: z.string() })),
  }),
)
type Registered = z.infer<typeof registered>[number]

const steps = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
const furthest = 10
const named: readonly PlatformId[] = ['x', 'instagram', 'facebook']
const asked = process.argv.slice(2).find((word) => !word.startsWith('--'))
const folder = asked ?? join(import.meta.dirname, '../../../shared/real/registries')
const part = process.argv.includes('--odd') ? 1 : process.argv.includes('--even') ? 0 : null

const isPlatform = (id: string): id is PlatformId => (platformIds as readonly string[]).includes(id)

interface Rank {
  readonly row: Registered
  readonly platform: PlatformId
  readonly handle: string
  /** Place of the very account, or `null`. */
  readonly exact: number | null
  /** Place of its name when `._-` do not count, each name once. */
  readonly name: number | null
}

function rankOf(row: Registered, platform: PlatformId, handle: string): Rank {
  const { key } = accountFromHandle(platform, handle)
  const organisation = { name: row.name, aliases: [], website: row.website, country: null, confirmed: [] }
  const guesses = guessHandles({ ...organisation, platforms: [platform], most: furthest * 6 })
  const names = [...new Set(guesses.map((guess) => stemOf(guess.handle)))]
  const place = (at: number) => (at < 0 || at >= furthest ? null : at + 1)
  const exact = place(guesses.findIndex((guess) => guess.key === key))
  return { row, platform, handle, exact, name: place(names.indexOf(stemOf(handle))) }
}

function line(label: string, ranks: readonly Rank[], place: (rank: Rank) => number | null): void {
  const share = (first: number) =>
    `${((100 * ranks.filter((rank) => (place(rank) ?? Infinity) <= first).length) / ranks.length).toFixed(1)} %`
  console.log([label.padEnd(42), String(ranks.length).padStart(5), ...steps.map((first) => share(first).padStart(8))].join(' '))
}

function main(): void {
  if (!existsSync(folder)) {
    console.log('bench guess: skipped, ../shared/real/registries is not here')
    return
  }
  const files = readdirSync(folder).filter((file) => file.endsWith('.json') && !file.startsWith('people'))
  const all = files.flatMap((file) => registered.safeParse(JSON.parse(readFileSync(join(folder, file), 'utf8'))).data ?? [])
  const rows = part === null ? all : all.filter((_, at) => at % 2 === part)
  const ranks = rows.flatMap((row) =>
    row.accounts.flatMap(({ platform, handle }) => (isPlatform(platform) ? [rankOf(row, platform, handle)] : [])),
  )
  const three = ranks.filter(({ platform }) => named.includes(platform))
  console.log(['the very account'.padEnd(42), '    n', ...steps.map((first) => `first ${first}`.padStart(8))].join(' '))
  line('x + instagram + facebook', three, ({ exact }) => exact)
  line('x + instagram + facebook, without . _ -', three, ({ name }) => name)
  for (const id of platformIds) {
    const of = ranks.filter(({ platform }) => platform === id)
    if (of.length > 0) line(id, of, ({ exact }) => exact)
  }
  if (!process.argv.includes('--missed')) return
  for (const { row, platform, handle, exact } of three)
    if (exact === null || exact > 5)
      console.log(`${platform.padEnd(10)} ${String(exact ?? '-').padEnd(3)} ${handle.padEnd(28)} ${row.name} | ${row.website}`)
}

main()
