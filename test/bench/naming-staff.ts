/** Staffs with handles made by a pattern, part of them off it; written apart from the engine that is measured. */
import type { PlatformId } from '../../src/model/platform.ts'

export interface Person {
  readonly name: string
  readonly given: string
  readonly infix: string
  readonly family: string
}

export interface Company {
  readonly name: string
  readonly short: string
  readonly acronym: string
}

export interface Build {
  readonly pattern: string
  readonly write: (person: Person, company: Company) => string
}

export interface Handle {
  readonly key: string
  readonly platform: PlatformId
  readonly handle: string
  readonly person: Person
  readonly isOff: boolean
}

/** Numbers in a row that look random and are the same in every run (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export const pick = <T>(random: () => number, all: readonly T[]): T => {
  const one = all[Math.floor(random() * all.length)]
  if (one === undefined) throw new Error('nothing to pick from')
  return one
}

export const shuffled = <T>(random: () => number, all: readonly T[]): T[] =>
  all
    .map((one) => ({ one, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one)

export const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ß/g, 'ss')
    .replace(/ı/g, 'i')
    .replace(/ø/g, 'o')
    .replace(/Ø/g, 'O')
    .replace(/[^A-Za-z0-9]/g, '')
const low = (text: string): string => plain(text).toLowerCase()
const capital = (text: string): string =>
  text
    .split(/[\s-]+/)
    .map((word) => plain(word).replace(/^./, (first) => first.toUpperCase()))
    .join('')
const join = (separator: string, ...parts: string[]): string => parts.filter(Boolean).join(separator)

/** The builds that the bench makes staffs by. */
export const builds: readonly Build[] = [
  ...['_', '.', '-', ''].flatMap((by): Build[] => [
    { pattern: `{given}${by}{organisation}`, write: (p, c) => join(by, low(p.given), low(c.name)) },
    { pattern: `{organisation}${by}{given}`, write: (p, c) => join(by, low(c.name), low(p.given)) },
    { pattern: `{given}${by}{acronym}`, write: (p, c) => join(by, low(p.given), low(c.acronym)) },
    { pattern: `{given}${by}{infix}${by}{family}`, write: (p) => join(by, low(p.given), low(p.infix), low(p.family)) },
    {
      pattern: `{given}{infix}{family}${by || '_'}{acronym}`,
      write: (p, c) => join(by || '_', join('', low(p.given), low(p.infix), low(p.family)), low(c.acronym)),
    },
  ]),
  { pattern: '{Given}_{Organisation}', write: (p, c) => `${capital(p.given)}_${capital(c.name)}` },
  { pattern: '{Given}{Organisation}', write: (p, c) => `${capital(p.given)}${capital(c.name)}` },
  { pattern: '{Given}_{ACRONYM}', write: (p, c) => `${capital(p.given)}_${c.acronym}` },
  { pattern: '{Given}{Family}', write: (p) => `${capital(p.given)}${capital(p.family)}` },
  {
    pattern: '{organisation}_{given}_{infix}_{family}',
    write: (p, c) => join('_', low(c.name), low(p.given), low(p.infix), low(p.family)),
  },
  {
    pattern: '{initial}{infix}{family}_{organisation}',
    write: (p, c) => `${low(p.given).charAt(0)}${low(p.infix)}${low(p.family)}_${low(c.name)}`,
  },
  { pattern: '{initial}.{infix}{family}', write: (p) => `${low(p.given).charAt(0)}.${low(p.infix)}${low(p.family)}` },
  { pattern: '{given}{familyinitial}_{acronym}', write: (p, c) => `${low(p.given)}${low(p.family).charAt(0)}_${low(c.acronym)}` },
  { pattern: '{family}.{given}', write: (p) => `${low(p.family)}.${low(p.given)}` },
  { pattern: '{given}_bij_{organisation}', write: (p, c) => `${low(p.given)}_bij_${low(c.name)}` },
  { pattern: 'team{organisation}_{given}', write: (p, c) => `team${low(c.name)}_${low(p.given)}` },
  { pattern: '{given}_{short}', write: (p, c) => `${low(p.given)}_${low(c.short)}` },
]

