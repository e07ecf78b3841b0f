import { namedPlatforms } from '../model/platform.ts'
import type { Text } from '../model/text.ts'
import { formatScore } from '../scoring/grade.ts'
import type { AuditView, CandidateView } from '../services/views.ts'
import { gradingOf } from './grading.ts'
import { platformName } from './platform-name.ts'

const highGrade = 8

/** What goes well, drawn from what was seen. Only accounts take part that are the organisation's and still there. */
export function strengthsOf(view: AuditView): Text[] {
  const ours = view.candidates.filter(({ standing, closed, snapshot }) => standing === 'ours' && !closed && snapshot?.state !== 'gone')
  const found = [
    fromWebsite(ours),
    bothWays(view, ours),
    onAllNamed(ours),
    ...sameHandles(ours),
    ...highGrades(ours),
    ...passedChecks(view),
  ].filter((text) => text !== null)
  return found.length > 0 ? found : [nothingYet]
}

const nothingYet: Text = {
  nl: 'We hebben nog te weinig gezien om te zeggen wat goed gaat.',
  en: 'Too little was seen yet to say what goes well.',
}

function fromWebsite(ours: readonly CandidateView[]): Text | null {
  const linked = ours.filter((account) => account.foundVia.some((via) => via.route === 'website'))
  if (linked.length === 0) return null
  return {
    nl: `Bezoekers van je website vinden er ${platformsOf(linked, 'nl')}.`,
    en: `Visitors to your website find ${platformsOf(linked, 'en')} there.`,
  }
}

function bothWays(view: AuditView, ours: readonly CandidateView[]): Text | null {
  const site = hostOf(view.organisation.website)
  if (site === null) return null
  const mutual = ours.filter((account) => {
    const back = account.snapshot?.website
    return account.foundVia.some((via) => via.route === 'website') && back?.seen === true && within(hostOf(back.value), site)
  })
  if (mutual.length === 0) return null
  return {
    nl: `Je website en je accounts op ${platformsOf(mutual, 'nl')} verwijzen naar elkaar. Zo ziet iedereen dat het echt van jou is.`,
    en: `Your website and your accounts on ${platformsOf(mutual, 'en')} link to each other. So everybody sees that it is really yours.`,
  }
}

function onAllNamed(ours: readonly CandidateView[]): Text | null {
  if (!namedPlatforms.every((platform) => ours.some((account) => account.platform === platform))) return null
  const all = (locale: keyof Text) => new Intl.ListFormat(locale, { type: 'conjunction' }).format(namedPlatforms.map(platformName))
  return { nl: `Je bent te vinden op ${all('nl')}.`, en: `You can be found on ${all('en')}.` }
}

function sameHandles(ours: readonly CandidateView[]): Text[] {
  const byName = Map.groupBy(ours, (account) => bareHandle(account.handle))
  return [...byName].flatMap(([name, accounts]) => {
    if (name === '' || new Set(accounts.map((account) => account.platform)).size < 2) return []
    return [
      {
        nl: `Je heet hetzelfde op ${platformsOf(accounts, 'nl')}: ${name}.`,
        en: `You have the same name on ${platformsOf(accounts, 'en')}: ${name}.`,
      },
    ]
  })
}

function highGrades(ours: readonly CandidateView[]): Text[] {
  return ours.flatMap((account) => {
    const { mean } = gradingOf(account.grading)
    if (!mean || mean.value < highGrade) return []
    const name = `${platformName(account.platform)} (${account.handle})`
    return [
      {
        nl: `${name} krijgt gemiddeld een ${formatScore(mean.value, 'nl')}, van ${mean.n} ${mean.n === 1 ? 'beoordelaar' : 'beoordelaars'}.`,
        en: `${name} gets ${formatScore(mean.value, 'en')} on average, from ${mean.n} ${mean.n === 1 ? 'person' : 'people'}.`,
      },
    ]
  })
}

/** Checks of the organisation as a whole that were met in full. */
function passedChecks(view: AuditView): Text[] {
  const findings = view.assessment?.findings ?? []
  return findings.flatMap(({ subject, outcome, verdict }) =>
    subject === null && outcome.kind === 'scored' && outcome.value === 1 ? [verdict] : [],
  )
}

function platformsOf(accounts: readonly CandidateView[], locale: keyof Text): string {
  const names = [...new Set(accounts.map((account) => platformName(account.platform)))]
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(names)
}

/** The name alone: `@acme`, `company/acme` and `acme@example.social` are all `acme`. */
function bareHandle(handle: string): string {
  const last = handle.slice(handle.lastIndexOf('/') + 1).replace(/^@/, '')
  return (last.split('@')[0] ?? '').toLowerCase()
}

function hostOf(address: string | null): string | null {
  if (!address) return null
  const url = URL.parse(/^https?:\/\//i.test(address) ? address : `https://${address}`)
  return url ? url.hostname.toLowerCase().replace(/^www\./, '') : null
}

/** Compared by label: `fakecity.example` is not within `city.example`. */
const within = (host: string | null, site: string) => host !== null && (host === site || host.endsWith(`.${site}`))
