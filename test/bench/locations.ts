import { checkWords, makeLocationSet, measure, setWords } from '../support/location-set.ts'

/** Accounts brought to their locations on invented sets of 50, with noise handles (users' story 8), and what a large one costs. */

const percent = (share: number) => `${(share * 100).toFixed(1)} %`
for (const [what, words] of [
  ['words that the weights were set on', setWords],
  ['other words', checkWords],
] as const) {
  const seeds = [1, 2, 3, 4, 5]
  const all = seeds.map((seed) => measure(makeLocationSet(words, 50, 100, seed)))
  const mean = (of: (one: (typeof all)[number]) => number) => all.reduce((sum, one) => sum + of(one), 0) / all.length
  const accounts = all.reduce((sum, one) => sum + one.accounts, 0)
  console.log(
    `${what}: 50 locations, ${seeds.length} sets, ${accounts} accounts: recall ${percent(mean((one) => one.recall))}, precision ${percent(mean((one) => one.precision))}`,
  )
  if (process.argv.includes('--wrong')) for (const line of all.flatMap(({ wrong }) => wrong)) console.log(`  ${line}`)
}
