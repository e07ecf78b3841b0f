import type { AuditState } from '../model/audit.ts'
import type { Verdict } from '../model/candidate.ts'
import type { PlatformId } from '../model/platform.ts'
import type { Text } from '../model/text.ts'
import type { AuditView, CandidateView, SlotView } from '../services/views.ts'
import { gradingOf } from './grading.ts'
import type {
  AccountSection,
  Look,
  PlatformSection,
  Provenance,
  ReportModel,
  ReportSheet,
  UniformitySection,
  UnseenSection,
} from './model.ts'
import { placesOf } from './places.ts'
import { platformName } from './platform-name.ts'
import type { SheetGroups } from './sheet-groups.ts'
import { strengthsOf } from './strengths.ts'
import { buildUniformity } from './uniformity.ts'
import {
  answerWords,
  byHandWords,
  kindWords,
  lookByHand,
  notLooked,
  routeStateWords,
  routeWords,
  verdictWords,
  wallWords,
} from './words.ts'

/**
 * The report of an audit as one reader may see it. Pure: the same view gives the same report.
 * @param made.version of the product that renders it, for the provenance
 * @param made.sheet the accounts laid together by banner
 */
export function buildReport(view: AuditView, made: { readonly version?: string; readonly sheet?: Sheet } = {}): ReportModel {
  const { name, aliases, website, country, wikidataId, demo } = view.organisation
  const standing = (verdict: Verdict) => view.candidates.filter((candidate) => candidate.standing === verdict).map(accountSection)
  return {
    auditId: view.id,
    state: view.state,
    organisation: { name, aliases, website, country, wikidataId, demo },
    strengths: strengthsOf(view),
    platforms: view.slots.map(platformSection),
    open: standing('unknown'),
    notOurs: standing('not-ours'),
    undecided: view.candidates.filter((candidate) => candidate.decision?.decision == null && candidate.standing !== 'not-ours').length,
    unseen: unseenSection(view),
    printed: view.printed ?? [],
    uniformity: uniformitySection(view, made.sheet ?? null),
    plan: view.plan.map(({ id, what, how, owner, due, done }) => ({ id, what, how, owner, due, done })),
    provenance: provenance(view, made.version ?? null),
  }
}

function platformSection(slot: SlotView): PlatformSection {
  return {
    platform: slot.platform,
    name: platformName(slot.platform),
    named: slot.named,
    accounts: slot.accounts.filter((account) => account.standing !== 'not-ours').map(accountSection),
    answer: slot.answer && { ...slot.answer, text: answerWords[slot.answer.answer] },
  }
}

function accountSection(candidate: CandidateView): AccountSection {
  const { accountId, key, platform, handle, url, closed, standing, verdict, confidence, furtherPlaces, decision } = candidate
  // A report is handed on; a suspicion that nobody confirmed stays on the page of accounts.
  const kind = candidate.kind === 'impostor' && decision?.kind !== 'impostor' ? 'unknown' : candidate.kind
  return {
    accountId,
    key,
    platform,
    platformName: platformName(platform),
    handle,
    url,
    closed,
    standing,
    standingText: verdictWords[standing],
    verdict,
    confidence,
    kind,
    kindText: kindWords[kind],
    decided: decision?.decision ? { by: decision.by, at: decision.at } : null,
    grading: gradingOf(candidate.grading),
    foundVia: placesOf(candidate.foundVia),
    furtherPlaces,
    look: lookOf(candidate),
  }
}

function lookOf({ snapshot, byHand }: CandidateView): Look | null {
  if (!snapshot) return null
  const { state, takenAt, displayName, description, picture, website, wall, record } = snapshot
  return {
    state,
    takenAt,
    displayName,
    description,
    picture,
    website,
    record,
    byHand: byHand && snapshot.seenBy === 'person' ? { by: byHand.by, at: byHand.at } : null,
    wall: wall && { kind: wall, why: wallWords[wall], byHand: byHandWords[wall] },
  }
}

const ended = (state: AuditState) => state === 'done' || state === 'cancelled' || state === 'failed'

