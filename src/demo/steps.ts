import { readFile } from 'node:fs/promises'
import type { Deps } from '../deps.ts'
import { answerLocation } from '../services/answer-location.ts'
import { captureByHand } from '../services/capture-by-hand.ts'
import { confirmMember, noteInformed } from '../services/change-member.ts'
import { comparePictures, picturesToCompare } from '../services/compare-pictures.ts'
import { decideCandidate } from '../services/decide-candidate.ts'
import { objectMember } from '../services/erase-member.ts'
import { explainDeviation, explanationKey, explanationsOf } from '../services/explain-deviation.ts'
import { findAudit } from '../services/find-audit.ts'
import { importLocationsFromSite } from '../services/import-locations.ts'
import { keepHousePicture } from '../services/keep-house-picture.ts'
import { readCandidates } from '../services/read-candidates.ts'
import { readLocations } from '../services/read-locations.ts'
import { readManagers } from '../services/read-managers.ts'
import { keepPrintFile } from '../services/read-print.ts'
import { takeResultPage } from '../services/read-result-page.ts'
import { readTeam } from '../services/read-team.ts'
import { saveHouseStyle } from '../services/save-house-style.ts'
import { saveManager } from '../services/save-manager.ts'
import { saveTeamBasis } from '../services/save-team-basis.ts'
import { startAudit } from '../services/start-audit.ts'
import { demoBasis, demoExplanation, demoHouseStyle, demoManagers, demoTeam } from './agreements.ts'
import { auditKey, type DemoMoment, demoMoments } from './moments.ts'
import { demoArticle, demoOrganisation, demoPoster } from './organisation.ts'
import { packDemoArchive } from './pack.ts'

/** What a step is given. */
interface DemoSetting {
  readonly deps: Deps
  /** The audit of a moment, that ran before. */
  audit(moment: DemoMoment['id']): string
  /** The colleague who does it all. */
  readonly personId: string
  readonly signal: AbortSignal
}

/** One thing that a person would do, as a person would do it. Done again after a start that was cut off, it doubles nothing. */
export type DemoStep =
  | { readonly id: string; readonly moment: DemoMoment; start(deps: Deps): Promise<string> }
  | { readonly id: string; readonly moment: null; run(setting: DemoSetting): Promise<void> | void }

const web = new URL('web/', import.meta.url)
const open = (file: string): Promise<Uint8Array> => readFile(new URL(file, web))

const audit = (id: DemoMoment['id'], also: (deps: Deps) => Promise<object> = async () => ({})): DemoStep => {
  const moment = demoMoments.find((one) => one.id === id) as DemoMoment
  return {
    id: `audit ${id}`,
    moment,
    start: async (deps) => {
      const archive = await deps.blobs.put(await packDemoArchive(moment))
      const request = { ...demoOrganisation, archive, ...(await also(deps)) }
      const { auditId } = await startAudit(deps, request, { demo: true, at: moment.at, idempotencyKey: auditKey(moment) })
      return auditId
    },
  }
}

const step = (id: string, run: (setting: DemoSetting) => Promise<void> | void): DemoStep => ({ id, moment: null, run })

/** What was done on a day is dated by that day. */
const on = (deps: Deps, day: string): Deps => ({ ...deps, now: () => new Date(day) })

/** Accounts of an audit by their key, as it is written today. */
function accountsOf({ store: { db } }: Deps, auditId: string) {
  const all = new Map(readCandidates(db, findAudit(db, auditId)).map((one) => [one.key.toLowerCase(), one]))
  return (key: string) => all.get(key.toLowerCase()) ?? null
}

const walled = { linkedin: 'linkedin:company/zorggroep-wilgenwaard', facebook: 'facebook:wilgenwaard' }

/** Accounts behind a login wall: a colleague opens them, saves the page and hands it over, two days after the audit. */
const looks = (moment: DemoMoment['id'], platforms: readonly (keyof typeof walled)[]): DemoStep =>
  step(`looks by hand ${moment}`, async ({ deps, audit, personId }) => {
    const auditId = audit(moment)
    const then = on(deps, new Date(Date.parse(findAudit(deps.store.db, auditId).createdAt) + 2 * 86_400_000).toISOString())
    for (const platform of platforms) {
      const account = accountsOf(deps, auditId)(walled[platform])
      if (!account || account.byHand) continue
      const page = await open(`saved/${platform}.mhtml`)
      const fields = { name: '', description: '', website: '', lastPost: '', hasPicture: '' }
      await captureByHand(then, { auditId, accountId: account.accountId, personId, found: 'profile', page, screenshot: null, fields })
    }
  })

/** One audit's pictures at a time: comparing takes all that a small machine has. */
const longestComparison = 120_000

/** After what was agreed and seen by hand the pictures are compared anew, so that whoever opens the report need not wait. */
const pictures = (moment: DemoMoment['id']): DemoStep =>
  step(`pictures ${moment}`, async ({ deps, audit, signal }) => {
    const row = findAudit(deps.store.db, audit(moment))
    await comparePictures(deps, row)
    const late = AbortSignal.any([signal, AbortSignal.timeout(longestComparison)])
    while (!late.aborted && (await picturesToCompare(deps, row)) !== null) await deps.bell.wait(row.id, 2_000, late)
  })

