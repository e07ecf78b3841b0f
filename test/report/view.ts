import type { FoundVia } from '../../src/model/candidate.ts'
import { namedPlatforms } from '../../src/model/platform.ts'
import { seen, unseen } from '../../src/model/seen.ts'
import type { Snapshot } from '../../src/model/snapshot.ts'
import type { AuditView, CandidateView, GradeView, GradingView } from '../../src/services/views.ts'

/** Small views of an audit of the fictional organisation De Linde. */

export const at = '2027-03-01T09:00:00.000Z'

const ungraded: GradingView = { mine: null, others: [], othersCount: 0, revealed: false }

export const grade = (halfPoints: number | null, reason = 'het is duidelijk', by = 'Jannie'): GradeView => ({
  personId: by,
  by,
  halfPoints,
  reason,
  version: 1,
  at,
})

export const graded = (...grades: GradeView[]): GradingView => ({
  mine: grades[0] ?? null,
  others: grades.slice(1),
  othersCount: Math.max(0, grades.length - 1),
  revealed: grades.length > 0,
})

export const place = (over: Partial<FoundVia> = {}): FoundVia => ({
  route: 'website',
  page: 'https://delinde.example/contact',
  pageTitle: 'Contact',
  source: 'link',
  zone: 'footer',
  label: 'Volg ons',
  quote: 'Volg ons',
  seenAt: at,
  record: null,
  ...over,
})

export const look = (over: Partial<Snapshot> = {}): Snapshot => ({
  key: 'x:delinde',
  url: 'https://x.com/delinde',
  state: 'captured',
  wall: null,
  httpStatus: 200,
  displayName: seen('De Linde', 'og:title'),
  description: unseen('absent'),
  picture: unseen('not-offered'),
  website: unseen('absent'),
  takenAt: at,
  record: null,
  ...over,
})

export const account = (over: Partial<CandidateView> = {}): CandidateView => ({
  accountId: `id-${over.key ?? 'x:delinde'}`,
  key: 'x:delinde',
  platform: 'x',
  handle: 'delinde',
  url: 'https://x.com/delinde',
  closed: false,
  doubt: null,
  verdict: 'ours',
  confidence: 0.97,
  kind: 'central',
  signals: [],
  foundVia: [place()],
  furtherPlaces: 0,
  decision: null,
  standing: over.verdict ?? 'ours',
  snapshot: look(),
  grading: ungraded,
  ...over,
})

/** Slots are filled from the candidates as the product does: ours and likely ones, the five named platforms always there. */
export const view = (over: Partial<AuditView> = {}): AuditView => {
  const candidates = over.candidates ?? []
  const inSlots = candidates.filter(({ standing }) => standing === 'ours' || standing === 'likely')
  const platforms = [...new Set([...namedPlatforms, ...inSlots.map(({ platform }) => platform)])]
  return {
    id: 'a1',
    organisation: {
      id: 'o1',
      name: 'De Linde',
      aliases: [],
      website: 'https://www.delinde.example/',
      country: 'nl',
      wikidataId: null,
      demo: false,
    },
    state: 'done',
    request: { name: 'De Linde' },
    createdAt: at,
    startedAt: at,
    finishedAt: at,
    failure: null,
    choices: [],
    siteBelongs: 'yes',
    peopleCounted: 3,
    routes: [],
    candidates,
    slots: platforms.map((platform) => ({
      platform,
      named: namedPlatforms.some((named) => named === platform),
      accounts: inSlots.filter((candidate) => candidate.platform === platform),
      answer: null,
    })),
    assessment: null,
    uniformityGrading: ungraded,
    plan: [],
    requestsMade: 12,
    lastEvent: 0,
    ...over,
  }
}
