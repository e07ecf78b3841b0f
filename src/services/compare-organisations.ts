import { setImmediate as yieldToOthers } from 'node:timers/promises'
import { eq } from 'drizzle-orm'
import { rubric as presentRubric, rubricOf } from '../../config/rubric.ts'
import { type Part, parts } from '../checks/check.ts'
import { checks } from '../checks/index.ts'
import { runChecks } from '../checks/run.ts'
import type { Deps } from '../deps.ts'
import { EenlijnError } from '../model/errors.ts'
import type { Finding, Score } from '../model/finding.ts'
import { type HouseStyle, noHouseStyle } from '../model/house-style.ts'
import { compareOrganisations } from '../report/comparison/compare.ts'
import type { ComparedAudit, Measure, NormSort, OrganisationsCompared } from '../report/comparison/model.ts'
import { readingUnder } from '../report/difference/pictures.ts'
import { type Rubric, scoreFindings } from '../scoring/score.ts'
import type { Db } from '../store/open.ts'
import { auditRoutes, houseStyles } from '../store/schema.ts'
import { checkInput } from './check-input.ts'
import { type AuditRow, findAudit, hasEnded, type OrganisationRow, organisationOf } from './find-audit.ts'
import type { Viewer } from './read-audit.ts'
import { isRevealedTo, storedAssessment } from './read-trend.ts'

/** By what measure organisations are laid beside each other. */
export interface ComparedBy {
  /** A rubric's version, or `then`: each audit as it was scored at the time. The present rubric unless given. */
  readonly rubric?: string | undefined
  /** `without`: what each agreed and explained for itself is left out, so that one norm holds for all. */
  readonly agreements?: 'own' | 'without' | undefined
}

export interface ReadComparison extends OrganisationsCompared {
  readonly by: { readonly rubric: string; readonly agreements: 'own' | 'without' }
}

/** Enough for a distribution; more of them nobody reads beside each other. */
export const mostCompared = 30

/**
 * Organisations beside each other, by one audit each, out of what was stored. Only what was measured by one norm and with equal
 * sight is compared, of everything else it is said why it is not. No order among them, no persons; nothing is written.
 * @throws EenlijnError `not-found`; `conflict` while one of the audits runs; `invalid-input` for fewer than two, too many, two
 * audits of one organisation or a rubric that never was.
 */
export async function readComparison(
  deps: Deps,
  auditIds: readonly string[],
  viewer: Viewer,
  asked: ComparedBy = {},
): Promise<ReadComparison> {
  const { db } = deps.store
  const ids = [...new Set(auditIds)]
  if (ids.length < 2) throw new EenlijnError('invalid-input', refusals.tooFew, { field: 'audits' })
  if (ids.length > mostCompared) throw new EenlijnError('invalid-input', refusals.tooMany, { field: 'audits' })
  const by = { rubric: asked.rubric || presentRubric.version, agreements: asked.agreements ?? 'own' } as const
  if (by.rubric !== 'then' && !rubricOf(by.rubric)) throw new EenlijnError('invalid-input', refusals.noRubric, { field: 'rubric' })
  const audits = ids.map((auditId) => findAudit(db, auditId))
  if (audits.some(({ state }) => !hasEnded(state))) throw new EenlijnError('conflict', refusals.running)
  if (new Set(audits.map(({ organisationId }) => organisationId)).size < audits.length)
    throw new EenlijnError('invalid-input', refusals.oneOrganisation, { field: 'audits' })
  const organisations = audits.map((audit) => organisationOf(db, audit))
  const compared: ComparedAudit[] = []
  for (const [at, audit] of audits.entries()) {
    compared.push(comparedAudit(deps, audit, viewer, by, named(organisations, at)))
    // Judging thirty audits takes a while: whoever else asks something is answered in between.
    await yieldToOthers()
  }
  return { by, ...compareOrganisations(compared) }
}

/** By its name; where another one bears the same, with its website as well. */
function named(all: readonly OrganisationRow[], at: number): string {
  const { name = '', website = null } = all[at] ?? {}
  const isAlone = all.filter((other) => other.name === name).length === 1
  return isAlone || website === null ? name : `${name} (${new URL(website).hostname})`
}

