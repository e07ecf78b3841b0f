import type { Entity } from '../../model/mention.ts'
import { otherProperties, otherTypes, personTypes } from './words.ts'

/** What one block of JSON-LD says about accounts, owners and names. */
export interface JsonLdReading {
  /** Addresses under `sameAs` (or `url` that is a platform's), with their owner. */
  readonly links: readonly { readonly url: string; readonly entity: Entity }[]
  /** Names of the site or its organisation. */
  readonly names: readonly string[]
  readonly authors: readonly string[]
}

type Json = { readonly [key: string]: unknown }
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Parses JSON-LD as pages really write it: in HTML comments, with trailing commas, with raw line breaks in strings. */
function parseLoosely(script: string): unknown {
  const bare = script
    .replace(/<!--|-->|\/\*\s*<!\[CDATA\[\s*\*\/|\/\*\s*\]\]>\s*\*\/|<!\[CDATA\[|\]\]>/g, ' ')
    .trim()
    .replace(/;$/, '')
  for (const attempt of [bare, bare.replace(/\p{Cc}+/gu, ' ').replace(/,(\s*[}\]])/g, '$1')]) {
    try {
      return JSON.parse(attempt)
    } catch {
      // The next attempt is laxer; after the last one the addresses are salvaged as text.
    }
  }
  return undefined
}

const salvagedLists = 20
const listLength = 5000

/** What is left to read of a block that no parser takes: the addresses in its `sameAs` lists. */
function salvage(script: string): JsonLdReading {
  const links: { url: string; entity: Entity }[] = []
  const person = /"@type"\s{0,9}:\s{0,9}"Person"/.test(script)
  const organisation = /"@type"\s{0,9}:\s{0,9}"(?:[A-Za-z]{0,40}Organization|Corporation|WebSite|[A-Za-z]{0,40}Business)"/.test(script)
  const entity = organisation || !person ? 'organisation' : 'person'
  let at = script.indexOf('"sameAs"')
  for (let list = 0; at !== -1 && list < salvagedLists; list++) {
    const values = script.slice(at + 8, at + 8 + listLength)
    const end = values.indexOf(']')
    for (const item of (end === -1 ? values.slice(0, 500) : values.slice(0, end)).matchAll(/"([^"]{4,2000})"/g)) {
      links.push({ url: (item[1] as string).replaceAll('\\/', '/'), entity })
    }
    at = script.indexOf('"sameAs"', at + 8)
  }
  return { links, names: [], authors: [] }
}

function typesOf(node: Json): string[] {
  const type = node['@type']
  return (Array.isArray(type) ? type : [type])
    .filter((one) => typeof one === 'string')
    .map((one) => one.replace(/^https?:\/\/schema\.org\//, ''))
}

function entityOf(types: readonly string[], around: Entity | null): Entity | null {
  if (types.length === 0) return around
  const organisational = types.some((type) => !personTypes.has(type) && !otherTypes.has(type))
  if (organisational) return around === 'other' ? 'other' : 'organisation'
  if (types.some((type) => personTypes.has(type))) return around === 'organisation' ? 'organisation' : 'person'
  return around
}

/** Types whose name is that of the site or its owner. */
const siteTypes =
  /Organi[sz]ation$|^Corporation$|^NGO$|Business$|^WebSite$|^Brand$|School$|College|University|Library$|Museum$|Church$|Hospital$|Clinic$|Restaurant$|Hotel$|Store$|Club$|Team$|Agency$|Office$|Dentist$/

const strings = (value: unknown): string[] => (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string')

/** Reads the text of a `<script type="application/ld+json">`. Never throws. */
export function readJsonLd(script: string): JsonLdReading {
  const parsed = parseLoosely(script)
  if (parsed === undefined) return salvage(script)
  const links: { url: string; entity: Entity }[] = []
  const names: string[] = []
  const authors: string[] = []
  /** `@id`s that the page names as publisher or as author: their nodes stand elsewhere in the graph. */
  const roles = new Map<string, Entity>()
  const budget = { nodes: 20_000 }

  function note(value: unknown, role: Entity): void {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (isObject(one) && typeof one['@id'] === 'string' && !(roles.get(one['@id']) === 'organisation')) roles.set(one['@id'], role)
    }
  }
  function collectRoles(value: unknown, depth: number): void {
    if (depth > 30 || budget.nodes-- < 0) return
    if (Array.isArray(value)) {
      for (const one of value) collectRoles(one, depth + 1)
    } else if (isObject(value)) {
      for (const [key, below] of Object.entries(value)) {
        if (key === 'publisher') note(below, 'organisation')
        else if (key === 'author') note(below, 'person')
        else if (otherProperties.has(key)) note(below, 'other')
        if (typeof below === 'object') collectRoles(below, depth + 1)
      }
    }
  }
  function read(value: unknown, around: Entity | null, property: string, depth: number): void {
    if (depth > 30 || budget.nodes-- < 0) return
    if (Array.isArray(value)) {
      for (const one of value) read(one, around, property, depth + 1)
      return
    }
    if (!isObject(value)) return
    const types = typesOf(value)
    const id = value['@id']
    const entity = entityOf(types, (typeof id === 'string' ? roles.get(id) : undefined) ?? around)
    const named = types.some((type) => siteTypes.test(type))
    // Some small organisations give their page on a platform as their own address.
    for (const url of [...strings(value.sameAs), ...(property === 'author' || named ? strings(value.url) : [])])
      links.push({ url, entity: entity ?? 'organisation' })
    const name = strings(value.name)[0]?.trim()
    if (name !== undefined && name !== '') {
      if (entity !== 'other' && entity !== 'person' && named) names.push(name)
      else if (entity === 'person' && (property === 'author' || roles.get(String(id)) === 'person')) authors.push(name)
    }
    for (const [key, below] of Object.entries(value)) {
      if (typeof below !== 'object') continue
      read(below, aroundFor(key, entity), key, depth + 1)
    }
  }
  collectRoles(parsed, 0)
  budget.nodes = 20_000
  read(parsed, null, '', 0)
  return { links, names, authors }
}

function aroundFor(property: string, entity: Entity | null): Entity | null {
  if (property === 'publisher') return 'organisation'
  if (property === 'author') return 'person'
  if (otherProperties.has(property)) return 'other'
  return entity === 'organisation' ? null : entity
}