const SEPARATORS: Partial<Record<PlatformId, string>> = {
  x: '_',
  facebook: '.',
  instagram: '._',
  linkedin: '-',
  youtube: '._-',
  tiktok: '._',
  threads: '._',
}
const LONGEST: Partial<Record<PlatformId, number>> = {
  x: 15,
  facebook: 50,
  instagram: 30,
  linkedin: 100,
  youtube: 30,
  tiktok: 24,
  threads: 30,
}
const KEEPS: ReadonlySet<PlatformId> = new Set(['x', 'facebook', 'youtube'])
export const platforms: readonly PlatformId[] = ['x', 'instagram', 'facebook', 'linkedin', 'youtube', 'tiktok', 'threads']

/** A name as a person can enter it on a platform. */
export function onPlatform(name: string, platform: PlatformId): string {
  const signs = SEPARATORS[platform] ?? ''
  const fallback = ['_', '.', '-'].find((sign) => signs.includes(sign)) ?? ''
  const able = name.replace(/[._-]/g, (sign) => (signs.includes(sign) ? sign : fallback))
  const cut = able.slice(0, LONGEST[platform] ?? 30).replace(/[._-]+$/, '')
  return KEEPS.has(platform) ? cut : cut.toLowerCase()
}

export const asHandle = (name: string, platform: PlatformId): string =>
  platform === 'linkedin' ? `in/${name}` : platform === 'youtube' ? `@${name}` : name

const letters = (random: () => number, count: number): string =>
  Array.from({ length: count }, () => pick(random, [...'abcdefghijklmnoprstuvw'])).join('')

/** A name that somebody took without regard to the pattern. */
export function offPattern(random: () => number, person: Person, made: string, company: Company, platform: PlatformId): string {
  const full = join('-', low(person.given), low(person.infix), low(person.family))
  const hex = Array.from({ length: 8 }, () => pick(random, [...'0123456789abcdef'])).join('')
  if (platform === 'linkedin' && random() < 0.5) return `${full}-${hex.slice(0, 7)}${pick(random, [...'0123456789'])}`
  const ways: (() => string)[] = [
    () => `${made}${1 + Math.floor(random() * 99)}`,
    () => `${low(person.given)}${60 + Math.floor(random() * 45)}`,
    () => join(pick(random, ['_', '.', '']), low(person.given).slice(0, 3), low(company.name)),
    () => made.replace(/[._-]/g, '') + (/[._-]/.test(made) ? '' : '_'),
    () => join(pick(random, ['', '.', '_']), low(person.given), low(person.family)),
    () => join('_', low(person.family), low(person.given)),
    () => join('_', low(company.name), low(person.given), 'official'),
    () => `${low(person.given).charAt(0)}${low(person.family)}`,
    () => `${letters(random, 5)}_${letters(random, 4)}`,
    () => low(person.given),
  ]
  return pick(random, ways)()
}

/** One staff's handles: on some platforms, the given share of them off the pattern. No two have the same one. */
export function staffHandles(random: () => number, people: readonly Person[], build: Build, company: Company, off: number): Handle[] {
  const on = shuffled(random, platforms).slice(0, 1 + Math.floor(random() * 4))
  const made = (person: Person, platform: PlatformId) => onPlatform(build.write(person, company), platform)
  const every = people.flatMap((person, at) => on.map((platform) => ({ person, platform, key: `${at}:${platform}` })))
  const all = [...new Map(every.map((one) => [`${one.platform} ${made(one.person, one.platform).toLowerCase()}`, one])).values()]
  const wrong = new Set(shuffled(random, all).slice(0, Math.floor(all.length * off)))
  const handles = all.map((one): Handle => {
    const isOff = wrong.has(one)
    const name = isOff
      ? offPattern(random, one.person, build.write(one.person, company), company, one.platform)
      : made(one.person, one.platform)
    return { ...one, isOff, handle: asHandle(onPlatform(name, one.platform) || 'account', one.platform) }
  })
  return handles.length < FEWEST ? staffHandles(random, people, build, company, off) : handles
}

/** Fewer handles than these are no staff: where a long name leaves one handle for all, other platforms are drawn. */
const FEWEST = 5