function comparedAudit(deps: Deps, audit: AuditRow, viewer: Viewer, by: ReadComparison['by'], organisation: string): ComparedAudit {
  const { db } = deps.store
  const { rubric, findings, style } = judgedBy(deps, audit, by)
  const ofPart = (part: Part) => findings.filter((finding) => partOf.get(finding.check) === part)
  const scoreOf = (own: readonly Finding[]): Score => scoreFindings(own, rubric).total
  const scores = Object.fromEntries(parts.map((part) => [part, scoreOf(ofPart(part))])) as Record<Part, Score>
  return {
    auditId: audit.id,
    organisation,
    at: audit.finishedAt ?? audit.createdAt,
    rubric: rubric.version,
    hidden: !isRevealedTo(db, audit.id, viewer),
    scores: { uniformity: scoreOf(findings), ...scores } satisfies Record<Measure, Score>,
    norms: normsOf(findings, rubric, style),
    routes: db
      .select()
      .from(auditRoutes)
      .where(eq(auditRoutes.auditId, audit.id))
      .all()
      .map(({ report }) => report),
  }
}

const partOf = new Map(checks.map(({ id, part }) => [id, part]))

interface Judged {
  readonly rubric: Rubric
  readonly findings: readonly Finding[]
  readonly style: HouseStyle
}

/** As it was scored then, or today's checks over what was seen then. */
function judgedBy(deps: Deps, audit: AuditRow, { rubric, agreements }: ReadComparison['by']): Judged {
  const { db } = deps.store
  const stored = rubric === 'then' ? storedAssessment(db, audit.id) : undefined
  const by = rubricOf(stored?.rubric ?? rubric) ?? presentRubric
  if (stored && agreements === 'own')
    return { rubric: by, findings: stored.findings, style: styleNamed(db, stored.basis?.houseStyle ?? null) }
  const own = checkInput(db, audit, deps.now()).checks()
  if (agreements === 'own') return { rubric: by, findings: runChecks(own), style: own.houseStyle }
  const bare = checkInput(db, audit, deps.now(), null).checks()
  // What was compared with agreed pictures was compared among each other as well.
  const held = { reading: own.pictures, references: own.houseStyle.background.references }
  const pictures = bare.pictures ?? readingUnder(held, [], held)
  return { rubric: by, findings: runChecks({ ...bare, pictures, explanations: [] }), style: noHouseStyle }
}

function styleNamed(db: Db, id: string | null): HouseStyle {
  const row = id === null ? undefined : db.select().from(houseStyles).where(eq(houseStyles.id, id)).get()
  return row?.body ?? noHouseStyle
}

/** What each check that counts held the accounts against, as its findings say. */
function normsOf(findings: readonly Finding[], rubric: Rubric, style: HouseStyle): ComparedAudit['norms'] {
  const byCheck = Map.groupBy(findings, ({ check }) => check)
  return checks
    .filter(({ id }) => (rubric.weights[id] ?? 0) > 0)
    .map(({ id, part }) => ({ check: id, part, norm: sortOf(id, byCheck.get(id) ?? [], style) }))
}

function sortOf(check: string, own: readonly Finding[], { off, logo }: HouseStyle): NormSort {
  if (off.includes(check)) return 'off'
  if (own.some(({ explained }) => explained !== undefined)) return 'explained'
  if (!own.some(({ norm }) => norm?.kind === 'agreed')) return 'own'
  return check === 'logo' && logo.inAvatar !== null ? logo.inAvatar : 'agreed'
}

const refusals = {
  tooFew: { nl: 'Kies minstens twee organisaties om te vergelijken.', en: 'Choose at least two organisations to compare.' },
  tooMany: {
    nl: `Je kunt hoogstens ${mostCompared} organisaties tegelijk vergelijken. Haal er een paar weg.`,
    en: `You can compare at most ${mostCompared} organisations at once. Leave out a few.`,
  },
  oneOrganisation: {
    nl: 'Twee van deze audits gaan over één organisatie. Gebruik daarvoor de verschillen of het verloop.',
    en: 'Two of these audits are of one organisation. Use the differences or the trend for that.',
  },
  noRubric: {
    nl: 'Deze meetlat bestaat niet. Laat hem weg voor die van nu.',
    en: 'There is no such rubric. Leave it out for the present one.',
  },
  running: {
    nl: 'Een van deze audits loopt nog. Vergelijken kan zodra hij klaar is.',
    en: 'One of these audits is still running. Comparing is possible as soon as it is done.',
  },
} as const