/** A year of one organisation, in the order in which it went. */
export const demoSteps: readonly DemoStep[] = [
  audit('2025-12'),
  looks('2025-12', ['facebook']),
  audit('2026-03'),
  looks('2026-03', ['linkedin', 'facebook']),
  step('team basis', ({ deps, audit, personId }) => {
    const auditId = audit('2026-03')
    if (readTeam(deps, auditId).versions.length > 0) return
    saveTeamBasis(on(deps, '2026-05-18T09:10:00.000Z'), { auditId, ...demoBasis, confirmed: true, personId })
  }),
  audit('2026-06'),
  looks('2026-06', ['facebook']),
  step('team', async ({ deps, audit }) => {
    const auditId = audit('2026-06')
    for (const { id: memberId, name } of readTeam(deps, auditId).members) {
      if (name === demoTeam.objects) {
        await objectMember(deps, { auditId, memberId })
        continue
      }
      confirmMember(deps, { auditId, memberId })
      if (demoTeam.informed.includes(name)) noteInformed(deps, { auditId, memberId, on: demoTeam.informedOn })
    }
  }),
  step('a forgotten account', ({ deps, audit, personId }) => {
    const auditId = audit('2026-06')
    const telegram = accountsOf(deps, auditId)('telegram:zorggroepwilgenwaard')
    if (!telegram || telegram.decision) return
    decideCandidate(deps, { auditId, accountId: telegram.accountId, decision: 'ours', basedOn: null, personId })
  }),
  step('house style', async ({ deps, audit, personId }) => {
    const auditId = audit('2026-06')
    const then = on(deps, '2026-08-24T13:00:00.000Z')
    const keep = async (file: string) =>
      (await keepHousePicture(then, { auditId, bytes: await open(`site/beeld/${file}`), field: 'logo.files' })).digest
    const banner = accountsOf(deps, auditId)('x:wilgenwaard')?.snapshot?.banner
    if (!banner?.seen) throw new Error('the banner on X was not seen')
    const pictures = { banner: banner.value, mark: await keep('logo.svg'), wordmark: await keep('woordmerk.svg') }
    const style = demoHouseStyle({ ...pictures, markOf2009: await keep('logo-2009.svg') })
    saveHouseStyle(then, { auditId, style, personId })
  }),
  step('explanation', ({ deps, audit, personId }) => {
    const auditId = audit('2026-06')
    const { account, ...explained } = demoExplanation
    const found = accountsOf(deps, auditId)(account)
    const { organisationId } = findAudit(deps.store.db, auditId)
    if (!found || explanationsOf(deps.store.db, organisationId).has(explanationKey(found.key, explained.check))) return
    explainDeviation(on(deps, '2026-08-31T09:40:00.000Z'), { auditId, accountId: found.accountId, ...explained, personId })
  }),
  audit('2026-09', async (deps) => ({
    press: [demoArticle],
    links: 'https://www.instagram.com/gewoonmeedoen.wilgenwaard/',
    prints: [
      { ...demoPoster, route: 'print', file: await keepPrintFile(deps, { bytes: await open(`print/${demoPoster.name}`), route: 'print' }) },
    ],
  })),
  step('results of a search', async ({ deps, audit }) => {
    const auditId = audit('2026-09')
    const { db } = deps.store
    const known = readCandidates(db, findAudit(db, auditId)).some(({ foundVia }) => foundVia.some(({ route }) => route === 'search-engine'))
    if (!known) await takeResultPage(deps, { auditId, text: '', page: await open('saved/search.html'), query: '' })
  }),
  looks('2026-09', ['linkedin', 'facebook']),
  step('locations', async ({ deps, audit, personId }) => {
    const auditId = audit('2026-09')
    await importLocationsFromSite(deps, { auditId })
    const { rows, answers } = readLocations(deps, auditId)
    const nursery = rows.find(({ location }) => location.name.includes('Notenboom'))?.location
    const note = 'Kinderen kiezen niet zelf of ze op internet staan.'
    for (const platform of ['facebook', 'instagram'] as const)
      if (nursery && !answers.some((one) => one.locationId === nursery.id && one.platform === platform))
        answerLocation(deps, { auditId, locationId: nursery.id, platform, answer: 'deliberately-absent', note, personId })
  }),
  step('managers', ({ deps, audit }) => {
    const auditId = audit('2026-09')
    const account = accountsOf(deps, auditId)
    const known = new Set(readManagers(deps, auditId).managers.map(({ name }) => name))
    for (const { accounts, ...manager } of demoManagers)
      if (!known.has(manager.name))
        saveManager(deps, { auditId, ...manager, deputyOf: '', accounts: accounts.flatMap((key) => account(key)?.accountId ?? []) })
  }),
  ...[...demoMoments].reverse().map(({ id }) => pictures(id)),
]
