import { eq } from 'drizzle-orm'
import { createRecorder } from '../../src/capture/record.ts'
import type { Deps } from '../../src/deps.ts'
import type { RouteReport } from '../../src/model/audit.ts'
import { answerSlot } from '../../src/services/answer-slot.ts'
import { upsertCandidate } from '../../src/services/candidates.ts'
import { decideCandidate } from '../../src/services/decide-candidate.ts'
import { gradeSubject } from '../../src/services/grade-subject.ts'
import { identifyPerson } from '../../src/services/person.ts'
import { savePlanItem } from '../../src/services/plan.ts'
import { readAudit } from '../../src/services/read-audit.ts'
import { startAudit } from '../../src/services/start-audit.ts'
import { auditRoutes, audits, evidence, requests, snapshots } from '../../src/store/schema.ts'
import { sampleAccounts, seenAt, site } from './sample-candidates.ts'
import { samplePicture } from './sample-picture.ts'

export const samplePage = `<!doctype html>
<html lang="nl"><head><title>Zorgwijde, zorg dichtbij</title><script>document.body.textContent = 'uitgevoerd'</script></head>
<body><main><h1>Zorg dichtbij</h1></main>
<footer><a href="https://www.facebook.com/zorgwijde">facebook</a> Website door <a href="https://www.instagram.com/studio.kwast">Studio Kwast</a></footer>
</body></html>
`

const route = (report: Pick<RouteReport, 'route' | 'state' | 'found'> & Partial<RouteReport>): RouteReport => ({
  pagesRead: 0,
  pagesUnseen: 0,
  why: null,
  byHand: null,
  ...report,
})

export const sampleRoutes: readonly RouteReport[] = [
  route({
    route: 'website',
    state: 'partial',
    found: 6,
    pagesRead: 38,
    pagesUnseen: 2,
    why: { nl: 'Twee pagina’s gaven geen antwoord.', en: 'Two pages gave no answer.' },
    byHand: { nl: 'Open de website zelf en kijk onderaan de pagina.', en: 'Open the website yourself and look at the foot of the page.' },
  }),
  route({ route: 'wikidata', state: 'done', found: 1, pagesRead: 1 }),
  route({
    route: 'search-engine',
    state: 'not-looked',
    found: 0,
    why: { nl: 'Wij vragen geen zoekmachines zonder sleutel.', en: 'We do not ask search engines without a key.' },
    byHand: {
      nl: 'Zoek zelf op de naam en plak de links die je vindt.',
      en: 'Search for the name yourself and paste the links that you find.',
    },
  }),
  route({ route: 'pasted', state: 'done', found: 1 }),
]

export interface Sample {
  readonly auditId: string
  /** Has decided and graded; sees the grades of others where she graded. */
  readonly jannie: string
  readonly marit: string
  /** Digest of the kept page. */
  readonly page: string
  /** Account ids by key: `facebook:zorgwijde`. */
  readonly accounts: ReadonlyMap<string, string>
}

/**
 * A finished audit of an invented care organisation, written into the real store: as far as `stage`,
 * `found` (nobody did anything yet) or `graded` (decisions, grades, answers and a plan).
 */
export async function sampleAudit(deps: Deps, stage: 'found' | 'graded' = 'graded'): Promise<Sample> {
  const { auditId } = await startAudit(deps, { name: 'Zorgwijde', website: site, aliases: ['ZW'], country: 'nl' })
  const page = await keepPage(deps, auditId)
  const accounts = await writeFound(deps, auditId, page)
  const person = (name: string) => identifyPerson(deps, { name, personId: null }).personId
  const sample = { auditId, jannie: person('Jannie de Wit'), marit: person('Marit Bos'), page, accounts }
  if (stage === 'graded') judge(deps, sample)
  return sample
}

async function keepPage(deps: Deps, auditId: string): Promise<string> {
  const { keep } = createRecorder(deps.blobs)
  const headers = { 'content-type': 'text/html; charset=utf-8' }
  const digest = await keep({ kind: 'response', url: site, at: seenAt, status: 200, headers, body: Buffer.from(samplePage) })
  deps.store.db.insert(evidence).values({ digest, auditId, kind: 'page', expiresAt: '2026-12-12T13:30:00.000Z' }).run()
  return digest
}

