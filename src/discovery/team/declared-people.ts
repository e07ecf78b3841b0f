import type { TeamPerson, TeamProfile } from '../../model/team.ts'
import { readName } from './person-names.ts'
import { profileOf } from './person-profiles.ts'

type Json = { readonly [key: string]: unknown }
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)
const strings = (value: unknown): string[] => (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string')

/** Under these properties of an organisation stand its people. */
const ownProperties = new Set(['employee', 'employees', 'founder', 'founders', 'member', 'members'])
const deepest = 12

/** People whom the page's own data (JSON-LD) give a position, or name under their organisation. Never throws. */
export function declaredPeople(scripts: readonly string[], url: string): TeamPerson[] {
  const people: TeamPerson[] = []
  const budget = { nodes: 5_000 }
  const read = (value: unknown, property: string, depth: number): void => {
    if (depth > deepest || budget.nodes-- <= 0) return
    if (Array.isArray(value)) {
      for (const one of value) read(one, property, depth + 1)
      return
    }
    if (!isObject(value)) return
    const person = strings(value['@type']).includes('Person') ? personOf(value, property, url) : null
    if (person !== null) people.push(person)
    for (const [key, below] of Object.entries(value)) if (typeof below === 'object') read(below, key, depth + 1)
  }
  for (const script of scripts) read(parsed(script), '', 0)
  return people
}

function parsed(script: string): unknown {
  try {
    return JSON.parse(script.replace(/<!--|-->/g, ' '))
  } catch {
    return null
  }
}

function personOf(node: Json, property: string, url: string): TeamPerson | null {
  const read = readName(strings(node.name)[0] ?? '')
  const role = strings(node.jobTitle)[0]?.trim() ?? ''
  if (read?.form !== 'full' || (role === '' && node.worksFor === undefined && !ownProperties.has(property))) return null
  const found = [...strings(node.sameAs), ...strings(node.url)]
    .map((href) => profileOf(href, url))
    .filter((one): one is TeamProfile => one !== null)
  const profiles = [...new Map(found.map((profile) => [profile.key, profile])).values()].slice(0, 10)
  return {
    name: read.name,
    role: role.slice(0, 120),
    page: url,
    quote: [read.name, role].filter(Boolean).join(', ').slice(0, 200),
    profiles,
  }
}
