import type { RouteId } from '../../model/candidate.ts'
import type { Organisation } from '../../model/organisation.ts'
import type { PlatformId } from '../../model/platform.ts'
import type { Text } from '../../model/text.ts'
import { accountFromHandle, classifyUrl } from '../../platforms/classify.ts'
import { findsNonsense } from '../nonsense.ts'
import { claimOf, joinTexts, type RouteClaim, rankLabel, uniqueClaims, viaOf } from '../outcome.ts'
import type { ServiceAnswer } from '../service-answer.ts'
import { registeredDomain } from '../wikidata/items.ts'
import type { About, Hit } from './client.ts'

/** How one source of a route ended. */
export interface SourceOutcome {
  readonly platform: PlatformId
  readonly service: string
  readonly state: 'done' | 'partial' | 'not-looked'
  /** Questions that were asked, those about nonsense among them. */
  readonly asked: number
  readonly claims: readonly RouteClaim[]
  readonly setAside: readonly RouteClaim[]
  readonly people: number
  readonly why: Text | null
}

/** One question: what to ask, and how to say in the proof what was asked. */
export interface SourceQuestion {
  readonly label: string
  ask(): Promise<ServiceAnswer<readonly Hit[]>>
  /** Whether a hit is about the organisation at all. */
  readonly fits?: (hit: Hit) => boolean
}

export interface Source {
  readonly route: RouteId
  readonly platform: PlatformId
  readonly service: string
  /** Questions about names that nobody bears. */
  readonly controls: readonly SourceQuestion[]
  readonly questions: readonly SourceQuestion[]
}

/**
 * Asks a source about nonsense first, then what we want to know. What finds nonsense is set aside; what cannot answer the
 * controls is not asked further, since nothing would vouch for its answers.
 */
export async function askSource(source: Source): Promise<SourceOutcome> {
  const { platform, service, controls, questions } = source
  const from = { platform, service, claims: [], setAside: [], people: 0 }
  const control = await askInTurn(controls, source)
  const failed = control.troubles.length > 0
  if (failed) return { ...from, state: 'not-looked', asked: control.asked, why: joinTexts(control.troubles) }
  const run = await askInTurn(questions, source)
  const asked = control.asked + run.asked
  const isVain = control.hits > 0
  const claims = uniqueClaims(run.claims)
  const none = run.answered === 0 && questions.length > 0
  return {
    ...from,
    state: none ? 'not-looked' : isVain || run.troubles.length > 0 ? 'partial' : 'done',
    asked,
    claims: isVain ? [] : claims,
    setAside: isVain ? claims : [],
    people: run.people,
    why: joinTexts([...run.troubles, isVain && claims.length > 0 ? findsNonsense(service) : null]),
  }
}

async function askInTurn(questions: readonly SourceQuestion[], { route, platform, service }: Source) {
  const claims: RouteClaim[] = []
  const troubles: Text[] = []
  let [asked, answered, hits, people] = [0, 0, 0, 0]
  for (const { label, ask, fits = () => true } of questions) {
    asked++
    const answer = await ask()
    if (answer.kind === 'trouble') {
      troubles.push(answer.why)
      if (answer.final) break
      continue
    }
    answered++
    if (answer.kind === 'absent') continue
    for (const [at, hit] of answer.value.entries()) {
      if (!fits(hit)) continue
      hits++
      if (hit.isPerson) people++
      const address = hit.isPerson ? null : accountFromHandle(platform, hit.handle)
      const via = viaOf(route, {
        page: address?.url ?? null,
        pageTitle: service,
        label: route === 'platform-search' ? rankLabel(at + 1, label) : label,
        quote: hit.quote,
        at: answer.at,
        record: answer.record,
      })
      const claim = address === null ? null : claimOf(address, via, hit)
      if (claim !== null) claims.push(claim)
    }
  }
  return { claims, troubles, asked, answered, hits, people }
}

/** What is asked of every source alike. */
export function aboutOf({ website }: Organisation): About {
  return { domain: website === null || classifyUrl(website).kind !== 'none' ? null : registeredDomain(website) }
}

/** Several sources as one route: done when all are, not looked when none could. */
export function summary(sources: readonly SourceOutcome[]) {
  const states = new Set(sources.map(({ state }) => state))
  const state = states.size === 1 ? (sources[0]?.state ?? 'not-looked') : states.size === 0 ? 'not-looked' : 'partial'
  return {
    state,
    claims: uniqueClaims(sources.flatMap(({ claims }) => claims)),
    setAside: uniqueClaims(sources.flatMap(({ setAside }) => setAside)),
    people: sources.reduce((sum, { people }) => sum + people, 0),
    asked: sources.reduce((sum, { asked }) => sum + asked, 0),
    why: joinTexts(sources.map(({ why }) => why)),
  } as const
}