function unseenSection(view: AuditView): UnseenSection {
  return {
    routes: view.routes
      .filter(({ state }) => state === 'not-looked' || state === 'partial' || state === 'cancelled')
      .map(({ route, why, byHand }) => ({ route, name: routeWords[route], why, byHand })),
    accounts: view.candidates.flatMap((candidate) => {
      const reason = candidate.standing === 'not-ours' ? null : unseenReason(candidate, view.state)
      if (!reason) return []
      const { accountId, platform, handle, url } = candidate
      return [{ accountId, platform, handle, url, ...reason }]
    }),
  }
}

/** A page that is gone was seen to be gone; only what stood behind a wall, or was never asked, is unseen. */
function unseenReason({ snapshot }: CandidateView, state: AuditState): { why: Text; byHand: Text } | null {
  if (!snapshot) return ended(state) ? { why: notLooked, byHand: lookByHand } : null
  if (snapshot.state !== 'walled' && snapshot.state !== 'unreachable') return null
  const wall = snapshot.wall ?? (snapshot.state === 'walled' ? 'blocked' : 'network')
  return { why: wallWords[wall], byHand: byHandWords[wall] }
}

type Sheet = SheetGroups<{ readonly platform: PlatformId; readonly handle: string }>

/** In short: each kind of group is one line, by the names of its accounts. */
function sheetOf({ norm, groups }: Sheet): ReportSheet {
  const about = ({ platform, handle }: { platform: PlatformId; handle: string }) => `${platformName(platform)} (${handle})`
  return {
    norm,
    groups: [...Map.groupBy(groups, ({ kind }) => kind)].map(([kind, some]) => ({
      kind,
      accounts: some.flatMap(({ items }) => items.map(about)),
    })),
  }
}

/** What the grade is made of and what would mend it, without the findings, which stand beside it. */
function madeOf(view: AuditView): Pick<UniformitySection, 'formula' | 'parts' | 'mends'> {
  if (!view.assessment) return { formula: null, parts: [], mends: [] }
  const { formula, parts, plan } = buildUniformity({ assessment: view.assessment, accounts: view.candidates, off: [] })
  return {
    formula,
    parts: parts.map(({ title, score, checks }) => ({
      title,
      score,
      checks: checks.map(({ id, title, weight, score, inLine, toMend, unseen }) => ({ id, title, weight, score, inLine, toMend, unseen })),
    })),
    mends: plan.mends
      .map(({ about, field, minutes, gain, gradeAfter, how }) => ({ about, field, minutes, gain, gradeAfter, how }))
      .sort((a, b) => b.gain - a.gain),
  }
}

function uniformitySection(view: AuditView, sheet: Sheet | null): UniformitySection {
  const { candidates, uniformityGrading } = view
  const hidden = !uniformityGrading.revealed
  const assessment = hidden ? null : view.assessment
  const names = new Map(candidates.map(({ key, platform, handle }) => [key, `${platformName(platform)} (${handle})`]))
  return {
    hidden,
    score: assessment?.score ?? null,
    rubric: assessment?.rubric ?? null,
    version: assessment?.version ?? null,
    findings: (assessment?.findings ?? []).map((finding) => ({
      ...finding,
      about: finding.subject === null ? null : (names.get(finding.subject) ?? finding.subject),
    })),
    ...(hidden ? { formula: null, parts: [], mends: [] } : madeOf(view)),
    sheet: hidden || !sheet ? null : sheetOf(sheet),
    grading: gradingOf(uniformityGrading),
  }
}

function provenance(view: AuditView, productVersion: string | null): Provenance {
  const sum = (count: (route: AuditView['routes'][number]) => number) => view.routes.reduce((total, route) => total + count(route), 0)
  return {
    productVersion,
    createdAt: view.createdAt,
    startedAt: view.startedAt,
    finishedAt: view.finishedAt,
    fromArchive: view.request.archive !== undefined,
    label: view.request.label ?? null,
    routes: view.routes.map(({ route, state, pagesRead, pagesUnseen, found, why }) => ({
      route,
      name: routeWords[route],
      state,
      stateText: routeStateWords[state],
      pagesRead,
      pagesUnseen,
      found,
      why,
    })),
    pagesRead: sum((route) => route.pagesRead),
    pagesUnseen: sum((route) => route.pagesUnseen),
    requestsMade: view.requestsMade,
    ...(view.unchanged ? { unchanged: view.unchanged } : {}),
    peopleCounted: view.peopleCounted,
    siteBelongs: view.siteBelongs,
  }
}