async function writeFound(deps: Deps, auditId: string, page: string): Promise<Map<string, string>> {
  const pictures = {
    house: await deps.blobs.put(samplePicture([15, 92, 99], [255, 255, 255])),
    old: await deps.blobs.put(samplePicture([196, 221, 205], [15, 92, 99])),
    other: await deps.blobs.put(samplePicture([240, 196, 92], [120, 44, 28])),
  }
  const accounts = new Map<string, string>()
  deps.store.transact((tx) => {
    const audit = tx.select().from(audits).where(eq(audits.id, auditId)).get()
    if (!audit) throw new Error('no audit')
    for (const digest of Object.values(pictures))
      tx.insert(evidence).values({ digest, auditId, kind: 'picture', expiresAt: '2026-12-12T13:30:00.000Z' }).run()
    for (const { candidate, look } of sampleAccounts) {
      const foundVia = candidate.foundVia.map((via) => (via.page === site ? { ...via, record: page } : via))
      const { accountId } = upsertCandidate(tx, auditId, audit.organisationId, { ...candidate, foundVia }, seenAt)
      accounts.set(candidate.key, accountId)
      const body = look?.((name) => pictures[name])
      if (body) tx.insert(snapshots).values({ auditId, accountId, state: body.state, body }).run()
    }
    for (const report of sampleRoutes)
      tx.insert(auditRoutes)
        .values({ auditId, route: report.route, report })
        .onConflictDoUpdate({ target: [auditRoutes.auditId, auditRoutes.route], set: { report } })
        .run()
    tx.insert(requests)
      .values({ id: `${auditId}-1`, auditId, url: site, outcome: 'page', status: 200, at: seenAt, record: page })
      .run()
    tx.update(audits)
      .set({
        state: 'done',
        startedAt: '2026-11-12T13:29:10.000Z',
        finishedAt: '2026-11-12T13:32:00.000Z',
        siteBelongs: 'yes',
        peopleCounted: 14,
      })
      .where(eq(audits.id, auditId))
      .run()
  })
  return accounts
}

function judge(deps: Deps, { auditId, accounts, jannie, marit }: Sample): void {
  const idOf = (key: string) => accounts.get(key) ?? ''
  for (const key of ['facebook:zorgwijde', 'youtube:@zorgwijdetv', 'linkedin:company/zorgwijde'])
    decideCandidate(deps, { auditId, accountId: idOf(key), decision: 'ours', basedOn: null, personId: jannie })
  decideCandidate(deps, { auditId, accountId: idOf('instagram:studio.kwast'), decision: 'not-ours', basedOn: null, personId: marit })
  const grade = (personId: string, key: string, typed: string | null, reason: string) =>
    gradeSubject(deps, { auditId, subject: key === 'uniformity' ? key : idOf(key), grade: typed, reason, personId })
  grade(
    jannie,
    'facebook:zorgwijde',
    '7,5',
    'De foto is scherp en de tekst zegt meteen wat wij doen. Berichten hebben nog geen beschrijving bij de foto.',
  )
  grade(marit, 'facebook:zorgwijde', '8', 'Warm en duidelijk. Je ziet dat het van ons is.')
  grade(marit, 'youtube:@zorgwijdetv', '5,5', 'Het oude logo staat er nog op.')
  grade(jannie, 'linkedin:company/zorgwijde', null, 'Ik heb zelf geen account op LinkedIn.')
  grade(marit, 'uniformity', '6', 'De namen lijken op elkaar, de foto’s niet.')
  answerSlot(deps, {
    auditId,
    platform: 'instagram',
    answer: 'deliberately-absent',
    note: 'Wij willen het eerst op Facebook goed doen.',
    personId: jannie,
  })
  answerSlot(deps, { auditId, platform: 'Podcast Zorg op Zondag', answer: 'could-not-look', note: '', personId: jannie })
  savePlanItem(deps, {
    auditId,
    what: 'Het oude logo op YouTube vervangen',
    how: 'Erik vraagt het nieuwe logo op bij communicatie en zet het erop.',
    owner: 'Erik Smit',
    due: '2026-12-01',
    done: false,
  })
  savePlanItem(deps, {
    auditId,
    what: 'Op X dezelfde naam gebruiken',
    how: 'Zorgwijde aanvragen in plaats van Zorg_Wijde.',
    owner: '',
    due: '',
    done: true,
  })
}

/** What somebody sees of the sample. */
export const viewOf = (deps: Deps, sample: Sample, personId: string | null = null) => readAudit(deps, sample.auditId, { personId })
