import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Deps } from '../../deps.ts'
import { EenlijnError } from '../../model/errors.ts'
import { platformIdSchema } from '../../model/platform.ts'
import { printItemReadingSchema, printRoutes, printStates } from '../../model/print-item.ts'
import { textSchema } from '../../model/text.ts'
import { handInLimits, noFileChosen, tooManyFiles } from '../../print/limits.ts'
import { invalidInput } from '../../services/invalid-input.ts'
import { type PrintItemView, readPrintItems } from '../../services/print-items.ts'
import { placePrinted } from '../../services/print-place.ts'
import { removePrint } from '../../services/print-remove.ts'
import { readPress } from '../../services/read-press.ts'
import { keepPrintFile, readPrint } from '../../services/read-print.ts'
import { auditParams, json, jsonBody, knownPerson, orProblem, personId } from './answers.ts'
import { unreadable } from './refusals.ts'
import { orNull } from './schemas.ts'

const tags = ['Print and press']

/** Photos and scans are larger than other bodies; `api/index.ts` lets these paths through to the limit here. */
export const printsPath = /^(?:\/v1)?(?:\/audits\/[^/]+)?\/prints\/?$/

const itemParams = auditParams.extend({ itemId: z.string().max(64) })

const itemSchema: z.ZodType<PrintItemView> = printItemReadingSchema
  .extend({
    id: z.string(),
    name: z.string().describe('As the file was called'),
    title: z.string(),
    route: z.enum(printRoutes),
    state: z.enum(printStates),
    by: z.string().nullable(),
    at: z.string(),
    preview: z.string().nullable().describe('Digest: `GET …/evidence/{digest}` gives the picture, as it does for crops'),
    accounts: z.array(
      printItemReadingSchema.shape.accounts.element.extend({
        platform: orNull(platformIdSchema).describe('null for a bare `@name`: the print does not say where'),
      }),
    ),
    addresses: printItemReadingSchema.shape.addresses.unwrap(),
    people: z.number().int().describe('Profiles of people: counted, and not kept'),
  })
  .meta({ id: 'PrintItem' })

const handedSchema = z.object({
  items: z.array(z.object({ id: z.string(), name: z.string(), known: z.boolean().describe('This audit had the same file already') })),
  refused: z.array(z.object({ name: z.string(), why: textSchema })),
})

const fieldsSchema = z.strictObject({
  route: z.enum(printRoutes).default('print').describe('`press` for a clipping; it may also be a saved page or text'),
  title: z.string().max(200).default('').describe('Which paper and which headline, or what the print is'),
  personId: personId.optional(),
})

const formBody = {
  required: true,
  content: {
    'multipart/form-data': {
      schema: {
        type: 'object' as const,
        properties: {
          files: { type: 'array' as const, items: { type: 'string' as const, format: 'binary' } },
          route: { type: 'string' as const, enum: [...printRoutes] },
          title: { type: 'string' as const },
          personId: { type: 'string' as const },
        },
        required: ['files'],
      },
    },
  },
}

const hand = createRoute({
  method: 'post',
  path: '/audits/{auditId}/prints',
  tags,
  summary: 'Hand in posters, flyers and clippings',
  description: `Photos, scans and PDFs of at most 50 MB, ${handInLimits.files} at a time. They are read on this machine; follow the work in the list, or by the audit’s events. Accounts that they name become candidates with the place on the print as their proof.`,
  request: { params: auditParams, body: formBody },
  responses: { 202: json(handedSchema, 'What became of each file'), ...orProblem },
})

const keep = createRoute({
  method: 'post',
  path: '/prints',
  tags,
  summary: 'Hand in files before their audit',
  description: 'For `prints` of POST /audits, so that the audit’s record holds what they name. Kept two days for it.',
  request: { body: formBody },
  responses: { 201: json(z.object({ files: z.array(z.object({ file: z.string(), name: z.string() })) }), 'Digests'), ...orProblem },
})

const list = createRoute({
  method: 'get',
  path: '/audits/{auditId}/prints',
  tags,
  summary: 'List what was handed in, and what was read on it',
  request: { params: auditParams },
  responses: { 200: json(z.object({ items: z.array(itemSchema) }), 'The newest first'), ...orProblem },
})

const remove = createRoute({
  method: 'delete',
  path: '/audits/{auditId}/prints/{itemId}',
  tags,
  summary: 'Remove an item, its pictures, and the places that it gave',
  request: { params: itemParams },
  responses: { 204: { description: 'Gone' }, ...orProblem },
})

