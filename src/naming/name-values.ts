import { getDomainWithoutSuffix } from 'tldts'
import { isGeneric } from './affixes.ts'
import { nicknamesOf } from './nicknames.ts'
import type { NameToken } from './pattern.ts'
import { type PersonName, readPersonName } from './person-name.ts'
import { folded } from './spelling.ts'

/** A token's value as words, each in its own spelling: `De`, `Linde`. */
export type Words = readonly string[]

/** What each token stands for, for one person, unit or organisation. A token that is not there has no value. */
export interface NameValues {
  /** The first is the one to write; the others are as good, where a name can be read in two ways. */
  readonly forms: Partial<Readonly<Record<NameToken, readonly Words[]>>>
  /** Forms that are recognised but not meant: nicknames, other names of the organisation. */
  readonly loose: Partial<Readonly<Record<NameToken, readonly Words[]>>>
  /** Values as their owner writes them, signs and hyphens and all: for names that are shown. */
  readonly written: Partial<Readonly<Record<NameToken, string>>>
  /** The name as one shows it. */
  readonly shown: string
}

/** The organisation whose names these are. */
export interface NamingOrganisation {
  readonly name: string
  readonly aliases: readonly string[]
  readonly website: string | null
  /** As the organisation itself writes them; found from the name where not given. */
  readonly acronym?: string | null
  readonly short?: string | null
}

/** Who or what a name is of. */
export interface Named {
  readonly kind: 'person' | 'unit' | 'organisation'
  readonly name: string
  readonly unit?: string | null
  readonly place?: string | null
  readonly role?: string | null
}

