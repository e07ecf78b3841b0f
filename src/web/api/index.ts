import { OpenAPIHono } from '@hono/zod-openapi'
import { bodyLimit } from 'hono/body-limit'
import type { Deps } from '../../deps.ts'
import { EenlijnError } from '../../model/errors.ts'
import { addArchives } from './archives.ts'
import { addAssessments } from './assessments.ts'
import { addAudits } from './audits.ts'
import { addBatches, batchesPath } from './batches.ts'
import { addCandidates } from './candidates.ts'
import { addCheck } from './check.ts'
import { addComparison } from './comparison.ts'
import { addContactSheet } from './contact-sheet.ts'
import { addDifference } from './difference.ts'
import { addDocs } from './docs.tsx'
import { addEvents } from './events.ts'
import { addEvidence } from './evidence.ts'
import { addGrades } from './grades.ts'
import { addHealth } from './health.ts'
import { addHouseStyle, housePicturePath } from './house-style.ts'
import { addLocations, locationsPath } from './locations.ts'
import { addManagers } from './managers.ts'
import { addMetadata } from './metadata.ts'
import { addNames } from './names.ts'
import { addNews } from './news.ts'
import { addOrganisations } from './organisations.ts'
import { addPlan } from './plan.ts'
import { addPrints, printsPath } from './prints.ts'
import { answerError, refuseInvalid, unknownAddress } from './refusals.ts'
import { addReport } from './report.ts'
import { addRoutes, resultsPath } from './routes.ts'
import { addSchedules } from './schedules.ts'
import { nameSchemas } from './schemas.ts'
import { addSnapshots, snapshotPath } from './snapshots.ts'
import { addTeam, teamPath } from './team.ts'
import { addTrend } from './trend.ts'
import { addUniformity } from './uniformity.ts'

/** The largest body of JSON that is read; archives have their own limit. */
const maxBodyBytes = 128 * 1024
const archivePath = /^(?:\/v1)?\/archives\/?$/

/** The API, to be mounted under `/v1`. Every answer that is not a success is `application/problem+json`. */
export function createApi(deps: Deps): OpenAPIHono {
  nameSchemas()
  const api = new OpenAPIHono({ defaultHook: refuseInvalid })
  api.onError(answerError(deps))
  api.use((c, next) =>
    archivePath.test(c.req.path) ||
    printsPath.test(c.req.path) ||
    snapshotPath.test(c.req.path) ||
    locationsPath.test(c.req.path) ||
    teamPath.test(c.req.path) ||
    batchesPath.test(c.req.path) ||
    resultsPath.test(c.req.path) ||
    housePicturePath.test(c.req.path)
      ? next()
      : limitBody(c, next),
  )

  addAudits(api, deps)
  addOrganisations(api, deps)
  addEvents(api, deps)
  addCandidates(api, deps)
  addSnapshots(api, deps)
  addRoutes(api, deps)
  addLocations(api, deps)
  addEvidence(api, deps)
  addGrades(api, deps)
  addPlan(api, deps)
  addManagers(api, deps)
  addTeam(api, deps)
  addPrints(api, deps)
  addSchedules(api, deps)
  addBatches(api, deps)
  addHouseStyle(api, deps)
  addContactSheet(api, deps)
  addNames(api, deps)
  addNews(api, deps)
  addCheck(api, deps)
  addReport(api, deps)
  addUniformity(api, deps)
  addDifference(api, deps)
  addAssessments(api, deps)
  addTrend(api, deps)
  addComparison(api, deps)
  addArchives(api, deps)
  addMetadata(api)
  addHealth(api, deps)

  // Made when first asked for: it takes a tenth of a second and does not change.
  let document: ReturnType<typeof api.getOpenAPI31Document> | undefined
  const describe = () => {
    document ??= api.getOpenAPI31Document(about(deps.version))
    return document
  }
  api.get('/openapi.json', (c) => c.json(describe()))
  addDocs(api, describe)
  api.all('*', () => {
    throw unknownAddress()
  })
  return api
}

const limitBody = bodyLimit({
  maxSize: maxBodyBytes,
  onError: () => {
    throw new EenlijnError('too-large', {
      nl: 'Deze aanvraag is te groot: 128 kB is het meeste.',
      en: 'This request is too large: 128 kB is the most.',
    })
  },
})

const about = (version: string) => ({
  openapi: '3.1.0',
  info: {
    title: 'Eenlijn API',
    version,
    description:
      'Audits how an organisation presents itself on social media. Problems are `application/problem+json` (RFC 9457), in Dutch or English as `Accept-Language` asks.',
    license: { name: 'MIT', identifier: 'MIT' },
  },
  servers: [{ url: '/v1' }],
})
