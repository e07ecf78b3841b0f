/**
 * Whether the naming engine finds the pattern by which a staff's handles were made when part of them is off it, and whether
 * its suggestions keep every platform's rule, differ from each other and stay when somebody joins.
 *   node bin/bench.mjs naming [staffs per pattern, default 15] [share off the pattern, default 0.3]
 * Names: real ones of ../shared/real/registries (left out when that is not here) and Dutch ones made of lists.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PlatformId } from '../../src/model/platform.ts'
import { inferPattern } from '../../src/naming/infer-pattern.ts'
import { mannerOf } from '../../src/naming/manner.ts'
import { valuesOf } from '../../src/naming/name-values.ts'
import { readPattern } from '../../src/naming/pattern.ts'
import { type NameSubject, suggestNames } from '../../src/naming/suggest-names.ts'
import { chosenName } from '../../src/naming/tokens.ts'
import { writings } from '../../src/naming/write-name.ts'
import { accountFromHandle } from '../../src/platforms/classify.ts'
import { platform as platformById } from '../../src/platforms/index.ts'
import { dutchPeople } from './naming-dutch.ts'
import { otherBuilds } from './naming-others.ts'
import {
  type Build,
  builds,
  type Company,
  type Handle,
  onPlatform,
  type Person,
  pick,
  platforms,
  randomFrom,
  shuffled,
  staffHandles,
} from './naming-staff.ts'

const registry = join(import.meta.dirname, '../../../shared/real/registries/people-us-congress.json')
const numbers = process.argv
  .slice(2)
  .filter((word) => !word.startsWith('--'))
  .map(Number)
const [staffs = 15, off = 0.3] = numbers

const companies: readonly Company[] = [
  { name: 'VG Sector', short: 'VG Sector', acronym: 'VGS' },
  { name: 'Zorggroep De Linde', short: 'De Linde', acronym: 'ZDL' },
  { name: 'Waterkracht', short: 'Waterkracht', acronym: 'WK' },
  { name: 'Stad Almere Noord', short: 'Almere Noord', acronym: 'SAN' },
  { name: 'Coöperatie Zonnehof', short: 'Zonnehof', acronym: 'CZH' },
]

/** Full names as the register has them; first and last name say how handles are made. An infix in front of the last name is one. */
function realPeople(): Person[] {
  const rows: { name: string; first: string; last: string }[] = JSON.parse(readFileSync(registry, 'utf8'))
  return rows.flatMap(({ name, first, last }) => {
    const given = first.replace(/\s*\(.*\)/, '')
    if (/\.$/.test(given) || given.includes(' ')) return []
    const infix = /^(?:(?:van|de|la|von|der)\s+)+/i.exec(last)?.[0].trim() ?? ''
    const family = last.slice(infix.length).trim()
    return family.includes(' ')
      ? []
      : [{ name: isWhole(name, given, last) ? name : [given, infix, family].filter(Boolean).join(' '), given, infix, family }]
  })
}