const place = createRoute({
  method: 'put',
  path: '/audits/{auditId}/prints/{itemId}/platform',
  tags,
  summary: 'Say on which platform a printed name is',
  description: 'For an account of tier `possible`: a bare `@name`.',
  request: {
    params: itemParams,
    body: jsonBody(z.strictObject({ handle: z.string().min(1).max(200), platform: platformIdSchema })),
  },
  responses: { 204: { description: 'It is a candidate now' }, ...orProblem },
})

const press = createRoute({
  method: 'post',
  path: '/audits/{auditId}/press',
  tags,
  summary: 'Hand in an article by its address or its text',
  description: 'A photo, scan or saved page of an article goes to `prints` with route `press`.',
  request: {
    params: auditParams,
    body: jsonBody(
      z.strictObject({
        url: z.string().max(2_000).default(''),
        text: z.string().max(100_000).default(''),
        title: z.string().max(200).default('').describe('Which paper and which headline; only used with a text'),
      }),
    ),
  },
  responses: {
    200: json(
      z.object({ reading: z.boolean(), added: z.number().int(), known: z.number().int(), people: z.number().int() }),
      '`reading`: the address is being read; what it names comes later',
    ),
    ...orProblem,
  },
})

export function addPrints(api: OpenAPIHono, deps: Deps): void {
  for (const path of [hand.getRoutingPath(), keep.getRoutingPath()]) api.on('POST', path, limitFiles)
  api.openapi(hand, async (c) => {
    const { files, fields } = await formOf(c)
    const by = knownPerson(deps, fields.personId)
    const items: z.infer<typeof handedSchema>['items'] = []
    const refused: z.infer<typeof handedSchema>['refused'] = []
    for (const { name, bytes } of files) {
      try {
        const taken = await readPrint(deps, { ...c.req.valid('param'), ...fields, name, bytes, personId: by })
        items.push({ id: taken.itemId, name, known: taken.known })
      } catch (error) {
        // One file alone is answered as other requests are.
        if (files.length === 1 || !(error instanceof EenlijnError) || !refusals.has(error.code)) throw error
        refused.push({ name, why: error.text })
      }
    }
    return c.json({ items, refused }, 202)
  })
  api.openapi(keep, async (c) => {
    const { files, fields } = await formOf(c)
    const kept = []
    for (const { name, bytes } of files) kept.push({ name, file: await keepPrintFile(deps, { bytes, route: fields.route }) })
    return c.json({ files: kept }, 201)
  })
  api.openapi(list, (c) => c.json({ items: readPrintItems(deps, c.req.valid('param').auditId) }, 200))
  api.openapi(remove, async (c) => {
    await removePrint(deps, c.req.valid('param'))
    return c.body(null, 204)
  })
  api.openapi(place, async (c) => {
    await placePrinted(deps, { ...c.req.valid('param'), ...c.req.valid('json') })
    return c.body(null, 204)
  })
  api.openapi(press, async (c) => c.json(await readPress(deps, { ...c.req.valid('param'), ...c.req.valid('json') }), 200))
}

const refusals = new Set(['not-accepted', 'too-large', 'conflict'])

interface HandedFile {
  readonly name: string
  readonly bytes: Uint8Array
}

async function formOf(c: Context): Promise<{ files: readonly HandedFile[]; fields: z.infer<typeof fieldsSchema> }> {
  if (c.req.header('Content-Type')?.split(';')[0]?.trim().toLowerCase() !== 'multipart/form-data') throw wrongType()
  const { files: given, ...rest } = await c.req.parseBody({ all: true }).catch(() => {
    throw unreadable()
  })
  const fields = fieldsSchema.safeParse(rest)
  if (!fields.success) throw invalidInput(fields.error)
  const files = [given].flat().filter((part) => part instanceof File)
  if (files.length === 0) throw noFileChosen()
  if (files.length > handInLimits.files) throw tooManyFiles()
  return {
    fields: fields.data,
    files: await Promise.all(files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }))),
  }
}

const limitFiles = bodyLimit({
  maxSize: handInLimits.bytes,
  onError: () => {
    throw new EenlijnError('too-large', {
      nl: 'Dit is te veel in een keer: 110 MB is het meeste. Verdeel het over meer keren.',
      en: 'This is too much at once: 110 MB is the most. Divide it over more turns.',
    })
  },
})

const wrongType = () =>
  new EenlijnError('not-accepted', {
    nl: 'Stuur multipart/form-data met een of meer bestanden in ‘files’.',
    en: 'Send multipart/form-data with one or more files in ‘files’.',
  })
