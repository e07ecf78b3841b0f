import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { EenlijnError } from '../model/errors.ts'
import type { HouseStyle } from '../model/house-style.ts'
import type { PlatformId } from '../model/platform.ts'
import { mannerOf } from '../naming/manner.ts'
import { type Named, type NamingOrganisation, valuesOf } from '../naming/name-values.ts'
import { type Piece, readPattern } from '../naming/pattern.ts'
import { writings } from '../naming/write-name.ts'
import { platformName } from '../report/platform-name.ts'
import { locations } from '../store/schema.ts'
import { findAudit, organisationOf } from './find-audit.ts'
import { placeOf, readCandidates } from './read-candidates.ts'

type NamePatternList = 'organisation' | 'units' | 'people' | 'display'

/** What a list of patterns gives, for a few of the organisation's own. */
export interface NamePreview {
  readonly of: NamePatternList
  readonly names: readonly { readonly about: string; readonly name: string }[]
}

/** Invented, so that trying out a pattern needs nobody's name. */
const staff = ['Jannie de Wit', 'Zoë van der Meer', 'Erik Smit']
const examples = 3

interface Asked {
  readonly named: Named
  readonly platform: PlatformId
  readonly about: string
}

/**
 * What the patterns give: for accounts and locations of the organisation, and for staff with invented names. A list that is
 * empty or cannot be read gives nothing.
 * @throws EenlijnError `not-found`.
 */
export function previewNames(deps: Deps, auditId: string, names: HouseStyle['names']): NamePreview[] {
  const { db } = deps.store
  const audit = findAudit(db, auditId)
  const { id, name, aliases, website } = organisationOf(db, audit)
  const ours = readCandidates(db, audit)
    .filter((candidate) => candidate.standing === 'ours')
    .sort((a, b) => placeOf(a.platform) - placeOf(b.platform))
  const platforms = [...new Set<PlatformId>([...ours.map(({ platform }) => platform), 'instagram', 'x', 'facebook'])].slice(0, examples)
  const places = db
    .select({ name: locations.name, place: locations.place })
    .from(locations)
    .where(and(eq(locations.organisationId, id), isNull(locations.removedAt)))
    .orderBy(asc(locations.name))
    .limit(examples)
    .all()
  const first = platforms[0] ?? 'instagram'
  const organisation = platforms.map((platform) => ({
    named: { kind: 'organisation' as const, name },
    platform,
    about: platformName(platform),
  }))
  const units = places.map(({ name, place }) => ({
    named: { kind: 'unit' as const, name, place },
    platform: first,
    about: `${name}, ${platformName(first)}`,
  }))
  const people = staff.map((name) => ({
    named: { kind: 'person' as const, name },
    platform: first,
    about: `${name}, ${platformName(first)}`,
  }))
  const lists: readonly [NamePatternList, readonly Asked[]][] = [
    ['organisation', organisation],
    ['units', units],
    ['people', people],
    ['display', [...organisation.slice(0, 1).map((one) => ({ ...one, about: name })), ...units].slice(0, examples)],
  ]
  return lists.flatMap(([of, asked]) => {
    const patterns = readable(names[of])
    if (patterns === null) return []
    const given = asked.flatMap((one) => nameFor(one, patterns, { name, aliases, website }, of === 'display' ? 'display' : 'handle'))
    return [{ of, names: given }]
  })
}

function readable(patterns: readonly string[]): Piece[][] | null {
  if (patterns.length === 0) return null
  try {
    return patterns.map((pattern) => readPattern(pattern))
  } catch (error) {
    if (error instanceof EenlijnError) return null
    throw error
  }
}

/** By the first pattern that fits the platform. */
function nameFor(
  { named, platform, about }: Asked,
  patterns: readonly Piece[][],
  organisation: NamingOrganisation,
  as: 'handle' | 'display',
) {
  const manner = mannerOf(platform, as)
  const values = valuesOf(named, organisation)
  for (const pieces of patterns) {
    const [writing] = writings(pieces, values, manner)
    if (writing && writing.text !== '' && writing.text.length <= manner.longest) return [{ about, name: writing.text }]
  }
  return []
}
