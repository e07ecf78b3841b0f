import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createArchiveFetcher, openArchive } from '../../src/capture/archive.ts'
import { nameTokens, sameName } from '../../src/discovery/team/person-names.ts'
import { teamReader } from '../../src/discovery/team/watch-people.ts'
import { discoverWebsite } from '../../src/discovery/website/crawl.ts'
import { isProfessional, type TeamPerson } from '../../src/model/team.ts'
import { judgeSite } from '../../src/verification/judge-site.ts'
import { keyOf } from './score.ts'

interface TruePerson {
  readonly name: string
  readonly role: string | null
  readonly profiles: readonly { readonly platform: string; readonly url: string }[]
}

interface SiteTruth {
  readonly id: string
  readonly org: string
  readonly aliases: readonly string[]
  readonly home: string
  readonly archive: string
  readonly people: readonly TruePerson[]
}

const folder = join(new URL('../..', import.meta.url).pathname, '../shared/real/sites')
const truthFile = join(folder, 'truth.json')
const verbose = process.argv.includes('--errors')

async function readTeam(site: SiteTruth): Promise<TeamPerson[]> {
  const organisation = { name: site.org, aliases: [...site.aliases], website: site.home, country: null, wikidataId: null }
  const reader = teamReader(createArchiveFetcher(await openArchive(join(folder, site.archive))))
  const found = await discoverWebsite({ organisation, fetcher: reader.fetcher })
  return reader.team(organisation, { candidates: judgeSite({ pages: found.pages, organisation }).candidates, siteBelongs: 'yes' }) ?? []
}

/** The same name in any order, or a given name with the same profile. */
const isSame = (person: TeamPerson, truth: TruePerson): boolean => {
  const keys = truth.profiles.map(({ url }) => keyOf(url))
  if (!sameName(person.name, truth.name)) return false
  return nameTokens(person.name).length === nameTokens(truth.name).length || person.profiles.some(({ key }) => keys.includes(key))
}

const share = (part: number, whole: number) => (whole === 0 ? '    –' : (part / whole).toFixed(3))

async function main(): Promise<void> {
  if (!existsSync(truthFile)) {
    console.log('bench people: skipped, ../shared/real/sites is not here')
    return
  }
  const all = { right: 0, read: 0, true: 0, profilesRight: 0, profilesRead: 0, profilesTrue: 0, roles: 0 }
  console.log('site              true  read right  precision recall  profiles true read right  with role  seconds')
  for (const site of JSON.parse(readFileSync(truthFile, 'utf8')) as SiteTruth[]) {
    const began = performance.now()
    const read = await readTeam(site)
    const pairs = site.people.flatMap((truth) => {
      const person = read.find((one) => isSame(one, truth))
      return person ? [{ truth, person }] : []
    })
    const right = new Set(pairs.map(({ person }) => person)).size
    const trueKeys = site.people.flatMap(({ profiles }) =>
      profiles.filter(({ platform }) => isProfessional(platform)).map(({ url }) => keyOf(url)),
    )
    const readKeys = read.flatMap(({ profiles }) => profiles.map(({ key }) => key))
    const rightKeys = pairs.flatMap(({ truth, person }) =>
      person.profiles.filter(({ key }) => truth.profiles.some(({ url }) => keyOf(url) === key)),
    ).length
    const roles = pairs.filter(({ person }) => person.role !== '').length
    all.right += right
    all.read += read.length
    all.true += site.people.length
    all.profilesRight += rightKeys
    all.profilesRead += readKeys.length
    all.profilesTrue += trueKeys.length
    all.roles += roles
    const counts = [site.people.length, read.length, right].map((n) => String(n).padStart(5)).join(' ')
    const profiles = [trueKeys.length, readKeys.length, rightKeys].map((n) => String(n).padStart(5)).join(' ')
    console.log(
      `${site.id.padEnd(16)} ${counts}      ${share(right, read.length)}  ${share(right, site.people.length)}      ${profiles}  ${String(roles).padStart(9)}  ${((performance.now() - began) / 1000).toFixed(1).padStart(7)}`,
    )
    if (verbose) {
      for (const truth of site.people) if (!pairs.some((pair) => pair.truth === truth)) console.log('  missed', truth.name, truth.role)
      for (const person of read) if (!pairs.some((pair) => pair.person === person)) console.log('  wrong ', JSON.stringify(person))
      for (const { person } of pairs)
        console.log('  right ', person.name, '|', person.role, '|', person.profiles.map(({ key }) => key).join(' '))
    }
  }
  console.log(
    `people: precision ${share(all.right, all.read)}  recall ${share(all.right, all.true)}  of ${all.true}; with a role ${all.roles}`,
  )
  console.log(
    `profiles: precision ${share(all.profilesRight, all.profilesRead)}  recall ${share(all.profilesRight, all.profilesTrue)}  of ${all.profilesTrue}`,
  )
}

await main()
