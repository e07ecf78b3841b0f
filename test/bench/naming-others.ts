/** Units, the organisation itself and names that are shown, made by a pattern with part of them off it. */
import type { PlatformId } from '../../src/model/platform.ts'
import type { NameInUse } from '../../src/naming/follow.ts'
import type { Manner } from '../../src/naming/manner.ts'
import { type Company, onPlatform, type Person, pick, plain, platforms, shuffled } from './naming-staff.ts'

export interface OtherBuild {
  readonly pattern: string
  readonly as: Manner['as']
  readonly make: (random: () => number, company: Company, people: readonly Person[], off: number) => readonly OtherName[]
}

export interface OtherName extends NameInUse {
  readonly made: string
  readonly isOff: boolean
}

const places = `Gouda Leiden Almere Zwolle Assen Breda Tilburg Venlo Goes Hoorn Alkmaar Emmen Deventer Zutphen Nijmegen Arnhem Amersfoort
  Utrecht Delft Gorinchem Oss Helmond Roermond Sittard`.split(/\s+/)
const full = ({ given, infix, family }: Person): string => [given, infix, family].filter(Boolean).join(' ')
const low = (text: string): string => plain(text).toLowerCase()

/** The given share of the names is written in another way. */
function partOff<T>(random: () => number, all: readonly T[], off: number): ReadonlySet<T> {
  return new Set(shuffled(random, all).slice(0, Math.floor(all.length * off)))
}

function unitBuild(pattern: string, write: (place: string, company: Company) => string): OtherBuild {
  return {
    pattern,
    as: 'handle',
    make(random, company, _people, off) {
      const on = shuffled(
        random,
        platforms.filter((one) => one !== 'linkedin' && one !== 'x'),
      ).slice(0, 1 + Math.floor(random() * 3))
      const units = shuffled(random, places).slice(0, 5 + Math.floor(random() * 15))
      const all = units.flatMap((place) => on.map((platform) => ({ place, platform })))
      const wrong = partOff(random, all, off)
      return all.map((one) => {
        const { place, platform } = one
        const made = write(place, company)
        const ways = [`${made}${random() < 0.5 ? '1' : '_nl'}`, low(place), `zorgin${low(place)}`, `${low(place)}_${low(company.acronym)}x`]
        const name = onPlatform(wrong.has(one) ? pick(random, ways) : made, platform)
        const written = platform === 'youtube' ? `@${name}` : name
        return {
          key: `${place}${platform}`,
          platform,
          written,
          made,
          isOff: wrong.has(one),
          named: { kind: 'unit', name: `Locatie ${place}` },
        }
      })
    },
  }
}

function shownBuild(pattern: string, write: (person: Person, company: Company) => string): OtherBuild {
  return {
    pattern,
    as: 'display',
    make(random, company, people, off) {
      const all = shuffled(random, people).slice(0, 5 + Math.floor(random() * 30))
      const wrong = partOff(random, all, off)
      return all.map((person, at) => {
        const platform: PlatformId = pick(random, ['x', 'youtube', 'bluesky'])
        const made = write(person, company)
        const ways = [
          person.given,
          `${person.name} (privé)`,
          `${person.given} @ ${company.acronym}`,
          person.name.toUpperCase().replace(/ /g, ''),
        ]
        const isOff = wrong.has(person)
        const written = isOff ? pick(random, ways) : made
        return { key: String(at), platform, written, made, isOff, named: { kind: 'person', name: person.name } }
      })
    },
  }
}

function centralBuild(pattern: string, write: (company: Company) => string): OtherBuild {
  return {
    pattern,
    as: 'handle',
    make(random, company, _people, off) {
      const on = shuffled(
        random,
        platforms.filter((one) => one !== 'x' && one !== 'linkedin'),
      )
      const wrong = partOff(random, on, off)
      return on.map((platform) => {
        const made = write(company)
        const isOff = wrong.has(platform)
        const name = onPlatform(isOff ? pick(random, [`${made}nl`, `wij_zijn_${made}`, low(company.acronym)]) : made, platform)
        return {
          key: platform,
          platform,
          written: platform === 'youtube' ? `@${name}` : name,
          made,
          isOff,
          named: { kind: 'organisation', name: company.name },
        }
      })
    },
  }
}

export const otherBuilds: readonly OtherBuild[] = [
  unitBuild('{organisation}_{unit}', (place, c) => `${low(c.name)}_${low(place)}`),
  unitBuild('{organisation}{unit}', (place, c) => `${low(c.name)}${low(place)}`),
  unitBuild('{short}.{unit}', (place, c) => `${low(c.short)}.${low(place)}`),
  unitBuild('{acronym}_{unit}', (place, c) => `${low(c.acronym)}_${low(place)}`),
  unitBuild('{unit}_{organisation}', (place, c) => `${low(place)}_${low(c.name)}`),
  unitBuild('{short}_locatie_{unit}', (place, c) => `${low(c.short)}_locatie_${low(place)}`),
  shownBuild('{given} {infix} {family}', (p) => full(p)),
  shownBuild('{given} {infix} {family} | {organisation}', (p, c) => `${full(p)} | ${c.name}`),
  shownBuild('{given} van {organisation}', (p, c) => `${p.given} van ${c.name}`),
  shownBuild('{organisation} - {given} {infix} {family}', (p, c) => `${c.name} - ${full(p)}`),
  shownBuild('{given} ({acronym})', (p, c) => `${p.given} (${c.acronym})`),
  centralBuild('{organisation}', (c) => low(c.name)),
  centralBuild('{short}', (c) => low(c.short)),
  centralBuild('{acronym}zorgt', (c) => `${low(c.acronym)}zorgt`),
]