const wordsOf = (text: string): string[] => text.replace(/['’‘`´]/g, '').match(/[\p{L}\p{M}\p{N}]+/gu) ?? []

const glued = (words: Words): string => folded(words.join(''))

function distinct(all: readonly Words[]): Words[] {
  const seen = new Set<string>([''])
  return all.filter((words) => !seen.has(glued(words)) && seen.add(glued(words)))
}

const JOINING = new Set('van de der den het en of the and voor te in aan op bij for du des la le les et und von für fur y del'.split(' '))

/** First letters, without and with the joining words: `University of Glasgow` gives `UG` and `UoG`. */
function acronymsOf(words: Words): Words[] {
  const first = (of: readonly string[]) => of.map((word) => (/^\p{Lu}{2,4}$/u.test(word) ? word : word.charAt(0).toUpperCase())).join('')
  const main = words.filter((word) => !JOINING.has(word.toLowerCase()))
  const all = words.map((word) => (JOINING.has(word.toLowerCase()) ? word.charAt(0).toLowerCase() : word))
  return [main, all].filter((of) => of.length > 1).map((of) => [first(of)])
}

const LEGAL = /^(?:bv|nv|vzw|stichting|vereniging|inc|ltd|llc|gmbh|ag|plc)$/
const isAcronym = (name: string): boolean => /^[\p{Lu}\p{N}]{2,6}$/u.test(name) || /^(?:\p{Lu}\.){2,6}$/u.test(name)

/** A name without the words at its ends that say only what sort of organisation it is. */
function shortened(words: Words): Words {
  const says = (word: string) => !isGeneric(folded(word)) || /^(?:de|het|the|la|le)$/i.test(word)
  const start = words.findIndex(says)
  const rest = start < 0 ? [] : words.slice(start, words.findLastIndex((word) => !isGeneric(folded(word))) + 1)
  return glued(rest).length >= 3 ? rest : words
}

function organisationForms({ name, aliases, website, acronym, short }: NamingOrganisation): Pick<NameValues, 'forms' | 'loose'> {
  const whole = wordsOf(name)
  const plain = whole.filter((word) => !LEGAL.test(folded(word)))
  const called = plain.length > 0 ? plain : whole
  const host = getDomainWithoutSuffix(website ?? '') ?? ''
  const given = acronym ? [wordsOf(acronym)] : aliases.filter(isAcronym).map((alias) => [alias.replace(/\./g, '')])
  const forms: Partial<Record<NameToken, Words[]>> = {
    organisation: distinct([called, whole]),
    short: distinct([short ? wordsOf(short) : shortened(called)]).slice(0, 1),
    acronym: distinct([...given, ...acronymsOf(called)]),
    domain: distinct([[host]]),
  }
  const own = new Set(Object.values(forms).flat().map(glued))
  const others = distinct(aliases.map(wordsOf)).filter((words) => !own.has(glued(words)))
  return { forms, loose: { organisation: others } }
}

const startsOf = (words: Words): Words[] => words.map((_, at) => words.slice(0, at + 1))

/** Readings of a double or unmarked family name: whole, its last part, its first. */
const endsOf = (words: Words): Words[] => words.map((_, at) => words.slice(-at - 1))

function personForms(person: PersonName): Pick<NameValues, 'forms' | 'loose'> {
  const { given, infix, family, called, initials } = person
  const first = given.map(wordsOf).filter((words) => words.length > 0)
  const readings = distinct([
    ...(called.length > 0 ? [called.flatMap(wordsOf)] : []),
    ...(first[0] ? [first[0]] : []),
    ...startsOf(first.flat()),
  ])
  const names = family.flatMap(wordsOf)
  const middle = first.slice(1).flat()
  const families = distinct([names, ...(names.length > 1 ? [names.slice(0, 1), names.slice(-1)] : []), ...endsOf([...middle, ...names])])
  const one = readings[0]?.[0]?.charAt(0) ?? initials.charAt(0)
  const letters = distinct([[initials], [one]])
  const nick = distinct(readings.flatMap(([word]) => (word ? nicknamesOf(word).map((name) => [name]) : [])))
  return {
    forms: {
      given: readings,
      infix: infix.length > 0 ? [infix.flatMap(wordsOf)] : [],
      family: families,
      initials: letters,
      initial: distinct([[one], [initials.charAt(0)]]),
      familyinitial: distinct([[names[0]?.charAt(0) ?? '']]),
    },
    loose: { given: nick.slice(0, 12) },
  }
}

const UNIT_SORT =
  /^(?:team|afdeling|locatie|vestiging|unit|dienst|sector|cluster|district|faculteit|faculty|school|department|dept|regio|location|office|branch)$/

/** The words of a unit or place that are not the organisation's own, without and with the word for its sort. */
function unitForms(text: string | null | undefined, own: ReadonlySet<string>): Words[] {
  const words = wordsOf(text ?? '')
  const says = (word: string) => !UNIT_SORT.test(folded(word)) && !/^(?:of|van|voor|de|het|the)$/i.test(word)
  const rest = words.filter((word) => !own.has(folded(word)))
  const bare = rest.some(says) ? rest.filter(says) : words.filter(says)
  return distinct([bare, rest.some(says) ? rest : words, words])
}

function writtenOf({ name, kind, place, role }: Named, organisation: NamingOrganisation, person: PersonName | null): NameValues['written'] {
  const first = person && (person.called.length > 0 ? person.called.join(' ') : person.given[0])
  const ofPerson = person && { given: first ?? '', infix: person.infix.join(' '), family: person.surname }
  const all = { ...ofPerson, organisation: organisation.name.trim(), short: organisation.short ?? '', place: place ?? '', role: role ?? '' }
  const ofUnit = kind === 'unit' ? { unit: name.trim() } : {}
  return Object.fromEntries(Object.entries({ ...all, ...ofUnit }).filter(([, text]) => text !== ''))
}

/** Every token's value for one name. */
export function valuesOf(named: Named, organisation: NamingOrganisation): NameValues {
  const ofOrganisation = organisationForms(organisation)
  const own = new Set([organisation.name, ...organisation.aliases].flatMap(wordsOf).map(folded))
  const person = named.kind === 'person' ? readPersonName(named.name) : null
  const ofPerson = person === null ? { forms: {}, loose: {} } : personForms(person)
  return {
    forms: {
      ...ofOrganisation.forms,
      ...ofPerson.forms,
      unit: unitForms(named.kind === 'unit' ? named.name : named.unit, own),
      place: unitForms(named.place, own),
      role: distinct([wordsOf(named.role ?? '')]),
    },
    loose: { ...ofOrganisation.loose, ...ofPerson.loose },
    written: writtenOf(named, organisation, person),
    shown: person?.shown ?? named.name.trim(),
  }
}
