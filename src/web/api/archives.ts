import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { maxArchiveBytes } from '../../../config/crawl.ts'
import type { Deps } from '../../deps.ts'
import { EenlijnError } from '../../model/errors.ts'
import { storeArchive } from '../../services/archive.ts'
import { auditArchive } from '../../services/audit-archive.ts'
import { auditParams, json, orProblem } from './answers.ts'
import { storedArchiveSchema } from './schemas.ts'

const maxMegabytes = Math.floor(maxArchiveBytes / 1e6)
const mediaTypes = ['application/warc', 'application/gzip', 'application/x-gzip', 'application/octet-stream']

const route = createRoute({
  method: 'put',
  path: '/archives',
  tags: ['Archives'],
  summary: 'Hand in a web archive',
  description: `A WARC file, gzipped or not, of at most ${maxMegabytes} MB. Give its digest as \`archive\` when you start an audit: the audit then replays it and asks nothing of the network.`,
  request: {
    body: {
      required: true,
      content: Object.fromEntries(mediaTypes.map((type) => [type, { schema: { type: 'string' as const, format: 'binary' } }])),
    },
  },
  responses: { 200: json(storedArchiveSchema, 'Kept under its digest'), ...orProblem },
})

const ofAudit = createRoute({
  method: 'get',
  path: '/audits/{auditId}/archive',
  tags: ['Archives'],
  summary: 'Take an audit’s web archive',
  description: 'Every record that was kept and has not expired, in one WARC file. Replaying it gives the audit again.',
  request: { params: auditParams },
  responses: {
    200: { description: 'The archive', content: { 'application/warc': { schema: { type: 'string', format: 'binary' } } } },
    ...orProblem,
  },
})

export function addArchives(api: OpenAPIHono, deps: Deps): void {
  api.openapi(ofAudit, async (c) => {
    const { auditId } = c.req.valid('param')
    const records = auditArchive(deps, auditId)[Symbol.asyncIterator]()
    // The first record is asked for before anything is sent, so that an expired archive is still a problem and not a broken file.
    const first = await records.next()
    const body = ReadableStream.from(
      (async function* () {
        for (let next = first; !next.done; next = await records.next()) yield next.value
      })(),
    )
    return c.body(body, 200, { 'Content-Type': 'application/warc', 'Content-Disposition': `attachment; filename="${auditId}.warc.gz"` })
  })

  api.openapi(route, async (c) => {
    const type = c.req.header('Content-Type')?.split(';')[0]?.trim().toLowerCase()
    if (type !== undefined && !mediaTypes.includes(type)) throw wrongType()
    if (Number(c.req.header('Content-Length') ?? 0) > maxArchiveBytes) throw tooLarge()
    const stored = c.req.raw.body && (await storeArchive(deps, c.req.raw.body))
    if (!stored || stored.bytes === 0) throw empty()
    return c.json(stored, 200)
  })
}

const wrongType = () =>
  new EenlijnError('not-accepted', {
    nl: 'Stuur het archief zelf, met Content-Type: application/warc of application/gzip.',
    en: 'Send the archive itself, with Content-Type: application/warc or application/gzip.',
  })
const tooLarge = () =>
  new EenlijnError('too-large', {
    nl: `Dit archief is te groot: ${maxMegabytes} MB is het meeste.`,
    en: `This archive is too large: ${maxMegabytes} MB is the most.`,
  })
const empty = () => new EenlijnError('invalid-input', { nl: 'Het archief is leeg.', en: 'The archive is empty.' })