/** Whether the register's full name (with initials, letters behind it) says the same first and last name, and no other. */
const isWhole = (name: string, given: string, last: string): boolean =>
  name.startsWith(`${given} `) && name.includes(last) && !/["(]/.test(name)

const uses = (handles: readonly Handle[]) =>
  handles.map(({ key, platform, handle, person }) => ({
    key,
    platform,
    written: handle,
    named: { kind: 'person' as const, name: person.name },
  }))

/**
 * Whether two patterns give the same handle on each platform to everybody who keeps the pattern; capitals count where they
 * show, dots on Facebook do not. What those who do not keep it would have had, nobody can know.
 */
function isSame(found: string, build: Build, handles: readonly Handle[], company: Company): boolean {
  const pieces = readPattern(found)
  const shown = (name: string, platform: PlatformId) => onPlatform(platform === 'facebook' ? name.replaceAll('.', '') : name, platform)
  return handles.every(({ person, platform, isOff }) => {
    if (isOff) return true
    const manner = mannerOf(platform)
    const [written] = writings(pieces, valuesOf({ kind: 'person', name: person.name }, organisationOf(company)), manner)
    const same =
      written !== undefined && shown(written.text, platform) === shown(onPlatform(build.write(person, company), platform), platform)
    return same
  })
}

const organisationOf = (company: Company) => ({
  name: company.name,
  aliases: [],
  website: null,
  short: company.short,
  acronym: company.acronym,
})

interface Tally {
  right: number
  none: number
  all: number
  misses: string[]
}

function measure(label: string, people: readonly Person[], seed: number): Tally {
  const random = randomFrom(seed)
  const total: Tally = { right: 0, none: 0, all: 0, misses: [] }
  console.log(`\n${label} (${people.length} names, ${staffs} staffs a pattern, ${Math.round(off * 100)} % off)`)
  for (const build of builds) {
    const one: Tally = { right: 0, none: 0, all: 0, misses: [] }
    for (let at = 0; at < staffs; at++) {
      const company = pick(random, companies)
      const staff = shuffled(random, people).slice(0, 5 + Math.floor(random() * 56))
      const handles = staffHandles(random, staff, build, company, off)
      const found = inferPattern(uses(handles), organisationOf(company))
      one.all++
      if (found.kind === 'none') one.none++
      if (found.kind === 'pattern' && isSame(found.pattern, build, handles, company)) one.right++
      else
        one.misses.push(
          `${found.kind === 'pattern' ? found.pattern : 'none'} (${handles.length}, ${company.name}, ${[...new Set(handles.map(({ platform }) => platform))]})`,
        )
    }
    console.log(`${build.pattern.padEnd(44)} ${String(one.right).padStart(4)}/${one.all}${one.none ? `  none ${one.none}` : ''}`)
    if (process.argv.includes('--missed')) for (const miss of one.misses) console.log(`    ${miss}`)
    for (const key of ['right', 'none', 'all'] as const) total[key] += one[key]
  }
  console.log(`${label}: pattern found on ${((100 * total.right) / total.all).toFixed(2)} % of ${total.all} staffs`)
  return total
}

/** Units, shown names and the organisation itself, made and measured in the same way. */
function measureOthers(people: readonly Person[], seed: number): Tally {
  const random = randomFrom(seed)
  const total: Tally = { right: 0, none: 0, all: 0, misses: [] }
  console.log(`\nunits, shown names, the organisation (${staffs} lists a pattern)`)
  for (const build of otherBuilds) {
    let right = 0
    for (let at = 0; at < staffs; at++) {
      const company = pick(random, companies)
      const names = build.make(random, company, people, off)
      const found = inferPattern(names, organisationOf(company), build.as)
      const pieces = found.kind === 'pattern' ? readPattern(found.pattern) : null
      const same = names.every(({ isOff, made, platform, named }) => {
        if (isOff || pieces === null) return isOff
        const [written] = writings(pieces, valuesOf(named, organisationOf(company)), mannerOf(platform, build.as))
        const shown = (name: string) =>
          build.as === 'display' ? name : onPlatform(name, platform).replaceAll(platform === 'facebook' ? '.' : ' ', '')
        return written !== undefined && shown(written.text).toLowerCase() === shown(made).toLowerCase()
      })
      if (same) right++
      else if (process.argv.includes('--missed'))
        console.log(`    ${found.kind === 'pattern' ? found.pattern : 'none'} (${names.length}, ${company.name})`)
    }
    console.log(`${build.pattern.padEnd(44)} ${String(right).padStart(4)}/${staffs}`)
    total.right += right
    total.all += staffs
  }
  console.log(
    `units, shown names, the organisation: pattern found on ${((100 * total.right) / total.all).toFixed(2)} % of ${total.all} lists`,
  )
  return total
}

/** What is wrong with the suggestions for one staff, and for that staff with somebody more; nothing when all is well. */
function suggestionFaults(random: () => number, people: readonly Person[]): string[] {
  const company = pick(random, companies)
  const build = pick(random, builds)
  const staff = shuffled(random, people).slice(0, 5 + Math.floor(random() * 56))
  const handles = staffHandles(random, staff.slice(0, -1), build, company, off)
  const subjects = staff.map(
    (person, at): NameSubject => ({
      key: String(at),
      kind: 'person',
      name: person.name,
      accounts: handles.filter((one) => one.person === person).map(({ platform, handle }) => ({ platform, handle })),
    }),
  )
  const side = { handle: [build.pattern], display: ['{given} {infix} {family}'] }
  const suggest = (list: readonly NameSubject[]) =>
    suggestNames({
      organisation: organisationOf(company),
      subjects: list,
      patterns: { person: side, unit: side, organisation: side },
      platforms,
    })
  const all = suggest(subjects)
  const before = new Map(suggest(subjects.slice(0, -1)).map((one) => [`${one.key} ${one.platform}`, one.handle]))
  const faults: string[] = []
  const seen = new Set<string>()
  for (const { key, platform, handle, by } of all) {
    const address = handle === null ? null : accountFromHandle(platform, handle)
    if (handle === null || address?.key == null) faults.push(`${platform} ${staff[Number(key)]?.name}: nothing`)
    else {
      const name = chosenName(platform, handle) ?? ''
      const { pattern, max } = platformById(platform).handleRule
      if (by !== 'present' && (!pattern.test(name) || name.length > max || address.kind !== 'account'))
        faults.push(`${platform} ${handle}: breaks the rule`)
      if (seen.has(address.key)) faults.push(`${platform} ${handle}: twice`)
      seen.add(address.key)
    }
    const was = before.get(`${key} ${platform}`)
    if (was !== undefined && was !== handle) faults.push(`${platform} ${was} became ${handle}`)
  }
  return faults
}

function main(): void {
  const dutch = dutchPeople()
  const real = existsSync(registry) ? realPeople() : []
  if (real.length === 0) console.log('bench naming: the real names are left out, ../shared/real/registries is not here')
  const started = performance.now()
  const tallies = [
    ...(real.length > 0 ? [measure('real names', real, 11)] : []),
    measure('Dutch names', dutch, 12),
    measureOthers([...real, ...dutch], 14),
  ]
  const [right, all] = [tallies.reduce((sum, one) => sum + one.right, 0), tallies.reduce((sum, one) => sum + one.all, 0)]
  const random = randomFrom(13)
  const rounds = Math.max(10, staffs * 2)
  const faults = Array.from({ length: rounds }, () => suggestionFaults(random, [...real, ...dutch])).flat()
  console.log(`\nsuggestions: ${faults.length} faults (rule, twice, changed by a newcomer) over ${rounds} staffs`)
  for (const fault of faults.slice(0, 20)) console.log(`    ${fault}`)
  console.log(
    `pattern found: ${((100 * right) / all).toFixed(2)} % of ${all} staffs; ${Math.round((performance.now() - started) / 1000)} s`,
  )
}

main()
